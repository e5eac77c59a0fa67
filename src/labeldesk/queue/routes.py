"""Tasks: claim, renew, release."""

from __future__ import annotations

from typing import Any

from labeldesk.accounts.access import CurrentActor, signed_in
from labeldesk.httpkit.routing import Routes
from labeldesk.httpkit.schemas import Id
from labeldesk.httpkit.sessions import WriteDb
from labeldesk.queue import schemas, service

routes = Routes(tag="labeling")


@routes.act("/projects/{project_id}/tasks/claim", access=signed_in, response_model=schemas.ClaimOut)
def claim_tasks(project_id: Id, body: schemas.ClaimIn, actor: CurrentActor, db: WriteDb) -> dict[str, Any]:
    """Up to a page of tasks under lease; `empty` says why there are none."""
    return service.claim(db, actor, project_id, limit=body.limit, holder=body.holder, have=body.have)


@routes.act("/projects/{project_id}/tasks/renew", access=signed_in, response_model=schemas.RenewOut)
def renew_tasks(project_id: Id, body: schemas.LeasesIn, actor: CurrentActor, db: WriteDb) -> dict[str, Any]:
    """Keep leases while the labeler is active."""
    return service.renew(db, actor, project_id, body.leases)


@routes.act("/projects/{project_id}/tasks/release", access=signed_in, status=204)
def release_tasks(project_id: Id, body: schemas.LeasesIn, actor: CurrentActor, db: WriteDb) -> None:
    """Give tasks back."""
    service.release(db, actor, project_id, body.leases)
