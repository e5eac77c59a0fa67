"""Documents that cannot lie: links lead somewhere, shown commands exist, the reference lacks nothing."""

from __future__ import annotations

import ast
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from labeldesk.accounts import rules as accounts
from labeldesk.bootstrap import Workspace
from labeldesk.cli.app import app
from labeldesk.exports import rules as exports
from labeldesk.settings import Settings

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")], key=str)
SOURCE = ROOT / "src" / "labeldesk"
IDS = [page.relative_to(ROOT).as_posix() for page in PAGES]
every_page = pytest.mark.parametrize("page", PAGES, ids=IDS)


def reference(name: str) -> str:
    return (ROOT / "docs" / "reference" / f"{name}.md").read_text("utf-8")


def blocks(page: Path, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)


def commands() -> dict[tuple[str, ...], set[str]]:
    """Every command with the options it takes."""
    found: dict[tuple[str, ...], set[str]] = {}

    def walk(command: object, path: tuple[str, ...]) -> None:
        inner = getattr(command, "commands", None)
        if inner is None:
            options = [option for one in command.params for option in (*one.opts, *one.secondary_opts)]  # type: ignore[attr-defined]
            found[path] = {option for option in options if option.startswith("-")} | {"--help"}
        else:
            for name, one in inner.items():
                walk(one, (*path, name))

    walk(typer.main.get_command(app), ())
    return found


@every_page
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        place, _, anchor = target.partition("#")
        found = page.parent / place if place else page
        assert found.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", found.read_text("utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}, target


@every_page
def test_page_is_one_page_in_plain_words(page: Path) -> None:
    text = page.read_text("utf-8")
    prose = re.sub(r"```.*?```|`[^`]*`|<!--.*?-->", "", text, flags=re.DOTALL)
    assert len(re.findall(r"^# ", prose, re.MULTILINE)) == 1
    assert "!" not in prose.replace("![", "")


@every_page
def test_shown_programs_can_be_read(page: Path) -> None:
    for program in blocks(page, "python"):
        ast.parse(program)


@every_page
def test_shown_commands_exist(page: Path) -> None:
    known = commands()
    for block in blocks(page, "sh"):
        for line in block.replace("\\\n", " ").splitlines():
            for used in re.findall(r"\blabeldesk (?=[a-z])[^|)]*", line):
                words = shlex.split(used)[1:]
                path = tuple(words[:2]) if tuple(words[:2]) in known else tuple(words[:1])
                assert path in known, used
                unknown = {word.partition("=")[0] for word in words if word.startswith("--")} - known[path]
                assert not unknown, used


def test_every_command_and_option_is_in_the_reference() -> None:
    page = reference("commands")
    for path, options in commands().items():
        section = page.partition(f"## labeldesk {' '.join(path)}\n")[2].partition("\n## ")[0]
        assert section, path
        for option in options - {"--help"}:
            assert f"`{option}`" in section, (path, option)


def test_every_setting_is_in_the_reference() -> None:
    page = reference("settings")
    for name, field in Settings.model_fields.items():
        assert f"| `{name}` | `LABELDESK_{name.upper()}` |" in page
        assert field.description
        assert field.description in page


def test_every_job_kind_is_in_the_reference(tmp_path: Path) -> None:
    workspace = Workspace(Settings(data=tmp_path / "workspace"))
    kinds = set(workspace.handlers())
    workspace.close()
    assert {kind for kind in kinds if f"| `{kind}` |" in reference("jobs")} == kinds


def test_every_permission_is_in_the_reference() -> None:
    page = reference("permissions")
    for name in (*accounts.OPERATIONS, *accounts.SCOPES):
        assert f"| `{name}` |" in page
    assert "| " + " | ".join(accounts.ROLES) + " |" in page


def test_every_export_format_has_a_page() -> None:
    for name in exports.FORMATS:
        assert (ROOT / "docs" / "formats" / f"{name}.md").is_file()
        assert f"(../formats/{name}.md)" in reference("limits")


def test_every_error_code_is_in_the_reference() -> None:
    """Codes found by looking at the text, not by the reader of syntax trees that writes the page."""
    shapes = [
        r"""\bcode=["']([a-z_]+)["']""",
        r"""^    code = "([a-z_]+)"$""",
        r"""Invalid\.field\(\s*f?"[^"]*",\s*"([a-z_]+)",""",
        r"""Problem\(\s*f?[^,()]*,\s*"([a-z_]+)",""",
        r"""Refusal\(\s*"([a-z_]+)",""",
        r"""\.add\(\s*f?"[^"]*",\s*"([a-z_]+)",""",
        r"""return "([a-z_]+)", f?"[A-Z“]""",
        r"""\(4\d\d, "([a-z_]+)", """,
    ]
    found = {
        code
        for path in SOURCE.rglob("*.py")
        for shape in shapes
        for code in re.findall(shape, path.read_text("utf-8"), re.MULTILINE)
    }
    assert len(found) > 80
    page = reference("errors")
    assert sorted(code for code in found if f"| `{code}` |" not in page) == []


def test_codes_of_refusals_and_warnings_stand_on_the_csv_page() -> None:
    listed = reference("errors").partition("## Codes of refused rows and files")[2].partition("\n## ")[0]
    page = (ROOT / "docs" / "formats" / "csv.md").read_text("utf-8")
    missing = [code for code in re.findall(r"^\| `([a-z0-9_]+)`", listed, re.MULTILINE) if f"`{code}`" not in page]
    assert missing == []


def test_reference_is_fresh() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "write_reference.py"), "--check"],
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def test_changelog_has_this_version() -> None:
    from labeldesk.version import __version__

    assert re.search(rf"^## {re.escape(__version__)}\b", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)


def test_architecture_names_packages_and_files_that_exist() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    packages = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    named = {line.split("/")[0].strip() for line in text.partition("web/src/\n")[0].splitlines() if "/" in line}
    assert packages <= named, packages - named
    for path in re.findall(r"`((?:[a-z_]+/)+[a-z_.-]+\.(?:py|tsx|ts))`", text):
        places = [SOURCE / path, ROOT / path, ROOT / "web/src/features/labeling" / path]
        assert any(place.exists() for place in places), path
