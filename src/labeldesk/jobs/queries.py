"""Every statement on jobs, schedules and workers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, and_, delete, exists, func, insert, or_, select, update

from labeldesk.db.database import ReadSession, WriteSession
from labeldesk.db.tables import table_of
from labeldesk.jobs.tables import Job, Schedule, WorkerRow

JOB = table_of(Job)
SCHEDULE = table_of(Schedule)
WORKER = table_of(WorkerRow)


def insert_job(db: WriteSession, values: dict[str, Any]) -> int:
    """Insert and return the id; IntegrityError when a live job has the key."""
    return int(db.execute(insert(JOB).values(values).returning(JOB.c.id)).scalar_one())


def set_cursor(db: WriteSession, job_id: int, cursor: Any) -> None:
    db.execute(update(JOB).where(JOB.c.id == job_id, JOB.c.state == "queued").values(cursor=cursor))


def find_live(db: ReadSession, unique_key: str) -> Row[Any] | None:
    return db.row(select(JOB).where(JOB.c.unique_key == unique_key, JOB.c.state.in_(("queued", "running"))))


def find_job(db: ReadSession, job_id: int) -> Row[Any] | None:
    return db.row(select(JOB).where(JOB.c.id == job_id))


def find_latest(db: ReadSession, scope: str, kind: str) -> Row[Any] | None:
    return db.row(select(JOB).where(JOB.c.scope == scope, JOB.c.kind == kind).order_by(JOB.c.id.desc()).limit(1))


def list_jobs(db: ReadSession, scopes: Sequence[str] | None, limit: int) -> Sequence[Row[Any]]:
    """The newest jobs, of the given scopes or of all."""
    statement = select(JOB).order_by(JOB.c.id.desc()).limit(limit)
    if scopes is not None:
        statement = statement.where(JOB.c.scope.in_(scopes))
    return db.rows(statement)


def latest_change(db: ReadSession, scope: str) -> tuple[int, ...]:
    """A value that differs whenever a job of the scope was added, changed or ended.

    Two changes within a millisecond look the same, but for the end, which must never be missed.
    """
    found = db.rows(
        select(
            func.coalesce(func.max(JOB.c.id), 0),
            func.coalesce(func.max(JOB.c.updated_at), 0),
            func.count(JOB.c.finished_at),
        ).where(JOB.c.scope == scope)
    )
    return tuple(int(value) for value in tuple(found[0]))


def claim(db: WriteSession, *, owner: str, lease: int, kinds: Sequence[str]) -> Row[Any] | None:
    """Take the oldest job that is due, or whose worker's lease has ended.

    One statement: on PostgreSQL SKIP LOCKED lets several workers claim at once; on SQLite, where the clause is
    not rendered, BEGIN IMMEDIATE does the same.
    """
    due = or_(
        and_(JOB.c.state == "queued", JOB.c.run_after <= db.now),
        and_(JOB.c.state == "running", JOB.c.lease_until < db.now),
    )
    oldest = (
        select(JOB.c.id)
        .where(due, JOB.c.kind.in_(kinds))
        .order_by(JOB.c.run_after, JOB.c.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    return db.execute(
        update(JOB)
        .where(JOB.c.id == oldest.scalar_subquery())
        .values(
            state="running",
            owner=owner,
            attempt=JOB.c.attempt + 1,
            stalled=JOB.c.stalled + 1,
            lease_until=db.now + lease,
            started_at=func.coalesce(JOB.c.started_at, db.now),
            updated_at=db.now,
        )
        .returning(*JOB.c)
    ).first()


def has_due(db: ReadSession, kinds: Sequence[str]) -> bool:
    """Whether `claim` would find something; reads only, so that idle workers do not write."""
    return bool(
        db.scalar(
            select(
                exists().where(
                    JOB.c.kind.in_(kinds),
                    or_(
                        and_(JOB.c.state == "queued", JOB.c.run_after <= db.now),
                        and_(JOB.c.state == "running", JOB.c.lease_until < db.now),
                    ),
                )
            )
        )
    )


def update_held(db: WriteSession, *, job_id: int, owner: str, attempt: int, values: dict[str, Any]) -> int | None:
    """Change a job its worker still holds. Returns its `cancel_asked`, None when the lease is lost."""
    row = db.execute(
        update(JOB)
        .where(JOB.c.id == job_id, JOB.c.owner == owner, JOB.c.attempt == attempt, JOB.c.state == "running")
        .values(updated_at=db.now, **values)
        .returning(JOB.c.cancel_asked)
    ).first()
    return None if row is None else int(row[0])


def ask_cancel(db: WriteSession, job_id: int) -> None:
    db.execute(update(JOB).where(JOB.c.id == job_id).values(cancel_asked=1, updated_at=db.now))


def end_queued(db: WriteSession, job_id: int) -> bool:
    """Cancel a job no worker has taken; False when one has."""
    result = db.execute(
        update(JOB)
        .where(JOB.c.id == job_id, JOB.c.state == "queued")
        .values(state="cancelled", cancel_asked=1, finished_at=db.now, updated_at=db.now)
    )
    return result.rowcount == 1


def put_worker(db: WriteSession, worker_id: str) -> None:
    if not db.execute(update(WORKER).where(WORKER.c.id == worker_id).values(seen_at=db.now)).rowcount:
        db.execute(insert(WORKER).values(id=worker_id, seen_at=db.now))


def drop_workers(db: WriteSession, *, before: int, worker_id: str | None = None) -> None:
    gone = WORKER.c.seen_at < before
    db.execute(delete(WORKER).where(gone if worker_id is None else or_(gone, WORKER.c.id == worker_id)))


def is_worker_alive(db: ReadSession, since: int) -> bool:
    return bool(db.scalar(select(exists().where(WORKER.c.seen_at >= since))))


def put_schedule(db: WriteSession, kind: str, every: int) -> None:
    """Keep a schedule's next time when it already stands."""
    if not db.execute(update(SCHEDULE).where(SCHEDULE.c.kind == kind).values(every=every)).rowcount:
        db.execute(insert(SCHEDULE).values(kind=kind, every=every, next_at=db.now))


def due_schedules(db: ReadSession) -> Sequence[Row[Any]]:
    return db.rows(select(SCHEDULE).where(SCHEDULE.c.next_at <= db.now))


def move_schedule(db: WriteSession, kind: str, *, seen: int, next_at: int) -> bool:
    """Advance a schedule; False when another worker already has."""
    result = db.execute(
        update(SCHEDULE).where(SCHEDULE.c.kind == kind, SCHEDULE.c.next_at == seen).values(next_at=next_at)
    )
    return result.rowcount == 1


def purge_jobs(db: WriteSession, *, before: int) -> int:
    return db.execute(delete(JOB).where(JOB.c.finished_at < before)).rowcount
