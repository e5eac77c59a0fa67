"""Queue a job, look at it, cancel it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from labeldesk.core.errors import Conflict, NotFound
from labeldesk.core.times import SECOND, iso, iso_or_none
from labeldesk.db.database import ReadSession, WriteSession
from labeldesk.jobs import queries

WORKER_SILENCE = 15 * SECOND
ENDED = frozenset({"succeeded", "failed", "cancelled"})


def enqueue(
    db: WriteSession,
    kind: str,
    *,
    scope: str,
    title: str,
    unique_key: str,
    args: dict[str, Any] | None = None,
    created_by: int | None = None,
) -> int:
    """Queue a job in the caller's transaction; while a live one has the key, that one's id is returned."""
    live = queries.find_live(db, unique_key)
    if live is not None:
        return int(live.id)
    return queries.insert_job(
        db,
        {
            "kind": kind,
            "scope": scope,
            "title": title,
            "unique_key": unique_key,
            "args": args or {},
            "state": "queued",
            "run_after": db.now,
            "created_by": created_by,
            "created_at": db.now,
            "updated_at": db.now,
        },
    )


def set_cursor(db: WriteSession, job_id: int, cursor: dict[str, Any]) -> None:
    """Let a queued job begin where an earlier one ended."""
    queries.set_cursor(db, job_id, cursor)


def get_job(db: ReadSession, job_id: int) -> Row[Any]:
    """The job; NotFound when there is none."""
    job = queries.find_job(db, job_id)
    if job is None:
        raise NotFound("There is no such job.")
    return job


def find_latest(db: ReadSession, scope: str, kind: str) -> Row[Any] | None:
    """The newest job of a kind in a scope."""
    return queries.find_latest(db, scope, kind)


def list_jobs(db: ReadSession, *, scopes: Sequence[str] | None, limit: int = 100) -> Sequence[Row[Any]]:
    """The newest jobs first."""
    return queries.list_jobs(db, scopes, limit)


def cancel(db: WriteSession, job_id: int) -> bool:
    """Ask a job to stop. True when it had not begun and is ended already; a running one stops at its next step.

    Cancelling twice is fine; cancelling what has ended is a Conflict.
    """
    job = get_job(db, job_id)
    if job.state == "cancelled":
        return False
    if job.state in ENDED:
        raise Conflict("This job has already ended, so there is nothing to cancel.", code="job_ended")
    if queries.end_queued(db, job_id):
        return True
    queries.ask_cancel(db, job_id)
    return False


def is_worker_alive(db: ReadSession) -> bool:
    """Whether any worker was heard of in the last 15 seconds."""
    return queries.is_worker_alive(db, db.now - WORKER_SILENCE)


def latest_change(db: ReadSession, scope: str) -> tuple[int, ...]:
    """Changes whenever a job of the scope changes."""
    return queries.latest_change(db, scope)


def purge(db: WriteSession, *, older_than: int) -> int:
    """Forget ended jobs older than so many milliseconds."""
    return queries.purge_jobs(db, before=db.now - older_than)


def view(db: ReadSession, job: Row[Any]) -> dict[str, Any]:
    """The JSON shape of a job, with rate (units per second) and remaining seconds where they can be told."""
    elapsed = ((job.finished_at or db.now) - job.started_at) / 1000 if job.started_at else 0.0
    rate = job.done / elapsed if elapsed > 0.5 and job.done else None
    left = (job.total - job.done) / rate if rate and job.total and job.state == "running" else None
    return {
        "id": job.id,
        "kind": job.kind,
        "title": job.title,
        "state": job.state,
        "done": job.done,
        "total": job.total,
        "note": job.note,
        "error": job.error,
        "rate": None if rate is None else round(rate, 1),
        "seconds_left": None if left is None else round(left, 1),
        "waiting_for_worker": job.state == "queued" and not is_worker_alive(db),
        "created_at": iso(job.created_at),
        "started_at": iso_or_none(job.started_at),
        "finished_at": iso_or_none(job.finished_at),
    }
