"""The five-minute guide, run as a reader would: every block in order, every shown output compared."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import labeldesk
from labeldesk.settings import Settings
from support.postgres import free_port
from support.server import Server

PAGE = Path(__file__).parents[2] / "docs" / "guide" / "five-minutes.md"
SERVE = "labeldesk serve\n"


def steps() -> Iterator[tuple[str, str, str | None]]:
    """(language, program, shown output or None) of each block that is run."""
    found = re.findall(r"^```(sh|python|text)\n(.*?)^```$", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    for place, (kind, program) in enumerate(found):
        if kind != "text":
            after = found[place + 1] if place + 1 < len(found) else ("", "")
            yield kind, program, after[1] if after[0] == "text" else None


def test_every_block_runs_and_prints_what_stands_there(tmp_path: Path) -> None:
    port = free_port()
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "labeldesk").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m labeldesk "$@"\n')
    (programs / "labeldesk").chmod(0o755)
    home = tmp_path / "home"
    home.mkdir()
    environment = {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(Path(labeldesk.__file__).parents[1]),
        "PYTHONUTF8": "1",
    }
    server: Server | None = None
    ran = 0
    try:
        for kind, program, shown in steps():
            if program == SERVE:
                server = Server(Settings(data=home / "labeldesk-data"))
                continue
            if kind == "sh":
                code = program.replace(":8000", f":{server.port if server else port}")
                arguments = ["bash", "-euo", "pipefail", "-c", code + "\nenv -0 > ../environment"]
            else:
                arguments = [sys.executable, "-c", program]
            if server is not None:
                environment["LABELDESK_URL"] = server.url
            done = subprocess.run(arguments, cwd=home, env=environment, capture_output=True, text=True, timeout=120)
            assert done.returncode == 0, f"{program}\n{done.stdout}\n{done.stderr}"
            if shown is not None:
                assert done.stdout.replace("\r\n", "\n") == shown
            if kind == "sh":
                entries = (tmp_path / "environment").read_text().split("\0")
                environment = dict(entry.split("=", 1) for entry in entries if "=" in entry)
            ran += 1
    finally:
        if server is not None:
            server.stop()
    assert ran >= 5
