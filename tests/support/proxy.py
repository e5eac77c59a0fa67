"""A proxy that makes a server slow in chosen places, or loses its answers."""

from __future__ import annotations

import asyncio
import re
import socket
import threading
from collections.abc import AsyncIterator, Mapping

import httpx2 as httpx
import uvicorn
from starlette.requests import Request
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

HOP = {"connection", "keep-alive", "transfer-encoding", "host", "content-length", "date"}


class SlowProxy:
    """Passes everything on to `target`; requests whose `METHOD path` matches a pattern wait first.

    `delays`: pattern → seconds, changeable while it runs.
    """

    def __init__(self, target: str, delays: Mapping[str, float]) -> None:
        self.target = target
        self.delays = dict(delays)
        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._server = uvicorn.Server(
            uvicorn.Config(
                self._app,
                log_config=None,
                access_log=False,
                lifespan="off",
                interface="asgi3",
                timeout_graceful_shutdown=1,
            )
        )
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True)

    def __enter__(self) -> SlowProxy:
        self._thread.start()
        while not self._server.started:
            threading.Event().wait(0.02)
        return self

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join(10)
        self._socket.close()

    async def _app(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        body = await request.body()
        said = f"{request.method} {request.url.path}"
        for pattern, seconds in self.delays.items():
            if re.search(pattern, said):
                await asyncio.sleep(seconds)
        headers = [(name, value) for name, value in request.headers.items() if name.lower() not in HOP]
        async with httpx.AsyncClient(timeout=None) as client:
            url = self.target + request.url.path + (f"?{request.url.query}" if request.url.query else "")
            outgoing = client.build_request(request.method, url, headers=headers, content=body)
            reply = await client.send(outgoing, stream=True)

            async def chunks() -> AsyncIterator[bytes]:
                async for chunk in reply.aiter_raw():
                    yield chunk

            answer = StreamingResponse(chunks(), status_code=reply.status_code)
            answer.raw_headers = [
                (name.lower(), value) for name, value in reply.headers.raw if name.decode().lower() not in HOP
            ]
            try:
                await answer(scope, receive, send)
            finally:
                await reply.aclose()
