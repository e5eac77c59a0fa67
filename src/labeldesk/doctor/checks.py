"""The invariants as SQL, by their numbers. Each statement finds violations; none means the rule holds."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import text

from labeldesk.annotations import queries as answers
from labeldesk.core.errors import Invalid
from labeldesk.core.ids import item_project
from labeldesk.core.names import fold
from labeldesk.db.database import ReadSession
from labeldesk.exports import queries as exports
from labeldesk.items import queries as items
from labeldesk.items.rules import ItemState, text_hash
from labeldesk.labels import queries as label_queries
from labeldesk.labels.rules import DEEPEST, LabelSet, check_answer
from labeldesk.projects import queries as projects
from labeldesk.projects import tallies

SHOWN = 5  # violations named in a finding
LEASE_GRACE = 5_000  # milliseconds; L3


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one check."""

    number: str
    rule: str
    violations: int
    found: str

    @property
    def ok(self) -> bool:
        return self.violations == 0

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {**asdict(self), "ok": self.ok}


ANSWERS = "(SELECT COUNT(*) FROM annotation a WHERE a.item_id = i.id AND a.round = i.round AND a.counting = 1)"
LEASES = "(SELECT COUNT(*) FROM lease l WHERE l.item_id = i.id)"
# number → (rule, a statement whose rows are violations)
STATEMENTS: dict[str, tuple[str, str]] = {
    "I1": (
        "no item has more counting answers than max_labelers",
        f"SELECT i.id FROM item i JOIN project p ON p.id = i.project_id WHERE {ANSWERS} > p.max_labelers",
    ),
    "I2": (
        "a labeler has at most one counting answer for an item and round",
        "SELECT item_id FROM annotation WHERE counting = 1 GROUP BY item_id, round, labeler_id HAVING COUNT(*) > 1",
    ),
    "I3": (
        "places taken on an item equal its counting answers and leases, and never exceed those wanted",
        f"SELECT i.id FROM item i WHERE i.taken <> {ANSWERS} + {LEASES} OR i.taken > i.wanted",
    ),
    "I4": (
        "every answer belongs to an item and a label set of its own project",
        "SELECT a.id FROM annotation a LEFT JOIN item i ON i.id = a.item_id AND i.project_id = a.project_id"
        " LEFT JOIN label_set s ON s.project_id = a.project_id AND s.version = a.label_set_version"
        " LEFT JOIN user_account u ON u.id = a.labeler_id WHERE i.id IS NULL OR s.version IS NULL OR u.id IS NULL",
    ),
    "I9": (
        "a place in a file became an item at most once",
        'SELECT source_id FROM item_text GROUP BY source_id, "row" HAVING COUNT(*) > 1',
    ),
    "I10": (
        "no project holds more items than its max_items",
        "SELECT p.id FROM project p WHERE (SELECT COUNT(*) FROM item i WHERE i.project_id = p.id) > p.max_items",
    ),
    "I11": (
        "an item's stored state is what its answers make of it",
        "SELECT i.id FROM item i WHERE i.state <> CASE"
        " WHEN EXISTS (SELECT 1 FROM annotation a WHERE a.item_id = i.id AND a.round = i.round"
        f" AND a.counting = 1 AND a.kind = 'answer') THEN {int(ItemState.labeled)}"
        " WHEN EXISTS (SELECT 1 FROM annotation a WHERE a.item_id = i.id AND a.round = i.round"
        f" AND a.counting = 1 AND a.kind = 'skip') THEN {int(ItemState.skipped)} ELSE {int(ItemState.unlabeled)} END",
    ),
    "L1": (
        "without consensus an item is leased to one labeler at most",
        "SELECT l.item_id FROM lease l JOIN project p ON p.id = l.project_id WHERE p.max_labelers = 1"
        " GROUP BY l.item_id HAVING COUNT(*) > 1",
    ),
    "L2": (
        "nobody holds a lease on an item they have already decided",
        "SELECT l.item_id FROM lease l JOIN annotation a ON a.item_id = l.item_id AND a.labeler_id = l.labeler_id"
        " AND a.round = l.round AND a.counting = 1",
    ),
    "L6": (
        "there are no leases in a project that does not take answers",
        "SELECT l.id FROM lease l JOIN project p ON p.id = l.project_id"
        " WHERE p.state NOT IN ('running', 'initializing') OR p.paused = 1",
    ),
    "L7": (
        "every item has its text, and every text its item",
        "SELECT i.id FROM item i LEFT JOIN item_text t ON t.id = i.id WHERE t.id IS NULL"
        " UNION ALL SELECT t.id FROM item_text t LEFT JOIN item i ON i.id = t.id WHERE i.id IS NULL",
    ),
    "C1": (
        "an item has a final label exactly when it is labeled",
        "SELECT i.id FROM item i LEFT JOIN final_label f ON f.item_id = i.id"
        f" WHERE (i.state = {int(ItemState.labeled)}) <> (f.item_id IS NOT NULL)",
    ),
    "C3": (
        "with one labeler an item, the final label is that labeler's counting answer",
        "SELECT f.item_id FROM final_label f JOIN item i ON i.id = f.item_id JOIN project p ON p.id = i.project_id"
        " LEFT JOIN annotation a ON a.id = f.annotation_id"
        " WHERE p.max_labelers = 1 AND f.source = 'labeler' AND (a.id IS NULL OR a.counting <> 1"
        " OR a.item_id <> f.item_id OR a.value <> f.value)",
    ),
    "D2": (
        "a submission id made one row",
        "SELECT labeler_id FROM annotation GROUP BY labeler_id, submission_id HAVING COUNT(*) > 1",
    ),
    "J1": (
        "at most one live job has a key",
        "SELECT MIN(id) FROM job WHERE state IN ('queued', 'running') GROUP BY unique_key HAVING COUNT(*) > 1",
    ),
    "J2": (
        "a job ended exactly when it says when, and never did more than it had to",
        "SELECT id FROM job WHERE (state IN ('succeeded', 'failed', 'cancelled')) <> (finished_at IS NOT NULL)"
        " OR done > COALESCE(total, done)",
    ),
    "J3": (
        "of each file, no more rows were added and refused than it has, and the rows added are there",
        # of a deleted project the items may be on their way out, some at a time
        "SELECT s.id FROM source s JOIN project p ON p.id = s.project_id WHERE p.state <> 'deleted'"
        " AND ((s.state <> 'refused' AND s.added + s.refused > s.rows)"
        " OR s.added <> (SELECT COUNT(*) FROM item_text t WHERE t.source_id = s.id))",
    ),
    "E5a": (
        "the counts of states equal a recount of the items",
        "SELECT c.project_id FROM (SELECT project_id, subject, SUM(n) AS n FROM tally"
        " WHERE kind = 'state' GROUP BY project_id, subject) c LEFT JOIN (SELECT project_id, state, COUNT(*) AS n"
        " FROM item GROUP BY project_id, state) r ON r.project_id = c.project_id AND c.subject = CASE r.state"
        + "".join(f" WHEN {int(state)} THEN '{state.name}'" for state in ItemState)
        + " END WHERE c.n <> COALESCE(r.n, 0)",
    ),
    "E5b": (
        "the counts of labelers equal a recount of their decisions",
        "SELECT c.project_id FROM (SELECT project_id, subject, SUM(n) AS n FROM tally WHERE kind = 'labeler'"
        " GROUP BY project_id, subject) c LEFT JOIN (SELECT project_id, labeler_id, kind, COUNT(*) AS n"
        " FROM annotation WHERE counting = 1 GROUP BY project_id, labeler_id, kind) r"
        " ON r.project_id = c.project_id AND c.subject = CAST(r.labeler_id AS TEXT) || ':' || r.kind"
        " WHERE c.n <> COALESCE(r.n, 0)",
    ),
    "E5c": (
        "items counted in all equal the items there are",
        "SELECT p.id FROM project p WHERE p.state <> 'deleted' AND (SELECT COALESCE(SUM(n), 0) FROM tally t"
        " WHERE t.project_id = p.id AND t.kind = 'state') <> (SELECT COUNT(*) FROM item i WHERE i.project_id = p.id)",
    ),
    "N1": (
        "project names are unique",
        "SELECT MIN(id) FROM project GROUP BY name_folded HAVING COUNT(*) > 1",
    ),
    "N4": (
        "nothing was changed before it was made",
        "SELECT id FROM project WHERE updated_at < created_at",
    ),
    "A2": (
        "a workspace that is set up has an owner who can sign in",
        "SELECT 1 WHERE EXISTS (SELECT 1 FROM user_account) AND NOT EXISTS (SELECT 1 FROM member m"
        " JOIN user_account u ON u.id = m.user_id WHERE m.role = 'owner' AND m.project_id IS NULL"
        " AND u.disabled_at IS NULL)",
    ),
}


def run_all(db: ReadSession, files: Path) -> list[Finding]:
    """Run every check on one consistent state."""
    findings = [_run_statement(db, number, rule, sql) for number, (rule, sql) in STATEMENTS.items()]
    for number, (rule, check) in _CHECKS.items():
        findings.append(_finding(number, rule, list(check(db, files))))
    return findings


def _run_statement(db: ReadSession, number: str, rule: str, sql: str) -> Finding:
    rows = db.rows(text(sql))
    return _finding(number, rule, [str(row[0]) for row in rows])


def _finding(number: str, rule: str, violations: list[str]) -> Finding:
    more = f" and {len(violations) - SHOWN} more" if len(violations) > SHOWN else ""
    return Finding(number, rule, len(violations), ", ".join(violations[:SHOWN]) + more)


def _check_values(db: ReadSession, _: Path) -> Iterator[str]:
    """I5: every counting answer is valid under its label set."""
    sets: dict[tuple[int, int], LabelSet] = {}
    every = projects.list_all(db, None)
    task_types = {row.id: row.task_type for row in every}
    allow_none = {row.id: bool(row.allow_none) for row in every}
    statement = text(
        "SELECT id, project_id, label_set_version, value FROM annotation WHERE counting = 1 AND kind = 'answer'"
    )
    for row in db.stream(statement.columns(value=items.TEXT.c.fields.type)):
        key = (row.project_id, row.label_set_version)
        if key not in sets:
            found = label_queries.find_set(db, *key) or []
            sets[key] = LabelSet(key[1], {label["id"]: label for label in found})
        try:
            check_answer(task_types[row.project_id], row.value, sets[key], allow_none=allow_none[row.project_id])
        except Invalid:
            yield str(row.id)


def _check_texts(db: ReadSession, _: Path) -> Iterator[str]:
    """I8: the stored text still has the hash it had when it came in."""
    shown = {row.id: row.text_columns for row in projects.list_all(db, None)}
    for project_id, columns in shown.items():
        sources = exports.source_columns(db, project_id)
        for source_id, names in sources.items():
            if not all(name in names for name in columns):
                continue
            places = [names.index(name) for name in columns]
            statement = items.TEXT.select().where(items.TEXT.c.source_id == source_id)
            for row in db.stream(statement):
                if text_hash([row.fields[place] for place in places]) != row.hash:
                    yield str(row.id)


def _check_label_counts(db: ReadSession, _: Path) -> Iterator[str]:
    """E5: the counts of labels equal a recount of the final labels, which multi-label items enter several times."""
    recount: Counter[tuple[int, str]] = Counter()
    for row in db.stream(answers.FINAL.select()):
        project_id = item_project(row.item_id)
        recount.update((project_id, str(label_id)) for label_id in row.value["labels"] or [tallies.NONE])
    statement = text("SELECT project_id, subject, SUM(n) AS n FROM tally WHERE kind = 'label' GROUP BY 1, 2")
    counted = {(row.project_id, row.subject): int(row.n) for row in db.rows(statement) if row.n}
    gone = {row.id for row in projects.list_all(db, None) if row.state == "deleted"}
    for key in sorted(set(counted) | set(recount)):
        if key[0] not in gone and counted.get(key, 0) != recount[key]:
            yield f"project {key[0]}, label {key[1]}"


def _check_leases(db: ReadSession, _: Path) -> Iterator[str]:
    """L3: no lease outlives its limit by more than five seconds while a worker runs."""
    alive = db.scalar(text("SELECT MAX(seen_at) FROM worker"))
    if alive is None or alive < db.now - 3 * LEASE_GRACE:
        return
    rows = db.rows(text("SELECT id FROM lease WHERE expires_at < :limit"), {"limit": db.now - LEASE_GRACE})
    yield from (str(row.id) for row in rows)


def _check_exports(db: ReadSession, files: Path) -> Iterator[str]:
    """E2: a finished export's file is there, whole, with the hash of its manifest."""
    for row in db.rows(exports.EXPORT.select().where(exports.EXPORT.c.state == "succeeded")):
        path = files / row.path
        if not path.is_file():
            yield f"{row.id} (file missing)"
            continue
        digest = hashlib.sha256()
        with path.open("rb") as file:
            while chunk := file.read(1 << 20):
                digest.update(chunk)
        if digest.hexdigest() != row.sha256 or row.manifest["sha256"] != row.sha256:
            yield f"{row.id} (hash differs)"


def _check_trees(db: ReadSession, _: Path) -> Iterator[str]:
    """N2: label trees are forests of at most six levels with unique sibling names."""
    for row in db.rows(label_queries.SET.select()):
        depths: dict[int, int] = {}
        siblings: set[tuple[int | None, str]] = set()
        for label in row.labels:
            parent = label["parent_id"]
            name = (parent, fold(label["name"]))
            if (parent is not None and parent not in depths) or name in siblings:
                yield f"project {row.project_id} version {row.version}: {label['path']}"
                break
            depths[label["id"]] = 1 if parent is None else depths[parent] + 1
            siblings.add(name)
        if any(depth > DEEPEST for depth in depths.values()):
            yield f"project {row.project_id} version {row.version}: too deep"


_CHECKS: dict[str, tuple[str, Callable[[ReadSession, Path], Iterator[str]]]] = {
    "I5": ("every counting answer is valid under its label set", _check_values),
    "I8": ("item texts are what was imported", _check_texts),
    "E5d": ("the counts of labels equal a recount of the final labels", _check_label_counts),
    "L3": ("no lease outlives its limit", _check_leases),
    "E2": ("finished exports are whole", _check_exports),
    "N2": ("label trees are sound", _check_trees),
}
