"""Commands that run: serve, demo, worker."""

from __future__ import annotations

import gc
import os
import signal
import socket
import sys
import threading
import webbrowser
from typing import Annotated

import typer

from labeldesk.accounts import service as accounts
from labeldesk.bootstrap import Workspace
from labeldesk.cli.logs import configure_logs
from labeldesk.cli.options import Data, DatabaseUrl, read_settings
from labeldesk.core.errors import DeskError
from labeldesk.settings import Settings
from labeldesk.wizard import service as wizard

Host = Annotated[str | None, typer.Option("--host", help="Address to listen on.")]
Port = Annotated[int | None, typer.Option("--port", help="Port to listen on; 0 takes a free one.")]
NoWorker = Annotated[bool, typer.Option("--no-worker", help="Run no background worker in this process.")]


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(serve)
    app.command()(demo)
    app.command()(worker)


def serve(
    data: Data = None, host: Host = None, port: Port = None, database: DatabaseUrl = None, no_worker: NoWorker = False
) -> None:
    """Start the server, with a background worker unless told otherwise."""
    settings = read_settings(data=data, host=host, port=port, database=database, worker=False if no_worker else None)
    run_server(settings)


def demo(
    data: Data = None,
    host: Host = None,
    port: Port = None,
    browser: Annotated[bool, typer.Option(help="Open the browser.")] = True,
) -> None:
    """Start a ready workspace with three sample projects, and open the browser."""
    settings = read_settings(data=data, host=host, port=port)
    if "log_level" not in settings.model_fields_set:  # the link should be the last thing on the screen
        settings = settings.model_copy(update={"log_level": "warning"})
    run_server(settings, samples=True, browser=browser)


def worker(data: Data = None, database: DatabaseUrl = None) -> None:
    """Run background jobs only; start as many as you like, on any machine that reaches the database."""
    settings = read_settings(data=data, database=database)
    configure_logs(settings)
    workspace = Workspace(settings)
    workspace.check_schema()
    workspace.start_worker()
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    print("Worker running. Stop it with Ctrl+C.", flush=True)
    ended.wait()
    workspace.close()


def run_server(settings: Settings, *, samples: bool = False, browser: bool = False) -> None:
    """Open the workspace, print the link, serve until stopped."""
    import uvicorn

    from labeldesk.api.app import make_app
    from labeldesk.httpkit.protocol import BoundedHttp

    configure_logs(settings)
    workspace = Workspace(settings)
    if workspace.database.is_sqlite:
        workspace.migrate()
    else:
        workspace.check_schema()
    with workspace.database.write() as db:
        secret = accounts.renew_setup_secret(db)
        if samples:
            wizard.make_samples(db, None, files=settings.files, max_items=settings.max_items)
    listening = _listen(settings)
    shown = f"[{settings.host}]" if ":" in settings.host else settings.host
    base = settings.public_url or f"http://{shown}:{listening.getsockname()[1]}"
    link = f"{base}/setup#{secret}" if secret else f"{base}/"
    config = uvicorn.Config(
        make_app(workspace),
        http=BoundedHttp,
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=True,
        proxy_headers=False,
        timeout_graceful_shutdown=10,
        timeout_keep_alive=65,
    )
    server = uvicorn.Server(config)
    tune_interpreter()
    threading.Thread(target=_announce, args=(server, link, browser), daemon=True).start()
    server.run(sockets=[listening])
    if not server.started:
        sys.exit(1)


def tune_interpreter() -> None:
    """Let requests and background work share one process well."""
    # What is loaded by now stays: without this the collector walks all of it again and again, 60 ms each time.
    gc.collect()
    gc.freeze()
    # A request asks for the interpreter after every statement; while an import computes, each asking takes this long.
    sys.setswitchinterval(0.0005)


def _announce(server: object, link: str, browser: bool) -> None:
    """Print the one link once the server answers."""
    ready = threading.Event()
    while not getattr(server, "started", False):
        if ready.wait(0.05):
            return
    print(f"Open {link}", flush=True)
    if browser and sys.stdout.isatty() and "SSH_CONNECTION" not in os.environ:
        webbrowser.open(link)


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
    except OSError as error:
        listening.close()
        raise DeskError(
            f"Cannot listen on {settings.host}:{settings.port} ({error.strerror}). Choose another --port."
        ) from error
    return listening
