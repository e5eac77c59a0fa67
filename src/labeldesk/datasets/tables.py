"""Datasets and their files."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from labeldesk.db.tables import Base, Key, Millis


class Dataset(Base):
    """A named set of files."""

    __tablename__ = "dataset"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    name_folded: Mapped[str] = mapped_column(Text, unique=True)
    description: Mapped[str] = mapped_column(Text, default="")
    kind: Mapped[str | None] = mapped_column(String(16))
    created_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    created_at: Mapped[int] = mapped_column(Millis)


class DatasetFile(Base):
    """A file in the default datastore. `path` is ours, relative to the datastore; `name` is what people see."""

    __tablename__ = "dataset_file"
    __table_args__ = (Index("ix_dataset_file_order", "dataset_id", "position"),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    dataset_id: Mapped[int] = mapped_column(ForeignKey("dataset.id"))
    position: Mapped[int] = mapped_column(Integer)
    name: Mapped[str] = mapped_column(Text)
    path: Mapped[str] = mapped_column(Text)
    bytes: Mapped[int] = mapped_column(Millis)
    sha256: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[int] = mapped_column(Millis)
