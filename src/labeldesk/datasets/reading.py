"""Reading files row by row: decoded strictly, never changed, every refusal with its place and reason.

Tables are read by the standard csv module: RFC 4180 quoting, delimiters as named, line ends \\n, \\r\\n and \\r.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from labeldesk.datasets.rules import Reading, column_names, excel_delimiter, separator_warning, sniff_bytes

CHUNK = 1 << 20
HEAD = 1 << 16
LONGEST_LINE = 1 << 26  # characters; a longer line is a broken file, not a row
# The stock limit of 131,072 would refuse honest long texts; ours is checked per cell, this one only bounds memory.
csv.field_size_limit(1 << 25)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a row or a whole file is not taken. `line` counts from 1; `column` is a name or a byte offset's holder."""

    code: str
    message: str
    line: int | None = None
    column: str | None = None


class FileRefused(Exception):
    """The file cannot be read at all."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.message)
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class Checked:
    """What a first pass over a table found: its columns, how many rows follow the header, warnings."""

    columns: list[str]
    rows: int
    blank_lines: int
    warnings: list[Refusal]
    encoding: str


def read_head(path: Path, encoding: str | None) -> tuple[str, str]:
    """(the encoding to use, the decoded first 64 KiB); FileRefused when it is not text.

    The last characters may be cut.
    """
    with path.open("rb") as file:
        head = file.read(HEAD)
    codec, problem = sniff_bytes(head, encoding)
    if problem is not None:
        raise FileRefused(Refusal(*problem))
    try:
        return codec, codecs.getincrementaldecoder(codec)("strict").decode(head, final=len(head) < HEAD)
    except UnicodeDecodeError as error:
        raise FileRefused(_undecodable(error, len(head), codec)) from error


def check_encoding(path: Path, encoding: str | None, pulse: Callable[[int], None] = lambda _: None) -> str:
    """Decode the whole file once; FileRefused names the first byte that cannot be read. `pulse` gets bytes read."""
    codec, _ = read_head(path, encoding)
    decoder = codecs.getincrementaldecoder(codec)("strict")
    position = 0
    with path.open("rb") as file:
        while True:
            chunk = file.read(CHUNK)
            position += len(chunk)
            try:
                decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                raise FileRefused(_undecodable(error, position, codec)) from error
            pulse(position)
            if not chunk:
                return codec


def _undecodable(error: UnicodeDecodeError, read: int, codec: str) -> Refusal:
    """`read`: how many bytes of the file the decoder has been given."""
    # Counted from the end of what was read: a decoder may have kept bytes back or dropped a byte order mark before.
    offset = read - len(error.object) + error.start
    named = "UTF-8" if codec.startswith("utf-8") else codec.upper()
    code = "invalid_utf8" if codec.startswith("utf-8") else "invalid_encoding"
    return Refusal(
        code,
        f"Byte {offset} cannot be read as {named}. If the file is in another encoding, name it and read it again.",
        column=f"byte {offset}",
    )


def check_table(path: Path, reading: Reading, pulse: Callable[[int], None] = lambda _: None) -> Checked:
    """Read a table once from end to end: its encoding, header and quotes hold, and so many rows it has.

    Nothing of a file is shown before this has passed, so a fault near its end never leaves half a file visible.
    """
    codec = check_encoding(path, reading.encoding, pulse)
    with open_table(path, reading, codec) as table:
        columns = table.columns
        warnings = [Refusal(p.code, p.message, column=p.field) for p in table.warnings]
        rows = blank = 0
        reader, skipped_lines = table.reader, table.skipped_lines
        started_at = table.line
        while True:
            try:
                for row in reader:
                    started_at = reader.line_num + skipped_lines
                    if row:
                        rows += 1
                    else:
                        blank += 1
                    if not rows % 20_000:
                        pulse(rows)
                break
            except csv.Error as error:
                if "unexpected end" in str(error) or "larger than field limit" in str(error):
                    raise FileRefused(
                        Refusal(
                            "unterminated_quote",
                            f"A quote opened in the row that begins at line {started_at + 1} is never closed.",
                            line=started_at + 1,
                        )
                    ) from error
                rows += 1  # a row with bad quotes; refused when rows are taken
                started_at = table.line
    return Checked(columns, rows, blank, warnings, codec)


class Table:
    """An open table behind its header. `reader` yields rows; `line` is the last line it has read."""

    def __init__(self, file: io.TextIOWrapper, reading: Reading) -> None:
        self._file = file
        self.skipped_lines = 0
        head = file.readline(64)
        delimiter = excel_delimiter(head)
        if delimiter is None:
            file.seek(0)
        else:
            self.skipped_lines = 1
        self.reader = csv.reader(_lines(file), delimiter=delimiter or reading.delimiter, strict=True)
        self._first: list[str] | None = None
        try:
            first = next(self.reader, None)
            while first is not None and not first:
                first = next(self.reader, None)
        except csv.Error as error:
            raise FileRefused(
                Refusal("unterminated_quote", "A quote opened in the first row is never closed.", line=1)
            ) from error
        if first is None:
            raise FileRefused(Refusal("empty_file", "The file has no rows."))
        self.columns, problems, self.warnings = column_names(first, header=reading.header)
        if delimiter is not None:
            self.warnings.append(separator_warning(delimiter))
        if problems:
            raise FileRefused(Refusal(problems[0].code, problems[0].message, line=1, column=problems[0].field))
        if not reading.header:  # the first row is data: begin again
            file.seek(0)
            if delimiter is not None:
                file.readline(64)
            self.reader = csv.reader(_lines(file), delimiter=delimiter or reading.delimiter, strict=True)

    @property
    def line(self) -> int:
        return self.reader.line_num + self.skipped_lines

    def __enter__(self) -> Table:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


def open_table(path: Path, reading: Reading, codec: str) -> Table:
    """Open a table; FileRefused when its header does not hold."""
    file = path.open("r", encoding=codec, errors="strict", newline="")
    try:
        return Table(file, reading)
    except BaseException:
        file.close()
        raise


def _lines(file: io.TextIOWrapper) -> Iterator[str]:
    read = file.readline
    while line := read(LONGEST_LINE):
        if len(line) == LONGEST_LINE:
            raise FileRefused(
                Refusal("line_too_long", f"A line has more than {LONGEST_LINE:,} characters; this is not a table.")
            )
        yield line


def read_text(path: Path, encoding: str | None, *, longest: int) -> str:
    """The text of a .txt file, exactly; FileRefused when it cannot be an item."""
    if path.stat().st_size > longest * 4 + 4:
        raise FileRefused(_too_long(longest))
    data = path.read_bytes()
    codec, problem = sniff_bytes(data[:HEAD], encoding)
    if problem is not None:
        raise FileRefused(Refusal(*problem))
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise FileRefused(_undecodable(error, len(data), codec)) from error
    if len(text) > longest:
        raise FileRefused(_too_long(longest))
    if "\0" in text:
        raise FileRefused(
            Refusal(
                "nul_in_text",
                f"There is a NUL character at position {text.index(chr(0))}, which cannot be stored.",
            )
        )
    if not text:
        raise FileRefused(Refusal("empty_item", "The file is empty."))
    if text.isspace():
        raise FileRefused(Refusal("blank_item", "The file has only spaces and line breaks."))
    return text


def _too_long(longest: int) -> Refusal:
    return Refusal("text_too_long", f"The text has more than {longest:,} characters.")
