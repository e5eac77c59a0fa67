"""What a handler sees of its job, and what a handler is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row

from labeldesk.core.errors import DeskError
from labeldesk.db.database import Database, ReadSession, WriteSession
from labeldesk.jobs import queries


class LeaseLost(Exception):
    """Another worker has the job now; nothing of this step was written."""


class Stopped(Exception):
    """The worker is shutting down; the job goes on elsewhere from its cursor."""


class Cancelled(Exception):
    """Someone asked the job to stop; everything before this step stays."""


class JobFailed(DeskError):
    """The job cannot succeed, and trying again would not help. The message is shown to people."""

    code = "job_failed"


@dataclass(slots=True)
class Step:
    """One transaction of a job. Set what should be remembered with it; unset fields stay as they are."""

    db: WriteSession
    cursor: Any = None
    done: int | None = None
    total: int | None = None
    note: str | None = None


class JobRun:
    """One attempt at a job by one worker."""

    def __init__(self, database: Database, job: Row[Any], *, lease: int) -> None:
        self.database = database
        self.id = int(job.id)
        self.kind = str(job.kind)
        self.scope = str(job.scope)
        self.args: dict[str, Any] = job.args
        self.cursor: Any = job.cursor
        self.done = int(job.done)
        self.created_by: int | None = job.created_by
        self.attempt = int(job.attempt)
        self.stalled = int(job.stalled)
        self.stopping: Callable[[], bool] = lambda: False
        self._owner = str(job.owner)
        self._lease = lease

    @contextmanager
    def read(self) -> Iterator[ReadSession]:
        """A reading block."""
        with self.database.read() as db:
            yield db

    @contextmanager
    def step(self) -> Iterator[Step]:
        """A transaction that commits the block's rows and the job's progress together.

        Raises LeaseLost (everything undone) when the job is another worker's by now, and Cancelled, after the
        commit, when someone asked for it; Stopped, before anything, when the worker shuts down.
        """
        if self.stopping():
            raise Stopped
        with self.database.write() as db:
            step = Step(db)
            yield step
            values: dict[str, Any] = {"lease_until": db.now + self._lease}
            if step.cursor is not None:
                values |= {"cursor": step.cursor, "stalled": 0}
            if step.done is not None:
                values["done"] = max(self.done, step.done)  # J2: progress never falls
            if step.total is not None:
                values["total"] = step.total
            if step.note is not None:
                values["note"] = step.note
            cancel_asked = self.hold(db, values)
        self.cursor = values.get("cursor", self.cursor)
        self.done = values.get("done", self.done)
        self.stalled = values.get("stalled", self.stalled)
        if cancel_asked:
            raise Cancelled

    def hold(self, db: WriteSession, values: dict[str, Any]) -> int:
        """Write to the job's row if this attempt still holds it; LeaseLost otherwise."""
        cancel_asked = queries.update_held(db, job_id=self.id, owner=self._owner, attempt=self.attempt, values=values)
        if cancel_asked is None:
            raise LeaseLost
        return cancel_asked

    def heartbeat(self) -> None:
        """Renew the lease during a long step."""
        with self.database.write(patient=True) as db:
            self.hold(db, {"lease_until": db.now + self._lease})


def _nothing(db: WriteSession, run: JobRun, reason: str) -> None:
    """The default for handlers that have nothing to tell when a job ends early."""


@dataclass(frozen=True, slots=True)
class Handler:
    """How a kind of job is done. `failed` and `cancelled` run in the transaction that ends the job."""

    run: Callable[[JobRun], dict[str, Any] | None]
    failed: Callable[[WriteSession, JobRun, str], None] = _nothing
    cancelled: Callable[[WriteSession, JobRun, str], None] = _nothing
