"""The one place that wires settings, database, tables, job handlers and live probes together."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from labeldesk.accounts import service as accounts
from labeldesk.accounts import tables as _accounts
from labeldesk.annotations import tables as _annotations
from labeldesk.core.errors import DeskError
from labeldesk.core.times import DAY
from labeldesk.datasets import tables as _datasets
from labeldesk.db.database import Database, ReadSession, WriteSession
from labeldesk.db.tables import Base
from labeldesk.exports import tables as _exports
from labeldesk.exports.jobs import export_handler
from labeldesk.exports.purging import purge_deleted
from labeldesk.httpkit.live import Probes
from labeldesk.items import tables as _items
from labeldesk.items.jobs import initialize_handler
from labeldesk.jobs import service as jobs
from labeldesk.jobs import tables as _jobs
from labeldesk.jobs.run import Handler, JobRun
from labeldesk.jobs.worker import Worker
from labeldesk.labels import tables as _labels
from labeldesk.migrations import migrate
from labeldesk.notifications import service as notifications
from labeldesk.notifications import tables as _notifications
from labeldesk.projects import service as projects
from labeldesk.projects import tables as _projects
from labeldesk.queue import service as queue
from labeldesk.queue import tables as _queue
from labeldesk.settings import Settings
from labeldesk.wizard import tables as _wizard

# Importing the table modules enters them into the metadata that migrations are compared with.
TABLES = (
    _accounts,
    _annotations,
    _datasets,
    _exports,
    _items,
    _jobs,
    _labels,
    _notifications,
    _projects,
    _queue,
    _wizard,
)
METADATA = Base.metadata
JOBS_KEPT = 90 * DAY
PURGE = "purge"


class StorageProblem(DeskError):
    """The workspace's folder cannot be used."""

    code = "storage_not_writable"


class Workspace:
    """One installation: its settings, database and worker."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        prepare_folder(settings)
        self.database = Database(settings.database_url, lock_wait=settings.lock_wait_seconds)
        self.worker: Worker | None = None

    def migrate(self) -> None:
        """Bring the database to this version's schema."""
        migrate.upgrade(self.database)

    def check_schema(self) -> None:
        """DeskError unless the database has exactly this version's schema."""
        migrate.check(self.database)

    def start_worker(self) -> Worker:
        """Start the background worker of this process."""
        self.worker = self.make_worker()
        self.worker.plan()
        self.worker.start()
        return self.worker

    def make_worker(self) -> Worker:
        """A worker that is not started."""
        return Worker(
            self.database,
            self.handlers(),
            lease_seconds=self.settings.job_lease_seconds,
            duties={"end_expired_leases": (2.0, queue.sweep)},
            schedules={PURGE: DAY},
        )

    def handlers(self) -> dict[str, Handler]:
        """What each kind of job does."""
        return {
            "initialize": initialize_handler(self.settings.files, longest=self.settings.max_text_characters),
            "export": export_handler(self.settings.files),
            PURGE: _purge_handler(self.settings.files),
        }

    def wake_worker(self) -> None:
        """Tell this process's worker that a job was queued."""
        if self.worker is not None:
            self.worker.wake()

    def storage_problem(self) -> str | None:
        """Why nothing can be stored, in words with the command that mends it; None when all is well."""
        folder = self.settings.data
        if os.access(folder, os.W_OK):
            return None
        where = folder.resolve()
        return f"The folder {where} cannot be written. On the server run: chown -R {os.getuid()} {where}"

    def close(self) -> None:
        """Stop the worker and close the database."""
        if self.worker is not None:
            self.worker.stop()
        self.database.dispose()


def prepare_folder(settings: Settings) -> None:
    """Make the workspace's folders, readable by their owner only; StorageProblem says what to run when that fails."""
    folder = settings.data.resolve()
    if folder == Path(folder.anchor):
        raise StorageProblem("The workspace cannot be the root folder. Choose another with --data.")
    try:
        for path in (settings.data, settings.files):
            path.mkdir(parents=True, exist_ok=True, mode=0o700)
        probe = settings.data / ".writable"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise StorageProblem(
            f"The folder {folder} cannot be written ({error.strerror}). "
            f"Choose another with --data, or run: chown -R {os.getuid()} {folder}"
        ) from error


def _purge_handler(files: Path) -> Handler:
    """Forget ended sessions, old notifications, old jobs, and what long-deleted projects held."""
    purges: dict[str, Callable[[WriteSession], int]] = {
        "sessions": accounts.purge,
        "notifications": notifications.purge,
        "jobs": lambda db: jobs.purge(db, older_than=JOBS_KEPT),
    }

    def run(job: JobRun) -> dict[str, int]:
        counts = {}
        for name, purge in purges.items():
            with job.step() as step:
                counts[name] = purge(step.db)
        counts["projects"] = purge_deleted(job, files)
        return counts

    return Handler(run=run)


def live_probes() -> Probes:
    """What live pages watch: topic kind → what follows from it → a cheap value that differs after a change."""

    def job_changes(db: ReadSession, project_id: int) -> tuple[int, ...]:
        return jobs.latest_change(db, projects.scope(project_id))

    return {
        "project": {
            ("progress", "items", "queue"): projects.progress_fingerprint,
            ("state", "instructions"): projects.fingerprint,
            ("jobs", "exports"): job_changes,
        },
        "user": {("notifications",): notifications.latest_change},
    }
