"""The dashboard's numbers."""

from __future__ import annotations

from typing import Any

from labeldesk.accounts.access import CurrentActor, signed_in
from labeldesk.dashboard import schemas, service
from labeldesk.httpkit.routing import Routes
from labeldesk.httpkit.schemas import Id
from labeldesk.httpkit.sessions import ReadDb

routes = Routes(tag="dashboard")


@routes.read("/projects/{project_id}/progress", access=signed_in, response_model=schemas.ProgressOut)
def get_progress(project_id: Id, actor: CurrentActor, db: ReadDb) -> dict[str, Any]:
    """All numbers of the dashboard at one moment."""
    return service.progress(db, actor, project_id)
