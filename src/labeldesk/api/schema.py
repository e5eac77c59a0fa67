"""The API's own description, for those who are signed in."""

from __future__ import annotations

from typing import Any

from fastapi import Request
from fastapi.openapi.utils import get_openapi

from labeldesk.accounts.access import signed_in
from labeldesk.httpkit.routing import Routes
from labeldesk.version import __version__

routes = Routes(tag="operation")


def openapi(app: Any) -> dict[str, Any]:
    """The OpenAPI document of all routes under the API."""
    return get_openapi(
        title="Labeldesk",
        version=__version__,
        description="Labels for text: projects, tasks, annotations, exports.",
        routes=app.routes,
    )


@routes.read("/openapi.json", access=signed_in)
def get_openapi_document(request: Request) -> dict[str, Any]:
    """This document."""
    return openapi(request.app)
