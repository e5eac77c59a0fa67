"""The job that writes an export."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from labeldesk.core.errors import NotFound
from labeldesk.db.database import WriteSession
from labeldesk.exports import queries, rules, writing
from labeldesk.jobs.run import Handler, JobRun
from labeldesk.notifications import service as notifications
from labeldesk.projects import service as projects
from labeldesk.projects import tallies


def export_handler(files: Path) -> Handler:
    """The handler of `export` jobs. A run that was cut off begins anew: its snapshot is gone."""

    def run(job: JobRun) -> dict[str, Any]:
        export_id = job.args["export_id"]
        with job.read() as db:
            export = queries.find(db, export_id)
            project = projects.find(db, job.args["project_id"])
            if export is None or project is None:
                raise NotFound("The project is gone.")
            with job.step() as step:
                step.total = tallies.read(db, project.id, "state").get("labeled", 0)
                step.note = "Writing the rows"
                queries.update_export(step.db, export_id, {"state": "running"})
            name = rules.file_name(project.name, export_id, export.format)
            # each attempt has its own name, so that a late worker cannot touch the file of the one that took over
            place = Path("Labeling") / "export" / export.format / str(project.id) / f"{export_id}-{job.attempt}"
            plan = writing.plan(db, project, export.options)

            def pulse(count: int) -> None:
                with job.step() as step:
                    step.done = count

            written = writing.write_csv(db, project, plan, files / place / name, pulse)
            manifest = writing.manifest(db, project, export, written, name)
        (files / place / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=2), "utf-8")
        with job.step() as step:
            step.done = step.total = written["rows"]
            queries.update_export(
                step.db,
                export_id,
                {
                    "state": "succeeded",
                    "path": str(place / name),
                    "manifest": manifest,
                    "finished_at": step.db.now,
                    **written,
                },
            )
            notifications.tell(
                step.db,
                [export.created_by] if export.created_by else [],
                kind="export_ready",
                title=f"Export of “{project.name}” is ready",
                body=f"{written['rows']:,} rows as {export.format.upper()}.",
                project_id=project.id,
                link=f"/api/v1/exports/{export_id}/download",
            )
        return written

    def failed(db: WriteSession, job: JobRun, reason: str) -> None:
        _end(db, job, "failed", reason)
        export = queries.find(db, job.args["export_id"])
        project = projects.find(db, job.args["project_id"])
        if export is not None and project is not None and export.created_by:
            notifications.tell(
                db,
                [export.created_by],
                kind="export_failed",
                title=f"Export of “{project.name}” failed",
                body=reason,
                project_id=project.id,
                link=f"/projects/{project.id}",
            )

    def cancelled(db: WriteSession, job: JobRun, reason: str) -> None:
        _end(db, job, "cancelled", reason)

    return Handler(run=run, failed=failed, cancelled=cancelled)


def _end(db: WriteSession, job: JobRun, state: str, reason: str) -> None:
    queries.update_export(
        db, job.args["export_id"], {"state": state, "error": reason, "finished_at": db.now, "path": None}
    )
