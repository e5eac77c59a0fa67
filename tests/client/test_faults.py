"""A lost answer, a busy server, a server that is not there: nothing counts twice, and what is wrong is said."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

import labeldesk
from support.client import make_project
from support.desk import Desk
from support.losing_proxy import Proxy
from support.postgres import free_port
from support.server import Server


@pytest.fixture
def far(shared_server: Server, shared_desk: Desk) -> object:
    with Proxy(shared_server.port) as proxy, labeldesk.connect(proxy.url, token=shared_desk.owner.token) as client:
        yield proxy, client


def test_answer_whose_reply_was_lost_counts_once(
    far: tuple[Proxy, labeldesk.Desk], client: labeldesk.Desk, shared_desk: Desk, tmp_path: Path
) -> None:
    proxy, far_client = far
    project = make_project(client, tmp_path, 5)
    proxy.lose("/annotations", 2)
    with far_client.projects.get(project.id).tasks(limit=1) as tasks:
        next(tasks).submit("yes")
    assert proxy.count("/annotations") == 3
    assert project.progress().labeled == 1
    shared_desk.doctor()


def test_answer_after_giving_up_counts_once(
    shared_server: Server, client: labeldesk.Desk, shared_desk: Desk, tmp_path: Path
) -> None:
    project = make_project(client, tmp_path, 5)
    token = shared_desk.owner.token
    with (
        Proxy(shared_server.port) as proxy,
        labeldesk.connect(proxy.url, token=token, patience=0) as hasty,
        hasty.projects.get(project.id).tasks(limit=2) as tasks,
    ):
        one, two = next(tasks), next(tasks)
        for task in (one, two):
            proxy.lose("/annotations")
            with pytest.raises(labeldesk.Unavailable) as raised:
                task.submit("yes")
            assert raised.value.code == "unreachable"
        one.submit("yes")  # the same answer keeps its id
        two.submit("no")  # another one corrects what had arrived unseen
    progress = project.progress()
    assert (progress.labeled, progress.labels["yes"], progress.labels["no"]) == (2, 1, 1)
    shared_desk.doctor()


def test_claim_whose_reply_was_lost_brings_the_same_tasks(
    far: tuple[Proxy, labeldesk.Desk], client: labeldesk.Desk, shared_desk: Desk, tmp_path: Path
) -> None:
    proxy, far_client = far
    project = make_project(client, tmp_path, 12)
    proxy.lose("/tasks/claim")
    seen = []
    for task in far_client.projects.get(project.id).tasks():
        seen.append(task.item_id)
        task.submit("yes")
    assert len(seen) == len(set(seen)) == 12
    shared_desk.doctor()


def test_busy_server_is_asked_again_after_its_time(
    far: tuple[Proxy, labeldesk.Desk], client: labeldesk.Desk, tmp_path: Path
) -> None:
    proxy, far_client = far
    project = make_project(client, tmp_path, 3)
    proxy.busy("/annotations")
    with far_client.projects.get(project.id).tasks(limit=1) as tasks:
        task = next(tasks)
        began = time.monotonic()
        task.submit("yes")
    assert time.monotonic() - began >= 1.0
    assert project.progress().labeled == 1


def test_creation_whose_reply_was_lost_is_not_sent_again(
    far: tuple[Proxy, labeldesk.Desk], client: labeldesk.Desk, tmp_path: Path
) -> None:
    proxy, far_client = far
    proxy.lose("/datasets$")
    with pytest.raises(labeldesk.Unavailable):
        far_client.datasets.create("Lost reply " + tmp_path.name)
    assert proxy.count("/datasets$") == 1
    proxy.busy("/datasets$")  # here the server says that it did nothing
    far_client.datasets.create("Busy once " + tmp_path.name)


def test_server_that_is_not_there_is_named() -> None:
    url = f"http://127.0.0.1:{free_port()}"
    with pytest.raises(labeldesk.Unavailable, match=url) as raised:
        labeldesk.connect(url, token="ldt_x", patience=0.2)
    assert raised.value.code == "unreachable"


@pytest.mark.parametrize(
    ("url", "token", "code"),
    [(None, "t", "url_missing"), ("http://127.0.0.1:1", None, "token_missing"), ("127.0.0.1:8000", "t", "url_invalid")],
)
def test_what_is_missing_to_connect_is_named(url: str | None, token: str | None, code: str) -> None:
    with pytest.raises(labeldesk.Error) as raised:
        labeldesk.connect(url, token=token)
    assert raised.value.code == code


def test_wrong_token_is_said_at_once(shared_server: Server) -> None:
    with pytest.raises(labeldesk.SignedOut):
        labeldesk.connect(shared_server.url, token="ldt_wrong")


def test_environment_says_where_and_who(
    shared_server: Server, shared_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LABELDESK_URL", shared_server.url)
    monkeypatch.setenv("LABELDESK_TOKEN", shared_desk.owner.token)
    with labeldesk.connect() as client:
        assert client.me["email"] == f"{client.me['email']}"
        assert client.me["role"] == "owner"


def test_import_is_light() -> None:
    import subprocess
    import sys

    source = str(Path(labeldesk.__file__).parents[1])
    heavy = "['httpx2', 'rich', 'sqlalchemy', 'fastapi', 'pydantic', 'labeldesk.client']"
    program = f"import sys, labeldesk; print([n for n in {heavy} if n in sys.modules]); labeldesk.connect"
    program += "; print([n for n in ['rich', 'sqlalchemy', 'fastapi', 'pydantic'] if n in sys.modules])"
    said = subprocess.run([sys.executable, "-c", program], env={"PYTHONPATH": source}, capture_output=True, check=True)
    assert said.stdout == b"[]\n[]\n"
