"""Make datasets, take uploads, preview them."""

from __future__ import annotations

import csv
import hashlib
import itertools
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Row

from labeldesk.accounts import service as accounts
from labeldesk.accounts.rules import Actor
from labeldesk.core.errors import Conflict, Invalid, NotFound, Problem, TooLarge
from labeldesk.core.names import fold, name_problem
from labeldesk.core.times import iso
from labeldesk.datasets import queries, reading, rules
from labeldesk.datasets.reading import FileRefused, Refusal
from labeldesk.datasets.rules import Reading
from labeldesk.db.database import ReadSession, WriteSession
from labeldesk.projects import service as projects

PREVIEW_ROWS = 10
LOOKED_AT = 100  # files, when the first ones are broken
PREVIEW_CELL = 2_000
SMALL_FILE = 8 << 20  # bytes; up to here a preview counts the rows exactly


def create(db: WriteSession, actor: Actor, *, name: str, description: str = "") -> dict[str, Any]:
    """An empty dataset; files are put into it one by one."""
    actor.check_may("datasets.write")
    problem = name_problem(name)
    if problem is not None:
        raise Invalid.field("name", *problem)
    if queries.find_by_name(db, fold(name)) is not None:
        raise Conflict("There is already a dataset with this name. Choose another name.", code="name_taken")
    dataset_id = insert(db, actor, name=name, description=description)
    return view(db, get(db, actor, dataset_id))


def insert(db: WriteSession, actor: Actor | None, *, name: str, description: str = "") -> int:
    """Add a dataset without asking who adds it."""
    dataset_id = queries.insert_dataset(
        db,
        {
            "name": name.strip(),
            "name_folded": fold(name),
            "description": description,
            "created_by": actor.user_id if actor else None,
            "created_at": db.now,
        },
    )
    accounts.record(db, actor, "dataset.create", subject=f"dataset:{dataset_id}")
    return dataset_id


def get(db: ReadSession, actor: Actor, dataset_id: int) -> Row[Any]:
    """The dataset; NotFound without it or without the right to see it."""
    actor.check_may("datasets.read")
    row = queries.find(db, dataset_id)
    if row is None:
        raise NotFound("There is no such dataset.")
    return row


def find(db: ReadSession, dataset_id: int) -> Row[Any] | None:
    """The dataset's row, whoever asks."""
    return queries.find(db, dataset_id)


def find_by_name(db: ReadSession, name: str) -> Row[Any] | None:
    """The dataset of this name."""
    return queries.find_by_name(db, fold(name))


def list_all(db: ReadSession, actor: Actor) -> list[dict[str, Any]]:
    """All datasets, newest first; their files are in the single view."""
    actor.check_may("datasets.read")
    sizes = queries.sizes(db)
    rows = queries.list_all(db)
    makers = accounts.names(db, sorted({row.created_by for row in rows if row.created_by}))
    return [_view(db, row, sizes.get(row.id, (0, 0)), [], makers) for row in rows]


def view(db: ReadSession, row: Row[Any]) -> dict[str, Any]:
    """A dataset with its first thousand files."""
    files = queries.list_files(db, row.id)
    makers = accounts.names(db, [row.created_by] if row.created_by else [])
    return _view(db, row, queries.sizes(db).get(row.id, (0, 0)), [_file_view(file) for file in files], makers)


def _view(
    db: ReadSession, row: Row[Any], size: tuple[int, int], files: list[dict[str, Any]], makers: dict[int, str]
) -> dict[str, Any]:
    users = projects.using_dataset(db, row.id)
    return {
        "id": row.id,
        "name": row.name,
        "description": row.description,
        "kind": row.kind,
        "files": files,
        "file_count": size[0],
        "bytes": size[1],
        "created_at": iso(row.created_at),
        "created_by": makers.get(row.created_by, ""),
        "projects": [{"id": project.id, "name": project.name} for project in users],
        "in_use": bool(users),
    }


def _file_view(file: Row[Any]) -> dict[str, Any]:
    return {
        "id": file.id,
        "name": file.name,
        "bytes": file.bytes,
        "sha256": file.sha256,
        "created_at": iso(file.created_at),
    }


# -- uploads -------------------------------------------------------------------------------------------------------


class Upload:
    """A file on its way in: written beside the datastore, hashed, and moved into place only when it is whole."""

    def __init__(self, files: Path, *, largest: int) -> None:
        self._folder = files / "uploads"
        self._folder.mkdir(parents=True, exist_ok=True)
        self.path = self._folder / f"{secrets.token_hex(16)}"
        self._largest = largest
        self._hash = hashlib.sha256()
        self.bytes = 0
        self._file: IO[bytes] = self.path.with_suffix(".part").open("xb")

    def write(self, chunk: bytes) -> None:
        """Add bytes; TooLarge beyond the limit."""
        self.bytes += len(chunk)
        if self.bytes > self._largest:
            raise TooLarge(f"The file is larger than {self._largest:,} bytes.", code="file_too_large")
        self._hash.update(chunk)
        self._file.write(chunk)

    def finish(self) -> str:
        """Put the bytes on disk under their final name; returns their SHA-256."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        os.replace(self.path.with_suffix(".part"), self.path)
        folder = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
        return self._hash.hexdigest()

    def discard(self) -> None:
        """Forget the bytes; fine to call at any time."""
        self._file.close()
        self.path.with_suffix(".part").unlink(missing_ok=True)
        self.path.unlink(missing_ok=True)


def check_upload(db: ReadSession, actor: Actor, dataset_id: int, name: str) -> str:
    """Whether a file of this name may be put into the dataset; returns the name as it will be shown."""
    actor.check_may("datasets.write")
    dataset = get(db, actor, dataset_id)
    shown = rules.clean_name(name)
    kind = rules.kind_of(shown)
    if kind is None:
        raise Invalid.field("name", "file_type_unknown", "Only .txt, .csv and .tsv files can be uploaded.")
    if dataset.kind is not None and dataset.kind != kind:
        raise Invalid.field("name", "kind_mixed", "A dataset holds either .txt files or tables (.csv, .tsv), not both.")
    if projects.using_dataset(db, dataset_id):
        raise Conflict("A project uses this dataset, so its files cannot change.", code="in_use")
    return shown


def add_file(
    db: WriteSession, actor: Actor | None, dataset_id: int, *, name: str, path: str, size: int, sha256: str
) -> dict[str, Any]:
    """Enter an uploaded file; the checks of `check_upload` are repeated under the lock."""
    queries.find_locked(db, dataset_id)
    if actor is not None:
        check_upload(db, actor, dataset_id, name)
    queries.set_kind(db, dataset_id, rules.kind_of(name))
    values = {
        "dataset_id": dataset_id,
        "position": queries.next_position(db, dataset_id),
        "name": name,
        "path": path,
        "bytes": size,
        "sha256": sha256,
        "created_at": db.now,
    }
    file_id = queries.insert_file(db, values)
    accounts.record(db, actor, "dataset.add_file", subject=f"dataset:{dataset_id}", details={"file": file_id})
    return {"id": file_id, "name": name, "bytes": size, "sha256": sha256, "created_at": iso(db.now)}


def remove_file(db: WriteSession, actor: Actor, dataset_id: int, file_id: int, files: Path) -> None:
    """Take a file out of a dataset that no project uses."""
    actor.check_may("datasets.write")
    get(db, actor, dataset_id)
    queries.find_locked(db, dataset_id)
    file = queries.find_file(db, dataset_id, file_id)
    if file is None:
        raise NotFound("There is no such file in this dataset.")
    _check_unused(db, dataset_id)
    queries.delete_file(db, file_id)
    if not queries.list_files(db, dataset_id, limit=1):
        queries.set_kind(db, dataset_id, None)
    accounts.record(db, actor, "dataset.remove_file", subject=f"dataset:{dataset_id}", details={"file": file_id})
    db.after_commit(lambda: (files / file.path).unlink(missing_ok=True))


def remove(db: WriteSession, actor: Actor, dataset_id: int, files: Path) -> None:
    """Remove a dataset that no project uses, with its files."""
    actor.check_may("datasets.write")
    get(db, actor, dataset_id)
    queries.find_locked(db, dataset_id)
    _check_unused(db, dataset_id)
    paths = [files / file.path for file in iterate_files(db, dataset_id)]
    queries.delete_dataset(db, dataset_id)
    accounts.record(db, actor, "dataset.remove", subject=f"dataset:{dataset_id}")

    def unlink() -> None:
        for path in paths:
            path.unlink(missing_ok=True)

    db.after_commit(unlink)


def _check_unused(db: ReadSession, dataset_id: int) -> None:
    if projects.using_dataset(db, dataset_id):
        raise Conflict("A project uses this dataset, so it cannot change.", code="in_use")


def hold(db: WriteSession, dataset_id: int) -> Row[Any] | None:
    """The dataset's row, held so that its files stay while a project is made of it."""
    return queries.find_locked(db, dataset_id)


def iterate_files(db: ReadSession, dataset_id: int, *, after: int = 0) -> Iterator[Row[Any]]:
    """All files in their order, behind a position."""
    while True:
        batch = queries.list_files(db, dataset_id, after=after)
        yield from batch
        if len(batch) < 1000:
            return
        after = batch[-1].position


def check_reading(given: dict[str, Any]) -> None:
    """Invalid when a delimiter or an encoding is not one of those that can be named."""
    if given.get("delimiter") not in (None, *rules.DELIMITERS):
        raise Invalid.field("reading.delimiter", "unknown_delimiter", "Delimiters are comma, semicolon, tab and |.")
    if given.get("encoding") not in (None, *rules.ENCODINGS):
        raise Invalid.field(
            "reading.encoding",
            "unknown_encoding",
            f"Encodings that can be named: {', '.join(rules.ENCODINGS)}.",
        )


# -- preview -------------------------------------------------------------------------------------------------------


def preview(db: ReadSession, dataset_id: int, files: Path, *, given: dict[str, Any]) -> dict[str, Any]:
    """The first rows as they would be read. `given` overrides the guesses of delimiter, header, encoding."""
    dataset = queries.find(db, dataset_id)
    listed = queries.list_files(db, dataset_id, limit=PREVIEW_ROWS)
    count = queries.sizes(db).get(dataset_id, (0, 0))[0]
    base: dict[str, Any] = {
        "kind": dataset.kind if dataset else None,
        "encoding": given.get("encoding") or "utf-8",
        "encodings": list(rules.ENCODINGS),
        "delimiter": None,
        "header": None,
        "columns": [],
        "rows": [],
        "items": 0,
        "items_exact": True,
        "problems": [],
    }
    if not listed:
        return base
    if base["kind"] == "file":
        return _preview_texts(base, listed, count, files, given)
    return _preview_table(db, dataset_id, base, count, files, given)


def _preview_texts(base: dict[str, Any], listed: Any, count: int, files: Path, given: dict[str, Any]) -> dict[str, Any]:
    rows = []
    for file in listed:
        try:
            _, text = reading.read_head(files / file.path, given.get("encoding"))
            rows.append([file.name, text[:PREVIEW_CELL]])
        except FileRefused as refused:
            base["problems"].append(_problem(file.name, refused.refusal))
    columns = [
        {"name": "file", "sample": rows[0][0] if rows else ""},
        {"name": "text", "sample": rows[0][1][:80] if rows else ""},
    ]
    return {**base, "columns": columns, "rows": rows, "items": count}


def guess(path: Path, name: str, *, given: dict[str, Any]) -> Reading:
    """How a table is to be read: what is given, and guesses for the rest. FileRefused when it is not text.

    A byte order mark speaks for its own file only, so it is not what the other files are read with.
    """
    _, head = reading.read_head(path, given.get("encoding"))
    guessed = rules.guess_table(head, name)
    header = given.get("header")
    return Reading(
        delimiter=given.get("delimiter") or guessed.delimiter,
        header=guessed.header if header is None else bool(header),
        encoding=given.get("encoding") or "utf-8",
    )


@dataclass(frozen=True, slots=True)
class FirstTable:
    """The first table of a dataset whose header can be read, and the files before it that cannot."""

    file: Row[Any] | None
    how: Reading
    codec: str
    columns: list[str]
    warnings: list[Problem]
    refused: list[tuple[Row[Any], Refusal]]


def first_table(db: ReadSession, dataset_id: int, files: Path, *, given: dict[str, Any]) -> FirstTable:
    """Look for a readable table among the first files, so that one broken file does not stand for all (4.4)."""
    refused: list[tuple[Row[Any], Refusal]] = []
    for file in itertools.islice(iterate_files(db, dataset_id), LOOKED_AT):
        path = files / file.path
        try:
            how = guess(path, file.name, given=given)
            codec, _ = reading.read_head(path, how.encoding)
            with reading.open_table(path, how, codec) as table:
                return FirstTable(file, how, codec, table.columns, table.warnings, refused)
        except FileNotFoundError:
            refused.append((file, Refusal("file_missing", "The file is no longer in the datastore.")))
        except FileRefused as error:
            refused.append((file, error.refusal))
    return FirstTable(None, Reading(), "utf-8", [], [], refused)


def _preview_table(
    db: ReadSession, dataset_id: int, base: dict[str, Any], count: int, files: Path, given: dict[str, Any]
) -> dict[str, Any]:
    first = first_table(db, dataset_id, files, given=given)
    base["problems"] += [_problem(file.name, refusal) for file, refusal in first.refused]
    file, how = first.file, first.how
    if file is None:
        return {**base, "items": None, "items_exact": False}
    path = files / file.path
    base["problems"] += [
        {"file": file.name, "line": 1, "column": p.field, "code": p.code, "message": p.message} for p in first.warnings
    ]
    base.update(
        encoding="utf-16" if first.codec == "utf-16" else how.encoding,
        delimiter=how.delimiter,
        header=how.header,
        items=None,
        items_exact=False,
    )
    try:
        with reading.open_table(path, how, first.codec) as table:
            for row in itertools.islice((row for row in table.reader if row), PREVIEW_ROWS):
                base["rows"].append([cell[:PREVIEW_CELL] for cell in row])
        if file.bytes <= SMALL_FILE and count == 1:
            base.update(items=reading.check_table(path, how).rows, items_exact=True)
        else:
            base["items"] = _estimate(path, queries.sizes(db)[dataset_id][1], base["rows"])
    except FileRefused as refused:
        base["problems"].append(_problem(file.name, refused.refusal))
    except csv.Error:
        refusal = whole_refusal(path, how, file.bytes) or Refusal(
            "malformed_quotes", "One of the first rows has a quote in the wrong place."
        )
        base["problems"].append(_problem(file.name, refusal))
    base["columns"] = [
        {"name": name, "sample": next((row[n][:80] for row in base["rows"] if n < len(row) and row[n]), "")}
        for n, name in enumerate(first.columns)
    ]
    return base


def whole_refusal(path: Path, how: Reading, size: int) -> Refusal | None:
    """Why a small table would be refused as a whole, told before a project is made of it; None for large ones."""
    if size > SMALL_FILE:
        return None
    try:
        reading.check_table(path, how)
    except FileRefused as refused:
        return refused.refusal
    return None


def _estimate(path: Path, total: int, rows: list[list[str]]) -> int | None:
    """Rows in `total` bytes of files, from the line ends in the beginning of one of them."""
    with path.open("rb") as file:
        head = file.read(1 << 20)
    lines = max(head.count(b"\n"), head.count(b"\r"), 1)
    return round(total / len(head) * lines) if head and rows else None


def _problem(name: str, refusal: Refusal) -> dict[str, Any]:
    return {
        "file": name,
        "line": refusal.line,
        "column": refusal.column,
        "code": refusal.code,
        "message": refusal.message,
    }
