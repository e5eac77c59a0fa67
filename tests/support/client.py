"""Projects made through the client in one line."""

from __future__ import annotations

import uuid
from pathlib import Path

import labeldesk
from support.desk import rows_csv


def make_project(client: labeldesk.Desk, folder: Path, count: int = 20, **changes: object) -> labeldesk.Project:
    """A project of so many made-up rows, ready to be labeled."""
    name = f"Project {uuid.uuid4().hex[:8]}"
    path = folder / f"{name}.csv"
    path.write_bytes(rows_csv(count))
    wanted = {"task_type": "multiclass", "text_columns": ["text"], "labels": ["yes", "no", "Pet/Cat", "Pet/Dog"]}
    made = client.projects.create(name, dataset=client.datasets.upload(name, path), **{**wanted, **changes})  # type: ignore[arg-type]
    return made.wait(timeout=60)
