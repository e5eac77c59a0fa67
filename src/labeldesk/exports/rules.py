"""What an export writes. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from labeldesk.core.spreadsheets import safe_cell as safe_cell
from labeldesk.core.spreadsheets import unsafe_cell as unsafe_cell

FORMATS = ("csv",)
COLUMNS = ("training", "all")
LABEL_AS = ("path", "leaf")
LABEL_COLUMN = "label"


def header(columns: str, *, text_columns: Sequence[str], all_columns: Sequence[str]) -> tuple[list[str], str]:
    """The data columns and the name of the label column, which gives way when the data have one of that name."""
    data = list(text_columns if columns == "training" else all_columns)
    name = LABEL_COLUMN
    folded = {column.casefold() for column in data}
    number = 1
    while name in folded:
        number += 1
        name = f"{LABEL_COLUMN}_{number}"
    return data, name


def file_name(project_name: str, export_id: int, format_: str) -> str:
    """A name safe on every system, still telling which project it is."""
    kept = "".join(c if c.isalnum() or c in " -_" else "_" for c in project_name).strip() or "project"
    return f"{kept[:80]}-{export_id}.{format_}"
