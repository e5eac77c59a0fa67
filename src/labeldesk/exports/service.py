"""Ask for an export, list, preview, download."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from sqlalchemy import Row

from labeldesk.accounts import service as accounts
from labeldesk.accounts.rules import Actor
from labeldesk.core.errors import Conflict, Invalid, NotFound
from labeldesk.core.times import iso, iso_or_none
from labeldesk.db.database import ReadSession, WriteSession
from labeldesk.exports import queries, rules, writing
from labeldesk.jobs import service as jobs
from labeldesk.projects import service as projects
from labeldesk.projects import tallies

EXPORT = "export"
LISTED = 100
PREVIEW_ROWS = 5


def check_options(options: dict[str, Any]) -> None:
    """Invalid for a format or option that does not exist."""
    for field, known in (("format", rules.FORMATS), ("columns", rules.COLUMNS), ("label_as", rules.LABEL_AS)):
        if options[field] not in known:
            raise Invalid.field(field, f"unknown_{field}", f"Use one of: {', '.join(known)}.")
    if options["states"] != ["labeled"]:
        raise Invalid.field("states", "unknown_states", "Only labeled items can be exported to CSV for now.")


def start(db: WriteSession, actor: Actor, project_id: int, options: dict[str, Any]) -> dict[str, Any]:
    """Queue an export."""
    project = projects.get(db, actor, project_id, "exports.write")
    check_options(options)
    if not tallies.read(db, project_id, "state").get("labeled"):
        raise Conflict("Nothing is labeled yet, so there is nothing to export.", code="nothing_to_export")
    export_id = queries.insert_export(
        db,
        {
            "project_id": project_id,
            "format": options["format"],
            "options": {key: options[key] for key in ("columns", "formula_safe", "label_as", "states")},
            "state": "queued",
            "created_by": actor.user_id,
            "created_at": db.now,
        },
    )
    job_id = jobs.enqueue(
        db,
        EXPORT,
        scope=projects.scope(project_id),
        title=f"Export “{project.name}” as {options['format'].upper()}",
        unique_key=f"{EXPORT}:{export_id}",
        args={"project_id": project_id, "export_id": export_id},
        created_by=actor.user_id,
    )
    queries.update_export(db, export_id, {"job_id": job_id})
    accounts.record(
        db,
        actor,
        "export.create",
        subject=f"export:{export_id}",
        project_id=project_id,
        details={"options": options},
    )
    return get(db, actor, export_id)


def get(db: ReadSession, actor: Actor, export_id: int) -> dict[str, Any]:
    """One export."""
    row = get_row(db, actor, export_id)
    return _view(db, row, accounts.names(db, [row.created_by] if row.created_by else []))


def get_row(db: ReadSession, actor: Actor, export_id: int) -> Row[Any]:
    """The export's row; NotFound without the right to it."""
    row = queries.find(db, export_id)
    if row is None or not actor.may("exports.write", row.project_id):
        raise NotFound("There is no such export.")
    projects.get(db, actor, row.project_id, "exports.write")
    return row


def list_for(db: ReadSession, actor: Actor, project_id: int) -> list[dict[str, Any]]:
    """A project's exports, newest first."""
    projects.get(db, actor, project_id, "exports.write")
    rows = queries.list_for(db, project_id, LISTED)
    names = accounts.names(db, sorted({row.created_by for row in rows if row.created_by}))
    return [_view(db, row, names) for row in rows]


def _view(db: ReadSession, row: Row[Any], names: dict[int, str]) -> dict[str, Any]:
    job = jobs.view(db, jobs.get_job(db, row.job_id)) if row.job_id else None
    return {
        "id": row.id,
        "project_id": row.project_id,
        "format": row.format,
        "options": row.options,
        "state": job["state"] if job and row.state in ("queued", "running") else row.state,
        "rows": row.rows,
        "bytes": row.bytes,
        "sha256": row.sha256,
        "file_name": row.manifest["file"] if row.manifest else None,
        "created_at": iso(row.created_at),
        "created_by": names.get(row.created_by, ""),
        "finished_at": iso_or_none(row.finished_at),
        "error": row.error,
        "job": job,
    }


def find_file(db: ReadSession, actor: Actor, export_id: int, files: Path) -> tuple[Path, str, str]:
    """(path, name, SHA-256) of a finished export's file."""
    row = get_row(db, actor, export_id)
    if row.state != "succeeded" or row.path is None:
        raise Conflict("This export is not finished, so it cannot be downloaded yet.", code="export_not_ready")
    path = files / row.path
    if not path.is_file():
        raise NotFound("The export's file is no longer in the datastore. Export again.", code="file_missing")
    return path, str(row.manifest["file"]), str(row.sha256)


def manifest(db: ReadSession, actor: Actor, export_id: int) -> dict[str, Any]:
    """The manifest of a finished export."""
    row = get_row(db, actor, export_id)
    if row.manifest is None:
        raise Conflict("This export is not finished, so it has no manifest yet.", code="export_not_ready")
    found: dict[str, Any] = row.manifest
    return found


def preview(db: ReadSession, actor: Actor, project_id: int, options: dict[str, Any]) -> dict[str, Any]:
    """The header and the first rows as they would be written, and how many rows in all."""
    project = projects.get(db, actor, project_id, "exports.write")
    check_options(options)
    plan = writing.plan(db, project, options)
    rows = list(writing.iterate_rows(db, project, plan, limit=PREVIEW_ROWS))
    return {
        "header": plan.header,
        "rows": [[cell[:500] for cell in row] for row in rows],
        "total": tallies.read(db, project_id, "state").get("labeled", 0),
    }


def drop_of(db: WriteSession, project_id: int, files: Path) -> None:
    """Remove the exports of a project that is gone; their files go once that is on disk."""
    paths = [files / row.path for row in queries.list_for(db, project_id, 1_000_000) if row.path]
    queries.drop_of(db, project_id)

    def unlink() -> None:
        for path in paths:
            shutil.rmtree(path.parent, ignore_errors=True)

    db.after_commit(unlink)
