"""Read the tallies as a dashboard. The cost does not grow with the project."""

from __future__ import annotations

import math
from typing import Any

from labeldesk.accounts import service as accounts
from labeldesk.accounts.rules import Actor
from labeldesk.annotations import service as answers
from labeldesk.core.times import HOUR, iso, iso_or_none
from labeldesk.db.database import ReadSession
from labeldesk.labels import service as labels
from labeldesk.projects import service as projects
from labeldesk.projects import tallies
from labeldesk.queue import service as queue

DAYS = 7
SUM_NOTE = "Items with several labels count once for each label, so these numbers can add up to more than the items."


def progress(db: ReadSession, actor: Actor, project_id: int) -> dict[str, Any]:
    """All numbers of the dashboard at one moment, which is stated."""
    project = projects.get(db, actor, project_id, "progress.read")
    counts = projects.progress(tallies.read(db, project_id, "state"))
    people = _labelers(db, project_id)
    hours = _hours(db, project_id)
    per_hour = _pace([count for _, count in hours[-24:]])
    free = queue.count_free(db, project_id)
    return {
        "at": iso(db.now),
        **counts,
        "labels": _labels(db, project_id, project.label_set_version),
        "labels_sum_note": SUM_NOTE if project.task_type == "multilabel" else None,
        "none": tallies.read_subjects(db, project_id, "label", [tallies.NONE]).get(tallies.NONE, 0)
        if project.task_type == "multilabel"
        else None,
        "labelers": people,
        "queue": [{"kind": "manual", "tasks": math.ceil(free / project.page_size), "items": free}],
        "activity": [{"at": iso(hour * HOUR), "count": count} for hour, count in hours],
        "per_hour": per_hour,
        "left_hours": round(counts["incomplete"] / per_hour, 1) if per_hour else None,
    }


def _labels(db: ReadSession, project_id: int, version: int) -> list[dict[str, Any]]:
    chosen = tallies.read(db, project_id, "label")
    label_set = labels.get_set(db, project_id, version)
    return [
        {
            "label_id": label["id"],
            "path": label["path"],
            "color": label["color"],
            "count": chosen.get(str(label["id"]), 0),
        }
        for label in labels.view(label_set, label_set.ids())
    ]


def _labelers(db: ReadSession, project_id: int) -> list[dict[str, Any]]:
    """Answers and skips by person, with their pace over the last day's active hours."""
    people: dict[int, dict[str, int]] = {}
    for subject, count in tallies.read(db, project_id, "labeler").items():
        user, _, kind = subject.partition(":")
        people.setdefault(int(user), {})[kind] = count
    names = accounts.names(db, sorted(people))
    last = db.now // HOUR
    subjects = [f"{user}:{hour}" for user in people for hour in range(last - 23, last + 1)]
    pace: dict[int, list[int]] = {}
    for subject, count in tallies.read_subjects(db, project_id, "labeler_hour", subjects).items():
        pace.setdefault(int(subject.partition(":")[0]), []).append(count)
    rows = [
        {
            "user_id": user,
            "name": names.get(user, ""),
            "labeled": counts.get("answer", 0),
            "skipped": counts.get("skip", 0),
            "per_hour": _pace(pace.get(user, [])),
            "last_at": iso_or_none(answers.last_at(db, project_id, user)),
        }
        for user, counts in people.items()
    ]
    return sorted(rows, key=lambda row: (-int(row["labeled"] or 0), str(row["name"])))


def _hours(db: ReadSession, project_id: int) -> list[tuple[int, int]]:
    """(hour since 1970, answers) for each of the last seven days' hours."""
    last = db.now // HOUR
    hours = range(last - DAYS * 24 + 1, last + 1)
    counts = tallies.read_subjects(db, project_id, "hour", [str(hour) for hour in hours])
    return [(hour, counts.get(str(hour), 0)) for hour in hours]


def _pace(counts: list[int]) -> float | None:
    """Decisions per active hour; an hour without any is not active."""
    active = [count for count in counts if count > 0]
    return round(sum(active) / len(active), 1) if active else None
