"""Commands on projects: create, list, show, pause, resume, delete, restore, export."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Annotated

import typer

from labeldesk.cli.local import Url, open_desk
from labeldesk.cli.options import AsJson, Data, DatabaseUrl
from labeldesk.cli.printing import print_json, print_table
from labeldesk.client import Project

project = typer.Typer(help="Projects: create, look, pause, delete.", no_args_is_help=True)
Name = Annotated[str, typer.Argument(help="The project's name.")]


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    app.add_typer(project, name="project")
    app.command()(export)


@project.command("create")
def create_project(
    name: Name,
    task: Annotated[str, typer.Option("--task", help="How items are labeled: multiclass or multilabel.")],
    labels: Annotated[str, typer.Option("--labels", help="Names or paths with commas between: Pet/Cat,Pet/Dog.")],
    more: Annotated[list[Path] | None, typer.Argument(help="Further files, after those of --data.")] = None,
    files: Annotated[
        list[Path] | None, typer.Option("--data", help="A file or folder of texts; may be repeated.")
    ] = None,
    dataset: Annotated[
        str | None, typer.Option("--dataset", help="A dataset that is there, instead of --data.")
    ] = None,
    text_column: Annotated[
        list[str] | None, typer.Option("--text-column", help="A column labelers see; may be repeated.")
    ] = None,
    id_column: Annotated[str | None, typer.Option("--id-column", help="The column with the rows' ids.")] = None,
    instructions: Annotated[
        Path | None, typer.Option("--instructions", help="A Markdown file with instructions for labelers.")
    ] = None,
    allow_none: Annotated[
        bool, typer.Option("--allow-none/--no-none", help="Whether no label at all is an answer (multilabel).")
    ] = True,
    description: Annotated[str | None, typer.Option("--description", help="A line about the project.")] = None,
    delimiter: Annotated[str | None, typer.Option("--delimiter", help="Of tables; guessed by default.")] = None,
    header: Annotated[
        bool | None, typer.Option("--header/--no-header", help="Whether the first row names the columns.")
    ] = None,
    encoding: Annotated[str | None, typer.Option("--encoding", help="Of the files; UTF-8 by default.")] = None,
    workspace: Annotated[Path | None, typer.Option("--workspace", help="Folder of the workspace.")] = None,
    database: DatabaseUrl = None,
    url: Url = None,
    wait: Annotated[bool, typer.Option("--wait/--no-wait", help="Wait until the items are in.")] = True,
    as_json: AsJson = False,
) -> None:
    """Create a project from files, and wait until its items are in."""
    if (files is None) == (dataset is None):
        raise typer.BadParameter("Give the texts with --data, or a dataset that is there with --dataset.")
    if more and files is None:
        raise typer.BadParameter("Give files with --data.")
    names = [label.strip() for label in next(csv.reader([labels], skipinitialspace=True), [])]
    markdown = instructions.read_text("utf-8") if instructions is not None else None
    with open_desk(url, workspace, database, worker=wait) as desk:
        source = (
            desk.datasets.upload(name, [*files, *(more or [])]) if files is not None else desk.datasets[str(dataset)]
        )
        made = desk.projects.create(
            name,
            task_type=task,
            dataset=source,
            labels=names,
            text_columns=text_column,
            id_column=id_column,
            instructions=markdown,
            description=description,
            delimiter={"tab": "\t", "\\t": "\t"}.get(delimiter or "", delimiter),
            header=header,
            encoding=encoding,
            allow_none=allow_none,
        )
        if wait:
            made.wait()
        if as_json:
            print_json(made.data)
        else:
            print(_said(made))


def _said(made: Project) -> str:
    if made.state == "initializing":
        return f"Created “{made.name}”; its items are coming in."
    refused = made.data["import"]["refused"]
    rest = f", {refused:,} rows refused (labeldesk project show says more)" if refused else ""
    return f"Created “{made.name}”: {made.data['progress']['total']:,} items{rest}."


@project.command("list")
def list_projects(data: Data = None, database: DatabaseUrl = None, url: Url = None, as_json: AsJson = False) -> None:
    """List the projects, newest first."""
    with open_desk(url, data, database) as desk:
        found = list(desk.projects)
    if as_json:
        print_json([one.data for one in found])
        return
    rows = []
    for one in found:
        counts = one.data.get("progress") or {}
        rows.append([one.name, one.task_type, one.state, counts.get("labeled", ""), counts.get("total", "")])
    print_table(["NAME", "TASK", "STATE", "LABELED", "ITEMS"], rows, empty="There are no projects.")


@project.command("show")
def show_project(
    name: Name, data: Data = None, database: DatabaseUrl = None, url: Url = None, as_json: AsJson = False
) -> None:
    """Show one project: its state, counts, labels, and rows that were refused."""
    with open_desk(url, data, database) as desk:
        found = desk.projects[name].reload()
        if as_json:
            print_json(found.data)
            return
        paths = found.labels()
        refused = [row for row, _ in zip(found.refused(), range(20), strict=False)]
    one, counts = found.data, found.data["progress"]
    print(
        f"{found.name}: {found.task_type}, {found.state}" + (f" ({found.state_reason})" if found.state_reason else "")
    )
    print(f"dataset       {one['dataset']['name'] if one['dataset'] else '-'}")
    print(f"text columns  {', '.join(one['text_columns'])}")
    print(f"labels        {', '.join(paths)}")
    print("items         " + ", ".join(f"{counts[key]:,} {key.replace('_', ' ')}" for key in counts))
    if refused:
        print(f"refused       {one['import']['refused']:,}")
        for row in refused:
            place = f"{row['file']}:{row['line']}" if row["line"] else row["file"]
            print(f"  {place}  {row['code']}  {row['message']}")


@project.command("pause")
def pause_project(name: Name, data: Data = None, database: DatabaseUrl = None, url: Url = None) -> None:
    """Stop labeling at once; answers stay."""
    with open_desk(url, data, database) as desk:
        found = desk.projects[name].pause()
    print(f"Paused “{found.name}”.")


@project.command("resume")
def resume_project(name: Name, data: Data = None, database: DatabaseUrl = None, url: Url = None) -> None:
    """Let labeling go on."""
    with open_desk(url, data, database) as desk:
        found = desk.projects[name].resume()
    print(f"Resumed “{found.name}”.")


@project.command("delete")
def delete_project(name: Name, data: Data = None, database: DatabaseUrl = None, url: Url = None) -> None:
    """Delete a project; it can be restored, and its name stays taken."""
    with open_desk(url, data, database) as desk:
        found = desk.projects[name]
        found.delete()
    print(f"Deleted “{found.name}”. Bring it back with: labeldesk project restore NAME")


@project.command("restore")
def restore_project(name: Name, data: Data = None, database: DatabaseUrl = None, url: Url = None) -> None:
    """Bring a deleted project back, paused."""
    with open_desk(url, data, database) as desk:
        found = desk.projects[name].restore()
    print(f"Restored “{found.name}”; it is {found.state}.")


def export(
    name: Name,
    output: Annotated[Path, typer.Option("--output", help="File to write, or a folder that is there.")],
    format: Annotated[str, typer.Option("--format", help="csv")] = "csv",
    columns: Annotated[str, typer.Option("--columns", help="training (text and label) or all.")] = "training",
    label_as: Annotated[str, typer.Option("--label-as", help="path or leaf.")] = "path",
    raw: Annotated[
        bool, typer.Option("--raw", help="Write cells as they are, even those a spreadsheet would run.")
    ] = False,
    data: Data = None,
    database: DatabaseUrl = None,
    url: Url = None,
) -> None:
    """Export a project's labels and download the file."""
    with open_desk(url, data, database, worker=True) as desk:
        made = desk.projects[name].export(format, columns=columns, label_as=label_as, formula_safe=not raw)
        path = made.wait().download(output)
    print(f"Wrote {made.rows:,} rows to {path}.")
