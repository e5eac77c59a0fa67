"""Every statement on labels."""

from __future__ import annotations

from typing import Any

from sqlalchemy import insert, select

from labeldesk.db.database import ReadSession, WriteSession
from labeldesk.db.tables import table_of
from labeldesk.labels.tables import LabelRow, LabelSetRow

LABEL = table_of(LabelRow)
SET = table_of(LabelSetRow)


def insert_labels(db: WriteSession, project_id: int, count: int) -> list[int]:
    """Make identities; ids in ascending order."""
    rows = [{"project_id": project_id} for _ in range(count)]
    result = db.execute(insert(LABEL).returning(LABEL.c.id, sort_by_parameter_order=True), rows)
    return [row.id for row in result]


def insert_set(db: WriteSession, values: dict[str, Any]) -> None:
    db.execute(insert(SET).values(values))


def find_set(db: ReadSession, project_id: int, version: int) -> Any:
    return db.scalar(select(SET.c.labels).where(SET.c.project_id == project_id, SET.c.version == version))
