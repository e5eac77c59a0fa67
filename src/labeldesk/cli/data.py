"""Commands on datasets."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from labeldesk.cli.local import Url, open_desk
from labeldesk.cli.options import AsJson, Data, DatabaseUrl
from labeldesk.cli.printing import print_json, print_table

dataset = typer.Typer(help="Datasets: the files that projects are made of.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    app.add_typer(dataset, name="dataset")


@dataset.command("list")
def list_datasets(data: Data = None, database: DatabaseUrl = None, url: Url = None, as_json: AsJson = False) -> None:
    """List the datasets, newest first."""
    with open_desk(url, data, database) as desk:
        found = list(desk.datasets)
    if as_json:
        print_json([one.data for one in found])
        return
    rows = [[one.name, one.kind or "empty", one.data["file_count"], one.data["bytes"]] for one in found]
    print_table(["NAME", "KIND", "FILES", "BYTES"], rows, empty="There are no datasets.")


@dataset.command("upload")
def upload_dataset(
    name: Annotated[str, typer.Argument(help="The dataset's name.")],
    files: Annotated[list[Path], typer.Argument(help="Files, or folders of files.")],
    description: Annotated[str, typer.Option("--description", help="A line about the dataset.")] = "",
    data: Data = None,
    database: DatabaseUrl = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Make a dataset of files; an upload that was cut off goes on where it stopped."""
    with open_desk(url, data, database) as desk:
        made = desk.datasets.upload(name, files, description=description)
    if as_json:
        print_json(made.data)
    else:
        count = made.data["file_count"]
        print(f"Uploaded “{made.name}”: {count:,} {'file' if count == 1 else 'files'}.")
