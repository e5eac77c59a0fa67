"""How an empty queue explains itself. Pure."""

from __future__ import annotations

from collections.abc import Mapping


def explain_empty(
    *, initializing: bool, counts: Mapping[str, int], leased_by_others: int, wait_minutes: int
) -> tuple[str, str, int]:
    """(reason, message, items concerned) when a claim got nothing.

    `counts`: items by state; `wait_minutes`: how long the longest lease can keep its item.
    """
    total = sum(counts.values())
    left = counts.get("unlabeled", 0) + counts.get("in_progress", 0)
    if initializing and not left:
        return (
            "initializing",
            "The items are still coming in. Labeling starts as soon as the first are here.",
            0,
        )
    if not total:
        return "no_items", "This project has no items.", 0
    if not left:
        return "all_done", f"All {total:,} items are done. Thank you.", total
    if leased_by_others:
        items = "1 item is" if leased_by_others == 1 else f"{leased_by_others:,} items are"
        return (
            "leased_by_others",
            f"All done for now: {items} with other labelers. What they leave comes back within {wait_minutes} minutes.",
            leased_by_others,
        )
    return (
        "answered_by_you",
        "You have answered all items that are open. Others have to answer them too.",
        left,
    )
