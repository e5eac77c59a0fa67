"""A workspace as tests use it: people who call the API, datasets and projects made in one line."""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from typing import Any

import httpx2 as httpx
from starlette.testclient import TestClient

from labeldesk.accounts import service as accounts
from labeldesk.bootstrap import Workspace

PASSWORD = "correct horse battery staple"
LABELS = ["business", "entertainment", "science", "health"]


class Caller:
    """One person's way to the API. Every call returns the reply; `ok` its JSON, failing on an error."""

    def __init__(self, http: httpx.Client, token: str, user_id: int, name: str) -> None:
        self.http = http
        self.token = token
        self.user_id = user_id
        self.name = name

    def call(self, method: str, path: str, **options: Any) -> httpx.Response:
        headers = {"authorization": f"Bearer {self.token}", **options.pop("headers", {})}
        return self.http.request(method, "/api/v1" + path, headers=headers, **options)

    def get(self, path: str, **options: Any) -> httpx.Response:
        return self.call("GET", path, **options)

    def post(self, path: str, body: Any = None, **options: Any) -> httpx.Response:
        if body is not None:
            options["json"] = body
        return self.call("POST", path, **options)

    def post_raw(self, path: str, body: bytes, content_type: str = "application/json") -> httpx.Response:
        return self.call("POST", path, content=body, headers={"content-type": content_type})

    def ok(self, method: str, path: str, body: Any = None, **options: Any) -> Any:
        if body is not None:
            options["json"] = body
        reply = self.call(method, path, **options)
        assert reply.status_code < 300, f"{method} {path}: {reply.status_code} {reply.text}"
        return reply.json() if reply.content else None


class Desk:
    """A workspace, the application around it, and shorthands."""

    def __init__(self, workspace: Workspace, http: httpx.Client) -> None:
        self.workspace = workspace
        self.http = http
        self.owner = self.person("Olga Owner", "owner")
        self._made = 0

    def person(self, name: str, role: str, project_id: int | None = None) -> Caller:
        """A new person with a role, in the workspace or in one project."""
        email = f"{name.lower().replace(' ', '.')}.{uuid.uuid4().hex[:6]}@example.org"
        with self.workspace.database.write() as db:
            user_id = accounts.add_user(db, name=name, email=email, password=None)
            accounts.give_role(db, None, user_id, role, project_id)
            _, secret = accounts.create_token(db, None, user_id=user_id, name="test", scopes=["all"], days=None)
        return Caller(self.http, secret, user_id, name)

    def run_jobs(self) -> int:
        """Run what is queued, here and now."""
        return self.workspace.make_worker().run_pending()

    def dataset(self, files: dict[str, bytes], name: str | None = None) -> int:
        """A dataset of these files."""
        self._made += 1
        made = self.owner.ok("POST", "/datasets", {"name": name or f"data {self._made} {uuid.uuid4().hex[:6]}"})
        for file_name, data in files.items():
            reply = self.upload(made["id"], file_name, data)
            assert reply.status_code == 201, reply.text
        return int(made["id"])

    def upload(self, dataset_id: int, name: str, data: bytes) -> httpx.Response:
        return self.owner.call(
            "POST",
            f"/datasets/{dataset_id}/files",
            params={"name": name},
            content=data,
            headers={"content-type": "application/octet-stream"},
        )

    def wanted(self, dataset_id: int, **changes: Any) -> dict[str, Any]:
        """The body that creates a project."""
        self._made += 1
        return {
            "name": f"Project {self._made} {uuid.uuid4().hex[:6]}",
            "task_type": "multiclass",
            "dataset_id": dataset_id,
            "text_columns": ["text"],
            "labels": LABELS,
            **changes,
        }

    def project(self, data: bytes | int = 20, *, run: bool = True, **changes: Any) -> int:
        """A project of a CSV file (or of so many made-up rows), initialized unless told otherwise."""
        content = rows_csv(data) if isinstance(data, int) else data
        dataset_id = self.dataset({"data.csv": content})
        made = self.owner.ok("POST", "/projects", self.wanted(dataset_id, **changes))
        if run:
            self.run_jobs()
        return int(made["id"])

    def get(self, project_id: int) -> dict[str, Any]:
        found: dict[str, Any] = self.owner.ok("GET", f"/projects/{project_id}")
        return found

    def labels(self, project_id: int) -> dict[str, int]:
        """Label ids by path."""
        found: dict[str, int] = {}

        def walk(nodes: Sequence[dict[str, Any]]) -> None:
            for node in nodes:
                found[node["path"]] = node["id"]
                walk(node["children"])

        walk(self.owner.ok("GET", f"/projects/{project_id}/labels")["labels"])
        return found

    def refused(self, project_id: int) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self.owner.ok("GET", f"/projects/{project_id}/refused")["rows"]
        return rows

    def items(self, project_id: int) -> list[dict[str, Any]]:
        """All items in import order."""
        found: list[dict[str, Any]] = []
        after = 0
        while True:
            page = self.owner.ok("GET", f"/projects/{project_id}/items?after={after}&limit=200")
            found += page["items"]
            if page["next"] is None:
                return found
            after = page["next"]

    def doctor(self) -> None:
        """Every invariant holds."""
        from labeldesk.doctor import checks

        with self.workspace.database.read() as db:
            bad = [finding for finding in checks.run_all(db, self.workspace.settings.files) if not finding.ok]
        assert not bad, bad


class Labeler:
    """Someone labeling a project through the API."""

    def __init__(self, caller: Caller, project_id: int, holder: str | None = None) -> None:
        self.caller = caller
        self.project_id = project_id
        self.holder = holder or uuid.uuid4().hex

    def claim(self, limit: int | None = None, have: Sequence[str] = ()) -> dict[str, Any]:
        body: dict[str, Any] = {"holder": self.holder, "have": list(have)}
        if limit is not None:
            body["limit"] = limit
        found: dict[str, Any] = self.caller.ok("POST", f"/projects/{self.project_id}/tasks/claim", body)
        return found

    def answer_body(self, task: dict[str, Any], label: int, **changes: Any) -> dict[str, Any]:
        return {
            "submission_id": str(uuid.uuid4()),
            "item_id": task["item_id"],
            "lease": task["lease"],
            "answer": {"labels": [label]},
            **changes,
        }

    def submit(self, task: dict[str, Any], label: int, **changes: Any) -> httpx.Response:
        return self.caller.post(f"/projects/{self.project_id}/annotations", self.answer_body(task, label, **changes))

    def skip(self, task: dict[str, Any], **changes: Any) -> httpx.Response:
        body = {
            "submission_id": str(uuid.uuid4()),
            "item_id": task["item_id"],
            "lease": task["lease"],
            **changes,
        }
        return self.caller.post(f"/projects/{self.project_id}/skips", body)


def rows_csv(count: int) -> bytes:
    """A table of made-up rows: number, text."""
    return ("number,text\n" + "".join(f"{n},This is text number {n}\n" for n in range(1, count + 1))).encode()


def make_http(application: Any) -> TestClient:
    """A client whose requests come from the address the server answers to."""
    return TestClient(application, base_url="http://127.0.0.1", client=("127.0.0.1", 50000))


def problem_of(reply: httpx.Response) -> dict[str, Any]:
    """A problem body, checked for its shape."""
    assert reply.headers["content-type"].startswith("application/problem+json"), reply.text
    body: dict[str, Any] = json.loads(reply.content)
    assert {"code", "detail", "request_id", "status"} <= set(body), body
    assert body["status"] == reply.status_code
    assert "Traceback" not in reply.text
    return body
