"""The raw limit of labeling: the bare statements of a claim and of its submits, on the same tables.

Two kinds of transactions as in the product, each on disk before the next begins: one takes a page of items, one for
each answer. No HTTP, no JSON, no checks of who may do what.
"""

from __future__ import annotations

import secrets
import sqlite3
import time
from typing import Any, Protocol

import psycopg

LEASE = 3_600_000


class Raw(Protocol):
    def page(self, size: int) -> None:
        """Claim so many items and answer each."""


class RawSqlite:
    """Over the driver of the standard library, with the pragmas of the product."""

    def __init__(self, path: str, project_id: int, user_id: int, label_id: int) -> None:
        self._db = sqlite3.connect(path, isolation_level=None, timeout=10.0)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-16000"):
            self._db.execute(f"PRAGMA {pragma}")
        self._project, self._user, self._value = project_id, user_id, f'{{"labels":[{label_id}]}}'
        self._label = label_id

    def page(self, size: int) -> None:
        db, project, user = self._db, self._project, self._user
        now = time.time_ns() // 1_000_000
        db.execute("BEGIN IMMEDIATE")
        taken = db.execute(
            "UPDATE item SET taken = taken + 1 WHERE id IN (SELECT id FROM item WHERE project_id = ? "
            "AND taken < wanted ORDER BY rank LIMIT ?) RETURNING id, round",
            (project, size),
        ).fetchall()
        leases = [
            (secrets.token_urlsafe(16), item, project, user, "raw", round_, now, now + LEASE) for item, round_ in taken
        ]
        db.executemany(
            "INSERT INTO lease (token, item_id, project_id, labeler_id, holder, round, created_at, expires_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            leases,
        )
        for item, _ in taken:
            db.execute("SELECT source_id, fields FROM item_text WHERE id = ?", (item,)).fetchone()
        db.execute("COMMIT")
        for token, item, *_ in leases:
            self._answer(token, item, now)

    def _answer(self, token: str, item: int, now: int) -> None:
        db = self._db
        db.execute("BEGIN IMMEDIATE")
        db.execute("DELETE FROM lease WHERE token = ? RETURNING round", (token,)).fetchall()
        db.execute("SELECT state, wanted FROM item WHERE id = ?", (item,)).fetchone()
        (note,) = db.execute(
            "INSERT INTO annotation (project_id, item_id, labeler_id, submission_id, round, kind, value, "
            "label_set_version, counting, item_state, created_at) "
            "VALUES (?, ?, ?, ?, 1, 'answer', ?, 1, 1, 'labeled', ?) RETURNING id",
            (self._project, item, self._user, secrets.token_hex(18), self._value, now),
        ).fetchall()[0]
        db.execute("UPDATE item SET state = 2 WHERE id = ?", (item,))
        db.execute(
            "INSERT INTO final_label (item_id, value, source, annotation_id, label_set_version, at) "
            "VALUES (?, ?, 'labeler', ?, 1, ?)",
            (item, self._value, note, now),
        )
        db.executemany(
            "INSERT INTO tally (project_id, kind, subject, shard, n) VALUES (?, ?, ?, 0, ?) "
            "ON CONFLICT (project_id, kind, subject, shard) DO UPDATE SET n = n + excluded.n",
            _tallies(self._project, self._user, self._label, now),
        )
        db.execute("COMMIT")

    def close(self) -> None:
        self._db.close()


class RawPostgres:
    """Over psycopg with prepared statements."""

    def __init__(self, url: str, project_id: int, user_id: int, label_id: int) -> None:
        self._db = psycopg.connect(url, prepare_threshold=0)
        self._project, self._user, self._value = project_id, user_id, f'{{"labels":[{label_id}]}}'
        self._label = label_id

    def page(self, size: int) -> None:
        db, project, user = self._db, self._project, self._user
        now = time.time_ns() // 1_000_000
        taken = db.execute(
            "UPDATE item SET taken = taken + 1 WHERE id IN (SELECT id FROM item WHERE project_id = %s "
            "AND taken < wanted ORDER BY rank LIMIT %s FOR UPDATE SKIP LOCKED) RETURNING id, round",
            (project, size),
        ).fetchall()
        leases = [
            (secrets.token_urlsafe(16), item, project, user, "raw", round_, now, now + LEASE) for item, round_ in taken
        ]
        db.cursor().executemany(
            "INSERT INTO lease (token, item_id, project_id, labeler_id, holder, round, created_at, expires_at) "
            "VALUES (%s, %s, %s, %s, %s, %s, %s, %s)",
            leases,
        )
        db.execute(
            "SELECT id, source_id, fields FROM item_text WHERE id = ANY(%s)", ([row[0] for row in taken],)
        ).fetchall()
        db.commit()
        for token, item, *_ in leases:
            self._answer(token, item, now)

    def _answer(self, token: str, item: int, now: int) -> None:
        db = self._db
        db.execute("DELETE FROM lease WHERE token = %s RETURNING round", (token,)).fetchall()
        db.execute("SELECT state, wanted FROM item WHERE id = %s FOR UPDATE", (item,)).fetchone()
        row: Any = db.execute(
            "INSERT INTO annotation (project_id, item_id, labeler_id, submission_id, round, kind, value, "
            "label_set_version, counting, item_state, created_at) "
            "VALUES (%s, %s, %s, %s, 1, 'answer', %s, 1, 1, 'labeled', %s) RETURNING id",
            (self._project, item, self._user, secrets.token_hex(18), self._value, now),
        ).fetchone()
        db.execute("UPDATE item SET state = 2 WHERE id = %s", (item,))
        db.execute(
            "INSERT INTO final_label (item_id, value, source, annotation_id, label_set_version, at) "
            "VALUES (%s, %s, 'labeler', %s, 1, %s)",
            (item, self._value, row[0], now),
        )
        db.cursor().executemany(
            "INSERT INTO tally (project_id, kind, subject, shard, n) VALUES (%s, %s, %s, 0, %s) "
            "ON CONFLICT (project_id, kind, subject, shard) DO UPDATE SET n = tally.n + excluded.n",
            _tallies(self._project, self._user, self._label, now),
        )
        db.commit()

    def close(self) -> None:
        self._db.close()


def _tallies(project: int, user: int, label: int, now: int) -> list[tuple[int, str, str, int]]:
    hour = now // 3_600_000
    return [
        (project, "hour", str(hour), 1),
        (project, "label", str(label), 1),
        (project, "labeler", f"{user}:answer", 1),
        (project, "labeler_hour", f"{user}:{hour}", 1),
        (project, "state", "labeled", 1),
        (project, "state", "unlabeled", -1),
    ]
