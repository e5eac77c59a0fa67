"""The queue: order, leases, expiry, fencing, late answers, corrections, pause."""

from __future__ import annotations

import uuid

from labeldesk.queue import service as queue
from support.desk import Desk, Labeler, problem_of


def labeler(desk: Desk, project: int, name: str = "Ana") -> Labeler:
    return Labeler(desk.person(name, "labeler", project), project)


def later(desk: Desk, minutes: float) -> None:
    desk.workspace.database.clock_offset += int(minutes * 60_000)


def test_items_come_in_the_stored_shuffle(desk: Desk) -> None:
    from labeldesk.items.rules import shuffle_rank

    project = desk.project(30)
    seed = desk.get(project)["seed"]
    expected = sorted(range(1, 31), key=lambda position: shuffle_rank(seed, position))
    people = [labeler(desk, project, f"P {n}") for n in range(3)]
    got = [task["position"] for person in people for task in person.claim()["tasks"]]
    assert got == expected


def test_a_page_holds_at_most_the_project_page_size(desk: Desk) -> None:
    project = desk.project(30, page_size=4)
    assert len(labeler(desk, project).claim(limit=10_000)["tasks"]) == 4


def test_a_reloaded_page_gets_its_tasks_back_and_a_second_tab_gets_others(desk: Desk) -> None:
    project = desk.project(30)
    ana = labeler(desk, project)
    first = ana.claim(limit=3)["tasks"]
    again = ana.claim(limit=3)["tasks"]
    assert [task["lease"] for task in again] == [task["lease"] for task in first]
    more = ana.claim(limit=3, have=[task["lease"] for task in first])["tasks"]
    tab = Labeler(ana.caller, project).claim(limit=3)["tasks"]
    ids = [task["item_id"] for task in [*first, *more, *tab]]
    assert len(set(ids)) == 9


def test_an_expired_lease_returns_to_the_queue_by_the_database_clock(desk: Desk) -> None:
    project = desk.project(1, lease_minutes=5)
    ana, ben = labeler(desk, project), labeler(desk, project, "Ben")
    task = ana.claim()["tasks"][0]
    later(desk, 4.9)
    assert ben.claim()["empty"]["reason"] == "leased_by_others"
    later(desk, 0.2)
    assert ben.claim()["tasks"][0]["item_id"] == task["item_id"]
    desk.doctor()


def test_renewing_keeps_a_lease_and_names_those_that_are_gone(desk: Desk) -> None:
    project = desk.project(2, lease_minutes=5)
    ana = labeler(desk, project)
    tokens = [task["lease"] for task in ana.claim()["tasks"]]
    later(desk, 4)
    path = f"/projects/{project}/tasks/renew"
    assert ana.caller.ok("POST", path, {"leases": tokens})["lost"] == []
    later(desk, 4)
    assert labeler(desk, project, "Ben").claim()["tasks"] == []
    later(desk, 2)
    assert ana.caller.ok("POST", path, {"leases": tokens})["lost"] == tokens


def test_a_late_answer_counts_while_the_place_is_free(desk: Desk) -> None:
    project = desk.project(1, lease_minutes=5)
    label = desk.labels(project)["health"]
    ana = labeler(desk, project)
    task = ana.claim()["tasks"][0]
    later(desk, 6)
    with desk.workspace.database.write() as db:
        assert queue.sweep(db) == 1
    assert ana.submit(task, label).status_code == 201
    desk.doctor()


def test_a_late_answer_is_kept_as_a_draft_when_the_place_is_gone(desk: Desk) -> None:
    project = desk.project(1, lease_minutes=5)
    label = desk.labels(project)["health"]
    ana, ben = labeler(desk, project), labeler(desk, project, "Ben")
    task = ana.claim()["tasks"][0]
    later(desk, 6)
    theirs = ben.claim()["tasks"][0]
    late = ana.submit(task, label)
    assert late.status_code == 409
    assert problem_of(late)["code"] == "lease_lost"
    assert ben.submit(theirs, label).status_code == 201
    assert problem_of(ana.submit(task, label))["code"] == "complete"
    with desk.workspace.database.read() as db:
        from labeldesk.annotations import queries

        kept = db.rows(queries.DRAFT.select().order_by(queries.DRAFT.c.id))
    assert [row.reason for row in kept] == ["lease_lost", "complete"]
    assert kept[0].value == {"labels": [label]}
    desk.doctor()


def test_someone_elses_lease_is_refused(desk: Desk) -> None:
    project = desk.project(4)
    label = desk.labels(project)["health"]
    ana, ben = labeler(desk, project), labeler(desk, project, "Ben")
    mine, theirs = ana.claim(limit=1)["tasks"][0], ben.claim(limit=1)["tasks"][0]
    assert problem_of(ana.submit({**mine, "lease": theirs["lease"]}, label))["code"] == "lease_mismatch"
    assert problem_of(ana.submit({**theirs}, label))["code"] == "lease_mismatch"
    assert ben.submit(theirs, label).status_code == 201
    desk.doctor()


def test_releasing_gives_the_item_to_the_next_and_twice_is_fine(desk: Desk) -> None:
    project = desk.project(1)
    ana, ben = labeler(desk, project), labeler(desk, project, "Ben")
    token = ana.claim()["tasks"][0]["lease"]
    for _ in range(2):
        ana.caller.ok("POST", f"/projects/{project}/tasks/release", {"leases": [token]})
    assert len(ben.claim()["tasks"]) == 1
    desk.doctor()


def test_one_labeler_cannot_release_anothers_lease(desk: Desk) -> None:
    project = desk.project(1)
    ana, ben = labeler(desk, project), labeler(desk, project, "Ben")
    token = ana.claim()["tasks"][0]["lease"]
    ben.caller.ok("POST", f"/projects/{project}/tasks/release", {"leases": [token]})
    assert ben.claim()["tasks"] == []
    desk.doctor()


def test_an_empty_queue_says_why(desk: Desk) -> None:
    project = desk.project(1)
    label = desk.labels(project)["health"]
    ana, ben = labeler(desk, project), labeler(desk, project, "Ben")
    task = ana.claim()["tasks"][0]
    empty = ben.claim()["empty"]
    assert (empty["reason"], empty["items"]) == ("leased_by_others", 1)
    ana.submit(task, label)
    assert ben.claim()["empty"]["reason"] == "all_done"
    waiting = desk.project(5, run=False)
    assert labeler(desk, waiting).claim()["empty"]["reason"] == "initializing"


def test_skipping_without_consensus_leaves_the_item_skipped(desk: Desk) -> None:
    project = desk.project(2)
    ana = labeler(desk, project)
    for task in ana.claim()["tasks"]:
        assert ana.skip(task, reason="not in a language I read").json()["item_state"] == "skipped"
    assert desk.get(project)["progress"]["skipped"] == 2
    desk.doctor()


def test_an_answer_is_corrected_by_naming_the_one_it_replaces(desk: Desk) -> None:
    project = desk.project(1)
    labels = desk.labels(project)
    ana = labeler(desk, project)
    task = ana.claim()["tasks"][0]
    first = str(uuid.uuid4())
    ana.submit(task, labels["health"], submission_id=first)
    second = ana.submit(task, labels["science"])
    assert problem_of(second)["code"] == "already_labeled"
    assert ana.submit({**task, "lease": None}, labels["science"], replaces=first).status_code == 201
    numbers = {row["path"]: row["count"] for row in desk.owner.ok("GET", f"/projects/{project}/progress")["labels"]}
    assert numbers["science"] == 1
    assert numbers["health"] == 0
    current = ana.caller.ok("GET", f"/projects/{project}/items/{task['item_id']}/task")["current"]
    assert current["labels"] == [labels["science"]]
    desk.doctor()


def test_an_answer_becomes_a_skip_and_back(desk: Desk) -> None:
    project = desk.project(1)
    labels = desk.labels(project)
    ana = labeler(desk, project)
    task = ana.claim()["tasks"][0]
    ids = [str(uuid.uuid4()) for _ in range(3)]
    ana.submit(task, labels["health"], submission_id=ids[0])
    assert ana.skip(task, submission_id=ids[1], replaces=ids[0], lease=None).json()["item_state"] == "skipped"
    back = ana.submit(task, labels["health"], submission_id=ids[2], replaces=ids[1], lease=None)
    assert back.json()["item_state"] == "labeled"
    assert desk.get(project)["progress"]["labeled"] == 1
    desk.doctor()


def test_a_correction_that_overtook_another_is_not_undone_by_it(desk: Desk) -> None:
    project = desk.project(1)
    labels = desk.labels(project)
    ana = labeler(desk, project)
    task = ana.claim()["tasks"][0]
    ids = [str(uuid.uuid4()) for _ in range(3)]
    ana.submit(task, labels["health"], submission_id=ids[0], client_seq=1)
    newest = ana.submit(task, labels["science"], submission_id=ids[2], replaces=ids[0], client_seq=3, lease=None)
    assert newest.status_code == 201
    older = ana.submit(task, labels["business"], submission_id=ids[1], replaces=ids[0], client_seq=2, lease=None)
    assert problem_of(older)["code"] == "already_labeled"
    assert desk.items(project)[0]["final_label"]["labels"][0]["path"] == "science"


def test_pausing_ends_leases_at_once_and_resuming_goes_on(desk: Desk) -> None:
    project = desk.project(5)
    label = desk.labels(project)["health"]
    ana = labeler(desk, project)
    task = ana.claim(limit=1)["tasks"][0]
    desk.owner.ok("POST", f"/projects/{project}/pause")
    refused = ana.submit(task, label)
    assert problem_of(refused)["code"] == "paused"
    assert "Olga Owner" in refused.json()["detail"]
    assert ana.caller.post(f"/projects/{project}/tasks/claim", {"holder": "x"}).status_code == 409
    desk.doctor()
    desk.owner.ok("POST", f"/projects/{project}/pause")  # twice is fine
    desk.owner.ok("POST", f"/projects/{project}/resume")
    assert ana.submit(task, label).status_code == 201
    desk.doctor()


def test_a_pause_during_initialization_holds_when_the_items_are_in(desk: Desk) -> None:
    project = desk.project(5, run=False)
    desk.owner.ok("POST", f"/projects/{project}/pause")
    desk.run_jobs()
    assert desk.get(project)["state"] == "paused"


def test_a_deleted_project_is_gone_for_labelers_and_comes_back_paused(desk: Desk) -> None:
    project = desk.project(5)
    name = desk.get(project)["name"]
    ana = labeler(desk, project)
    ana.claim()
    assert desk.owner.call("DELETE", f"/projects/{project}").status_code == 204
    for person in (ana.caller, desk.owner):
        assert person.get(f"/projects/{project}/labeling").status_code == 404
    taken = desk.owner.ok("POST", "/projects/check", {"name": name.upper()})["problems"]
    assert ("name", "name_taken") in {(problem["field"], problem["code"]) for problem in taken}
    desk.doctor()
    assert desk.owner.ok("POST", f"/projects/{project}/restore")["state"] == "paused"
    desk.owner.ok("POST", f"/projects/{project}/resume")
    assert len(ana.claim()["tasks"]) == 5
    desk.doctor()
