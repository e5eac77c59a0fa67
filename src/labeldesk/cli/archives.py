"""Commands on whole workspaces: backup, restore."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from labeldesk.backup import archive
from labeldesk.bootstrap import Workspace
from labeldesk.cli.local import NoWorkspace
from labeldesk.cli.logs import configure_quiet_logs
from labeldesk.cli.options import Data, DatabaseUrl, read_settings
from labeldesk.core.errors import DeskError
from labeldesk.doctor import checks


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(backup)
    app.command()(restore)


def backup(
    file: Annotated[Path, typer.Argument(help="The archive to write.")],
    data: Data = None,
    database: DatabaseUrl = None,
) -> None:
    """Write the whole workspace into one archive, also while servers run."""
    settings = read_settings(data=data, database=database)
    configure_quiet_logs(settings)
    if settings.database is None and not (settings.data / "labeldesk.db").is_file():
        raise NoWorkspace(f"There is no workspace in {settings.data.resolve()}. Name its folder with --data.")
    workspace = Workspace(settings)
    try:
        workspace.check_schema()
        manifest = archive.write(workspace.database, settings.files, file)
    finally:
        workspace.close()
    for path in manifest["missing"]:
        typer.echo(f"labeldesk: {path} is missing from the workspace, and so from the backup.", err=True)
    size = sum(one["bytes"] for one in manifest["files"])
    print(f"Wrote {file}: the database and {len(manifest['files']) - 1:,} files, {size:,} bytes.")


def restore(
    file: Annotated[Path, typer.Argument(help="An archive that `labeldesk backup` wrote.")],
    data: Data = None,
    database: DatabaseUrl = None,
) -> None:
    """Make a new workspace from an archive, and check it as `labeldesk doctor` does."""
    settings = read_settings(data=data, database=database)
    configure_quiet_logs(settings)
    if settings.database is not None:
        raise archive.BackupRefused(
            "Archives restore to SQLite. For PostgreSQL use pg_restore, and copy the folder files back."
        )
    manifest = archive.restore(file, settings.data)
    workspace = Workspace(settings)
    try:
        workspace.migrate()
        with workspace.database.read() as db:
            bad = [finding for finding in checks.run_all(db, settings.files) if not finding.ok]
    finally:
        workspace.close()
    if bad:
        named = ", ".join(finding.number for finding in bad)
        raise DeskError(
            f"Restored into {settings.data.resolve()}, but {len(bad)} checks failed ({named}). "
            "Run `labeldesk doctor` to see what they found."
        )
    print(f"Restored the workspace of {manifest['made_at']} into {settings.data.resolve()}.")
