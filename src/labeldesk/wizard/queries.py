"""Every statement on drafts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update

from labeldesk.db.database import ReadSession, WriteSession
from labeldesk.db.tables import table_of
from labeldesk.wizard.tables import WizardDraft

DRAFT = table_of(WizardDraft)


def list_mine(db: ReadSession, user_id: int) -> Sequence[Row[Any]]:
    return db.rows(select(DRAFT).where(DRAFT.c.user_id == user_id).order_by(DRAFT.c.updated_at.desc()))


def count_mine(db: ReadSession, user_id: int) -> int:
    return int(db.scalar(select(func.count()).where(DRAFT.c.user_id == user_id)))


def find(db: ReadSession, user_id: int, draft_id: int) -> Row[Any] | None:
    return db.row(select(DRAFT).where(DRAFT.c.id == draft_id, DRAFT.c.user_id == user_id))


def insert_draft(db: WriteSession, user_id: int, body: dict[str, Any]) -> int:
    statement = insert(DRAFT).values(user_id=user_id, body=body, updated_at=db.now).returning(DRAFT.c.id)
    return int(db.execute(statement).scalar_one())


def put(db: WriteSession, user_id: int, draft_id: int, body: dict[str, Any]) -> int:
    return db.execute(
        update(DRAFT).where(DRAFT.c.id == draft_id, DRAFT.c.user_id == user_id).values(body=body, updated_at=db.now)
    ).rowcount


def drop(db: WriteSession, user_id: int, draft_id: int) -> int:
    return db.execute(delete(DRAFT).where(DRAFT.c.id == draft_id, DRAFT.c.user_id == user_id)).rowcount
