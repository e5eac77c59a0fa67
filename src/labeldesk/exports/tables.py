"""Exports and their manifests."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from labeldesk.db.tables import Base, Json, Key, Millis


class Export(Base):
    """One export. `path` is set only when the file is whole, so a part of one can never be downloaded (E2)."""

    __tablename__ = "export"
    __table_args__ = (Index("ix_export_project", "project_id", "id"),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    job_id: Mapped[int | None] = mapped_column(Key)
    format: Mapped[str] = mapped_column(String(16))
    options: Mapped[Any] = mapped_column(Json)
    state: Mapped[str] = mapped_column(String(16))
    error: Mapped[str | None] = mapped_column(Text)
    path: Mapped[str | None] = mapped_column(Text)
    rows: Mapped[int | None] = mapped_column(Millis)
    bytes: Mapped[int | None] = mapped_column(Millis)
    sha256: Mapped[str | None] = mapped_column(String(64))
    manifest: Mapped[Any | None] = mapped_column(Json)
    created_by: Mapped[int | None] = mapped_column(Key)
    created_at: Mapped[int] = mapped_column(Millis)
    finished_at: Mapped[int | None] = mapped_column(Millis)
