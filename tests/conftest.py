"""Fixtures that behave like production: a migrated database of each kind for every test that needs one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
from sqlalchemy import text

from labeldesk.api.app import make_app
from labeldesk.bootstrap import Workspace
from labeldesk.settings import Settings
from support.desk import Desk, make_http
from support.postgres import Postgres
from support.server import Server

BACKENDS = ("sqlite", "postgresql")


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test reads the settings of the person who runs it."""
    for name in list(os.environ):
        if name.startswith("LABELDESK_") and not name.startswith("LABELDESK_TEST_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The run's own PostgreSQL server."""
    server = Postgres()
    server.start()
    yield server
    server.remove()


@pytest.fixture(scope="session")
def postgres_template(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A migrated PostgreSQL database to copy."""
    name = postgres.make_database()
    workspace = Workspace(Settings(data=tmp_path_factory.mktemp("pg"), database=postgres.url(name)))
    workspace.migrate()
    workspace.close()
    return name


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy."""
    folder = tmp_path_factory.mktemp("sqlite")
    workspace = Workspace(Settings(data=folder))
    workspace.migrate()
    with workspace.database.engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")
    workspace.close()
    return folder / "labeldesk.db"


@pytest.fixture(params=BACKENDS)
def backend(request: pytest.FixtureRequest) -> str:
    """Which database the test runs on."""
    name: str = request.param
    return name


@contextmanager
def fresh_settings(backend: str, folder: Path, request: pytest.FixtureRequest) -> Iterator[Settings]:
    """Settings of a fresh, migrated workspace on a database of this kind."""
    folder.mkdir()
    if backend == "sqlite":
        shutil.copy(request.getfixturevalue("sqlite_template"), folder / "labeldesk.db")
        yield Settings(data=folder, worker=False)
        return
    server: Postgres = request.getfixturevalue("postgres")
    name = server.make_database(request.getfixturevalue("postgres_template"))
    yield Settings(data=folder, database=server.url(name), worker=False)
    server.drop_database(name)


@pytest.fixture
def settings(backend: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Settings]:
    """Settings of a fresh, migrated workspace on the test's database."""
    with fresh_settings(backend, tmp_path / "workspace", request) as fresh:
        yield fresh


@pytest.fixture(scope="module", params=BACKENDS)
def shared_desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One desk for all tests of a module that use it, on each database: for many small cases that add things only."""
    with fresh_settings(request.param, tmp_path_factory.mktemp("shared") / "workspace", request) as fresh:
        opened = Workspace(fresh)
        with make_http(make_app(opened)) as http:
            yield Desk(opened, http)
        opened.close()


@pytest.fixture
def workspace(settings: Settings, backend: str) -> Iterator[Workspace]:
    """An opened workspace, proven to be on the database it should be on."""
    opened = Workspace(settings)
    opened.check_schema()
    with opened.database.read() as db:
        version = "SELECT sqlite_version()" if backend == "sqlite" else "SELECT version()"
        assert ("PostgreSQL" in str(db.scalar(text(version)))) == (backend == "postgresql")
    yield opened
    opened.close()


@pytest.fixture
def desk(workspace: Workspace) -> Iterator[Desk]:
    """The application in this process, with an owner."""
    with make_http(make_app(workspace)) as http:
        yield Desk(workspace, http)


@pytest.fixture
def make_desk(settings: Settings, workspace: Workspace) -> Iterator[Callable[..., Desk]]:
    """Makes further applications on the test's database, each with settings of its own."""
    with ExitStack() as stack:

        def make(**changes: Any) -> Desk:
            changed = Workspace(settings.model_copy(update=changes))
            stack.callback(changed.close)
            return Desk(changed, stack.enter_context(make_http(make_app(changed))))

        yield make


@pytest.fixture
def server(settings: Settings) -> Iterator[Server]:
    """The server as people start it, in a process of its own, on the test's database."""
    started = Server(settings)
    yield started
    started.stop()


@pytest.fixture
def served_desk(server: Server, workspace: Workspace) -> Iterator[Desk]:
    """A desk whose calls go over the network to `server`. Jobs are run by the server's own worker."""
    with httpx.Client(base_url=server.url, timeout=30) as http:
        yield Desk(workspace, http)
