"""Set-up, sign-in, invitations, roles, tokens, audit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Row

from labeldesk.accounts import passwords, queries, rules
from labeldesk.accounts.rules import Actor, Visitor
from labeldesk.core.errors import Conflict, Invalid, NotAllowed, NotFound, SignedOut
from labeldesk.core.ids import new_secret
from labeldesk.core.names import fold, name_problem
from labeldesk.core.times import DAY, HOUR, MINUTE, iso, iso_or_none
from labeldesk.db.database import ReadSession, WriteSession

SETUP_FACT = "setup_secret_hash"
INVITATION_LIFE = 7 * DAY
SEEN_EVERY = 5 * MINUTE
ALL_SCOPES = frozenset({"all"})


def record(
    db: WriteSession,
    actor: Actor | Visitor | None,
    action: str,
    *,
    subject: str,
    project_id: int | None = None,
    details: dict[str, Any] | None = None,
) -> None:
    """Write the audit entry of a change, in the change's own transaction."""
    queries.insert_audit(
        db,
        {
            "at": db.now,
            "user_id": actor.user_id if actor else None,
            "action": action,
            "project_id": project_id,
            "subject": subject,
            "details": details or {},
            "client": actor.client if actor else "",
            "request_id": actor.request_id if actor else "",
        },
    )


# -- set-up ------------------------------------------------------------------------------------------------------


def is_set_up(db: ReadSession) -> bool:
    """Whether the workspace has an owner."""
    return queries.any_user(db)


def renew_setup_secret(db: WriteSession) -> str | None:
    """A new one-time secret for the set-up link; None when the workspace has an owner. Older links end."""
    if queries.any_user(db):
        return None
    secret = new_secret()
    queries.put_fact(db, SETUP_FACT, passwords.hash_secret(secret))
    queries.put_fact(db, "people", "")
    return secret


def set_up(
    db: WriteSession, visitor: Visitor, *, secret: str, name: str, email: str, password: str, hours: float
) -> tuple[int, str]:
    """Make the owner; returns (user id, session secret)."""
    if queries.any_user(db):
        raise Conflict("A workspace exists already. Sign in instead.", code="already_set_up")
    expected = queries.get_fact(db, SETUP_FACT)
    if expected is None or expected != passwords.hash_secret(secret):
        raise NotAllowed(
            "This set-up link is not the current one. Use the last link that the terminal printed.",
            code="setup_token_invalid",
        )
    user_id = add_user(db, name=name, email=email, password=password)
    if not queries.take_fact(db, SETUP_FACT, expected):
        raise Conflict("A workspace exists already. Sign in instead.", code="already_set_up")
    queries.set_role(db, user_id, None, "owner")
    record(db, visitor, "workspace.set_up", subject=f"user:{user_id}")
    return user_id, open_session(db, visitor, user_id, hours=hours)


def add_user(db: WriteSession, *, name: str, email: str, password: str | None) -> int:
    """Add a person with no role yet."""
    email = email.strip()
    for field, problem in (
        ("name", name_problem(name)),
        ("email", rules.email_problem(email)),
    ):
        if problem is not None:
            raise Invalid.field(field, *problem)
    if password is not None:
        passwords.check_password(password, about=(name.strip(), email.partition("@")[0], *name.split()))
    if queries.find_user_by_email(db, fold(email)) is not None:
        raise Conflict("There is already an account with this e-mail address. Sign in instead.", code="email_taken")
    return queries.insert_user(
        db,
        {
            "name": name.strip(),
            "email": email,
            "email_folded": fold(email),
            "password_hash": passwords.hash_password(password) if password is not None else None,
            "created_at": db.now,
        },
    )


def give_role(db: WriteSession, actor: Actor | None, user_id: int, role: str, project_id: int | None) -> None:
    """Give a role without asking who gives it; callers check."""
    queries.set_role(db, user_id, project_id, role)
    record(db, actor, "member.set", subject=f"user:{user_id}", project_id=project_id, details={"role": role})


# -- sessions and tokens -------------------------------------------------------------------------------------------


def open_session(db: WriteSession, visitor: Visitor, user_id: int, *, hours: float) -> str:
    """Sign a person in; returns the session's secret."""
    secret = new_secret()
    queries.insert_session(
        db,
        {
            "user_id": user_id,
            "secret_hash": passwords.hash_secret(secret),
            "created_at": db.now,
            "seen_at": db.now,
            "ends_at": db.now + int(hours * HOUR),
        },
    )
    queries.update_user(db, user_id, {"last_active_at": db.now})
    record(db, visitor, "session.open", subject=f"user:{user_id}")
    return secret


def find_password_owner(db: ReadSession, *, email: str, password: str) -> int:
    """The person with this e-mail and password. SignedOut never says which part is wrong."""
    user = queries.find_user_by_email(db, fold(email))
    if not passwords.is_password(password, user.password_hash if user else None) or user is None or user.disabled_at:
        raise SignedOut("The e-mail or the password is not right.", code="sign_in_failed")
    return int(user.id)


def close_session(db: WriteSession, actor: Actor) -> None:
    """Sign out this browser."""
    if actor.session_id is not None:
        queries.delete_sessions(db, session_id=actor.session_id)
        record(db, actor, "session.close", subject=f"user:{actor.user_id}")


def find_actor(
    db: ReadSession,
    *,
    session_secret: str | None,
    token_secret: str | None,
    idle_hours: float,
    client: str,
    request_id: str,
) -> tuple[Actor, bool] | None:
    """Who holds this live credential, and whether its last use should be written down; None for nobody."""
    if token_secret is not None:
        found = queries.find_token(db, passwords.hash_secret(token_secret))
        scopes = frozenset(found[0].scopes) if found else frozenset()
        session_id = None
    elif session_secret is not None:
        idle_since = db.now - int(idle_hours * HOUR)
        found = queries.find_session(db, passwords.hash_secret(session_secret), idle_since=idle_since)
        scopes = ALL_SCOPES
        session_id = found[0].id if found else None
    else:
        return None
    if not found:
        return None
    first = found[0]
    actor = Actor(
        user_id=first.user_id,
        name=first.name,
        email=first.email,
        roles={row.project_id: row.role for row in found if row.role is not None},
        scopes=scopes,
        client=client,
        request_id=request_id,
        session_id=session_id,
    )
    return actor, (first.seen_at or 0) < db.now - SEEN_EVERY


def note_seen(db: WriteSession, *, token_secret: str | None, actor: Actor) -> None:
    """Write down that a credential was used just now."""
    if actor.session_id is not None:
        queries.touch_session(db, actor.session_id, actor.user_id)
    elif token_secret is not None:
        found = queries.find_token(db, passwords.hash_secret(token_secret))
        if found:
            queries.touch_token(db, found[0].id, actor.user_id)


def create_token(
    db: WriteSession, actor: Actor | None, *, user_id: int, name: str, scopes: Sequence[str], days: int | None
) -> tuple[dict[str, Any], str]:
    """A new token for a person; its secret is returned this once."""
    if actor is not None:
        actor.check_unlimited()
    problem = name_problem(name)
    if problem is not None:
        raise Invalid.field("name", *problem)
    unknown = [scope for scope in scopes if scope not in rules.SCOPES]
    if unknown or not scopes:
        known = ", ".join(sorted(rules.SCOPES))
        raise Invalid.field("scopes", "unknown_scope", f"Scopes are: {known}.")
    secret = "ldt_" + new_secret()
    values = {
        "user_id": user_id,
        "name": name.strip(),
        "secret_hash": passwords.hash_secret(secret),
        "scopes": list(scopes),
        "created_at": db.now,
        "expires_at": db.now + days * DAY if days else None,
    }
    token_id = queries.insert_token(db, values)
    record(db, actor, "token.create", subject=f"token:{token_id}", details={"scopes": list(scopes)})
    return {**_token_view(values), "id": token_id, "last_used_at": None}, secret


def list_tokens(db: ReadSession, actor: Actor) -> list[dict[str, Any]]:
    """My tokens, without their secrets."""
    return [
        {**_token_view(row._mapping), "id": row.id, "last_used_at": iso_or_none(row.seen_at)}
        for row in queries.list_tokens(db, actor.user_id)
    ]


def _token_view(row: Any) -> dict[str, Any]:
    return {
        "name": row["name"],
        "scopes": row["scopes"],
        "created_at": iso(row["created_at"]),
        "expires_at": iso_or_none(row["expires_at"]),
    }


def delete_token(db: WriteSession, actor: Actor, token_id: int) -> None:
    """End one of my tokens."""
    actor.check_unlimited()
    if not queries.delete_token(db, token_id=token_id, user_id=actor.user_id):
        raise NotFound("You have no such token.")
    record(db, actor, "token.delete", subject=f"token:{token_id}")


# -- people --------------------------------------------------------------------------------------------------------


def find_user(db: ReadSession, email: str) -> Row[Any] | None:
    """The person with this e-mail."""
    return queries.find_user_by_email(db, fold(email))


def find_first_owner(db: ReadSession) -> Row[Any] | None:
    """The owner for whom commands on the server itself act; None before there is one."""
    return queries.find_first_owner(db)


def names(db: ReadSession, ids: Sequence[int]) -> dict[int, str]:
    """Names of people by id."""
    return queries.user_names(db, ids)


def members_of(db: ReadSession, project_id: int) -> list[int]:
    """Ids of live people whose role covers a project."""
    return queries.people_with_role(db, project_id)


def list_people(db: ReadSession, actor: Actor) -> list[dict[str, Any]]:
    """All people of the workspace with their roles."""
    actor.check_may("people.manage")
    roles: dict[int, dict[int | None, str]] = {}
    for member in queries.list_members(db):
        roles.setdefault(member.user_id, {})[member.project_id] = member.role
    return [_person(user, roles.get(user.id, {})) for user in queries.list_users(db)]


def _person(user: Row[Any], roles: dict[int | None, str]) -> dict[str, Any]:
    return {
        "id": user.id,
        "name": user.name,
        "email": user.email,
        "role": roles.get(None),
        "project_roles": {project: role for project, role in roles.items() if project is not None},
        "disabled": user.disabled_at is not None,
        "last_active_at": iso_or_none(user.last_active_at),
    }


def change_person(
    db: WriteSession,
    actor: Actor,
    user_id: int,
    *,
    role: str | None,
    disabled: bool | None,
    release: Callable[[WriteSession, int], None],
) -> dict[str, Any]:
    """Change a workspace role or disable a person: their sessions and tokens end at once, their answers stay.

    `release` gives back the tasks of a person who may no longer label (A4); the queue stands above this feature.
    """
    actor.check_may("people.manage")
    user = queries.find_user(db, user_id)
    if user is None:
        raise NotFound("There is no such person.")
    queries.lock_people(db)
    if role is not None:
        _check_may_give(actor, role)
        queries.set_role(db, user_id, None, role)
        record(db, actor, "member.set", subject=f"user:{user_id}", details={"role": role})
    if disabled is not None:
        queries.update_user(db, user_id, {"disabled_at": db.now if disabled else None})
        if disabled:
            queries.delete_sessions(db, user_id=user_id)
            queries.delete_token(db, user_id=user_id)
        record(db, actor, "person.disable" if disabled else "person.enable", subject=f"user:{user_id}")
    if disabled or (role is not None and "label" not in rules.ROLES[role]):
        release(db, user_id)
    if queries.count_live_owners(db) == 0:
        raise Conflict("This is the last owner. Make someone else an owner first.", code="last_owner")
    changed = queries.find_user(db, user_id)
    assert changed is not None  # noqa: S101  people are never deleted
    return _person(changed, queries.roles_of(db, user_id))


def _check_may_give(actor: Actor, role: str) -> None:
    if role not in rules.ROLES:
        raise Invalid.field("role", "unknown_role", f"Roles are: {', '.join(rules.ROLES)}.")
    if not rules.may_give(actor.operations(), role):
        raise NotAllowed("You cannot give a role that may do more than you may.")


def invite(
    db: WriteSession, actor: Actor, *, email: str | None, role: str, project_ids: Sequence[int]
) -> tuple[dict[str, Any], str]:
    """An invitation for the whole workspace (no projects) or for some projects; returns it and its secret."""
    actor.check_may("people.manage")
    _check_may_give(actor, role)
    invitation_id, secret = _insert_invitation(db, actor, email=email, role=role, project_ids=project_ids)
    row = queries.get_invitation(db, invitation_id)
    assert row is not None  # noqa: S101  inserted above
    return _invitation_view(db, row, {actor.user_id: actor.name}), secret


def _insert_invitation(
    db: WriteSession, actor: Actor | None, *, email: str | None, role: str, project_ids: Sequence[int]
) -> tuple[int, str]:
    if email is not None:
        problem = rules.email_problem(email.strip())
        if problem is not None:
            raise Invalid.field("email", *problem)
        if queries.find_user_by_email(db, fold(email)) is not None:
            raise Conflict("There is already an account with this e-mail address.", code="email_taken")
    secret = new_secret()
    invitation_id = queries.insert_invitation(
        db,
        {
            "secret_hash": passwords.hash_secret(secret),
            "email": email.strip() if email else None,
            "role": role,
            "project_ids": sorted(set(project_ids)),
            "created_by": actor.user_id if actor else None,
            "created_at": db.now,
            "expires_at": db.now + INVITATION_LIFE,
        },
    )
    record(db, actor, "invitation.create", subject=f"invitation:{invitation_id}", details={"role": role})
    return invitation_id, secret


def list_invitations(db: ReadSession, actor: Actor) -> list[dict[str, Any]]:
    """The newest invitations."""
    actor.check_may("people.manage")
    rows = queries.list_invitations(db)
    inviters = queries.user_names(db, sorted({row.created_by for row in rows if row.created_by}))
    return [_invitation_view(db, row, inviters) for row in rows]


def _invitation_view(db: ReadSession, row: Row[Any], inviters: dict[int, str]) -> dict[str, Any]:
    state = "open"
    if row.accepted_by is not None:
        state = "accepted"
    elif row.revoked_at is not None:
        state = "revoked"
    elif row.expires_at <= db.now:
        state = "expired"
    return {
        "id": row.id,
        "email": row.email,
        "role": row.role,
        "project_ids": row.project_ids,
        "invited_by": inviters.get(row.created_by, ""),
        "created_at": iso(row.created_at),
        "expires_at": iso(row.expires_at),
        "state": state,
    }


def revoke_invitation(db: WriteSession, actor: Actor, invitation_id: int) -> None:
    """End an invitation that nobody has accepted."""
    actor.check_may("people.manage")
    if not queries.revoke_invitation(db, invitation_id):
        raise NotFound("There is no such open invitation.")
    record(db, actor, "invitation.revoke", subject=f"invitation:{invitation_id}")


def show_invitation(db: ReadSession, secret: str) -> dict[str, Any]:
    """What an invitation offers, for the one who holds its link."""
    row = _open_invitation(db, secret)
    inviters = queries.user_names(db, [row.created_by] if row.created_by else [])
    return _invitation_view(db, row, inviters)


def _open_invitation(db: ReadSession, secret: str) -> Row[Any]:
    row = queries.find_invitation(db, passwords.hash_secret(secret))
    if row is None:
        raise NotFound(
            "This invitation is not valid any more. Ask the person who sent it for a new one.",
            code="invitation_invalid",
        )
    return row


def accept_invitation(
    db: WriteSession, visitor: Visitor, *, secret: str, name: str, email: str, password: str, hours: float
) -> tuple[int, str]:
    """Make the invited person's account; returns (user id, session secret). Works once."""
    row = _open_invitation(db, secret)
    if row.email is not None and fold(row.email) != fold(email):
        raise Invalid.field("email", "email_differs", "This invitation is for another e-mail address.")
    user_id = add_user(db, name=name, email=email, password=password)
    if not queries.accept_invitation(db, row.id, user_id):
        raise NotFound("This invitation has just been used.", code="invitation_invalid")
    for project_id in row.project_ids or [None]:
        queries.set_role(db, user_id, project_id, row.role)
    record(db, visitor, "invitation.accept", subject=f"user:{user_id}", details={"invitation": row.id})
    return user_id, open_session(db, visitor, user_id, hours=hours)


def give_first_role(db: WriteSession, user_id: int, role: str) -> None:
    """Give a workspace role from the server's own command line."""
    if role not in rules.ROLES:
        raise Invalid.field("role", "unknown_role", f"Roles are: {', '.join(rules.ROLES)}.")
    give_role(db, None, user_id, role, None)


def invite_locally(db: WriteSession, *, email: str, role: str) -> str:
    """An invitation made on the server's own command line; returns its secret."""
    if role not in rules.ROLES:
        raise Invalid.field("role", "unknown_role", f"Roles are: {', '.join(rules.ROLES)}.")
    return _insert_invitation(db, None, email=email, role=role, project_ids=[])[1]


def purge(db: WriteSession) -> int:
    """Forget sessions that have ended."""
    return queries.purge_sessions(db)
