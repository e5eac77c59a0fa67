"""Bring a database to the newest schema, or say that it is not there."""

from __future__ import annotations

import shutil
from pathlib import Path

import structlog
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from labeldesk.core.errors import DeskError
from labeldesk.db.database import Database

log = structlog.get_logger("labeldesk.migrations")
_LOCK = 0x6C616264  # any fixed number; holds off a second server that starts at the same time


class WrongSchema(DeskError):
    """The database's schema is not this version's."""

    code = "wrong_schema"


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    return config


def newest() -> str:
    """The revision this version of the code needs."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    assert head is not None  # noqa: S101  the history is part of the package
    return head


def current(database: Database) -> str | None:
    """The database's revision; None for an empty one."""
    with database.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def upgrade(database: Database) -> None:
    """Apply what is missing, in one transaction. An SQLite file with data is copied aside first."""
    before = current(database)
    if before == newest():
        return
    if before is not None:
        _check_known(before)
        _keep_copy(database, before)
    with database.engine.begin() as connection:
        if not database.is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        command.upgrade(_config(connection), "head")
    log.info("migrated", before=before, now=newest())


def check(database: Database) -> None:
    """WrongSchema unless the database is at the newest revision."""
    found = current(database)
    if found is not None:
        _check_known(found)
    if found != newest():
        raise WrongSchema("The database has an older schema. Run `labeldesk migrate`, then start the server again.")


def is_known(revision: str | None) -> bool:
    """Whether this version of the code knows a revision, and so can bring it to the newest."""
    scripts = ScriptDirectory.from_config(_config())
    return revision in {script.revision for script in scripts.walk_revisions()}


def _check_known(revision: str) -> None:
    if not is_known(revision):
        raise WrongSchema(
            "The database was written by a newer version of Labeldesk. Install that version or a later one."
        )


def _keep_copy(database: Database, revision: str) -> None:
    path = database.url.database
    if not database.is_sqlite or path is None:
        return
    with database.engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")
    shutil.copy2(path, f"{path}.before-{revision}")
