"""What can go wrong.

Error
├── SignedOut · NotAllowed · NotFound
├── Conflict
│   ├── Paused
│   ├── LeaseLost
│   └── AlreadyLabeled
├── Invalid
├── Failed
└── Unavailable

Each carries the server's stable `code` and the `request_id` under which the server's log has the request.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from labeldesk.core.errors import Problem

LONGEST_WAIT = 300.0  # seconds; a Retry-After beyond it is not believed


class Error(Exception):
    """Root of all errors of the client. `problems` name single fields, when the server named some."""

    def __init__(
        self, message: str, *, code: str = "error", request_id: str | None = None, problems: Sequence[Problem] = ()
    ) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.request_id = request_id
        self.problems = tuple(problems)


class SignedOut(Error):
    """The token is missing, wrong or has ended."""


class NotAllowed(Error):
    """The token's owner, or the token's scope, does not allow this."""


class NotFound(Error):
    """No such thing, or no right to know of it: both look the same."""


class Conflict(Error):
    """The request was fine, but the state of things does not admit it now."""


class Paused(Conflict):
    """The project is paused; labeling goes on when it is resumed."""


class LeaseLost(Conflict):
    """The item went to someone else meanwhile. The answer is kept as a draft and does not count."""


class AlreadyLabeled(Conflict):
    """This person has answered the item already."""


class Invalid(Error):
    """The input is wrong; `problems` names each field with a code and a message."""


class Failed(Error):
    """Background work ended without its result; the message is its reason."""


class Unavailable(Error):
    """The server cannot be reached or is busy. `retry_after`: seconds after which the same call may go through."""

    def __init__(
        self,
        message: str,
        *,
        code: str = "busy",
        request_id: str | None = None,
        problems: Sequence[Problem] = (),
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message, code=code, request_id=request_id, problems=problems)
        self.retry_after = retry_after


BY_CODE: Mapping[str, type[Error]] = {
    "paused": Paused,
    "lease_lost": LeaseLost,
    "complete": LeaseLost,
    "already_labeled": AlreadyLabeled,
}
BY_STATUS: Mapping[int, type[Error]] = {
    400: Invalid,
    401: SignedOut,
    403: NotAllowed,
    404: NotFound,
    409: Conflict,
    410: NotFound,
    413: Invalid,
    415: Invalid,
    422: Invalid,
    429: Unavailable,
    502: Unavailable,
    503: Unavailable,
    504: Unavailable,
}


def error_from(status: int, body: Any, *, retry_after: str | None, request_id: str | None) -> Error:
    """The error of a reply. `body` is its JSON, or None when something else than Labeldesk answered."""
    said = body if isinstance(body, dict) else {}
    code = str(said.get("code") or f"http_{status}")
    message = str(said.get("detail") or f"The server answered with status {status}.")
    problems = [
        Problem(str(p.get("field", "")), str(p.get("code", "")), str(p.get("message", "")))
        for p in said.get("problems") or []
    ]
    family = BY_CODE.get(code) or BY_STATUS.get(status, Error)
    request_id = said.get("request_id") or request_id
    if issubclass(family, Unavailable):
        return family(message, code=code, request_id=request_id, problems=problems, retry_after=_seconds(retry_after))
    return family(message, code=code, request_id=request_id, problems=problems)


def _seconds(value: str | None) -> float | None:
    """Retry-After in seconds; its other form, a date, is rare and treated as absent."""
    if value is None or not value.strip().isdigit():
        return None
    return min(float(value), LONGEST_WAIT)
