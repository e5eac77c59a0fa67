"""JSON shapes of notifications."""

from __future__ import annotations

from labeldesk.httpkit.schemas import Id, In, Out


class NotificationOut(Out):
    id: int
    kind: str
    title: str
    body: str
    project_id: int | None
    link: str | None
    at: str
    read: bool


class NotificationsOut(Out):
    notifications: list[NotificationOut]
    unread: int


class ReadIn(In):
    up_to: Id
