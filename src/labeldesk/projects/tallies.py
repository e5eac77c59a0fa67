"""Counts that are exact when read and cheap when written: each change adds to one of several shards of a count.

Kinds and their subjects:
`state`: item state → items; `label`: label id → items with it in their final label, `none` → items without any;
`labeler`: `user:answer` or `user:skip` → that person's counting answers; `hour`: hours since 1970 → answers;
`labeler_hour`: `user:hour` → answers.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite

from labeldesk.db.database import ReadSession, WriteSession
from labeldesk.db.tables import table_of
from labeldesk.projects.tables import Tally

TALLY = table_of(Tally)
SHARDS = 16
NONE = "none"  # the subject of `label` for items whose final label is the empty set
Counts = Mapping[tuple[str, str], int]


def _upsert(build: Any) -> Any:
    statement = build(TALLY)
    return statement.on_conflict_do_update(
        index_elements=["project_id", "kind", "subject", "shard"],
        set_={"n": TALLY.c.n + statement.excluded.n},
    )


_UPSERTS = {"sqlite": _upsert(sqlite.insert), "postgresql": _upsert(postgresql.insert)}


def add(db: WriteSession, project_id: int, counts: Counts) -> None:
    """Add to counts, in the transaction of what they count.

    All of one transaction goes to one shard, in sorted order, so that two transactions on the same shard lock its
    rows in the same order and never deadlock. SQLite has one writer at a time and needs one shard only.
    """
    shard = 0 if db.is_sqlite else random.randrange(SHARDS)  # noqa: S311  spreads load, guards nothing
    rows = [
        {"project_id": project_id, "kind": kind, "subject": subject, "shard": shard, "n": n}
        for (kind, subject), n in sorted(counts.items())
        if n
    ]
    if rows:
        db.execute(_UPSERTS["sqlite" if db.is_sqlite else "postgresql"], rows)


_READ = (
    select(TALLY.c.subject, func.sum(TALLY.c.n).label("n"))
    .where(TALLY.c.project_id == bindparam("project_id"), TALLY.c.kind == bindparam("kind"))
    .group_by(TALLY.c.subject)
)


def read(db: ReadSession, project_id: int, kind: str) -> dict[str, int]:
    """All counts of a kind that are not zero, by subject."""
    rows = db.rows(_READ, {"project_id": project_id, "kind": kind})
    return {row.subject: int(row.n) for row in rows if row.n}


def read_states(db: ReadSession, project_ids: list[int]) -> dict[int, dict[str, int]]:
    """The `state` counts of several projects."""
    rows = db.rows(
        select(TALLY.c.project_id, TALLY.c.subject, func.sum(TALLY.c.n).label("n"))
        .where(TALLY.c.project_id.in_(project_ids), TALLY.c.kind == "state")
        .group_by(TALLY.c.project_id, TALLY.c.subject)
    )
    counts: dict[int, dict[str, int]] = {project_id: {} for project_id in project_ids}
    for row in rows:
        counts[row.project_id][row.subject] = int(row.n)
    return counts


def read_subjects(db: ReadSession, project_id: int, kind: str, subjects: Collection[str]) -> dict[str, int]:
    """Counts of the named subjects. Named one by one: text ranges sort differently on every database."""
    rows = db.rows(
        select(TALLY.c.subject, func.sum(TALLY.c.n).label("n"))
        .where(TALLY.c.project_id == project_id, TALLY.c.kind == kind, TALLY.c.subject.in_(subjects))
        .group_by(TALLY.c.subject)
    )
    return {row.subject: int(row.n) for row in rows if row.n}


def fingerprint(db: ReadSession, project_id: int) -> tuple[tuple[str, int], ...]:
    """A value that differs after any answer, skip or imported batch."""
    states = read(db, project_id, "state")
    labelers = read(db, project_id, "labeler")
    return (*sorted(states.items()), *sorted(labelers.items()))


def drop(db: WriteSession, project_id: int) -> None:
    """Forget all counts of a project whose contents are gone."""
    db.execute(delete(TALLY).where(TALLY.c.project_id == project_id))
