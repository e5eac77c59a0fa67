"""Connect to a server."""

from __future__ import annotations

import os
from typing import Any

from labeldesk.client.datasets import Datasets
from labeldesk.client.errors import Error, SignedOut
from labeldesk.client.http import Connection
from labeldesk.client.people import People, Tokens
from labeldesk.client.projects import Projects

URL, TOKEN = "LABELDESK_URL", "LABELDESK_TOKEN"
PATIENCE = 60.0  # seconds
FIRST_PATIENCE = 2.0  # seconds; a wrong address should be said soon


class Desk:
    """A workspace as one person sees it."""

    def __init__(self, connection: Connection, me: dict[str, Any]) -> None:
        self._connection = connection
        self.me = me
        self.datasets = Datasets(connection)
        self.projects = Projects(connection)
        self.people = People(connection)
        self.tokens = Tokens(connection)

    def __repr__(self) -> str:
        return f"Desk({self._connection.url!r}, {self.me['email']!r})"

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the sockets."""
        self._connection.close()


def connect(url: str | None = None, *, token: str | None = None, patience: float = PATIENCE) -> Desk:
    """A workspace at an address, as the owner of a token; by default what LABELDESK_URL and LABELDESK_TOKEN say.

    `patience`: seconds for which a call is tried again while the server is away or busy, where that cannot do
    anything twice.
    """
    url = url or os.environ.get(URL)
    token = token or os.environ.get(TOKEN)
    if not url:
        raise Error(f"Say where the server is: connect(url), or set {URL}.", code="url_missing")
    if not token:
        raise Error(f"Give a token: connect(token=…), or set {TOKEN}.", code="token_missing")
    if not url.startswith(("http://", "https://")):
        raise Error(f"“{url}” is not an address that begins with http:// or https://.", code="url_invalid")
    connection = Connection(url, token, patience=patience)
    try:
        session = connection.call("GET", "/session", patience=min(patience, FIRST_PATIENCE))
        if not isinstance(session, dict) or "state" not in session:
            raise Error(f"The server at {url} is not Labeldesk.", code="not_labeldesk")
        if session["state"] != "signed_in":
            raise SignedOut("The token is wrong or has ended. Make a new one.", code="signed_out")
    except ValueError as error:  # not JSON
        connection.close()
        raise Error(f"The server at {url} is not Labeldesk.", code="not_labeldesk") from error
    except BaseException:
        connection.close()
        raise
    return Desk(connection, session["user"])
