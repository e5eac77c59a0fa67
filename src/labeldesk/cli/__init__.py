"""Commands: parse, call a service or the client, print. No logic of the domain.

Exit codes: 0; 1 with the error in one line on stderr; 2 for wrong usage.
"""

from __future__ import annotations


def main() -> None:
    """The `labeldesk` command."""
    from labeldesk.cli.app import run  # typer and all commands; `import labeldesk` must stay light

    run()
