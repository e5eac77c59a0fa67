"""Leases as the client holds them: claimed in pages, renewed, prefetched, given back however the loop ends."""

from __future__ import annotations

import gc
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

import labeldesk
from support.client import make_project
from support.desk import Desk
from support.losing_proxy import Proxy
from support.server import Server


def leases(desk: Desk, project: labeldesk.Project) -> int:
    with desk.workspace.database.read() as db:
        return int(db.scalar(text("SELECT COUNT(*) FROM lease WHERE project_id = :id"), {"id": project.id}))


def eventually(check: Callable[[], bool], seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not check():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)


def fail_at_first(project: labeldesk.Project) -> None:
    for _ in project.tasks():
        raise ZeroDivisionError


def answer_slowly(tasks: Iterator[labeldesk.Task]) -> None:
    for task in tasks:
        time.sleep(0.3)
        task.submit("yes")


def test_all_items_are_handed_out_once(client: labeldesk.Desk, shared_desk: Desk, tmp_path: Path) -> None:
    project = make_project(client, tmp_path, 37)
    seen = []
    tasks = project.tasks()
    for task in tasks:
        seen.append(task.item_id)
        assert task.text.startswith("This is text number")
        assert task.fields == {"text": task.text}
        assert task.prelabel is None
        task.submit("yes" if len(seen) % 2 else "Pet/Cat")
    assert len(seen) == len(set(seen)) == 37
    assert "done" in (tasks.why_empty or "")
    progress = project.progress()
    assert (progress.labeled, progress.incomplete) == (37, 0)
    assert progress.labels == {"yes": 19, "no": 0, "Pet": 0, "Pet/Cat": 18, "Pet/Dog": 0}
    assert leases(shared_desk, project) == 0


def test_limit_claims_no_more_than_asked(client: labeldesk.Desk, shared_desk: Desk, tmp_path: Path) -> None:
    project = make_project(client, tmp_path, 40)
    tasks = project.tasks(limit=13)
    first = next(tasks)
    eventually(lambda: leases(shared_desk, project) >= 10)
    for task in tasks:
        assert leases(shared_desk, project) <= 13
        task.submit("no")
    assert project.progress().labeled == 12
    assert leases(shared_desk, project) == 0  # the first one, never answered, was given back
    first.submit("no")  # late, but its place is still free
    assert project.progress().labeled == 13


def test_next_page_comes_before_this_one_is_used_up(
    client: labeldesk.Desk, shared_server: Server, shared_desk: Desk, tmp_path: Path
) -> None:
    project = make_project(client, tmp_path, 40)
    with Proxy(shared_server.port) as proxy, labeldesk.connect(proxy.url, token=shared_desk.owner.token) as far:
        tasks = far.projects.get(project.id).tasks()
        for place, task in enumerate(tasks, 1):
            task.submit("yes")
            if place == 6:  # four of ten are still here
                eventually(lambda: proxy.count("/tasks/claim") == 2)
                eventually(lambda: leases(shared_desk, project) == 14)
                break
        tasks.close()
    assert leases(shared_desk, project) == 0


def test_leases_renew_while_a_task_is_in_hand(client: labeldesk.Desk, tmp_path: Path) -> None:
    project = make_project(client, tmp_path, 5)
    with project.tasks(renew_seconds=0.2) as tasks:
        task = next(tasks)
        before = task.expires_at
        eventually(lambda: task.expires_at > before)
        again = task.expires_at
        eventually(lambda: task.expires_at > again)
        task.submit("yes")


@pytest.mark.parametrize("end", ["break", "error", "close", "forgotten"])
def test_what_is_left_goes_back(client: labeldesk.Desk, shared_desk: Desk, tmp_path: Path, end: str) -> None:
    project = make_project(client, tmp_path, 20)
    if end == "break":
        for task in project.tasks():
            task.submit("yes")
            break
    elif end == "error":
        with pytest.raises(ZeroDivisionError):
            fail_at_first(project)
    elif end == "close":
        tasks = project.tasks()
        next(tasks)
        tasks.close()
        assert list(tasks) == []
    else:
        forgotten = project.tasks()
        next(forgotten)
        del forgotten
    gc.collect()
    eventually(lambda: leases(shared_desk, project) == 0)


LOOP = """
import sys, time
import labeldesk
desk = labeldesk.connect(sys.argv[1], token=sys.argv[2])
for task in desk.projects.get(int(sys.argv[3])).tasks():
    print("working", flush=True)
    time.sleep(60)
"""


def test_interrupt_gives_leases_back(
    client: labeldesk.Desk, shared_server: Server, shared_desk: Desk, tmp_path: Path
) -> None:
    project = make_project(client, tmp_path, 20)
    source = str(Path(labeldesk.__file__).parents[1])
    arguments = [sys.executable, "-c", LOOP, shared_server.url, shared_desk.owner.token, str(project.id)]
    program = subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, env={"PYTHONPATH": source}
    )
    assert program.stdout is not None
    assert program.stdout.readline() == b"working\n"
    assert leases(shared_desk, project) >= 10
    program.send_signal(signal.SIGINT)
    _, said = program.communicate(timeout=30)
    assert b"KeyboardInterrupt" in said
    assert leases(shared_desk, project) == 0


def test_skip_release_and_correct(client: labeldesk.Desk, shared_desk: Desk, tmp_path: Path) -> None:
    project = make_project(client, tmp_path, 10)
    with project.tasks() as tasks:
        one, two, three = next(tasks), next(tasks), next(tasks)
        one.skip(reason="no text")
        two.release()
        two.release()
        three.submit("yes")
        three.submit("no")  # a correction
        one.submit("Dog")  # by its name; corrects the skip
    assert (one.state, two.state, three.state) == ("submitted", "released", "submitted")
    progress = project.progress()
    assert (progress.labeled, progress.skipped) == (2, 0)
    assert progress.labels["no"] == progress.labels["Pet/Dog"] == 1
    labels = {item.id: item.final_label for item in project.items(state="labeled")}
    assert labels == {one.item_id: "Pet/Dog", three.item_id: "no"}
    shared_desk.doctor()


def test_unknown_label_names_those_there_are(client: labeldesk.Desk, tmp_path: Path) -> None:
    project = make_project(client, tmp_path, 3)
    with project.tasks() as tasks:
        task = next(tasks)
        with pytest.raises(labeldesk.Invalid, match="Pet/Cat") as raised:
            task.submit("maybe")
        assert raised.value.code == "unknown_label"
        task.submit("YES ")


def test_pause_ends_the_loop_with_paused(client: labeldesk.Desk, shared_desk: Desk, tmp_path: Path) -> None:
    project = make_project(client, tmp_path, 50)
    tasks = project.tasks(renew_seconds=0.2)
    next(tasks).submit("yes")
    project.pause()
    with pytest.raises(labeldesk.Paused) as raised:
        answer_slowly(tasks)
    assert raised.value.code == "paused"
    assert raised.value.request_id
    assert leases(shared_desk, project) == 0
    project.resume()
    for task in project.tasks(limit=2):
        task.submit("yes")
    shared_desk.doctor()


def test_labeler_sees_only_projects_to_label(
    client: labeldesk.Desk, shared_server: Server, shared_desk: Desk, tmp_path: Path
) -> None:
    project = make_project(client, tmp_path, 4)
    make_project(client, tmp_path, 4)
    lena = shared_desk.person("Lena Labeler", "labeler", project.id)
    with labeldesk.connect(shared_server.url, token=lena.token) as mine:
        assert [found.name for found in mine.projects] == [project.name]
        for task in mine.projects[project.name].tasks():
            task.submit("yes")
        with pytest.raises(labeldesk.NotAllowed):
            mine.projects[project.name].progress()
    assert project.progress().labelers == {"Lena Labeler": 4}


@pytest.mark.soak
def test_task_in_hand_outlives_its_lease_time(client: labeldesk.Desk, shared_desk: Desk, tmp_path: Path) -> None:
    """With the server's own advice on when to renew, and the shortest lease there is."""
    project = make_project(client, tmp_path, 1, lease_minutes=1)
    with project.tasks() as tasks:
        task = next(tasks)
        end = time.monotonic() + 90
        while time.monotonic() < end:
            assert list(project.tasks()) == []  # nobody else gets it meanwhile
            time.sleep(5)
        task.submit("yes")
    assert project.progress().labeled == 1
    shared_desk.doctor()
