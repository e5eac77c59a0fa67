"""Projects, their instructions, and the sharded tallies."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Integer, PrimaryKeyConstraint, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from labeldesk.db.tables import Base, Json, Key, Millis


class Project(Base):
    """One labeling project. The row is never removed, so its name stays taken for ever (N1)."""

    __tablename__ = "project"
    __table_args__ = (
        CheckConstraint("min_labelers >= 1 AND min_labelers <= max_labelers", name="labelers"),
        CheckConstraint("id < 2097152", name="item_ids_fit"),  # item ids must stay below 2^53
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    name_folded: Mapped[str] = mapped_column(Text, unique=True)
    description: Mapped[str] = mapped_column(Text, default="")
    task_type: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(16))
    state_before: Mapped[str | None] = mapped_column(String(16))
    state_reason: Mapped[str | None] = mapped_column(Text)
    state_changed_by: Mapped[int | None] = mapped_column(Key)
    # a pause asked for while the items still come in holds when they are in
    paused: Mapped[int] = mapped_column(Integer, default=0)
    dataset_id: Mapped[int] = mapped_column(Key, index=True)
    text_columns: Mapped[Any] = mapped_column(Json)
    id_column: Mapped[str | None] = mapped_column(Text)
    reading: Mapped[Any] = mapped_column(Json)
    seed: Mapped[int] = mapped_column(Millis)
    page_size: Mapped[int] = mapped_column(Integer)
    lease_minutes: Mapped[int] = mapped_column(Integer)
    max_items: Mapped[int] = mapped_column(Millis)
    left_out: Mapped[int] = mapped_column(Millis, default=0)
    allow_none: Mapped[int] = mapped_column(Integer, default=1)  # multilabel: the empty set is an answer
    min_labelers: Mapped[int] = mapped_column(Integer, default=1)
    max_labelers: Mapped[int] = mapped_column(Integer, default=1)
    label_set_version: Mapped[int] = mapped_column(Integer, default=1)
    instructions_version: Mapped[int] = mapped_column(Integer, default=0)
    sample: Mapped[str | None] = mapped_column(String(64), unique=True)
    created_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    created_at: Mapped[int] = mapped_column(Millis)
    updated_at: Mapped[int] = mapped_column(Millis)
    deleted_at: Mapped[int | None] = mapped_column(Millis)
    purged_at: Mapped[int | None] = mapped_column(Millis)


class Instructions(Base):
    """One version of a project's instructions; versions only grow."""

    __tablename__ = "instructions"
    __table_args__ = (PrimaryKeyConstraint("project_id", "version"),)

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    version: Mapped[int] = mapped_column(Integer)
    markdown: Mapped[str] = mapped_column(Text)
    link: Mapped[str | None] = mapped_column(Text)
    created_by: Mapped[int | None] = mapped_column(Key)
    created_at: Mapped[int] = mapped_column(Millis)


class InstructionsSeen(Base):
    """The newest version of the instructions a person has seen."""

    __tablename__ = "instructions_seen"
    __table_args__ = (PrimaryKeyConstraint("user_id", "project_id"),)

    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    version: Mapped[int] = mapped_column(Integer)


class Tally(Base):
    """Exact counts, split over shards so that people who submit at once do not wait for one row.

    The count of (project, kind, subject) is the sum over its shards. Kinds are listed in `projects/tallies.py`.
    """

    __tablename__ = "tally"
    __table_args__ = (PrimaryKeyConstraint("project_id", "kind", "subject", "shard"),)

    project_id: Mapped[int] = mapped_column(Key)
    kind: Mapped[str] = mapped_column(String(16))
    subject: Mapped[str] = mapped_column(String(64))
    shard: Mapped[int] = mapped_column(Integer)
    n: Mapped[int] = mapped_column(Millis)
