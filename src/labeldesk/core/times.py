"""Times are UTC milliseconds since 1970 inside, ISO 8601 with `Z` outside."""

from __future__ import annotations

from datetime import UTC, datetime

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR


def iso(ms: int) -> str:
    """ISO 8601 in UTC with milliseconds, e.g. `2026-03-01T12:00:00.000Z`."""
    return datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def iso_or_none(ms: int | None) -> str | None:
    """As `iso`, passing None through."""
    return None if ms is None else iso(ms)
