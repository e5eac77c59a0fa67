"""The end of deleted projects, and other things that are forgotten."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import text

from labeldesk.core.times import DAY
from labeldesk.jobs import service as jobs
from support.desk import Desk, Labeler, problem_of


def purge(desk: Desk) -> None:
    with desk.workspace.database.write() as db:
        jobs.enqueue(db, "purge", scope="workspace", title="purge", unique_key=f"purge {db.now}")
    desk.run_jobs()


def count(desk: Desk, table: str) -> int:
    with desk.workspace.database.read() as db:
        return int(db.scalar(text(f"SELECT COUNT(*) FROM {table}")))


def make_deleted(desk: Desk) -> tuple[int, Path]:
    """A deleted project with an answer and an export; returns it and the export's file."""
    project = desk.project(5)
    label = desk.labels(project)["health"]
    ana = Labeler(desk.person("Ana", "labeler", project), project)
    tasks = ana.claim()["tasks"]
    ana.submit(tasks[0], label)
    ana.skip(tasks[1])
    export = desk.owner.ok("POST", f"/projects/{project}/exports", {"format": "csv"})
    desk.run_jobs()
    with desk.workspace.database.read() as db:
        path = db.scalar(text("SELECT path FROM export WHERE id = :id"), {"id": export["id"]})
    desk.owner.call("DELETE", f"/projects/{project}")
    return project, desk.workspace.settings.files / str(path)


def test_for_thirty_days_a_deleted_project_can_be_restored_whole(desk: Desk) -> None:
    project, file = make_deleted(desk)
    desk.workspace.database.clock_offset = 30 * DAY - 60_000
    purge(desk)
    assert file.is_file()
    assert desk.owner.ok("POST", f"/projects/{project}/restore")["progress"]["labeled"] == 1
    desk.doctor()


def test_after_thirty_days_its_contents_go_and_its_name_stays_taken(desk: Desk) -> None:
    kept = desk.project(3)
    project, file = make_deleted(desk)
    name = desk.get(project)["name"]
    desk.workspace.database.clock_offset = 30 * DAY + 60_000
    assert problem_of(desk.owner.post(f"/projects/{project}/restore"))["code"] == "restore_expired"
    purge(desk)
    assert not file.exists()
    assert count(desk, "item") == count(desk, "item_text") == 3
    assert count(desk, "annotation") == count(desk, "final_label") == count(desk, "export") == 0
    taken = desk.owner.ok("POST", "/projects/check", {"name": name})["problems"]
    assert "name_taken" in {problem["code"] for problem in taken}
    assert desk.get(kept)["progress"]["total"] == 3
    purge(desk)  # and nothing is done twice
    desk.doctor()
    with desk.workspace.database.read() as db:
        said = text("SELECT COUNT(*) FROM audit WHERE action = 'project.purge'")
        assert db.scalar(said) == 1
