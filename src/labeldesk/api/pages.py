"""The built pages: one HTML document for every address of the product, and its hashed files."""

from __future__ import annotations

import re
import secrets
from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import FileResponse, HTMLResponse, Response
from starlette.exceptions import HTTPException

from labeldesk.core.errors import NotFound
from labeldesk.httpkit.routing import StrictRoute

NONCE = "__CSP_NONCE__"
TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".txt": "text/plain; charset=utf-8",
    ".map": "application/json",
}
# A file's name inside the built folder; nothing else is ever looked up on disk.
FILE = re.compile(r"(?:assets/)?[A-Za-z0-9_-][A-Za-z0-9_.-]*\.[a-z0-9]+")
MISSING = """<!doctype html><title>Labeldesk</title><p>The pages are not built. Run <code>make web</code>
in the source folder, or install the package: <code>pip install labeldesk</code>.</p>"""


def policy(nonce: str) -> str:
    """Scripts only from our own files; styles also by nonce, for the component library's one style element."""
    return (
        "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; "
        f"style-src 'self' 'nonce-{nonce}'; style-src-attr 'unsafe-inline'; manifest-src 'self'; "
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


def mount(app: FastAPI) -> None:
    """Answer every address the API does not have."""
    folder = Path(str(files("labeldesk") / "static"))
    index = folder / "index.html"
    html = index.read_text("utf-8") if index.is_file() else MISSING

    def page(request: Request, path: str) -> Response:
        if path.startswith("api/"):
            raise HTTPException(405)  # the error handler knows which methods the address takes, or that there is none
        if FILE.fullmatch(path):
            return _file(folder, path, request)
        nonce = secrets.token_urlsafe(16)
        return HTMLResponse(
            html.replace(NONCE, nonce),
            headers={"Content-Security-Policy": policy(nonce), "Cache-Control": "no-store"},
        )

    app.router.add_api_route(
        "/{path:path}",
        page,
        methods=["GET"],
        include_in_schema=False,
        response_model=None,
        route_class_override=_PageRoute,
    )


class _PageRoute(StrictRoute):
    """A page's address may carry any query: it is the page's own."""

    ignores_query = True


def _file(folder: Path, path: str, request: Request) -> Response:
    found = folder / path
    kind = TYPES.get(found.suffix)
    if kind is None or not found.is_file():
        raise NotFound("There is no such file.")
    hashed = path.startswith("assets/")
    headers = {"Cache-Control": "public, max-age=31536000, immutable" if hashed else "no-cache"}
    packed = found.with_name(found.name + ".gz")
    if packed.is_file() and "gzip" in request.headers.get("accept-encoding", ""):
        return FileResponse(
            packed,
            media_type=kind,
            headers={**headers, "Content-Encoding": "gzip", "Vary": "Accept-Encoding"},
        )
    return FileResponse(found, media_type=kind, headers=headers)
