"""Answers, skips, and the labeling page."""

from __future__ import annotations

from typing import Any

from fastapi import Request, Response

from labeldesk.accounts.access import CurrentActor, signed_in
from labeldesk.accounts.rules import Actor
from labeldesk.annotations import schemas, service
from labeldesk.annotations.service import Refused, Submission
from labeldesk.core.errors import NotFound
from labeldesk.httpkit.routing import Routes
from labeldesk.httpkit.schemas import Id
from labeldesk.httpkit.sessions import ReadDb, WriteDb, get_database
from labeldesk.projects import service as projects
from labeldesk.queue.schemas import TaskOut

routes = Routes(tag="labeling")


def _submit(request: Request, response: Response, actor: Actor, project_id: int, given: Submission) -> dict[str, Any]:
    """One transaction for the decision; a second keeps the draft when the first had to be undone."""
    database = get_database(request)
    try:
        with database.write() as db:
            reply, replayed = service.submit(db, actor, project_id, given)
    except Refused as refused:
        with database.write() as db:
            service.keep_draft(db, actor, project_id, given, refused.code)
        raise
    except NotFound:
        with database.write() as db:
            service.keep_if_deleted(db, actor, project_id, given)
        raise
    if replayed:
        response.headers["Idempotent-Replay"] = "true"
    return reply


@routes.create("/projects/{project_id}/annotations", access=signed_in, response_model=schemas.AcceptedOut)
def submit_annotation(
    request: Request, response: Response, project_id: Id, body: schemas.AnnotationIn, actor: CurrentActor
) -> dict[str, Any]:
    """Answer a task, or correct an answer with `replaces`. The same submission id again gives the same reply."""
    given = Submission(kind="answer", **{**body.model_dump(), "answer": body.answer.model_dump()})
    return _submit(request, response, actor, project_id, given)


@routes.create("/projects/{project_id}/skips", access=signed_in, response_model=schemas.AcceptedOut)
def submit_skip(
    request: Request, response: Response, project_id: Id, body: schemas.SkipIn, actor: CurrentActor
) -> dict[str, Any]:
    """Skip a task."""
    return _submit(request, response, actor, project_id, Submission(kind="skip", answer={}, **body.model_dump()))


@routes.read("/projects/{project_id}/labeling", access=signed_in, response_model=schemas.LabelingOut)
def get_labeling(project_id: Id, actor: CurrentActor, db: ReadDb) -> dict[str, Any]:
    """Everything the labeling page needs before its first task."""
    return service.labeling_page(db, actor, project_id)


@routes.read("/projects/{project_id}/items/{item_id}/task", access=signed_in, response_model=TaskOut)
def get_my_task(project_id: Id, item_id: Id, actor: CurrentActor, db: ReadDb) -> dict[str, Any]:
    """An item I have answered, with my answer."""
    return service.my_task(db, actor, project_id, item_id)


@routes.read("/labeling/projects", access=signed_in, response_model=schemas.MyProjectsOut)
def list_my_projects(actor: CurrentActor, db: ReadDb) -> dict[str, Any]:
    """Projects I may label."""
    return {"projects": service.my_projects(db, actor)}


@routes.act("/projects/{project_id}/instructions/seen", access=signed_in, status=204)
def see_instructions(project_id: Id, body: schemas.SeenIn, actor: CurrentActor, db: WriteDb) -> None:
    """I have seen this version of the instructions."""
    projects.mark_seen(db, actor, project_id, body.version)
