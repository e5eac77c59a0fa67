"""Commands as people type them: a process each."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import labeldesk


def start_command(*arguments: object, **environment: str) -> subprocess.Popen[str]:
    source = str(Path(labeldesk.__file__).parents[1])
    return subprocess.Popen(
        [sys.executable, "-m", "labeldesk", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": source, **environment},
    )


def run_command(*arguments: object, given: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    source = str(Path(labeldesk.__file__).parents[1])
    return subprocess.run(
        [sys.executable, "-m", "labeldesk", *map(str, arguments)],
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        env={**os.environ, "PYTHONPATH": source, **environment},
    )
