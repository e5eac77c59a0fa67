"""The worker loop: claim, run, end. One per process by default; any number on any machines."""

from __future__ import annotations

import os
import secrets
import socket
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

import structlog

from labeldesk.core.errors import DeskError, Unavailable
from labeldesk.core.times import HOUR, SECOND
from labeldesk.db.database import Database, WriteSession
from labeldesk.jobs import queries, service
from labeldesk.jobs.run import Cancelled, Handler, JobRun, LeaseLost, Stopped

log = structlog.get_logger("labeldesk.worker")
ATTEMPTS = 3
BACKOFF = (2 * SECOND, 10 * SECOND, 60 * SECOND)
IDLE_SECONDS = 0.5


class Worker:
    """Runs jobs one after another in a thread, and small regular duties between them."""

    def __init__(
        self,
        database: Database,
        handlers: Mapping[str, Handler],
        *,
        lease_seconds: float,
        duties: Mapping[str, tuple[float, Callable[[WriteSession], object]]] | None = None,
        schedules: Mapping[str, int] | None = None,
    ) -> None:
        """`duties`: name → (seconds between, act); `schedules`: job kind → milliseconds between."""
        self.id = f"{socket.gethostname()[:30]}:{os.getpid()}:{secrets.token_hex(4)}"
        self._database = database
        self._handlers = handlers
        self._lease = int(lease_seconds * 1000)
        self._duties = dict(duties or {})
        self._schedules = dict(schedules or {})
        self._stop = threading.Event()
        self._wake = threading.Event()
        self._threads: list[threading.Thread] = []
        self._current: JobRun | None = None

    def start(self) -> None:
        """Begin in the background."""
        for name, loop in (("jobs", self._work), ("duties", self._keep_house)):
            thread = threading.Thread(target=loop, name=f"labeldesk-{name}", daemon=True)
            thread.start()
            self._threads.append(thread)

    def wake(self) -> None:
        """Look for work now rather than at the next tick."""
        self._wake.set()

    def stop(self, timeout: float = 10.0) -> None:
        """Stop at the end of the current step; a job in hand goes back to the queue, its attempt not counted."""
        self._stop.set()
        self._wake.set()
        for thread in self._threads:
            thread.join(timeout)
        if not any(thread.is_alive() for thread in self._threads):
            with self._database.write() as db:
                queries.drop_workers(db, before=db.now - HOUR, worker_id=self.id)

    def run_pending(self) -> int:
        """Run everything that is due, here and now; returns how many jobs ran. For tests and one-shot commands."""
        count = 0
        while self._run_one():
            count += 1
        return count

    def _work(self) -> None:
        while not self._stop.is_set():
            try:
                busy = self._run_one()
            # The loop must outlive any fault: a database that restarts, a disk that is full for a while.
            except Exception:
                log.exception("worker_fault")
                busy = False
            if not busy:
                self._wake.wait(IDLE_SECONDS)
                self._wake.clear()

    def _keep_house(self) -> None:
        """Heartbeats of the job in hand, this worker's sign of life, schedules, duties; not blocked by a long step."""
        due = dict.fromkeys(self._duties, 0.0)
        clock = 0.0
        tick = min(1.0, self._lease / 4000)
        next_beat = 0.0
        started = False
        while not self._stop.wait(tick if started else 0):
            started = True
            clock += tick
            try:
                if clock >= next_beat:
                    next_beat = clock + min(5.0, self._lease / 3000)
                    self._beat()
                for name, (every, act) in self._duties.items():
                    if clock >= due[name]:
                        due[name] = clock + every
                        with self._database.write(patient=True) as db:
                            act(db)
                self._fire_schedules()
            except Unavailable:
                continue  # said by the database to be passing; the next tick tries again
            # As in _work: house-keeping must go on after any fault.
            except Exception:
                log.exception("duty_fault")

    def _beat(self) -> None:
        with self._database.write(patient=True) as db:
            queries.put_worker(db, self.id)
            queries.drop_workers(db, before=db.now - HOUR)
        run = self._current
        if run is not None:
            with suppress(LeaseLost):  # the step itself will find out and undo its work
                run.heartbeat()

    def _fire_schedules(self) -> None:
        with self._database.read() as db:
            due = queries.due_schedules(db)
        for schedule in due:
            with self._database.write(patient=True) as db:
                if queries.move_schedule(db, schedule.kind, seen=schedule.next_at, next_at=db.now + schedule.every):
                    service.enqueue(
                        db,
                        schedule.kind,
                        scope="workspace",
                        title=schedule.kind,
                        unique_key=f"{schedule.kind}@{schedule.next_at}",
                    )

    def plan(self) -> None:
        """Write the schedules down; done once at start."""
        with self._database.write() as db:
            for kind, every in self._schedules.items():
                queries.put_schedule(db, kind, every)

    def _run_one(self) -> bool:
        kinds = list(self._handlers)
        with self._database.read() as db:
            if not queries.has_due(db, kinds):
                return False
        with self._database.write() as db:
            job = queries.claim(db, owner=self.id, lease=self._lease, kinds=kinds)
        if job is None:
            return False
        run = JobRun(self._database, job, lease=self._lease)
        handler = self._handlers[run.kind]
        structlog.contextvars.bind_contextvars(job=run.id, kind=run.kind)
        try:
            if run.stalled > ATTEMPTS:
                self._fail(run, handler, f"It stopped unexpectedly {ATTEMPTS} times. The server's log says more.")
            else:
                self._attempt(run, handler)
        except LeaseLost:
            log.warning("job_lease_lost")
        finally:
            structlog.contextvars.unbind_contextvars("job", "kind")
        return True

    def _attempt(self, run: JobRun, handler: Handler) -> None:
        log.info("job_started", attempt=run.attempt)
        run.stopping = self._stop.is_set
        self._current = run
        try:
            result = handler.run(run)
            self._current = None
            self._end(run, {"state": "succeeded", "result": result})
            log.info("job_succeeded")
        except LeaseLost:
            raise
        except Stopped:
            self._hand_back(run)
        except Cancelled:
            self._current = None
            self._cancel(run, handler)
        except Unavailable as error:
            self._retry_or_fail(run, handler, error.message)
        except DeskError as error:
            self._fail(run, handler, error.message)
        # The job runner's edge: whatever a handler raises must end in a state people can see.
        except Exception as error:
            log.exception("job_fault")
            self._retry_or_fail(run, handler, f"An unexpected fault ({type(error).__name__}); the log says more.")
        finally:
            self._current = None

    def _end(self, run: JobRun, values: dict[str, Any]) -> None:
        with self._database.write() as db:
            run.hold(db, {**values, "finished_at": db.now, "lease_until": None})

    def _hand_back(self, run: JobRun) -> None:
        self._current = None
        with self._database.write() as db:
            run.hold(
                db, {"state": "queued", "lease_until": None, "stalled": max(0, run.stalled - 1), "run_after": db.now}
            )
        log.info("job_handed_back")

    def _cancel(self, run: JobRun, handler: Handler) -> None:
        with self._database.write() as db:
            handler.cancelled(db, run, "It was cancelled.")
            run.hold(db, {"state": "cancelled", "finished_at": db.now, "lease_until": None})
        log.info("job_cancelled")

    def _retry_or_fail(self, run: JobRun, handler: Handler, reason: str) -> None:
        self._current = None
        if run.stalled >= ATTEMPTS:
            self._fail(run, handler, reason)
            return
        with self._database.write() as db:
            run.hold(
                db,
                {
                    "state": "queued",
                    "lease_until": None,
                    "note": reason,
                    "run_after": db.now + BACKOFF[max(0, run.stalled - 1)],
                },
            )
        log.warning("job_will_retry", reason=reason)

    def _fail(self, run: JobRun, handler: Handler, reason: str) -> None:
        self._current = None
        with self._database.write() as db:
            handler.failed(db, run, reason)
            run.hold(db, {"state": "failed", "error": reason, "finished_at": db.now, "lease_until": None})
        log.warning("job_failed", reason=reason)
