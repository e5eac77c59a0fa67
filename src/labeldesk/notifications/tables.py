"""Notifications, one row per person told."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from labeldesk.db.tables import Base, Key, Millis


class Notification(Base):
    """One event told to one person. `link` is a path inside the product."""

    __tablename__ = "notification"
    __table_args__ = (Index("ix_notification_user", "user_id", "id"),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    kind: Mapped[str] = mapped_column(String(64))
    title: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)
    project_id: Mapped[int | None] = mapped_column(Key)
    link: Mapped[str | None] = mapped_column(Text)
    at: Mapped[int] = mapped_column(Millis)
    read: Mapped[int] = mapped_column(Integer, default=0)
