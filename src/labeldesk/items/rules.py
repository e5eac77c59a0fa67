"""Item states, the shuffle, and which rows become items. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from hashlib import blake2b

_MASK = 2**64 - 1


class ItemState(IntEnum):
    """The stored state of an item; names are the API's words. `removed` items left the project for good."""

    unlabeled = 0
    in_progress = 1
    labeled = 2
    skipped = 3
    needs_review = 4


def shuffle_rank(seed: int, position: int) -> int:
    """The place of an item in the project's random order: 63 bits, the same for the same seed and position.

    The finaliser of SplitMix64 (Steele, Lea and Flood 2014) over seed + position × golden ratio: a bijection
    before its last bit is dropped, so equal ranks are as rare as chance allows.
    """
    z = (seed + position * 0x9E3779B97F4A7C15) & _MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
    return (z ^ (z >> 31)) >> 1


def text_hash(texts: Sequence[str]) -> int:
    """A signed 64-bit BLAKE2b hash of the shown texts; U+001F between them."""
    return int.from_bytes(blake2b("\x1f".join(texts).encode(), digest_size=8).digest(), "big", signed=True)


def row_problem(
    row: Sequence[str], *, columns: Sequence[str], shown: Sequence[int], longest: int
) -> tuple[str, str, str | None] | None:
    """Why a table row cannot become an item, as (code, message, column)."""
    if len(row) < len(columns):
        return "too_few_fields", f"The row has {len(row)} fields, the header has {len(columns)}.", None
    if len(row) > len(columns):
        return "too_many_fields", f"The row has {len(row)} fields, the header has {len(columns)}.", None
    for place, cell in enumerate(row):
        if len(cell) > longest:
            return (
                "text_too_long",
                f"The cell has {len(cell):,} characters; at most {longest:,} fit.",
                columns[place],
            )
        if "\0" in cell:
            return "nul_in_text", "The cell has a NUL character, which cannot be stored.", columns[place]
    texts = [row[place] for place in shown]
    if not any(texts):
        return "empty_item", "The row has no text in the columns that labelers see.", columns[shown[0]]
    if not any(text and not text.isspace() for text in texts):
        return "blank_item", "The row has only spaces in the columns that labelers see.", columns[shown[0]]
    return None
