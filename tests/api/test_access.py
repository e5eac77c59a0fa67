"""Who may do what: every route against every role, ids of other projects, and credentials that have ended."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import text
from starlette.testclient import TestClient

from labeldesk.accounts.rules import OPERATIONS, ROLES, SCOPES, may_give
from labeldesk.api.app import iterate_routes, make_fastapi
from labeldesk.core.times import HOUR, MINUTE
from support.desk import Caller, Desk, Labeler, make_http, problem_of

UUID = "00000000-0000-4000-8000-000000000001"
ANNOTATION = {"submission_id": UUID, "item_id": 1, "answer": {"labels": [1]}}


@dataclass(frozen=True)
class Right:
    """What a route asks for.

    `needs`: an operation, `public`, or `signed_in`. `hides`: without the right it answers 404, not 403, because even
    someone in the project may not know of the thing. `ends`: it ends what the other routes need, so it is tried last.
    """

    needs: str
    body: dict[str, Any] | None = None
    hides: bool = False
    ends: bool = False
    options: dict[str, Any] = field(default_factory=dict)


BYTES = {
    "params": {"name": "more.csv"},
    "content": b"text\na\n",
    "headers": {"content-type": "application/octet-stream"},
}
# A new route has to be entered here: the first test fails until it is.
RIGHTS: dict[tuple[str, str], Right] = {
    ("GET", "/healthz"): Right("public"),
    ("GET", "/{path:path}"): Right("public"),
    ("GET", "/api/v1/session"): Right("public"),
    ("POST", "/api/v1/session"): Right("public", {"email": "a@example.org", "password": "wrong"}),
    ("POST", "/api/v1/setup"): Right("public", {"token": "x", "name": "X", "email": "x@example.org", "password": "x"}),
    ("POST", "/api/v1/invitations/show"): Right("public", {"token": "x"}),
    ("POST", "/api/v1/invitations/accept"): Right(
        "public", {"token": "x", "name": "X", "email": "x@example.org", "password": "x"}
    ),
    ("DELETE", "/api/v1/session"): Right("signed_in"),
    ("GET", "/api/v1/openapi.json"): Right("signed_in"),
    ("GET", "/api/v1/events"): Right("signed_in"),
    ("GET", "/api/v1/tokens"): Right("signed_in"),
    ("POST", "/api/v1/tokens"): Right("signed_in", {"name": "t"}),
    ("DELETE", "/api/v1/tokens/{token_id}"): Right("signed_in", ends=True),
    ("GET", "/api/v1/notifications"): Right("signed_in"),
    ("POST", "/api/v1/notifications/read"): Right("signed_in", {"up_to": 1}),
    ("GET", "/api/v1/projects"): Right("signed_in"),
    ("GET", "/api/v1/labeling/projects"): Right("signed_in"),
    ("GET", "/api/v1/people"): Right("people.manage"),
    ("PATCH", "/api/v1/people/{user_id}"): Right("people.manage", {}),
    ("GET", "/api/v1/people/invitations"): Right("people.manage"),
    ("POST", "/api/v1/people/invitations"): Right("people.manage", {"role": "labeler"}),
    ("DELETE", "/api/v1/people/invitations/{invitation_id}"): Right("people.manage", ends=True),
    ("GET", "/api/v1/datasets"): Right("datasets.read"),
    ("POST", "/api/v1/datasets"): Right("datasets.write", {"name": "another one"}),
    ("GET", "/api/v1/datasets/{dataset_id}"): Right("datasets.read"),
    ("GET", "/api/v1/datasets/{dataset_id}/preview"): Right("datasets.read"),
    ("POST", "/api/v1/datasets/{dataset_id}/files"): Right("datasets.write", options=BYTES),
    ("DELETE", "/api/v1/datasets/{dataset_id}/files/{file_id}"): Right("datasets.write", ends=True),
    ("DELETE", "/api/v1/datasets/{dataset_id}"): Right("datasets.write", ends=True),
    ("POST", "/api/v1/projects"): Right("projects.create", {}),
    ("POST", "/api/v1/projects/check"): Right("projects.create", {}),
    ("POST", "/api/v1/samples"): Right("projects.create"),
    ("GET", "/api/v1/drafts"): Right("projects.create"),
    ("POST", "/api/v1/drafts"): Right("projects.create", {"body": {}}),
    ("GET", "/api/v1/drafts/{draft_id}"): Right("projects.create"),
    ("PUT", "/api/v1/drafts/{draft_id}"): Right("projects.create", {"body": {}}),
    ("DELETE", "/api/v1/drafts/{draft_id}"): Right("projects.create", ends=True),
    ("GET", "/api/v1/jobs"): Right("jobs.read"),
    ("GET", "/api/v1/jobs/{job_id}"): Right("jobs.read", hides=True),
    ("POST", "/api/v1/jobs/{job_id}/cancel"): Right("projects.manage", hides=True, ends=True),
    ("GET", "/api/v1/exports/{export_id}"): Right("exports.write", hides=True),
    ("GET", "/api/v1/exports/{export_id}/manifest"): Right("exports.write", hides=True),
    ("GET", "/api/v1/exports/{export_id}/download"): Right("exports.write", hides=True),
    ("GET", "/api/v1/projects/{project_id}"): Right("projects.read"),
    ("GET", "/api/v1/projects/{project_id}/labels"): Right("projects.read"),
    ("GET", "/api/v1/projects/{project_id}/refused"): Right("projects.read"),
    ("GET", "/api/v1/projects/{project_id}/refused.csv"): Right("projects.read"),
    ("GET", "/api/v1/projects/{project_id}/progress"): Right("progress.read"),
    ("GET", "/api/v1/projects/{project_id}/items"): Right("items.read"),
    ("GET", "/api/v1/projects/{project_id}/exports"): Right("exports.write"),
    ("GET", "/api/v1/projects/{project_id}/exports/preview"): Right("exports.write"),
    ("POST", "/api/v1/projects/{project_id}/exports"): Right("exports.write", {"format": "csv"}),
    ("GET", "/api/v1/projects/{project_id}/labeling"): Right("label"),
    ("GET", "/api/v1/projects/{project_id}/items/{item_id}/task"): Right("label"),
    ("POST", "/api/v1/projects/{project_id}/instructions/seen"): Right("label", {"version": 1}),
    ("POST", "/api/v1/projects/{project_id}/tasks/claim"): Right("label", {"holder": "h"}),
    ("POST", "/api/v1/projects/{project_id}/tasks/renew"): Right("label", {"leases": []}),
    ("POST", "/api/v1/projects/{project_id}/tasks/release"): Right("label", {"leases": []}),
    ("POST", "/api/v1/projects/{project_id}/annotations"): Right("label", ANNOTATION),
    ("POST", "/api/v1/projects/{project_id}/skips"): Right("label", {"submission_id": UUID, "item_id": 1}),
    ("PATCH", "/api/v1/projects/{project_id}"): Right("projects.manage", {"page_size": 10}),
    ("POST", "/api/v1/projects/{project_id}/duplicate"): Right("projects.create"),
    ("POST", "/api/v1/projects/{project_id}/pause"): Right("projects.manage", ends=True),
    ("POST", "/api/v1/projects/{project_id}/resume"): Right("projects.manage", ends=True),
    ("POST", "/api/v1/projects/{project_id}/retry"): Right("projects.manage", ends=True),
    ("DELETE", "/api/v1/projects/{project_id}"): Right("projects.manage", ends=True),
    ("POST", "/api/v1/projects/{project_id}/restore"): Right("projects.manage", ends=True),
}
PUBLIC = {route for route, right in RIGHTS.items() if right.needs == "public"}
API_ROUTES = [route for route in RIGHTS if route[1].startswith("/api/v1")]


@pytest.fixture
def things(desk: Desk) -> dict[str, int]:
    """One of each thing that routes name, all in one project or in none."""
    return make_things(desk, desk.owner)


def make_things(desk: Desk, caller: Caller) -> dict[str, int]:
    """One of each thing that routes name; drafts and tokens are the caller's own where they may have one."""
    project = desk.project(3)
    labeler = Labeler(desk.person("Maker", "labeler", project), project)
    item = labeler.claim()["tasks"][0]
    assert labeler.submit(item, desk.labels(project)["science"]).status_code == 201
    export = desk.owner.ok("POST", f"/projects/{project}/exports", {"format": "csv"})
    desk.run_jobs()
    dataset = desk.dataset({"data.csv": b"text\na\n"})
    drafter = caller if caller.post("/drafts", {"body": {}}).status_code == 201 else desk.owner
    return {
        "project_id": project,
        "item_id": item["item_id"],
        "export_id": export["id"],
        "job_id": export["job"]["id"],
        "dataset_id": dataset,
        "file_id": desk.owner.ok("GET", f"/datasets/{dataset}")["files"][0]["id"],
        "draft_id": drafter.ok("POST", "/drafts", {"body": {}})["id"],
        "token_id": caller.ok("POST", "/tokens", {"name": "t"})["token"]["id"],
        "invitation_id": desk.owner.ok("POST", "/people/invitations", {"role": "labeler"})["invitation"]["id"],
        "user_id": labeler.caller.user_id,
    }


def send(caller: Caller, route: tuple[str, str], things: dict[str, int]) -> Any:
    """Call a route with a request that is right in form."""
    method, path = route
    right = RIGHTS[route]
    options = dict(right.options)
    if right.body is not None:
        options["json"] = {**right.body, **({"item_id": things["item_id"]} if "item_id" in right.body else {})}
    if path == "/api/v1/events":
        method = "HEAD"  # the stream itself has no end
    return caller.call(method, path.format(**things).removeprefix("/api/v1"), **options)


def audit_rows(desk: Desk) -> list[Any]:
    with desk.workspace.database.read() as db:
        return list(db.rows(text("SELECT id, action, user_id, client, request_id FROM audit ORDER BY id")))


def test_every_route_says_here_what_it_asks_for(workspace: Any) -> None:
    assert set(iterate_routes(make_fastapi(workspace))) == set(RIGHTS)
    assert {right.needs for right in RIGHTS.values()} - {"public", "signed_in"} <= set(OPERATIONS)


def test_without_a_credential_every_route_answers_401_unless_it_is_public(desk: Desk, things: dict[str, int]) -> None:
    before = audit_rows(desk)
    credentials: list[dict[str, str]] = [
        {},
        {"authorization": "Bearer "},
        {"authorization": "Bearer ldt_wrong"},
        {"authorization": "Basic b2xnYTpvbGdh"},
        {"cookie": "labeldesk=x"},
    ]
    for credential in credentials:
        for route in API_ROUTES:
            method, path = route[0], route[1].format(**things)
            body = {"json": RIGHTS[route].body} if RIGHTS[route].body is not None else dict(RIGHTS[route].options)
            headers = {**credential, **body.pop("headers", {}), "sec-fetch-site": "same-origin"}
            if route in PUBLIC:
                if not credential:
                    assert desk.http.request(method, path, headers=headers, **body).status_code < 500
                continue
            reply = desk.http.request(method, path, headers=headers, **body)
            assert reply.status_code == 401, (route, credential, reply.text)
            assert problem_of(reply)["code"] == "signed_out"
    assert audit_rows(desk) == before


@pytest.mark.parametrize("scope", ["workspace", "project"])
@pytest.mark.parametrize("role", list(ROLES))
def test_each_role_may_call_exactly_what_its_operations_allow(desk: Desk, role: str, scope: str) -> None:
    maker = desk.owner
    things = make_things(desk, maker)
    project = things["project_id"]
    caller = desk.person(f"A {role}", role, project if scope == "project" else None)
    things |= {"token_id": caller.ok("POST", "/tokens", {"name": "t"})["token"]["id"]}
    in_workspace = ROLES[role] if scope == "workspace" else frozenset()
    if "projects.create" in in_workspace:
        things["draft_id"] = caller.ok("POST", "/drafts", {"body": {}})["id"]
    before, state = audit_rows(desk), desk.get(project)

    allowed = []
    for route, right in RIGHTS.items():
        if route[1] == "/{path:path}" or route[1] == "/healthz" or right.needs in ("public", "signed_in"):
            if right.needs == "signed_in":
                allowed.append(route)
            continue
        about_project = "{project_id}" in route[1] or "{job_id}" in route[1] or "{export_id}" in route[1]
        may = right.needs in (ROLES[role] if about_project else in_workspace)
        if route[1].endswith("/duplicate"):  # reads one project, makes a draft in the workspace
            may = "projects.create" in in_workspace
        if may:
            allowed.append(route)
            continue
        reply = send(caller, route, things)
        expected = 404 if right.hides else 403
        assert reply.status_code == expected, (role, route, reply.text)
        assert problem_of(reply)["code"] == ("not_found" if right.hides else "not_allowed")
    assert audit_rows(desk) == before
    assert desk.get(project) == {**state, "init_job": desk.get(project)["init_job"]}

    for route in sorted(allowed, key=lambda route: RIGHTS[route].ends):
        reply = send(caller, route, things)
        if reply.status_code != 403 or reply.json()["code"] != "not_yours":  # may label, but did not answer this item
            assert reply.status_code not in (401, 403), (role, route, reply.text)
        assert reply.status_code < 500, (role, route, reply.text)
        if reply.status_code == 404:  # gone by what was called before, never for want of a right
            assert RIGHTS[route].ends, (role, route)
    desk.doctor()


@pytest.mark.parametrize("role", list(ROLES))
def test_a_project_one_has_no_role_in_looks_exactly_like_none(desk: Desk, role: str) -> None:
    mine = desk.project(1)
    others = make_things(desk, desk.owner)
    missing = dict.fromkeys(others, 999_999) | {"item_id": 999_999 * 2**32 + 1}
    caller = desk.person(f"A {role}", role, mine)
    ids = ("{project_id}", "{job_id}", "{export_id}", "{draft_id}", "{token_id}")
    for route in RIGHTS:
        if not any(part in route[1] for part in ids):
            continue
        there, nowhere = send(caller, route, others), send(caller, route, missing)
        assert there.status_code == nowhere.status_code, (route, there.text, nowhere.text)
        assert there.status_code in (403, 404), (route, there.text)
        one, other = problem_of(there), problem_of(nowhere)
        assert {**one, "request_id": ""} == {**other, "request_id": ""}, route
        if "{project_id}" in route[1]:
            assert one["code"] == "not_found"
    assert [p["id"] for p in caller.ok("GET", "/projects")["projects"]] in ([mine], [])
    topics = caller.call("HEAD", "/events", params={"projects": f"{others['project_id']}"})
    assert topics.status_code == 200


def test_ids_of_another_project_do_not_pass_under_the_own_one(desk: Desk) -> None:
    first, second = desk.project(3), desk.project(3)
    ana = desk.person("Ana", "labeler", first)
    with desk.workspace.database.write() as db:
        from labeldesk.accounts import service as accounts

        accounts.give_role(db, None, ana.user_id, "labeler", second)
    one, two = Labeler(ana, first), Labeler(ana, second)
    theirs = two.claim()["tasks"][0]
    label_one, label_two = desk.labels(first)["science"], desk.labels(second)["science"]
    before = desk.get(second)["progress"]

    reply = one.submit(theirs, label_one)
    assert reply.status_code in (404, 409), reply.text
    reply = one.submit({**theirs, "lease": None}, label_one)
    assert reply.status_code == 404
    own = one.claim()["tasks"][0]
    reply = one.submit(own, label_two)
    assert reply.status_code == 422
    assert problem_of(reply)["code"] == "unknown_label"
    reply = one.submit({**own, "lease": theirs["lease"]}, label_one)
    assert reply.status_code == 409
    assert problem_of(reply)["code"] == "lease_mismatch"
    assert ana.get(f"/projects/{first}/items/{theirs['item_id']}/task").status_code == 404
    # releasing and renewing under another project does nothing to the lease
    ana.ok("POST", f"/projects/{first}/tasks/release", {"leases": [theirs["lease"]]})
    renewed = ana.ok("POST", f"/projects/{first}/tasks/renew", {"leases": [theirs["lease"]]})
    assert renewed["lost"] == [theirs["lease"]]
    assert two.submit(theirs, label_two).status_code == 201
    assert before["labeled"] == 0
    desk.doctor()


def test_a_labeler_sees_of_a_project_what_labeling_needs_and_nothing_else(desk: Desk) -> None:
    project = desk.project(b"secret,text\nhidden column,shown text\n")
    ana = desk.person("Ana", "labeler", project)
    bo = desk.person("Bo Unseen", "labeler", project)  # with a space: no random token can hold it by chance
    seen = [
        ana.get("/session").text,
        ana.get(f"/projects/{project}/labeling").text,
        ana.post(f"/projects/{project}/tasks/claim", {"holder": "h"}).text,
        ana.get("/labeling/projects").text,
        ana.get("/projects").text,
        ana.get("/notifications").text,
    ]
    assert "shown text" in "".join(seen)
    for never in ("hidden column", bo.name, "Olga Owner", '"seed"'):
        assert never not in "".join(seen), never
    assert ana.ok("GET", "/session")["user"]["labeler_only"] is True
    assert ana.ok("GET", "/projects")["projects"] == []


def test_another_labelers_answer_cannot_be_opened(desk: Desk) -> None:
    project = desk.project(1)
    ana, bo = (Labeler(desk.person(name, "labeler", project), project) for name in ("Ana", "Bo"))
    task = ana.claim()["tasks"][0]
    assert ana.submit(task, desk.labels(project)["science"]).status_code == 201
    assert ana.caller.get(f"/projects/{project}/items/{task['item_id']}/task").status_code == 200
    assert bo.caller.get(f"/projects/{project}/items/{task['item_id']}/task").status_code == 403


# -- tokens of limited scope ---------------------------------------------------------------------------------------


def scoped(desk: Desk, *scopes: str) -> Caller:
    made = desk.owner.ok("POST", "/tokens", {"name": "limited", "scopes": list(scopes)})
    return Caller(desk.http, made["secret"], desk.owner.user_id, "limited")


@pytest.mark.parametrize("scope", [scope for scope in SCOPES if scope != "all"])
def test_a_limited_token_may_do_no_more_than_its_scope(desk: Desk, scope: str) -> None:
    things = make_things(desk, desk.owner)
    limited = scoped(desk, scope)
    before = audit_rows(desk)
    for route, right in RIGHTS.items():
        if right.needs in ("public", "signed_in") or right.needs in SCOPES[scope]:
            continue
        if "{job_id}" in route[1] and route[1].endswith("/cancel") and scope == "export":
            continue  # the export is its owner's own
        reply = send(limited, route, things)
        if "{job_id}" in route[1] and route[0] == "GET" and scope == "export":
            continue
        assert reply.status_code in (403, 404), (scope, route, reply.text)
    assert audit_rows(desk) == before


def test_a_limited_token_cannot_make_itself_a_wider_one(desk: Desk) -> None:
    for scope in ("label", "read", "export"):
        limited = scoped(desk, scope)
        for wanted in ("all", scope):
            reply = limited.post("/tokens", {"name": "wider", "scopes": [wanted]})
            assert reply.status_code == 403
        own = desk.owner.ok("GET", "/tokens")["tokens"]
        assert limited.call("DELETE", f"/tokens/{own[0]['id']}").status_code == 403
        assert len(desk.owner.ok("GET", "/tokens")["tokens"]) == len(own)


def test_a_token_ends_when_it_is_deleted_and_when_it_expires(desk: Desk) -> None:
    made = desk.owner.ok("POST", "/tokens", {"name": "short", "expires_in_days": 1})
    short = Caller(desk.http, made["secret"], desk.owner.user_id, "short")
    assert short.get("/projects").status_code == 200
    other = desk.person("Other", "owner")
    assert other.call("DELETE", f"/tokens/{made['token']['id']}").status_code == 404  # only one's own
    desk.workspace.database.clock_offset = 24 * HOUR + MINUTE
    assert short.get("/projects").status_code == 401
    desk.workspace.database.clock_offset = 0
    assert short.get("/projects").status_code == 200
    assert desk.owner.call("DELETE", f"/tokens/{made['token']['id']}").status_code == 204
    assert short.get("/projects").status_code == 401


# -- giving and taking roles ---------------------------------------------------------------------------------------


def test_nobody_gives_a_role_that_may_do_more_than_they_may() -> None:
    for giver, operations in ROLES.items():
        for role, wanted in ROLES.items():
            assert may_give(operations, role) == (wanted <= operations), (giver, role)


def test_only_owners_give_roles(desk: Desk) -> None:
    victim = desk.person("Vic", "labeler")
    for role in ROLES:
        if "people.manage" in ROLES[role]:
            continue
        climber = desk.person(f"Climber {role}", role)
        for reply in (
            climber.call("PATCH", f"/people/{climber.user_id}", json={"role": "owner"}),
            climber.call("PATCH", f"/people/{victim.user_id}", json={"role": "labeler"}),
            climber.call("PATCH", f"/people/{desk.owner.user_id}", json={"disabled": True}),
            climber.post("/people/invitations", {"role": "owner"}),
        ):
            assert reply.status_code == 403, role
    unknown = desk.owner.call("PATCH", f"/people/{victim.user_id}", json={"role": "emperor"})
    assert unknown.status_code == 422
    assert problem_of(unknown)["code"] == "unknown_role"


def test_an_owner_of_one_project_is_no_owner_of_the_workspace(desk: Desk) -> None:
    project = desk.project(1)
    owner = desk.person("Project Owner", "owner", project)
    assert owner.get("/people").status_code == 403
    assert owner.post("/people/invitations", {"role": "labeler", "project_ids": [project]}).status_code == 403
    assert owner.call("PATCH", f"/people/{owner.user_id}", json={"role": "owner"}).status_code == 403


@pytest.mark.parametrize("change", [{"role": "labeler"}, {"disabled": True}])
def test_the_last_owner_cannot_be_removed(desk: Desk, change: dict[str, Any]) -> None:
    reply = desk.owner.call("PATCH", f"/people/{desk.owner.user_id}", json=change)
    assert reply.status_code == 409
    assert problem_of(reply)["code"] == "last_owner"
    assert desk.owner.get("/people").status_code == 200
    second = desk.person("Second", "owner")
    assert desk.owner.call("PATCH", f"/people/{second.user_id}", json=change).status_code == 200
    assert desk.owner.call("PATCH", f"/people/{desk.owner.user_id}", json=change).status_code == 409


def test_two_owners_who_remove_each_other_at_once_leave_one(desk: Desk) -> None:
    second = desk.person("Second", "owner")
    gate = threading.Barrier(2)

    def remove(pair: tuple[Caller, Caller]) -> int:
        gate.wait()
        return pair[0].call("PATCH", f"/people/{pair[1].user_id}", json={"disabled": True}).status_code

    with ThreadPoolExecutor(2) as pool:
        replies = list(pool.map(remove, [(desk.owner, second), (second, desk.owner)]))
    with desk.workspace.database.read() as db:
        left = db.scalar(
            text(
                "SELECT COUNT(*) FROM member m JOIN user_account u ON u.id = m.user_id"
                " WHERE m.role = 'owner' AND m.project_id IS NULL AND u.disabled_at IS NULL"
            )
        )
    assert left == 1, replies
    assert replies.count(200) == 1, replies


def test_a_disabled_person_is_refused_at_once_and_their_tasks_go_back(desk: Desk) -> None:
    project = desk.project(3)
    ana = Labeler(desk.person("Ana", "labeler", project), project)
    bo = Labeler(desk.person("Bo", "labeler", project), project)
    label = desk.labels(project)["science"]
    tasks = ana.claim()["tasks"]
    assert ana.submit(tasks[0], label).status_code == 201
    assert bo.claim()["empty"]["reason"] == "leased_by_others"

    changed = desk.owner.ok("PATCH", f"/people/{ana.caller.user_id}", {"disabled": True})
    assert changed["disabled"] is True
    reply = ana.submit(tasks[1], label)
    assert reply.status_code == 401
    assert desk.get(project)["progress"]["labeled"] == 1  # what was answered stays
    assert {task["item_id"] for task in bo.claim()["tasks"]} == {task["item_id"] for task in tasks[1:]}
    desk.doctor()

    desk.owner.ok("PATCH", f"/people/{ana.caller.user_id}", {"disabled": False})
    assert ana.caller.get("/labeling/projects").status_code == 401  # credentials do not come back


def test_a_person_who_loses_the_right_to_label_gives_their_tasks_back(desk: Desk) -> None:
    project = desk.project(2)
    ana = Labeler(desk.person("Ana", "labeler"), project)
    bo = Labeler(desk.person("Bo", "labeler", project), project)
    task = ana.claim()["tasks"][0]
    desk.owner.ok("PATCH", f"/people/{ana.caller.user_id}", {"role": "reviewer"})
    reply = ana.submit(task, desk.labels(project)["science"])
    assert reply.status_code == 403
    assert len(bo.claim()["tasks"]) == 2
    desk.doctor()


# -- requests that come from other sites, and other hosts ----------------------------------------------------------


SITES: list[tuple[dict[str, str], bool]] = [
    ({"sec-fetch-site": "same-origin"}, True),
    ({"sec-fetch-site": "same-origin", "origin": "http://127.0.0.1"}, True),
    ({"origin": "http://127.0.0.1"}, True),
    ({}, False),
    ({"sec-fetch-site": "cross-site"}, False),
    ({"sec-fetch-site": "same-site"}, False),
    ({"sec-fetch-site": "none"}, False),
    ({"sec-fetch-site": ""}, False),
    ({"sec-fetch-site": "cross-site", "origin": "http://127.0.0.1"}, False),
    ({"origin": "null"}, False),
    ({"origin": ""}, False),
    ({"origin": "http://evil.example"}, False),
    ({"origin": "http://127.0.0.1:81"}, False),
    ({"origin": "http://127.0.0.1.evil.example"}, False),
    ({"origin": "http://evil.example/127.0.0.1"}, False),
    ({"origin": "http://evil.example@127.0.0.1"}, False),
    ({"origin": "http://["}, False),
    ({"origin": "127.0.0.1"}, False),
    ({"origin": "file://127.0.0.1"}, False),
]  # fmt: skip


def browser(desk: Desk, name: str = "Ana", role: str = "owner") -> tuple[Any, dict[str, str], str]:
    """A person with a password signed in by cookie: (http client, their account, session cookie's value)."""
    account = {"name": name, "email": f"{name.lower()}@example.org", "password": "seven purple walruses sing"}
    link = desk.owner.ok("POST", "/people/invitations", {"role": role})["link"]
    http = make_http(desk.http.app)
    reply = http.post("/api/v1/invitations/accept", json={"token": link.partition("#")[2], **account})
    assert reply.status_code == 201, reply.text
    return http, account, http.cookies["labeldesk"]


def from_address(desk: Desk, address: str) -> Any:
    """A caller without credentials from some address of the network."""
    return TestClient(desk.http.app, base_url="http://127.0.0.1", client=(address, 50_000))


def test_changes_by_cookie_come_from_our_own_pages_only(desk: Desk) -> None:
    http, _, _ = browser(desk)
    for number, (headers, ours) in enumerate(SITES):
        reply = http.post("/api/v1/datasets", json={"name": f"from {number}"}, headers=headers)
        assert reply.status_code == (201 if ours else 403), (headers, reply.text)
        if not ours:
            assert problem_of(reply)["code"] == "cross_site"
        # reading is not changing
        assert http.get("/api/v1/datasets", headers=headers).status_code == 200
    for method, path in (("PATCH", "/people/1"), ("DELETE", "/session"), ("PUT", "/drafts/1")):
        reply = http.request(method, "/api/v1" + path, json={}, headers={"sec-fetch-site": "cross-site"})
        assert problem_of(reply)["code"] == "cross_site"
    # a token is not sent by a browser of its own accord
    assert desk.owner.post("/datasets", {"name": "t"}, headers={"origin": "http://evil.example"}).status_code == 201


def test_another_site_cannot_sign_a_browser_in(desk: Desk) -> None:
    _, account, _ = browser(desk)
    given = {"email": account["email"], "password": account["password"]}
    for number, (headers, ours) in enumerate(SITES):
        if headers:  # without any, it is a program
            http = from_address(desk, f"192.0.2.{number}")
            reply = http.post("/api/v1/session", json=given, headers=headers)
            assert reply.status_code == (200 if ours else 403), (headers, reply.text)


def test_no_other_origin_is_ever_allowed_to_read(desk: Desk) -> None:
    for origin in ("null", "http://evil.example", "http://127.0.0.1"):
        for method in ("GET", "OPTIONS", "POST"):
            headers = {"origin": origin, "access-control-request-method": "POST"}
            for path in ("/api/v1/session", "/api/v1/projects", "/", "/healthz"):
                reply = desk.http.request(method, path, headers=headers)
                assert not [name for name in reply.headers if name.startswith("access-control-")]


HOSTS: list[tuple[str, int]] = [
    ("127.0.0.1", 200), ("127.0.0.1:8000", 200), ("localhost", 200), ("LOCALHOST:1", 200), ("[::1]:80", 200),
    ("evil.example", 421), ("127.0.0.1.evil.example", 421), ("127.0.0.1:80@evil.example", 421),
    ("evil.example@127.0.0.1", 421), ("127.0.0.1:80:80", 421), ("127.0.0.1:", 421), ("127.0.0.1:abc", 421),
    ("127.0.0.1/../x", 421), ("127.0.0.1#", 421), ("127.0.0.1 evil", 421), ("", 421), ("[::1", 421),
    ("0.0.0.0", 421), ("127.1", 421), ("2130706433", 421), ("localhost.", 421), ("127.0.0.1\tx", 421),
]  # fmt: skip


def test_the_server_answers_to_its_own_names_only(desk: Desk) -> None:
    for host, status in HOSTS:
        for path in ("/api/v1/session", "/healthz", "/", "/assets/x.js"):
            reply = desk.http.get(path, headers={"host": host})
            assert (reply.status_code == 421) == (status == 421), (host, path, reply.status_code)
            if status == 421:
                assert problem_of(reply)["code"] == "unknown_host"


def test_the_hosts_can_be_widened_by_settings(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(allowed_hosts=["desk.example.org"], public_url="https://labels.example.org:8443/")
    for host in ("desk.example.org", "Desk.Example.Org:80", "labels.example.org", "labels.example.org:8443"):
        assert desk.http.get("/healthz", headers={"host": host}).status_code == 200, host
    link = desk.owner.ok("POST", "/people/invitations", {"role": "labeler"})["link"]
    assert link.startswith("https://labels.example.org:8443/invite#")


def test_forwarded_addresses_are_believed_of_known_proxies_only(make_desk: Callable[..., Desk]) -> None:
    for proxies, believed in (([], "127.0.0.1"), (["10.0.0.1"], "127.0.0.1"), (["127.0.0.1"], "203.0.113.9")):
        desk = make_desk(trusted_proxies=proxies)
        forwarded = {"x-forwarded-for": "8.8.8.8, 203.0.113.9"}
        desk.owner.ok("POST", "/datasets", {"name": f"by {proxies}"}, headers=forwarded)
        assert audit_rows(desk)[-1].client == believed


# -- cookies and headers -------------------------------------------------------------------------------------------


def cookie_of(reply: Any) -> dict[str, str]:
    """A Set-Cookie header's parts, lower case names."""
    parts = [part.strip().partition("=") for part in reply.headers["set-cookie"].split(";")]
    return {"name": parts[0][0], "value": parts[0][2], **{name.lower(): value for name, _, value in parts[1:]}}


def invite_and_accept(desk: Desk) -> Any:
    link = desk.owner.ok("POST", "/people/invitations", {"role": "labeler"})["link"]
    body = {
        "token": link.partition("#")[2],
        "name": "Ana",
        "email": "ana@example.org",
        "password": "seven purple walruses sing",
    }
    return make_http(desk.http.app).post("/api/v1/invitations/accept", json=body)


def test_the_cookie_by_plain_http(desk: Desk) -> None:
    cookie = cookie_of(invite_and_accept(desk))
    assert cookie["name"] == "labeldesk"
    assert len(cookie["value"]) >= 43  # 256 bits
    assert "httponly" in cookie
    assert "secure" not in cookie
    assert cookie["samesite"] == "lax"
    assert cookie["path"] == "/"
    assert "domain" not in cookie
    assert cookie["max-age"] == str(24 * 3600)


def test_the_cookie_by_https_is_bound_to_the_host(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(public_url="https://labels.example.org")
    reply = invite_and_accept(desk)
    cookie = cookie_of(reply)
    assert cookie["name"] == "__Host-labeldesk"
    assert {"httponly", "secure"} <= set(cookie)
    assert cookie["path"] == "/"
    assert "domain" not in cookie
    assert reply.headers["strict-transport-security"] == "max-age=31536000; includeSubDomains"
    http = make_http(desk.http.app)
    by_cookie = {"cookie": f"__Host-labeldesk={cookie['value']}"}
    assert http.get("/api/v1/labeling/projects", headers=by_cookie).status_code == 200
    assert http.get("/api/v1/labeling/projects", headers={"cookie": f"labeldesk={cookie['value']}"}).status_code == 401
    # a page of the same host by plain http is another origin
    for origin, status in (("http://127.0.0.1", 403), ("https://127.0.0.1", 204)):
        reply = http.delete("/api/v1/session", headers={**by_cookie, "origin": origin})
        assert reply.status_code == status


def test_security_headers_stand_on_every_kind_of_answer(desk: Desk) -> None:
    things = make_things(desk, desk.owner)
    answers = {
        "json": desk.owner.get("/session"),
        "error": desk.owner.get("/projects/999"),
        "invalid": desk.owner.post("/datasets", {}),
        "unknown": desk.owner.get("/nothing"),
        "method": desk.owner.call("PUT", "/session"),
        "options": desk.owner.call("OPTIONS", "/session"),
        "download": desk.owner.get(f"/exports/{things['export_id']}/download"),
        "refused": desk.owner.get(f"/projects/{things['project_id']}/refused.csv"),
        "page": desk.http.get("/projects/1"),
        "file": desk.http.get("/assets/missing.js"),
        "health": desk.http.get("/healthz"),
        "host": desk.http.get("/", headers={"host": "evil.example"}),
        "large": desk.http.get("/", headers={"x": "x" * 40_000}),
    }
    for name, reply in answers.items():
        headers = reply.headers
        assert headers["x-content-type-options"] == "nosniff", name
        assert headers["x-frame-options"] == "DENY", name
        assert headers["referrer-policy"] == "same-origin", name
        assert headers["cross-origin-resource-policy"] == "same-origin", name
        assert headers["cross-origin-opener-policy"] == "same-origin", name
        assert len(headers["x-request-id"]) == 16, name
        assert "strict-transport-security" not in headers, name
        assert "server" not in headers, name
        policy = headers["content-security-policy"]
        assert "frame-ancestors 'none'" in policy, name
        assert "base-uri 'none'" in policy, name
        assert "default-src 'none'" in policy, name
        scripts = policy.partition("script-src")[2].partition(";")[0]
        assert "unsafe" not in scripts, name
        if name != "page":
            assert "sandbox" in policy, name
        assert headers["cache-control"] == "no-store", name
        if reply.content:
            assert "charset" in headers["content-type"] or "json" in headers["content-type"], name
    assert answers["download"].headers["content-disposition"].startswith("attachment;")
    assert answers["refused"].headers["content-disposition"].startswith("attachment;")
    one, other = (desk.http.get("/").headers["content-security-policy"] for _ in range(2))
    assert one != other  # the nonce is new for each page


# -- sessions ------------------------------------------------------------------------------------------------------


def sign_in(http: Any, account: dict[str, str], **headers: str) -> Any:
    body = {"email": account["email"], "password": account["password"]}
    return http.post("/api/v1/session", json=body, headers={"sec-fetch-site": "same-origin", **headers})


def who(desk: Desk, secret: str) -> int:
    """The answer to a request that carries this session."""
    reply = make_http(desk.http.app).get("/api/v1/projects", headers={"cookie": f"labeldesk={secret}"})
    return int(reply.status_code)


def test_signing_out_ends_the_session_on_the_server(desk: Desk) -> None:
    http, account, first = browser(desk)
    second = cookie_of(sign_in(make_http(desk.http.app), account))["value"]
    assert who(desk, first) == who(desk, second) == 200
    reply = http.delete("/api/v1/session", headers={"sec-fetch-site": "same-origin"})
    assert reply.status_code == 204
    cleared = cookie_of(reply)
    assert cleared["value"].strip('"') == ""
    assert cleared["max-age"] == "0"
    assert who(desk, first) == 401  # also in another tab that still holds it
    assert who(desk, second) == 200  # another device


def test_a_session_id_from_before_signing_in_is_never_taken_over(desk: Desk) -> None:
    _, account, earlier = browser(desk)
    for planted in ("attacker-chose-this", earlier):
        http = make_http(desk.http.app)
        reply = sign_in(http, account, cookie=f"labeldesk={planted}")
        assert reply.status_code == 200
        assert cookie_of(reply)["value"] not in (planted, "")
    assert who(desk, "attacker-chose-this") == 401


def test_sessions_end_when_idle_and_in_any_case(desk: Desk) -> None:
    _, account, idle = browser(desk)
    clock = desk.workspace.database
    for hours in (7.9, 15.7, 23.5, 23.9):  # each request is a sign of life
        clock.clock_offset = int(hours * HOUR)
        assert who(desk, idle) == 200, hours
    clock.clock_offset = 24 * HOUR + MINUTE
    assert who(desk, idle) == 401  # however busy it was
    fresh = cookie_of(sign_in(make_http(desk.http.app), account))["value"]
    clock.clock_offset += 8 * HOUR + MINUTE
    assert who(desk, fresh) == 401
    clock.clock_offset = 0


def test_the_ends_of_sessions_are_settings(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(session_idle_hours=1.0, session_hours=2.0)
    _, _, secret = browser(desk)
    clock = desk.workspace.database
    for minutes, status in ((59, 200), (118, 200), (121, 401)):
        clock.clock_offset = minutes * MINUTE
        assert who(desk, secret) == status, minutes


def test_a_disabled_persons_sessions_and_tokens_end_at_once(desk: Desk) -> None:
    http, account, secret = browser(desk)
    token = http.post("/api/v1/tokens", json={"name": "t"}, headers={"sec-fetch-site": "same-origin"}).json()["secret"]
    user = http.get("/api/v1/session").json()["user"]["id"]
    desk.owner.ok("PATCH", f"/people/{user}", {"disabled": True})
    assert who(desk, secret) == 401
    assert Caller(desk.http, token, user, "x").get("/projects").status_code == 401
    reply = sign_in(make_http(desk.http.app), account)
    assert reply.status_code == 401
    assert problem_of(reply)["code"] == "sign_in_failed"
    assert make_http(desk.http.app).get("/api/v1/session").json()["state"] == "signed_out"


# -- passwords and guessing ----------------------------------------------------------------------------------------


PASSWORDS: list[tuple[str, str | None]] = [
    ("short", "password_short"), ("x" * 11, "password_short"), ("", "password_short"),
    ("plum otter 12", None), ("🐙 ünïcödé pässwörd ✓", None), ("  spaces count here  ", None),
    ("xkq vbnm tyzz wplo rr jq " * 5 + "abc", None), ("xkq vbnm tyzz wplo rr jq " * 5 + "abcd", "password_long"),
    ("password1234", "password_common"), ("aaaaaaaaaaaaaaaa", "password_common"), ("qwertyuiop12", "password_common"),
    ("Ana Anaconda", "password_personal"), ("labeldesk123", "password_personal"),
]  # fmt: skip


def test_passwords_are_long_and_not_easily_guessed(desk: Desk) -> None:
    for number, (password, code) in enumerate(PASSWORDS):
        email = f"anaconda{number}@example.org"
        link = desk.owner.ok("POST", "/people/invitations", {"role": "labeler"})["link"]
        body = {"token": link.partition("#")[2], "name": "Ana Anaconda", "email": email, "password": password}
        reply = from_address(desk, f"192.0.2.{number}").post("/api/v1/invitations/accept", json=body)
        if code is None:
            assert reply.status_code == 201, (password, reply.text)
            assert sign_in(make_http(desk.http.app), {"email": email.upper(), "password": password}).status_code == 200
            wrong = sign_in(make_http(desk.http.app), {"email": email, "password": password[:-1]})
            assert wrong.status_code == 401  # nothing is cut off or trimmed
        else:
            assert reply.status_code == 422, (password, reply.text)
            assert problem_of(reply)["code"] == code, password
            assert len(password) < 6 or password not in reply.text


def test_a_failed_sign_in_never_says_what_was_wrong(desk: Desk) -> None:
    _, account, _ = browser(desk)
    tokens_only = {"email": desk.owner.ok("GET", "/session")["user"]["email"], "password": "whatever it is 12"}
    answers = []
    for given in (
        {"email": account["email"], "password": "wrong password here"},
        {"email": "nobody@example.org", "password": "wrong password here"},
        {"email": "", "password": ""},
        tokens_only,
    ):
        reply = sign_in(make_http(desk.http.app), given)
        assert reply.status_code == 401
        answers.append({**problem_of(reply), "request_id": ""})
    assert all(answer == answers[0] for answer in answers)


def test_guessing_is_slowed_down_and_locks_nobody_out(desk: Desk) -> None:
    _, account, _ = browser(desk)
    wrong = {"email": account["email"], "password": "not this one either"}
    replies = [sign_in(make_http(desk.http.app), wrong) for _ in range(12)]
    codes = [reply.status_code for reply in replies]
    assert codes[:10] == [401] * 10
    assert codes[10:] == [429, 429]
    assert problem_of(replies[-1])["code"] == "too_many_attempts"
    assert replies[-1].headers["retry-after"] == "60"
    # the spelling of the address does not give more tries; another caller is not held up by it
    assert sign_in(make_http(desk.http.app), {**wrong, "email": account["email"].upper()}).status_code == 429
    assert sign_in(from_address(desk, "192.0.2.7"), account).status_code == 200


def test_guessing_over_many_accounts_is_slowed_down_too(desk: Desk) -> None:
    codes = [
        sign_in(make_http(desk.http.app), {"email": f"p{n}@example.org", "password": "x"}).status_code
        for n in range(62)
    ]
    assert codes[:60] == [401] * 60
    assert codes[60:] == [429, 429]


def test_links_of_invitations_cannot_be_guessed_quickly_and_work_once(desk: Desk) -> None:
    link = desk.owner.ok("POST", "/people/invitations", {"role": "labeler", "email": "ana@example.org"})["link"]
    secret = link.partition("#")[2]
    assert len(secret) >= 43
    http = make_http(desk.http.app)
    shown = http.post("/api/v1/invitations/show", json={"token": secret}).json()
    assert shown["role"] == "labeler"
    account = {"name": "Ana", "email": "bo@example.org", "password": "seven purple walruses sing"}
    other = http.post("/api/v1/invitations/accept", json={"token": secret, **account})
    assert problem_of(other)["code"] == "email_differs"
    account["email"] = "ANA@example.org"
    assert http.post("/api/v1/invitations/accept", json={"token": secret, **account}).status_code == 201
    for path, body in (("show", {"token": secret}), ("accept", {"token": secret, **account})):
        used = http.post(f"/api/v1/invitations/{path}", json=body)
        assert used.status_code == 404
        assert problem_of(used)["code"] == "invitation_invalid"
    codes = [http.post("/api/v1/invitations/show", json={"token": f"x{n}"}).status_code for n in range(12)]
    assert codes[-1] == 429


@pytest.mark.parametrize("end", ["revoked", "expired"])
def test_an_invitation_that_has_ended_makes_no_account(desk: Desk, end: str) -> None:
    made = desk.owner.ok("POST", "/people/invitations", {"role": "owner"})
    if end == "revoked":
        assert desk.owner.call("DELETE", f"/people/invitations/{made['invitation']['id']}").status_code == 204
    else:
        desk.workspace.database.clock_offset = 7 * 24 * HOUR + MINUTE
    body = {
        "token": made["link"].partition("#")[2],
        "name": "Ana",
        "email": "ana@example.org",
        "password": "seven purple walruses sing",
    }
    reply = make_http(desk.http.app).post("/api/v1/invitations/accept", json=body)
    desk.workspace.database.clock_offset = 0
    assert problem_of(reply)["code"] == "invitation_invalid"
    assert len(desk.owner.ok("GET", "/people")["people"]) == 1


def test_a_fresh_workspace_opens_to_its_link_only(workspace: Any) -> None:
    from labeldesk.accounts import service as accounts
    from labeldesk.api.app import make_app

    with make_http(make_app(workspace)) as http:
        assert http.get("/api/v1/session").json()["state"] == "setup"
        with workspace.database.write() as db:
            older = accounts.renew_setup_secret(db)
            secret = accounts.renew_setup_secret(db)
        assert older != secret
        account = {"name": "Olga", "email": "olga@example.org", "password": "seven purple walruses sing"}
        for wrong in ("", "admin", older):
            reply = http.post("/api/v1/setup", json={"token": wrong, **account})
            assert reply.status_code == 403
            assert problem_of(reply)["code"] == "setup_token_invalid"
        for email, password in (("admin@example.org", "admin"), ("admin", "password"), ("olga@example.org", "")):
            assert http.post("/api/v1/session", json={"email": email, "password": password}).status_code == 401
        assert http.post("/api/v1/setup", json={"token": secret, **account}).status_code == 201
        again = http.post("/api/v1/setup", json={"token": secret, **account, "email": "eve@example.org"})
        assert again.status_code == 409
        assert problem_of(again)["code"] == "already_set_up"
        with workspace.database.write() as db:
            assert accounts.renew_setup_secret(db) is None


# -- what is written down ------------------------------------------------------------------------------------------


def test_every_change_leaves_an_audit_row_that_says_who_and_from_where(desk: Desk) -> None:
    seen: list[str] = []

    def did(expected: str, reply: Any) -> Any:
        assert reply.status_code < 300, reply.text
        rows = audit_rows(desk)[len(seen) :]
        seen.extend(row.action for row in rows)
        assert expected in [row.action for row in rows], (expected, rows)
        for row in rows:
            assert row.client == "127.0.0.1", row
            assert row.request_id == reply.headers["x-request-id"], row
        return reply.json() if reply.content else None

    seen.extend(row.action for row in audit_rows(desk))
    owner = desk.owner
    dataset = did("dataset.create", owner.post("/datasets", {"name": "d"}))["id"]
    file = did("dataset.add_file", desk.upload(dataset, "a.csv", b"text\na\n"))["id"]
    did("dataset.remove_file", owner.call("DELETE", f"/datasets/{dataset}/files/{file}"))
    did("dataset.remove", owner.call("DELETE", f"/datasets/{dataset}"))
    other = desk.dataset({"a.csv": b"n,text\n1,a\n2,b\n"})
    seen.extend(row.action for row in audit_rows(desk)[len(seen) :])
    project = did("project.create", owner.post("/projects", desk.wanted(other)))["id"]
    desk.run_jobs()
    seen.extend(row.action for row in audit_rows(desk)[len(seen) :])
    did("project.change", owner.call("PATCH", f"/projects/{project}", json={"page_size": 5}))
    did("project.paused", owner.post(f"/projects/{project}/pause"))
    did("project.running", owner.post(f"/projects/{project}/resume"))
    labeler = Labeler(owner, project)
    assert labeler.submit(labeler.claim()["tasks"][0], desk.labels(project)["science"]).status_code == 201
    did("export.create", owner.post(f"/projects/{project}/exports", {"format": "csv"}))
    did("project.deleted", owner.call("DELETE", f"/projects/{project}"))
    did("project.paused", owner.post(f"/projects/{project}/restore"))
    token = did("token.create", owner.post("/tokens", {"name": "t"}))["token"]["id"]
    did("token.delete", owner.call("DELETE", f"/tokens/{token}"))
    invitation = did("invitation.create", owner.post("/people/invitations", {"role": "labeler"}))
    did("invitation.revoke", owner.call("DELETE", f"/people/invitations/{invitation['invitation']['id']}"))
    link = did("invitation.create", owner.post("/people/invitations", {"role": "labeler"}))["link"]
    account = {"name": "Ana", "email": "ana@example.org", "password": "seven purple walruses sing"}
    http = make_http(desk.http.app)
    did("invitation.accept", http.post("/api/v1/invitations/accept", json={"token": link.partition("#")[2], **account}))
    did("session.open", sign_in(http, account))
    user = http.get("/api/v1/session").json()["user"]["id"]
    did("session.close", http.delete("/api/v1/session", headers={"sec-fetch-site": "same-origin"}))
    did("member.set", owner.call("PATCH", f"/people/{user}", json={"role": "lead"}))
    did("person.disable", owner.call("PATCH", f"/people/{user}", json={"disabled": True}))
    did("person.enable", owner.call("PATCH", f"/people/{user}", json={"disabled": False}))


def test_no_secret_reaches_a_log_line_an_error_or_a_listing(desk: Desk, capfd: pytest.CaptureFixture[str]) -> None:
    http, account, session = browser(desk)
    made = desk.owner.ok("POST", "/tokens", {"name": "t"})
    link = desk.owner.ok("POST", "/people/invitations", {"role": "labeler"})["link"].partition("#")[2]
    secrets = {account["password"], session, made["secret"], link, desk.owner.token, "wrong but mine alone"}
    said = []
    said.append(sign_in(http, {**account, "password": "wrong but mine alone"}).text)
    said.append(http.post("/api/v1/session", json={"email": 5, "password": account["password"]}).text)
    said.append(http.post("/api/v1/session", json={"password": account["password"], "x": 1}).text)
    said.append(http.post("/api/v1/session", content=b'{"password": "' + account["password"].encode()).text)
    said.append(http.post("/api/v1/invitations/show", json={"token": [link]}).text)
    said.append(desk.http.get("/api/v1/projects", headers={"authorization": f"Basic {made['secret']}"}).text)
    said.append(desk.http.get(f"/api/v1/projects?token={made['secret']}", headers={"cookie": f"x={session}"}).text)
    for path in ("/tokens", "/people", "/people/invitations", "/session", "/notifications", "/jobs"):
        said.append(desk.owner.get(path).text)
    with desk.workspace.database.read() as db:
        for table in ("audit", "login_session", "api_token", "invitation", "user_account", "fact"):
            said.append(str(db.rows(text(f"SELECT * FROM {table}"))))
    out, err = capfd.readouterr()
    said += [out, err]
    assert "request" in out + err
    for secret in secrets:
        for place, words in enumerate(said):
            assert secret not in words, place


def test_a_caller_cannot_write_log_lines_of_their_own(server: Any) -> None:
    for path in ("/%0aFORGED%20line", "/%0d%0aFORGED", "/%1b%5b31mFORGED", "/%e2%80%a8FORGED", "/%00FORGED"):
        server.exchange(
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-For: FORGED\r\nConnection: close\r\n\r\n".encode()
        )
    assert server.stop() in (0, -signal.SIGTERM)
    assert server.log.count("FORGED") >= 4
    for line in server.log.splitlines():
        if "FORGED" in line:
            assert "event=request" in line, line
            assert not any(ord(c) < 32 or ord(c) == 127 for c in line), line
