"""A real server process, spoken to over real sockets."""

from __future__ import annotations

import contextlib
import os
import re
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

from labeldesk import settings as settings_module
from labeldesk.settings import Settings

START_SECONDS = 60.0


class Server:
    """`labeldesk serve` on a free port of 127.0.0.1. `link` is what it printed; `log` is its standard error so far."""

    def __init__(self, settings: Settings, *, port: int = 0, **environment: str) -> None:
        arguments = [sys.executable, "-m", "labeldesk", "serve", "--port", str(port), "--data", str(settings.data)]
        if settings.database is not None:
            arguments += ["--database", settings.database]
        source = str(Path(settings_module.__file__).parents[1])
        self._log: list[bytes] = []
        self._process = subprocess.Popen(
            arguments,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=settings.data,
            env={**os.environ, "PYTHONPATH": source, **environment},
        )
        self._reader = threading.Thread(target=self._read_log, daemon=True)
        self._reader.start()
        self.link = self._await_link()
        found = re.match(r"http://127\.0\.0\.1:(\d+)", self.link)
        assert found, self.link
        self.port = int(found.group(1))
        self.url = f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def log(self) -> str:
        return b"".join(self._log).decode("utf-8", "replace")

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def stop(self, number: int = signal.SIGTERM) -> int:
        """End the process and wait for it; its exit code."""
        if self.is_alive():
            self._process.send_signal(number)
        try:
            code = self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            code = self._process.wait(20)
        self._reader.join(5)
        for stream in (self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()
        return code

    def connect(self, *, timeout: float = 10.0) -> socket.socket:
        """A plain connection."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=timeout)

    def exchange(self, data: bytes, *, timeout: float = 10.0) -> bytes:
        """Send bytes, say that nothing more will come, and return all that comes back before the server closes.

        Requests that should be answered on their own merits end with `Connection: close`.
        """
        with self.connect(timeout=timeout) as connection:
            # the server may refuse before it has read all of it; what it said is still to be read
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                connection.sendall(data)
            return read_all(connection)

    def _read_log(self) -> None:
        assert self._process.stderr is not None
        for line in self._process.stderr:
            self._log.append(line)

    def _await_link(self) -> str:
        assert self._process.stdout is not None
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and self.is_alive():
            if select.select([self._process.stdout], [], [], 0.2)[0]:
                line = self._process.stdout.readline().decode()
                if line.startswith("Open "):
                    return line.removeprefix("Open ").strip()
        self.stop()
        raise AssertionError(f"The server did not start:\n{self.log}")


def read_all(connection: socket.socket) -> bytes:
    """Everything until the other side closes."""
    parts = []
    while True:
        try:
            part = connection.recv(1 << 16)
        except ConnectionResetError:
            break
        if not part:
            break
        parts.append(part)
    return b"".join(parts)


def statuses(reply: bytes) -> list[int]:
    """The status of every response in a stream of bytes; none of our bodies has such words in it."""
    return [int(found) for found in re.findall(rb"HTTP/1\.1 (\d{3}) ", reply)]
