"""Every statement on datasets and their files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update

from labeldesk.datasets.tables import Dataset, DatasetFile
from labeldesk.db.database import ReadSession, WriteSession
from labeldesk.db.tables import table_of

DATASET = table_of(Dataset)
FILE = table_of(DatasetFile)


def find(db: ReadSession, dataset_id: int) -> Row[Any] | None:
    return db.row(select(DATASET).where(DATASET.c.id == dataset_id))


def find_locked(db: WriteSession, dataset_id: int) -> Row[Any] | None:
    return db.row(select(DATASET).where(DATASET.c.id == dataset_id).with_for_update())


def find_by_name(db: ReadSession, folded: str) -> Row[Any] | None:
    return db.row(select(DATASET).where(DATASET.c.name_folded == folded))


def list_all(db: ReadSession) -> Sequence[Row[Any]]:
    return db.rows(select(DATASET).order_by(DATASET.c.id.desc()))


def sizes(db: ReadSession) -> dict[int, tuple[int, int]]:
    """Files and bytes by dataset."""
    rows = db.rows(
        select(FILE.c.dataset_id, func.count().label("n"), func.sum(FILE.c.bytes).label("b")).group_by(
            FILE.c.dataset_id
        )
    )
    return {row.dataset_id: (int(row.n), int(row.b)) for row in rows}


def insert_dataset(db: WriteSession, values: dict[str, Any]) -> int:
    return int(db.execute(insert(DATASET).values(values).returning(DATASET.c.id)).scalar_one())


def set_kind(db: WriteSession, dataset_id: int, kind: str | None) -> None:
    db.execute(update(DATASET).where(DATASET.c.id == dataset_id).values(kind=kind))


def delete_dataset(db: WriteSession, dataset_id: int) -> None:
    db.execute(delete(FILE).where(FILE.c.dataset_id == dataset_id))
    db.execute(delete(DATASET).where(DATASET.c.id == dataset_id))


def list_files(db: ReadSession, dataset_id: int, *, after: int = -1, limit: int = 1000) -> Sequence[Row[Any]]:
    return db.rows(
        select(FILE)
        .where(FILE.c.dataset_id == dataset_id, FILE.c.position > after)
        .order_by(FILE.c.position)
        .limit(limit)
    )


def next_position(db: ReadSession, dataset_id: int) -> int:
    last = db.scalar(select(func.max(FILE.c.position)).where(FILE.c.dataset_id == dataset_id))
    return 1 if last is None else int(last) + 1


def insert_file(db: WriteSession, values: dict[str, Any]) -> int:
    return int(db.execute(insert(FILE).values(values).returning(FILE.c.id)).scalar_one())


def find_file(db: ReadSession, dataset_id: int, file_id: int) -> Row[Any] | None:
    return db.row(select(FILE).where(FILE.c.id == file_id, FILE.c.dataset_id == dataset_id))


def delete_file(db: WriteSession, file_id: int) -> None:
    db.execute(delete(FILE).where(FILE.c.id == file_id))
