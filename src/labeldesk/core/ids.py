"""Ids: integers below 2^53, so that JavaScript reads them exactly (docs/adr/0001-ids.md).

An item's id is its project's id and its position in the import order: `project × 2^32 + position`. The items
of a project are one range of the primary key, so counting, exporting and paging need no further index, and an
import that runs twice meets its own keys.
"""

from __future__ import annotations

import secrets

LARGEST_ID = 2**53 - 1
POSITIONS = 2**32


def item_id(project_id: int, position: int) -> int:
    """The id of the item at `position` (from 1) in the import order."""
    return project_id * POSITIONS + position


def item_range(project_id: int) -> tuple[int, int]:
    """First and last possible item id of a project, both inclusive."""
    return project_id * POSITIONS, project_id * POSITIONS + POSITIONS - 1


def item_position(item_id: int) -> int:
    """Position (from 1) in the import order."""
    return item_id % POSITIONS


def item_project(item_id: int) -> int:
    """The project an item id belongs to."""
    return item_id // POSITIONS


def new_secret() -> str:
    """256 random bits from the operating system, URL-safe."""
    return secrets.token_urlsafe(32)
