"""The error family. Every error has a stable code; only `httpkit` knows which HTTP status a family gets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one field; `field` is a path such as `labels.2.name`."""

    field: str
    code: str
    message: str


class DeskError(Exception):
    """Root of all errors a person may see. `message` says what happened and what to do next."""

    code = "error"

    def __init__(self, message: str, *, code: str | None = None, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.message = message
        if code is not None:
            self.code = code
        self.problems = tuple(problems)


class SignedOut(DeskError):
    """No live credential."""

    code = "signed_out"


class NotAllowed(DeskError):
    """The actor may know of the thing but may not do this to it."""

    code = "not_allowed"


class NotFound(DeskError):
    """No such thing, or no right to know of it: both look the same."""

    code = "not_found"


class Conflict(DeskError):
    """The request was fine but the state of things does not admit it now."""

    code = "conflict"


class Gone(DeskError):
    """It existed once and has ended for good."""

    code = "gone"


class Invalid(DeskError):
    """The input is wrong; `problems` names each field."""

    code = "invalid"

    @classmethod
    def field(cls, field: str, code: str, message: str) -> Invalid:
        """One problem with one field; its code is also the error's code."""
        return cls(message, code=code, problems=[Problem(field, code, message)])


class Malformed(DeskError):
    """The request could not be read at all."""

    code = "malformed"


class TooLarge(DeskError):
    """More bytes than the limit."""

    code = "too_large"


class WrongType(DeskError):
    """The body's media type is not the one this call takes."""

    code = "wrong_content_type"


class TooMany(DeskError):
    """A rate limit; `retry_after` is in seconds."""

    code = "too_many_attempts"

    def __init__(self, message: str, *, retry_after: int) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class Unavailable(DeskError):
    """A passing fault; the same request may go through after `retry_after` seconds."""

    code = "busy"

    def __init__(self, message: str, *, code: str | None = None, retry_after: int = 1) -> None:
        super().__init__(message, code=code)
        self.retry_after = retry_after
