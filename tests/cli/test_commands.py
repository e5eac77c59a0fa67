"""The commands of API.md, on the local workspace and through an address."""

from __future__ import annotations

import csv
import json
import re
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
from sqlalchemy import text

import labeldesk
from labeldesk.api.app import make_app
from labeldesk.bootstrap import Workspace
from labeldesk.settings import Settings
from support.command import run_command, start_command
from support.desk import PASSWORD, Desk, Labeler, make_http
from support.server import Server

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def count_tokens(workspace: Workspace) -> int:
    with workspace.database.read() as db:
        return int(db.scalar(text("SELECT COUNT(*) FROM api_token")))


def create(run: Run, name: str, texts: Path, *more: object, **options: Any) -> subprocess.CompletedProcess[str]:
    wanted = ("--task", "multiclass", "--data", texts, "--text-column", "TITLE", "--labels", "business,health")
    return run("project", "create", name, *wanted, *more, **options)


def test_project_from_creation_to_export(run: Run, workspace: Workspace, texts: Path, tmp_path: Path) -> None:
    run("user", "add", "olga@example.org", "--role", "owner", "--password-stdin", given=PASSWORD + "\n")
    instructions = tmp_path / "rules.md"
    instructions.write_text("# Rules", "utf-8")
    made = create(run, "News desk", texts, "--instructions", instructions)
    assert made.stderr == ""  # bars are for terminals
    assert made.stdout == "Created “News desk”: 12 items, 1 rows refused (labeldesk project show says more).\n"
    listed = json.loads(run("project", "list", "--json").stdout)
    assert [(one["name"], one["state"], one["progress"]["total"]) for one in listed] == [("News desk", "running", 12)]
    assert "News desk  multiclass  running  0        12\n" in run("project", "list").stdout
    shown = run("project", "show", "News desk").stdout
    assert "business, health" in shown
    assert "texts.csv:14  too_few_fields" in shown
    assert json.loads(run("project", "show", "news desk", "--json").stdout)["instructions"]["markdown"] == "# Rules"
    assert json.loads(run("dataset", "list", "--json").stdout)[0]["name"] == "News desk"
    assert run("project", "pause", "News desk").stdout == "Paused “News desk”.\n"
    assert run("project", "resume", "News desk").stdout == "Resumed “News desk”.\n"
    refused = run("export", "News desk", "--format", "csv", "--output", tmp_path / "labels.csv", code=1)
    assert refused.stderr == "labeldesk: Nothing is labeled yet, so there is nothing to export.\n"
    label_some(workspace)
    run("export", "News desk", "--format", "csv", "--output", tmp_path / "labels.csv")
    with (tmp_path / "labels.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == ["TITLE", "label"]
    run("export", "News desk", "--output", tmp_path / "all.csv", "--columns", "all", "--raw", "--label-as", "leaf")
    with (tmp_path / "all.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["number", "TITLE", "label"]
    assert len(rows) == 4
    run("project", "delete", "News desk")
    assert "deleted" in run("project", "list").stdout
    assert run("project", "restore", "News desk").stdout == "Restored “News desk”; it is paused.\n"
    assert count_tokens(workspace) == 0
    run("doctor")


def label_some(workspace: Workspace) -> None:
    """Three answers, given through the application in this process."""
    with make_http(make_app(workspace)) as http:
        desk = Desk(workspace, http)
        project_id = desk.owner.ok("GET", "/projects")["projects"][0]["id"]
        labeler = Labeler(desk.owner, project_id)
        label = desk.labels(project_id)["health"]
        for task in labeler.claim(3)["tasks"]:
            assert labeler.submit(task, label).status_code == 201
        for token in desk.owner.ok("GET", "/tokens")["tokens"]:
            desk.owner.ok("DELETE", f"/tokens/{token['id']}")


def test_commands_work_beside_a_running_server(
    run: Run, server: Server, served_desk: Desk, texts: Path, tmp_path: Path
) -> None:
    create(run, "Local", texts)
    through = {"LABELDESK_TOKEN": served_desk.owner.token}
    environment = ("--url", server.url)
    create(run, "Through the server", texts, *environment, **through)
    with labeldesk.connect(server.url, token=served_desk.owner.token) as client:
        for name in ("Local", "Through the server"):
            for task in client.projects[name].tasks():
                task.submit("business")
    run("export", "Local", "--output", tmp_path / "a.csv")
    run("export", "Through the server", "--output", tmp_path / "b.csv", *environment, **through)
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
    names = {one["name"] for one in json.loads(run("project", "list", "--json", *environment, **through).stdout)}
    assert names == {"Local", "Through the server"}
    assert count_tokens(served_desk.workspace) == 1  # the test's own
    served_desk.doctor()


def test_errors_are_one_line_and_end_the_token(run: Run, workspace: Workspace, texts: Path) -> None:
    run("user", "add", "olga@example.org", "--role", "owner", "--password-stdin", given=PASSWORD + "\n")
    wrong = run(
        "project", "create", "X", "--task", "multiclass", "--data", texts, "--text-column", "nope",
        "--labels", "a,b", code=1,
    )  # fmt: skip
    assert wrong.stderr == "labeldesk: There is no such column. The file has: number, TITLE.\n"
    gone = run("project", "show", "Nothing", code=1)
    assert gone.stderr == "labeldesk: There is no project “Nothing”, or you may not see it.\n"
    assert count_tokens(workspace) == 0


def test_labels_may_hold_commas_and_paths(run: Run, workspace: Workspace, texts: Path) -> None:
    run("user", "add", "olga@example.org", "--role", "owner", "--password-stdin", given=PASSWORD + "\n")
    made = run(
        "project", "create", "X", "--task", "multiclass", "--data", texts, "--text-column", "TITLE",
        "--labels", 'Pet/Cat, Pet/Dog, "wine, red"', "--json",
    )  # fmt: skip
    assert json.loads(made.stdout)["state"] == "running"
    assert "labels        Pet, Pet/Cat, Pet/Dog, wine, red\n" in run("project", "show", "X").stdout


def test_owner_by_link_on_an_empty_workspace(tmp_path: Path) -> None:
    data = tmp_path / "new"
    none = run_command("project", "list", "--data", data)
    assert (none.returncode, none.stderr.count("\n")) == (1, 1)
    assert "labeldesk user add" in none.stderr
    assert not data.exists()
    added = run_command("user", "add", "olga@example.org", "--role", "owner", "--data", data)
    found = re.fullmatch(r"Open http://127\.0\.0\.1:8000/invite#(\S+)\n", added.stdout)
    assert found, added
    waiting = run_command("project", "list", "--data", data)
    assert (waiting.returncode, waiting.stderr.count("\n")) == (1, 1)
    assert "has no owner yet" in waiting.stderr

    server = Server(Settings(data=data))
    try:
        api = f"{server.url}/api/v1"
        assert httpx.post(f"{api}/invitations/show", json={"token": found.group(1)}).json()["role"] == "owner"
        body = {"token": found.group(1), "name": "Olga", "email": "olga@example.org", "password": PASSWORD}
        assert httpx.post(f"{api}/invitations/accept", json=body).json()["user"]["role"] == "owner"
        assert httpx.post(f"{api}/invitations/accept", json=body).status_code == 404
        assert httpx.get(f"{api}/session").json()["state"] == "signed_out"
    finally:
        server.stop()
    assert run_command("project", "list", "--data", data).stdout == "There are no projects.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("project", "create", "X"),
        ("project", "create", "X", "--task", "multiclass", "--labels", "a"),
        ("project", "list", "--url", "http://127.0.0.1:1", "--data", "here"),
        ("export", "X"),
        ("nonsense",),
    ],
)
def test_wrong_usage_ends_with_2(arguments: tuple[str, ...]) -> None:
    assert run_command(*arguments).returncode == 2


@pytest.mark.parametrize(
    ("environment", "said"),
    [({}, "set LABELDESK_TOKEN"), ({"LABELDESK_TOKEN": "ldt_x"}, "cannot be reached")],
)
def test_address_needs_a_token_and_a_server(environment: dict[str, str], said: str) -> None:
    done = run_command("project", "list", "--url", "http://127.0.0.1:1", **environment)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert said in done.stderr


def test_interrupt_ends_the_token_and_hands_the_work_back(
    workspace: Workspace, settings: Settings, run: Run, tmp_path: Path
) -> None:
    run("user", "add", "olga@example.org", "--role", "owner", "--password-stdin", given=PASSWORD + "\n")
    big = tmp_path / "big.csv"
    big.write_text("TITLE\n" + "".join(f"row {n}\n" for n in range(400_000)), "utf-8")
    arguments = ["project", "create", "Big", "--task", "multiclass", "--text-column", "TITLE", "--labels", "a,b"]
    more = ["--database", settings.database] if settings.database else []
    program = start_command(*arguments, "--data", big, "--workspace", settings.data, *more)
    try:
        while program.poll() is None and done_of(workspace) == 0:
            time.sleep(0.05)
        program.send_signal(signal.SIGINT)
        said = program.communicate(timeout=60)[1]
    finally:
        program.kill()
    assert program.returncode == 130, said
    assert "Traceback" not in said
    assert count_tokens(workspace) == 0
    before = done_of(workspace)
    assert 0 < before < 400_000
    assert workspace.make_worker().run_pending() >= 1
    assert done_of(workspace) == 400_000


def done_of(workspace: Workspace) -> int:
    with workspace.database.read() as db:
        return int(db.scalar(text("SELECT COALESCE(MAX(done), 0) FROM job WHERE kind = 'initialize'")))
