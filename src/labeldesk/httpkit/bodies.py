"""Reading JSON strictly: what the stock parser lets through would end as a 500 or as silently changed data."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from labeldesk.core.errors import Invalid, Malformed
from labeldesk.core.ids import LARGEST_ID
from labeldesk.core.names import text_problem

DEEPEST = 64


def parse_json(body: bytes) -> Any:
    """The value of a JSON document in UTF-8.

    Raises Malformed (400) for what is not one JSON document, for duplicate keys and for nesting over 64, and
    Invalid (422) for values no field may hold: NaN, infinities, integers beyond 2^53, NUL, lone surrogates.
    """
    try:
        document = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Malformed(f"The body is not UTF-8: byte {error.start} cannot be read. Send JSON in UTF-8.") from error
    if document.startswith("\ufeff"):
        raise Malformed("The body begins with a byte order mark. Send JSON in UTF-8 without it.")
    try:
        value = json.loads(
            document,
            object_pairs_hook=_object,
            parse_constant=_refuse_constant,
            parse_int=_int,
            parse_float=_float,
        )
    except RecursionError as error:
        raise Malformed(f"The JSON is nested deeper than {DEEPEST} levels.") from error
    except json.JSONDecodeError as error:
        raise Malformed(
            f"The body is not valid JSON: {error.msg} at line {error.lineno}, column {error.colno}."
        ) from error
    _check(value, "", 1)
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Malformed("The JSON has the same key twice in one object. Send each key once.")
    return found


def _refuse_constant(name: str) -> NoReturn:
    raise Invalid(f"{name} is not a number that can be stored. Send a finite number.", code="number_not_finite")


def _int(digits: str) -> int:
    # The length first: turning a million digits into an integer takes seconds.
    if len(digits) > 17 or abs(int(digits)) > LARGEST_ID:
        raise Invalid("A number is beyond ±(2^53 − 1), the largest exact integer in JSON.", code="number_too_large")
    return int(digits)


def _float(digits: str) -> float:
    value = float(digits)
    if value in (float("inf"), float("-inf")):
        raise Invalid("A number is too large to be stored. Send a finite number.", code="number_not_finite")
    return value


def _check(value: Any, path: str, depth: int) -> None:
    if depth > DEEPEST:
        raise Malformed(f"The JSON is nested deeper than {DEEPEST} levels.")
    if isinstance(value, str):
        problem = text_problem(value)
        if problem is not None:
            raise Invalid.field(path.lstrip(".")[:200], "invalid_text", problem[1])
    elif isinstance(value, dict):
        for key, inner in value.items():
            _check(key, path, depth)
            _check(inner, f"{path}.{key}", depth + 1)
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            _check(inner, f"{path}.{place}", depth + 1)
