"""One connection to a server: requests, retries, errors.

What may be sent twice is sent again after a passing fault: reads, what is idempotent by its nature, and answers, which
carry an id of their own. Anything else is sent again only when the server says that it did nothing.
"""

from __future__ import annotations

import threading
import time
import weakref
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import httpx2

from labeldesk.client.errors import Error, Unavailable, error_from
from labeldesk.version import __version__

API = "/api/v1"
PASSING = frozenset({429, 502, 503, 504})
DID_NOTHING = frozenset({429, 503})  # our server's word; a gateway's 502 or 504 may hide a finished request
BACKOFF = (0.1, 0.3, 1.0, 2.0, 5.0)  # seconds
SAFE_METHODS = frozenset({"GET", "PUT", "DELETE"})
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
Body = Mapping[str, Any] | None


class Connection:
    """Requests as one person. Safe to use from several threads."""

    def __init__(self, url: str, token: str, *, patience: float) -> None:
        """`patience`: seconds for which a call is tried again while the server is away or busy."""
        self.url = url.rstrip("/")
        self.patience = patience
        host = urlsplit(self.url).hostname or ""
        self._http = httpx2.Client(
            base_url=self.url + API,
            headers={"authorization": f"Bearer {token}", "user-agent": f"labeldesk-python/{__version__}"},
            timeout=httpx2.Timeout(60.0, connect=10.0),
            trust_env=host not in LOOPBACK,  # a company's proxy has no business between this machine and itself
        )
        # scripts rarely close anything; this runs when nobody holds the connection, and at the end of the program
        self._finish = weakref.finalize(self, self._http.close)

    def close(self) -> None:
        """Close the sockets."""
        self._finish()

    def get(self, path: str, **params: Any) -> Any:
        """The JSON of a read; parameters that are None are left out."""
        return self.call("GET", path, params=params)

    def post(self, path: str, body: Body = None, *, again: bool = False) -> Any:
        """The JSON of a change. `again`: the same request twice does no more than once."""
        return self.call("POST", path, body=body, again=again)

    def call(
        self,
        method: str,
        path: str,
        *,
        body: Body = None,
        params: Mapping[str, Any] | None = None,
        again: bool = False,
        patience: float | None = None,
        stop: threading.Event | None = None,
    ) -> Any:
        """The reply's JSON, None without one. A set `stop` ends the waiting between two tries."""
        known = {name: _text(value) for name, value in (params or {}).items() if value is not None}

        def send() -> httpx2.Response:
            return self._http.request(method, path, json=body, params=known)

        reply = self._persist(send, again=again or method in SAFE_METHODS, patience=patience, stop=stop)
        return reply.json() if reply.content else None

    def upload(self, path: str, *, params: Mapping[str, str], size: int, chunks: Callable[[], Iterator[bytes]]) -> Any:
        """Send bytes as they are read. The server keeps nothing of a body that was cut off, but may have kept one
        whose answer was lost, so only what never arrived is sent again.
        """
        headers = {"content-type": "application/octet-stream", "content-length": str(size)}

        def send() -> httpx2.Response:
            return self._http.request("POST", path, params=dict(params), content=chunks(), headers=headers)

        return self._persist(send, again=False).json()

    @contextmanager
    def stream(self, path: str) -> Iterator[httpx2.Response]:
        """A reply whose body is read piece by piece."""
        try:
            with self._http.stream("GET", path) as reply:
                if reply.status_code >= 400:
                    reply.read()
                    raise _error_of(reply)
                yield reply
        except httpx2.TransportError as error:
            raise self._unreachable(error) from error

    def _persist(
        self,
        send: Callable[[], httpx2.Response],
        *,
        again: bool,
        patience: float | None = None,
        stop: threading.Event | None = None,
    ) -> httpx2.Response:
        end = time.monotonic() + (self.patience if patience is None else patience)
        tries = 0
        while True:
            error: Error
            try:
                reply = send()
            except httpx2.TransportError as fault:
                error = self._unreachable(fault)
                error.__cause__ = fault
                may_repeat = again or isinstance(fault, httpx2.ConnectError | httpx2.ConnectTimeout)
            else:
                if reply.status_code < 400:
                    return reply
                error = _error_of(reply)
                may_repeat = reply.status_code in (PASSING if again else DID_NOTHING)
            wait = getattr(error, "retry_after", None) or BACKOFF[min(tries, len(BACKOFF) - 1)]
            tries += 1
            if not may_repeat or time.monotonic() + wait > end:
                raise error
            if stop is None:
                time.sleep(wait)
            elif stop.wait(wait):
                raise error

    def _unreachable(self, fault: Exception) -> Unavailable:
        reason = str(fault) or type(fault).__name__
        return Unavailable(f"The server at {self.url} cannot be reached: {reason}.", code="unreachable")


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _error_of(reply: httpx2.Response) -> Error:
    try:
        body = reply.json()
    except ValueError:
        body = None
    return error_from(
        reply.status_code,
        body,
        retry_after=reply.headers.get("retry-after"),
        request_id=reply.headers.get("x-request-id"),
    )
