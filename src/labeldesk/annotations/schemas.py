"""JSON shapes of answers and of the labeling page."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from labeldesk.httpkit.schemas import Id, In, Out
from labeldesk.queue.schemas import Token

SubmissionId = Annotated[
    str,
    Field(
        pattern=r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
        description="A UUID the client makes.",
    ),
]


class AnswerIn(In):
    labels: list[Id] = Field(max_length=5000)


class DecisionIn(In):
    submission_id: SubmissionId
    item_id: Id
    lease: Token | None = None
    replaces: SubmissionId | None = None
    active_ms: int | None = Field(None, ge=0, le=86_400_000)
    input: Literal["key", "pointer", "touch", "api"] | None = None
    client_seq: int | None = Field(None, ge=0, le=2**53 - 1)


class AnnotationIn(DecisionIn):
    answer: AnswerIn
    label_set_version: int | None = Field(None, ge=1, le=2**31 - 1)


class SkipIn(DecisionIn):
    reason: str | None = Field(None, max_length=500)


class AcceptedOut(Out):
    annotation_id: int
    item_id: int
    item_state: str
    accepted_at: str


class LabelOut(Out):
    id: int
    name: str
    path: str
    color: str
    description: str | None
    hotkey: str | None
    parent_id: int | None
    children: list[LabelOut]


class LabelSetOut(Out):
    version: int
    labels: list[LabelOut]


class LabelingProjectOut(Out):
    id: int
    name: str
    task_type: str
    state: str
    state_changed_by: str | None


class InstructionsOut(Out):
    version: int
    markdown: str
    link: str | None


class SeenInstructionsOut(InstructionsOut):
    seen_version: int | None


class QueueSettingsOut(Out):
    page_size: int
    lease_minutes: int
    allow_none: bool


class MyCountsOut(Out):
    today: int
    total: int


class DecisionOut(Out):
    item_id: int
    position: int
    submission_id: str
    kind: str
    labels: list[str]
    text: str
    at: str


class LabelingOut(Out):
    project: LabelingProjectOut
    label_set: LabelSetOut
    instructions: SeenInstructionsOut
    text_columns: list[str]
    settings: QueueSettingsOut
    me: MyCountsOut
    left: int
    recent: list[DecisionOut]


class MyProjectOut(Out):
    id: int
    name: str
    task_type: str
    state: str
    left: int
    mine_today: int


class MyProjectsOut(Out):
    projects: list[MyProjectOut]


class SeenIn(In):
    version: int = Field(ge=1, le=2**31 - 1)
