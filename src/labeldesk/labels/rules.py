"""Building a label tree from what people send, and checking answers against it. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from labeldesk.core.errors import Conflict, Invalid, Problem
from labeldesk.core.names import fold, is_invisible

DEEPEST = 6
MOST = 5_000
NAME_MAX = 256
DESCRIPTION_MAX = 2_000
# Twelve hues in an order that keeps neighbours apart; the tints and their contrast are the page's business.
COLORS = (
    "#3b5bdb",
    "#e8590c",
    "#2b8a3e",
    "#c2255c",
    "#0b7285",
    "#9c36b5",
    "#5c940d",
    "#d6336c",
    "#1864ab",
    "#a61e4d",
    "#087f5b",
    "#862e9c",
)


@dataclass(frozen=True, slots=True)
class Label:
    """One node. `position` counts through the tree in its order; `parent` is the parent's position."""

    name: str
    path: str
    color: str
    description: str | None
    hotkey: str | None
    position: int
    parent: int | None
    depth: int


@dataclass(slots=True)
class _Reader:
    labels: list[Label] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def read(self, nodes: Sequence[Any], place: str, parent: Label | None) -> None:
        seen: dict[str, int] = {}
        for index, node in enumerate(nodes):
            here = f"{place}.{index}"
            given: Mapping[str, Any] = {"name": node} if isinstance(node, str) else node
            name = str(given["name"]).strip()
            problem = name_problem(name)
            if problem is not None:
                self.problems.append(Problem(f"{here}.name", *problem))
            elif fold(name) in seen:
                other = seen[fold(name)] + 1
                self.problems.append(
                    Problem(
                        f"{here}.name",
                        "duplicate_label",
                        f"“{name}” stands here twice (also as number {other}).",
                    )
                )
            seen.setdefault(fold(name), index)
            label = self._add(given, name, here, parent)
            children = given.get("children") or []
            if children and label.depth == DEEPEST:
                self.problems.append(
                    Problem(f"{here}.children", "too_deep", f"Labels can be grouped to {DEEPEST} levels at most.")
                )
            elif children and len(self.labels) <= MOST:
                self.read(children, f"{here}.children", label)

    def _add(self, given: Mapping[str, Any], name: str, here: str, parent: Label | None) -> Label:
        color = given.get("color")
        if color is not None and not _is_color(color):
            self.problems.append(Problem(f"{here}.color", "color_invalid", "A colour is written as #rrggbb."))
        description = given.get("description")
        if description is not None and len(description) > DESCRIPTION_MAX:
            self.problems.append(Problem(f"{here}.description", "too_long", f"At most {DESCRIPTION_MAX} characters."))
        label = Label(
            name=name,
            path=f"{parent.path}/{name}" if parent else name,
            color=(color or COLORS[len(self.labels) % len(COLORS)]).lower(),
            description=description or None,
            hotkey=given.get("hotkey") or None,
            position=len(self.labels),
            parent=parent.position if parent else None,
            depth=parent.depth + 1 if parent else 1,
        )
        self.labels.append(label)
        return label


def name_problem(name: str) -> tuple[str, str] | None:
    """Why this cannot be a label's name, as (code, message)."""
    if is_invisible(name):
        return "required", "Give the label a name."
    if len(name) > NAME_MAX:
        return "too_long", f"A label's name has at most {NAME_MAX} characters."
    if "/" in name:
        return "slash_in_label", "“/” separates levels in a label's path, so it cannot be part of a name."
    if any(unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} for c in name):
        return "invalid_text", "A label's name cannot hold tabs, line breaks or control characters."
    return None


def _is_color(color: str) -> bool:
    return len(color) == 7 and color[0] == "#" and all(c in "0123456789abcdefABCDEF" for c in color[1:])


def read_tree(nodes: Sequence[Any]) -> tuple[list[Label], list[Problem]]:
    """The labels of a tree in order, parents before children, and everything wrong with it.

    A node is a name, or an object with `name` and optional `color`, `description`, `hotkey`, `children`.
    """
    reader = _Reader()
    if not nodes:
        return [], [Problem("labels", "required", "Add at least one label.")]
    reader.read(nodes, "labels", None)
    if len(reader.labels) > MOST:
        return reader.labels, [Problem("labels", "too_many_labels", f"A project has at most {MOST:,} labels.")]
    keys: dict[str, int] = {}
    for label in reader.labels:
        if label.hotkey is not None:
            if len(label.hotkey) != 1 or not label.hotkey.isalnum():
                reader.problems.append(
                    Problem(
                        f"labels.{label.position}.hotkey",
                        "hotkey_invalid",
                        "A hotkey is one letter or digit.",
                    )
                )
            elif label.hotkey.casefold() in keys:
                reader.problems.append(
                    Problem(f"labels.{label.position}.hotkey", "duplicate_hotkey", "Two labels have this hotkey.")
                )
            keys[label.hotkey.casefold()] = label.position
    return reader.labels, reader.problems


@dataclass(frozen=True, slots=True)
class LabelSet:
    """One version of a project's labels: id → row with `path` and `color`, in the tree's order."""

    version: int
    by_id: Mapping[int, Mapping[str, Any]]

    def ids(self) -> list[int]:
        """Ids in the tree's order."""
        return list(self.by_id)


def check_answer(
    task_type: str, answer: Mapping[str, Any], labels: LabelSet, *, allow_none: bool = True
) -> dict[str, Any]:
    """The answer in the form it is stored, or Invalid (I5).

    `multiclass`: exactly one label of the set. `multilabel`: a set of labels in the tree's order; the empty set,
    "none of these", only where the project allows it. A label and its parent may stand together.
    """
    ids = answer.get("labels") or []
    if task_type not in ("multiclass", "multilabel"):
        raise Conflict(f"Projects of type {task_type} cannot be labeled yet.", code="task_type_unsupported")
    if task_type == "multiclass" and len(ids) != 1:
        raise Invalid.field("answer.labels", "one_label", "Choose exactly one label.")
    if not ids and not allow_none:
        raise Invalid.field("answer.labels", "no_label_chosen", "Choose at least one label, or skip the item.")
    if len(set(ids)) != len(ids):
        raise Invalid.field("answer.labels", "duplicate_label", "A label is named twice. Send each label once.")
    for place, label_id in enumerate(ids):
        if label_id not in labels.by_id:
            raise Invalid.field(
                f"answer.labels.{place}", "unknown_label", "This label is not one of the project's labels."
            )
    chosen = set(ids)
    return {"labels": list(ids) if len(ids) < 2 else [label_id for label_id in labels.by_id if label_id in chosen]}
