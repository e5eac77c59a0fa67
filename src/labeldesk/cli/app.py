"""The command tree and its edge: errors become one line and an exit code."""

from __future__ import annotations

import sys

import typer

from labeldesk.cli import server, workspace
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


def run() -> None:
    """Run the command line."""
    try:
        app()
    except DeskError as error:
        for problem in error.problems[1:]:
            print(f"  {problem.field}: {problem.message}", file=sys.stderr)
        print(f"labeldesk: {error.message}", file=sys.stderr)
        sys.exit(1)
