"""Export of labeled items to CSV by the server's worker, against a bare loop from a cursor to a CSV file."""

from __future__ import annotations

import csv
import os
import sqlite3
import time
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import Any

import orjson
import psycopg

from kit import machine, rows
from kit.desk import Caller, Desk
from kit.machine import Clock
from kit.options import Options
from kit.report import Report
from labeldesk.core.ids import item_range
from support.postgres import Postgres

QUERY = (
    "SELECT t.id, t.source_id, t.fields, f.value FROM item_text t JOIN final_label f ON f.item_id = t.id "
    "WHERE t.id BETWEEN {0} AND {1} ORDER BY t.id"
)


def run(options: Options) -> Report:
    report = Report("export")
    small, large = (5_000, 50_000) if options.quick else (50_000, 500_000)
    for postgres in options.backends:
        peak_small = measure(options, postgres, small, rounds=1)["peak"]
        found = measure(options, postgres, large, rounds=2 if options.quick else 3)
        name = "postgresql" if postgres else "sqlite"
        label = f"{name}, {large:,} labeled items"
        report.figure(f"{label}: bare loop", median(found["raw"]), unit="s")
        report.figure(f"{label}: ours", median(found["ours"]), unit="s")
        report.figure(f"{label}: ours to bare", median(found["ours"]) / median(found["raw"]), unit="x", at_most=3)
        if not postgres:
            ratio = median(found["cpu"]) / median(found["raw_cpu"])
            report.figure(f"{label}: CPU, ours to bare", ratio, unit="x", at_most=3)
        report.figure(f"{label}: peak memory of the server", found["peak"], unit="MiB", at_most=300)
        grown = found["peak"] - peak_small
        report.figure(f"{name}: peak at {large:,} over {small:,} items", grown, unit="MiB", at_most=64)
        report.raw[name] = found
    return report


def measure(options: Options, postgres: Postgres | None, count: int, *, rounds: int) -> dict[str, Any]:
    """Seconds of our exports and of bare loops in turn; both files must be the same."""
    with options.desk(postgres) as desk:
        project = labeled_project(desk, count)
        caller = desk.serve()
        ours, raw, cpu, raw_cpu = [], [], [], []
        for number in range(rounds):
            clock = bare_loop(desk, project, options.folder / "bare.csv")
            raw.append(clock.wall)
            raw_cpu.append(clock.cpu)
            before = desk.cpu()
            export = finished_export(caller, project)
            cpu.append(desk.cpu() - before)
            ours.append(export["seconds"])
            if number == 0:
                check_same(desk, export, options.folder / "bare.csv", count)
        peak = machine.memory_mib(desk.pid, "VmHWM")
    return {"ours": ours, "raw": raw, "cpu": cpu, "raw_cpu": raw_cpu, "peak": peak}


def labeled_project(desk: Desk, count: int) -> int:
    """A project with so many labeled items."""
    caller = desk.serve()
    file = desk.folder / "one.csv"
    rows.write_csv(file, 1)
    project = caller.start_project("export", caller.dataset("export", file))
    caller.wait_until_ready(project)
    label = caller.label_ids(project)[0]
    desk.stop()
    desk.fill(project, count, rows.iterate(count, seed=3), final=label)
    return project


def finished_export(caller: Caller, project: int) -> dict[str, Any]:
    """Ask for an export of all columns and wait for it; `seconds` is its job's own time."""
    options = {"format": "csv", "columns": "all", "label_as": "path", "formula_safe": True, "states": ["labeled"]}
    export = caller.ok("POST", f"/projects/{project}/exports", options)
    while (export := caller.ok("GET", f"/exports/{export['id']}"))["state"] in ("queued", "running"):
        time.sleep(0.25)
    assert export["state"] == "succeeded", export
    job = export["job"]
    export["seconds"] = seconds_of(job["finished_at"]) - seconds_of(job["started_at"])
    return dict(export)


def seconds_of(moment: str) -> float:
    return datetime.fromisoformat(moment.replace("Z", "+00:00")).timestamp()


def bare_loop(desk: Desk, project: int, path: Path) -> Clock:
    """One cursor, one CSV writer, the same rows and cells; on disk at the end."""
    statement = QUERY.format(*item_range(project))
    with Clock() as clock, path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([*rows.HEADER, "label"])
        cursor: Any
        if desk.postgres is None:
            connection: Any = sqlite3.connect(desk.workspace.database.url.database or "")
            cursor = connection.execute(statement)
        else:
            connection = psycopg.connect(desk.postgres.url(desk.database or ""))
            cursor = connection.cursor("bare")
            cursor.itersize = 2_000
            cursor.execute(statement)
        for _, _, fields, value in cursor:
            row = orjson.loads(fields)
            row.append("business" if orjson.loads(value)["labels"] else "")
            writer.writerow(row)
        connection.close()
        file.flush()
        os.fsync(file.fileno())
    return clock


def check_same(desk: Desk, export: dict[str, Any], bare: Path, count: int) -> None:
    """The export holds exactly what the bare loop wrote."""
    assert export["rows"] == count, export["rows"]
    written = next(desk.settings.files.rglob(export["file_name"]))
    assert written.read_bytes() == bare.read_bytes(), "the export differs from the bare loop's file"
