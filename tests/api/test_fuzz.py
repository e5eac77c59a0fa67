"""Whatever is sent that the API's own description allows, and much that it does not: never a 5xx, never a hang.

Requests are made from the OpenAPI document, as right and as wrong ones, for a fixed time with a fixed seed.
"""

from __future__ import annotations

import shutil
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode

from labeldesk.accounts import service as accounts
from labeldesk.api.app import make_app, make_fastapi
from labeldesk.api.schema import openapi
from labeldesk.bootstrap import Workspace
from labeldesk.settings import Settings
from support.desk import Desk, Labeler, make_http

SECONDS = 30.0
Seen = defaultdict[tuple[str, str], Counter[int]]
PUBLIC = {"/api/v1/session", "/api/v1/setup", "/api/v1/invitations/show", "/api/v1/invitations/accept"}
ENDLESS = {"/api/v1/events"}
# Numbers that stand for real things, so that requests also come past "there is no such thing".
REAL = {"project_id": 1, "dataset_id": 1, "job_id": 1, "export_id": 1, "user_id": 2}


@pytest.fixture(scope="module")
def far(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk with a project under way, on SQLite, in this process."""
    folder = tmp_path_factory.mktemp("fuzz")
    shutil.copy(sqlite_template, folder / "labeldesk.db")
    workspace = Workspace(Settings(data=folder, worker=False))
    with make_http(make_app(workspace)) as http:
        desk = Desk(workspace, http)
        project = desk.project(50)
        labeler = Labeler(desk.person("Ana", "labeler", project), project)
        assert labeler.submit(labeler.claim()["tasks"][0], desk.labels(project)["science"]).status_code == 201
        desk.owner.ok("POST", f"/projects/{project}/exports", {"format": "csv"})
        desk.run_jobs()
        yield desk
    workspace.close()


# Bounds for what is generated. The real ones allow thousands of labels in six levels of lists: gigabytes a request.
SMALLER = {"maxItems": 8, "maxLength": 500}


def with_small_bounds(node: Any) -> Any:
    """The description with every list and text bounded low; limits themselves are tested where they stand."""
    if isinstance(node, list):
        return [with_small_bounds(inner) for inner in node]
    if not isinstance(node, dict):
        return node
    return {
        key: min(inner, SMALLER[key]) if key in SMALLER and isinstance(inner, int) else with_small_bounds(inner)
        for key, inner in node.items()
    }


def operations(desk: Desk) -> list[Any]:
    document = with_small_bounds(openapi(make_fastapi(desk.workspace)))
    schema = schemathesis.openapi.from_dict(document)
    found = [result.ok() for result in schema.get_all_operations()]
    return [operation for operation in found if operation.path not in ENDLESS]


def check(desk: Desk, method: str, path: str, reply: Any) -> None:
    assert reply.status_code < 500 or reply.headers.get("retry-after"), (method, path, reply.text[:500])
    assert "Traceback" not in reply.text
    if reply.status_code >= 400:
        assert reply.headers["content-type"].startswith("application/problem+json"), (method, path, reply.text[:200])


def send(desk: Desk, case: Any, real: bool, seen: Seen) -> None:
    """Send a generated request as an owner."""
    parameters = {key: str(REAL[key]) if real and key in REAL else value for key, value in case.path_parameters.items()}
    case.path_parameters.update(parameters)
    headers = {"authorization": f"Bearer {desk.owner.token}"}
    sent = case.as_transport_kwargs(base_url="http://127.0.0.1", headers=headers)
    options = {key: sent[key] for key in ("params", "json", "data", "content", "headers") if sent.get(key) is not None}
    if "data" in options:
        options["content"] = options.pop("data")
    try:
        request = desk.http.build_request(sent["method"], sent["url"], **options)
    except (ValueError, TypeError, UnicodeError):
        return  # what this client cannot put on the wire; test_raw_http speaks for such bytes
    reply = desk.http.send(request)
    check(desk, case.method, case.path, reply)
    if reply.status_code == 401 and case.path not in PUBLIC:
        renew(desk)  # a request has ended the owner's token
    seen[(case.method, case.path)][reply.status_code] += 1


def renew(desk: Desk) -> None:
    """Give the owner a new token."""
    with desk.workspace.database.write() as db:
        made = accounts.create_token(db, None, user_id=desk.owner.user_id, name="t", scopes=["all"], days=None)
    desk.owner.token = made[1]


def put_right(desk: Desk) -> None:
    """Undo what requests have done to the project, so that the next ones come as far."""
    renew(desk)
    for act in ("restore", "resume"):
        desk.owner.post(f"/projects/1/{act}")
    desk.owner.call("PATCH", "/projects/1", json={"page_size": 10})
    assert desk.get(1)["state"] == "running"


def test_no_generated_request_is_answered_with_a_server_error(far: Desk) -> None:
    end = time.monotonic() + SECONDS
    known = operations(far)
    assert len(known) > 50
    seen: Seen = defaultdict(Counter)
    for round_number in range(1_000):
        put_right(far)
        for operation in known:
            if round_number and time.monotonic() > end:
                break  # but every route is tried at least once, however slow the machine
            for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
                if mode is GenerationMode.NEGATIVE and not (
                    operation.body or operation.query or operation.path_parameters
                ):
                    continue

                @seed(round_number)
                @settings(
                    max_examples=6,
                    deadline=None,
                    database=None,
                    phases=[Phase.generate],
                    suppress_health_check=list(HealthCheck),
                )
                @given(case=operation.as_strategy(generation_mode=mode), real=st.booleans())
                def attempt(case: Any, real: bool) -> None:
                    send(far, case, real, seen)

                attempt()
        if time.monotonic() > end:
            break
    answers = sum(seen.values(), Counter())
    assert answers.total() > 400
    assert {200, 201, 204, 404, 409, 422} <= set(answers), answers
    welcome = [route for route, statuses in seen.items() if any(status < 300 for status in statuses)]
    assert len(welcome) > len(known) / 2, "most requests did not come past the door"
    far.doctor()
