"""Claim and submit over HTTP, ten items a page, against the real server; small and large projects, both databases."""

from __future__ import annotations

import time
import uuid
from contextlib import ExitStack
from statistics import median
from typing import Any

from kit import machine, rows
from kit.desk import Desk
from kit.machine import Clock
from kit.options import Options
from kit.raw_labeling import RawPostgres, RawSqlite
from kit.report import Report, quantile
from support.postgres import Postgres

PAGE = 10
PAGES = 4  # pages answered in one turn


class Side:
    """One server with a project of so many items, and the raw statements on the same database."""

    def __init__(self, desk: Desk, items: int) -> None:
        self.desk = desk
        caller = desk.serve()
        file = desk.folder / "start.csv"
        rows.write_csv(file, 10)
        self.project = caller.start_project("labeling", caller.dataset("labeling", file))
        caller.wait_until_ready(self.project)
        desk.fill(self.project, items - 10, rows.iterate(items, seed=2))
        self.caller = caller
        self.label = caller.label_ids(self.project)[0]
        raw = (desk.workspace.database.url.database or "", self.project, desk.owner_id, self.label)
        self.raw: Any
        if desk.postgres is None:
            self.raw = RawSqlite(*raw)
        else:
            self.raw = RawPostgres(desk.postgres.url(raw[0]), *raw[1:])
        self.holder = uuid.uuid4().hex
        self.cpu: list[float] = []
        self.database_cpu: list[float] = []
        self.raw_cpu: list[float] = []
        self.wall: list[float] = []
        self.raw_wall: list[float] = []
        self.claims: list[float] = []
        self.submits: list[float] = []

    def turn(self, postmaster: int | None) -> None:
        """A few pages through the server, then as many raw; noted per answered item."""
        items = PAGE * PAGES
        before = self.desk.cpu()
        database_before = machine.tree_cpu_seconds(postmaster) if postmaster else 0.0
        with Clock() as clock:
            for _ in range(PAGES):
                self.page()
        self.cpu.append((self.desk.cpu() - before) / items)
        if postmaster:
            self.database_cpu.append((machine.tree_cpu_seconds(postmaster) - database_before) / items)
        self.wall.append(clock.wall / items)
        with Clock() as clock:
            for _ in range(PAGES):
                self.raw.page(PAGE)
        self.raw_cpu.append(clock.cpu / items)
        self.raw_wall.append(clock.wall / items)

    def page(self, think: float = 0.0) -> None:
        """Claim a page and answer it, with a pause before each request."""
        time.sleep(think)
        began = time.perf_counter()
        claimed = self.caller.ok(
            "POST", f"/projects/{self.project}/tasks/claim", {"holder": self.holder, "limit": PAGE}
        )
        self.claims.append(time.perf_counter() - began)
        assert len(claimed["tasks"]) == PAGE
        for task in claimed["tasks"]:
            body = {
                "submission_id": str(uuid.uuid4()),
                "item_id": task["item_id"],
                "lease": task["lease"],
                "answer": {"labels": [self.label]},
                "active_ms": 1200,
                "input": "key",
            }
            time.sleep(think)
            began = time.perf_counter()
            self.caller.ok("POST", f"/projects/{self.project}/annotations", body)
            self.submits.append(time.perf_counter() - began)

    def forget(self) -> None:
        """Drop what the first turns showed: they fill caches."""
        for kept in (self.cpu, self.database_cpu, self.raw_cpu, self.wall, self.raw_wall, self.claims, self.submits):
            kept.clear()


def run(options: Options) -> Report:
    report = Report("labeling")
    for postgres in options.backends:
        with ExitStack() as stack:
            sizes = (1_000, 50_000) if options.quick else (1_000, 1_000_000)
            sides = [Side(stack.enter_context(options.desk(postgres)), size) for size in sizes]
            measure(report, sides, sizes, postgres, turns=5 if options.quick else 11)
            for side in sides:
                side.raw.close()
    return report


def measure(
    report: Report, sides: list[Side], sizes: tuple[int, ...], postgres: Postgres | None, *, turns: int
) -> None:
    postmaster = postgres_pid(postgres)
    for side in sides:
        side.turn(postmaster)
        side.forget()
    for number in range(turns):
        for side in sides if number % 2 else sides[::-1]:
            side.turn(postmaster)
    name = sides[0].desk.name
    per_item = []
    for side, size in zip(sides, sizes, strict=True):
        # ticks of the kernel's clock are coarse, so the mean over turns without the worst two
        cpu = trimmed(side.cpu)
        per_item.append(cpu)
        label = f"{name}, {size:,} items"
        report.figure(f"{label}: server CPU per answered item", cpu * 1000, unit="ms", at_most=4)
        report.figure(f"{label}: raw statements, client CPU per item", median(side.raw_cpu) * 1000, unit="ms")
        if side.database_cpu:
            report.figure(f"{label}: database CPU per answered item", trimmed(side.database_cpu) * 1000, unit="ms")
        report.figure(f"{label}: wall per item, ours to raw", median(side.wall) / median(side.raw_wall), unit="x")
        report.figure(f"{label}: claim of {PAGE}, p50", quantile(side.claims, 0.5) * 1000, unit="ms")
        report.figure(f"{label}: claim of {PAGE}, p95", quantile(side.claims, 0.95) * 1000, unit="ms")
        report.figure(f"{label}: submit, p50", quantile(side.submits, 0.5) * 1000, unit="ms")
        report.figure(f"{label}: submit, p95", quantile(side.submits, 0.95) * 1000, unit="ms")
        report.raw[label] = {
            "cpu": side.cpu,
            "raw_cpu": side.raw_cpu,
            "wall": side.wall,
            "raw_wall": side.raw_wall,
        }
    report.figure(
        f"{name}: CPU at {sizes[1]:,} items to {sizes[0]:,}", per_item[1] / per_item[0], unit="x", at_most=1.2
    )


def trimmed(values: list[float]) -> float:
    """The mean without the two largest."""
    kept = sorted(values)[: max(1, len(values) - 2)]
    return sum(kept) / len(kept)


def postgres_pid(postgres: Postgres | None) -> int | None:
    if postgres is None:
        return None
    return int((postgres.folder / "data" / "postmaster.pid").read_text().splitlines()[0])
