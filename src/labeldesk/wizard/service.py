"""Check a project that someone wants, create it, keep drafts of it, make the samples."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from importlib.resources import files as package_files
from pathlib import Path
from typing import Any

from sqlalchemy import Row

from labeldesk.accounts import service as accounts
from labeldesk.accounts.rules import Actor
from labeldesk.annotations import service as answers
from labeldesk.core.errors import Conflict, Invalid, NotFound, Problem
from labeldesk.core.times import iso, iso_or_none
from labeldesk.datasets import service as datasets
from labeldesk.datasets.rules import Reading
from labeldesk.db.database import ReadSession, WriteSession
from labeldesk.items import service as items
from labeldesk.jobs import service as jobs
from labeldesk.labels import rules as label_rules
from labeldesk.labels import service as labels
from labeldesk.projects import rules as project_rules
from labeldesk.projects import service as projects
from labeldesk.projects import tallies
from labeldesk.queue import service as queue
from labeldesk.wizard import queries

MOST_DRAFTS = 100
TEXT_COLUMN = "text"  # what the text of a .txt file is called


class Checked:
    """A wanted project after validation: what is wrong with it, and the parts to store if nothing is."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.labels: list[label_rules.Label] = []
        self.text_columns: list[str] = []
        self.reading = Reading()

    def add(self, field: str, code: str, message: str) -> None:
        self.problems.append(Problem(field, code, message))


def check(db: ReadSession, actor: Actor | None, wanted: dict[str, Any], *, files: Path, max_items: int) -> Checked:
    """The one validation. Unset required fields give the code `required`."""
    if actor is not None:
        actor.check_may("projects.create")
    found = Checked()
    if wanted.get("name") is None:
        found.add("name", "required", "Give the project a name.")
    else:
        found.problems += projects.name_problems(db, wanted["name"])
    _check_task_type(wanted, found)
    _check_dataset(db, wanted, found, files)
    if wanted.get("labels") is None:
        found.add("labels", "required", "Add at least one label.")
    else:
        found.labels, problems = label_rules.read_tree(wanted["labels"])
        found.problems += problems
    found.problems += projects.check_settings(wanted)
    most = wanted.get("max_items")
    if most is not None and not 1 <= most <= max_items:
        found.add("max_items", "out_of_range", f"Use a number from 1 to {max_items:,}.")
    return found


def _check_task_type(wanted: dict[str, Any], found: Checked) -> None:
    task_type = wanted.get("task_type")
    if task_type is None:
        found.add("task_type", "required", "Choose how items are labeled.")
    elif task_type == "ner":
        found.add("task_type", "task_type_unsupported", "Entities cannot be labeled yet. Use multiclass or multilabel.")
    elif task_type not in project_rules.TASK_TYPES:
        found.add("task_type", "unknown_task_type", f"Task types are: {', '.join(project_rules.TASK_TYPES)}.")


def _check_dataset(db: ReadSession, wanted: dict[str, Any], found: Checked, files: Path) -> None:
    if wanted.get("dataset_id") is None:
        found.add("dataset_id", "required", "Choose a dataset, or upload files.")
        return
    dataset = datasets.find(db, wanted["dataset_id"])
    if dataset is None:
        found.add("dataset_id", "unknown_dataset", "There is no such dataset.")
        return
    first = next(datasets.iterate_files(db, dataset.id), None)
    if first is None:
        found.add("dataset_id", "empty_dataset", "The dataset has no files. Upload at least one.")
        return
    given = wanted.get("reading") or {}
    try:
        datasets.check_reading(given)
    except Invalid as error:
        found.problems += error.problems
        return
    if dataset.kind == "file":
        found.text_columns = [TEXT_COLUMN]
        found.reading = Reading(encoding=given.get("encoding") or "utf-8")
        if wanted.get("text_columns") not in (None, [], [TEXT_COLUMN]):
            found.add("text_columns", "unknown_column", "Text files have one column, “text”. Leave this out.")
        return
    table = datasets.first_table(db, dataset.id, files, given=given)
    if table.file is None:
        broken, refusal = table.refused[0]
        found.add("dataset_id", refusal.code, f"{broken.name}: {refusal.message}")
        return
    if given.get("header") is None and not table.how.header:
        # who names columns that stand in the first row has said that it is a header; better than any guess
        named = datasets.first_table(db, dataset.id, files, given={**given, "header": True})
        if named.file is not None and set(wanted.get("text_columns") or [""]) <= set(named.columns):
            table = named
    found.reading = table.how
    # The only file: better to hear now than after the name is used up that nothing of it can be read.
    file = table.file
    if file and not table.refused and next(datasets.iterate_files(db, dataset.id, after=file.position), None) is None:
        whole = datasets.whole_refusal(files / file.path, table.how, file.bytes)
        if whole is not None:
            found.add("dataset_id", whole.code, f"{file.name}: {whole.message}")
            return
    _check_columns(wanted, found, table.columns)


def _check_columns(wanted: dict[str, Any], found: Checked, columns: Sequence[str]) -> None:
    chosen = wanted.get("text_columns") or []
    known = ", ".join(name[:60] for name in columns[:30])
    if not chosen:
        found.add("text_columns", "required", f"Choose the columns that labelers see. The file has: {known}.")
    if len(set(chosen)) != len(chosen):
        found.add("text_columns", "duplicate_column", "A column is named twice.")
    for place, name in enumerate(chosen):
        if name not in columns:
            found.add(f"text_columns.{place}", "unknown_column", f"There is no such column. The file has: {known}.")
    id_column = wanted.get("id_column")
    if id_column is not None and id_column not in columns:
        found.add("id_column", "unknown_column", f"There is no such column. The file has: {known}.")
    found.text_columns = list(chosen)


def create(
    db: WriteSession,
    actor: Actor | None,
    wanted: dict[str, Any],
    *,
    files: Path,
    max_items: int,
    sample: str | None = None,
) -> int:
    """Create the project and queue its initialization; Invalid names every problem at once."""
    if wanted.get("dataset_id") is not None:
        datasets.hold(db, wanted["dataset_id"])
    found = check(db, actor, wanted, files=files, max_items=max_items)
    if found.problems:
        first = found.problems[0]
        taken = first.code == "name_taken"
        error = (Conflict if taken and len(found.problems) == 1 else Invalid)(
            first.message, code=first.code, problems=found.problems
        )
        raise error
    instructions = wanted.get("instructions") or {}
    has_instructions = bool(instructions.get("markdown") or instructions.get("link"))
    project_id = projects.insert_project(
        db,
        actor,
        {
            "name": wanted["name"],
            "description": wanted.get("description") or "",
            "task_type": wanted["task_type"],
            "dataset_id": wanted["dataset_id"],
            "text_columns": found.text_columns,
            "id_column": wanted.get("id_column"),
            "reading": {
                "delimiter": found.reading.delimiter,
                "header": found.reading.header,
                "encoding": found.reading.encoding,
            },
            "seed": secrets.randbits(48),
            "page_size": wanted.get("page_size") or project_rules.PAGE_SIZE[2],
            "lease_minutes": wanted.get("lease_minutes") or project_rules.LEASE_MINUTES[2],
            "max_items": wanted.get("max_items") or max_items,
            "allow_none": int(wanted.get("allow_none") is not False),
            "instructions_version": int(has_instructions),
            "sample": sample,
        },
    )
    labels.write_first_set(db, actor, project_id, found.labels)
    if has_instructions:
        projects.write_instructions(db, actor, project_id, 1, instructions)
    items.start_initialization(db, actor, project_id, wanted["name"].strip())
    if actor is not None and wanted.get("draft_id") is not None:
        queries.drop(db, actor.user_id, wanted["draft_id"])
    return project_id


# -- views ---------------------------------------------------------------------------------------------------------


def list_projects(db: ReadSession, actor: Actor) -> list[dict[str, Any]]:
    """Projects the actor may read about, newest first."""
    rows = projects.list_for(db, actor, "projects.read")
    states = tallies.read_states(db, [row.id for row in rows])
    people = sorted({user for row in rows for user in (row.created_by, row.state_changed_by) if user})
    names = accounts.names(db, people)
    return [_view(db, actor, row, states[row.id], names) for row in rows]


def get_project(db: ReadSession, actor: Actor, project_id: int) -> dict[str, Any]:
    """One project with its settings and the report of its import."""
    row = projects.get(db, actor, project_id, "projects.read")
    names = accounts.names(db, sorted({user for user in (row.created_by, row.state_changed_by) if user}))
    dataset = datasets.find(db, row.dataset_id)
    return {
        **_view(db, actor, row, tallies.read(db, project_id, "state"), names),
        "dataset": {"id": dataset.id, "name": dataset.name, "kind": dataset.kind} if dataset else None,
        "text_columns": row.text_columns,
        "id_column": row.id_column,
        "columns": items.all_columns(db, project_id) or row.text_columns,
        "seed": row.seed,
        "page_size": row.page_size,
        "lease_minutes": row.lease_minutes,
        "label_set_version": row.label_set_version,
        "instructions": projects.instructions(db, row),
        "max_items": row.max_items,
        "allow_none": bool(row.allow_none),
        "left_out": row.left_out,
        "import": items.report(db, project_id),
    }


def _view(
    db: ReadSession, actor: Actor, row: Row[Any], counts: dict[str, int], names: dict[int, str]
) -> dict[str, Any]:
    progress = projects.progress(counts)
    job = jobs.find_latest(db, projects.scope(row.id), items.INITIALIZE)
    paused = queue.is_paused(row) and row.state != project_rules.INITIALIZING
    return {
        "id": row.id,
        "name": row.name,
        "description": row.description,
        "task_type": row.task_type,
        "state": row.state,
        "paused": paused or bool(row.paused),
        "state_reason": row.state_reason,
        "state_changed_by": names.get(row.state_changed_by),
        "created_at": iso(row.created_at),
        "updated_at": iso(row.updated_at),
        "created_by": names.get(row.created_by, ""),
        "owner": names.get(row.created_by, ""),
        "my_role": actor.roles.get(row.id) or actor.roles.get(None),
        "operations": sorted(actor.operations(row.id)),
        "progress": progress,
        "last_activity_at": iso_or_none(answers.last_activity(db, row.id)),
        "completed": progress["total"] > 0 and progress["incomplete"] == 0 and row.state != project_rules.INITIALIZING,
        "init_job": jobs.view(db, job) if job is not None else None,
    }


# -- drafts --------------------------------------------------------------------------------------------------------


def list_drafts(db: ReadSession, actor: Actor) -> list[dict[str, Any]]:
    """My drafts, the last changed first."""
    actor.check_may("projects.create")
    return [_draft_view(row) for row in queries.list_mine(db, actor.user_id)]


def get_draft(db: ReadSession, actor: Actor, draft_id: int) -> dict[str, Any]:
    """One of my drafts."""
    actor.check_may("projects.create")
    row = queries.find(db, actor.user_id, draft_id)
    if row is None:
        raise NotFound("You have no such draft.")
    return _draft_view(row)


def create_draft(db: WriteSession, actor: Actor, body: dict[str, Any]) -> dict[str, Any]:
    """Keep what was typed so far."""
    actor.check_may("projects.create")
    if queries.count_mine(db, actor.user_id) >= MOST_DRAFTS:
        raise Conflict(f"You have {MOST_DRAFTS} drafts. Discard some first.", code="too_many_drafts")
    return get_draft(db, actor, queries.insert_draft(db, actor.user_id, body))


def put_draft(db: WriteSession, actor: Actor, draft_id: int, body: dict[str, Any]) -> dict[str, Any]:
    """Replace what a draft holds."""
    actor.check_may("projects.create")
    if not queries.put(db, actor.user_id, draft_id, body):
        raise NotFound("You have no such draft.")
    return get_draft(db, actor, draft_id)


def drop_draft(db: WriteSession, actor: Actor, draft_id: int) -> None:
    """Forget a draft."""
    actor.check_may("projects.create")
    if not queries.drop(db, actor.user_id, draft_id):
        raise NotFound("You have no such draft.")


def duplicate(db: WriteSession, actor: Actor, project_id: int) -> dict[str, Any]:
    """A draft with a project's settings, labels and instructions; name and data are still to be chosen."""
    row = projects.get(db, actor, project_id, "projects.read")
    label_set = labels.get_set(db, project_id, row.label_set_version)
    instructions = projects.instructions(db, row)
    body = {
        "task_type": row.task_type,
        "description": row.description,
        "labels": [_label_in(node) for node in labels.tree(label_set)["labels"]],
        "instructions": {"markdown": instructions["markdown"], "link": instructions["link"]},
        "page_size": row.page_size,
        "lease_minutes": row.lease_minutes,
        "allow_none": bool(row.allow_none),
    }
    return create_draft(db, actor, body)


def _label_in(node: dict[str, Any]) -> dict[str, Any]:
    kept = {key: node[key] for key in ("name", "color", "description", "hotkey") if node[key] is not None}
    return {**kept, "children": [_label_in(child) for child in node["children"]]}


def _draft_view(row: Row[Any]) -> dict[str, Any]:
    name = row.body.get("name")
    return {
        "id": row.id,
        "body": row.body,
        "name": name if isinstance(name, str) else None,
        "updated_at": iso(row.updated_at),
    }


# -- samples -------------------------------------------------------------------------------------------------------


def make_samples(db: WriteSession, actor: Actor | None, *, files: Path, max_items: int) -> list[int]:
    """Create the bundled sample projects that are not there yet; returns the ids of all of them.

    A sample whose name someone has taken gets a number behind its name.
    """
    if actor is not None:
        actor.check_may("projects.create")
    folder = package_files("labeldesk") / "samples"
    made = []
    for sample in json.loads((folder / "samples.json").read_text("utf-8"))["samples"]:
        there = projects.find_sample(db, sample["file"])
        made.append(
            there.id
            if there is not None
            else _make_sample(db, actor, sample, (folder / sample["file"]).read_bytes(), files, max_items)
        )
    return made


def _make_sample(
    db: WriteSession, actor: Actor | None, sample: dict[str, Any], data: bytes, files: Path, max_items: int
) -> int:
    name = sample["name"]
    number = 1
    while projects.name_problems(db, name) or datasets.find_by_name(db, name) is not None:
        number += 1
        name = f"{sample['name']} {number}"
    upload = datasets.Upload(files, largest=len(data))
    upload.write(data)
    sha256 = upload.finish()
    dataset_id = datasets.insert(db, actor, name=name, description=sample["description"])
    datasets.add_file(
        db,
        None,
        dataset_id,
        name=sample["file"],
        path=str(upload.path.relative_to(files)),
        size=len(data),
        sha256=sha256,
    )
    wanted = {
        "name": name,
        "dataset_id": dataset_id,
        "reading": {"header": True},
        **{key: sample[key] for key in ("description", "task_type", "text_columns", "id_column", "labels")},
        "instructions": {"markdown": sample["instructions"]},
    }
    return create(db, actor, wanted, files=files, max_items=max_items, sample=sample["file"])
