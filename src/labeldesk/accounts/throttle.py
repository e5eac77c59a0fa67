"""Slowing down guessing: by caller and by account, so that no one can lock another person out for long."""

from __future__ import annotations

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from labeldesk.core.errors import TooMany
from labeldesk.core.names import fold

PER_CALLER = RateLimitItemPerMinute(60)
PER_ACCOUNT_AND_CALLER = RateLimitItemPerMinute(10)


class Throttle:
    """Counts attempts in this process; a restart forgives."""

    def __init__(self) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def check(self, *, client: str, account: str) -> None:
        """Count an attempt; TooMany when there were too many in the last minute."""
        callers = self._limiter.hit(PER_CALLER, "caller", client)
        if not callers or not self._limiter.hit(PER_ACCOUNT_AND_CALLER, "account", client, fold(account)[:300]):
            raise TooMany("Too many attempts from here. Wait a minute and try again.", retry_after=60)
