"""A workspace on either database, the real server on it, and callers of its API."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import orjson

from kit import machine
from labeldesk.accounts import service as accounts
from labeldesk.bootstrap import Workspace
from labeldesk.core.ids import item_id
from labeldesk.items import queries as items
from labeldesk.items.rules import shuffle_rank, text_hash
from labeldesk.projects import tallies
from labeldesk.settings import Settings
from support.postgres import Postgres, free_port

ROOT = Path(__file__).resolve().parents[2]
LABELS = ["business", "entertainment", "science", "health"]


class Desk:
    """A migrated workspace in a folder of its own, with an owner; `serve` starts the real server on it."""

    def __init__(self, folder: Path, postgres: Postgres | None) -> None:
        self.folder = folder
        self.postgres = postgres
        self.database = postgres.make_database() if postgres else None
        url = postgres.url(self.database) if postgres and self.database else None
        self.settings = Settings(data=folder, database=url, worker=False, port=free_port())
        self.workspace = Workspace(self.settings)
        self.workspace.migrate()
        self.token, self.owner_id = self.person("owner")
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def name(self) -> str:
        return "postgresql" if self.postgres else "sqlite"

    @property
    def pid(self) -> int:
        assert self.process is not None
        return self.process.pid

    def person(self, role: str) -> tuple[str, int]:
        """(token, id) of a new person with a role in the workspace."""
        with self.workspace.database.write() as db:
            number = int(db.now)
            email = f"p{number}.{os.urandom(4).hex()}@example.org"
            user_id = accounts.add_user(db, name="Person", email=email, password=None)
            accounts.give_role(db, None, user_id, role, None)
            _, secret = accounts.create_token(db, None, user_id=user_id, name="bench", scopes=["all"], days=None)
        return secret, user_id

    def serve(self) -> Caller:
        """Start the server and wait until it answers; returns the owner's way to it."""
        command = [sys.executable, "-m", "labeldesk", "serve", "--data", str(self.folder)]
        command += ["--port", str(self.settings.port)]
        if self.settings.database:
            command += ["--database", self.settings.database]
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, env=environment, cwd=self.folder)
        wait_until_healthy(self.settings.port, self.process, self.folder / "server.log")
        return Caller(self.settings.port, self.token)

    def cpu(self) -> float:
        """CPU seconds of the server so far."""
        return machine.cpu_seconds(self.pid)

    def stop(self) -> None:
        """End the server."""
        if self.process is not None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
            self.process = None

    def remove(self) -> None:
        """End the server and forget everything."""
        self.stop()
        self.workspace.close()
        if self.postgres and self.database:
            self.postgres.drop_database(self.database)
        shutil.rmtree(self.folder, ignore_errors=True)

    def fill(self, project_id: int, count: int, rows: Any, *, final: int | None = None) -> None:
        """Add items to a ready project by the bulk path of the import; with a final label, if one is given."""
        with self.workspace.database.write() as db:
            source = items.find_source(db, project_id, 1)
            assert source is not None
            have = int(source.added)
        block = 20_000
        position = have
        while position < have + count:
            narrow, texts = [], []
            for row in _take(rows, min(block, have + count - position)):
                position += 1
                new_id = item_id(project_id, position)
                narrow.append((new_id, project_id, shuffle_rank(7, position), 1))
                texts.append((new_id, source.id, position, text_hash([row[2]]), orjson.dumps(row).decode()))
            with self.workspace.database.write() as db:
                items.insert_items(db, narrow, texts)
                items.add_to_source(db, source.id, added=len(narrow), refused=0, state=None)
                tallies.add(db, project_id, {("state", "labeled" if final else "unlabeled"): len(narrow)})
                if final:
                    _label(db, [row[0] for row in narrow], final)
        self.settle()

    def settle(self) -> None:
        """Bring the database to the state it has after a while: checkpointed, with statistics."""
        with self.workspace.database.engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            if self.postgres is None:
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            else:
                raw.autocommit = True
                raw.execute("VACUUM ANALYZE")
                raw.execute("CHECKPOINT")
                raw.autocommit = False


def _take(rows: Any, count: int) -> Any:
    for _ in range(count):
        yield next(rows)


def _label(db: Any, ids: list[int], label_id: int) -> None:
    value = json.dumps({"labels": [label_id]}, separators=(",", ":"))
    if db.is_sqlite:
        db.connection.exec_driver_sql(
            "INSERT INTO final_label (item_id, value, source, label_set_version, at) VALUES (?, ?, 'labeler', 1, 0)",
            [(one, value) for one in ids],
        )
        db.connection.exec_driver_sql(
            "UPDATE item SET state = 2, taken = 1 WHERE id BETWEEN ? AND ?", (ids[0], ids[-1])
        )
        return
    cursor = db.connection.connection.cursor()
    with cursor.copy("COPY final_label (item_id, value, source, label_set_version, at) FROM STDIN") as copy:
        for one in ids:
            copy.write_row((one, value, "labeler", 1, 0))
    cursor.execute("UPDATE item SET state = 2, taken = 1 WHERE id BETWEEN %s AND %s", (ids[0], ids[-1]))


def wait_until_healthy(port: int, process: subprocess.Popen[bytes], log: Path, timeout: float = 60.0) -> float:
    """Seconds until the first 200 on /healthz."""
    began = time.perf_counter()
    while time.perf_counter() - began < timeout:
        if process.poll() is not None:
            raise RuntimeError(f"The server ended: {log.read_text()[-2000:]}")
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            if connection.getresponse().status == 200:
                return time.perf_counter() - began
        except OSError:
            time.sleep(0.005)
        finally:
            connection.close()
    raise RuntimeError("The server did not answer.")


class Caller:
    """One person's connection to the API. Plain http.client, so that the caller costs little."""

    def __init__(self, port: int, token: str) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self._headers = {"Authorization": f"Bearer {token}"}

    def send(self, method: str, path: str, body: Any, kind: str) -> tuple[int, bytes]:
        headers = {**self._headers, "Content-Type": kind}
        self._connection.request(method, "/api/v1" + path, body=body, headers=headers)
        reply = self._connection.getresponse()
        return reply.status, reply.read()

    def ok(self, method: str, path: str, body: Any = None) -> Any:
        """The reply's JSON; fails on an error."""
        status, data = self.send(method, path, orjson.dumps(body) if body is not None else None, "application/json")
        assert status < 300, f"{method} {path}: {status} {data!r}"
        return orjson.loads(data) if data else None

    def dataset(self, name: str, file: Path) -> int:
        """A dataset of one file."""
        dataset_id = int(self.ok("POST", "/datasets", {"name": name})["id"])
        with file.open("rb") as data:
            self._headers["Content-Length"] = str(file.stat().st_size)
            status, said = self.send(
                "POST", f"/datasets/{dataset_id}/files?name={file.name}", data, "application/octet-stream"
            )
            del self._headers["Content-Length"]
        assert status == 201, said
        return dataset_id

    def start_project(self, name: str, dataset_id: int) -> int:
        """Create a project; its initialization is queued."""
        wanted = {
            "name": name,
            "task_type": "multiclass",
            "dataset_id": dataset_id,
            "text_columns": ["text"],
            "labels": LABELS,
            "page_size": 10,
        }
        return int(self.ok("POST", "/projects", wanted)["id"])

    def wait_until_ready(self, project_id: int, every: float = 0.25) -> None:
        """Wait for a project's initialization."""
        while (state := self.ok("GET", f"/projects/{project_id}")["state"]) == "initializing":
            time.sleep(every)
        assert state == "running", state

    def label_ids(self, project_id: int) -> list[int]:
        return [label["id"] for label in self.ok("GET", f"/projects/{project_id}/labels")["labels"]]
