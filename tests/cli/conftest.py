"""Commands on the test's workspace."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from labeldesk.settings import Settings
from support.command import run_command

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(settings: Settings) -> Run:
    """Runs a command on the test's workspace; fails the test when its exit code is not the expected one."""
    environment = {"LABELDESK_DATA": str(settings.data)}
    if settings.database is not None:
        environment["LABELDESK_DATABASE"] = settings.database

    def run(*arguments: object, code: int = 0, given: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        done = run_command(*arguments, given=given, **{**environment, **more})
        assert done.returncode == code, f"{arguments}: {done.returncode}\n{done.stdout}\n{done.stderr}"
        assert "Traceback" not in done.stderr
        return done

    return run


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A small table."""
    path = tmp_path / "texts.csv"
    path.write_text("number,TITLE\n" + "".join(f"{n},This is title {n}\n" for n in range(1, 13)) + "13\n", "utf-8")
    return path
