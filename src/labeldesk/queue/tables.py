"""Leases."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from labeldesk.db.tables import Base, Key, Millis


class Lease(Base):
    """The time-limited right of one labeler to answer one item. `token` fences: a later lease has another."""

    __tablename__ = "lease"
    __table_args__ = (
        Index("uq_lease_item_labeler", "item_id", "labeler_id", unique=True),
        Index("ix_lease_labeler", "labeler_id", "project_id"),
        Index("ix_lease_expiry", "expires_at"),
        Index("ix_lease_project", "project_id"),
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    token: Mapped[str] = mapped_column(String(32), unique=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"))
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    labeler_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    holder: Mapped[str] = mapped_column(String(64))
    round: Mapped[int] = mapped_column(Integer)
    created_at: Mapped[int] = mapped_column(Millis)
    expires_at: Mapped[int] = mapped_column(Millis)
