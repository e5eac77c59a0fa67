"""Cells that spreadsheets would run as formulas, made harmless in a way that can be undone."""

from __future__ import annotations

import re

# Spreadsheets trim spaces and quotes before the sign, and some take its full-width forms too. Cells that begin with a
# tab or a line end can be read as two cells. The apostrophe is among them so that the escape can be undone.
_RISKY = re.compile(r"['\t\r\n]|[\s\"\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]")


def safe_cell(cell: str) -> str:
    """The formula-safe form: an apostrophe before what a spreadsheet would run. Reading it back: drop a leading one."""
    return "'" + cell if _RISKY.match(cell) else cell


def unsafe_cell(cell: str) -> str:
    """The inverse of `safe_cell`."""
    return cell[1:] if cell.startswith("'") else cell
