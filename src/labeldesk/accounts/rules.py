"""Roles as named sets of operations, and what makes a password acceptable. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from labeldesk.core.errors import NotAllowed, NotFound

LABELER = frozenset({"label"})
REVIEWER = frozenset({"projects.read", "progress.read", "items.read", "review", "exports.write"})
LEAD = frozenset({"projects.read", "progress.read", "items.read", "review", "label"})
CONTRIBUTOR = REVIEWER | LEAD | {"projects.create", "projects.manage", "datasets.read", "datasets.write", "jobs.read"}
OWNER = CONTRIBUTOR | {"people.manage"}

ROLES: Mapping[str, frozenset[str]] = {
    "owner": OWNER,
    "contributor": CONTRIBUTOR,
    "lead": LEAD,
    "reviewer": REVIEWER,
    "labeler": LABELER,
}
OPERATIONS = sorted(OWNER)
# What a token may be limited to; "all" is everything its owner may do.
SCOPES: Mapping[str, frozenset[str]] = {
    "all": OWNER,
    "label": LABELER,
    "read": frozenset({"projects.read", "progress.read", "items.read", "datasets.read", "jobs.read"}),
    "export": frozenset({"projects.read", "exports.write"}),
}

PASSWORD_MIN = 12
PASSWORD_MAX = 128


@dataclass(frozen=True, slots=True)
class Visitor:
    """Someone who has not signed in, as far as the audit log needs them."""

    client: str
    request_id: str
    user_id: None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is asking. `roles` maps a project's id, or None for the whole workspace, to a role."""

    user_id: int
    name: str
    email: str
    roles: Mapping[int | None, str]
    scopes: frozenset[str]
    client: str = ""
    request_id: str = ""
    session_id: int | None = None

    def operations(self, project_id: int | None = None) -> frozenset[str]:
        """What the actor may do in a project, or in the workspace as a whole."""
        allowed = ROLES.get(self.roles.get(None, ""), frozenset())
        if project_id is not None:
            allowed = allowed | ROLES.get(self.roles.get(project_id, ""), frozenset())
        limit: frozenset[str] = frozenset().union(*(SCOPES[scope] for scope in self.scopes))
        return allowed & limit

    def may(self, operation: str, project_id: int | None = None) -> bool:
        """Whether the actor may do this."""
        return operation in self.operations(project_id)

    def check_may(self, operation: str, project_id: int | None = None) -> None:
        """NotAllowed without the right; NotFound where not even the project's existence may be known."""
        allowed = self.operations(project_id)
        if operation in allowed:
            return
        if project_id is not None and not allowed:
            raise NotFound("There is no such project, or you may not see it.")
        raise NotAllowed("Your role does not allow this. Ask an owner of the workspace if you need it.")

    def check_unlimited(self) -> None:
        """NotAllowed for a token that may do less than its owner: it must not be able to make itself another."""
        if "all" not in self.scopes:
            raise NotAllowed("A limited token cannot manage tokens. Sign in, or use one with the scope “all”.")

    @property
    def is_labeler_only(self) -> bool:
        """True for people who label and see nothing else."""
        return bool(self.roles) and all(role == "labeler" for role in self.roles.values())

    @property
    def project_ids(self) -> frozenset[int] | None:
        """Projects the actor has a role in; None when a workspace role covers all."""
        if None in self.roles:
            return None
        return frozenset(project for project in self.roles if project is not None)


def may_give(giver: frozenset[str], role: str) -> bool:
    """No one gives a right they lack (A2)."""
    return ROLES[role] <= giver


def password_problem(password: str, *, about: tuple[str, ...], guesses: float) -> tuple[str, str] | None:
    """Why a password is refused, as (code, message).

    `about`: words close to the person (name, e-mail); `guesses`: estimated guesses to find it.
    """
    if len(password) < PASSWORD_MIN:
        return "password_short", f"Use at least {PASSWORD_MIN} characters; a few words in a row work well."
    if len(password) > PASSWORD_MAX:
        return "password_long", f"Use at most {PASSWORD_MAX} characters."
    low = password.casefold()
    if any(len(word) >= 4 and word.casefold() in low and len(low) - len(word) < 8 for word in (*about, "labeldesk")):
        return (
            "password_personal",
            "This is too close to your name, your e-mail or the product. Choose other words.",
        )
    if guesses < 1e8:
        return (
            "password_common",
            "This password is on lists that attackers try first. Choose a less common one.",
        )
    return None


def email_problem(email: str) -> tuple[str, str] | None:
    """Whether it can be an e-mail address; only its shape is looked at."""
    local, at, host = email.rpartition("@")
    if not (local and at and host) or len(email) > 254 or any(c.isspace() or ord(c) < 32 for c in email):
        return "email_invalid", "This does not look like an e-mail address."
    return None
