"""Find projects, move their state, change their settings and instructions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Row

from labeldesk.accounts import service as accounts
from labeldesk.accounts.rules import Actor
from labeldesk.core.errors import Conflict, Invalid, NotFound, Problem
from labeldesk.core.names import fold, name_problem
from labeldesk.db.database import ReadSession, WriteSession
from labeldesk.projects import queries, rules, tallies

# Settings that are columns of the project's row.
PLAIN = ("description", "page_size", "lease_minutes")


def scope(project_id: int) -> str:
    """The scope of a project's jobs."""
    return f"project:{project_id}"


def name_problems(db: ReadSession, name: str) -> list[Problem]:
    """Why a name cannot be a new project's; deleted projects keep theirs (SPEC 3.2)."""
    problem = name_problem(name)
    if problem is not None:
        return [Problem("name", *problem)]
    taken = queries.find_by_name(db, fold(name))
    if taken is None:
        return []
    if taken.state == rules.DELETED:
        return [Problem("name", "name_taken", "A deleted project had this name, and names are never used twice.")]
    return [Problem("name", "name_taken", "There is already a project with this name.")]


def insert_project(db: WriteSession, actor: Actor | None, values: dict[str, Any]) -> int:
    """Add a project in state `initializing`; its values have been checked by the wizard."""
    project_id = queries.insert_project(
        db,
        {
            **values,
            "name": values["name"].strip(),
            "name_folded": fold(values["name"]),
            "state": rules.INITIALIZING,
            "created_by": actor.user_id if actor else None,
            "created_at": db.now,
            "updated_at": db.now,
        },
    )
    accounts.record(db, actor, "project.create", subject=f"project:{project_id}", project_id=project_id)
    return project_id


def find(db: ReadSession, project_id: int) -> Row[Any] | None:
    """The project's row, whoever asks."""
    return queries.find(db, project_id)


def find_sample(db: ReadSession, sample: str) -> Row[Any] | None:
    """The project made from a bundled sample."""
    return queries.find_sample(db, sample)


def get(db: ReadSession, actor: Actor, project_id: int, operation: str) -> Row[Any]:
    """The project if the actor may do this in it; NotFound or NotAllowed otherwise.

    A deleted project is there only for those who may manage it.
    """
    actor.check_may(operation, project_id)
    return _there(queries.find(db, project_id), actor, project_id)


def get_held(db: WriteSession, actor: Actor, project_id: int, operation: str, *, share: bool = False) -> Row[Any]:
    """As `get`, and nobody changes its state before this transaction ends. `share` lets others hold it so too."""
    actor.check_may(operation, project_id)
    return _there(queries.find_locked(db, project_id, share=share), actor, project_id)


def hold(db: WriteSession, project_id: int) -> Row[Any]:
    """The project's row held against changes, for background work."""
    row = queries.find_locked(db, project_id, share=False)
    if row is None:
        raise NotFound("There is no such project.")
    return row


def _there(row: Row[Any] | None, actor: Actor, project_id: int) -> Row[Any]:
    if row is None or (row.state == rules.DELETED and not actor.may("projects.manage", project_id)):
        raise NotFound("There is no such project, or you may not see it.")
    return row


def check_not_deleted(project: Row[Any]) -> None:
    """Conflict for a deleted project: only restoring brings it back."""
    if project.state == rules.DELETED:
        raise Conflict("The project is deleted. Restore it first.", code="wrong_state")


def list_for(db: ReadSession, actor: Actor, operation: str) -> list[Row[Any]]:
    """Projects in which the actor may do this, newest first."""
    rows = queries.list_all(db, actor.project_ids)
    return [
        row
        for row in rows
        if actor.may(operation, row.id) and (row.state != rules.DELETED or actor.may("projects.manage", row.id))
    ]


def names(db: ReadSession, ids: Collection[int]) -> dict[int, str]:
    """Names by id."""
    return queries.names(db, ids) if ids else {}


def using_dataset(db: ReadSession, dataset_id: int) -> Sequence[Row[Any]]:
    """Projects that were made from a dataset."""
    return queries.using_dataset(db, dataset_id)


def set_state(
    db: WriteSession,
    project: Row[Any],
    state: str,
    *,
    actor: Actor | None = None,
    reason: str | None = None,
    **values: Any,
) -> None:
    """Move a held project to another state; Conflict when the move is not allowed."""
    rules.check_move(project.state, state)
    queries.update_project(
        db,
        project.id,
        {
            "state": state,
            "state_reason": reason,
            "state_changed_by": actor.user_id if actor else None,
            **values,
        },
    )
    accounts.record(
        db,
        actor,
        f"project.{state}",
        subject=f"project:{project.id}",
        project_id=project.id,
        details={"before": project.state, "reason": reason},
    )


def update_values(db: WriteSession, project_id: int, **values: Any) -> None:
    """Change columns of a project without a rule; callers have checked."""
    queries.update_project(db, project_id, values)


def check_settings(settings: dict[str, Any]) -> list[Problem]:
    """Problems of the settings an owner may change later; absent ones are fine."""
    problems: list[Problem] = []
    for field, bounds in (("page_size", rules.PAGE_SIZE), ("lease_minutes", rules.LEASE_MINUTES)):
        value = settings.get(field)
        problem = rules.range_problem(value, bounds) if value is not None else None
        if problem is not None:
            problems.append(Problem(field, *problem))
    description = settings.get("description") or ""
    if len(description) > rules.DESCRIPTION_MAX:
        problems.append(Problem("description", "too_long", f"At most {rules.DESCRIPTION_MAX:,} characters."))
    instructions = settings.get("instructions") or {}
    if len(instructions.get("markdown") or "") > rules.MARKDOWN_MAX:
        problems.append(Problem("instructions.markdown", "too_long", f"At most {rules.MARKDOWN_MAX:,} characters."))
    link = instructions.get("link")
    problem = rules.link_problem(link) if link else None
    if problem is not None:
        problems.append(Problem("instructions.link", *problem))
    return problems


def change_settings(db: WriteSession, actor: Actor, project_id: int, changes: dict[str, Any]) -> None:
    """Change what may be changed after creation; new instructions become a new version."""
    project = get_held(db, actor, project_id, "projects.manage")
    check_not_deleted(project)
    problems = check_settings(changes)
    empty = [field for field in PLAIN if field in changes and changes[field] is None]
    problems += [Problem(field, "required", "This cannot be empty.") for field in empty]
    if problems:
        raise Invalid(problems[0].message, code=problems[0].code, problems=problems)
    plain = {key: value for key, value in changes.items() if key in PLAIN}
    if changes.get("instructions") is not None:
        write_instructions(db, actor, project_id, project.instructions_version + 1, changes["instructions"])
        plain["instructions_version"] = project.instructions_version + 1
    if plain:
        queries.update_project(db, project_id, plain)
    accounts.record(
        db,
        actor,
        "project.change",
        subject=f"project:{project_id}",
        project_id=project_id,
        details={"fields": sorted(changes)},
    )


def write_instructions(
    db: WriteSession, actor: Actor | None, project_id: int, version: int, instructions: dict[str, Any]
) -> None:
    """Store a version of the instructions."""
    queries.insert_instructions(
        db,
        {
            "project_id": project_id,
            "version": version,
            "markdown": instructions.get("markdown") or "",
            "link": instructions.get("link") or None,
            "created_by": actor.user_id if actor else None,
            "created_at": db.now,
        },
    )


def instructions(db: ReadSession, project: Row[Any]) -> dict[str, Any]:
    """The current instructions; version 0 and empty when there are none."""
    row = queries.find_instructions(db, project.id, project.instructions_version)
    return {
        "version": project.instructions_version,
        "markdown": row.markdown if row else "",
        "link": row.link if row else None,
    }


def seen_version(db: ReadSession, actor: Actor, project_id: int) -> int | None:
    """The newest version of the instructions this person has seen."""
    return queries.seen_version(db, actor.user_id, project_id)


def mark_seen(db: WriteSession, actor: Actor, project_id: int, version: int) -> None:
    """This person has seen this version of the instructions."""
    project = get(db, actor, project_id, "label")
    if version > project.instructions_version:
        raise Invalid.field("version", "unknown_version", "There is no such version of the instructions.")
    queries.put_seen(db, actor.user_id, project_id, version)


def progress(counts: dict[str, int]) -> dict[str, int]:
    """The four counts from the tally of states: labeled, skipped, needs review, incomplete; and their total."""
    labeled, skipped = counts.get("labeled", 0), counts.get("skipped", 0)
    review = counts.get("needs_review", 0)
    total = sum(counts.values())
    return {
        "total": total,
        "labeled": labeled,
        "skipped": skipped,
        "needs_review": review,
        "incomplete": total - labeled - skipped - review,
    }


def fingerprint(db: ReadSession, project_id: int) -> tuple[Any, ...]:
    """Changes with the project's row."""
    row = queries.find(db, project_id)
    return (row.state, row.updated_at, row.label_set_version, row.instructions_version) if row else ()


def progress_fingerprint(db: ReadSession, project_id: int) -> tuple[Any, ...]:
    """Changes with every answer."""
    return tallies.fingerprint(db, project_id)


def list_to_purge(db: ReadSession) -> Sequence[Row[Any]]:
    """Deleted projects that can no longer be restored and whose contents are still there."""
    return queries.to_purge(db, before=db.now - rules.RESTORABLE)


def forget_counts(db: WriteSession, project_id: int) -> None:
    """Drop the counts of a project whose contents are about to go."""
    tallies.drop(db, project_id)


def mark_purged(db: WriteSession, project_id: int) -> None:
    """The contents are gone. The name stays taken."""
    queries.update_project(db, project_id, {"purged_at": db.now})
    accounts.record(db, None, "project.purge", subject=f"project:{project_id}", project_id=project_id)
