"""Many people at once: nobody gets another's item, no item gets more answers than asked (L1, I1, 7.3)."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from support.desk import Desk, Labeler

THREADS = 16
ITEMS = 200


def at_once(work: Callable[[int], Any], threads: int = THREADS) -> list[Any]:
    """Run `work(n)` in so many threads that start together."""
    gate = threading.Barrier(threads)

    def run(number: int) -> Any:
        gate.wait()
        return work(number)

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(run, range(threads)))


def test_sixteen_threads_claiming_never_share_an_item(desk: Desk) -> None:
    project = desk.project(ITEMS)
    label = desk.labels(project)["health"]
    people = [Labeler(desk.person(f"P {n}", "labeler", project), project) for n in range(THREADS)]

    def work(number: int) -> list[int]:
        mine: list[int] = []
        while tasks := people[number].claim(limit=3)["tasks"]:
            for task in tasks:
                mine.append(task["item_id"])
                assert people[number].submit(task, label).status_code == 201
        return mine

    taken = [item for mine in at_once(work) for item in mine]
    assert len(taken) == ITEMS
    assert Counter(taken).most_common(1)[0][1] == 1
    progress = desk.get(project)["progress"]
    assert progress["labeled"] == ITEMS
    assert progress["incomplete"] == 0
    desk.doctor()


def test_one_last_item_goes_to_exactly_one_of_many(desk: Desk) -> None:
    project = desk.project(1)
    people = [Labeler(desk.person(f"P {n}", "labeler", project), project) for n in range(THREADS)]
    claims = at_once(lambda number: people[number].claim())
    assert sum(len(claim["tasks"]) for claim in claims) == 1
    reasons = {claim["empty"]["reason"] for claim in claims if claim["empty"]}
    assert reasons == {"leased_by_others"}
    desk.doctor()


def test_the_same_submission_sent_at_once_makes_one_row(desk: Desk) -> None:
    project = desk.project(3)
    label = desk.labels(project)["health"]
    labeler = Labeler(desk.person("Ana", "labeler", project), project)
    task = labeler.claim()["tasks"][0]
    body = labeler.answer_body(task, label)
    replies = at_once(lambda _: labeler.caller.post(f"/projects/{project}/annotations", body), threads=8)
    # on PostgreSQL a copy that meets the first in mid-flight is told to come again
    assert {reply.status_code for reply in replies} <= {201, 503}
    again = labeler.caller.post(f"/projects/{project}/annotations", body)
    assert again.status_code == 201
    assert again.headers["Idempotent-Replay"] == "true"
    bodies = {reply.text for reply in [*replies, again] if reply.status_code == 201}
    assert len(bodies) == 1
    assert desk.get(project)["progress"]["labeled"] == 1
    desk.doctor()


def test_pausing_in_the_middle_leaves_no_lease_behind(desk: Desk) -> None:
    project = desk.project(ITEMS)
    label = desk.labels(project)["health"]
    people = [Labeler(desk.person(f"P {n}", "labeler", project), project) for n in range(8)]

    def work(number: int) -> int:
        if number == 7:
            desk.owner.ok("POST", f"/projects/{project}/pause")
            return 0
        stored = 0
        for _ in range(10):
            reply = people[number].caller.post(f"/projects/{project}/tasks/claim", {"holder": str(number)})
            if reply.status_code == 409:
                assert reply.json()["code"] == "paused"
                break
            for task in reply.json()["tasks"][:2]:
                answered = people[number].submit(task, label)
                assert answered.status_code in (201, 409), answered.text
                stored += answered.status_code == 201
        return stored

    stored = sum(at_once(work, threads=8))
    assert desk.get(project)["progress"]["labeled"] == stored
    assert desk.get(project)["state"] == "paused"
    desk.doctor()
