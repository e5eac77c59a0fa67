"""Writing an export from one snapshot, row by row, into a file that gets its name only when it is whole."""

from __future__ import annotations

import csv
import hashlib
import io
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Row

from labeldesk.core.times import iso
from labeldesk.db.database import ReadSession
from labeldesk.exports import queries, rules
from labeldesk.items import service as items
from labeldesk.labels import service as labels

FLUSH = 1 << 20  # characters gathered before they go to the file
PULSE = 5_000  # rows between two signs of progress


@dataclass(frozen=True, slots=True)
class Plan:
    """What each row consists of."""

    data: list[str]
    label_column: str
    label_names: dict[int, str]
    formula_safe: bool
    sources: dict[int, list[str]]

    @property
    def header(self) -> list[str]:
        names = [*self.data, self.label_column]
        return [rules.safe_cell(name) for name in names] if self.formula_safe else names


def plan(db: ReadSession, project: Row[Any], options: dict[str, Any]) -> Plan:
    """Fix the columns and the names of labels for the snapshot `db` reads."""
    label_set = labels.get_set(db, project.id, project.label_set_version)
    data, label_column = rules.header(
        options["columns"],
        task_type=project.task_type,
        text_columns=project.text_columns,
        all_columns=items.all_columns(db, project.id) if options["columns"] == "all" else [],
    )
    key = "path" if options["label_as"] == "path" else "name"
    return Plan(
        data=data,
        label_column=label_column,
        label_names={label_id: label[key] for label_id, label in label_set.by_id.items()},
        formula_safe=bool(options["formula_safe"]),
        sources=queries.source_columns(db, project.id),
    )


def iterate_rows(db: ReadSession, project: Row[Any], plan: Plan, *, limit: int | None = None) -> Iterator[list[str]]:
    """The rows of the export in import order."""
    places: dict[int, list[int | None]] = {
        source: [columns.index(name) if name in columns else None for name in plan.data]
        for source, columns in plan.sources.items()
    }
    safe, names, task_type = plan.formula_safe, plan.label_names, project.task_type
    for found in queries.labeled_rows(db, project.id, limit=limit):
        _, source_id, fields, value = tuple(found)
        row = [fields[place] if place is not None else "" for place in places[source_id]]
        row.append(rules.label_cell(task_type, [names[label_id] for label_id in value["labels"]]))
        yield [rules.safe_cell(cell) for cell in row] if safe else row


def write_csv(
    db: ReadSession, project: Row[Any], plan: Plan, path: Path, pulse: Callable[[int], None]
) -> dict[str, Any]:
    """Write the file at `path` whole or not at all; returns rows, bytes and SHA-256. Memory stays flat."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(path.suffix + ".part")
    digest = hashlib.sha256()
    count = size = 0
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")  # RFC 4180
    with part.open("wb") as file:

        def flush() -> None:
            nonlocal size
            data = buffer.getvalue().encode("utf-8")
            buffer.seek(0)
            buffer.truncate()
            digest.update(data)
            size += len(data)
            file.write(data)

        writer.writerow(plan.header)
        for row in iterate_rows(db, project, plan):
            writer.writerow(row)
            count += 1
            if buffer.tell() > FLUSH:
                flush()
            if count % PULSE == 0:
                pulse(count)
        flush()
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, path)
    return {"rows": count, "bytes": size, "sha256": digest.hexdigest()}


def manifest(
    db: ReadSession, project: Row[Any], export: Row[Any], written: dict[str, Any], name: str
) -> dict[str, Any]:
    """What the export is: its moment, filter, counts, label-set version, hash."""
    return {
        "product": "labeldesk",
        "schema": 1,
        "project": {"id": project.id, "name": project.name, "task_type": project.task_type},
        "file": name,
        "format": export.format,
        "options": export.options,
        "snapshot_at": iso(db.now),
        "label_set_version": project.label_set_version,
        "counts": {"rows": written["rows"]},
        "bytes": written["bytes"],
        "sha256": written["sha256"],
    }
