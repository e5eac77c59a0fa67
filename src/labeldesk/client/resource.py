"""What all things the server knows have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from labeldesk.client.http import Connection


class Resource:
    """A thing with an id, as the server last described it in `data`."""

    def __init__(self, connection: Connection, data: Mapping[str, Any]) -> None:
        self._connection = connection
        self.data = data

    @property
    def id(self) -> int:
        return int(self.data["id"])


class Named(Resource):
    """A thing with a name."""

    @property
    def name(self) -> str:
        return str(self.data["name"])
