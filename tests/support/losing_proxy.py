"""A small HTTP proxy in front of a server, to lose answers and count requests."""

from __future__ import annotations

import http.client
import re
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

DROP, BUSY, PASS = "drop", "busy", "pass"


class Proxy:
    """Listens on a free port of 127.0.0.1. `requests` are (method, path) in order of arrival.

    `lose`: how many answers to drop after the server has done its work; `busy`: how many requests to answer with 503.
    Both by a pattern of the path, counted down.
    """

    def __init__(self, port: int) -> None:
        self.upstream = port
        self.requests: list[tuple[str, str]] = []
        self._rules: list[list[Any]] = []
        self._lock = threading.Lock()
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_any(self) -> None:
                proxy._handle(self)

            do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = handle_any  # noqa: N815

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> Proxy:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def lose(self, path: str, times: int = 1) -> None:
        self._rules.append([re.compile(path), DROP, times])

    def busy(self, path: str, times: int = 1) -> None:
        self._rules.append([re.compile(path), BUSY, times])

    def count(self, path: str) -> int:
        return sum(bool(re.search(path, asked)) for _, asked in self.requests)

    def _fate(self, path: str) -> str:
        with self._lock:
            for rule in self._rules:
                if rule[2] and rule[0].search(path):
                    rule[2] -= 1
                    return str(rule[1])
        return PASS

    def _handle(self, asked: BaseHTTPRequestHandler) -> None:
        body = asked.rfile.read(int(asked.headers.get("content-length") or 0))
        self.requests.append((asked.command, asked.path))
        fate = self._fate(asked.path)
        asked.close_connection = True  # one request each; said below, so that nobody sends a second one
        if fate == BUSY:
            asked.send_response(503)
            asked.send_header("retry-after", "1")
            asked.send_header("content-length", "0")
            asked.send_header("connection", "close")
            asked.end_headers()
            return
        upstream = http.client.HTTPConnection("127.0.0.1", self.upstream, timeout=30)
        headers = {k: v for k, v in asked.headers.items() if k.lower() not in ("host", "connection")}
        upstream.request(asked.command, asked.path, body, headers)
        reply = upstream.getresponse()
        content = reply.read()
        upstream.close()
        if fate == DROP:
            asked.connection.shutdown(socket.SHUT_RDWR)
            return
        asked.send_response(reply.status)
        for name, value in reply.getheaders():
            if name.lower() not in ("connection", "transfer-encoding", "content-length", "date", "server"):
                asked.send_header(name, value)
        asked.send_header("content-length", str(len(content)))
        asked.send_header("connection", "close")
        asked.end_headers()
        asked.wfile.write(content)
