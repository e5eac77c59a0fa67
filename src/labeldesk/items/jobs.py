"""The job that initializes a project."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from labeldesk.core.errors import NotFound
from labeldesk.datasets import service as datasets
from labeldesk.db.database import WriteSession
from labeldesk.items import queries, service
from labeldesk.items.importing import Import
from labeldesk.jobs.run import Handler, JobRun
from labeldesk.notifications import service as notifications
from labeldesk.projects import rules
from labeldesk.projects import service as projects


def initialize_handler(files: Path, *, longest: int) -> Handler:
    """The handler of `initialize` jobs."""

    def run(job: JobRun) -> dict[str, Any]:
        with job.read() as db:
            project = projects.find(db, job.args["project_id"])
            if project is None:
                raise NotFound("The project is gone.")
            dataset = datasets.find(db, project.dataset_id)
        cursor = Import(job, project, dataset.kind if dataset else "tabular", files, longest=longest).go()
        with job.read() as db:
            duplicates = cursor.added - queries.count_distinct_texts(db, project.id)
        with job.step() as step:
            service.finish(step.db, project.id, cursor.added, cursor.refused, cursor.total)
        return {
            "added": cursor.added,
            "refused": cursor.refused,
            "total": cursor.total,
            "duplicates": duplicates,
        }

    def failed(db: WriteSession, job: JobRun, reason: str) -> None:
        project = projects.hold(db, job.args["project_id"])
        if project.state == rules.INITIALIZING:
            projects.set_state(db, project, rules.FAILED, reason=reason)
        notifications.tell(
            db,
            [project.created_by] if project.created_by else [],
            kind="initialization_failed",
            title=f"“{project.name}” could not be set up",
            body=reason,
            project_id=project.id,
            link=f"/projects/{project.id}",
        )

    def cancelled(db: WriteSession, job: JobRun, reason: str) -> None:
        project = projects.hold(db, job.args["project_id"])
        if project.state == rules.INITIALIZING:
            counted = (job.cursor or {}).get("added", 0)
            projects.set_state(
                db,
                project,
                rules.FAILED,
                reason=f"The import was cancelled after {counted:,} items. Retry goes on where it stopped.",
            )

    return Handler(run=run, failed=failed, cancelled=cancelled)
