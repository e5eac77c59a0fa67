"""Labels and the versions of a project's label set."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ForeignKey, Integer, PrimaryKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from labeldesk.db.tables import Base, Json, Key, Millis


class LabelRow(Base):
    """The identity of a label: it stays the same through renames and moves."""

    __tablename__ = "label"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)


class LabelSetRow(Base):
    """One version of all labels of a project; never changed after it is written.

    `labels` is a list of {id, name, path, color, description, hotkey, parent_id} in the tree's order.
    """

    __tablename__ = "label_set"
    __table_args__ = (PrimaryKeyConstraint("project_id", "version"),)

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    version: Mapped[int] = mapped_column(Integer)
    labels: Mapped[Any] = mapped_column(Json)
    created_by: Mapped[int | None] = mapped_column(Key)
    created_at: Mapped[int] = mapped_column(Millis)
