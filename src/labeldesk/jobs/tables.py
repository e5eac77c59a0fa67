"""Jobs, schedules and the workers that are alive."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Index, Integer, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from labeldesk.db.tables import Base, Json, Key, Millis

LIVE = "state IN ('queued', 'running')"


class Job(Base):
    """One piece of background work. `scope` names what it belongs to, e.g. `project:7`."""

    __tablename__ = "job"
    __table_args__ = (
        # J1: at most one live job per key.
        Index("uq_job_live_key", "unique_key", unique=True, sqlite_where=text(LIVE), postgresql_where=text(LIVE)),
        Index("ix_job_due", "state", "run_after", sqlite_where=text(LIVE), postgresql_where=text(LIVE)),
        Index("ix_job_scope", "scope", "id"),
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    kind: Mapped[str] = mapped_column(String(64))
    scope: Mapped[str] = mapped_column(String(64))
    title: Mapped[str] = mapped_column(Text)
    unique_key: Mapped[str] = mapped_column(String(200))
    args: Mapped[Any] = mapped_column(Json)
    state: Mapped[str] = mapped_column(String(16))
    attempt: Mapped[int] = mapped_column(Integer, default=0)
    # attempts since the cursor last moved; `attempt` itself only grows, because it fences
    stalled: Mapped[int] = mapped_column(Integer, default=0)
    run_after: Mapped[int] = mapped_column(Millis)
    owner: Mapped[str | None] = mapped_column(String(64))
    lease_until: Mapped[int | None] = mapped_column(Millis)
    cursor: Mapped[Any | None] = mapped_column(Json)
    done: Mapped[int] = mapped_column(Millis, default=0)
    total: Mapped[int | None] = mapped_column(Millis)
    note: Mapped[str | None] = mapped_column(Text)
    error: Mapped[str | None] = mapped_column(Text)
    result: Mapped[Any | None] = mapped_column(Json)
    cancel_asked: Mapped[int] = mapped_column(Integer, default=0)
    created_by: Mapped[int | None] = mapped_column(Key)
    created_at: Mapped[int] = mapped_column(Millis)
    started_at: Mapped[int | None] = mapped_column(Millis)
    updated_at: Mapped[int] = mapped_column(Millis)
    finished_at: Mapped[int | None] = mapped_column(Millis)


class Schedule(Base):
    """A job to be queued every `every` milliseconds."""

    __tablename__ = "schedule"

    kind: Mapped[str] = mapped_column(String(64), primary_key=True)
    every: Mapped[int] = mapped_column(Millis)
    next_at: Mapped[int] = mapped_column(Millis)


class WorkerRow(Base):
    """A worker process and when it was last heard of."""

    __tablename__ = "worker"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    seen_at: Mapped[int] = mapped_column(Millis)
