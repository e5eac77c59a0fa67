"""Every statement on exports, and the one that reads what they write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from labeldesk.annotations.tables import FinalLabel
from labeldesk.core.ids import item_range
from labeldesk.db.database import ReadSession, WriteSession
from labeldesk.db.tables import table_of
from labeldesk.exports.tables import Export
from labeldesk.items.tables import ItemText, Source

EXPORT = table_of(Export)
FINAL = table_of(FinalLabel)
TEXT = table_of(ItemText)
SOURCE = table_of(Source)


def insert_export(db: WriteSession, values: dict[str, Any]) -> int:
    return int(db.execute(insert(EXPORT).values(values).returning(EXPORT.c.id)).scalar_one())


def update_export(db: WriteSession, export_id: int, values: dict[str, Any]) -> None:
    db.execute(update(EXPORT).where(EXPORT.c.id == export_id).values(values))


def find(db: ReadSession, export_id: int) -> Row[Any] | None:
    return db.row(select(EXPORT).where(EXPORT.c.id == export_id))


def list_for(db: ReadSession, project_id: int, limit: int) -> Sequence[Row[Any]]:
    return db.rows(select(EXPORT).where(EXPORT.c.project_id == project_id).order_by(EXPORT.c.id.desc()).limit(limit))


def source_columns(db: ReadSession, project_id: int) -> dict[int, list[str]]:
    rows = db.rows(select(SOURCE.c.id, SOURCE.c.columns).where(SOURCE.c.project_id == project_id))
    return {row.id: row.columns for row in rows}


def labeled_rows(db: ReadSession, project_id: int, *, limit: int | None = None) -> Iterator[Row[Any]]:
    """(item, source, fields, final value) of every labeled item in import order, from a server-side cursor."""
    first, last = item_range(project_id)
    statement = (
        select(TEXT.c.id, TEXT.c.source_id, TEXT.c.fields, FINAL.c.value)
        .join(FINAL, FINAL.c.item_id == TEXT.c.id)
        .where(TEXT.c.id.between(first, last))
        .order_by(TEXT.c.id)
    )
    return db.stream(statement if limit is None else statement.limit(limit), batch=2000)


def drop_of(db: WriteSession, project_id: int) -> None:
    db.execute(delete(EXPORT).where(EXPORT.c.project_id == project_id))
