"""A first-come-first-served lock. SQLite's own waiting is unfair: one thread can starve for seconds."""

from __future__ import annotations

import threading
from collections import deque


class FairLock:
    """Mutual exclusion in order of arrival. May be released by another thread than the one that acquired it."""

    def __init__(self) -> None:
        self._mutex = threading.Lock()
        self._waiting: deque[tuple[threading.Event, bool]] = deque()
        self._held = False

    @property
    def is_wanted(self) -> bool:
        """Whether someone waits for it who is not patient."""
        with self._mutex:
            return not all(patient for _, patient in self._waiting)

    def acquire(self, timeout: float, *, patient: bool = False) -> bool:
        """Wait up to `timeout` seconds for the turn; False when it did not come.

        The patient wait in the same line, but nobody should hurry for them.
        """
        with self._mutex:
            if not self._held:
                self._held = True
                return True
            turn = threading.Event()
            self._waiting.append((turn, patient))
        if turn.wait(timeout):
            return True
        with self._mutex:
            if turn.is_set():  # the turn came between the time-out and this line
                return True
            self._waiting.remove((turn, patient))
            return False

    def release(self) -> None:
        """Hand the lock to the one who has waited longest."""
        with self._mutex:
            if self._waiting:
                self._waiting.popleft()[0].set()
            else:
                self._held = False
