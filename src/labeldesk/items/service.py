"""Start a project's initialization; texts of items; the report of the import."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Row

from labeldesk.accounts.rules import Actor
from labeldesk.core.errors import NotFound
from labeldesk.core.ids import item_position, item_project
from labeldesk.db.database import ReadSession, WriteSession
from labeldesk.items import queries
from labeldesk.items.rules import ItemState
from labeldesk.jobs import service as jobs
from labeldesk.notifications import service as notifications
from labeldesk.projects import rules
from labeldesk.projects import service as projects

INITIALIZE = "initialize"


def start_initialization(db: WriteSession, actor: Actor | None, project_id: int, name: str) -> int:
    """Queue the import of a project's files."""
    return jobs.enqueue(
        db,
        INITIALIZE,
        scope=projects.scope(project_id),
        title=f"Initialize “{name}”",
        unique_key=f"{INITIALIZE}:{project_id}",
        args={"project_id": project_id},
        created_by=actor.user_id if actor else None,
    )


def retry_initialization(db: WriteSession, actor: Actor, project_id: int) -> None:
    """Go on with a failed import: from its cursor when items came in, from the start otherwise."""
    project = projects.get_held(db, actor, project_id, "projects.manage")
    projects.check_not_deleted(project)
    projects.set_state(db, project, rules.INITIALIZING, actor=actor)
    last = jobs.find_latest(db, projects.scope(project_id), INITIALIZE)
    job_id = start_initialization(db, actor, project_id, project.name)
    if last is not None and last.cursor and last.cursor.get("added"):
        jobs.set_cursor(db, job_id, last.cursor)
    else:
        queries.drop_report(db, project_id)


def finish(db: WriteSession, project_id: int, added: int, refused: int, total: int) -> None:
    """The import is through: the project runs, or is paused if someone asked for that meanwhile. Idempotent."""
    project = projects.hold(db, project_id)
    if project.state == rules.INITIALIZING:
        state = rules.PAUSED if project.paused else rules.RUNNING
        projects.set_state(db, project, state, left_out=max(0, total - added - refused), paused=0)
        refusals = f", {refused:,} refused" if refused else ""
        notifications.tell(
            db,
            [project.created_by] if project.created_by else [],
            kind="initialization_done",
            title=f"“{project.name}” is ready",
            body=f"{added:,} items are in{refusals}.",
            project_id=project_id,
            link=f"/projects/{project_id}",
        )
    elif project.state == rules.DELETED:
        projects.update_values(db, project_id, state_before=rules.RUNNING)


def get_item(db: ReadSession, project_id: int, item_id: int) -> Row[Any]:
    """The narrow row; NotFound for an item of another project."""
    item = queries.find_item(db, item_id) if item_project(item_id) == project_id else None
    if item is None:
        raise NotFound("There is no such item in this project.")
    return item


def get_item_held(db: WriteSession, project_id: int, item_id: int) -> Row[Any]:
    """As `get_item`, held against changes until the transaction ends."""
    item = queries.find_item_locked(db, item_id) if item_project(item_id) == project_id else None
    if item is None:
        raise NotFound("There is no such item in this project.")
    return item


def set_state(db: WriteSession, item_id: int, state: ItemState, *, wanted: int) -> None:
    """Store what the answers so far make of an item."""
    queries.set_state(db, item_id, state=int(state), wanted=wanted)


def page(db: ReadSession, project_id: int, *, state: ItemState | None, after: int, limit: int) -> Sequence[Row[Any]]:
    """Ids and states in import order."""
    return queries.page(db, project_id, state=None if state is None else int(state), after=after, limit=limit)


def texts(db: ReadSession, ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    """For each item: position, source file and row, and `fields` as {column: value} of all columns."""
    rows = queries.texts_by_id(db, ids)
    sources = queries.sources_by_id(db, sorted({row.source_id for row in rows.values()}))
    return {item_id: text_view(row, sources[row.source_id]) for item_id, row in rows.items()}


def text_view(row: Row[Any], source: Row[Any]) -> dict[str, Any]:
    """One item's text with where it came from."""
    return {
        "position": item_position(row.id),
        "file": source.name,
        "row": row.row,
        "fields": dict(zip(source.columns, row.fields, strict=True)),
    }


def shown_fields(fields: dict[str, str], text_columns: Sequence[str]) -> list[dict[str, str]]:
    """What labelers see of an item, in the owner's order."""
    return [{"name": name, "value": fields[name]} for name in text_columns]


def all_columns(db: ReadSession, project_id: int) -> list[str]:
    """Every column of the project's files, in order of first appearance."""
    columns: dict[str, None] = {}
    after = 0
    while (source := queries.next_source(db, project_id, after=after)) is not None:
        columns.update(dict.fromkeys(source.columns))
        after = source.position
        if source.columns == ["text"]:
            break  # .txt files all have this one column
    return list(columns)


def report(db: ReadSession, project_id: int) -> dict[str, Any]:
    """Counts of the import: read = added + refused + left out."""
    sums = queries.source_sums(db, project_id)
    job = jobs.find_latest(db, projects.scope(project_id), INITIALIZE)
    duplicates = job.result.get("duplicates") if job is not None and job.result else None
    return {
        "files": int(sums.files),
        "read": int(sums.rows),
        "added": int(sums.added),
        "refused": int(sums.refused),
        "blank_lines": int(sums.blank_lines),
        "duplicates": duplicates,
    }


def list_refused(db: ReadSession, actor: Actor, project_id: int, *, after: int, limit: int) -> dict[str, Any]:
    """A page of what was refused, and why."""
    projects.get(db, actor, project_id, "projects.read")
    rows = queries.list_refused(db, project_id, after=after, limit=limit)
    return {
        "rows": [_refused_view(row) for row in rows],
        "next": rows[-1].id if len(rows) == limit else None,
        "total": queries.count_refused(db, project_id),
    }


def iterate_refused(db: ReadSession, project_id: int) -> Iterator[dict[str, Any]]:
    """All refusals in order."""
    after = 0
    while rows := queries.list_refused(db, project_id, after=after, limit=1000):
        yield from map(_refused_view, rows)
        after = rows[-1].id


def _refused_view(row: Row[Any]) -> dict[str, Any]:
    return {
        "id": row.id,
        "file": row.file,
        "line": row.line,
        "column": row.column,
        "code": row.code,
        "message": row.message,
        "warning": bool(row.warning),
    }


def last_id(db: ReadSession, project_id: int) -> int | None:
    """The largest item id of a project; None without items."""
    return queries.last_position_id(db, project_id)


def drop_between(db: WriteSession, first: int, last: int) -> None:
    """Remove a range of items of a project that is gone; what was said about them must be gone already."""
    queries.drop_between(db, first, last)


def drop_report(db: WriteSession, project_id: int) -> None:
    """Forget the files and refusals of a project whose items are gone."""
    queries.drop_report(db, project_id)
