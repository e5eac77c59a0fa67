"""Every statement on projects and their instructions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from labeldesk.db.database import ReadSession, WriteSession
from labeldesk.db.tables import table_of
from labeldesk.projects.tables import Instructions, InstructionsSeen, Project

PROJECT = table_of(Project)
TEXT = table_of(Instructions)
SEEN = table_of(InstructionsSeen)


_FIND = select(PROJECT).where(PROJECT.c.id == bindparam("project_id"))
_FIND_SHARED = _FIND.with_for_update(read=True)
_FIND_LOCKED = _FIND.with_for_update()


def find(db: ReadSession, project_id: int) -> Row[Any] | None:
    return db.row(_FIND, {"project_id": project_id})


def find_locked(db: WriteSession, project_id: int, *, share: bool) -> Row[Any] | None:
    """The row, held against a change of its state until the transaction ends. SQLite has one writer anyway."""
    return db.row(_FIND_SHARED if share else _FIND_LOCKED, {"project_id": project_id})


def find_by_name(db: ReadSession, folded: str) -> Row[Any] | None:
    return db.row(select(PROJECT).where(PROJECT.c.name_folded == folded))


def find_sample(db: ReadSession, sample: str) -> Row[Any] | None:
    return db.row(select(PROJECT).where(PROJECT.c.sample == sample))


def list_all(db: ReadSession, ids: Collection[int] | None) -> Sequence[Row[Any]]:
    statement = select(PROJECT).order_by(PROJECT.c.id.desc())
    if ids is not None:
        statement = statement.where(PROJECT.c.id.in_(ids))
    return db.rows(statement)


def names(db: ReadSession, ids: Collection[int]) -> dict[int, str]:
    rows = db.rows(select(PROJECT.c.id, PROJECT.c.name).where(PROJECT.c.id.in_(ids)))
    return {row.id: row.name for row in rows}


def using_dataset(db: ReadSession, dataset_id: int) -> Sequence[Row[Any]]:
    return db.rows(
        select(PROJECT.c.id, PROJECT.c.name).where(PROJECT.c.dataset_id == dataset_id).order_by(PROJECT.c.id)
    )


def insert_project(db: WriteSession, values: dict[str, Any]) -> int:
    return int(db.execute(insert(PROJECT).values(values).returning(PROJECT.c.id)).scalar_one())


def update_project(db: WriteSession, project_id: int, values: dict[str, Any]) -> None:
    db.execute(update(PROJECT).where(PROJECT.c.id == project_id).values(updated_at=db.now, **values))


def insert_instructions(db: WriteSession, values: dict[str, Any]) -> None:
    db.execute(insert(TEXT).values(values))


def find_instructions(db: ReadSession, project_id: int, version: int) -> Row[Any] | None:
    return db.row(select(TEXT).where(TEXT.c.project_id == project_id, TEXT.c.version == version))


def seen_version(db: ReadSession, user_id: int, project_id: int) -> int | None:
    value = db.scalar(select(SEEN.c.version).where(SEEN.c.user_id == user_id, SEEN.c.project_id == project_id))
    return None if value is None else int(value)


def put_seen(db: WriteSession, user_id: int, project_id: int, version: int) -> None:
    mine = (SEEN.c.user_id == user_id) & (SEEN.c.project_id == project_id)
    if not db.execute(update(SEEN).where(mine).values(version=version)).rowcount:
        db.execute(insert(SEEN).values(user_id=user_id, project_id=project_id, version=version))


def to_purge(db: ReadSession, *, before: int) -> Sequence[Row[Any]]:
    """Deleted projects whose contents are still there although nobody can restore them."""
    return db.rows(
        select(PROJECT)
        .where(PROJECT.c.state == "deleted", PROJECT.c.deleted_at < before, PROJECT.c.purged_at.is_(None))
        .order_by(PROJECT.c.id)
    )
