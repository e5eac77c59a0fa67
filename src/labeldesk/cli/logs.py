"""Where log lines go and what they look like."""

from __future__ import annotations

import logging
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

from labeldesk.settings import Settings


def configure_logs(settings: Settings) -> None:
    """Structured lines on stderr, each with the request's or job's id; everything from libraries too."""
    level = getattr(logging, settings.log_level.upper())
    render = (
        structlog.processors.JSONRenderer()
        if settings.log_format == "json"
        else structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event"], bool_as_flag=False)
    )
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        _show_controls,
    ]
    structlog.configure(
        processors=[*shared, render],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(asctime)s %(name)s %(message)s")


def configure_quiet_logs(settings: Settings) -> None:
    """For commands that end soon: only errors; what they did they say themselves."""
    configure_logs(settings.model_copy(update={"log_level": "error"}))


def _show_controls(_: object, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Write control characters and line separators as escapes.

    What callers send must not forge a line or play with a terminal. Tracebacks are our own and keep their lines.
    """
    for key, value in event.items():
        if isinstance(value, str) and key != "exception" and not value.isprintable():
            event[key] = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in value)
    return event
