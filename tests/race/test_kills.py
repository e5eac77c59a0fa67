"""kill -9 at random moments: nothing acknowledged is lost, nothing happens twice (D1, D2, D4, J3, J4).

`LABELDESK_TEST_KILLS` sets how many kills; `LABELDESK_TEST_SEED` repeats a run. The soak campaign uses more.
"""

from __future__ import annotations

import os
import random
import signal
import threading
import time
import uuid
from pathlib import Path

import httpx2 as httpx
import pytest

from labeldesk.accounts import service as accounts
from labeldesk.bootstrap import Workspace
from labeldesk.doctor import checks
from labeldesk.settings import Settings
from support.server import Server

KILLS = int(os.environ.get("LABELDESK_TEST_KILLS", "4"))
SEED = int(os.environ.get("LABELDESK_TEST_SEED", "20261123"))
ROWS = 60_000


def owner_token(workspace: Workspace) -> str:
    with workspace.database.write() as db:
        user_id = accounts.add_user(db, name="Olga Owner", email=f"{uuid.uuid4().hex}@example.org", password=None)
        accounts.give_role(db, None, user_id, "owner", None)
        return accounts.create_token(db, None, user_id=user_id, name="t", scopes=["all"], days=None)[1]


def check_doctor(workspace: Workspace) -> None:
    with workspace.database.read() as db:
        bad = [finding for finding in checks.run_all(db, workspace.settings.files) if not finding.ok]
    assert not bad, bad


class Phoenix:
    """A server that is killed and comes back on the same port."""

    def __init__(self, settings: Settings, environment: dict[str, str]) -> None:
        self.settings = settings
        self.environment = environment
        self.server = Server(settings, **environment)
        self.url = self.server.url

    def die_and_return(self) -> None:
        self.server.stop(signal.SIGKILL)
        self.server = Server(self.settings, port=self.server.port, **self.environment)

    def stop(self) -> None:
        self.server.stop()


class Http:
    """Calls that try again while the server is down, as a real client does."""

    def __init__(self, server: Phoenix, token: str) -> None:
        self.server = server
        self.headers = {"authorization": f"Bearer {token}"}

    def __call__(self, method: str, path: str, **options: object) -> httpx.Response:
        for _ in range(600):
            try:
                reply = httpx.request(
                    method, f"{self.server.url}/api/v1{path}", headers=self.headers, timeout=20, **options
                )
            except httpx.TransportError:
                time.sleep(0.05)
                continue
            if reply.status_code != 503:
                return reply
            time.sleep(0.1)
        raise AssertionError("the server did not come back")

    def upload(self, dataset_id: int, data: bytes) -> None:
        reply = httpx.post(
            f"{self.server.url}/api/v1/datasets/{dataset_id}/files",
            params={"name": "rows.csv"},
            content=data,
            headers={**self.headers, "content-type": "application/octet-stream"},
            timeout=60,
        )
        assert reply.status_code == 201, reply.text


def make_project(http: Http, rows: int) -> int:
    dataset = http("POST", "/datasets", json={"name": uuid.uuid4().hex}).json()["id"]
    text = "number,text\n" + "".join(f"{n},Text number {n} of the file\n" for n in range(1, rows + 1))
    http.upload(dataset, text.encode())
    body = {
        "name": uuid.uuid4().hex,
        "task_type": "multiclass",
        "dataset_id": dataset,
        "text_columns": ["text"],
        "labels": ["yes", "no"],
    }
    reply = http("POST", "/projects", json=body)
    assert reply.status_code == 201, reply.text
    return int(reply.json()["id"])


@pytest.fixture
def fast_leases(settings: Settings) -> dict[str, str]:
    """Jobs are taken over soon after their worker died."""
    return {"LABELDESK_JOB_LEASE_SECONDS": "1.5"}


def run_initialization_kills(settings: Settings, workspace: Workspace, environment: dict[str, str], kills: int) -> None:
    rng = random.Random(SEED)
    server = Phoenix(settings, environment)
    try:
        http = Http(server, owner_token(workspace))
        project = make_project(http, ROWS)
        for _ in range(kills):
            time.sleep(rng.uniform(0.05, 0.6))
            server.die_and_return()
        for _ in range(600):
            found = http("GET", f"/projects/{project}").json()
            if found["state"] != "initializing":
                break
            time.sleep(0.1)
        assert found["state"] == "running", found
        assert found["progress"]["total"] == ROWS
        assert found["import"]["added"] == ROWS
        check_doctor(workspace)
        with workspace.database.read() as db:
            from labeldesk.items import queries

            rows = db.rows(queries.TEXT.select().order_by(queries.TEXT.c.id))
            assert [row.fields[0] for row in rows] == [str(n) for n in range(1, ROWS + 1)]
    finally:
        server.stop()


def run_submit_kills(settings: Settings, workspace: Workspace, environment: dict[str, str], kills: int) -> None:
    rng = random.Random(SEED)
    server = Phoenix(settings, environment)
    try:
        http = Http(server, owner_token(workspace))
        project = make_project(http, 4_000)
        labels = http("GET", f"/projects/{project}/labels").json()["labels"]
        acknowledged: dict[str, tuple[int, int]] = {}
        stop = threading.Event()
        faults: list[str] = []

        def label(number: int) -> None:
            holder = f"labeler {number}"
            while not stop.is_set():
                claim = http("POST", f"/projects/{project}/tasks/claim", json={"holder": holder, "limit": 5})
                for task in claim.json().get("tasks", []):
                    chosen = labels[task["item_id"] % 2]["id"]
                    submission = str(uuid.uuid4())
                    body = {
                        "submission_id": submission,
                        "item_id": task["item_id"],
                        "lease": task["lease"],
                        "answer": {"labels": [chosen]},
                    }
                    reply = http("POST", f"/projects/{project}/annotations", json=body)
                    if reply.status_code == 201:
                        acknowledged[submission] = (task["item_id"], chosen)
                    else:
                        faults.append(f"{reply.status_code} {reply.text}")

        threads = [threading.Thread(target=label, args=(n,)) for n in range(4)]
        for thread in threads:
            thread.start()
        for _ in range(kills):
            time.sleep(rng.uniform(0.3, 1.0))
            server.die_and_return()
        time.sleep(0.5)
        stop.set()
        for thread in threads:
            thread.join(60)
        assert not faults, faults[:3]
        assert len(acknowledged) > 50
        with workspace.database.read() as db:
            from labeldesk.annotations import queries

            rows = db.rows(queries.NOTE.select())
        stored = {row.submission_id: (row.item_id, row.value["labels"][0]) for row in rows}
        assert len(stored) == len(rows)
        assert {key: stored.get(key) for key in acknowledged} == acknowledged
        check_doctor(workspace)
    finally:
        server.stop()


def test_killed_initialization_goes_on_where_it_stopped(
    settings: Settings, workspace: Workspace, fast_leases: dict[str, str]
) -> None:
    run_initialization_kills(settings, workspace, fast_leases, KILLS)


def test_killed_server_loses_no_acknowledged_answer(
    settings: Settings, workspace: Workspace, fast_leases: dict[str, str]
) -> None:
    run_submit_kills(settings, workspace, fast_leases, KILLS)


@pytest.mark.soak
def test_many_kills(settings: Settings, workspace: Workspace, fast_leases: dict[str, str], tmp_path: Path) -> None:
    kills = int(os.environ.get("LABELDESK_TEST_KILLS", "100"))
    run_initialization_kills(settings, workspace, fast_leases, min(kills, 20))
    run_submit_kills(settings, workspace, fast_leases, kills)


def test_stopping_the_server_hands_jobs_back_and_ends_in_time(
    settings: Settings, workspace: Workspace, fast_leases: dict[str, str]
) -> None:
    server = Phoenix(settings, fast_leases)
    http = Http(server, owner_token(workspace))
    project = make_project(http, ROWS)
    time.sleep(0.3)
    began = time.monotonic()
    server.stop()
    assert time.monotonic() - began < 15
    check_doctor(workspace)
    assert workspace.make_worker().run_pending() <= 1
    found = checks_total(workspace, project)
    assert found == ROWS


def checks_total(workspace: Workspace, project: int) -> int:
    from labeldesk.projects import tallies

    with workspace.database.read() as db:
        return sum(tallies.read(db, project, "state").values())
