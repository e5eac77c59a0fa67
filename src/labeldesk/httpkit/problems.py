"""Errors on the wire: problem+json with a stable code. Input is never echoed: it may be unserialisable or secret."""

from __future__ import annotations

import re
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError, ResponseValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from labeldesk.core import errors
from labeldesk.core.errors import DeskError

log = structlog.get_logger("labeldesk.http")

STATUS: dict[type[DeskError], int] = {
    errors.SignedOut: 401,
    errors.NotAllowed: 403,
    errors.NotFound: 404,
    errors.Conflict: 409,
    errors.Gone: 410,
    errors.Invalid: 422,
    errors.Malformed: 400,
    errors.TooLarge: 413,
    errors.WrongType: 415,
    errors.TooMany: 429,
    errors.Unavailable: 503,
}

HTTP_MESSAGES = {
    400: ("malformed", "The request could not be read."),
    404: ("not_found", "There is nothing here, or you may not see it."),
    405: ("method_not_allowed", "This address does not take that method."),
    413: ("too_large", "The request is larger than the limit."),
    415: ("wrong_content_type", "Send the body as application/json."),
}


def problem(
    request: Request,
    status: int,
    code: str,
    detail: str,
    *,
    problems: list[dict[str, str]] | None = None,
    headers: dict[str, str] | None = None,
) -> JSONResponse:
    """A problem+json reply."""
    return JSONResponse(
        {
            "type": f"urn:labeldesk:error:{code}",
            "title": code.replace("_", " "),
            "status": status,
            "code": code,
            "detail": detail,
            "request_id": request.scope.get("labeldesk.request_id", ""),
            "problems": problems or [],
        },
        status_code=status,
        headers=headers,
        media_type="application/problem+json",
    )


def install(app: FastAPI) -> None:
    """Answer every error as problem+json."""
    app.add_exception_handler(DeskError, _desk_error)
    app.add_exception_handler(RequestValidationError, _validation_error)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(ResponseValidationError, _unknown_error)
    app.add_exception_handler(Exception, _unknown_error)


def status_of(error: DeskError) -> int:
    """The status of the nearest family."""
    return next((STATUS[family] for family in type(error).__mro__ if family in STATUS), 500)


def _desk_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, DeskError)  # noqa: S101  registered for this family only
    headers = {}
    retry_after = getattr(error, "retry_after", None)
    if retry_after is not None:
        headers["Retry-After"] = str(retry_after)
    return problem(
        request,
        status_of(error),
        error.code,
        error.message,
        problems=[{"field": p.field, "code": p.code, "message": p.message} for p in error.problems],
        headers=headers,
    )


def _validation_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101  registered for this family only
    problems = [_field_problem(detail) for detail in error.errors()[:100]]
    first = problems[0]
    if first["field"] == "" and first["code"] == "json_invalid":
        return problem(request, 400, "malformed", "The body is not valid JSON.")
    place = f"“{first['field']}”: " if first["field"] else ""
    return problem(request, 422, "invalid", place + first["message"], problems=problems)


MESSAGES = {
    "missing": ("required", "This is required."),
    "extra_forbidden": ("unknown_field", "There is no such field. Check its spelling."),
    "int_type": ("not_an_integer", "This must be a whole number."),
    "int_parsing": ("not_an_integer", "This must be a whole number."),
    "int_from_float": ("not_an_integer", "This must be a whole number."),
    "int_parsing_size": ("number_too_large", "This number is too large."),
    "string_type": ("not_text", "This must be text."),
    "bool_type": ("not_a_boolean", "This must be true or false."),
    "bool_parsing": ("not_a_boolean", "This must be true or false."),
    "list_type": ("not_a_list", "This must be a list."),
    "dict_type": ("not_an_object", "This must be an object."),
    "model_type": ("not_an_object", "This must be an object."),
    "model_attributes_type": ("not_an_object", "Send a JSON object with content type application/json."),
    "string_unicode": ("invalid_text", "This has half of a surrogate pair, which is not a character."),
    "uuid_parsing": ("not_a_uuid", "This must be a UUID."),
}


FIELD = re.compile(r"[a-z0-9_]+")
LONGEST_FIELD = 200  # an unknown field's name is the caller's own, and as long as they like


def _field_problem(detail: dict[str, Any]) -> dict[str, str]:
    kind = str(detail["type"])
    place = [str(part) for part in detail["loc"][1:]]
    # Where a value may have several shapes, their names are no part of the path. The last part of an unknown field is
    # the caller's own word.
    own = place[-1:] if kind == "extra_forbidden" else []
    place = [part for part in place[: len(place) - len(own)] if FIELD.fullmatch(part)] + own
    # pydantic's own sentences name limits but never the input; they are fine where we have no better one
    code, message = MESSAGES.get(kind, (kind, str(detail["msg"]) + "."))
    return {"field": ".".join(place)[:LONGEST_FIELD], "code": code, "message": message}


def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101  registered for this family only
    if error.status_code == 405:
        return _other_method(request)
    code, detail = HTTP_MESSAGES.get(error.status_code, ("http_error", "The request was refused."))
    return problem(request, error.status_code, code, detail, headers=dict(error.headers or {}))


def _other_method(request: Request) -> Response:
    """The address does not take this method: say which it does. The router knows only its first match's methods."""
    allowed: list[str] = request.app.state.allowed_methods(request.scope["path"])
    if not allowed:
        return problem(request, 404, *HTTP_MESSAGES[404])
    headers = {"Allow": ", ".join(allowed)}
    if request.method == "OPTIONS":
        return Response(status_code=204, headers=headers)
    return problem(request, 405, *HTTP_MESSAGES[405], headers=headers)


def _unknown_error(request: Request, error: Exception) -> JSONResponse:
    log.error("unhandled_error", error=type(error).__name__, exc_info=error)
    request_id = request.scope.get("labeldesk.request_id", "")
    return problem(
        request,
        500,
        "internal",
        f"Something went wrong on the server; nothing was changed. If it happens again, report number {request_id}.",
    )
