"""Claim, renew, release; pause and resume; the end of leases."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Row

from labeldesk.accounts import service as accounts
from labeldesk.accounts.rules import Actor
from labeldesk.core.errors import Conflict
from labeldesk.core.times import MINUTE, iso
from labeldesk.db.database import ReadSession, WriteSession
from labeldesk.items import service as items
from labeldesk.projects import rules as project_rules
from labeldesk.projects import service as projects
from labeldesk.projects import tallies
from labeldesk.queue import queries, rules

SWEEP = 1_000
RENEW_SECONDS = 60


def check_labelable(db: ReadSession, project: Row[Any]) -> None:
    """Conflict unless the project takes answers now (3.4, L6)."""
    if is_paused(project):
        who = accounts.names(db, [project.state_changed_by] if project.state_changed_by else [])
        by = f" by {who[project.state_changed_by]}" if who else ""
        raise Conflict(
            f"Paused{by}. What you have answered is saved; labeling goes on when the project is resumed.",
            code="paused",
        )
    if project.state not in project_rules.LABELABLE:
        raise Conflict(f"The project is {project.state}, so it cannot be labeled now.", code="not_running")


def is_paused(project: Row[Any]) -> bool:
    """Paused, or to be paused while its items still come in."""
    return project.state == project_rules.PAUSED or bool(project.paused)


def claim(
    db: WriteSession, actor: Actor, project_id: int, *, limit: int | None, holder: str, have: Collection[str]
) -> dict[str, Any]:
    """Up to a page of tasks under lease.

    A page that was reloaded gets back the leases it still holds, beside those in `have`, before new ones.
    """
    project = projects.get_held(db, actor, project_id, "label", share=True)
    check_labelable(db, project)
    size = min(limit or project.page_size, project.page_size)
    sweep(db)
    known = set(have)
    held = [row for row in queries.held_by(db, project_id, actor.user_id, holder) if row.token not in known][:size]
    leases = [{"token": row.token, "item_id": row.item_id, "expires_at": row.expires_at} for row in held]
    if held:
        expires_at = db.now + project.lease_minutes * MINUTE
        queries.renew(db, project_id, actor.user_id, [row.token for row in held], expires_at)
        for lease in leases:
            lease["expires_at"] = expires_at
    if len(leases) < size:
        leases += _take(db, actor, project, size - len(leases), holder)
    return {
        "page": {"kind": "manual"},
        "tasks": _tasks(db, project, leases),
        "left": left(db, project_id),
        "renew_in_seconds": min(RENEW_SECONDS, project.lease_minutes * 20),
        "empty": None if leases else _explain(db, actor, project),
    }


def _take(db: WriteSession, actor: Actor, project: Row[Any], count: int, holder: str) -> list[dict[str, Any]]:
    taken = queries.take_places(db, project.id, count)
    if not taken and not db.is_sqlite:
        # the free items may only have been locked by claims under way; "none" must be true (L5)
        taken = queries.take_places(db, project.id, 1, wait=True)
    if not taken:
        return []
    expires_at = db.now + project.lease_minutes * MINUTE
    rows = [
        {
            "token": secrets.token_urlsafe(16),
            "item_id": item_id,
            "project_id": project.id,
            "labeler_id": actor.user_id,
            "holder": holder,
            "round": round_,
            "created_at": db.now,
            "expires_at": expires_at,
        }
        for item_id, round_, _ in taken
    ]
    queries.insert_leases(db, rows)
    return rows


def _tasks(db: ReadSession, project: Row[Any], leases: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    texts = items.texts(db, [lease["item_id"] for lease in leases])
    return [
        {
            "item_id": lease["item_id"],
            "lease": lease["token"],
            "expires_at": iso(lease["expires_at"]),
            "position": texts[lease["item_id"]]["position"],
            "fields": items.shown_fields(texts[lease["item_id"]]["fields"], project.text_columns),
            "prelabel": None,
            "current": None,
        }
        for lease in leases
    ]


def _explain(db: ReadSession, actor: Actor, project: Row[Any]) -> dict[str, Any]:
    reason, message, count = rules.explain_empty(
        initializing=project.state == project_rules.INITIALIZING,
        counts=tallies.read(db, project.id, "state"),
        leased_by_others=queries.count_leased(db, project.id),
        wait_minutes=project.lease_minutes,
    )
    return {"reason": reason, "message": message, "items": count}


def left(db: ReadSession, project_id: int) -> int:
    """Items of a project that are not done yet."""
    counts = tallies.read(db, project_id, "state")
    return counts.get("unlabeled", 0) + counts.get("in_progress", 0)


def count_free(db: ReadSession, project_id: int) -> int:
    """Items nobody holds and that are not done: what the queue can still hand out."""
    return max(0, left(db, project_id) - queries.count_leased(db, project_id))


def renew(db: WriteSession, actor: Actor, project_id: int, tokens: Collection[str]) -> dict[str, Any]:
    """Keep leases while their labeler is active; those that are gone are named."""
    project = projects.get_held(db, actor, project_id, "label", share=True)
    check_labelable(db, project)
    expires_at = db.now + project.lease_minutes * MINUTE
    alive = queries.renew(db, project_id, actor.user_id, tokens, expires_at)
    return {"expires_at": iso(expires_at), "lost": [token for token in tokens if token not in alive]}


def release(db: WriteSession, actor: Actor, project_id: int, tokens: Collection[str]) -> None:
    """Give tasks back. Releasing twice is fine."""
    projects.get(db, actor, project_id, "label")
    queries.free_places(db, queries.end_tokens(db, project_id, actor.user_id, tokens))


def use_lease(db: WriteSession, actor: Actor, item_id: int, token: str | None) -> bool:
    """Turn a lease into a place held by an answer. False when there is no such lease any more.

    A lease of another person or item is refused: Conflict `lease_mismatch`.
    """
    if token is None:
        return False
    if queries.use_token(db, item_id, actor.user_id, token) is not None:
        return True
    owner = queries.token_owner(db, token)
    if owner is not None:
        raise Conflict("This lease is for another item or another person.", code="lease_mismatch")
    return False


def take_place(db: WriteSession, item_id: int) -> bool:
    """Take a place for a late answer, if one is free (7.1)."""
    return queries.take_place(db, item_id) is not None


def sweep(db: WriteSession) -> int:
    """End leases whose time is up and give their places back."""
    ended = queries.end_expired(db, SWEEP)
    if ended:
        queries.free_places(db, ended)
    return len(ended)


def has_expired(db: ReadSession) -> bool:
    """Whether a sweep would find something; reads only."""
    return queries.any_expired(db)


def pause(db: WriteSession, actor: Actor, project_id: int) -> None:
    """Stop labeling at once: leases end, drafts stay. Pausing a paused project is fine."""
    project = projects.get_held(db, actor, project_id, "projects.manage")
    projects.check_not_deleted(project)
    if is_paused(project):
        return
    if project.state == project_rules.INITIALIZING:
        projects.update_values(db, project_id, paused=1, state_changed_by=actor.user_id)
        accounts.record(db, actor, "project.paused", subject=f"project:{project_id}", project_id=project_id)
    else:
        projects.set_state(db, project, project_rules.PAUSED, actor=actor)
    queries.free_places(db, queries.end_project(db, project_id))


def resume(db: WriteSession, actor: Actor, project_id: int) -> None:
    """Let labeling go on. Resuming a running project is fine."""
    project = projects.get_held(db, actor, project_id, "projects.manage")
    projects.check_not_deleted(project)
    if project.state == project_rules.INITIALIZING:
        projects.update_values(db, project_id, paused=0, state_changed_by=actor.user_id)
        accounts.record(db, actor, "project.running", subject=f"project:{project_id}", project_id=project_id)
    elif project.state != project_rules.RUNNING:
        projects.set_state(db, project, project_rules.RUNNING, actor=actor)


def delete(db: WriteSession, actor: Actor, project_id: int) -> None:
    """Delete softly: nothing is shown or labeled any more, and it can be restored. The name stays taken."""
    project = projects.get_held(db, actor, project_id, "projects.manage")
    if project.state == project_rules.DELETED:
        return
    projects.set_state(db, project, project_rules.DELETED, actor=actor, state_before=project.state, deleted_at=db.now)
    queries.free_places(db, queries.end_project(db, project_id))


def restore(db: WriteSession, actor: Actor, project_id: int) -> None:
    """Bring a deleted project back, paused where it ran, so that nobody is surprised."""
    project = projects.get_held(db, actor, project_id, "projects.manage")
    if project.state != project_rules.DELETED:
        raise Conflict("The project is not deleted.", code="wrong_state")
    if db.now - project.deleted_at > project_rules.RESTORABLE:
        raise Conflict("It was deleted more than 30 days ago and cannot be restored any more.", code="restore_expired")
    before = project.state_before or project_rules.PAUSED
    state = project_rules.PAUSED if before == project_rules.RUNNING else before
    projects.set_state(db, project, state, actor=actor, state_before=None, deleted_at=None)


def release_person(db: WriteSession, user_id: int) -> None:
    """End all leases of a person who was disabled (A4)."""
    queries.free_places(db, queries.end_labeler(db, user_id))
