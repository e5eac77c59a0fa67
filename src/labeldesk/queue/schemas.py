"""JSON shapes of tasks and leases."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from labeldesk.httpkit.schemas import In, Out

Token = Annotated[str, Field(min_length=1, max_length=64)]


class ClaimIn(In):
    limit: int | None = Field(None, ge=1, le=10_000)
    holder: str = Field(min_length=1, max_length=64)
    have: list[Token] = Field(default_factory=list, max_length=1000)


class LeasesIn(In):
    leases: list[Token] = Field(max_length=1000)


class FieldOut(Out):
    name: str
    value: str


class CurrentAnswer(Out):
    submission_id: str
    kind: str
    labels: list[int]


class TaskOut(Out):
    item_id: int
    lease: str
    expires_at: str
    position: int
    fields: list[FieldOut]
    prelabel: None = None
    current: CurrentAnswer | None = None


class PageOut(Out):
    kind: str


class EmptyOut(Out):
    reason: str
    message: str
    items: int


class ClaimOut(Out):
    page: PageOut
    tasks: list[TaskOut]
    left: int
    renew_in_seconds: int
    empty: EmptyOut | None


class RenewOut(Out):
    expires_at: str
    lost: list[str]
