"""JSON shapes of exports."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from labeldesk.httpkit.schemas import In, Out
from labeldesk.jobs.schemas import JobOut


class ExportIn(In):
    format: str = Field(max_length=32)
    columns: str = Field("training", max_length=32)
    formula_safe: bool = True
    label_as: str = Field("path", max_length=32)
    states: list[str] = Field(default_factory=lambda: ["labeled"], max_length=10)


class ExportOptions(Out):
    columns: str
    formula_safe: bool
    label_as: str
    states: list[str]


class ExportOut(Out):
    id: int
    project_id: int
    format: str
    options: ExportOptions
    state: str
    rows: int | None
    bytes: int | None
    sha256: str | None
    file_name: str | None
    created_at: str
    created_by: str
    finished_at: str | None
    error: str | None
    job: JobOut | None


class ExportsOut(Out):
    exports: list[ExportOut]


class ExportPreviewOut(Out):
    header: list[str]
    rows: list[list[str]]
    total: int


Manifest = dict[str, Any]
