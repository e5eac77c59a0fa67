"""JSON shape of the dashboard."""

from __future__ import annotations

from labeldesk.httpkit.schemas import Out


class LabelCount(Out):
    label_id: int
    path: str
    color: str
    count: int


class LabelerCount(Out):
    user_id: int
    name: str
    labeled: int
    skipped: int
    per_hour: float | None
    last_at: str | None


class QueueCount(Out):
    kind: str
    tasks: int
    items: int


class HourCount(Out):
    at: str
    count: int


class ProgressOut(Out):
    at: str
    total: int
    labeled: int
    skipped: int
    needs_review: int
    incomplete: int
    labels: list[LabelCount]
    labels_sum_note: str | None
    none: int | None
    labelers: list[LabelerCount]
    queue: list[QueueCount]
    activity: list[HourCount]
    per_hour: float | None
    left_hours: float | None
