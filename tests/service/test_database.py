"""Sessions and schema: reads cannot write, writes are whole, both databases have one schema."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from labeldesk.bootstrap import METADATA, StorageProblem, Workspace, prepare_folder
from labeldesk.core.errors import Unavailable
from labeldesk.db.database import Database
from labeldesk.migrations import migrate
from labeldesk.settings import Settings

PUT = text("INSERT INTO fact (name, value) VALUES (:name, 'x')")


def count(workspace: Workspace) -> int:
    with workspace.database.read() as db:
        return int(db.scalar(text("SELECT COUNT(*) FROM fact WHERE value = 'x'")))


def test_a_read_session_cannot_write(workspace: Workspace) -> None:
    with pytest.raises((DBAPIError, Unavailable)), workspace.database.read() as db:
        db.connection.execute(PUT, {"name": "a"})
    assert count(workspace) == 0


def test_a_failed_write_leaves_nothing_and_does_not_run_what_waited_for_it(workspace: Workspace) -> None:
    ran: list[int] = []

    def fail() -> None:
        with workspace.database.write() as db:
            db.execute(PUT, {"name": "a"})
            db.after_commit(lambda: ran.append(1))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert count(workspace) == 0
    assert ran == []
    with workspace.database.write() as db:  # and the writer's turn is free again
        db.execute(PUT, {"name": "a"})
        db.after_commit(lambda: ran.append(1))
    assert count(workspace) == 1
    assert ran == [1]


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_sqlite_is_durable_and_in_wal_mode(workspace: Workspace) -> None:
    with workspace.database.write() as db:
        values = {name: db.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "synchronous", "foreign_keys")}
    assert values == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_a_writer_that_waits_too_long_is_told_to_come_again(workspace: Workspace) -> None:
    workspace.database.lock_wait = 0.05
    with workspace.database.write() as db:
        db.execute(PUT, {"name": "a"})
        with pytest.raises(Unavailable) as caught, workspace.database.write() as other:
            other.execute(PUT, {"name": "b"})
    assert caught.value.code == "busy"
    assert count(workspace) == 1


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_a_foreign_writer_makes_ours_wait_or_answer_busy_never_fail(workspace: Workspace) -> None:
    other = Database(str(workspace.settings.database_url))
    held = threading.Event()

    def hold() -> None:
        with other.write() as db:
            db.execute(PUT, {"name": "foreign"})
            held.set()
            time.sleep(0.5)

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    with workspace.database.write() as db:
        db.execute(PUT, {"name": "ours"})
    thread.join()
    other.dispose()
    assert count(workspace) == 2


def test_time_is_one_value_for_a_transaction(workspace: Workspace) -> None:
    with workspace.database.read() as db:
        first = db.now
        time.sleep(0.01)
        assert db.now == first
        assert abs(first - time.time() * 1000) < 60_000


def test_the_migrated_schema_is_the_one_the_code_declares(workspace: Workspace) -> None:
    with workspace.database.engine.connect() as connection:
        difference = compare_metadata(MigrationContext.configure(connection), METADATA)
        assert difference == []
        kept = {"alembic_version"}
        assert set(inspect(connection).get_table_names()) - kept == set(METADATA.tables)


def test_migrating_twice_is_fine_and_an_unknown_schema_is_refused(workspace: Workspace) -> None:
    workspace.migrate()
    with workspace.database.write() as db:
        db.execute(text("UPDATE alembic_version SET version_num = 'from the future'"))
    with pytest.raises(migrate.WrongSchema, match="newer version"):
        workspace.check_schema()
    with pytest.raises(migrate.WrongSchema, match="newer version"):
        workspace.migrate()


def test_the_schema_can_be_taken_down_and_up_again(workspace: Workspace) -> None:
    from alembic import command

    for act, target in ((command.downgrade, "base"), (command.upgrade, "head")):
        with workspace.database.engine.begin() as connection:
            act(migrate._config(connection), target)
    workspace.check_schema()


def test_an_older_schema_is_not_served(settings: Settings, workspace: Workspace) -> None:
    with workspace.database.write() as db:
        db.execute(text("DELETE FROM alembic_version"))
    with pytest.raises(migrate.WrongSchema, match="labeldesk migrate"):
        workspace.check_schema()


def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(StorageProblem, match="cannot be written"):
        prepare_folder(Settings(data=blocked / "workspace"))
    with pytest.raises(StorageProblem, match="root folder"):
        prepare_folder(Settings(data=Path("/")))
