"""Exports: start, list, preview, download."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Query, Request
from fastapi.responses import FileResponse

from labeldesk.accounts.access import CurrentActor, CurrentSettings, signed_in
from labeldesk.exports import schemas, service
from labeldesk.httpkit.routing import Routes
from labeldesk.httpkit.schemas import Id
from labeldesk.httpkit.sessions import ReadDb, WriteDb

routes = Routes(tag="exports")


@routes.act("/projects/{project_id}/exports", access=signed_in, status=202, response_model=schemas.ExportOut)
def start_export(
    project_id: Id, body: schemas.ExportIn, actor: CurrentActor, db: WriteDb, request: Request
) -> dict[str, Any]:
    """Queue an export."""
    export = service.start(db, actor, project_id, body.model_dump())
    db.after_commit(request.app.state.workspace.wake_worker)
    return export


@routes.read("/projects/{project_id}/exports", access=signed_in, response_model=schemas.ExportsOut)
def list_exports(project_id: Id, actor: CurrentActor, db: ReadDb) -> dict[str, Any]:
    """A project's exports, newest first."""
    return {"exports": service.list_for(db, actor, project_id)}


@routes.read("/projects/{project_id}/exports/preview", access=signed_in, response_model=schemas.ExportPreviewOut)
def preview_export(
    project_id: Id,
    actor: CurrentActor,
    db: ReadDb,
    format: Annotated[str, Query(max_length=32)] = "csv",
    columns: Annotated[str, Query(max_length=32)] = "training",
    label_as: Annotated[str, Query(max_length=32)] = "path",
    formula_safe: bool = True,
) -> dict[str, Any]:
    """The header and the first rows as they would be written."""
    options = {
        "format": format,
        "columns": columns,
        "label_as": label_as,
        "formula_safe": formula_safe,
        "states": ["labeled"],
    }
    return service.preview(db, actor, project_id, options)


@routes.read("/exports/{export_id}", access=signed_in, response_model=schemas.ExportOut)
def get_export(export_id: Id, actor: CurrentActor, db: ReadDb) -> dict[str, Any]:
    """One export."""
    return service.get(db, actor, export_id)


@routes.read("/exports/{export_id}/manifest", access=signed_in)
def get_manifest(export_id: Id, actor: CurrentActor, db: ReadDb) -> schemas.Manifest:
    """What the export is: its moment, options, counts, hash."""
    return service.manifest(db, actor, export_id)


@routes.read("/exports/{export_id}/download", access=signed_in)
def download_export(export_id: Id, actor: CurrentActor, settings: CurrentSettings, db: ReadDb) -> FileResponse:
    """The file of a finished export."""
    path, name, sha256 = service.find_file(db, actor, export_id, settings.files)
    return FileResponse(path, filename=name, media_type="text/csv; charset=utf-8", headers={"X-Content-SHA256": sha256})
