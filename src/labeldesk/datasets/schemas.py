"""JSON shapes of datasets."""

from __future__ import annotations

from pydantic import Field

from labeldesk.accounts.schemas import ProjectNameOut
from labeldesk.httpkit.schemas import In, Out


class DatasetIn(In):
    name: str = Field(max_length=1000)
    description: str = Field("", max_length=10_000)


class FileOut(Out):
    id: int
    name: str
    bytes: int
    sha256: str
    created_at: str


class DatasetOut(Out):
    id: int
    name: str
    description: str
    kind: str | None
    files: list[FileOut]
    file_count: int
    bytes: int
    created_at: str
    created_by: str
    projects: list[ProjectNameOut]
    in_use: bool


class DatasetsOut(Out):
    datasets: list[DatasetOut]


class ColumnOut(Out):
    name: str
    sample: str


class FileProblemOut(Out):
    file: str
    line: int | None
    column: str | None
    code: str
    message: str


class PreviewOut(Out):
    kind: str | None
    encoding: str
    encodings: list[str]
    delimiter: str | None
    header: bool | None
    columns: list[ColumnOut]
    rows: list[list[str]]
    items: int | None
    items_exact: bool
    problems: list[FileProblemOut]
