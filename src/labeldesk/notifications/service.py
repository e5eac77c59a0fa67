"""Tell people, list what they were told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from labeldesk.accounts.rules import Actor
from labeldesk.core.times import DAY, iso
from labeldesk.db.database import ReadSession, WriteSession
from labeldesk.notifications import queries

KEPT = 30 * DAY
# What a person can be told about; the reference page lists them.
KINDS = ("initialization_done", "initialization_failed", "export_ready", "export_failed")


def tell(
    db: WriteSession,
    user_ids: Iterable[int],
    *,
    kind: str,
    title: str,
    body: str = "",
    project_id: int | None = None,
    link: str | None = None,
) -> None:
    """Tell people of an event, in the transaction of the event."""
    rows = [
        {
            "user_id": user_id,
            "kind": kind,
            "title": title,
            "body": body,
            "project_id": project_id,
            "link": link,
            "at": db.now,
        }
        for user_id in sorted(set(user_ids))
    ]
    if rows:
        queries.insert_all(db, rows)


def list_mine(db: ReadSession, actor: Actor, *, limit: int = 50) -> dict[str, Any]:
    """My last notifications and how many I have not read."""
    return {
        "unread": queries.count_unread(db, actor.user_id),
        "notifications": [
            {
                "id": row.id,
                "kind": row.kind,
                "title": row.title,
                "body": row.body,
                "project_id": row.project_id,
                "link": row.link,
                "at": iso(row.at),
                "read": bool(row.read),
            }
            for row in queries.list_for(db, actor.user_id, limit)
        ],
    }


def mark_read(db: WriteSession, actor: Actor, up_to: int) -> None:
    """I have seen all up to this one."""
    queries.mark_read(db, actor.user_id, up_to)


def latest_change(db: ReadSession, user_id: int) -> tuple[int, int]:
    """Changes with every new or newly read notification."""
    return queries.latest(db, user_id)


def purge(db: WriteSession) -> int:
    """Forget what is older than 30 days."""
    return queries.purge(db, before=db.now - KEPT)
