"""The Data tab's list."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Query

from labeldesk.accounts.access import CurrentActor, signed_in
from labeldesk.core.ids import LARGEST_ID
from labeldesk.httpkit.routing import Routes
from labeldesk.httpkit.schemas import Id
from labeldesk.httpkit.sessions import ReadDb
from labeldesk.review import schemas, service

routes = Routes(tag="data")


@routes.read("/projects/{project_id}/items", access=signed_in, response_model=schemas.ItemsOut)
def list_items(
    project_id: Id,
    actor: CurrentActor,
    db: ReadDb,
    state: Annotated[str | None, Query(max_length=32)] = None,
    after: Annotated[int | None, Query(ge=0, le=LARGEST_ID)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, Any]:
    """A page of items in import order, behind the item `after`."""
    return service.list_items(db, actor, project_id, state=state, after=after, limit=limit)
