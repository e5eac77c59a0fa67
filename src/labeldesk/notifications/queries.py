"""Every statement on notifications."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update

from labeldesk.db.database import ReadSession, WriteSession
from labeldesk.db.tables import table_of
from labeldesk.notifications.tables import Notification

NOTE = table_of(Notification)


def insert_all(db: WriteSession, rows: Sequence[dict[str, Any]]) -> None:
    db.execute(insert(NOTE), rows)


def list_for(db: ReadSession, user_id: int, limit: int) -> Sequence[Row[Any]]:
    return db.rows(select(NOTE).where(NOTE.c.user_id == user_id).order_by(NOTE.c.id.desc()).limit(limit))


def count_unread(db: ReadSession, user_id: int) -> int:
    return int(db.scalar(select(func.count()).where(NOTE.c.user_id == user_id, NOTE.c.read == 0)))


def latest(db: ReadSession, user_id: int) -> tuple[int, int]:
    return int(db.scalar(select(func.max(NOTE.c.id)).where(NOTE.c.user_id == user_id)) or 0), count_unread(db, user_id)


def mark_read(db: WriteSession, user_id: int, up_to: int) -> None:
    db.execute(update(NOTE).where(NOTE.c.user_id == user_id, NOTE.c.id <= up_to, NOTE.c.read == 0).values(read=1))


def purge(db: WriteSession, *, before: int) -> int:
    return db.execute(delete(NOTE).where(NOTE.c.at < before)).rowcount
