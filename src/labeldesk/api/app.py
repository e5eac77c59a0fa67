"""The app factory."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import anyio
from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute, compile_path
from starlette.types import ASGIApp

from labeldesk.accounts.routes import routes as accounts_routes
from labeldesk.accounts.throttle import Throttle
from labeldesk.annotations.routes import routes as annotations_routes
from labeldesk.api import pages
from labeldesk.api.events import routes as events_routes
from labeldesk.api.health import routes as health_routes
from labeldesk.api.jobs import routes as jobs_routes
from labeldesk.api.schema import routes as schema_routes
from labeldesk.bootstrap import Workspace, live_probes
from labeldesk.core.errors import Invalid
from labeldesk.dashboard.routes import routes as dashboard_routes
from labeldesk.datasets.routes import routes as datasets_routes
from labeldesk.db.database import ReadSession
from labeldesk.exports.routes import routes as exports_routes
from labeldesk.httpkit import problems
from labeldesk.httpkit.guard import Guard
from labeldesk.httpkit.live import Live
from labeldesk.httpkit.routing import Routes
from labeldesk.notifications.routes import routes as notifications_routes
from labeldesk.projects import service as projects
from labeldesk.queue import service as queue
from labeldesk.queue.routes import routes as queue_routes
from labeldesk.review.routes import routes as review_routes
from labeldesk.settings import Settings
from labeldesk.version import __version__
from labeldesk.wizard.routes import routes as wizard_routes

API = "/api/v1"
PAGES = "/{path:path}"
FEATURES: tuple[Routes, ...] = (
    accounts_routes,
    annotations_routes,
    dashboard_routes,
    datasets_routes,
    events_routes,
    exports_routes,
    jobs_routes,
    notifications_routes,
    queue_routes,
    review_routes,
    schema_routes,
    wizard_routes,
)
THREADS = 40


def make_app(workspace: Workspace) -> ASGIApp:
    """The whole application around an opened workspace."""
    settings = workspace.settings
    return Guard(
        make_fastapi(workspace),
        hosts=_hosts(settings),
        max_body=settings.max_body_bytes,
        max_upload=settings.max_upload_bytes,
        https=settings.secure_cookies,
        proxies=settings.trusted_proxies,
    )


def make_fastapi(workspace: Workspace) -> FastAPI:
    """The application inside the guard."""
    settings = workspace.settings

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
        if settings.worker:
            workspace.start_worker()
        try:
            yield
        finally:
            await app.state.live.close()
            await anyio.to_thread.run_sync(workspace.close)

    app = FastAPI(
        title="Labeldesk",
        version=__version__,
        lifespan=lifespan,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.workspace = workspace
    app.state.throttle = Throttle()
    app.state.live = Live(workspace.database, live_probes(), seconds=settings.live_poll_seconds)
    app.state.project_names = projects.names
    app.state.check_projects_exist = _check_projects_exist
    app.state.release_person = queue.release_person
    problems.install(app)
    app.include_router(health_routes)
    for feature in FEATURES:
        app.include_router(feature, prefix=API)
    pages.mount(app)
    app.state.allowed_methods = _allowed_methods(app)
    check_every_route_says_who(app)
    return app


def check_every_route_says_who(app: FastAPI) -> None:
    """Default deny: refuse to start with a route that does not state its access."""
    said = {(method, API + path) for feature in FEATURES for method, path in feature.access}
    said |= set(health_routes.access) | {("GET", PAGES)}
    for method, path in iterate_routes(app):
        if method not in ("HEAD", "OPTIONS") and (method, path) not in said:
            raise RuntimeError(f"The route {method} {path} does not say who may call it.")


def _allowed_methods(app: FastAPI) -> Callable[[str], list[str]]:
    """The methods an address takes, empty for none. Every address outside the API is a page's."""
    known = [(compile_path(path)[0], method) for method, path in iterate_routes(app) if path != PAGES]

    def allowed(path: str) -> list[str]:
        found = {method for pattern, method in known if pattern.match(path)}
        if not found and not path.startswith("/api/"):
            found = {"GET"}
        if "GET" in found:
            found.add("HEAD")
        return sorted(found | {"OPTIONS"}) if found else []

    return allowed


def iterate_routes(app: FastAPI) -> Iterator[tuple[str, str]]:
    """(method, path) of every route of the application."""
    yield from _routes_of(app.routes, "")


def _routes_of(routes: Sequence[BaseRoute], prefix: str) -> Iterator[tuple[str, str]]:
    for route in routes:
        included = getattr(route, "original_router", None)
        if isinstance(route, APIRoute):
            for method in sorted(route.methods or ()):
                yield method, prefix + route.path
        elif included is not None:
            yield from _routes_of(included.routes, prefix + route.include_context.prefix)  # type: ignore[attr-defined]
        else:
            yield "MOUNT", prefix + str(getattr(route, "path", route))


def _hosts(settings: Settings) -> set[str]:
    hosts = {
        "localhost",
        "127.0.0.1",
        "[::1]",
        settings.host.lower(),
        *(h.lower() for h in settings.allowed_hosts),
    }
    if settings.public_url:
        hosts.add(settings.public_url.split("://", 1)[-1].split("/", 1)[0].rsplit(":", 1)[0].lower())
    return hosts


def _check_projects_exist(db: ReadSession, ids: Sequence[int]) -> None:
    missing: list[Any] = [i for i in ids if i not in projects.names(db, ids)]
    if missing:
        raise Invalid.field("project_ids", "unknown_project", "One of these projects does not exist.")
