"""JSON shapes of people and sign-in."""

from __future__ import annotations

from pydantic import Field

from labeldesk.httpkit.schemas import Id, In, Out


class SetUpIn(In):
    token: str = Field(max_length=200)
    name: str = Field(max_length=200)
    email: str = Field(max_length=300)
    password: str = Field(max_length=1000)


class SignInIn(In):
    email: str = Field(max_length=300)
    password: str = Field(max_length=1000)


class TokenIn(In):
    token: str = Field(max_length=200)


class AcceptIn(SetUpIn):
    """Accepting an invitation asks for the same as setting up."""


class UserOut(Out):
    id: int
    name: str
    email: str
    role: str | None
    operations: list[str]
    labeler_only: bool


class SessionOut(Out):
    state: str
    version: str
    user: UserOut | None
    worker_alive: bool
    storage_problem: str | None


class ProjectNameOut(Out):
    id: int
    name: str


class ProjectRoleOut(ProjectNameOut):
    role: str


class PersonOut(Out):
    id: int
    name: str
    email: str
    role: str | None
    projects: list[ProjectRoleOut]
    disabled: bool
    last_active_at: str | None


class PeopleOut(Out):
    people: list[PersonOut]


class PersonChange(In):
    role: str | None = Field(None, max_length=32)
    disabled: bool | None = None


class InvitationIn(In):
    email: str | None = Field(None, max_length=300)
    role: str = Field(max_length=32)
    project_ids: list[Id] = Field(default_factory=list, max_length=1000)


class InvitationOut(Out):
    id: int
    email: str | None
    role: str
    projects: list[ProjectNameOut]
    invited_by: str
    created_at: str
    expires_at: str
    state: str


class InvitationsOut(Out):
    invitations: list[InvitationOut]


class InvitationCreated(Out):
    invitation: InvitationOut
    link: str


class InvitationShown(Out):
    email: str | None
    role: str
    projects: list[ProjectNameOut]
    invited_by: str
    expires_at: str


class NewTokenIn(In):
    name: str = Field(max_length=200)
    scopes: list[str] = Field(default_factory=lambda: ["all"], max_length=10)
    expires_in_days: int | None = Field(None, ge=1, le=3650)


class TokenOut(Out):
    id: int
    name: str
    scopes: list[str]
    created_at: str
    expires_at: str | None
    last_used_at: str | None


class TokensOut(Out):
    tokens: list[TokenOut]


class TokenCreated(Out):
    token: TokenOut
    secret: str
