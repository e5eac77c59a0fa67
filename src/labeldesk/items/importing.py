"""Initialization: read a project's files into items, batch by batch, from wherever it stopped.

First every table is read once from end to end and refused as a whole if anything speaks against it; then rows
become items. A batch, its refusals, its counts and the cursor commit together, so a kill costs one batch at most.
"""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import Row

from labeldesk.core.ids import item_id
from labeldesk.datasets import reading
from labeldesk.datasets import service as datasets
from labeldesk.datasets.reading import FileRefused, Refusal
from labeldesk.datasets.rules import Reading
from labeldesk.items import queries
from labeldesk.items.rules import row_problem, shuffle_rank, text_hash
from labeldesk.jobs.run import JobFailed, JobRun
from labeldesk.projects import tallies

LARGE_BATCH = 20_000  # rows: SQLite writes each index page a batch meets once, so large ones are twice as fast
SMALL_BATCH = 200  # rows, while people label
# PostgreSQL gains little from large ones, and people's commits would wait for theirs to reach the disk.
POSTGRES_BATCH = 5_000
BATCH_CHARACTERS = 8 << 20  # where rows are long, this ends a batch
BREATH = 0.02  # seconds
QUIET_SECONDS = 30.0  # after this time without anyone waiting for the writer, nobody labels
FILES_A_STEP = 100
REPORT_MOST = 100_000  # refusals listed one by one; all are counted


@dataclass(slots=True)
class Cursor:
    """Where the import stands. `file`: position of the file in hand; `row`: its rows already dealt with."""

    phase: str = "check"
    file: int = 0
    row: int = 0
    added: int = 0
    refused: int = 0
    total: int = 0


@dataclass(slots=True)
class Batch:
    """Rows on their way into the database."""

    items: list[tuple[int, int, int, int]] = field(default_factory=list)
    texts: list[tuple[int, int, int, int, str]] = field(default_factory=list)
    refused: list[dict[str, Any]] = field(default_factory=list)
    read: int = 0
    ended: bool = True


class Import:
    """One run of a project's import."""

    def __init__(self, run: JobRun, project: Row[Any], kind: str, files: Path, *, longest: int) -> None:
        self.run = run
        self.project = project
        self.kind = kind
        self.files = files
        self.longest = longest
        self.how = Reading(**project.reading)
        self.cursor = Cursor(**run.cursor) if run.cursor else Cursor()
        self.wanted_at = -QUIET_SECONDS  # when someone was last seen waiting for the writer

    def go(self) -> Cursor:
        """Run to the end; returns the final counts. JobFailed when not one file could be read."""
        if self.cursor.phase == "check":
            self._check_all()
        if self.cursor.phase == "read":
            self._read_all()
        return self.cursor

    # -- first pass: may every file be read? ---------------------------------------------------------------------

    def _check_all(self) -> None:
        while True:
            with self.run.read() as db:
                files = [
                    file
                    for file, _ in zip(
                        datasets.iterate_files(db, self.project.dataset_id, after=self.cursor.file),
                        range(FILES_A_STEP if self.kind == "file" else 1),
                        strict=False,
                    )
                ]
            if not files:
                break
            checked = [self._check(file) for file in files]
            self.cursor.file = files[-1].position
            with self.run.step() as step:
                for file, (source, refusals) in zip(files, checked, strict=True):
                    queries.insert_source(step.db, source)
                    self._list(step.db, file.name, refusals, warning=source["state"] != "refused")
                    self.cursor.total += source["rows"]
                self._save(step, note="Checking the files")
        self.cursor.phase, self.cursor.file, self.cursor.row = "read", 0, 0
        with self.run.step() as step:
            sums = queries.source_sums(step.db, self.project.id)
            self._save(step, note="Reading the rows")
            step.total = self.cursor.total
        if sums.refused and not self.cursor.total:
            with self.run.read() as db:
                first = queries.list_refused(db, self.project.id, after=0, limit=1)[0]
            raise JobFailed(f"None of the files could be read. {first.file}: {first.message}")

    def _check(self, file: Row[Any]) -> tuple[dict[str, Any], list[Refusal]]:
        source: dict[str, Any] = {
            "project_id": self.project.id,
            "position": file.position,
            "file_id": file.id,
            "name": file.name,
            "path": file.path,
            "columns": ["text"],
            "encoding": self.how.encoding,
            "state": "checked",
            "rows": 1,
            "blank_lines": 0,
        }
        if self.kind == "file":
            return source, []  # a text is checked when it is read, which is one step anyway
        path = self.files / file.path
        try:
            _check_unchanged(path, file.bytes)
            found = reading.check_table(path, self.how, pulse=self._pulse)
            self._check_columns(found.columns)
        except FileRefused as refused:
            return {**source, "state": "refused", "columns": [], "rows": 0, "refused": 1}, [refused.refusal]
        return {
            **source,
            "columns": found.columns,
            "encoding": found.encoding,
            "rows": found.rows,
            "blank_lines": found.blank_lines,
        }, found.warnings

    def _check_columns(self, columns: list[str]) -> None:
        wanted = [*self.project.text_columns, *([self.project.id_column] if self.project.id_column else [])]
        for name in wanted:
            if name not in columns:
                raise FileRefused(
                    Refusal("missing_column", f"The file has no column “{name[:60]}”.", line=1, column=name)
                )

    def _pulse(self, _: int) -> None:
        if self.run.stopping():
            # leaves through the next step, which raises; nothing of this file has been written
            with self.run.step():
                pass

    # -- second pass: rows become items ----------------------------------------------------------------------------

    def _read_all(self) -> None:
        if self.kind == "file":
            self._read_texts()
            return
        while True:
            with self.run.read() as db:
                # a file half read is taken up again; otherwise the next one
                behind = self.cursor.file - 1 if self.cursor.row else self.cursor.file
                source = queries.next_source(db, self.project.id, after=behind)
            if source is None or self._full():
                return
            self.cursor.file = source.position
            self._read_table(source)
            self.cursor.row = 0

    def _full(self) -> bool:
        return bool(self.cursor.added >= self.project.max_items)

    def _read_table(self, source: Row[Any]) -> None:
        path = self.files / source.path
        with reading.open_table(path, self.how, source.encoding) as table:
            rows = _numbered(table, skip=self.cursor.row)
            while not self._full():
                batch = self._take_rows(source, rows)
                self._write(batch, source)
                if batch.ended:
                    return

    def _take_rows(self, source: Row[Any], rows: Iterator[tuple[int, list[str] | int]]) -> Batch:
        """The next rows of a table. The one hot loop of the import: names are local for speed."""
        batch = Batch()
        columns: list[str] = source.columns
        width, longest = len(columns), self.longest
        shown = [columns.index(name) for name in self.project.text_columns]
        only = shown[0] if len(shown) == 1 else None
        project_id, seed, wanted = self.project.id, self.project.seed, self.project.min_labelers
        first_id = item_id(project_id, 0)
        position, row_number = self.cursor.added, self.cursor.row
        room = self.project.max_items - position
        dumps = orjson.dumps
        items, texts = batch.items, batch.texts
        most, characters, read = self._batch_rows(), 0, 0
        for line, row in rows:
            read += 1
            row_number += 1
            if isinstance(row, int):
                batch.refused.append(_refusal(source.name, line, None, *_bad_quotes(line, row)))
            else:
                fields = dumps(row).decode()
                characters += len(fields)
                # one cheap look at the whole row; only the odd one pays for the exact checks
                text = row[only] if only is not None and len(row) == width else ""
                if len(row) != width or len(fields) > longest or "\\u0000" in fields or not text or text.isspace():
                    problem = row_problem(row, columns=columns, shown=shown, longest=longest)
                else:
                    problem = None
                if problem is not None:
                    code, message, column = problem
                    batch.refused.append(_refusal(source.name, line, column, code, message))
                else:
                    position += 1
                    new_id = first_id + position
                    items.append((new_id, project_id, shuffle_rank(seed, position), wanted))
                    digest = text_hash((text,) if only is not None else [row[place] for place in shown])
                    texts.append((new_id, source.id, row_number, digest, fields))
            if len(items) >= room:
                break
            if read >= most or characters > BATCH_CHARACTERS:
                batch.ended = False
                break
        batch.read = read
        return batch

    def _batch_rows(self) -> int:
        if not self.run.database.is_sqlite:
            return POSTGRES_BATCH
        return LARGE_BATCH if self._is_quiet() else SMALL_BATCH

    def _is_quiet(self) -> bool:
        """Whether nobody seems to label now."""
        return time.monotonic() - self.wanted_at > QUIET_SECONDS

    def _write(self, batch: Batch, source: Row[Any]) -> None:
        self.cursor.row += batch.read
        self.cursor.added += len(batch.items)
        self.cursor.refused += len(batch.refused)
        with self.run.step() as step:
            if batch.items:
                queries.insert_items(step.db, batch.items, batch.texts)
                tallies.add(step.db, self.project.id, {("state", "unlabeled"): len(batch.items)})
            self._list_rows(step.db, batch.refused)
            queries.add_to_source(
                step.db,
                source.id,
                added=len(batch.items),
                refused=len(batch.refused),
                state="read" if batch.ended else None,
            )
            self._save(step, note="Reading the rows")
            wanted = step.db.is_wanted
        # People who label go first: small batches as long as they come, and a breath after each.
        if wanted:
            self.wanted_at = time.monotonic()
        if not self._is_quiet():
            self.run.database.checkpoint()
            time.sleep(BREATH)

    def _read_texts(self) -> None:
        while not self._full():
            with self.run.read() as db:
                sources: list[Row[Any]] = []
                behind = self.cursor.file
                room = min(FILES_A_STEP, self.project.max_items - self.cursor.added)
                while len(sources) < room:
                    source = queries.next_source(db, self.project.id, after=behind)
                    if source is None:
                        break
                    sources.append(source)
                    behind = source.position
                sizes: dict[int, int] = {}
                for file in datasets.iterate_files(db, self.project.dataset_id, after=self.cursor.file):
                    if file.position > behind:
                        break
                    sizes[file.position] = file.bytes
            if not sources:
                return
            self._read_text_files(sources, sizes)

    def _read_text_files(self, sources: list[Row[Any]], sizes: dict[int, int]) -> None:
        """`sizes`: bytes each file had when it came in, by position."""
        items, texts = [], []
        outcomes: list[tuple[Row[Any], Refusal | None]] = []
        position = self.cursor.added
        for source in sources:
            path = self.files / source.path
            try:
                _check_unchanged(path, sizes[source.position])
                text = reading.read_text(path, self.how.encoding, longest=self.longest)
            except FileRefused as refused:
                outcomes.append((source, refused.refusal))
                continue
            position += 1
            new_id = item_id(self.project.id, position)
            rank = shuffle_rank(self.project.seed, position)
            items.append((new_id, self.project.id, rank, self.project.min_labelers))
            texts.append((new_id, source.id, 1, text_hash([text]), orjson.dumps([text]).decode()))
            outcomes.append((source, None))
        self.cursor.file = sources[-1].position
        self.cursor.added = position
        with self.run.step() as step:
            if items:
                queries.insert_items(step.db, items, texts)
                tallies.add(step.db, self.project.id, {("state", "unlabeled"): len(items)})
            for source, refusal in outcomes:
                if refusal is not None:
                    self.cursor.refused += 1
                    self._list(step.db, source.name, [refusal], warning=False)
                taken = refusal is None
                queries.add_to_source(
                    step.db,
                    source.id,
                    added=int(taken),
                    refused=int(not taken),
                    state="read" if taken else "refused",
                )
            self._save(step, note="Reading the files")

    # -- the report ------------------------------------------------------------------------------------------------

    def _save(self, step: Any, *, note: str) -> None:
        step.cursor = asdict(self.cursor)
        step.done = self.cursor.added + self.cursor.refused
        step.note = note

    def _list(self, db: Any, name: str, refusals: list[Refusal], *, warning: bool) -> None:
        rows = [{**_refusal(name, r.line, r.column, r.code, r.message), "warning": int(warning)} for r in refusals]
        self._list_rows(db, rows)

    def _list_rows(self, db: Any, rows: list[dict[str, Any]]) -> None:
        room = max(0, REPORT_MOST - self.cursor.refused)
        queries.insert_refused(db, [{"warning": 0, **row, "project_id": self.project.id} for row in rows[: room + 1]])


def _check_unchanged(path: Path, size: int) -> None:
    """FileRefused when the file is gone or no longer as long as it was when it came in."""
    if not path.exists():
        raise FileRefused(Refusal("file_missing", "The file is no longer in the datastore."))
    if path.stat().st_size != size:
        raise FileRefused(Refusal("changed_during_read", "The file changed after it was uploaded."))


def _bad_quotes(first: int, last: int) -> tuple[str, str]:
    """(code, message) for a row whose quotes are wrong; an open quote may have taken in the lines that follow."""
    upto = f" The row goes on to line {last}, because a quote was open." if last > first else ""
    return (
        "malformed_quotes",
        f"After a closing quote only the delimiter may follow; inside a cell a quote is written twice.{upto}",
    )


def _numbered(table: reading.Table, *, skip: int) -> Iterator[tuple[int, list[str] | int]]:
    """Rows with the line they begin on; the line it ends on for one whose quotes are wrong. Blank lines are no rows."""
    reader, skipped_lines = table.reader, table.skipped_lines
    line = table.line
    number = 0
    while True:
        try:
            for row in reader:
                if row:
                    number += 1
                    if number > skip:
                        yield line + 1, row
                line = reader.line_num + skipped_lines
            return
        except csv.Error:
            number += 1
            if number > skip:
                yield line + 1, table.line
            line = table.line


def _refusal(file: str, line: int | None, column: str | None, code: str, message: str) -> dict[str, Any]:
    return {"file": file, "line": line, "column": column, "code": code, "message": message}
