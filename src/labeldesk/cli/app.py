"""The command tree and its edge: errors become one line and an exit code."""

from __future__ import annotations

import sys
from typing import NoReturn

import typer

from labeldesk.cli import archives, data, projects, server, workspace
from labeldesk.client import Error
from labeldesk.core.errors import DeskError

app = typer.Typer(
    name="labeldesk",
    help="Label text with a team: set up a project, label, review, export.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
server.add_to(app)
workspace.add_to(app)
projects.add_to(app)
data.add_to(app)
archives.add_to(app)


def run() -> None:
    """Run the command line."""
    try:
        app()
    except (DeskError, Error) as error:
        for problem in error.problems[1:]:
            print(f"  {problem.field}: {problem.message}", file=sys.stderr)
        _end(error.message)
    except (OSError, UnicodeError) as error:  # a file that cannot be read or written
        _end(str(error))


def _end(message: str) -> NoReturn:
    print(f"labeldesk: {message}", file=sys.stderr)
    sys.exit(1)
