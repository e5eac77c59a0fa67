"""Projects: check, create, list, change, pause, drafts, samples."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import Query, Request
from fastapi.responses import StreamingResponse

from labeldesk.accounts.access import CurrentActor, CurrentSettings, signed_in
from labeldesk.annotations.schemas import LabelSetOut
from labeldesk.core.ids import LARGEST_ID
from labeldesk.core.spreadsheets import safe_cell
from labeldesk.httpkit.routing import Routes
from labeldesk.httpkit.schemas import Id
from labeldesk.httpkit.sessions import ReadDb, WriteDb, get_database
from labeldesk.items import service as items
from labeldesk.labels import service as labels
from labeldesk.projects import service as projects
from labeldesk.queue import service as queue
from labeldesk.wizard import schemas, service

routes = Routes(tag="projects")


@routes.read("/projects", access=signed_in, response_model=schemas.ProjectsOut)
def list_projects(actor: CurrentActor, db: ReadDb) -> dict[str, Any]:
    """Projects I may read about, newest first."""
    return {"projects": service.list_projects(db, actor)}


@routes.create("/projects", access=signed_in, response_model=schemas.ProjectDetailOut)
def create_project(
    body: schemas.ProjectDraftIn,
    actor: CurrentActor,
    settings: CurrentSettings,
    db: WriteDb,
    request: Request,
) -> dict[str, Any]:
    """Create a project; its initialization begins at once."""
    wanted = body.model_dump()
    project_id = service.create(db, actor, wanted, files=settings.files, max_items=settings.max_items)
    db.after_commit(request.app.state.workspace.wake_worker)
    return service.get_project(db, actor, project_id)


@routes.act("/projects/check", access=signed_in, response_model=schemas.CheckOut)
def check_project(
    body: schemas.ProjectDraftIn, actor: CurrentActor, settings: CurrentSettings, db: ReadDb
) -> dict[str, Any]:
    """What is still wrong or missing; nothing is created."""
    found = service.check(db, actor, body.model_dump(), files=settings.files, max_items=settings.max_items)
    return {"problems": found.problems, "ready": not found.problems}


@routes.read("/projects/{project_id}", access=signed_in, response_model=schemas.ProjectDetailOut)
def get_project(project_id: Id, actor: CurrentActor, db: ReadDb) -> dict[str, Any]:
    """One project with its settings and the report of its import."""
    return service.get_project(db, actor, project_id)


@routes.change("/projects/{project_id}", access=signed_in, response_model=schemas.ProjectDetailOut)
def change_project(project_id: Id, body: schemas.ProjectChange, actor: CurrentActor, db: WriteDb) -> dict[str, Any]:
    """Change description, instructions or queue settings."""
    projects.change_settings(db, actor, project_id, body.model_dump(exclude_unset=True))
    return service.get_project(db, actor, project_id)


@routes.act("/projects/{project_id}/pause", access=signed_in, response_model=schemas.ProjectDetailOut)
def pause_project(project_id: Id, actor: CurrentActor, db: WriteDb) -> dict[str, Any]:
    """Stop labeling at once."""
    queue.pause(db, actor, project_id)
    return service.get_project(db, actor, project_id)


@routes.act("/projects/{project_id}/resume", access=signed_in, response_model=schemas.ProjectDetailOut)
def resume_project(project_id: Id, actor: CurrentActor, db: WriteDb) -> dict[str, Any]:
    """Let labeling go on."""
    queue.resume(db, actor, project_id)
    return service.get_project(db, actor, project_id)


@routes.act("/projects/{project_id}/retry", access=signed_in, response_model=schemas.ProjectDetailOut)
def retry_project(project_id: Id, actor: CurrentActor, db: WriteDb, request: Request) -> dict[str, Any]:
    """Try a failed initialization again."""
    items.retry_initialization(db, actor, project_id)
    db.after_commit(request.app.state.workspace.wake_worker)
    return service.get_project(db, actor, project_id)


@routes.remove("/projects/{project_id}", access=signed_in)
def delete_project(project_id: Id, actor: CurrentActor, db: WriteDb) -> None:
    """Delete a project; it can be restored for 30 days."""
    queue.delete(db, actor, project_id)


@routes.act("/projects/{project_id}/restore", access=signed_in, response_model=schemas.ProjectDetailOut)
def restore_project(project_id: Id, actor: CurrentActor, db: WriteDb) -> dict[str, Any]:
    """Bring a deleted project back, paused."""
    queue.restore(db, actor, project_id)
    return service.get_project(db, actor, project_id)


@routes.create("/projects/{project_id}/duplicate", access=signed_in, response_model=schemas.DraftOut)
def duplicate_project(project_id: Id, actor: CurrentActor, db: WriteDb) -> dict[str, Any]:
    """A draft with this project's settings, labels and instructions."""
    return service.duplicate(db, actor, project_id)


@routes.read("/projects/{project_id}/labels", access=signed_in, response_model=LabelSetOut)
def get_labels(project_id: Id, actor: CurrentActor, db: ReadDb) -> dict[str, Any]:
    """The project's current labels as a tree."""
    project = projects.get(db, actor, project_id, "projects.read")
    return labels.tree(labels.get_set(db, project_id, project.label_set_version))


@routes.read("/projects/{project_id}/refused", access=signed_in, response_model=schemas.RefusedOut)
def list_refused(
    project_id: Id,
    actor: CurrentActor,
    db: ReadDb,
    after: Annotated[int, Query(ge=0, le=LARGEST_ID)] = 0,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> dict[str, Any]:
    """Rows and files that did not become items, and why."""
    return items.list_refused(db, actor, project_id, after=after, limit=limit)


@routes.read("/projects/{project_id}/refused.csv", access=signed_in)
def download_refused(project_id: Id, request: Request, actor: CurrentActor, db: ReadDb) -> StreamingResponse:
    """The same as a CSV file."""
    projects.get(db, actor, project_id, "projects.read")
    database = get_database(request)

    def lines() -> Iterator[str]:
        buffer = io.StringIO()
        writer = csv.writer(buffer)
        writer.writerow(["file", "line", "column", "code", "message"])
        with database.read() as reading:
            for row in items.iterate_refused(reading, project_id):
                cells = [row["file"], row["line"], row["column"], row["code"], row["message"]]
                # names come from people's files: no cell may run as a formula in a spreadsheet
                writer.writerow([safe_cell(c) if isinstance(c, str) else c for c in cells])
                yield buffer.getvalue()
                buffer.seek(0)
                buffer.truncate()
        yield buffer.getvalue()

    return StreamingResponse(
        lines(),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="refused-{project_id}.csv"'},
    )


@routes.read("/drafts", access=signed_in, response_model=schemas.DraftsOut)
def list_drafts(actor: CurrentActor, db: ReadDb) -> dict[str, Any]:
    """My unfinished projects."""
    return {"drafts": service.list_drafts(db, actor)}


@routes.create("/drafts", access=signed_in, response_model=schemas.DraftOut)
def create_draft(body: schemas.DraftIn, actor: CurrentActor, db: WriteDb) -> dict[str, Any]:
    """Keep what was typed into the wizard so far."""
    return service.create_draft(db, actor, body.body)


@routes.read("/drafts/{draft_id}", access=signed_in, response_model=schemas.DraftOut)
def get_draft(draft_id: Id, actor: CurrentActor, db: ReadDb) -> dict[str, Any]:
    """One of my drafts."""
    return service.get_draft(db, actor, draft_id)


@routes.replace("/drafts/{draft_id}", access=signed_in, response_model=schemas.DraftOut)
def put_draft(draft_id: Id, body: schemas.DraftIn, actor: CurrentActor, db: WriteDb) -> dict[str, Any]:
    """Replace what a draft holds."""
    return service.put_draft(db, actor, draft_id, body.body)


@routes.remove("/drafts/{draft_id}", access=signed_in)
def delete_draft(draft_id: Id, actor: CurrentActor, db: WriteDb) -> None:
    """Forget a draft."""
    service.drop_draft(db, actor, draft_id)


@routes.create("/samples", access=signed_in, response_model=schemas.ProjectsOut)
def make_samples(actor: CurrentActor, settings: CurrentSettings, db: WriteDb, request: Request) -> dict[str, Any]:
    """The bundled sample projects, made if they are not there yet."""
    made = service.make_samples(db, actor, files=settings.files, max_items=settings.max_items)
    db.after_commit(request.app.state.workspace.wake_worker)
    return {"projects": [service.get_project(db, actor, project_id) for project_id in made]}
