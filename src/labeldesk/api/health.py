"""Is the server alive?"""

from __future__ import annotations

from typing import Any

from sqlalchemy import text

from labeldesk.httpkit.routing import Routes, public
from labeldesk.httpkit.sessions import ReadDb
from labeldesk.version import __version__

routes = Routes(tag="operation")


@routes.read("/healthz", access=public)
def get_health(db: ReadDb) -> dict[str, Any]:
    """200 when the server answers and its database too."""
    db.scalar(text("SELECT 1"))
    return {"status": "ok", "version": __version__}
