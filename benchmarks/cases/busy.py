"""Labeling while half a million rows come in: how much longer people wait than on a quiet server."""

from __future__ import annotations

from typing import Any

from cases.initialize import job_seconds
from cases.labeling import Side
from kit import rows
from kit.options import Options
from kit.report import Report, quantile
from support.postgres import Postgres

THINK = 0.01  # seconds between two requests of the one person who labels
QUIET_PAGES = 30


def run(options: Options) -> Report:
    report = Report("busy")
    count = 100_000 if options.quick else 500_000
    for postgres in options.backends:
        measure(report, options, postgres, count)
    return report


def measure(report: Report, options: Options, postgres: Postgres | None, count: int) -> None:
    file = options.folder / f"rows-{count}.csv"
    rows.write_csv(file, count)
    with options.desk(postgres) as desk:
        side = Side(desk, 10_000)
        dataset = side.caller.dataset("busy", file)
        label(side, pages=3)
        side.forget()
        # quiet before and after, so that a noisy neighbour does not decide
        label(side, pages=QUIET_PAGES // 2)
        quiet = (side.claims[:], side.submits[:])
        side.forget()
        project = side.caller.start_project("busy", dataset)
        while side.caller.ok("GET", f"/projects/{project}")["state"] == "initializing":
            label(side, pages=2)
        busy = (side.claims[:], side.submits[:])
        side.forget()
        label(side, pages=QUIET_PAGES // 2)
        quiet = (quiet[0] + side.claims, quiet[1] + side.submits)
        seconds = job_seconds(desk, project)
        side.raw.close()
    label_ = f"{desk.name}, {count:,} rows coming in"
    found: dict[str, Any] = {"seconds": seconds}
    for what, before, during in (("claim", quiet[0], busy[0]), ("submit", quiet[1], busy[1])):
        for share in (0.5, 0.95):
            still, while_ = quantile(before, share) * 1000, quantile(during, share) * 1000
            name = f"{label_}: {what}, p{round(share * 100)}"
            report.figure(f"{name} quiet", still, unit="ms")
            report.figure(f"{name} meanwhile", while_, unit="ms")
            target = 3.0 if share == 0.95 else None
            report.figure(f"{name} meanwhile to quiet", while_ / still, unit="x", at_most=target)
        found[what] = {"quiet": before, "meanwhile": during}
    report.figure(f"{label_}: import meanwhile", count / seconds, unit="rows/s")
    report.figure(f"{label_}: items answered meanwhile", float(len(busy[1])))
    report.raw[desk.name] = found


def label(side: Side, *, pages: int) -> None:
    for _ in range(pages):
        side.page(think=THINK)
