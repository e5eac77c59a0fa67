"""Live pages: a server-sent event whenever something a page shows has changed.

An event says only what changed; the page asks for it anew. Features register probes: cheap reads whose value
differs after a change. One loop per process compares the probes of the topics people watch, so it costs nothing
while nobody looks, and works the same for changes made by other processes.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager, suppress
from typing import Any

import structlog
from starlette.concurrency import run_in_threadpool

from labeldesk.core.errors import Unavailable
from labeldesk.db.database import Database, ReadSession

log = structlog.get_logger("labeldesk.live")
# (database, subject id) → any value that differs after a change
Probe = Callable[[ReadSession, int], Any]
Topic = tuple[str, int]
# topic kind (`project`, `user`) → the words told after a change → probe
Probes = Mapping[str, Mapping[tuple[str, ...], Probe]]


class Live:
    """Who watches what, and the loop that tells them."""

    def __init__(self, database: Database, probes: Probes, *, seconds: float) -> None:
        self._database = database
        self._probes = probes
        self._seconds = seconds
        self._watchers: dict[asyncio.Queue[tuple[Topic, list[str]]], frozenset[Topic]] = {}
        self._seen: dict[tuple[Topic, tuple[str, ...]], Any] = {}
        self._task: asyncio.Task[None] | None = None
        self._ended = asyncio.Event()
        self._lock = threading.Lock()
        self._faults = 0  # rounds in a row that failed

    @asynccontextmanager
    async def watch(self, topics: Iterable[Topic]) -> AsyncIterator[asyncio.Queue[tuple[Topic, list[str]]]]:
        """A queue of (topic, what changed) for the block's time.

        When the block begins, the present values are known: whatever changes from then on is told.
        """
        queue: asyncio.Queue[tuple[Topic, list[str]]] = asyncio.Queue(maxsize=1000)
        self._watchers[queue] = frozenset(topics)
        self._tell(await run_in_threadpool(self._compare, self._watchers[queue]))
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._loop())
        try:
            yield queue
        finally:
            del self._watchers[queue]

    async def close(self) -> None:
        """End the loop, so that it holds no connection when the database is closed."""
        self._ended.set()
        if self._task is not None:
            await self._task

    async def _loop(self) -> None:
        while self._watchers and not self._ended.is_set():
            topics = frozenset().union(*self._watchers.values())
            self._seen = {key: value for key, value in self._seen.items() if key[0] in topics}
            try:
                self._tell(await run_in_threadpool(self._compare, topics))
            except Unavailable:
                pass  # said by the database to be passing; the next round tries again
            # The loop must outlive any fault, or every open page would silently go stale.
            except Exception:
                # one entry a minute says enough of a fault that lasts
                if self._faults % max(1, int(60 / self._seconds)) == 0:
                    log.exception("live_fault")
                self._faults += 1
            else:
                self._faults = 0
            with suppress(TimeoutError):
                await asyncio.wait_for(self._ended.wait(), self._seconds)
        self._seen.clear()

    def _compare(self, topics: frozenset[Topic]) -> list[tuple[Topic, list[str]]]:
        news: list[tuple[Topic, list[str]]] = []
        with self._lock, self._database.read() as db:
            for topic in topics:
                changed: list[str] = []
                for what, probe in self._probes[topic[0]].items():
                    value = probe(db, topic[1])
                    before = self._seen.setdefault((topic, what), value)
                    if before != value:
                        self._seen[(topic, what)] = value
                        changed += what
                if changed:
                    news.append((topic, changed))
        return news

    def _tell(self, news: list[tuple[Topic, list[str]]]) -> None:
        for queue, topics in self._watchers.items():
            for topic, changed in news:
                if topic in topics and not queue.full():
                    queue.put_nowait((topic, changed))
