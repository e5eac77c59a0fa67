"""JSON shapes of projects and drafts."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from labeldesk.annotations.schemas import InstructionsOut
from labeldesk.httpkit.schemas import Id, In, Out
from labeldesk.jobs.schemas import JobOut

Name = Annotated[str, Field(max_length=2000)]
Column = Annotated[str, Field(max_length=10_000)]


class LabelIn(In):
    name: str = Field(max_length=10_000)
    color: str | None = Field(None, max_length=20)
    description: str | None = Field(None, max_length=10_000)
    hotkey: str | None = Field(None, max_length=20)
    children: list[LabelIn | Annotated[str, Field(max_length=10_000)]] = Field(default_factory=list, max_length=5001)


class InstructionsIn(In):
    markdown: str | None = Field(None, max_length=200_000)
    link: str | None = Field(None, max_length=10_000)


class ReadingIn(In):
    delimiter: str | None = Field(None, max_length=10)
    header: bool | None = None
    encoding: str | None = Field(None, max_length=40)


class ProjectDraftIn(In):
    """A project as far as it is known; the one validation says what is missing."""

    name: Name | None = None
    description: str | None = Field(None, max_length=20_000)
    task_type: str | None = Field(None, max_length=32)
    dataset_id: Id | None = None
    text_columns: list[Column] | None = Field(None, max_length=1000)
    id_column: Column | None = None
    reading: ReadingIn | None = None
    labels: list[LabelIn | Annotated[str, Field(max_length=10_000)]] | None = Field(None, max_length=5001)
    instructions: InstructionsIn | None = None
    page_size: int | None = Field(None, ge=-(2**31), le=2**31)
    lease_minutes: int | None = Field(None, ge=-(2**31), le=2**31)
    max_items: int | None = Field(None, ge=-(2**53), le=2**53)
    allow_none: bool | None = Field(None, description="multilabel: whether the empty set is an answer; default true.")
    draft_id: Id | None = None


class ProblemOut(Out):
    field: str
    code: str
    message: str


class CheckOut(Out):
    problems: list[ProblemOut]
    ready: bool


class ProgressCounts(Out):
    total: int
    labeled: int
    skipped: int
    needs_review: int
    incomplete: int


class ProjectOut(Out):
    id: int
    name: str
    description: str
    task_type: str
    state: str
    paused: bool
    state_reason: str | None
    state_changed_by: str | None
    created_at: str
    updated_at: str
    created_by: str
    owner: str
    my_role: str | None
    operations: list[str]
    progress: ProgressCounts
    last_activity_at: str | None
    completed: bool
    init_job: JobOut | None


class ProjectsOut(Out):
    projects: list[ProjectOut]


class DatasetRef(Out):
    id: int
    name: str
    kind: str | None


class ImportOut(Out):
    files: int
    read: int
    added: int
    refused: int
    blank_lines: int
    duplicates: int | None


class ProjectDetailOut(ProjectOut):
    dataset: DatasetRef | None
    text_columns: list[str]
    id_column: str | None
    columns: list[str]
    seed: int
    page_size: int
    lease_minutes: int
    label_set_version: int
    instructions: InstructionsOut
    max_items: int
    allow_none: bool
    left_out: int
    import_: ImportOut = Field(alias="import")


class ProjectChange(In):
    description: str | None = Field(None, max_length=20_000)
    instructions: InstructionsIn | None = None
    page_size: int | None = Field(None, ge=-(2**31), le=2**31)
    lease_minutes: int | None = Field(None, ge=-(2**31), le=2**31)


class DraftIn(In):
    body: dict[str, Any]


class DraftOut(Out):
    id: int
    body: dict[str, Any]
    name: str | None
    updated_at: str


class DraftsOut(Out):
    drafts: list[DraftOut]


class RefusedRowOut(Out):
    id: int
    file: str
    line: int | None
    column: str | None
    code: str
    message: str
    warning: bool


class RefusedOut(Out):
    rows: list[RefusedRowOut]
    next: int | None
    total: int
