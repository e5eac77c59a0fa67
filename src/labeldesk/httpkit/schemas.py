"""The base of every JSON shape: strict types, unknown fields refused, finite numbers, bounded ids."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from labeldesk.core.ids import LARGEST_ID

Id = Annotated[int, Field(ge=1, le=LARGEST_ID)]


class In(BaseModel):
    """A request's body. JSON is already parsed, so strictness means: no coercion from strings, floats or bools."""

    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)


class Out(BaseModel):
    """A reply. Made from what services return, which may be rows or dictionaries."""

    model_config = ConfigDict(extra="ignore", from_attributes=True)
