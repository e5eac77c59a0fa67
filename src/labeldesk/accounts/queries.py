"""Every statement on people, roles, credentials and the audit log."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, delete, exists, func, insert, or_, select, update
from sqlalchemy.dialects import postgresql

from labeldesk.accounts.tables import ApiToken, Audit, Fact, Invitation, LoginSession, Member, User
from labeldesk.db.database import ReadSession, WriteSession
from labeldesk.db.tables import table_of

USER = table_of(User)
MEMBER = table_of(Member)
SESSION = table_of(LoginSession)
TOKEN = table_of(ApiToken)
INVITATION = table_of(Invitation)
AUDIT = table_of(Audit)
FACT = table_of(Fact)


def any_user(db: ReadSession) -> bool:
    return bool(db.scalar(select(exists().where(USER.c.id > 0))))


def find_user(db: ReadSession, user_id: int) -> Row[Any] | None:
    return db.row(select(USER).where(USER.c.id == user_id))


def find_user_by_email(db: ReadSession, folded: str) -> Row[Any] | None:
    return db.row(select(USER).where(USER.c.email_folded == folded))


def list_users(db: ReadSession) -> Sequence[Row[Any]]:
    return db.rows(select(USER).order_by(USER.c.name, USER.c.id))


def user_names(db: ReadSession, ids: Sequence[int]) -> dict[int, str]:
    if not ids:
        return {}
    return {row.id: row.name for row in db.rows(select(USER.c.id, USER.c.name).where(USER.c.id.in_(ids)))}


def insert_user(db: WriteSession, values: dict[str, Any]) -> int:
    return int(db.execute(insert(USER).values(values).returning(USER.c.id)).scalar_one())


def update_user(db: WriteSession, user_id: int, values: dict[str, Any]) -> None:
    db.execute(update(USER).where(USER.c.id == user_id).values(values))


def list_members(db: ReadSession) -> Sequence[Row[Any]]:
    return db.rows(select(MEMBER).order_by(MEMBER.c.project_id))


def roles_of(db: ReadSession, user_id: int) -> dict[int | None, str]:
    rows = db.rows(select(MEMBER.c.project_id, MEMBER.c.role).where(MEMBER.c.user_id == user_id))
    return {row.project_id: row.role for row in rows}


def set_role(db: WriteSession, user_id: int, project_id: int | None, role: str) -> None:
    same = (MEMBER.c.user_id == user_id) & (
        MEMBER.c.project_id.is_(None) if project_id is None else MEMBER.c.project_id == project_id
    )
    if not db.execute(update(MEMBER).where(same).values(role=role)).rowcount:
        db.execute(insert(MEMBER).values(user_id=user_id, project_id=project_id, role=role))


def count_live_owners(db: ReadSession) -> int:
    joined = MEMBER.join(USER, USER.c.id == MEMBER.c.user_id)
    return int(
        db.scalar(
            select(func.count())
            .select_from(joined)
            .where(MEMBER.c.project_id.is_(None), MEMBER.c.role == "owner", USER.c.disabled_at.is_(None))
        )
    )


def find_first_owner(db: ReadSession) -> Row[Any] | None:
    """The live owner of the workspace who has been there longest."""
    joined = MEMBER.join(USER, USER.c.id == MEMBER.c.user_id)
    return db.row(
        select(USER)
        .select_from(joined)
        .where(MEMBER.c.project_id.is_(None), MEMBER.c.role == "owner", USER.c.disabled_at.is_(None))
        .order_by(USER.c.id)
    )


def lock_people(db: WriteSession) -> None:
    """Hold off other changes of who owns the workspace, so that two owners cannot remove each other at once."""
    if not db.is_sqlite:
        # there is something to lock only if the row is there, however the workspace was set up
        db.execute(postgresql.insert(FACT).values(name="people", value="").on_conflict_do_nothing())
        db.execute(select(FACT.c.name).where(FACT.c.name == "people").with_for_update())


def people_with_role(db: ReadSession, project_id: int) -> list[int]:
    """Ids of live people who have any role covering the project."""
    rows = db.rows(
        select(MEMBER.c.user_id)
        .join(USER, USER.c.id == MEMBER.c.user_id)
        .where(
            or_(MEMBER.c.project_id.is_(None), MEMBER.c.project_id == project_id),
            USER.c.disabled_at.is_(None),
        )
        .distinct()
    )
    return [row.user_id for row in rows]


# Asked for by every request, so built once.
_FIND_SESSION = (
    select(
        SESSION.c.id,
        SESSION.c.seen_at,
        USER.c.id.label("user_id"),
        USER.c.name,
        USER.c.email,
        MEMBER.c.project_id,
        MEMBER.c.role,
    )
    .join(USER, USER.c.id == SESSION.c.user_id)
    .outerjoin(MEMBER, MEMBER.c.user_id == USER.c.id)
    .where(
        SESSION.c.secret_hash == bindparam("secret_hash"),
        SESSION.c.ends_at > bindparam("now"),
        SESSION.c.seen_at > bindparam("idle_since"),
        USER.c.disabled_at.is_(None),
    )
)
_FIND_TOKEN = (
    select(
        TOKEN.c.id,
        TOKEN.c.seen_at,
        TOKEN.c.scopes,
        USER.c.id.label("user_id"),
        USER.c.name,
        USER.c.email,
        MEMBER.c.project_id,
        MEMBER.c.role,
    )
    .join(USER, USER.c.id == TOKEN.c.user_id)
    .outerjoin(MEMBER, MEMBER.c.user_id == USER.c.id)
    .where(
        TOKEN.c.secret_hash == bindparam("secret_hash"),
        or_(TOKEN.c.expires_at.is_(None), TOKEN.c.expires_at > bindparam("now")),
        USER.c.disabled_at.is_(None),
    )
)


def find_session(db: ReadSession, secret_hash: str, *, idle_since: int) -> Sequence[Row[Any]]:
    """The live session's user with one row per role (role None when there is none)."""
    return db.rows(_FIND_SESSION, {"secret_hash": secret_hash, "now": db.now, "idle_since": idle_since})


def find_token(db: ReadSession, secret_hash: str) -> Sequence[Row[Any]]:
    """The live token's user with one row per role."""
    return db.rows(_FIND_TOKEN, {"secret_hash": secret_hash, "now": db.now})


def insert_session(db: WriteSession, values: dict[str, Any]) -> None:
    db.execute(insert(SESSION).values(values))


def touch_session(db: WriteSession, session_id: int, user_id: int) -> None:
    db.execute(update(SESSION).where(SESSION.c.id == session_id).values(seen_at=db.now))
    db.execute(update(USER).where(USER.c.id == user_id).values(last_active_at=db.now))


def touch_token(db: WriteSession, token_id: int, user_id: int) -> None:
    db.execute(update(TOKEN).where(TOKEN.c.id == token_id).values(seen_at=db.now))
    db.execute(update(USER).where(USER.c.id == user_id).values(last_active_at=db.now))


def delete_sessions(db: WriteSession, *, user_id: int | None = None, session_id: int | None = None) -> None:
    statement = delete(SESSION)
    if session_id is not None:
        statement = statement.where(SESSION.c.id == session_id)
    if user_id is not None:
        statement = statement.where(SESSION.c.user_id == user_id)
    db.execute(statement)


def purge_sessions(db: WriteSession) -> int:
    return db.execute(delete(SESSION).where(SESSION.c.ends_at < db.now)).rowcount


def list_tokens(db: ReadSession, user_id: int) -> Sequence[Row[Any]]:
    return db.rows(select(TOKEN).where(TOKEN.c.user_id == user_id).order_by(TOKEN.c.id))


def insert_token(db: WriteSession, values: dict[str, Any]) -> int:
    return int(db.execute(insert(TOKEN).values(values).returning(TOKEN.c.id)).scalar_one())


def delete_token(db: WriteSession, *, token_id: int | None = None, user_id: int) -> int:
    statement = delete(TOKEN).where(TOKEN.c.user_id == user_id)
    if token_id is not None:
        statement = statement.where(TOKEN.c.id == token_id)
    return db.execute(statement).rowcount


def list_invitations(db: ReadSession) -> Sequence[Row[Any]]:
    return db.rows(select(INVITATION).order_by(INVITATION.c.id.desc()).limit(200))


def find_invitation(db: ReadSession, secret_hash: str) -> Row[Any] | None:
    """An invitation that can still be accepted."""
    return db.row(
        select(INVITATION).where(
            INVITATION.c.secret_hash == secret_hash,
            INVITATION.c.accepted_by.is_(None),
            INVITATION.c.revoked_at.is_(None),
            INVITATION.c.expires_at > db.now,
        )
    )


def get_invitation(db: ReadSession, invitation_id: int) -> Row[Any] | None:
    return db.row(select(INVITATION).where(INVITATION.c.id == invitation_id))


def insert_invitation(db: WriteSession, values: dict[str, Any]) -> int:
    return int(db.execute(insert(INVITATION).values(values).returning(INVITATION.c.id)).scalar_one())


def accept_invitation(db: WriteSession, invitation_id: int, user_id: int) -> bool:
    """Use it up; False when someone was faster."""
    result = db.execute(
        update(INVITATION)
        .where(
            INVITATION.c.id == invitation_id,
            INVITATION.c.accepted_by.is_(None),
            INVITATION.c.revoked_at.is_(None),
        )
        .values(accepted_by=user_id)
    )
    return result.rowcount == 1


def revoke_invitation(db: WriteSession, invitation_id: int) -> int:
    return db.execute(
        update(INVITATION)
        .where(INVITATION.c.id == invitation_id, INVITATION.c.accepted_by.is_(None))
        .values(revoked_at=db.now)
    ).rowcount


def insert_audit(db: WriteSession, values: dict[str, Any]) -> None:
    db.execute(insert(AUDIT).values(values))


def get_fact(db: ReadSession, name: str) -> str | None:
    value = db.scalar(select(FACT.c.value).where(FACT.c.name == name))
    return None if value is None else str(value)


def take_fact(db: WriteSession, name: str, value: str) -> bool:
    """Remove a fact if it has this value; False when it has not, or another was faster."""
    return db.execute(delete(FACT).where(FACT.c.name == name, FACT.c.value == value)).rowcount == 1


def put_fact(db: WriteSession, name: str, value: str) -> None:
    if not db.execute(update(FACT).where(FACT.c.name == name).values(value=value)).rowcount:
        db.execute(insert(FACT).values(name=name, value=value))
