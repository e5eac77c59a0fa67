"""Every statement on annotations, final labels and kept drafts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update

from labeldesk.annotations.tables import Annotation, Draft, FinalLabel
from labeldesk.db.database import ReadSession, WriteSession
from labeldesk.db.tables import table_of

NOTE = table_of(Annotation)
FINAL = table_of(FinalLabel)
DRAFT = table_of(Draft)


# The statements of a submit are built once; building them anew would cost as much as running them.
_FIND_SUBMISSION = select(NOTE).where(
    NOTE.c.labeler_id == bindparam("labeler_id"), NOTE.c.submission_id == bindparam("submission_id")
)
_COUNTING_OF = (
    select(NOTE)
    .where(NOTE.c.item_id == bindparam("item_id"), NOTE.c.round == bindparam("round"), NOTE.c.counting == 1)
    .order_by(NOTE.c.id)
)
_INSERT_ANNOTATION = insert(NOTE).returning(NOTE.c.id)
_INSERT_FINAL = insert(FINAL)


def find_submission(db: ReadSession, labeler_id: int, submission_id: str) -> Row[Any] | None:
    return db.row(_FIND_SUBMISSION, {"labeler_id": labeler_id, "submission_id": submission_id})


def counting_of(db: ReadSession, item_id: int, round_: int) -> Sequence[Row[Any]]:
    return db.rows(_COUNTING_OF, {"item_id": item_id, "round": round_})


def find_counting(db: ReadSession, item_id: int, round_: int, labeler_id: int) -> Row[Any] | None:
    return db.row(
        select(NOTE).where(
            NOTE.c.item_id == item_id,
            NOTE.c.round == round_,
            NOTE.c.labeler_id == labeler_id,
            NOTE.c.counting == 1,
        )
    )


def insert_annotation(db: WriteSession, values: dict[str, Any]) -> int:
    return int(db.execute(_INSERT_ANNOTATION, values).scalar_one())


def stop_counting(db: WriteSession, annotation_id: int) -> None:
    db.execute(update(NOTE).where(NOTE.c.id == annotation_id).values(counting=0))


def find_final(db: ReadSession, item_id: int) -> Row[Any] | None:
    return db.row(select(FINAL).where(FINAL.c.item_id == item_id))


def insert_final(db: WriteSession, values: dict[str, Any]) -> None:
    db.execute(_INSERT_FINAL, values)


def delete_final(db: WriteSession, item_id: int) -> None:
    db.execute(delete(FINAL).where(FINAL.c.item_id == item_id))


def put_draft(db: WriteSession, values: dict[str, Any]) -> None:
    """Keep a draft once per submission."""
    same = (DRAFT.c.labeler_id == values["labeler_id"]) & (DRAFT.c.submission_id == values["submission_id"])
    if not db.execute(update(DRAFT).where(same).values(values)).rowcount:
        db.execute(insert(DRAFT).values(values))


def recent(db: ReadSession, project_id: int, labeler_id: int, limit: int) -> Sequence[Row[Any]]:
    """A labeler's newest counting decisions."""
    return db.rows(
        select(NOTE)
        .where(NOTE.c.project_id == project_id, NOTE.c.labeler_id == labeler_id, NOTE.c.counting == 1)
        .order_by(NOTE.c.id.desc())
        .limit(limit)
    )


def last_at(db: ReadSession, project_id: int, labeler_id: int) -> int | None:
    """When a labeler last decided; one probe of an index."""
    value = db.scalar(
        select(NOTE.c.created_at)
        .where(NOTE.c.project_id == project_id, NOTE.c.labeler_id == labeler_id)
        .order_by(NOTE.c.id.desc())
        .limit(1)
    )
    return None if value is None else int(value)


def last_activity(db: ReadSession, project_id: int) -> int | None:
    """When anyone last decided in a project; one probe of an index."""
    value = db.scalar(
        select(NOTE.c.created_at).where(NOTE.c.project_id == project_id).order_by(NOTE.c.id.desc()).limit(1)
    )
    return None if value is None else int(value)


def finals_of(db: ReadSession, item_ids: Sequence[int]) -> dict[int, Row[Any]]:
    return {row.item_id: row for row in db.rows(select(FINAL).where(FINAL.c.item_id.in_(item_ids)))}


def labelers_of(db: ReadSession, item_ids: Sequence[int]) -> Sequence[Row[Any]]:
    """(item, labeler, at) of counting decisions."""
    return db.rows(
        select(NOTE.c.item_id, NOTE.c.labeler_id, NOTE.c.created_at)
        .where(NOTE.c.item_id.in_(item_ids), NOTE.c.counting == 1)
        .order_by(NOTE.c.id)
    )


def drop_between(db: WriteSession, first: int, last: int) -> None:
    """Remove everything said about a range of items."""
    db.execute(delete(FINAL).where(FINAL.c.item_id.between(first, last)))
    db.execute(delete(DRAFT).where(DRAFT.c.item_id.between(first, last)))
    db.execute(delete(NOTE).where(NOTE.c.item_id.between(first, last)))
