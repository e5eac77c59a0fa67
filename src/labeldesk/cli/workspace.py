"""Commands on the local workspace's own records: migrate, user, token, doctor."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from labeldesk.accounts import service as accounts
from labeldesk.bootstrap import Workspace
from labeldesk.cli.logs import configure_quiet_logs
from labeldesk.cli.options import AsJson, Data, DatabaseUrl, read_settings
from labeldesk.core.errors import NotFound
from labeldesk.doctor import checks

user = typer.Typer(help="People of the workspace.", no_args_is_help=True)
token = typer.Typer(help="Credentials for programs.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(migrate)
    app.command()(doctor)
    app.add_typer(user, name="user")
    app.add_typer(token, name="token")


def migrate(data: Data = None, database: DatabaseUrl = None) -> None:
    """Bring the database to this version's schema."""
    workspace = _load(data, database)
    workspace.migrate()
    print("The database has this version's schema.")
    workspace.close()


def doctor(data: Data = None, database: DatabaseUrl = None, as_json: AsJson = False) -> None:
    """Check that everything that must always hold does hold. Exit code 1 when something does not."""
    workspace = _load(data, database)
    workspace.check_schema()
    with workspace.database.read() as db:
        findings = checks.run_all(db, workspace.settings.files)
    workspace.close()
    if as_json:
        print(json.dumps([finding.as_dict() for finding in findings], indent=2))
    else:
        for finding in findings:
            mark = "ok " if finding.ok else "BAD"
            print(f"{mark} {finding.number:4} {finding.rule}" + ("" if finding.ok else f": {finding.found}"))
    bad = sum(not finding.ok for finding in findings)
    if bad:
        print(f"labeldesk: {bad} of {len(findings)} checks failed.", file=sys.stderr)
        raise typer.Exit(1)


@user.command("add")
def add_user(
    email: str,
    role: Annotated[str, typer.Option(help="owner, contributor, lead, reviewer or labeler.")] = "labeler",
    name: Annotated[str | None, typer.Option(help="Name; by default the part before the @.")] = None,
    password_stdin: Annotated[bool, typer.Option(help="Read the password from standard input.")] = False,
    data: Data = None,
    database: DatabaseUrl = None,
) -> None:
    """Add a person. Prints a one-time set-up link, unless a password is given on standard input."""
    settings = read_settings(data=data, database=database)
    workspace = _open(settings.data, database)
    with workspace.database.write() as db:
        if password_stdin:
            password = sys.stdin.readline().rstrip("\r\n")
            user_id = accounts.add_user(db, name=name or email.partition("@")[0], email=email, password=password)
            accounts.give_first_role(db, user_id, role)
            said = f"Added {email} as {role}."
        else:
            secret = accounts.invite_locally(db, email=email, role=role)
            base = settings.public_url or f"http://{settings.host}:{settings.port}"
            said = f"Open {base}/invite#{secret}"
    print(said)
    workspace.close()


@token.command("create")
def create_token(
    email: str,
    name: Annotated[str, typer.Option(help="What the token is for.")] = "token",
    scope: Annotated[list[str] | None, typer.Option(help="all, label, read or export; may be repeated.")] = None,
    days: Annotated[int | None, typer.Option(help="Days until it ends; never by default.")] = None,
    data: Data = None,
    database: DatabaseUrl = None,
) -> None:
    """Make a token for a person and print it, this once."""
    settings = read_settings(data=data, database=database)
    workspace = _open(settings.data, database)
    with workspace.database.write() as db:
        person = accounts.find_user(db, email)
        if person is None:
            raise NotFound(f"There is no account with the e-mail {email}. Add it with: labeldesk user add {email}")
        _, secret = accounts.create_token(db, None, user_id=person.id, name=name, scopes=scope or ["all"], days=days)
    print(secret)
    workspace.close()


def _load(data: object, database: str | None) -> Workspace:
    settings = read_settings(data=data, database=database)
    configure_quiet_logs(settings)
    return Workspace(settings)


def _open(data: object, database: str | None) -> Workspace:
    workspace = _load(data, database)
    if workspace.database.is_sqlite:
        workspace.migrate()
    workspace.check_schema()
    return workspace
