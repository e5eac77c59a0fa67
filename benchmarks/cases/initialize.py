"""Initialization of a CSV file by the real server's own worker, against bare inserts of the same rows."""

from __future__ import annotations

from statistics import median

from kit import machine, rows
from kit.desk import Desk
from kit.options import Options
from kit.raw_import import as_copy_text, copy_postgres, insert_sqlite, make_ready
from kit.report import Report
from labeldesk.items import queries as items
from labeldesk.items.service import INITIALIZE
from labeldesk.jobs import service as jobs
from labeldesk.projects import service as projects
from support.postgres import Postgres


def run(options: Options) -> Report:
    report = Report("initialize")
    small, large = (5_000, 50_000) if options.quick else (50_000, 500_000)
    rounds = 2 if options.quick else 3
    for postgres in options.backends:
        name = "postgresql" if postgres else "sqlite"
        small_peak = ours(options, postgres, small)["peak_mib"]
        raw_rates, rates, peaks, cpus = [], [], [], []
        for _ in range(rounds):
            raw_rates.append(raw_rate(options, postgres, large))
            found = ours(options, postgres, large)
            rates.append(found["rate"])
            peaks.append(found["peak_mib"])
            cpus.append(found["cpu"] / large)
        label = f"{name}, {large:,} rows"
        report.figure(f"{label}: raw", median(raw_rates), unit="rows/s")
        report.figure(f"{label}: ours", median(rates), unit="rows/s")
        report.figure(f"{label}: ours to raw", median(rates) / median(raw_rates), unit="x", at_least=0.35)
        report.figure(f"{label}: server CPU per row", median(cpus) * 1e6, unit="µs")
        report.figure(f"{label}: peak memory of the server", max(peaks), unit="MiB", at_most=300)
        report.figure(f"{name}, {small:,} rows: peak memory of the server", small_peak, unit="MiB", at_most=300)
        grown = max(peaks) - small_peak  # caches of a fixed size fill up; nothing may grow with the rows
        report.figure(f"{name}: peak at {large:,} over {small:,} rows", grown, unit="MiB", at_most=64)
        report.raw[name] = {"raw": raw_rates, "ours": rates, "peaks_mib": peaks, "cpu_per_row": cpus}
        if options.full:
            found = ours(options, postgres, 5_000_000)
            report.figure(f"{name}, 5,000,000 rows: ours", found["rate"], unit="rows/s")
            report.figure(f"{name}, 5,000,000 rows: peak memory", found["peak_mib"], unit="MiB", at_most=300)
            report.raw[f"{name}, 5,000,000 rows"] = found
    return report


def ours(options: Options, postgres: Postgres | None, count: int) -> dict[str, float]:
    """Upload, create a project, and let the server's worker initialize it; the time is the job's own."""
    file = options.folder / f"rows-{count}.csv"
    rows.write_csv(file, count)
    with options.desk(postgres) as desk:
        caller = desk.serve()
        dataset = caller.dataset("rows", file)
        desk.settle()
        before = desk.cpu()
        project = caller.start_project("rows", dataset)
        caller.wait_until_ready(project, every=0.5)
        cpu = desk.cpu() - before
        peak = machine.memory_mib(desk.pid, "VmHWM")
        seconds = job_seconds(desk, project)
    return {"rate": count / seconds, "peak_mib": peak, "cpu": cpu, "seconds": seconds}


def job_seconds(desk: Desk, project_id: int) -> float:
    """How long the project's initialization ran, by the server's clock; all of it: checking, reading, counting."""
    with desk.workspace.database.read() as db:
        job = jobs.find_latest(db, projects.scope(project_id), INITIALIZE)
        assert job is not None
        project = projects.find(db, project_id)
        assert project is not None
        return float((job.finished_at or project.updated_at) - job.started_at) / 1000


def raw_rate(options: Options, postgres: Postgres | None, count: int) -> float:
    """Rows a second of the bare inserts into a fresh database."""
    file = options.folder / "one.csv"
    rows.write_csv(file, 1)
    with options.desk(postgres) as desk:
        caller = desk.serve()
        project = caller.start_project("raw", caller.dataset("raw", file))
        caller.wait_until_ready(project)
        desk.stop()
        with desk.workspace.database.read() as db:
            source = items.find_source(db, project, 1)
            assert source is not None
        desk.workspace.database.dispose()
        narrow, wide = make_ready(rows.iterate(count), project, source.id)
        narrow, wide = narrow[1:], wide[1:]  # the first item is there already
        if postgres is None:
            clock = insert_sqlite(desk, narrow, wide)
        else:
            ready = as_copy_text(narrow, wide)
            clock = copy_postgres(postgres.url(desk.database or ""), *ready)
    return len(narrow) / clock.wall
