"""The rule that turns the answers of an item into its state. Pure; the order of arrival never matters (C3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Decision:
    """What the answers make of an item. `state` is one of in_progress, labeled, skipped, needs_review, unlabeled;
    `wanted` is how many places the item has from now on; `final` is the accepted answer, if any."""

    state: str
    wanted: int
    final: Any | None = None


def decide(answers: Sequence[Any], skips: int, *, min_labelers: int, max_labelers: int) -> Decision:
    """The decision for one item from its counting answers and skips.

    With one labeler an item (no consensus, SPEC 9.1) the one answer is the final label, and a skip leaves the
    item skipped (SPEC 7.6). Raises ValueError for more labelers, whose rule is not in force yet.
    """
    if (min_labelers, max_labelers) != (1, 1):
        raise ValueError("consensus between several labelers is not in force")
    if answers:
        return Decision("labeled", 1, answers[0])
    return Decision("skipped" if skips else "unlabeled", 1)
