"""Tasks: items under lease, handed out one by one.

One background thread per iteration claims the next page before the current one is used up and renews the leases. The
thread knows only `Leases`; the iterator that people hold is `Tasks`. So when a loop ends, breaks, fails or is
interrupted, `Tasks` goes away, and its finalizer gives back whatever was not answered.
"""

from __future__ import annotations

import threading
import time
import uuid
import weakref
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from labeldesk.client.errors import AlreadyLabeled, Conflict, Error, Invalid, LeaseLost, Unavailable
from labeldesk.client.http import Connection
from labeldesk.client.labels import LabelBook
from labeldesk.core.errors import Problem

RENEW_SECONDS = 60.0  # until the server has said better
RENEW_AGAIN_SECONDS = 5.0  # after a renewal that did not get through
RELEASE_PATIENCE = 5.0  # seconds; leases end by themselves if nobody can be told
MOST_HAVE = 1_000  # leases a claim may name
Answer = str | Sequence[str]


class Task:
    """An item handed to me. Answer it, skip it or give it back."""

    def __init__(self, leases: Leases, given: Mapping[str, Any]) -> None:
        self._leases = leases
        self._token = str(given["lease"])
        self._began = time.monotonic()
        self._sent: tuple[str, str, Any] | None = None  # the last submission: id, path, value
        self._counted: str | None = None  # the id of the submission that counts
        self.item_id = int(given["item_id"])
        self.position = int(given["position"])
        self.fields: dict[str, str] = {field["name"]: field["value"] for field in given["fields"]}
        self.prelabel: Any = given.get("prelabel")
        self.expires_at = str(given["expires_at"])
        self.state = "open"

    def __repr__(self) -> str:
        return f"Task(item_id={self.item_id}, state={self.state!r}, text={self.text[:60]!r})"

    @property
    def text(self) -> str:
        """What labelers see; several columns stand on lines of their own."""
        return "\n".join(self.fields.values())

    def submit(self, label: Answer) -> None:
        """Answer with a label: its path (`"Animal/Cat"`), or its name when only one label has it. For `multilabel`
        with a list of them, which is empty for none of these.

        Submitting again corrects the answer. A fault on the way is no reason to worry: the same answer sent again
        counts once.
        """
        wanted = [label] if isinstance(label, str) else list(label)
        book = self._leases.book()
        answer = {"labels": [book.find(name) for name in wanted]}
        self._decide("annotations", {"answer": answer, "label_set_version": book.version})
        self.state = "submitted"

    def skip(self, reason: str | None = None) -> None:
        """Leave the item without an answer."""
        self._decide("skips", {"reason": reason})
        self.state = "skipped"

    def release(self) -> None:
        """Give the item back; someone else may get it."""
        if self.state == "open":
            self._leases.release([self._token])
            self.state = "released"

    def _decide(self, path: str, value: dict[str, Any]) -> None:
        if self._sent is None or self._sent[1:] != (path, value) or self._sent[0] == self._counted:
            unsure = self._sent[0] if self._sent is not None and self._sent[0] != self._counted else None
            self._sent = (str(uuid.uuid4()), path, value)
        else:
            unsure = None  # the same decision once more, after a fault: it keeps its id
        body = {
            "submission_id": self._sent[0],
            "item_id": self.item_id,
            "lease": self._token if self._counted is None else None,
            "replaces": self._counted,
            "active_ms": min(int((time.monotonic() - self._began) * 1000), 86_400_000),
            "input": "api",
            **value,
        }
        try:
            self._leases.decide(path, self._token, body)
        except AlreadyLabeled:
            if unsure is None:
                raise
            # an earlier, different decision had arrived although its reply had not: this one corrects it
            self._leases.decide(path, self._token, {**body, "lease": None, "replaces": unsure})
        self._counted = self._sent[0]


class Leases:
    """The leases of one iteration, and the thread that claims and renews them."""

    def __init__(
        self, connection: Connection, project_id: int, *, limit: int | None, page: int | None, renew: float | None
    ) -> None:
        self._connection = connection
        self._path = f"/projects/{project_id}"
        self._left = limit  # tasks still to be claimed; None for all
        self._page = page
        self._renew_every = renew
        self._holder = uuid.uuid4().hex
        self._book: LabelBook | None = None
        self._changed = threading.Condition()
        self._closing = threading.Event()
        self._held: dict[str, Task] = {}  # by lease; handed out or not, and not decided yet
        self._waiting: deque[Task] = deque()  # not handed out yet
        self._page_got = 0
        self._wanted = True
        self._claiming = False
        self._ended = limit == 0
        self._fault: Exception | None = None
        self._next_renewal = time.monotonic() + (renew or RENEW_SECONDS)
        self._thread: threading.Thread | None = None
        self.why_empty: str | None = None

    # -- the caller's side ---------------------------------------------------------------------------------------

    def book(self) -> LabelBook:
        """The project's labels, read once."""
        if self._book is None:
            self._book = LabelBook(self._connection.get(f"{self._path}/labeling")["label_set"])
        return self._book

    def take(self) -> Task | None:
        """The next task, waiting for a page if there is none here; None when there is no more."""
        with self._changed:
            if self._thread is None and not self._ended:
                self._thread = threading.Thread(target=self._work, name="labeldesk-leases", daemon=True)
                self._thread.start()
            while True:
                if self._waiting:
                    task = self._waiting.popleft()
                    if len(self._waiting) <= self._page_got // 2:
                        self._want_page()
                    task._began = time.monotonic()
                    return task
                if self._fault is not None:
                    raise self._fault
                if self._ended or self._closing.is_set():
                    return None
                self._want_page()
                self._changed.wait()

    def _want_page(self) -> None:
        """Ask the thread for a page, with the lock held; one that is on its way is enough."""
        if not self._claiming and not self._ended:
            self._wanted = True
            self._changed.notify_all()

    def decide(self, path: str, token: str, body: dict[str, Any]) -> None:
        """Send an answer or a skip. Its id makes it safe to send again until the server has said something."""
        try:
            self._connection.post(f"{self._path}/{path}", body, again=True)
        except Conflict as error:
            if error.code == "label_set_changed":
                self._book = None
            elif isinstance(error, LeaseLost | AlreadyLabeled):
                self._forget([token])
            raise
        self._forget([token])

    def release(self, tokens: Sequence[str]) -> None:
        """Give leases back. Releasing twice is fine."""
        self._forget(tokens)
        for start in range(0, len(tokens), MOST_HAVE):
            body = {"leases": list(tokens[start : start + MOST_HAVE])}
            self._connection.call(
                "POST", f"{self._path}/tasks/release", body=body, again=True, patience=RELEASE_PATIENCE
            )

    def close(self) -> None:
        """Stop the thread and give back what is still held. Never raises: leases end by themselves in any case."""
        self._closing.set()
        with self._changed:
            self._ended = True
            self._changed.notify_all()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(timeout=10)
        self._release_all()

    # -- the thread ----------------------------------------------------------------------------------------------

    def _work(self) -> None:
        while not self._closing.is_set():
            with self._changed:
                now = time.monotonic()
                if not self._wanted and now < self._next_renewal:
                    self._changed.wait(self._next_renewal - now)
                    continue
                claim = self._claiming = self._wanted and not self._ended
                self._wanted = False
            try:
                if claim:
                    self._claim()
                if time.monotonic() >= self._next_renewal:
                    self._renew()
            # The thread's edge: whatever happens here must reach the one who waits for a task.
            except Exception as error:  # noqa: BLE001
                self._fail(error)
        self._release_all()  # what a claim brought after the end

    def _claim(self) -> None:
        with self._changed:
            have = list(self._held)[-MOST_HAVE:]
            limit = self._page if self._left is None else min(self._left, self._page or self._left)
        body: dict[str, Any] = {"holder": self._holder, "have": have}
        if limit is not None:
            body["limit"] = limit
        # sent twice it brings the same leases: those of this holder that it does not name
        got = self._connection.call("POST", f"{self._path}/tasks/claim", body=body, again=True, stop=self._closing)
        with self._changed:
            self._claiming = False
            fresh = [Task(self, task) for task in got["tasks"] if task["lease"] not in self._held]
            self._held.update({task._token: task for task in fresh})
            self._waiting.extend(fresh)
            self._page_got = max(self._page_got, len(fresh))
            if self._renew_every is None:
                self._next_renewal = min(self._next_renewal, time.monotonic() + float(got["renew_in_seconds"]))
                self._renew_every = float(got["renew_in_seconds"])
            if self._left is not None:
                self._left -= len(fresh)
            if not fresh or self._left == 0:
                self._ended = True
                self.why_empty = got["empty"]["message"] if got["empty"] else None
            self._changed.notify_all()

    def _renew(self) -> None:
        every = self._renew_every or RENEW_SECONDS
        with self._changed:
            tokens = list(self._held)
        lost: set[str] = set()
        expires_at = ""
        try:
            for start in range(0, len(tokens), MOST_HAVE):
                body = {"leases": tokens[start : start + MOST_HAVE]}
                got = self._connection.call(
                    "POST", f"{self._path}/tasks/renew", body=body, again=True, patience=0, stop=self._closing
                )
                lost.update(got["lost"])
                expires_at = got["expires_at"]
        except Unavailable:
            self._next_renewal = time.monotonic() + min(every, RENEW_AGAIN_SECONDS)
            return
        with self._changed:
            self._next_renewal = time.monotonic() + every
            for token in tokens:
                task = self._held.get(token)
                if task is not None and token not in lost:
                    task.expires_at = expires_at
            self._drop(lost)

    def _fail(self, error: Exception) -> None:
        """Leases end when the project is paused or the right is taken away, so what waits is not handed out."""
        with self._changed:
            if isinstance(error, Error) and not isinstance(error, Unavailable):
                self._drop(set(self._held))
            self._fault = error
            self._ended, self._claiming = True, False
            self._next_renewal = time.monotonic() + (self._renew_every or RENEW_SECONDS)
            self._changed.notify_all()

    def _drop(self, tokens: set[str]) -> None:
        """Forget leases, with the lock held."""
        for token in tokens:
            self._held.pop(token, None)
        self._waiting = deque(task for task in self._waiting if task._token not in tokens)

    def _forget(self, tokens: Sequence[str]) -> None:
        with self._changed:
            self._drop(set(tokens))

    def _release_all(self) -> None:
        with self._changed:
            tokens = list(self._held)
            self._drop(set(tokens))
        if not tokens:
            return
        try:
            self.release(tokens)
        except Error:
            return  # the server is away, or the leases have ended already
        except RuntimeError:
            return  # the connection was closed first, at the end of the program


class Tasks:
    """An iterator over tasks. Its end, however it comes, gives back what was not answered."""

    def __init__(self, leases: Leases) -> None:
        self._leases = leases
        # Runs when the iterator is dropped (a loop that broke or failed) and at the end of the program.
        self._finish = weakref.finalize(self, leases.close)

    def __iter__(self) -> Iterator[Task]:
        return self

    def __next__(self) -> Task:
        try:
            task = self._leases.take()
        except BaseException:
            self.close()
            raise
        if task is None:
            self.close()
            raise StopIteration
        return task

    def __enter__(self) -> Tasks:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def why_empty(self) -> str | None:
        """After the end: why the queue had no more, in the server's words; None when the limit was reached."""
        return self._leases.why_empty

    def close(self) -> None:
        """Stop, and give back what was not answered."""
        self._finish()


def start_tasks(
    connection: Connection, project_id: int, *, limit: int | None, page: int | None, renew: float | None
) -> Tasks:
    """Begin an iteration; nothing is claimed before its first task is asked for."""
    for name, number in (("limit", limit), ("page", page)):
        if number is not None and number < 0:
            message = f"{name} cannot be negative."
            raise Invalid(message, code="out_of_range", problems=[Problem(name, "out_of_range", message)])
    return Tasks(Leases(connection, project_id, limit=limit, page=page, renew=renew))
