"""Every statement on leases and on the places they hold."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Integer, Row, bindparam, delete, func, insert, select, update
from sqlalchemy.sql.dml import ReturningUpdate

from labeldesk.db.database import ReadSession, WriteSession
from labeldesk.db.tables import table_of
from labeldesk.items.tables import Item
from labeldesk.queue.tables import Lease

ITEM = table_of(Item)
LEASE = table_of(Lease)


def _take_places(*, skip_locked: bool) -> ReturningUpdate[Any]:
    free = (
        select(ITEM.c.id)
        .where(ITEM.c.project_id == bindparam("project"), ITEM.c.taken < ITEM.c.wanted)
        .order_by(ITEM.c.rank)
        .limit(bindparam("most", type_=Integer))
        .with_for_update(skip_locked=skip_locked)
    )
    return (
        update(ITEM)
        .where(ITEM.c.id.in_(free.scalar_subquery()))
        .values(taken=ITEM.c.taken + 1)
        .returning(ITEM.c.id, ITEM.c.round, ITEM.c.rank)
    )


_TAKE_PLACES = _take_places(skip_locked=True)
_TAKE_PLACES_WAITING = _take_places(skip_locked=False)


def take_places(db: WriteSession, project_id: int, limit: int, *, wait: bool = False) -> list[tuple[int, int, int]]:
    """Take one place on each of the first free items of the shuffle; (item, round, rank) in queue order.

    One statement, so that no other transaction can come between finding a place and taking it. The partial index
    holds only items with a free place, so the cost does not grow with the project. On PostgreSQL SKIP LOCKED lets
    labelers who claim at once get different items instead of waiting for each other (`wait` makes them wait, to be
    sure that nothing is free); the table's check would refuse a place too many even if all of this were wrong.
    """
    statement = _TAKE_PLACES_WAITING if wait else _TAKE_PLACES
    rows = db.execute(statement, {"project": project_id, "most": limit}).all()
    return sorted(((row.id, row.round, row.rank) for row in rows), key=lambda taken: taken[2])


def take_place(db: WriteSession, item_id: int) -> int | None:
    """Take a place on this item if one is free; its round, or None."""
    value = db.execute(
        update(ITEM)
        .where(ITEM.c.id == item_id, ITEM.c.taken < ITEM.c.wanted)
        .values(taken=ITEM.c.taken + 1)
        .returning(ITEM.c.round)
    ).scalar()
    return None if value is None else int(value)


def free_places(db: WriteSession, item_ids: Sequence[int]) -> None:
    """Give places back, in id order so that two of these never wait for each other in a circle."""
    for start in range(0, len(item_ids), 500):
        part = sorted(item_ids)[start : start + 500]
        if not db.is_sqlite:
            db.execute(select(ITEM.c.id).where(ITEM.c.id.in_(part)).order_by(ITEM.c.id).with_for_update())
        db.execute(update(ITEM).where(ITEM.c.id.in_(part)).values(taken=ITEM.c.taken - 1))


def insert_leases(db: WriteSession, rows: Sequence[dict[str, Any]]) -> None:
    db.execute(insert(LEASE), rows)


_HELD_BY = (
    select(LEASE)
    .where(
        LEASE.c.labeler_id == bindparam("labeler_id"),
        LEASE.c.project_id == bindparam("project_id"),
        LEASE.c.holder == bindparam("holder"),
        LEASE.c.expires_at > bindparam("now"),
    )
    .order_by(LEASE.c.id)
)


def held_by(db: ReadSession, project_id: int, labeler_id: int, holder: str) -> Sequence[Row[Any]]:
    """Live leases of one page of one labeler, oldest first."""
    return db.rows(_HELD_BY, {"labeler_id": labeler_id, "project_id": project_id, "holder": holder, "now": db.now})


def renew(db: WriteSession, project_id: int, labeler_id: int, tokens: Collection[str], expires_at: int) -> set[str]:
    """Extend leases that still live; returns their tokens."""
    rows = db.execute(
        update(LEASE)
        .where(
            LEASE.c.token.in_(tokens),
            LEASE.c.labeler_id == labeler_id,
            LEASE.c.project_id == project_id,
            LEASE.c.expires_at > db.now,
        )
        .values(expires_at=expires_at)
        .returning(LEASE.c.token)
    )
    return {row.token for row in rows}


def end_tokens(db: WriteSession, project_id: int, labeler_id: int, tokens: Collection[str]) -> list[int]:
    """End a labeler's own leases; returns their items."""
    rows = db.execute(
        delete(LEASE)
        .where(LEASE.c.token.in_(tokens), LEASE.c.labeler_id == labeler_id, LEASE.c.project_id == project_id)
        .returning(LEASE.c.item_id)
    )
    return [row.item_id for row in rows]


_USE_TOKEN = (
    delete(LEASE)
    .where(
        LEASE.c.token == bindparam("token"),
        LEASE.c.item_id == bindparam("item_id"),
        LEASE.c.labeler_id == bindparam("labeler_id"),
    )
    .returning(LEASE.c.round)
)


def use_token(db: WriteSession, item_id: int, labeler_id: int, token: str) -> int | None:
    """Spend a lease on an answer: its place stays taken. Returns the round it was given for, None without it."""
    value = db.execute(_USE_TOKEN, {"token": token, "item_id": item_id, "labeler_id": labeler_id}).scalar()
    return None if value is None else int(value)


def token_owner(db: ReadSession, token: str) -> Row[Any] | None:
    return db.row(select(LEASE.c.item_id, LEASE.c.labeler_id).where(LEASE.c.token == token))


_OVER = (
    select(LEASE.c.id)
    .where(LEASE.c.expires_at <= bindparam("now"))
    .order_by(LEASE.c.expires_at)
    .limit(bindparam("most", type_=Integer))
    .with_for_update(skip_locked=True)
)
_END_EXPIRED = delete(LEASE).where(LEASE.c.id.in_(_OVER.scalar_subquery())).returning(LEASE.c.item_id)


def end_expired(db: WriteSession, limit: int) -> list[int]:
    """End leases whose time is up; returns their items."""
    rows = db.execute(_END_EXPIRED, {"now": db.now, "most": limit})
    return [row.item_id for row in rows]


def any_expired(db: ReadSession) -> bool:
    return db.scalar(select(LEASE.c.id).where(LEASE.c.expires_at <= db.now).limit(1)) is not None


def end_project(db: WriteSession, project_id: int) -> list[int]:
    rows = db.execute(delete(LEASE).where(LEASE.c.project_id == project_id).returning(LEASE.c.item_id))
    return [row.item_id for row in rows]


def end_labeler(db: WriteSession, labeler_id: int) -> list[int]:
    rows = db.execute(delete(LEASE).where(LEASE.c.labeler_id == labeler_id).returning(LEASE.c.item_id))
    return [row.item_id for row in rows]


def count_leased(db: ReadSession, project_id: int, *, except_labeler: int | None = None) -> int:
    where = [LEASE.c.project_id == project_id]
    if except_labeler is not None:
        where.append(LEASE.c.labeler_id != except_labeler)
    return int(db.scalar(select(func.count(func.distinct(LEASE.c.item_id))).where(*where)))


def next_expiry(db: ReadSession, project_id: int) -> int | None:
    value = db.scalar(select(func.min(LEASE.c.expires_at)).where(LEASE.c.project_id == project_id))
    return None if value is None else int(value)
