"""Who is calling: the access dependencies of routes. Cookie for browsers, bearer token for programs."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request, Response

from labeldesk.accounts import service
from labeldesk.accounts.rules import Actor, Visitor
from labeldesk.core.errors import NotAllowed, SignedOut
from labeldesk.httpkit.sessions import get_database
from labeldesk.settings import Settings

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def get_settings(request: Request) -> Settings:
    """The server's settings."""
    settings: Settings = request.app.state.workspace.settings
    return settings


def cookie_name(settings: Settings) -> str:
    """`__Host-` ties the cookie to this host and to https; browsers refuse it without."""
    return "__Host-labeldesk" if settings.secure_cookies else "labeldesk"


def set_session_cookie(response: Response, settings: Settings, secret: str) -> None:
    """Hand the browser its session."""
    response.set_cookie(
        cookie_name(settings),
        secret,
        httponly=True,
        secure=settings.secure_cookies,
        samesite="lax",
        path="/",
        max_age=int(settings.session_hours * 3600),
    )


def clear_session_cookie(response: Response, settings: Settings) -> None:
    """Make the browser forget its session."""
    response.delete_cookie(
        cookie_name(settings), httponly=True, secure=settings.secure_cookies, samesite="lax", path="/"
    )


def check_same_origin(request: Request) -> None:
    """Refuse changes asked for by another site's page in the name of a signed-in person."""
    if request.method in SAFE_METHODS:
        return
    site = request.headers.get("sec-fetch-site")
    # browsers without fetch metadata still send Origin with every change
    origin = request.headers.get("origin", "")
    ours = _is_our_origin(request, origin) if site is None else site == "same-origin"
    if not ours:
        raise NotAllowed("This request came from another site, so it was refused.", code="cross_site")


def _is_our_origin(request: Request, origin: str) -> bool:
    scheme, _, host = origin.partition("://")
    schemes = {"https"} if get_settings(request).secure_cookies else {"http", "https"}
    return scheme in schemes and host == request.headers["host"]


def find_caller(request: Request) -> Actor | None:
    """The caller with a live credential, if any."""
    if hasattr(request.state, "actor"):
        found: Actor | None = request.state.actor
        return found
    settings = get_settings(request)
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    token_secret = token.strip() if scheme.lower() == "bearer" else None
    session_secret = None if token_secret else request.cookies.get(cookie_name(settings))
    actor = None
    if token_secret or session_secret:
        if session_secret:
            check_same_origin(request)
        database = get_database(request)
        with database.read() as db:
            seen = service.find_actor(
                db,
                session_secret=session_secret,
                token_secret=token_secret,
                idle_hours=settings.session_idle_hours,
                client=request.scope.get("labeldesk.client", ""),
                request_id=request.scope.get("labeldesk.request_id", ""),
            )
        if seen is not None:
            actor, should_note = seen
            if should_note:
                with database.write() as db:
                    service.note_seen(db, token_secret=token_secret, actor=actor)
    request.state.actor = actor
    return actor


def signed_in(request: Request) -> Actor:
    """Access for people and programs with a live credential."""
    actor = find_caller(request)
    if actor is None:
        raise SignedOut("Sign in to go on. Nothing of your work is lost.")
    return actor


def get_visitor(request: Request) -> Visitor:
    """Where a call without a credential comes from."""
    return Visitor(client=request.scope["labeldesk.client"], request_id=request.scope["labeldesk.request_id"])


CurrentActor = Annotated[Actor, Depends(signed_in)]
CurrentSettings = Annotated[Settings, Depends(get_settings)]
