"""The bell."""

from __future__ import annotations

from typing import Any

from labeldesk.accounts.access import CurrentActor, signed_in
from labeldesk.httpkit.routing import Routes
from labeldesk.httpkit.sessions import ReadDb, WriteDb
from labeldesk.notifications import schemas, service

routes = Routes(tag="notifications")


@routes.read("/notifications", access=signed_in, response_model=schemas.NotificationsOut)
def list_notifications(actor: CurrentActor, db: ReadDb) -> dict[str, Any]:
    """What concerns me, newest first."""
    return service.list_mine(db, actor)


@routes.act("/notifications/read", access=signed_in, status=204)
def read_notifications(body: schemas.ReadIn, actor: CurrentActor, db: WriteDb) -> None:
    """I have seen all up to this one."""
    service.mark_read(db, actor, body.up_to)
