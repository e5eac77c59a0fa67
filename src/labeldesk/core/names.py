"""Names and texts people type: folding for comparison, and what may not be stored."""

from __future__ import annotations

import unicodedata

NAME_MAX = 128


def fold(name: str) -> str:
    """The form names are compared in: trimmed, NFC, case-folded (SPEC 3.2).

    Case folding can undo NFC, so NFC is applied once more after it.
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name.strip()).casefold())


def is_invisible(name: str) -> bool:
    """Whether there is nothing to see: only spaces, and characters of no width."""
    return all(unicodedata.category(c) in {"Zs", "Zl", "Zp", "Cc", "Cf"} for c in name)


def name_problem(name: str, *, longest: int = NAME_MAX) -> tuple[str, str] | None:
    """Why `name` cannot be a name, as (code, message); None when it can. Length is in code points after trimming."""
    trimmed = name.strip()
    if is_invisible(trimmed):
        return "required", "Give it a name."
    if len(trimmed) > longest:
        return "too_long", f"The name has {len(trimmed)} characters; at most {longest} are allowed."
    if trimmed in {".", ".."}:
        return "name_reserved", "“.” and “..” cannot be names. Choose another name."
    if any(unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} for c in trimmed):
        return "invalid_text", "The name has a control character or line break. Type it again without it."
    return None


def text_problem(text: str) -> tuple[str, str] | None:
    """Why a text cannot be stored: NUL and lone surrogates have no place in UTF-8 text on every database."""
    if "\0" in text:
        return "nul_in_text", "The text has a NUL character, which cannot be stored. Remove it."
    if any("\ud800" <= c <= "\udfff" for c in text):
        return (
            "invalid_text",
            "The text has half of a surrogate pair, which is not a character. Send whole characters.",
        )
    return None
