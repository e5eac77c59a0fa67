"""The raw limit of initialization: rows made ready beforehand, put into the same two tables of the same schema.

SQLite: one `executemany` for each table over the standard library's driver, in one transaction. PostgreSQL: one COPY
for each table, of text made ready beforehand, in one transaction. Nothing is read, decoded, checked, hashed or counted.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

import orjson
import psycopg

from kit.desk import Desk
from kit.machine import Clock
from labeldesk.core.ids import item_id
from labeldesk.items.rules import shuffle_rank, text_hash

_ITEM = "INSERT INTO item (id, project_id, rank, state, round, wanted, taken) VALUES (?, ?, ?, 0, 1, ?, 0)"
_TEXT = 'INSERT INTO item_text (id, source_id, "row", hash, fields) VALUES (?, ?, ?, ?, ?)'
_COPY_ITEM = "COPY item (id, project_id, rank, state, round, wanted, taken) FROM STDIN"
_COPY_TEXT = 'COPY item_text (id, source_id, "row", hash, fields) FROM STDIN'

Items = Sequence[tuple[int, int, int, int]]
Texts = Sequence[tuple[int, int, int, int, str]]


def make_ready(rows: Iterator[list[str]], project_id: int, source_id: int) -> tuple[Items, Texts]:
    """The rows as the two tables hold them."""
    items, texts = [], []
    for position, row in enumerate(rows, 1):
        new_id = item_id(project_id, position)
        items.append((new_id, project_id, shuffle_rank(7, position), 1))
        texts.append((new_id, source_id, position, text_hash([row[2]]), orjson.dumps(row).decode()))
    return items, texts


def insert_sqlite(desk: Desk, items: Items, texts: Texts) -> Clock:
    """The time of bare inserts with the product's pragmas, until they are on disk."""
    db = sqlite3.connect(desk.workspace.database.url.database or "", isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-16000"):
        db.execute(f"PRAGMA {pragma}")
    with Clock() as clock:
        db.execute("BEGIN IMMEDIATE")
        db.executemany(_ITEM, items)
        db.executemany(_TEXT, texts)
        db.execute("COMMIT")
    db.close()
    return clock


def as_copy_text(items: Items, texts: Texts, block: int = 2_000) -> tuple[list[bytes], list[bytes]]:
    """The rows in COPY's text form, in blocks."""
    narrow = [
        "".join(f"{new_id}\t{project}\t{rank}\t0\t1\t{wanted}\t0\n" for new_id, project, rank, wanted in part).encode()
        for part in _blocks(items, block)
    ]
    wide = [
        "".join(
            f"{new_id}\t{source}\t{row}\t{digest}\t" + fields.replace("\\", "\\\\") + "\n"
            for new_id, source, row, digest, fields in part
        ).encode()
        for part in _blocks(texts, block)
    ]
    return narrow, wide


def copy_postgres(url: str, narrow: list[bytes], wide: list[bytes]) -> Clock:
    """The time of bare COPY, until it is on disk."""
    with psycopg.connect(url) as db, Clock() as clock:
        cursor = db.cursor()
        for command, blocks in ((_COPY_ITEM, narrow), (_COPY_TEXT, wide)):
            with cursor.copy(command) as copy:  # type: ignore[arg-type]  one of two constants
                for data in blocks:
                    copy.write(data)
        db.commit()
    return clock


def _blocks(rows: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    for start in range(0, len(rows), size):
        yield rows[start : start + size]
