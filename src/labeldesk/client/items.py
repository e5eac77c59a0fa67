"""Items as a list, read page by page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from labeldesk.client.http import Connection

PAGE = 200


@dataclass(frozen=True, slots=True)
class Item:
    """One text with what became of it. `fields` hold up to 20,000 characters each, `text` up to 500."""

    id: int
    position: int
    state: str
    fields: Mapping[str, str]
    text: str
    final_label: str | None
    labelers: tuple[str, ...]
    updated_at: str | None
    file: str
    row: int


class Items:
    """The items of a project in import order. Iterating reads one page after the other, anew each time."""

    def __init__(self, connection: Connection, project_id: int, *, state: str | None) -> None:
        self._connection = connection
        self._path = f"/projects/{project_id}/items"
        self._state = state

    def __iter__(self) -> Iterator[Item]:
        after: int | None = None
        while True:
            page = self._page(after, PAGE)
            yield from map(_item, page["items"])
            after = page["next"]
            if after is None:
                return

    def first(self) -> Item | None:
        """The first one, None when there is none."""
        found = self._page(None, 1)["items"]
        return _item(found[0]) if found else None

    def count(self) -> int:
        """How many there are, without reading them."""
        return int(self._page(None, 1)["total"])

    def __bool__(self) -> bool:
        return self.first() is not None

    def _page(self, after: int | None, limit: int) -> Any:
        return self._connection.get(self._path, state=self._state, after=after, limit=limit)


def _item(given: Mapping[str, Any]) -> Item:
    final = given["final_label"]
    return Item(
        id=given["id"],
        position=given["position"],
        state=given["state"],
        fields={field["name"]: field["value"] for field in given["fields"]},
        text=given["text"],
        final_label=final["labels"][0]["path"] if final and final["labels"] else None,
        labelers=tuple(given["labelers"]),
        updated_at=given["updated_at"],
        file=given["source"]["file"],
        row=given["source"]["row"],
    )
