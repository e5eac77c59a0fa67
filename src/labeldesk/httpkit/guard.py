"""The outermost ASGI layer: request ids, host check, body limit, security headers, one log line per request."""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import Collection
from typing import Any

import orjson
import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from labeldesk.core.errors import TooLarge

log = structlog.get_logger("labeldesk.access")

SECURITY_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "x-frame-options": "DENY",
}
# What the API answers is data, never a page: nothing in it may load or run.
API_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox"
LONGEST_HEADERS = 32 * 1024
MOST_HEADERS = 100
LONGEST_QUERY = 8 * 1024
# A host and maybe a port; anything else in the header could end up in a link we hand out.
HOST = re.compile(r"(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+)(?::[0-9]{1,5})?")


class Guard:
    """Wraps the application; everything here holds for every route, known or not."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        hosts: Collection[str],
        max_body: int,
        max_upload: int,
        https: bool,
        proxies: Collection[str] = (),
    ) -> None:
        self._app = app
        self._hosts = frozenset(hosts)
        self._max_body = max_body
        self._max_upload = max_upload
        self._https = https
        self._proxies = frozenset(proxies)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = secrets.token_hex(8)
        scope["labeldesk.request_id"] = request_id
        headers = Headers(scope=scope)
        self._note_client(scope, headers)
        began = time.perf_counter()
        status = 0
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id)

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                self._add_headers(scope, message, request_id)
            await send(message)

        refusal = self._refusal(scope, headers)
        method = scope["method"]
        if method == "HEAD":
            scope = {**scope, "method": "GET"}
            receive, answer_or_head = _head_only(receive, answer)
        else:
            answer_or_head = answer
        try:
            if refusal is not None:
                await _refuse(answer_or_head, request_id, *refusal)
            else:
                await self._app(scope, self._counted(scope, receive), answer_or_head)
        finally:
            log.info(
                "request",
                method=method,
                path=scope["path"],
                status=status,
                client=scope["labeldesk.client"],
                ms=round((time.perf_counter() - began) * 1000, 1),
            )

    def _note_client(self, scope: Scope, headers: Headers) -> None:
        """Who calls: the peer, or what a configured proxy says; nobody else's word is taken."""
        peer = scope["client"][0] if scope.get("client") else ""
        forwarded = headers.get("x-forwarded-for")
        if forwarded and peer in self._proxies:
            peer = forwarded.rpartition(",")[2].strip()[:64]
        scope["labeldesk.client"] = peer

    def _refusal(self, scope: Scope, headers: Headers) -> tuple[int, str, str] | None:
        if sum(len(k) + len(v) for k, v in scope["headers"]) > LONGEST_HEADERS or len(scope["headers"]) > MOST_HEADERS:
            return 431, "headers_too_large", "The request's headers are larger than the limit."
        if len(scope.get("query_string", b"")) > LONGEST_QUERY:
            return 414, "query_too_long", "The request's query is longer than the limit."
        hosts = headers.getlist("host")
        if len(hosts) != 1:
            return 400, "malformed", "The request must have one Host header."
        if _host_name(hosts[0]) not in self._hosts:
            return (
                421,
                "unknown_host",
                "The server does not answer to this host name. Add it to allowed_hosts if it should.",
            )
        declared = headers.get("content-length", "")
        if declared and (not declared.isascii() or not declared.isdigit()):
            return 400, "malformed", "The Content-Length is not a number."
        if declared and int(declared[:18]) > self._limit(scope):
            return 413, "too_large", "The body is larger than the limit."
        return None

    def _limit(self, scope: Scope) -> int:
        return self._max_upload if scope["path"].endswith("/files") else self._max_body

    def _counted(self, scope: Scope, receive: Receive) -> Receive:
        read = 0
        limit = self._limit(scope)

        async def counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > limit:
                scope["labeldesk.cut"] = True
                raise TooLarge("The body is larger than the limit.")
            return message

        return counted

    def _add_headers(self, scope: Scope, message: Message, request_id: str) -> None:
        headers = MutableHeaders(raw=message.setdefault("headers", []))
        for name, value in SECURITY_HEADERS.items():
            headers.setdefault(name, value)
        headers.setdefault("content-security-policy", API_POLICY)
        headers.setdefault("cache-control", "no-store")
        headers["x-request-id"] = request_id
        if "labeldesk.cut" in scope:  # the rest of the body is not read, so nothing can follow on this connection
            headers["connection"] = "close"
        if self._https:
            headers["strict-transport-security"] = "max-age=31536000; includeSubDomains"


def _host_name(host: str) -> str:
    """The host without its port, lower case; IPv6 in brackets. Empty for what is not a host."""
    match = HOST.fullmatch(host)
    return match.group(1).lower() if match else ""


def _head_only(receive: Receive, send: Send) -> tuple[Receive, Send]:
    """HEAD is GET without the body: whoever writes one is told that nobody listens any more."""
    answered = False

    async def no_more() -> Message:
        return {"type": "http.disconnect"} if answered else await receive()

    async def head(message: Message) -> None:
        nonlocal answered
        if message["type"] == "http.response.start":
            answered = True
            await send(message)
            await send({"type": "http.response.body", "body": b""})

    return no_more, head


async def _refuse(send: Any, request_id: str, status: int, code: str, detail: str) -> None:
    body = orjson.dumps(
        {
            "type": f"urn:labeldesk:error:{code}",
            "title": code.replace("_", " "),
            "status": status,
            "code": code,
            "detail": detail,
            "request_id": request_id,
            "problems": [],
        }
    )
    headers = [
        (b"content-type", b"application/problem+json"),
        (b"content-length", str(len(body)).encode()),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
