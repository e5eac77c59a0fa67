"""What files may be, how their names are cleaned, how delimiter, header and encoding are guessed. Pure."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from labeldesk.core.errors import Problem
from labeldesk.core.names import fold

KINDS: Mapping[str, str] = {".txt": "file", ".csv": "tabular", ".tsv": "tabular"}
DELIMITERS = (",", ";", "\t", "|")
# Encodings that may be named (SPEC 4.4): UTF-8 is the default, UTF-16 is known by its byte order mark.
ENCODINGS = (
    "utf-8",
    "utf-16",
    "windows-1252",
    "iso-8859-1",
    "iso-8859-2",
    "iso-8859-15",
    "windows-1250",
    "windows-1251",
    "windows-1253",
    "windows-1254",
    "windows-1255",
    "windows-1256",
    "windows-1257",
    "windows-1258",
    "koi8-r",
    "shift_jis",
    "euc-jp",
    "cp949",
    "euc-kr",
    "gb18030",
    "big5",
)
NAME_MAX = 400
# First bytes of formats that people rename to .csv or .txt.
MAGIC: Sequence[tuple[bytes, str]] = (
    (b"\x89PNG", "a PNG image"),
    (b"%PDF-", "a PDF document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PAR1", "a Parquet file"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"MZ", "a program"),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """How the bytes of a table are read. `header` tells whether the first row names the columns."""

    delimiter: str = ","
    header: bool = True
    encoding: str = "utf-8"


def clean_name(name: str) -> str:
    """A name fit to be shown: its folders kept, but nothing that points outside or cannot be seen."""
    parts = [part for part in re.split(r"[/\\]", name) if part not in {"", ".", ".."} and not part.endswith(":")]
    shown = "/".join("".join(c for c in part if c.isprintable()).strip() for part in parts)
    return shown.strip("/")[-NAME_MAX:] or "file"


def kind_of(name: str) -> str | None:
    """`file`, `tabular`, or None for a name of neither."""
    return KINDS.get(PurePosixPath(name.lower()).suffix)


def sniff_bytes(head: bytes, encoding: str | None) -> tuple[str, tuple[str, str] | None]:
    """The encoding to read with, and what speaks against reading it at all as (code, message).

    `head` is the file's first 64 KiB or so. A byte order mark wins over the named encoding.
    """
    for magic, what in MAGIC:
        if head.startswith(magic) and (magic != b"MZ" or b"\0" in head[:1024]):
            return "utf-8", ("not_text", f"This is {what}, not a text file. Save its content as UTF-8 text.")
    if head.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "utf-8", ("encoding_unsupported", "This file is in UTF-32. Save it as UTF-8.")
    if head.startswith((b"+/v8", b"+/v9", b"+/v+", b"+/v/")):
        return "utf-8", ("encoding_unsupported", "This file is in UTF-7. Save it as UTF-8.")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16", None
    if head.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig", None
    if encoding is not None and encoding != "utf-8":
        if encoding == "utf-16":
            return "utf-16", ("encoding_unknown", "UTF-16 needs a byte order mark. Save the file as UTF-8.")
        return encoding, None
    if _looks_like_utf32(head):
        return "utf-8", ("encoding_unsupported", "This looks like UTF-32. Save the file as UTF-8.")
    if _looks_like_utf16(head):
        return "utf-8", (
            "encoding_unknown",
            "This looks like UTF-16 without a byte order mark. Save the file as UTF-8.",
        )
    return "utf-8-sig", None


def _looks_like_utf32(head: bytes) -> bool:
    """The upper two of every four bytes are NUL, at whichever end they stand."""
    sample = head[:4096]
    quarter = len(sample) // 4
    nuls = [sample[place::4].count(0) for place in range(4)]
    return quarter >= 2 and max(min(nuls[:2]), min(nuls[2:])) > quarter * 0.8


def _looks_like_utf16(head: bytes) -> bool:
    """Every second byte is NUL, as in Latin text in UTF-16."""
    sample = head[:4096]
    if len(sample) < 4:
        return False
    half = len(sample) // 2
    return min(sample[0::2].count(0), sample[1::2].count(0)) < half * 0.1 and sample.count(0) > half * 0.4


def guess_table(text: str, name: str) -> Reading:
    """A guess at delimiter and header from the first characters of a table; people may correct it."""
    delimiter = guess_delimiter(text, name)
    rows = [row for row in _first_rows(text, delimiter, 50) if row]
    return Reading(delimiter=delimiter, header=_looks_like_header(rows))


def guess_delimiter(text: str, name: str) -> str:
    """The delimiter that cuts the first rows into the same number of columns most often; the most columns win."""
    marked = excel_delimiter(text)
    if marked is not None:
        return marked
    if name.lower().endswith(".tsv"):
        return "\t"
    best, best_score = ",", 0.0
    for delimiter in DELIMITERS:
        widths = [len(row) for row in _first_rows(text, delimiter, 50) if row]
        if not widths:
            continue
        common = max(set(widths), key=lambda width: (widths.count(width), width))
        score = 0.0 if common < 2 else widths.count(common) / len(widths) + common / 1000
        if score > best_score:
            best, best_score = delimiter, score
    return best


def excel_delimiter(text: str) -> str | None:
    """The delimiter named by Excel's first line `sep=;`, which is honoured and is no row."""
    match = re.match(r'\ufeff?"?sep=(.)"?[\r\n]', text)
    return match.group(1) if match and match.group(1) in DELIMITERS else None


def separator_warning(delimiter: str) -> Problem:
    """What is said of a file whose first line was Excel's."""
    message = f"The first line, sep={delimiter}, was read as Excel's note on the delimiter. It is no row."
    return Problem("1", "separator_line", message)


def _first_rows(text: str, delimiter: str, count: int) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            rows.append(row)
            if len(rows) > count:
                break
    except csv.Error:
        return rows
    return rows[:-1] if len(rows) > 1 else rows  # the last may be cut off in the middle


def _looks_like_header(rows: Sequence[Sequence[str]]) -> bool:
    """A header's cells are short, distinct, not empty and not numbers."""
    if not rows:
        return True
    first = [cell.strip() for cell in rows[0]]
    if len({cell.casefold() for cell in first}) != len(first) or any(len(cell) > 64 for cell in first):
        return False
    if any(re.fullmatch(r"[-+]?[\d.,]+", cell) for cell in first if cell):
        return False
    if len(rows) < 3:
        return True
    below = [len(row[0]) for row in rows[1:] if row]
    # one column of prose: a header is clearly shorter than what stands below it
    return len(first) > 1 or len(first[0]) < 0.6 * (sum(below) / max(1, len(below)))


def column_names(first: Sequence[str], *, header: bool) -> tuple[list[str], list[Problem], list[Problem]]:
    """The columns' names, what makes the file unreadable, and warnings. Names keep their spelling, trimmed.

    An empty name in the last place comes from a trailing delimiter on every row; it is named and kept (M8).
    """
    if not header:
        return [f"column {place}" for place in range(1, len(first) + 1)], [], []
    names = [cell.strip() for cell in first]
    problems: list[Problem] = []
    warnings: list[Problem] = []
    if len(names) > 1 and not names[-1]:
        names[-1] = f"column {len(names)}"
        warnings.append(Problem(names[-1], "extra_column", f"The last column has no name; it is called “{names[-1]}”."))
    seen: dict[str, int] = {}
    for place, name in enumerate(names, 1):
        if not name:
            problems.append(Problem(str(place), "empty_header", f"Column {place} has no name in the first row."))
        elif "\0" in name:
            message = f"The name of column {place} has a NUL character, which cannot be stored."
            problems.append(Problem(str(place), "nul_in_text", message))
        elif fold(name) in seen:
            other = seen[fold(name)]
            problems.append(
                Problem(
                    name,
                    "duplicate_header",
                    f"Columns {other} and {place} have the same name, “{name[:60]}”.",
                )
            )
        seen.setdefault(fold(name), place)
    return names, problems, warnings
