"""Set-up, sign-in, people, invitations, tokens."""

from __future__ import annotations

from typing import Any

from fastapi import Request, Response

from labeldesk.accounts import schemas, service
from labeldesk.accounts.access import (
    CurrentActor,
    CurrentSettings,
    check_same_origin,
    clear_session_cookie,
    find_caller,
    get_visitor,
    set_session_cookie,
    signed_in,
)
from labeldesk.accounts.rules import Actor
from labeldesk.db.database import ReadSession
from labeldesk.httpkit.routing import Routes, public
from labeldesk.httpkit.schemas import Id
from labeldesk.httpkit.sessions import ReadDb, WriteDb, get_database
from labeldesk.jobs import service as jobs
from labeldesk.settings import Settings
from labeldesk.version import __version__

routes = Routes(tag="people")


def _session(request: Request, db: ReadSession, actor: Actor | None) -> dict[str, Any]:
    state = "signed_in" if actor else ("signed_out" if service.is_set_up(db) else "setup")
    user = None
    if actor is not None:
        user = {
            "id": actor.user_id,
            "name": actor.name,
            "email": actor.email,
            "role": actor.roles.get(None),
            "operations": sorted(actor.operations()),
            "labeler_only": actor.is_labeler_only,
        }
    return {
        "state": state,
        "version": __version__,
        "user": user,
        "worker_alive": jobs.is_worker_alive(db),
        "storage_problem": request.app.state.workspace.storage_problem(),
    }


def _enter(request: Request, response: Response, settings: Settings, secret: str) -> dict[str, Any]:
    set_session_cookie(response, settings, secret)
    with get_database(request).read() as db:
        seen = service.find_actor(db, session_secret=secret, token_secret=None, idle_hours=1, client="", request_id="")
        return _session(request, db, seen[0] if seen else None)


@routes.read("/session", access=public, response_model=schemas.SessionOut)
def get_session(request: Request, db: ReadDb) -> dict[str, Any]:
    """Who I am, and whether the workspace has an owner yet."""
    return _session(request, db, find_caller(request))


@routes.create("/setup", access=public, response_model=schemas.SessionOut)
def set_up(request: Request, response: Response, body: schemas.SetUpIn, settings: CurrentSettings) -> dict[str, Any]:
    """Make the workspace's owner with the one-time link."""
    request.app.state.throttle.check(client=request.scope["labeldesk.client"], account="setup")
    with get_database(request).write() as db:
        _, secret = service.set_up(
            db,
            get_visitor(request),
            secret=body.token,
            name=body.name,
            email=body.email,
            password=body.password,
            hours=settings.session_hours,
        )
    return _enter(request, response, settings, secret)


@routes.act("/session", access=public, response_model=schemas.SessionOut)
def sign_in(request: Request, response: Response, body: schemas.SignInIn, settings: CurrentSettings) -> dict[str, Any]:
    """Sign in with e-mail and password."""
    check_same_origin_if_browser(request)
    request.app.state.throttle.check(client=request.scope["labeldesk.client"], account=body.email)
    database = get_database(request)
    with database.read() as reading:
        user_id = service.find_password_owner(reading, email=body.email, password=body.password)
    with database.write() as db:
        secret = service.open_session(db, get_visitor(request), user_id, hours=settings.session_hours)
    return _enter(request, response, settings, secret)


def check_same_origin_if_browser(request: Request) -> None:
    """Another site must not sign a browser in to an account of its choice."""
    if "sec-fetch-site" in request.headers or "origin" in request.headers:
        check_same_origin(request)


@routes.remove("/session", access=signed_in)
def sign_out(request: Request, response: Response, actor: CurrentActor, settings: CurrentSettings, db: WriteDb) -> None:
    """End this browser's session."""
    service.close_session(db, actor)
    clear_session_cookie(response, settings)


def _with_projects(request: Request, db: ReadSession, ids: list[int]) -> list[dict[str, Any]]:
    names: dict[int, str] = request.app.state.project_names(db, ids)
    return [{"id": project_id, "name": names[project_id]} for project_id in ids if project_id in names]


def _person(request: Request, db: ReadSession, person: dict[str, Any]) -> dict[str, Any]:
    roles = person["project_roles"]
    projects = _with_projects(request, db, list(roles))
    return {**person, "projects": [{**project, "role": roles[project["id"]]} for project in projects]}


def _invitation(request: Request, db: ReadSession, invitation: dict[str, Any]) -> dict[str, Any]:
    return {**invitation, "projects": _with_projects(request, db, invitation["project_ids"])}


@routes.read("/people", access=signed_in, response_model=schemas.PeopleOut)
def list_people(request: Request, actor: CurrentActor, db: ReadDb) -> dict[str, Any]:
    """Everyone with an account."""
    return {"people": [_person(request, db, person) for person in service.list_people(db, actor)]}


@routes.change("/people/{user_id}", access=signed_in, response_model=schemas.PersonOut)
def change_person(
    request: Request, user_id: Id, body: schemas.PersonChange, actor: CurrentActor, db: WriteDb
) -> dict[str, Any]:
    """Change a role; disable or enable."""
    release = request.app.state.release_person
    person = service.change_person(db, actor, user_id, role=body.role, disabled=body.disabled, release=release)
    return _person(request, db, person)


@routes.read("/people/invitations", access=signed_in, response_model=schemas.InvitationsOut)
def list_invitations(request: Request, actor: CurrentActor, db: ReadDb) -> dict[str, Any]:
    """The newest invitations and what became of them."""
    return {"invitations": [_invitation(request, db, i) for i in service.list_invitations(db, actor)]}


@routes.create("/people/invitations", access=signed_in, response_model=schemas.InvitationCreated)
def create_invitation(
    request: Request, body: schemas.InvitationIn, actor: CurrentActor, settings: CurrentSettings, db: WriteDb
) -> dict[str, Any]:
    """Invite by a link, shown this once."""
    request.app.state.check_projects_exist(db, body.project_ids)
    invitation, secret = service.invite(db, actor, email=body.email, role=body.role, project_ids=body.project_ids)
    base = settings.public_url or f"{request.url.scheme}://{request.headers['host']}"
    return {
        "invitation": _invitation(request, db, invitation),
        "link": f"{base.rstrip('/')}/invite#{secret}",
    }


@routes.remove("/people/invitations/{invitation_id}", access=signed_in)
def revoke_invitation(invitation_id: Id, actor: CurrentActor, db: WriteDb) -> None:
    """End an open invitation."""
    service.revoke_invitation(db, actor, invitation_id)


@routes.act("/invitations/show", access=public, response_model=schemas.InvitationShown)
def show_invitation(request: Request, body: schemas.TokenIn, db: ReadDb) -> dict[str, Any]:
    """What an invitation offers."""
    request.app.state.throttle.check(client=request.scope["labeldesk.client"], account="invitation")
    return _invitation(request, db, service.show_invitation(db, body.token))


@routes.create("/invitations/accept", access=public, response_model=schemas.SessionOut)
def accept_invitation(
    request: Request, response: Response, body: schemas.AcceptIn, settings: CurrentSettings
) -> dict[str, Any]:
    """Make my account from an invitation and sign in."""
    request.app.state.throttle.check(client=request.scope["labeldesk.client"], account="invitation")
    with get_database(request).write() as db:
        _, secret = service.accept_invitation(
            db,
            get_visitor(request),
            secret=body.token,
            name=body.name,
            email=body.email,
            password=body.password,
            hours=settings.session_hours,
        )
    return _enter(request, response, settings, secret)


@routes.read("/tokens", access=signed_in, response_model=schemas.TokensOut)
def list_tokens(actor: CurrentActor, db: ReadDb) -> dict[str, Any]:
    """My tokens, without their secrets."""
    return {"tokens": service.list_tokens(db, actor)}


@routes.create("/tokens", access=signed_in, response_model=schemas.TokenCreated)
def create_token(body: schemas.NewTokenIn, actor: CurrentActor, db: WriteDb) -> dict[str, Any]:
    """A new token for programs; its secret is shown this once."""
    token, secret = service.create_token(
        db, actor, user_id=actor.user_id, name=body.name, scopes=body.scopes, days=body.expires_in_days
    )
    return {"token": token, "secret": secret}


@routes.remove("/tokens/{token_id}", access=signed_in)
def delete_token(token_id: Id, actor: CurrentActor, db: WriteDb) -> None:
    """End one of my tokens."""
    service.delete_token(db, actor, token_id)
