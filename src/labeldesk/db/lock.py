"""A first-come-first-served lock. SQLite's own waiting is unfair: one thread can starve for seconds."""

from __future__ import annotations

import threading
from collections import deque


class FairLock:
    """Mutual exclusion in order of arrival. May be released by another thread than the one that acquired it."""

    def __init__(self) -> None:
        self._mutex = threading.Lock()
        self._waiting: deque[threading.Event] = deque()
        self._held = False

    @property
    def is_wanted(self) -> bool:
        """Whether someone waits for it."""
        return bool(self._waiting)

    def acquire(self, timeout: float) -> bool:
        """Wait up to `timeout` seconds for the turn; False when it did not come."""
        with self._mutex:
            if not self._held:
                self._held = True
                return True
            turn = threading.Event()
            self._waiting.append(turn)
        if turn.wait(timeout):
            return True
        with self._mutex:
            if turn.is_set():  # the turn came between the time-out and this line
                return True
            self._waiting.remove(turn)
            return False

    def release(self) -> None:
        """Hand the lock to the one who has waited longest."""
        with self._mutex:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._held = False
