"""Projects: create, wait, label, look, export."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from labeldesk.client import bars
from labeldesk.client.datasets import Dataset
from labeldesk.client.errors import Failed, NotFound
from labeldesk.client.exports import Export
from labeldesk.client.http import Connection
from labeldesk.client.items import Items
from labeldesk.client.labels import LabelBook, Tree, label_tree
from labeldesk.client.polling import pauses
from labeldesk.client.resource import Named
from labeldesk.client.tasks import Tasks, start_tasks


@dataclass(frozen=True, slots=True)
class Progress:
    """A project's counts at one moment; `incomplete` is what is neither labeled, skipped nor in need of review."""

    total: int
    labeled: int
    skipped: int
    needs_review: int
    incomplete: int
    at: str = field(default="", repr=False)
    labels: Mapping[str, int] = field(default_factory=dict, repr=False)
    labelers: Mapping[str, int] = field(default_factory=dict, repr=False)
    per_hour: float | None = field(default=None, repr=False)


class Project(Named):
    """One labeling project."""

    def __repr__(self) -> str:
        return f"Project(id={self.id}, name={self.name!r}, state={self.state!r})"

    @property
    def task_type(self) -> str:
        return str(self.data["task_type"])

    @property
    def state(self) -> str:
        """initializing, running, paused, failed or deleted, as of the last look."""
        return str(self.data["state"])

    @property
    def state_reason(self) -> str | None:
        """Why it failed."""
        found: str | None = self.data.get("state_reason")
        return found

    def reload(self) -> Project:
        """Look again."""
        self.data = self._connection.get(f"/projects/{self.id}")
        return self

    def wait(self, timeout: float | None = None) -> Project:
        """Until its items are in; Failed with the reason when that did not work. `timeout` in seconds, then
        TimeoutError.
        """
        with bars.bar(f"Initializing {self.name}") as show:
            for pause in pauses(timeout, f"The project “{self.name}” is still initializing."):
                self.reload()
                if self.state != "initializing":
                    break
                job = self.data.get("init_job") or {}
                note = "Waiting for a worker" if job.get("waiting_for_worker") else job.get("note")
                show(job.get("done") or 0, job.get("total"), note)
                pause()
        if self.state == "failed":
            raise Failed(self.state_reason or "The project could not be set up.", code="project_failed")
        return self

    def tasks(self, limit: int | None = None, *, page: int | None = None, renew_seconds: float | None = None) -> Tasks:
        """Tasks to answer, at most `limit`, until the queue has no more.

        Items are claimed in pages (`page`, at most the project's page size) and held by leases that renew themselves,
        every `renew_seconds` if the server's advice does not suit. What is not answered when the loop ends is given
        back. Answer a task before asking for the next: what is gathered in a list first may go to someone else.
        """
        return start_tasks(self._connection, self.id, limit=limit, page=page, renew=renew_seconds)

    def labels(self) -> list[str]:
        """The paths of all labels, in the tree's order."""
        return LabelBook(self._connection.get(f"/projects/{self.id}/labels")).paths

    def items(self, *, state: str | None = None) -> Items:
        """The items in import order, of one state or all: unlabeled, labeled, skipped, needs_review."""
        return Items(self._connection, self.id, state=state)

    def progress(self) -> Progress:
        """The counts, per label and per labeler too."""
        found = self._connection.get(f"/projects/{self.id}/progress")
        return Progress(
            total=found["total"],
            labeled=found["labeled"],
            skipped=found["skipped"],
            needs_review=found["needs_review"],
            incomplete=found["incomplete"],
            at=found["at"],
            labels={label["path"]: label["count"] for label in found["labels"]},
            labelers={person["name"]: person["labeled"] for person in found["labelers"]},
            per_hour=found["per_hour"],
        )

    def refused(self) -> Iterator[dict[str, Any]]:
        """Rows and files that did not become items: file, line, column, code, message, warning."""
        after = 0
        while True:
            page = self._connection.get(f"/projects/{self.id}/refused", after=after, limit=1000)
            yield from page["rows"]
            if page["next"] is None:
                return
            after = page["next"]

    def export(
        self, format: str = "csv", *, columns: str = "training", label_as: str = "path", formula_safe: bool = True
    ) -> Export:
        """Start an export. `columns`: training (text and label) or all; `label_as`: path or leaf."""
        body = {"format": format, "columns": columns, "label_as": label_as, "formula_safe": formula_safe}
        return Export(self._connection, self._connection.post(f"/projects/{self.id}/exports", body))

    def exports(self) -> list[Export]:
        """Earlier exports, newest first."""
        found = self._connection.get(f"/projects/{self.id}/exports")["exports"]
        return [Export(self._connection, data) for data in found]

    def pause(self) -> Project:
        """Stop labeling at once. Leases end; what is answered stays."""
        return self._act("pause")

    def resume(self) -> Project:
        """Let labeling go on."""
        return self._act("resume")

    def retry(self) -> Project:
        """Try a failed initialization again."""
        self.data = self._connection.post(f"/projects/{self.id}/retry")
        return self

    def restore(self) -> Project:
        """Bring a deleted project back, paused."""
        self.data = self._connection.post(f"/projects/{self.id}/restore")
        return self

    def delete(self) -> None:
        """Delete it; it can be restored, and its name stays taken."""
        self._connection.call("DELETE", f"/projects/{self.id}")

    def change(
        self,
        *,
        description: str | None = None,
        instructions: str | None = None,
        instructions_link: str | None = None,
        page_size: int | None = None,
        lease_minutes: int | None = None,
    ) -> Project:
        """Change what may change after creation; what is None stays."""
        body: dict[str, Any] = {"description": description, "page_size": page_size, "lease_minutes": lease_minutes}
        body = {name: value for name, value in body.items() if value is not None}
        if instructions is not None or instructions_link is not None:
            body["instructions"] = {"markdown": instructions, "link": instructions_link}
        self.data = self._connection.call("PATCH", f"/projects/{self.id}", body=body)
        return self

    def _act(self, verb: str) -> Project:
        self.data = self._connection.post(f"/projects/{self.id}/{verb}", again=True)
        return self


class Projects:
    """The projects I may see."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __iter__(self) -> Iterator[Project]:
        """Projects I may read about, newest first; for a labeler, those I may label."""
        found = self._connection.get("/projects")["projects"]
        for data in found or self._connection.get("/labeling/projects")["projects"]:
            yield Project(self._connection, data)

    def __getitem__(self, name: str) -> Project:
        wanted = name.strip().casefold()
        for project in self:
            if project.name.casefold() == wanted:
                return project
        raise NotFound(f"There is no project “{name}”, or you may not see it.", code="not_found")

    def get(self, project_id: int) -> Project:
        """The project with this id."""
        return Project(self._connection, self._connection.get(f"/projects/{project_id}"))

    def create(
        self,
        name: str,
        *,
        task_type: str,
        dataset: Dataset | int,
        labels: Tree,
        text_columns: Sequence[str] | None = None,
        id_column: str | None = None,
        description: str | None = None,
        instructions: str | None = None,
        instructions_link: str | None = None,
        delimiter: str | None = None,
        header: bool | None = None,
        encoding: str | None = None,
        page_size: int | None = None,
        lease_minutes: int | None = None,
        max_items: int | None = None,
        allow_none: bool | None = None,
    ) -> Project:
        """Create a project; its items begin to come in at once. Invalid names every problem.

        `labels`: a list of names or paths, or a nested dictionary. `text_columns`: the columns of a table that
        labelers see. `delimiter`, `header`, `encoding`: guessed from the first file where they are not given.
        `allow_none`: for `multilabel`, whether no label at all is an answer; it is unless told otherwise.
        """
        body: dict[str, Any] = {
            "name": name,
            "task_type": task_type,
            "dataset_id": dataset if isinstance(dataset, int) else dataset.id,
            "labels": label_tree(labels),
            "text_columns": None if text_columns is None else list(text_columns),
            "id_column": id_column,
            "description": description,
            "reading": {"delimiter": delimiter, "header": header, "encoding": encoding},
            "page_size": page_size,
            "lease_minutes": lease_minutes,
            "max_items": max_items,
            "allow_none": allow_none,
        }
        if instructions is not None or instructions_link is not None:
            body["instructions"] = {"markdown": instructions, "link": instructions_link}
        return Project(self._connection, self._connection.post("/projects", body))
