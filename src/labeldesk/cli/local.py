"""The workspace a command works on: one behind an address, or the local one.

A command on the local workspace takes the same way as one on a server. The application is started in this process,
on a free port of 127.0.0.1, with a token of the workspace's first owner that ends with the command.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from labeldesk.accounts import service as accounts
from labeldesk.bootstrap import Workspace
from labeldesk.cli.logs import configure_quiet_logs
from labeldesk.cli.options import read_settings
from labeldesk.client import Desk, connect
from labeldesk.core.errors import DeskError
from labeldesk.settings import Settings

Url = Annotated[
    str | None,
    typer.Option("--url", help="Address of a server; the token is read from LABELDESK_TOKEN. Default: local."),
]
TOKEN_DAYS = 1  # the end of a token whose command was killed before it could end it


class NoWorkspace(DeskError):
    """There is no local workspace to work on, or nobody owns it yet."""

    code = "no_workspace"


@contextmanager
def open_desk(url: str | None, data: Path | None, database: str | None, *, worker: bool = False) -> Iterator[Desk]:
    """The workspace for the block's time. `worker`: the command waits for background work, so let it be done here
    when no other process does it.
    """
    if url is not None:
        if data is not None or database is not None:
            raise typer.BadParameter("Give either --url, or --data and --database.")
        with connect(url) as desk:
            yield desk
        return
    settings = read_settings(data=data, database=database)
    if settings.database is None and not (settings.data / "labeldesk.db").is_file():
        raise NoWorkspace(
            f"There is no workspace in {settings.data.resolve()}. Name its folder with --data, or begin one with: "
            "labeldesk user add EMAIL --role owner"
        )
    configure_quiet_logs(settings)
    with _served(settings.model_copy(update={"worker": worker})) as desk:
        yield desk


@contextmanager
def _served(settings: Settings) -> Iterator[Desk]:
    workspace = Workspace(settings)
    try:
        if workspace.database.is_sqlite:
            workspace.migrate()
        workspace.check_schema()
        token_id, secret = _make_token(workspace)
        try:
            with _running(workspace) as url, connect(url, token=secret) as desk:
                yield desk
        finally:
            _end_token(workspace, token_id, secret)
    finally:
        workspace.close()


def _make_token(workspace: Workspace) -> tuple[int, str]:
    with workspace.database.write() as db:
        owner = accounts.find_first_owner(db)
        if owner is None:
            raise NoWorkspace(
                "This workspace has no owner yet. Run `labeldesk user add EMAIL --role owner`, "
                "and open the link it prints while `labeldesk serve` runs."
            )
        token, secret = accounts.create_token(
            db, None, user_id=owner.id, name="command line", scopes=["all"], days=TOKEN_DAYS
        )
    return int(token["id"]), secret


def _end_token(workspace: Workspace, token_id: int, secret: str) -> None:
    with workspace.database.write() as db:
        found = accounts.find_actor(
            db, session_secret=None, token_secret=secret, idle_hours=1, client="", request_id=""
        )
        if found is not None:  # else its owner was disabled meanwhile, which ends tokens too
            accounts.delete_token(db, found[0], token_id)


@contextmanager
def _running(workspace: Workspace) -> Iterator[str]:
    """The application in a thread of this process; yields its address."""
    import uvicorn

    from labeldesk.api.app import make_app

    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    config = uvicorn.Config(make_app(workspace), log_config=None, access_log=False, timeout_graceful_shutdown=5)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        while not server.started:
            thread.join(0.02)
            if not thread.is_alive() and not server.started:
                raise DeskError("The workspace could not be opened; the lines above say why.")
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(15)
        listening.close()
