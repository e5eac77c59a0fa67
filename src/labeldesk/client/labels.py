"""Labels as people write them: lists, paths and nested dictionaries in; ids out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from labeldesk.client.errors import Invalid
from labeldesk.core.errors import Problem

Tree = Mapping[str, Any] | Sequence[Any]


def label_tree(labels: Tree) -> list[dict[str, Any]]:
    """The API's form of a label tree.

    Takes a list of names or paths (`"Animal/Cat"`), a nested dictionary (`{"Animal": ["Cat", "Dog"]}`), or the API's
    own objects with `name` and optional `color`, `description`, `hotkey`, `children`. Order is kept.
    """
    nodes: list[dict[str, Any]] = []
    if isinstance(labels, Mapping):
        for name, children in labels.items():
            nodes.append(_node(str(name), label_tree(children or [])))
        return nodes
    if isinstance(labels, str):
        raise _wrong("Give labels as a list, such as ['yes', 'no'].")
    for label in labels:
        if isinstance(label, Mapping):
            nodes.append({**label, "children": label_tree(label.get("children") or [])})
        elif isinstance(label, str):
            _enter(nodes, label.split("/"))
        else:
            raise _wrong(f"A label is text or a dictionary, not {type(label).__name__}.")
    return nodes


def _node(name: str, children: list[dict[str, Any]]) -> dict[str, Any]:
    return {"name": name, "children": children}


def _enter(nodes: list[dict[str, Any]], path: Sequence[str]) -> None:
    """Add a path to the tree. Its groups are shared; its last name is added even if it is there, so that the
    server's check can name the double.
    """
    for name in path[:-1]:
        found = next((node for node in nodes if node["name"] == name), None)
        if found is None:
            found = _node(name, [])
            nodes.append(found)
        nodes = found["children"]
    nodes.append(_node(path[-1], []))


def _wrong(message: str) -> Invalid:
    return Invalid(message, code="labels_invalid", problems=[Problem("labels", "labels_invalid", message)])


class LabelBook:
    """One version of a project's labels, to find ids by path or by name."""

    def __init__(self, label_set: Mapping[str, Any]) -> None:
        self.version = int(label_set["version"])
        self._paths: dict[str, int] = {}
        self._names: dict[str, list[int]] = {}
        self.paths: list[str] = []
        for label in _walk(label_set["labels"]):
            self.paths.append(label["path"])
            self._paths[_fold(label["path"])] = label["id"]
            self._names.setdefault(_fold(label["name"]), []).append(label["id"])

    def find(self, wanted: str) -> int:
        """The id of a path, or of a name that only one label has."""
        key = _fold(wanted)
        if key in self._paths:
            return self._paths[key]
        named = self._names.get(key, [])
        if len(named) == 1:
            return named[0]
        what = "Several labels have this name; give the path" if named else "There is no such label"
        known = ", ".join(self.paths[:20]) + (", …" if len(self.paths) > 20 else "")
        message = f"{what}: “{wanted}”. The labels are: {known}."
        raise Invalid(message, code="unknown_label", problems=[Problem("label", "unknown_label", message)])


def _walk(labels: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for label in labels:
        yield label
        yield from _walk(label["children"])


def _fold(name: str) -> str:
    return unicodedata.normalize("NFC", name.strip().casefold())
