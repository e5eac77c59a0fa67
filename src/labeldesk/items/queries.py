"""Every statement on items, their texts, sources and refusals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, insert, select, update

from labeldesk.core.ids import item_range
from labeldesk.db.database import ReadSession, WriteSession
from labeldesk.db.tables import table_of
from labeldesk.items.tables import Item, ItemText, Refused, Source

ITEM = table_of(Item)
TEXT = table_of(ItemText)
SOURCE = table_of(Source)
REFUSED = table_of(Refused)

_INSERT_ITEM = "INSERT INTO item (id, project_id, rank, state, round, wanted, taken) VALUES (?, ?, ?, 0, 1, ?, 0)"
_INSERT_TEXT = 'INSERT INTO item_text (id, source_id, "row", hash, fields) VALUES (?, ?, ?, ?, ?)'
_COPY_ITEM = "COPY item (id, project_id, rank, state, round, wanted, taken) FROM STDIN"
_COPY_TEXT = 'COPY item_text (id, source_id, "row", hash, fields) FROM STDIN'


def insert_items(
    db: WriteSession,
    items: Sequence[tuple[int, int, int, int]],
    texts: Sequence[tuple[int, int, int, int, str]],
) -> None:
    """Insert a batch by the driver's own bulk path; building statements row by row would cost three times as much.

    `items`: (id, project, rank, wanted); `texts`: (id, source, row, hash, fields as JSON text).
    """
    if db.is_sqlite:
        db.connection.exec_driver_sql(_INSERT_ITEM, list(items))
        db.connection.exec_driver_sql(_INSERT_TEXT, list(texts))
        return
    cursor = db.connection.connection.cursor()
    with cursor.copy(_COPY_ITEM) as copy:
        for item_id, project_id, rank, wanted in items:
            copy.write_row((item_id, project_id, rank, 0, 1, wanted, 0))
    with cursor.copy(_COPY_TEXT) as copy:
        for text in texts:
            copy.write_row(text)


def find_source(db: ReadSession, project_id: int, position: int) -> Row[Any] | None:
    return db.row(select(SOURCE).where(SOURCE.c.project_id == project_id, SOURCE.c.position == position))


def next_source(db: ReadSession, project_id: int, *, after: int) -> Row[Any] | None:
    """The first readable file behind a position."""
    return db.row(
        select(SOURCE)
        .where(SOURCE.c.project_id == project_id, SOURCE.c.position > after, SOURCE.c.state != "refused")
        .order_by(SOURCE.c.position)
        .limit(1)
    )


def insert_source(db: WriteSession, values: dict[str, Any]) -> int:
    return int(db.execute(insert(SOURCE).values(values).returning(SOURCE.c.id)).scalar_one())


def add_to_source(db: WriteSession, source_id: int, *, added: int, refused: int, state: str | None) -> None:
    values: dict[str, Any] = {"added": SOURCE.c.added + added, "refused": SOURCE.c.refused + refused}
    if state is not None:
        values["state"] = state
    db.execute(update(SOURCE).where(SOURCE.c.id == source_id).values(values))


def sources_by_id(db: ReadSession, ids: Sequence[int]) -> dict[int, Row[Any]]:
    return {row.id: row for row in db.rows(select(SOURCE).where(SOURCE.c.id.in_(ids)))}


def source_sums(db: ReadSession, project_id: int) -> Row[Any]:
    row = db.row(
        select(
            func.count().label("files"),
            func.coalesce(func.sum(SOURCE.c.rows), 0).label("rows"),
            func.coalesce(func.sum(SOURCE.c.added), 0).label("added"),
            func.coalesce(func.sum(SOURCE.c.refused), 0).label("refused"),
            func.coalesce(func.sum(SOURCE.c.blank_lines), 0).label("blank_lines"),
        ).where(SOURCE.c.project_id == project_id)
    )
    assert row is not None  # noqa: S101  an aggregate always has a row
    return row


def insert_refused(db: WriteSession, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        db.execute(insert(REFUSED), rows)


def list_refused(db: ReadSession, project_id: int, *, after: int, limit: int) -> Sequence[Row[Any]]:
    return db.rows(
        select(REFUSED)
        .where(REFUSED.c.project_id == project_id, REFUSED.c.id > after)
        .order_by(REFUSED.c.id)
        .limit(limit)
    )


def count_refused(db: ReadSession, project_id: int) -> int:
    return int(db.scalar(select(func.count()).where(REFUSED.c.project_id == project_id)))


def drop_report(db: WriteSession, project_id: int) -> None:
    """Forget a report before starting over; only while no item came of it."""
    db.execute(delete(REFUSED).where(REFUSED.c.project_id == project_id))
    db.execute(delete(SOURCE).where(SOURCE.c.project_id == project_id))


def count_distinct_texts(db: ReadSession, project_id: int) -> int:
    """How many different texts; grouped by sorting, so memory stays flat."""
    first, last = item_range(project_id)
    groups = select(TEXT.c.hash).where(TEXT.c.id.between(first, last)).group_by(TEXT.c.hash).subquery()
    return int(db.scalar(select(func.count()).select_from(groups)))


_FIND_ITEM = select(ITEM).where(ITEM.c.id == bindparam("item_id"))
_FIND_ITEM_LOCKED = _FIND_ITEM.with_for_update()
_SET_STATE = (
    update(ITEM)
    .where(ITEM.c.id == bindparam("item_id"))
    .values(state=bindparam("new_state"), wanted=bindparam("new_wanted"))
)


def find_item(db: ReadSession, item_id: int) -> Row[Any] | None:
    return db.row(_FIND_ITEM, {"item_id": item_id})


def find_item_locked(db: WriteSession, item_id: int) -> Row[Any] | None:
    return db.row(_FIND_ITEM_LOCKED, {"item_id": item_id})


def set_state(db: WriteSession, item_id: int, *, state: int, wanted: int) -> None:
    db.execute(_SET_STATE, {"item_id": item_id, "new_state": state, "new_wanted": wanted})


def texts_by_id(db: ReadSession, ids: Sequence[int]) -> dict[int, Row[Any]]:
    return {row.id: row for row in db.rows(select(TEXT).where(TEXT.c.id.in_(ids)))}


def page(db: ReadSession, project_id: int, *, state: int | None, after: int, limit: int) -> Sequence[Row[Any]]:
    """Items in import order behind an id; with a state by its own index, so that any page costs the same."""
    first, last = item_range(project_id)
    statement = select(ITEM.c.id, ITEM.c.state).where(ITEM.c.id > max(after, first), ITEM.c.id <= last)
    if state is not None:
        statement = statement.where(ITEM.c.project_id == project_id, ITEM.c.state == state)
    return db.rows(statement.order_by(ITEM.c.id).limit(limit))


def drop_between(db: WriteSession, first: int, last: int) -> None:
    db.execute(delete(TEXT).where(TEXT.c.id.between(first, last)))
    db.execute(delete(ITEM).where(ITEM.c.id.between(first, last)))


def last_position_id(db: ReadSession, project_id: int) -> int | None:
    """The largest item id of a project."""
    first, last = item_range(project_id)
    value = db.scalar(select(func.max(ITEM.c.id)).where(ITEM.c.id.between(first, last)))
    return None if value is None else int(value)
