"""Items, their texts, the files they came from, and the rows that were refused."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    Integer,
    SmallInteger,
    String,
    Text,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from labeldesk.db.tables import Base, Json, Key

OPEN = "taken < wanted"


class Item(Base):
    """The narrow row of an item: what the queue needs and nothing else.

    `wanted`: answers asked for by now; `taken`: places held by answers, skips and live leases. The check is what
    keeps any number of people from overshooting (I1).
    """

    __tablename__ = "item"
    __table_args__ = (
        CheckConstraint("taken >= 0 AND taken <= wanted", name="places"),
        # the queue: only items with a free place, in their random order
        Index("ix_item_open", "project_id", "rank", sqlite_where=text(OPEN), postgresql_where=text(OPEN)),
        Index("ix_item_state", "project_id", "state", "id"),
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True, autoincrement=False)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    rank: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[int] = mapped_column(SmallInteger, default=0)
    round: Mapped[int] = mapped_column(Integer, default=1)
    wanted: Mapped[int] = mapped_column(SmallInteger)
    taken: Mapped[int] = mapped_column(SmallInteger, default=0)


class ItemText(Base):
    """The cold row: all columns of the source row, exactly as read. `fields` follows the source's `columns`."""

    __tablename__ = "item_text"
    __table_args__ = (Index("uq_item_text_place", "source_id", "row", unique=True),)  # I9

    id: Mapped[int] = mapped_column(Key, primary_key=True, autoincrement=False)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"))
    row: Mapped[int] = mapped_column(BigInteger)
    hash: Mapped[int] = mapped_column(BigInteger)
    fields: Mapped[Any] = mapped_column(Json)


class Source(Base):
    """A file as a project read it. rows = added + refused + left out (J3); blank lines are no rows."""

    __tablename__ = "source"
    __table_args__ = (Index("uq_source_file", "project_id", "position", unique=True),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    position: Mapped[int] = mapped_column(Integer)
    file_id: Mapped[int] = mapped_column(Key)
    name: Mapped[str] = mapped_column(Text)
    path: Mapped[str] = mapped_column(Text)
    columns: Mapped[Any] = mapped_column(Json)
    encoding: Mapped[str] = mapped_column(String(32))
    state: Mapped[str] = mapped_column(String(16))  # checked | read | refused
    rows: Mapped[int] = mapped_column(BigInteger, default=0)
    added: Mapped[int] = mapped_column(BigInteger, default=0)
    refused: Mapped[int] = mapped_column(BigInteger, default=0)
    blank_lines: Mapped[int] = mapped_column(BigInteger, default=0)


class Refused(Base):
    """A row or file that did not become an item, and why."""

    __tablename__ = "refused"
    __table_args__ = (Index("ix_refused_project", "project_id", "id"),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    file: Mapped[str] = mapped_column(Text)
    line: Mapped[int | None] = mapped_column(BigInteger)
    column: Mapped[str | None] = mapped_column(Text)
    code: Mapped[str] = mapped_column(String(64))
    message: Mapped[str] = mapped_column(Text)
    warning: Mapped[int] = mapped_column(Integer, default=0)
