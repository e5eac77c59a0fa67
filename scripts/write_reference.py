"""Write the pages of docs/reference from the code. With --check: fail when one of them is stale."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import typer

sys.path.insert(0, str(Path(__file__).parent))
from error_codes import CLIENT, COMMAND, FIELD, FILE, QUEUE, Found, find_codes

from labeldesk.accounts import rules as account_rules
from labeldesk.accounts import service as accounts
from labeldesk.accounts import throttle
from labeldesk.bootstrap import JOBS_KEPT, Workspace
from labeldesk.cli.app import app
from labeldesk.core import names
from labeldesk.core.times import DAY
from labeldesk.datasets import rules as dataset_rules
from labeldesk.exports import rules as export_rules
from labeldesk.exports import service as exports
from labeldesk.httpkit import bodies, guard
from labeldesk.httpkit.problems import HTTP_MESSAGES, MESSAGES
from labeldesk.items import importing
from labeldesk.jobs import worker
from labeldesk.labels import rules as label_rules
from labeldesk.projects import rules as project_rules
from labeldesk.settings import Settings

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs" / "reference"
NOTE = "<!-- Written by scripts/write_reference.py from the code. Change the code, then run: make generate -->\n\n"

OPERATIONS = {
    "datasets.read": "See datasets, their files and previews.",
    "datasets.write": "Make datasets, upload and remove files.",
    "exports.write": "Start, list and download exports.",
    "items.read": "Read the list of items with states, final labels and labelers.",
    "jobs.read": "See background jobs.",
    "label": "Claim tasks, answer, skip, correct one's own answers.",
    "people.manage": "Invite people, give roles, disable accounts.",
    "progress.read": "See the dashboard's numbers.",
    "projects.create": "Create projects and keep drafts of them.",
    "projects.manage": "Change, pause, resume, retry, delete and restore a project; cancel its jobs.",
    "projects.read": "See a project, its settings, labels and refused rows.",
    "review": "Not used yet.",
}
SCOPES = {
    "all": "Everything the token's owner may do.",
    "label": "Label, nothing else.",
    "read": "Read projects, progress, items, datasets and jobs.",
    "export": "Read projects, write and download exports.",
}
JOBS = {
    "initialize": "Reads a project's files into items. Checks every table from end to end first, then commits a "
    "thousand rows at a time; after a stop it goes on behind the last batch.",
    "export": "Writes one export from one snapshot of the database, with its manifest. After a stop it begins anew.",
    "purge": f"Once a day: forgets ended sessions, old notifications, and jobs that ended {JOBS_KEPT // DAY} days ago.",
}
# Codes that the source puts together from parts, so that reading it does not show them.
COMPOSED = [
    Found("unknown_format", "422", "Use one of: …."),
    Found("unknown_columns", "422", "Use one of: …."),
    Found("unknown_label_as", "422", "Use one of: …."),
    Found("http_error", "other", "The request was refused."),
    Found("invalid_utf8", FILE, "Byte … cannot be read as UTF-8."),
    Found("invalid_encoding", FILE, "Byte … cannot be read as …."),
]
# What a code means where the source passes on a sentence from elsewhere.
MEANINGS = {
    "labels_invalid": "The labels given to `create` are neither a list nor a dictionary.",
    "out_of_range": "A number is too small or too large.",
    "project_failed": "The project's initialization failed; the message is its reason.",
    "separator_line": "The first line, `sep=…`, was read as Excel's note on the delimiter; a remark, not a refusal.",
    "unknown_label": "There is no such label, or several have this name.",
}


def meaning(words: Mapping[str, str], name: str) -> str:
    """What is said of a name here, or an end that says where to write it."""
    if name not in words:
        sys.exit(f"Say in scripts/write_reference.py what `{name}` means.")
    return words[name]


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = ["| " + " | ".join(header) + " |", "|" + " --- |" * len(header)]
    lines += [
        "| " + " | ".join(str(cell).replace("|", "\\|").replace("\n", " ") for cell in row) + " |" for row in rows
    ]
    return "\n".join(lines) + "\n"


def settings_page() -> str:
    rows = []
    for name, field in Settings.model_fields.items():
        default = field.get_default(call_default_factory=True)
        shown = "none" if default is None else ("empty" if default == [] else f"`{default}`")
        rows.append([f"`{name}`", f"`LABELDESK_{name.upper()}`", shown, field.description])
    return (
        "# Settings\n\n"
        "Read once at start. The command line wins over the environment, the environment over the file\n"
        "`labeldesk.toml` in the current folder, the file over the defaults. Lists in the environment are written as\n"
        "JSON: `LABELDESK_ALLOWED_HOSTS='[\"desk.example.org\"]'`. An unknown name in the file is an error.\n\n"
        + table(["Name", "Environment", "Default", "Meaning"], rows)
        + "\nThe Python client and `--url` commands read two more from the environment: `LABELDESK_URL` (the client\n"
        "only) and `LABELDESK_TOKEN`.\n"
    )


def errors_page() -> str:
    found = [*find_codes(ROOT / "src" / "labeldesk"), *COMPOSED]
    found += [Found(code, str(status), said) for status, (code, said) in HTTP_MESSAGES.items()]
    found += [Found(code, FIELD, said) for code, said in MESSAGES.values()]
    http = [one for one in found if one.where.isdigit() or one.where == "other"]
    return (
        "# Errors\n\n"
        "Every error of the API is `application/problem+json` with a `code` that does not change between versions, a\n"
        "`detail` for people, the `request_id` under which the log has the request, and `problems`: one\n"
        "`{field, code, message}` for each field that is wrong. Program against codes, never against sentences.\n"
        "Where several sentences stand, the code is used in several places; … stands for what is put in.\n\n"
        "A 503 or 429 says after how many seconds to try again (`Retry-After`). After 500 and 503 nothing was\n"
        "changed.\n\n"
        "## Codes of replies\n\n"
        + table(["Code", "Status", "Said"], _grouped(http, with_status=True))
        + "\nCode `invalid` covers what breaks a schema; its problems name the fields.\n\n"
        "## Codes of problems\n\n"
        "These stand in `problems`. When only one thing is wrong, the reply's `code` is that problem's.\n"
        "Beside them are the names that the schema check gives, such as `string_too_long`.\n\n"
        + table(["Code", "Said"], _grouped(one for one in found if one.where == FIELD))
        + "\n## Codes of refused rows and files\n\n"
        "They stand in the list of refused rows of a project, and in the preview of a dataset.\n\n"
        + table(["Code", "Said"], _grouped(one for one in found if one.where == FILE))
        + "\n## Why a queue is empty\n\n"
        "A claim without tasks says one of these as `empty.reason`.\n\n"
        + table(["Code", "Said"], _grouped(one for one in found if one.where == QUEUE))
        + "\n## Codes of commands\n\n"
        "Errors of the server's own commands and of starting it. Exit code 1, the sentence on standard error.\n\n"
        + table(["Code", "Said"], _grouped(one for one in found if one.where == COMMAND))
        + "\n## Codes of the Python client\n\n"
        "Raised by the client itself, beside those that the server sends.\n\n"
        + table(["Code", "Said"], _grouped(one for one in found if one.where == CLIENT))
    )


def _grouped(found: Iterable[Found], *, with_status: bool = False) -> list[list[str]]:
    groups: dict[tuple[str, str], list[str]] = {}
    for one in sorted(found, key=lambda one: (one.code, one.where, one.message)):
        said = groups.setdefault((one.code, one.where if with_status else ""), [])
        if one.message and one.message not in said:
            said.append(one.message)
    return [
        [f"`{code}`", *([status] if with_status else []), "<br>".join(said[:4]) or meaning(MEANINGS, code)]
        for (code, status), said in groups.items()
    ]


def commands_page() -> str:
    root = typer.main.get_command(app)
    parts = [
        "# Commands\n\n"
        "Exit codes: 0; 1 with the error in one line on standard error; 2 for wrong usage; 130\n"
        "after Ctrl+C. Lists take `--json`.\n"
        "Commands on projects and datasets work on the local workspace (`--data`, `--database`), or on a server with\n"
        "`--url` and a token in `LABELDESK_TOKEN`. On the local workspace they act for its first owner, and are fine\n"
        "while a server runs on it.\n"
    ]
    for path, command in sorted(_walk(root, ["labeldesk"]), key=lambda pair: pair[0]):
        parts.append(_command(path, command))
    return "\n".join(parts)


def _walk(command: Any, path: list[str]) -> Iterable[tuple[list[str], Any]]:
    if hasattr(command, "commands"):
        for name, inner in command.commands.items():
            yield from _walk(inner, [*path, name])
    else:
        yield path, command


def _command(path: list[str], command: Any) -> str:
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    options = [one for one in command.params if one.param_type_name == "option" and one.name != "help"]
    usage = " ".join([*path, *(_argument(one) for one in arguments), "[OPTIONS]"])
    rows = [[f"`{one.name.upper()}`", one.help or ""] for one in arguments]
    rows += [[_option(one), (one.help or "") + (" Required." if one.required else "")] for one in options]
    said = command.help.strip().replace("\n", " ")
    return f"## {' '.join(path)}\n\n{said}\n\n```\n{usage}\n```\n\n" + table(["Takes", "Meaning"], rows)


def _argument(one: Any) -> str:
    name = one.name.upper() + ("…" if one.nargs == -1 else "")
    return name if one.required else f"[{name}]"


def _option(one: Any) -> str:
    names = ", ".join(f"`{name}`" for name in [*one.opts, *one.secondary_opts])
    return names if one.is_flag else f"{names} VALUE"


def jobs_page() -> str:
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Settings(data=Path(folder)))
        kinds = sorted(workspace.handlers())
        workspace.close()
    return (
        "# Jobs\n\n"
        "Background work stands in one table of the database, and any worker takes it: the one inside the server, or\n"
        "`labeldesk worker` on any machine. A job is leased; a worker that gives no sign of life for\n"
        "`job_lease_seconds` loses it to another, which goes on from the last commit. After a passing fault a job is\n"
        f"tried again after a growing pause; after {worker.ATTEMPTS} attempts in a row without progress it fails with\n"
        "its reason. A worker that is shut down hands its job back.\n\n"
        + table(["Kind", "What it does"], [[f"`{kind}`", meaning(JOBS, kind)] for kind in kinds])
        + "\nStates: `queued`, `running`, `succeeded`, `failed`, `cancelled`.\n"
    )


def permissions_page() -> str:
    roles = list(account_rules.ROLES)
    rows = [
        [
            f"`{operation}`",
            meaning(OPERATIONS, operation),
            *("yes" if operation in account_rules.ROLES[r] else "" for r in roles),
        ]
        for operation in account_rules.OPERATIONS
    ]
    scopes = [
        [f"`{scope}`", meaning(SCOPES, scope), ", ".join(f"`{operation}`" for operation in sorted(allowed))]
        for scope, allowed in account_rules.SCOPES.items()
    ]
    return (
        "# Permissions\n\n"
        "A role is a set of operations. It is given for the whole workspace or for single projects; what a person may\n"
        "do in a project is the union of both. Nobody can give a role that may do more than they may themselves.\n"
        "What is not listed is denied. Without any right in a project, the project looks as if it did not exist.\n\n"
        "## Roles\n\n"
        + table(["Operation", "Meaning", *roles], rows)
        + "\n## Scopes of tokens\n\nA token may do what its owner may do, as far as its scopes reach.\n\n"
        + table(["Scope", "Meaning", "Operations"], scopes)
    )


def limits_page() -> str:
    rows: Mapping[str, object] = {
        "Name of a project or dataset, characters": names.NAME_MAX,
        "Description of a project, characters": project_rules.DESCRIPTION_MAX,
        "Instructions, characters of Markdown": project_rules.MARKDOWN_MAX,
        "Link to instructions, characters": project_rules.LINK_MAX,
        "Tasks in a page": _range(project_rules.PAGE_SIZE),
        "Lease, minutes": _range(project_rules.LEASE_MINUTES),
        "Items of a project": "setting `max_items`",
        "Text of an item, characters": "setting `max_text_characters`",
        "Labels of a project": label_rules.MOST,
        "Levels of labels": label_rules.DEEPEST,
        "Name of a label, characters": label_rules.NAME_MAX,
        "Description of a label, characters": label_rules.DESCRIPTION_MAX,
        "Uploaded file, bytes": "setting `max_upload_bytes`",
        "Name of a file with its folders, characters (the end is kept)": dataset_rules.NAME_MAX,
        "Refused rows listed one by one; all are counted": importing.REPORT_MOST,
        "Exports listed, the newest": exports.LISTED,
        "JSON body, bytes": "setting `max_body_bytes`",
        "Nesting of JSON": bodies.DEEPEST,
        "Headers of a request, bytes": guard.LONGEST_HEADERS,
        "Query of a request, bytes": guard.LONGEST_QUERY,
        "Password, characters": f"{account_rules.PASSWORD_MIN} to {account_rules.PASSWORD_MAX}",
        "Life of an invitation, days": accounts.INVITATION_LIFE // DAY,
        "Sign-in attempts per minute, one caller": throttle.PER_CALLER.amount,
        "Sign-in attempts per minute, one caller and account": throttle.PER_ACCOUNT_AND_CALLER.amount,
    }
    shown = [[name, f"{value:,}" if isinstance(value, int) else value] for name, value in rows.items()]
    return (
        "# Limits\n\nCharacters are Unicode code points. What goes beyond a limit is refused with a reason, never cut\n"
        "in silence. Settings are on the page [settings](settings.md).\n\n"
        + table(["What", "Limit"], shown)
        + "\nExport formats: "
        + ", ".join(f"[{name}](../formats/{name}.md)" for name in export_rules.FORMATS)
        + ".\n\nEncodings that can be named for an import: "
        + ", ".join(f"`{name}`" for name in dataset_rules.ENCODINGS)
        + ".\n"
    )


def _range(bounds: tuple[int, int, int]) -> str:
    return f"{bounds[0]:,} to {bounds[1]:,}, default {bounds[2]:,}"


PAGES = {
    "settings": settings_page,
    "errors": errors_page,
    "commands": commands_page,
    "jobs": jobs_page,
    "permissions": permissions_page,
    "limits": limits_page,
}


def main() -> None:
    stale = []
    for name, write in PAGES.items():
        path = TARGET / f"{name}.md"
        page = NOTE + write()
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page, "utf-8")
        elif not path.exists() or path.read_text("utf-8") != page:
            stale.append(path.relative_to(ROOT).as_posix())
    if stale:
        sys.exit(f"Stale: {', '.join(stale)}. Run: make generate")


if __name__ == "__main__":
    main()
