"""Multi-label projects through all layers: answers, counts, corrections, export."""

from __future__ import annotations

import ast
import csv
import io
import uuid
from typing import Any

from support.desk import Desk, Labeler, problem_of


def multilabel(desk: Desk, count: int = 6, **changes: Any) -> tuple[int, dict[str, int], Labeler]:
    project = desk.project(count, task_type="multilabel", **changes)
    return project, desk.labels(project), Labeler(desk.person("Ana", "labeler", project), project)


def answer(ana: Labeler, task: dict[str, Any], labels: list[int], **changes: Any) -> Any:
    body = ana.answer_body(task, 0, **changes) | {"answer": {"labels": labels}}
    return ana.caller.post(f"/projects/{ana.project_id}/annotations", body)


def counts(desk: Desk, project: int) -> tuple[dict[str, int], int]:
    numbers = desk.owner.ok("GET", f"/projects/{project}/progress")
    return {row["path"]: row["count"] for row in numbers["labels"]}, numbers["none"]


def test_sets_are_stored_counted_corrected_and_exported(desk: Desk) -> None:
    project, labels, ana = multilabel(desk)
    tasks = ana.claim()["tasks"]
    first = str(uuid.uuid4())
    assert answer(ana, tasks[0], [labels["health"], labels["business"]], submission_id=first).status_code == 201
    assert answer(ana, tasks[1], [labels["science"]]).status_code == 201
    assert answer(ana, tasks[2], []).json()["item_state"] == "labeled"
    assert counts(desk, project) == ({"business": 1, "entertainment": 0, "science": 1, "health": 1}, 1)
    corrected = answer(ana, tasks[0], [], replaces=first, lease=None)
    assert corrected.status_code == 201
    assert counts(desk, project) == ({"business": 0, "entertainment": 0, "science": 1, "health": 0}, 2)
    third = answer(ana, tasks[3], [labels["health"], labels["science"], labels["business"]])
    assert third.status_code == 201
    desk.doctor()

    export = desk.owner.ok("POST", f"/projects/{project}/exports", {"format": "csv"})
    desk.run_jobs()
    text = desk.owner.get(f"/exports/{export['id']}/download").content.decode()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert list(rows[0]) == ["text", "labels"]
    exported = {row["text"]: ast.literal_eval(row["labels"]) for row in rows}
    by_text = {
        item["text"]: [label["path"] for label in item["final_label"]["labels"]]
        for item in desk.items(project)
        if item["final_label"]
    }
    assert exported == by_text
    # labels stand in the order of the tree, whatever the order of the clicks
    assert ["business", "science", "health"] in exported.values()
    assert sorted(map(len, exported.values())) == [0, 0, 1, 3]


def test_a_replay_is_the_same_answer_in_any_order(desk: Desk) -> None:
    _, labels, ana = multilabel(desk)
    task = ana.claim()["tasks"][0]
    same = str(uuid.uuid4())
    pair = [labels["health"], labels["business"]]
    assert answer(ana, task, pair, submission_id=same).status_code == 201
    again = answer(ana, task, pair[::-1], submission_id=same)
    assert again.status_code == 201
    assert again.headers["Idempotent-Replay"] == "true"
    assert problem_of(answer(ana, task, pair[:1], submission_id=same))["code"] == "id_reused"
    desk.doctor()


def test_none_of_these_is_an_answer_only_where_the_project_says_so(desk: Desk) -> None:
    project, labels, ana = multilabel(desk, allow_none=False)
    assert desk.get(project)["allow_none"] is False
    assert ana.caller.ok("GET", f"/projects/{project}/labeling")["settings"]["allow_none"] is False
    task = ana.claim()["tasks"][0]
    assert problem_of(answer(ana, task, []))["code"] == "no_label_chosen"
    assert problem_of(answer(ana, task, [labels["health"]] * 2))["code"] == "duplicate_label"
    assert problem_of(answer(ana, task, [labels["health"], 999_999]))["code"] == "unknown_label"
    assert answer(ana, task, [labels["health"]]).status_code == 201


def test_the_note_says_that_numbers_can_add_up_to_more(desk: Desk) -> None:
    project, _, _ = multilabel(desk)
    numbers = desk.owner.ok("GET", f"/projects/{project}/progress")
    assert "more than the items" in numbers["labels_sum_note"]
    single = desk.project(2)
    assert desk.owner.ok("GET", f"/projects/{single}/progress")["labels_sum_note"] is None


def test_a_duplicate_keeps_the_choice(desk: Desk) -> None:
    project, _, _ = multilabel(desk, allow_none=False)
    body = desk.owner.ok("POST", f"/projects/{project}/duplicate")["body"]
    assert body["task_type"] == "multilabel"
    assert body["allow_none"] is False
