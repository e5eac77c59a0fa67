"""House rules that no library checks."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import labeldesk

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = Path(labeldesk.__file__).parent
SOURCES = sorted(path for path in PACKAGE.rglob("*.py") if "static" not in path.parts)
TRACKED = (".py", ".ts", ".tsx", ".md", ".toml", ".txt", ".json", ".sh", ".mjs", ".css", ".html", "Makefile", "run")


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def test_every_package_says_what_it_is_for() -> None:
    silent = [path for path in SOURCES if path.name == "__init__.py" and not ast.get_docstring(tree(path))]
    assert not silent


def test_sql_stands_in_queries_only() -> None:
    """Statements of a feature are in its queries.py; tallies are the queries of counts."""
    allowed = {"queries.py", "tables.py", "tallies.py", "checks.py", "env.py", "migrate.py", "database.py"}
    building = re.compile(r"from sqlalchemy import .*\b(select|insert|update|delete|text)\b")
    found = [
        str(path.relative_to(PACKAGE))
        for path in SOURCES
        if path.name not in allowed and "versions" not in path.parts and building.search(path.read_text("utf-8"))
    ]
    assert found == ["api/health.py"]  # the one that only asks whether the database answers


def test_routes_hold_no_sql_and_rules_no_framework() -> None:
    for path in SOURCES:
        imported = {
            (node.module or "").split(".")[0]
            for node in ast.walk(tree(path))
            if isinstance(node, ast.ImportFrom) and node.level == 0
        } | {
            alias.name.split(".")[0]
            for node in ast.walk(tree(path))
            if isinstance(node, ast.Import)
            for alias in node.names
        }
        if path.name == "rules.py":
            assert not imported & {"fastapi", "starlette", "sqlalchemy", "pydantic"}, path
        if path.name == "routes.py":
            assert "sqlalchemy" not in imported, path
        if path.name in {"service.py", "queries.py"}:
            assert not imported & {"fastapi", "starlette"}, path


def test_nothing_unsafe_is_used() -> None:
    """No pickles, no shell, no HTML by hand in the page."""
    for path in SOURCES:
        text = path.read_text("utf-8")
        assert not re.search(r"^\s*(import|from) (pickle|marshal|shelve|joblib)\b", text, re.M), path
        assert "shell=True" not in text, path
    for path in (ROOT / "web" / "src").rglob("*.ts*"):
        text = path.read_text("utf-8")
        assert "innerHTML" not in text.replace("dangerouslySetInnerHTML", ""), path
        if "dangerouslySetInnerHTML" in text and ".test." not in path.name:
            assert "sanitize" in text.lower() or "sanitise" in text.lower(), path


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.splitlines()]


def test_locks_name_no_address() -> None:
    for name in ("requirements.txt", "requirements-dev.txt", "requirements-build.txt"):
        text = (ROOT / name).read_text("utf-8")
        assert "://" not in text, name
        assert "--hash=sha256:" in text, name
        assert "index-url" not in text, name
    assert '"resolved"' not in (ROOT / "web" / "package-lock.json").read_text("utf-8")
    assert not (ROOT / "uv.lock").exists()


def test_every_direct_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    for lock, lines in (("requirements.txt", project["dependencies"]), ("requirements-dev.txt", extras)):
        locked = (ROOT / lock).read_text("utf-8").lower()
        for line in lines:
            name = re.split(r"[\[<>=;! ]", line)[0].lower()
            assert re.search(rf"^{re.escape(name)}(\[[^\]]*\])?==", locked, re.MULTILINE), f"{name}: run make lock"


def test_no_file_is_larger_than_a_person_would_read() -> None:
    """Generated files and locks apart, nothing tracked is over half a megabyte: data never slips in."""
    large = [
        path.name
        for path in tracked()
        if path.exists()
        and path.stat().st_size > 512 * 1024
        and not path.name.startswith(("package-lock", "requirements"))
    ]
    assert large == []


def test_importing_the_package_is_light() -> None:
    script = (
        "import sys, labeldesk; "
        "heavy = {'fastapi', 'sqlalchemy', 'uvicorn', 'pydantic', 'alembic', 'typer'} & set(sys.modules); "
        "sys.exit(', '.join(sorted(heavy)) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
