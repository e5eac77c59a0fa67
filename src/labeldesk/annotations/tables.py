"""Annotations, final labels, and answers that could not be accepted."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ForeignKey, Index, Integer, SmallInteger, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from labeldesk.db.tables import Base, Json, Key, Millis

COUNTING = "counting = 1"


class Annotation(Base):
    """One labeler's decision on one item: an answer or a skip. Only `counting` ever changes, from 1 to 0."""

    __tablename__ = "annotation"
    __table_args__ = (
        Index("uq_annotation_submission", "labeler_id", "submission_id", unique=True),  # D2
        Index(  # I2
            "uq_annotation_counting",
            "item_id",
            "round",
            "labeler_id",
            unique=True,
            sqlite_where=text(COUNTING),
            postgresql_where=text(COUNTING),
        ),
        Index("ix_annotation_project", "project_id", "id"),
        Index("ix_annotation_mine", "project_id", "labeler_id", "id"),
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"))
    labeler_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    submission_id: Mapped[str] = mapped_column(String(36))
    round: Mapped[int] = mapped_column(Integer)
    kind: Mapped[str] = mapped_column(String(8))  # answer | skip
    value: Mapped[Any] = mapped_column(Json)
    reason: Mapped[str | None] = mapped_column(Text)
    label_set_version: Mapped[int] = mapped_column(Integer)
    counting: Mapped[int] = mapped_column(SmallInteger, default=1)
    replaces: Mapped[int | None] = mapped_column(Key)
    active_ms: Mapped[int | None] = mapped_column(Millis)
    input: Mapped[str | None] = mapped_column(String(16))
    client_seq: Mapped[int | None] = mapped_column(Millis)
    item_state: Mapped[str] = mapped_column(String(16))
    created_at: Mapped[int] = mapped_column(Millis)


class FinalLabel(Base):
    """The accepted answer of an item."""

    __tablename__ = "final_label"

    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), primary_key=True, autoincrement=False)
    value: Mapped[Any] = mapped_column(Json)
    source: Mapped[str] = mapped_column(String(16))  # labeler
    annotation_id: Mapped[int | None] = mapped_column(ForeignKey("annotation.id"))
    label_set_version: Mapped[int] = mapped_column(Integer)
    at: Mapped[int] = mapped_column(Millis)


class Draft(Base):
    """An answer that came too late to count; kept so that nothing a person did is lost."""

    __tablename__ = "answer_draft"
    __table_args__ = (Index("uq_answer_draft_submission", "labeler_id", "submission_id", unique=True),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    item_id: Mapped[int] = mapped_column(Key)
    labeler_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    submission_id: Mapped[str] = mapped_column(String(36))
    kind: Mapped[str] = mapped_column(String(8))
    value: Mapped[Any] = mapped_column(Json)
    reason: Mapped[str] = mapped_column(String(32))
    at: Mapped[int] = mapped_column(Millis)
