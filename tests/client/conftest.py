"""A real server for the tests of a module, and the client as people use it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import labeldesk
from support.desk import Desk
from support.server import Server


@pytest.fixture(scope="module")
def shared_server(shared_desk: Desk) -> Iterator[Server]:
    """A server process on the module's database; runs its jobs too."""
    started = Server(shared_desk.workspace.settings)
    yield started
    started.stop()


@pytest.fixture
def client(shared_desk: Desk, shared_server: Server) -> Iterator[labeldesk.Desk]:
    """The client, as an owner."""
    with labeldesk.connect(shared_server.url, token=shared_desk.owner.token) as connected:
        yield connected
