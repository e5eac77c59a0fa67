"""Find every error code in the source: where it is written with its message, and which HTTP status it gets.

A code stands in the source in one of these shapes, all found by reading the syntax tree, none by running anything:
a pair `"code", "Message."` next to each other in a call or a tuple; a keyword `code="code"` beside a message; a class
attribute `code = "code"` of an error class.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

CODE = re.compile(r"[a-z][a-z0-9_]{1,40}")
# Families that get a status; other error classes take it from the class they derive from.
STATUS = {
    "SignedOut": 401,
    "NotAllowed": 403,
    "NotFound": 404,
    "Conflict": 409,
    "Gone": 410,
    "Invalid": 422,
    "Malformed": 400,
    "TooLarge": 413,
    "WrongType": 415,
    "TooMany": 429,
    "Unavailable": 503,
}
FIELD, FILE, QUEUE, COMMAND, CLIENT = "field", "file", "queue", "command", "client"
# Its tables are data: whoever asks reads them there, with their statuses.
MAPPED = "httpkit/problems.py"
# Where the code stands among the arguments of what makes a problem.
CODE_AT = {"Problem": 1, "Invalid.field": 1, "Refusal": 0}


@dataclass(frozen=True, slots=True)
class Found:
    """A code as written in one place. `where`: an HTTP status, or one of field, file, queue, command, client."""

    code: str
    where: str
    message: str


def find_codes(source: Path) -> list[Found]:
    """All codes under a folder of Python files, each place once, in a stable order."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in sorted(source.rglob("*.py"))}
    bases: dict[str, list[str]] = {}
    for tree in trees.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                bases.setdefault(node.name, []).extend(base.id for base in node.bases if isinstance(base, ast.Name))
    found = {one for path, tree in trees.items() for one in _in_file(path.relative_to(source), tree, bases)}
    return sorted(found, key=lambda one: (one.code, one.where, one.message))


def _in_file(path: Path, tree: ast.Module, bases: dict[str, list[str]]) -> Iterator[Found]:
    is_client = path.parts[0] == "client"
    place = _default_place(path)
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield from _of_class(node, bases, is_client)
        elif isinstance(node, ast.Call):
            yield from _of_call(node, bases, place)
        elif isinstance(node, ast.Tuple) and path.as_posix() != MAPPED:
            yield from _pairs(node.elts, place)


def _default_place(path: Path) -> str:
    """Where a bare pair of code and message ends up: in a file's report, a field's problem, an empty queue."""
    if path.parts[0] == "client":
        return CLIENT
    if path.as_posix() == "queue/rules.py":
        return QUEUE
    reads_files = path.parts[0] == "items" or path.as_posix() in ("datasets/rules.py", "datasets/reading.py")
    return FILE if reads_files else FIELD


def _of_class(node: ast.ClassDef, bases: dict[str, list[str]], is_client: bool) -> Iterator[Found]:
    for line in node.body:
        if (
            isinstance(line, ast.Assign)
            and isinstance(line.targets[0], ast.Name)
            and line.targets[0].id == "code"
            and isinstance(line.value, ast.Constant)
        ):
            said = (ast.get_docstring(node) or "").split("\n\n")[0].replace("\n", " ")
            yield Found(str(line.value.value), _place(node.name, bases, is_client), said)


def _of_call(node: ast.Call, bases: dict[str, list[str]], place: str) -> Iterator[Found]:
    name = _called(node.func)
    keyword = next((k.value for k in node.keywords if k.arg == "code"), None)
    if keyword is not None:
        place = _place(name.partition(".")[0], bases, place == CLIENT)
        for number, code in enumerate(_branches(keyword)):
            if isinstance(code, ast.Constant) and isinstance(code.value, str):
                # a code chosen by a condition stands beside a sentence chosen by the same one
                said = [_branches(argument)[-1 if number else 0] for argument in node.args]
                yield Found(code.value, place, next(filter(None, map(_message, said)), ""))
        return
    place = {"Refusal": FILE, "Invalid.field": "422"}.get(name, place)
    at = CODE_AT.get(name)
    if at is not None and len(node.args) > at + 1 and isinstance(node.args[at + 1], ast.Name):
        code = node.args[at]
        if isinstance(code, ast.Constant):  # its sentence is put together elsewhere
            yield Found(str(code.value), place, "")
    yield from _pairs(node.args, place)


def _branches(node: ast.expr) -> list[ast.expr]:
    """The two values of a conditional expression, or the one of any other."""
    return [node.body, node.orelse] if isinstance(node, ast.IfExp) else [node]


def _called(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{_called(node.value)}.{node.attr}"
    return ""


def _place(name: str, bases: dict[str, list[str]], is_client: bool) -> str:
    if is_client:
        return CLIENT
    waiting = [name]
    while waiting:
        one = waiting.pop(0)
        if one in STATUS:
            return str(STATUS[one])
        waiting += bases.get(one, [])
    return COMMAND


def _pairs(elements: list[ast.expr], place: str) -> Iterator[Found]:
    """Codes with a message right behind them; a whole number before them is their HTTP status."""
    for index, (first, second) in enumerate(pairwise(elements)):
        message = _message(second)
        if not message or not isinstance(first, ast.Constant) or not CODE.fullmatch(str(first.value)):
            continue
        before = elements[index - 1] if index else None
        status = before.value if isinstance(before, ast.Constant) and isinstance(before.value, int) else None
        yield Found(str(first.value), str(status) if status and 400 <= status < 600 else place, message)


def _message(node: ast.expr) -> str:
    """A sentence written in the source, with … for what is put in; empty for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        text = node.value
    elif isinstance(node, ast.JoinedStr):
        text = "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
    elif isinstance(node, ast.BinOp):
        text = _message(node.left) or _message(node.right)
    elif isinstance(node, ast.IfExp):
        text = _message(node.body)
    else:
        return ""
    return text if " " in text and text[:1] in "“”…" + "".join(map(chr, range(65, 91))) and text[-1] in ".?…" else ""
