"""Backups are whole while people work; what is restored is what was there; wrong archives are refused."""

from __future__ import annotations

import io
import json
import subprocess
import tarfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import labeldesk
from labeldesk.backup import archive
from labeldesk.bootstrap import Workspace
from labeldesk.settings import Settings
from support.client import make_project
from support.command import run_command
from support.desk import Desk
from support.server import Server

Run = Callable[..., "subprocess.CompletedProcess[str]"]
sqlite_only = pytest.mark.parametrize("backend", ["sqlite"], indirect=True)


@sqlite_only
def test_backup_while_people_work_restores_whole(run: Run, server: Server, served_desk: Desk, tmp_path: Path) -> None:
    with labeldesk.connect(server.url, token=served_desk.owner.token) as client:
        project = make_project(client, tmp_path, 300)
        for task in project.tasks(limit=5):
            task.submit("yes")
        exported = project.export().wait().download(tmp_path / "before.csv")
        ended = threading.Event()

        def work() -> None:
            for task in project.tasks():
                task.submit("no")
                if ended.is_set():
                    return

        labeler = threading.Thread(target=work)
        labeler.start()
        said = run("backup", tmp_path / "desk.tar").stdout
        ended.set()
        labeler.join()
    assert "the database and 3 files" in said  # the upload, the export and its manifest
    assert (tmp_path / "desk.tar").stat().st_mode & 0o077 == 0
    server.stop()

    new = tmp_path / "new"
    restored = run_command("restore", tmp_path / "desk.tar", "--data", new)
    assert restored.returncode == 0, restored.stderr
    doctor = run_command("doctor", "--data", new)
    assert doctor.returncode == 0, doctor.stdout
    again = run_command("export", project.name, "--data", new, "--output", tmp_path / "after.csv")
    assert again.returncode == 0, again.stderr
    assert exported.read_text("utf-8").splitlines()[1] in (tmp_path / "after.csv").read_text("utf-8").splitlines()
    assert list(tmp_path.glob("*.part")) == []


@sqlite_only
def test_restore_needs_an_empty_folder(run: Run, desk: Desk, tmp_path: Path) -> None:
    run("backup", tmp_path / "desk.tar")
    again = run("backup", tmp_path / "desk.tar", code=1)
    assert "is there already" in again.stderr
    full = run("restore", tmp_path / "desk.tar", code=1)
    assert "is not empty" in full.stderr
    (tmp_path / "empty").mkdir()
    assert run_command("restore", tmp_path / "desk.tar", "--data", tmp_path / "empty").returncode == 0
    assert (tmp_path / "empty" / "labeldesk.db").is_file()


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_postgresql_is_left_to_its_own_tools(run: Run, settings: Settings, tmp_path: Path) -> None:
    said = run("backup", tmp_path / "desk.tar", code=1).stderr
    assert "pg_dump" in said
    assert str(settings.files) in said
    assert not (tmp_path / "desk.tar").exists()
    assert "pg_restore" in run("restore", tmp_path / "desk.tar", code=1).stderr


def test_backup_without_a_workspace_makes_none(tmp_path: Path) -> None:
    done = run_command("backup", tmp_path / "desk.tar", "--data", tmp_path / "nothing")
    assert done.returncode == 1
    assert "There is no workspace" in done.stderr
    assert list(tmp_path.iterdir()) == []


def members(path: Path) -> dict[str, bytes]:
    with tarfile.open(path) as tar:
        return {member.name: tar.extractfile(member).read() for member in tar}  # type: ignore[union-attr]


def write_tar(path: Path, parts: dict[str, bytes]) -> Path:
    with tarfile.open(path, "w") as tar:
        for name, data in parts.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return path


def with_manifest(parts: dict[str, bytes], **changes: Any) -> dict[str, bytes]:
    return {**parts, "manifest.json": json.dumps({**json.loads(parts["manifest.json"]), **changes}).encode()}


SPOILT: dict[str, tuple[Callable[[dict[str, bytes]], dict[str, bytes]], str]] = {
    "cut off": (lambda parts: {k: v for k, v in parts.items() if k != "manifest.json"}, "cut off"),
    "changed": (lambda parts: {**parts, "database/labeldesk.db": parts["database/labeldesk.db"] + b"x"}, "damaged"),
    "file missing": (lambda parts: {k: v for k, v in parts.items() if not k.startswith("files/")}, "damaged"),
    "file added": (lambda parts: {**parts, "files/more.csv": b"x"}, "damaged"),
    "newer schema": (lambda parts: with_manifest(parts, schema="9999"), "newer version"),
    "other format": (lambda parts: with_manifest(parts, format=2), "another version"),
    "path outside": (lambda parts: {"files/../../outside.csv": b"x", **parts}, "not a backup"),
    "absolute path": (lambda parts: {"/files/outside.csv": b"x", **parts}, "not a backup"),
    "other archive": (lambda _: {"readme.txt": b"hello"}, "not a backup"),
}


@sqlite_only
@pytest.mark.parametrize("fault", SPOILT)
def test_wrong_archives_leave_nothing_behind(workspace: Workspace, desk: Desk, tmp_path: Path, fault: str) -> None:
    desk.project(3)
    archive.write(workspace.database, workspace.settings.files, tmp_path / "desk.tar")
    spoil, said = SPOILT[fault]
    spoilt = write_tar(tmp_path / "spoilt.tar", spoil(members(tmp_path / "desk.tar")))
    before = sorted(tmp_path.iterdir())
    with pytest.raises(archive.BackupRefused, match=said):
        archive.restore(spoilt, tmp_path / "new")
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("content", [b"", b"hello" * 1000, b"\0" * 10_240])
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "some.tar"
    path.write_bytes(content)
    with pytest.raises(archive.BackupRefused):
        archive.restore(path, tmp_path / "new")
    assert not (tmp_path / "new").exists()


@sqlite_only
def test_missing_file_is_told_and_does_not_stop_a_backup(run: Run, desk: Desk, tmp_path: Path) -> None:
    desk.project(3)
    next((desk.workspace.settings.files / "uploads").iterdir()).unlink()
    said = run("backup", tmp_path / "desk.tar")
    assert "is missing from the workspace" in said.stderr
    assert run_command("restore", tmp_path / "desk.tar", "--data", tmp_path / "new").returncode == 0
