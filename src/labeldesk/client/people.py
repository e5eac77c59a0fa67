"""People, invitations, and my own tokens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from labeldesk.client.errors import NotFound
from labeldesk.client.http import Connection
from labeldesk.client.resource import Named, Resource

if TYPE_CHECKING:
    from labeldesk.client.projects import Project


class Invitation(Resource):
    """An invitation. `link` is known only where it was made: the server keeps a hash of it."""

    def __init__(self, connection: Connection, data: Mapping[str, Any], link: str | None = None) -> None:
        super().__init__(connection, data)
        self.link = link

    def __repr__(self) -> str:
        return f"Invitation(id={self.id}, email={self.email!r}, role={self.role!r}, state={self.state!r})"

    @property
    def email(self) -> str | None:
        found: str | None = self.data["email"]
        return found

    @property
    def role(self) -> str:
        return str(self.data["role"])

    @property
    def state(self) -> str:
        """open, accepted, expired or revoked, as of the last look."""
        return str(self.data["state"])

    @property
    def expires_at(self) -> str:
        return str(self.data["expires_at"])

    def revoke(self) -> None:
        """End it; its link no longer works."""
        self._connection.call("DELETE", f"/people/invitations/{self.id}")


class Person(Named):
    """Someone with an account."""

    def __repr__(self) -> str:
        return f"Person(id={self.id}, name={self.name!r}, email={self.email!r}, role={self.role!r})"

    @property
    def email(self) -> str:
        return str(self.data["email"])

    @property
    def role(self) -> str | None:
        """The role in the workspace; None for someone with roles in projects only."""
        found: str | None = self.data["role"]
        return found

    @property
    def projects(self) -> dict[str, str]:
        """Roles in projects, by the project's name."""
        return {project["name"]: project["role"] for project in self.data["projects"]}

    @property
    def disabled(self) -> bool:
        return bool(self.data["disabled"])

    def give_role(self, role: str) -> None:
        """Give a role in the workspace."""
        self._change({"role": role})

    def disable(self) -> None:
        """Shut the account: sessions, tokens and leases end at once, answers stay."""
        self._change({"disabled": True})

    def enable(self) -> None:
        """Open a disabled account again."""
        self._change({"disabled": False})

    def _change(self, body: dict[str, Any]) -> None:
        self.data = self._connection.call("PATCH", f"/people/{self.id}", body=body, again=True)


class People:
    """The workspace's people."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __iter__(self) -> Iterator[Person]:
        for data in self._connection.get("/people")["people"]:
            yield Person(self._connection, data)

    def __getitem__(self, email: str) -> Person:
        for person in self:
            if person.email.casefold() == email.strip().casefold():
                return person
        raise NotFound(f"There is no account with the e-mail {email}.", code="not_found")

    def invite(self, email: str | None = None, *, role: str, projects: Sequence[Project | int] = ()) -> Invitation:
        """An invitation whose `link` works without e-mail. No projects: a role in the whole workspace."""
        ids = [project if isinstance(project, int) else project.id for project in projects]
        made = self._connection.post("/people/invitations", {"email": email, "role": role, "project_ids": ids})
        return Invitation(self._connection, made["invitation"], made["link"])

    def invitations(self) -> list[Invitation]:
        """The newest invitations and what became of them."""
        found = self._connection.get("/people/invitations")["invitations"]
        return [Invitation(self._connection, data) for data in found]


class Token(Named):
    """A credential for programs. `secret` is known only where it was made."""

    def __init__(self, connection: Connection, data: Mapping[str, Any], secret: str | None = None) -> None:
        super().__init__(connection, data)
        self.secret = secret

    def __repr__(self) -> str:
        return f"Token(id={self.id}, name={self.name!r}, scopes={self.scopes!r})"

    @property
    def scopes(self) -> tuple[str, ...]:
        return tuple(self.data["scopes"])

    def delete(self) -> None:
        """End it at once."""
        self._connection.call("DELETE", f"/tokens/{self.id}")


class Tokens:
    """My own tokens."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __iter__(self) -> Iterator[Token]:
        for data in self._connection.get("/tokens")["tokens"]:
            yield Token(self._connection, data)

    def create(self, name: str, *, scopes: Sequence[str] = ("all",), days: int | None = None) -> Token:
        """A new token. Scopes: all, label, read, export. `days` until it ends; never by default."""
        body = {"name": name, "scopes": list(scopes), "expires_in_days": days}
        made = self._connection.post("/tokens", body)
        return Token(self._connection, made["token"], made["secret"])
