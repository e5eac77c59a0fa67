"""HTTP/1.1 on the wire.

The parser is httptools: strict, so two lengths, bare line feeds, a space before the colon or a folded header end the
connection with 400. The other parser uvicorn knows, h11, answers such requests, which lets one request hide in another
when a proxy reads them differently. What httptools lacks is an end to a request's head; it is here.
"""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

# Bytes of a head that is not complete yet. The guard refuses complete ones that are far shorter; this one only bounds
# memory, and is long enough for the end of a body that arrives together with the next request's beginning.
LONGEST_HEAD = 1 << 20
HEAD_SECONDS = 30.0
REFUSAL = b"HTTP/1.1 %s\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


class BoundedHttp(HttpToolsProtocol):
    """A connection whose requests must show a whole head, of a bounded length, in a bounded time."""

    _head = 0
    _in_head = True
    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._set_deadline()

    def connection_lost(self, exc: Exception | None) -> None:
        self._drop_deadline()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._in_head, self._head = True, 0

    def on_headers_complete(self) -> None:
        self._in_head = False
        self._drop_deadline()
        super().on_headers_complete()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.transport.is_closing():
            self._drop_deadline()
        elif self._in_head:
            self._head += len(data)
            self._set_deadline()
            if self._head > LONGEST_HEAD:
                self._refuse(b"431 Request Header Fields Too Large")

    def _set_deadline(self) -> None:
        if self._deadline is None:
            self._deadline = self.loop.call_later(HEAD_SECONDS, self._refuse, b"408 Request Timeout")

    def _drop_deadline(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _refuse(self, status: bytes) -> None:
        self._drop_deadline()
        if self.transport.is_closing():
            return
        if self.cycle is None or self.cycle.response_complete:  # nothing may be written into another answer
            self.transport.write(REFUSAL % status)
        self.transport.close()
