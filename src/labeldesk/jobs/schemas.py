"""JSON shape of a job."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class JobOut(BaseModel):
    model_config = ConfigDict(extra="ignore")

    id: int
    kind: str
    title: str
    state: str
    done: int
    total: int | None
    note: str | None
    error: str | None
    rate: float | None
    seconds_left: float | None
    waiting_for_worker: bool
    created_at: str
    started_at: str | None
    finished_at: str | None


class JobsOut(BaseModel):
    jobs: list[JobOut]
