"""People, their roles, sessions, tokens and invitations; the audit log; small facts of the workspace."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from labeldesk.db.tables import Base, Json, Key, Millis


class User(Base):
    """A person. Never deleted: their answers stay theirs."""

    __tablename__ = "user_account"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    email: Mapped[str] = mapped_column(Text)
    email_folded: Mapped[str] = mapped_column(Text, unique=True)
    password_hash: Mapped[str | None] = mapped_column(Text)
    disabled_at: Mapped[int | None] = mapped_column(Millis)
    last_active_at: Mapped[int | None] = mapped_column(Millis)
    created_at: Mapped[int] = mapped_column(Millis)


class Member(Base):
    """A role of a person in one project, or with no project in the whole workspace."""

    __tablename__ = "member"
    __table_args__ = (
        UniqueConstraint("user_id", "project_id"),
        Index(
            "uq_member_workspace",
            "user_id",
            unique=True,
            sqlite_where=text("project_id IS NULL"),
            postgresql_where=text("project_id IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    project_id: Mapped[int | None] = mapped_column(Key, index=True)
    role: Mapped[str] = mapped_column(String(32))


class LoginSession(Base):
    """A signed-in browser; only the hash of its secret is kept."""

    __tablename__ = "login_session"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"), index=True)
    secret_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[int] = mapped_column(Millis)
    seen_at: Mapped[int] = mapped_column(Millis)
    ends_at: Mapped[int] = mapped_column(Millis)


class ApiToken(Base):
    """A credential for programs; only the hash of its secret is kept."""

    __tablename__ = "api_token"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"), index=True)
    name: Mapped[str] = mapped_column(Text)
    secret_hash: Mapped[str] = mapped_column(String(64), unique=True)
    scopes: Mapped[Any] = mapped_column(Json)
    created_at: Mapped[int] = mapped_column(Millis)
    expires_at: Mapped[int | None] = mapped_column(Millis)
    seen_at: Mapped[int | None] = mapped_column(Millis)


class Invitation(Base):
    """A link that makes one account with the stated role, once."""

    __tablename__ = "invitation"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    secret_hash: Mapped[str] = mapped_column(String(64), unique=True)
    email: Mapped[str | None] = mapped_column(Text)
    role: Mapped[str] = mapped_column(String(32))
    project_ids: Mapped[Any] = mapped_column(Json)
    created_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    created_at: Mapped[int] = mapped_column(Millis)
    expires_at: Mapped[int] = mapped_column(Millis)
    accepted_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    revoked_at: Mapped[int | None] = mapped_column(Millis)


class Audit(Base):
    """Who did what, when, from where. Rows are only ever added."""

    __tablename__ = "audit"
    __table_args__ = (Index("ix_audit_project", "project_id", "id"),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    at: Mapped[int] = mapped_column(Millis)
    user_id: Mapped[int | None] = mapped_column(Key)
    action: Mapped[str] = mapped_column(String(64))
    project_id: Mapped[int | None] = mapped_column(Key)
    subject: Mapped[str] = mapped_column(Text)
    details: Mapped[Any] = mapped_column(Json)
    client: Mapped[str] = mapped_column(String(64))
    request_id: Mapped[str] = mapped_column(String(32))


class Fact(Base):
    """A small fact of the workspace, such as the hash of the set-up link."""

    __tablename__ = "fact"

    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[str] = mapped_column(Text)
