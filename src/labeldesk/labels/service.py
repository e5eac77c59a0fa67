"""Write a project's labels, read a version of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from labeldesk.accounts.rules import Actor
from labeldesk.core.errors import NotFound
from labeldesk.db.database import ReadSession, WriteSession
from labeldesk.labels import queries
from labeldesk.labels.rules import Label, LabelSet

_MOST_KEPT = 64


def write_first_set(db: WriteSession, actor: Actor | None, project_id: int, labels: Sequence[Label]) -> None:
    """Store version 1 of a new project's labels."""
    ids = queries.insert_labels(db, project_id, len(labels))
    rows = [
        {
            "id": ids[label.position],
            "name": label.name,
            "path": label.path,
            "color": label.color,
            "description": label.description,
            "hotkey": label.hotkey,
            "parent_id": None if label.parent is None else ids[label.parent],
        }
        for label in labels
    ]
    queries.insert_set(
        db,
        {
            "project_id": project_id,
            "version": 1,
            "labels": rows,
            "created_by": actor.user_id if actor else None,
            "created_at": db.now,
        },
    )


def get_set(db: ReadSession, project_id: int, version: int) -> LabelSet:
    """A version of a project's labels."""
    # A committed version never changes, so the last ones used are kept beside the database.
    memo: dict[tuple[int, int], LabelSet] = db.database.memo.setdefault("label_sets", {})
    key = (project_id, version)
    kept = memo.get(key)
    if kept is not None:
        return kept
    rows = queries.find_set(db, project_id, version)
    if rows is None:
        raise NotFound("There is no such version of the labels.")
    found = LabelSet(version=version, by_id={row["id"]: row for row in rows})
    while len(memo) >= _MOST_KEPT:
        memo.pop(next(iter(memo)), None)
    memo[key] = found
    return found


def tree(labels: LabelSet) -> dict[str, Any]:
    """The set as nested JSON."""
    nodes: dict[int, dict[str, Any]] = {}
    top: list[dict[str, Any]] = []
    for label_id, row in labels.by_id.items():
        node = {**row, "children": []}
        nodes[label_id] = node
        (nodes[row["parent_id"]]["children"] if row["parent_id"] is not None else top).append(node)
    return {"version": labels.version, "labels": top}


def view(labels: LabelSet, ids: Sequence[int]) -> list[dict[str, Any]]:
    """Labels as shown beside an item: id, path, colour."""
    return [
        {"id": label_id, "path": labels.by_id[label_id]["path"], "color": labels.by_id[label_id]["color"]}
        for label_id in ids
        if label_id in labels.by_id
    ]
