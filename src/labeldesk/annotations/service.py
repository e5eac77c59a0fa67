"""Submit, skip, correct; what the labeling page shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row

from labeldesk.accounts import service as accounts
from labeldesk.accounts.rules import Actor
from labeldesk.annotations import queries
from labeldesk.consensus import rules as consensus
from labeldesk.core.errors import Conflict, Invalid, NotAllowed, NotFound
from labeldesk.core.ids import item_position
from labeldesk.core.times import HOUR, iso
from labeldesk.db.database import ReadSession, WriteSession
from labeldesk.items import service as items
from labeldesk.items.rules import ItemState
from labeldesk.labels import rules as label_rules
from labeldesk.labels import service as labels
from labeldesk.projects import rules as project_rules
from labeldesk.projects import service as projects
from labeldesk.projects import tallies
from labeldesk.queue import service as queue

RECENT = 10
SNIPPET = 120


@dataclass(frozen=True, slots=True)
class Submission:
    """A decision as it comes in. `kind` is answer or skip; `lease` may be missing when an answer is corrected."""

    submission_id: str
    item_id: int
    kind: str
    lease: str | None
    answer: dict[str, Any]
    label_set_version: int | None = None
    replaces: str | None = None
    reason: str | None = None
    active_ms: int | None = None
    input: str | None = None
    client_seq: int | None = None


class Refused(Conflict):
    """The decision cannot count, and is kept as a draft for its labeler."""


def submit(db: WriteSession, actor: Actor, project_id: int, given: Submission) -> tuple[dict[str, Any], bool]:
    """Take a decision; returns the reply and whether it was a replay of one already taken.

    Holds the project against a pause and the item's row, so that what is decided from its answers is decided
    once. Raises Refused when the place is gone; the caller keeps the draft in a transaction of its own, because
    this one is undone.
    """
    project = projects.get_held(db, actor, project_id, "label", share=True)
    before = queries.find_submission(db, actor.user_id, given.submission_id)
    if before is not None:
        return _replay(before, project, given), True
    try:
        queue.check_labelable(db, project)
    except Conflict as error:
        raise Refused(error.message, code=error.code) from error
    value = _check_value(db, project, given)
    # First the lease, then the item: the order in which every other transaction takes them, so none deadlock.
    leased = queue.use_lease(db, actor, given.item_id, given.lease)
    item = items.get_item_held(db, project_id, given.item_id)
    counting = queries.counting_of(db, item.id, item.round)
    mine = next((row for row in counting if row.labeler_id == actor.user_id), None)
    if mine is not None:
        if mine.submission_id == given.submission_id:  # a copy of it came in while this one waited for the item
            return _replay(mine, project, given), True
        _check_replaces(db, mine, given)
        queries.stop_counting(db, mine.id)
    elif given.replaces is not None:
        raise Refused("The answer you are correcting does not count any more.", code="not_yours_to_correct")
    elif not leased and not queue.take_place(db, item.id):
        done = item.state in (ItemState.labeled, ItemState.skipped, ItemState.needs_review)
        raise Refused(
            "Someone else has answered this item meanwhile. Your answer is kept as a draft and does not count."
            if done
            else "Your time for this item ran out and it went to someone else. Your answer is kept as a draft.",
            code="complete" if done else "lease_lost",
        )
    others = [row for row in counting if row is not mine]
    return _store(db, actor, project, item, mine, others, given, value), False


def _replay(before: Row[Any], project: Row[Any], given: Submission) -> dict[str, Any]:
    sent, stored = given.answer.get("labels", []), before.value.get("labels", [])
    same = (before.item_id, before.kind, sorted(stored)) == (given.item_id, given.kind, sorted(sent))
    if not same or before.project_id != project.id:
        raise Invalid.field(
            "submission_id",
            "id_reused",
            "This submission id was used for another answer. Make a new id for each.",
        )
    return _reply(before.id, before.item_id, before.item_state, before.created_at)


def _reply(annotation_id: int, item_id: int, state: str, at: int) -> dict[str, Any]:
    return {"annotation_id": annotation_id, "item_id": item_id, "item_state": state, "accepted_at": iso(at)}


def _check_value(db: ReadSession, project: Row[Any], given: Submission) -> dict[str, Any]:
    if given.kind == "skip":
        return {}
    current = labels.get_set(db, project.id, project.label_set_version)
    version = given.label_set_version or project.label_set_version
    if version > project.label_set_version:
        raise Invalid.field("label_set_version", "unknown_version", "There is no such version of the labels.")
    try:
        return label_rules.check_answer(project.task_type, given.answer, current, allow_none=bool(project.allow_none))
    except Invalid as error:
        if version < project.label_set_version and error.code == "unknown_label":
            raise Refused(
                "The labels have changed and this one is no longer there. Choose again.",
                code="label_set_changed",
            ) from error
        raise


def _check_replaces(db: ReadSession, mine: Row[Any], given: Submission) -> None:
    """Correcting needs to say what is corrected; a second answer from another tab is not a correction (M141).

    A correction of a correction that is still on its way names an older submission of the same item; the newest
    client sequence wins (M161).
    """
    if given.replaces == mine.submission_id:
        return
    if given.replaces is not None:
        named = queries.find_submission(db, mine.labeler_id, given.replaces)
        newer = given.client_seq is not None and mine.client_seq is not None and given.client_seq > mine.client_seq
        if named is not None and named.item_id == mine.item_id and newer:
            return
    raise Conflict(
        "You have answered this item already, so this second answer was not taken. Reopen it to correct it.",
        code="already_labeled",
    )


def _store(
    db: WriteSession,
    actor: Actor,
    project: Row[Any],
    item: Row[Any],
    mine: Row[Any] | None,
    others: list[Row[Any]],
    given: Submission,
    value: dict[str, Any],
) -> dict[str, Any]:
    answers = [row.value for row in others if row.kind == "answer"]
    skips = sum(row.kind == "skip" for row in others)
    if given.kind == "answer":
        answers.append(value)
    else:
        skips += 1
    decision = consensus.decide(answers, skips, min_labelers=project.min_labelers, max_labelers=project.max_labelers)
    annotation_id = queries.insert_annotation(
        db,
        {
            "project_id": project.id,
            "item_id": item.id,
            "labeler_id": actor.user_id,
            "submission_id": given.submission_id,
            "round": item.round,
            "kind": given.kind,
            "value": value,
            "reason": given.reason,
            "label_set_version": project.label_set_version,
            "replaces": mine.id if mine else None,
            "active_ms": given.active_ms,
            "input": given.input,
            "client_seq": given.client_seq,
            "item_state": decision.state,
            "created_at": db.now,
        },
    )
    counts: dict[tuple[str, str], int] = {}
    _count_decision(counts, actor.user_id, given.kind, db.now, 1)
    if mine is not None:
        _count_decision(counts, actor.user_id, mine.kind, mine.created_at, -1)
    state = ItemState[decision.state]
    if state != item.state or decision.wanted != item.wanted:
        items.set_state(db, item.id, state, wanted=decision.wanted)
        _bump(counts, "state", ItemState(item.state).name, -1)
        _bump(counts, "state", state.name, 1)
    _set_final(db, project, item.id, annotation_id, decision.final, counts, had_final=item.state == ItemState.labeled)
    tallies.add(db, project.id, counts)
    return _reply(annotation_id, item.id, decision.state, db.now)


def _set_final(
    db: WriteSession,
    project: Row[Any],
    item_id: int,
    annotation_id: int,
    final: dict[str, Any] | None,
    counts: dict[tuple[str, str], int],
    *,
    had_final: bool,
) -> None:
    if had_final:
        old = queries.find_final(db, item_id)
        if old is not None:
            _count_labels(counts, old.value, -1)
            queries.delete_final(db, item_id)
    if final is None:
        return
    _count_labels(counts, final, 1)
    queries.insert_final(
        db,
        {
            "item_id": item_id,
            "value": final,
            "source": "labeler",
            "annotation_id": annotation_id,
            "label_set_version": project.label_set_version,
            "at": db.now,
        },
    )


def _count_labels(counts: dict[tuple[str, str], int], final: dict[str, Any], by: int) -> None:
    """An item counts once for each of its labels, and once as `none` without any."""
    for label_id in final["labels"] or [tallies.NONE]:
        _bump(counts, "label", str(label_id), by)


def _bump(counts: dict[tuple[str, str], int], kind: str, subject: str, by: int) -> None:
    counts[(kind, subject)] = counts.get((kind, subject), 0) + by


def _count_decision(counts: dict[tuple[str, str], int], user_id: int, kind: str, at: int, by: int) -> None:
    hour = at // HOUR
    _bump(counts, "labeler", f"{user_id}:{kind}", by)
    _bump(counts, "labeler_hour", f"{user_id}:{hour}", by)
    if kind == "answer":
        _bump(counts, "hour", str(hour), by)


def keep_draft(db: WriteSession, actor: Actor, project_id: int, given: Submission, reason: str) -> None:
    """Keep a decision that could not count."""
    queries.put_draft(
        db,
        {
            "project_id": project_id,
            "item_id": given.item_id,
            "labeler_id": actor.user_id,
            "submission_id": given.submission_id,
            "kind": given.kind,
            "value": given.answer,
            "reason": reason,
            "at": db.now,
        },
    )


def keep_if_deleted(db: WriteSession, actor: Actor, project_id: int, given: Submission) -> None:
    """Keep the answer of a labeler whose project was deleted meanwhile; it may be restored (3.7)."""
    project = projects.find(db, project_id)
    if project is not None and project.state == project_rules.DELETED and actor.may("label", project_id):
        keep_draft(db, actor, project_id, given, "deleted")


# -- what a labeler sees -------------------------------------------------------------------------------------------


def labeling_page(db: ReadSession, actor: Actor, project_id: int) -> dict[str, Any]:
    """Everything the labeling page needs before its first task."""
    project = projects.get(db, actor, project_id, "label")
    if project.state == project_rules.DELETED:  # those who may restore it still see it elsewhere
        raise NotFound("The project was deleted. What you have answered is kept.")
    label_set = labels.get_set(db, project_id, project.label_set_version)
    who = accounts.names(db, [project.state_changed_by] if project.state_changed_by else [])
    return {
        "project": {
            "id": project.id,
            "name": project.name,
            "task_type": project.task_type,
            "state": "paused" if queue.is_paused(project) else project.state,
            "state_changed_by": who.get(project.state_changed_by),
        },
        "label_set": labels.tree(label_set),
        "instructions": {
            **projects.instructions(db, project),
            "seen_version": projects.seen_version(db, actor, project_id),
        },
        "text_columns": project.text_columns,
        "settings": {
            "page_size": project.page_size,
            "lease_minutes": project.lease_minutes,
            "allow_none": bool(project.allow_none),
        },
        "me": my_counts(db, actor, project_id),
        "left": queue.left(db, project_id),
        "recent": recent(db, actor, project),
    }


def my_counts(db: ReadSession, actor: Actor, project_id: int) -> dict[str, int]:
    """My decisions of the last 24 hours and in all."""
    last = db.now // HOUR
    hours = tallies.read_subjects(
        db, project_id, "labeler_hour", [f"{actor.user_id}:{hour}" for hour in range(last - 23, last + 1)]
    )
    mine = tallies.read_subjects(db, project_id, "labeler", [f"{actor.user_id}:answer", f"{actor.user_id}:skip"])
    return {"today": sum(hours.values()), "total": sum(mine.values())}


def recent(db: ReadSession, actor: Actor, project: Row[Any]) -> list[dict[str, Any]]:
    """My last decisions in a project, newest first."""
    rows = queries.recent(db, project.id, actor.user_id, RECENT)
    texts = items.texts(db, [row.item_id for row in rows])
    label_set = labels.get_set(db, project.id, project.label_set_version)
    return [
        {
            "item_id": row.item_id,
            "position": item_position(row.item_id),
            "submission_id": row.submission_id,
            "kind": row.kind,
            "labels": [label["path"] for label in labels.view(label_set, row.value.get("labels", []))],
            "text": _snippet(texts[row.item_id]["fields"], project.text_columns, SNIPPET),
            "at": iso(row.created_at),
        }
        for row in rows
    ]


def _snippet(fields: dict[str, str], columns: list[str], length: int) -> str:
    return " · ".join(fields[name][:length] for name in columns if fields[name])[:length]


def my_task(db: ReadSession, actor: Actor, project_id: int, item_id: int) -> dict[str, Any]:
    """An item I have answered, with my answer, to look at or correct. Only my own (A3)."""
    project = projects.get(db, actor, project_id, "label")
    item = items.get_item(db, project_id, item_id)
    mine = queries.find_counting(db, item_id, item.round, actor.user_id)
    if mine is None:
        raise NotAllowed("You have not answered this item, so it cannot be reopened.", code="not_yours")
    text = items.texts(db, [item_id])[item_id]
    return {
        "item_id": item_id,
        "lease": "",
        "expires_at": iso(db.now),
        "position": text["position"],
        "fields": items.shown_fields(text["fields"], project.text_columns),
        "current": {
            "submission_id": mine.submission_id,
            "kind": mine.kind,
            "labels": mine.value.get("labels", []),
        },
    }


def my_projects(db: ReadSession, actor: Actor) -> list[dict[str, Any]]:
    """Projects I may label, with what is left and what I did in the last 24 hours."""
    return [
        {
            "id": project.id,
            "name": project.name,
            "task_type": project.task_type,
            "state": "paused" if queue.is_paused(project) else project.state,
            "left": queue.left(db, project.id),
            "mine_today": my_counts(db, actor, project.id)["today"],
        }
        for project in projects.list_for(db, actor, "label")
        if project.state != project_rules.DELETED
    ]


def finals(db: ReadSession, item_ids: list[int]) -> dict[int, Row[Any]]:
    """Final labels by item."""
    return queries.finals_of(db, item_ids) if item_ids else {}


def labelers(db: ReadSession, item_ids: list[int]) -> dict[int, list[Row[Any]]]:
    """Who decided on which item, and when."""
    found: dict[int, list[Row[Any]]] = {}
    for row in queries.labelers_of(db, item_ids) if item_ids else []:
        found.setdefault(row.item_id, []).append(row)
    return found


def last_at(db: ReadSession, project_id: int, user_id: int) -> int | None:
    """When a person last decided in a project."""
    return queries.last_at(db, project_id, user_id)


def last_activity(db: ReadSession, project_id: int) -> int | None:
    """When anyone last decided in a project."""
    return queries.last_activity(db, project_id)


def drop_between(db: WriteSession, first: int, last: int) -> None:
    """Remove everything said about a range of items of a project that is gone."""
    queries.drop_between(db, first, last)
