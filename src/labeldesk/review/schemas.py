"""JSON shapes of the Data tab."""

from __future__ import annotations

from labeldesk.httpkit.schemas import Out
from labeldesk.queue.schemas import FieldOut


class ShownLabel(Out):
    id: int
    path: str
    color: str


class ShownAnswer(Out):
    labels: list[ShownLabel]


class ItemSource(Out):
    file: str
    row: int


class ItemOut(Out):
    id: int
    position: int
    state: str
    fields: list[FieldOut]
    text: str
    final_label: ShownAnswer | None
    labelers: list[str]
    updated_at: str | None
    source: ItemSource


class ItemsOut(Out):
    items: list[ItemOut]
    next: int | None
    total: int | None
