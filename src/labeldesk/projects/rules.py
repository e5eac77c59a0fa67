"""What a project may be and which moves its state may make. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from labeldesk.core.errors import Conflict
from labeldesk.core.times import DAY

# Task types the product takes now; the others arrive with their labeling pages.
TASK_TYPES = ("multiclass", "multilabel")

INITIALIZING, RUNNING, PAUSED, FAILED, DELETED = "initializing", "running", "paused", "failed", "deleted"
# SPEC 3.3. `deleted` goes back to the state it had, which is stored beside it.
MOVES: Mapping[str, frozenset[str]] = {
    INITIALIZING: frozenset({RUNNING, PAUSED, FAILED, DELETED}),
    RUNNING: frozenset({PAUSED, DELETED, FAILED}),
    PAUSED: frozenset({RUNNING, DELETED, FAILED}),
    FAILED: frozenset({INITIALIZING, DELETED}),
    DELETED: frozenset({INITIALIZING, RUNNING, PAUSED, FAILED}),
}
# Labeling begins as soon as the first items are in, so an initializing project takes answers too.
LABELABLE = frozenset({INITIALIZING, RUNNING})

# How long a deleted project can be restored; then its texts, answers and exports go, and only its name stays.
RESTORABLE = 30 * DAY

PAGE_SIZE = (1, 100, 10)
LEASE_MINUTES = (1, 24 * 60, 30)
MARKDOWN_MAX = 100_000
LINK_MAX = 2_000
DESCRIPTION_MAX = 10_000


def check_move(before: str, after: str) -> None:
    """Conflict when a project cannot go from one state to the other."""
    if after not in MOVES[before]:
        raise Conflict(f"The project is {before}, so it cannot become {after}.", code="wrong_state")


def link_problem(link: str) -> tuple[str, str] | None:
    """Only http, https and mailto links are shown to labelers."""
    if len(link) > LINK_MAX:
        return "too_long", f"The link has more than {LINK_MAX} characters."
    if not link.lower().startswith(("http://", "https://", "mailto:")) or any(c.isspace() or ord(c) < 32 for c in link):
        return "link_invalid", "Use a link that begins with https://, http:// or mailto: and has no spaces."
    return None


def range_problem(value: int, bounds: tuple[int, int, int]) -> tuple[str, str] | None:
    """Whether a whole number lies in its bounds (lowest, highest, default)."""
    low, high, _ = bounds
    if not low <= value <= high:
        return "out_of_range", f"Use a number from {low} to {high}."
    return None
