"""Background jobs: look, cancel."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Query, Request
from sqlalchemy import Row

from labeldesk.accounts.access import CurrentActor, signed_in
from labeldesk.accounts.rules import Actor
from labeldesk.core.errors import NotFound
from labeldesk.core.ids import LARGEST_ID
from labeldesk.db.database import ReadSession
from labeldesk.httpkit.routing import Routes
from labeldesk.httpkit.schemas import Id
from labeldesk.httpkit.sessions import ReadDb, WriteDb
from labeldesk.jobs import schemas, service
from labeldesk.jobs.run import JobRun

routes = Routes(tag="jobs")


def _project_of(job: Row[Any]) -> int | None:
    kind, _, number = job.scope.partition(":")
    return int(number) if kind == "project" else None


def _get(db: ReadSession, actor: Actor, job_id: int, operation: str) -> Row[Any]:
    job = service.get_job(db, job_id)
    project_id = _project_of(job)
    # whoever may export follows and stops their own exports
    mine = job.created_by == actor.user_id and actor.may("exports.write", project_id)
    if not mine and not actor.may(operation, project_id):
        raise NotFound("There is no such job.")
    return job


@routes.read("/jobs", access=signed_in, response_model=schemas.JobsOut)
def list_jobs(
    actor: CurrentActor,
    db: ReadDb,
    project_id: Annotated[int | None, Query(ge=1, le=LARGEST_ID)] = None,
) -> dict[str, Any]:
    """The newest jobs, of one project or of all."""
    actor.check_may("jobs.read", project_id)
    scopes = None if project_id is None else [f"project:{project_id}"]
    return {"jobs": [service.view(db, job) for job in service.list_jobs(db, scopes=scopes)]}


@routes.read("/jobs/{job_id}", access=signed_in, response_model=schemas.JobOut)
def get_job(job_id: Id, actor: CurrentActor, db: ReadDb) -> dict[str, Any]:
    """One job."""
    return service.view(db, _get(db, actor, job_id, "jobs.read"))


@routes.act("/jobs/{job_id}/cancel", access=signed_in, response_model=schemas.JobOut)
def cancel_job(request: Request, job_id: Id, actor: CurrentActor, db: WriteDb) -> dict[str, Any]:
    """Ask a job to stop; what it has committed so far stays."""
    job = _get(db, actor, job_id, "projects.manage")
    if service.cancel(db, job_id):
        handler = request.app.state.workspace.handlers().get(job.kind)
        if handler is not None:  # it never began, so no worker will tell its feature
            handler.cancelled(db, JobRun(db.database, job, lease=0), "It was cancelled.")
    return service.view(db, service.get_job(db, job_id))
