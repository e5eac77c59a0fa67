"""Background jobs: lease, fence, checkpoint, retry, cancel, schedules."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import func, insert, select

from labeldesk.accounts.tables import Fact
from labeldesk.bootstrap import Workspace
from labeldesk.core.errors import Conflict, Unavailable
from labeldesk.db.database import WriteSession
from labeldesk.jobs import queries, service
from labeldesk.jobs.run import Cancelled, Handler, JobFailed, JobRun, LeaseLost
from labeldesk.jobs.worker import ATTEMPTS, Worker

FACT = Fact.__table__
LEASE = 10.0


def enqueue(workspace: Workspace, **changes: Any) -> int:
    with workspace.database.write() as db:
        given = {"scope": "test", "title": "Test", "unique_key": "one", **changes}
        return service.enqueue(db, "count", **given)


def state(workspace: Workspace, job_id: int) -> Any:
    with workspace.database.read() as db:
        return service.get_job(db, job_id)


def facts(workspace: Workspace) -> int:
    with workspace.database.read() as db:
        return int(db.scalar(select(func.count()).select_from(FACT).where(FACT.c.name.like("row%"))))


def worker(workspace: Workspace, run: Callable[[JobRun], Any], **parts: Any) -> Worker:
    return Worker(workspace.database, {"count": Handler(run=run, **parts)}, lease_seconds=LEASE)


def write_row(db: WriteSession, number: int) -> None:
    db.execute(insert(FACT).values(name=f"row{number}", value=""))


def counting(upto: int, *, stop_at: int | None = None) -> Callable[[JobRun], dict[str, int]]:
    def run(job: JobRun) -> dict[str, int]:
        for number in range((job.cursor or {}).get("n", 0), upto):
            if number == stop_at and job.attempt == 1:
                raise RuntimeError("as a crash would")
            with job.step() as step:
                write_row(step.db, number)
                step.cursor, step.done, step.total = {"n": number + 1}, number + 1, upto
        return {"rows": upto}

    return run


def test_a_job_runs_to_its_end(workspace: Workspace) -> None:
    job = enqueue(workspace)
    assert worker(workspace, counting(5)).run_pending() == 1
    found = state(workspace, job)
    assert (found.state, found.done, found.total, found.result) == ("succeeded", 5, 5, {"rows": 5})
    assert facts(workspace) == 5


def test_the_same_key_is_queued_once_while_it_lives(workspace: Workspace) -> None:
    first = enqueue(workspace)
    assert enqueue(workspace) == first
    worker(workspace, counting(1)).run_pending()
    assert enqueue(workspace) != first


def test_a_fault_is_tried_again_from_the_cursor_after_a_pause(workspace: Workspace) -> None:
    job = enqueue(workspace)
    busy = worker(workspace, counting(6, stop_at=3))
    busy.run_pending()
    assert state(workspace, job).state == "queued"
    assert busy.run_pending() == 0  # not before its back-off is over
    workspace.database.clock_offset = 60_000
    assert busy.run_pending() == 1
    assert state(workspace, job).state == "succeeded"
    assert facts(workspace) == 6


def test_a_job_that_never_gets_on_fails_with_a_reason(workspace: Workspace) -> None:
    told: list[str] = []

    def run(_: JobRun) -> None:
        raise Unavailable("The disk is full.")

    job = enqueue(workspace)
    failing = worker(workspace, run, failed=lambda db, job, reason: told.append(reason))
    for round_ in range(ATTEMPTS + 2):
        workspace.database.clock_offset = round_ * 120_000
        failing.run_pending()
    found = state(workspace, job)
    assert (found.state, found.error, found.attempt) == ("failed", "The disk is full.", ATTEMPTS)
    assert told == ["The disk is full."]


def test_a_job_that_cannot_succeed_is_not_tried_again(workspace: Workspace) -> None:
    def run(_: JobRun) -> None:
        raise JobFailed("There is no such file.")

    job = enqueue(workspace)
    worker(workspace, run).run_pending()
    assert state(workspace, job).error == "There is no such file."


def claim(workspace: Workspace, owner: str) -> JobRun:
    with workspace.database.write() as db:
        row = queries.claim(db, owner=owner, lease=int(LEASE * 1000), kinds=["count"])
    assert row is not None
    return JobRun(workspace.database, row, lease=int(LEASE * 1000))


def test_another_worker_takes_over_when_the_lease_ends_and_the_late_one_writes_nothing(workspace: Workspace) -> None:
    job = enqueue(workspace)
    frozen = claim(workspace, "frozen")
    with frozen.step() as step:
        write_row(step.db, 0)
        step.cursor = {"n": 1}
    other = worker(workspace, counting(3))
    assert other.run_pending() == 0  # the lease still holds
    workspace.database.clock_offset = int(LEASE * 1000) + 1
    assert other.run_pending() == 1
    with pytest.raises(LeaseLost), frozen.step() as step:
        write_row(step.db, 99)
    assert facts(workspace) == 3
    assert state(workspace, job).state == "succeeded"


def test_a_heartbeat_keeps_a_long_step(workspace: Workspace) -> None:
    enqueue(workspace)
    slow = claim(workspace, "slow")
    workspace.database.clock_offset = int(LEASE * 900)
    slow.heartbeat()
    workspace.database.clock_offset = int(LEASE * 1500)
    assert worker(workspace, counting(3)).run_pending() == 0


def test_a_crash_three_times_without_progress_ends_in_failed(workspace: Workspace) -> None:
    job = enqueue(workspace)
    for round_ in range(ATTEMPTS):
        claim(workspace, f"crashes {round_}")
        workspace.database.clock_offset += int(LEASE * 1000) + 1
    worker(workspace, counting(3)).run_pending()
    found = state(workspace, job)
    assert found.state == "failed"
    assert "stopped unexpectedly" in found.error


def test_progress_forgives_earlier_crashes(workspace: Workspace) -> None:
    job = enqueue(workspace)
    for round_ in range(ATTEMPTS + 3):
        crashing = claim(workspace, f"crashes {round_}")
        with crashing.step() as step:
            write_row(step.db, round_)
            step.cursor = {"n": round_ + 1}
        workspace.database.clock_offset += int(LEASE * 1000) + 1
    worker(workspace, counting(ATTEMPTS + 5)).run_pending()
    assert state(workspace, job).state == "succeeded"
    assert facts(workspace) == ATTEMPTS + 5


def test_a_queued_job_is_cancelled_at_once_and_twice_is_fine(workspace: Workspace) -> None:
    job = enqueue(workspace)
    with workspace.database.write() as db:
        assert service.cancel(db, job)
    with workspace.database.write() as db:
        assert not service.cancel(db, job)
    assert state(workspace, job).state == "cancelled"
    assert worker(workspace, counting(3)).run_pending() == 0


def test_a_running_job_stops_after_the_step_in_which_it_was_asked(workspace: Workspace) -> None:
    told: list[str] = []

    def run(job: JobRun) -> None:
        for number in range(5):
            with job.step() as step:
                write_row(step.db, number)
                if number == 1:
                    service.cancel(step.db, job.id)

    job = enqueue(workspace)
    worker(workspace, run, cancelled=lambda db, job, reason: told.append(reason)).run_pending()
    assert state(workspace, job).state == "cancelled"
    assert facts(workspace) == 2
    assert len(told) == 1
    assert Cancelled


def test_what_has_ended_cannot_be_cancelled(workspace: Workspace) -> None:
    job = enqueue(workspace)
    worker(workspace, counting(1)).run_pending()
    with workspace.database.write() as db, pytest.raises(Conflict):
        service.cancel(db, job)


def test_progress_never_falls(workspace: Workspace) -> None:
    def run(job: JobRun) -> None:
        for done in (5, 3):
            with job.step() as step:
                step.done = done

    job = enqueue(workspace)
    worker(workspace, run).run_pending()
    assert state(workspace, job).done == 5


def test_a_schedule_fires_once_per_tick_for_all_workers(workspace: Workspace) -> None:
    workers = [
        Worker(
            workspace.database, {"count": Handler(run=lambda _: None)}, lease_seconds=LEASE, schedules={"count": 1000}
        )
        for _ in range(2)
    ]
    for one in workers:
        one.plan()
    for tick in range(3):
        workspace.database.clock_offset = tick * 1100
        for one in workers:
            one._fire_schedules()
    with workspace.database.read() as db:
        assert len(service.list_jobs(db, scopes=["workspace"])) == 3


def test_a_worker_that_is_not_there_is_noticed(workspace: Workspace) -> None:
    job = enqueue(workspace)
    with workspace.database.read() as db:
        assert service.view(db, service.get_job(db, job))["waiting_for_worker"]
    with workspace.database.write() as db:
        queries.put_worker(db, "w")
    with workspace.database.read() as db:
        assert not service.view(db, service.get_job(db, job))["waiting_for_worker"]
    workspace.database.clock_offset = 16_000
    with workspace.database.read() as db:
        assert service.view(db, service.get_job(db, job))["waiting_for_worker"]
