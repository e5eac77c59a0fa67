"""Waiting for background work: look often at first, then every second."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

FIRST, LONGEST, GROWTH = 0.1, 1.0, 1.5  # seconds, seconds, factor


def pauses(timeout: float | None, late: str) -> Iterator[Callable[[], None]]:
    """Endless pauses, each a call that sleeps a little longer; TimeoutError(late) once `timeout` seconds are over."""
    end = None if timeout is None else time.monotonic() + timeout
    seconds = FIRST
    while True:
        yield lambda seconds=seconds: time.sleep(seconds)  # type: ignore[misc]
        if end is not None and time.monotonic() >= end:
            raise TimeoutError(late)
        seconds = min(seconds * GROWTH, LONGEST)
