"""The machine, and what a process used of it, as the kernel counts."""

from __future__ import annotations

import os
import platform
import sqlite3
import time
from pathlib import Path
from typing import Any

import psycopg

TICK = os.sysconf("SC_CLK_TCK")


def describe(postgres_url: str | None = None) -> dict[str, Any]:
    """Cores, memory, load, and the versions that matter."""
    memory = next(line for line in Path("/proc/meminfo").read_text().splitlines() if line.startswith("MemTotal"))
    model = [line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")]
    found: dict[str, Any] = {
        "cores": os.cpu_count(),
        "cpu": model[0] if model else platform.machine(),
        "memory_gib": round(int(memory.split()[1]) / 2**20, 1),
        "load": [round(load, 1) for load in os.getloadavg()],
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
    }
    if postgres_url is not None:
        with psycopg.connect(postgres_url) as connection:
            found["postgresql"] = str(connection.execute("SHOW server_version").fetchone()[0])  # type: ignore[index]
    return found


def cpu_seconds(pid: int, *, ended_children: bool = False) -> float:
    """User and system seconds of a process; with those of its children that have ended, if asked."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11 : 15 if ended_children else 13])) / TICK


def tree_cpu_seconds(pid: int) -> float:
    """CPU seconds of a process and all it ever started, one level deep: a PostgreSQL server with its backends."""
    total = cpu_seconds(pid, ended_children=True)
    for child in _lines(f"/proc/{pid}/task/{pid}/children"):
        for number in child.split():
            try:
                total += cpu_seconds(int(number))
            except (FileNotFoundError, ProcessLookupError):
                continue
    return total


def memory_mib(pid: int, name: str = "VmRSS") -> float:
    """A figure of /proc/PID/status in MiB: VmRSS now, VmHWM at most."""
    line = next(line for line in _lines(f"/proc/{pid}/status") if line.startswith(name + ":"))
    return int(line.split()[1]) / 1024


class Clock:
    """Wall and CPU seconds of a block in this process."""

    def __enter__(self) -> Clock:
        self._wall, self._cpu = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        self.wall = time.perf_counter() - self._wall
        self.cpu = time.process_time() - self._cpu


def _lines(path: str) -> list[str]:
    return Path(path).read_text().splitlines()
