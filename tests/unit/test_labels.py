"""Label trees and answers."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from labeldesk.core.errors import Conflict, Invalid
from labeldesk.labels.rules import MOST, LabelSet, check_answer, read_tree


def chain(depth: int) -> dict[str, Any]:
    node: dict[str, Any] = {"name": f"level {depth}"}
    for level in range(depth - 1, 0, -1):
        node = {"name": f"level {level}", "children": [node]}
    return node


def codes(nodes: list[Any]) -> list[tuple[str, str]]:
    return [(problem.field, problem.code) for problem in read_tree(nodes)[1]]


def test_a_tree_is_read_parents_first_with_paths() -> None:
    labels, problems = read_tree([{"name": "Animal", "children": ["Cat", {"name": "Dog"}]}, "Other"])
    assert not problems
    assert [label.path for label in labels] == ["Animal", "Animal/Cat", "Animal/Dog", "Other"]
    assert [label.parent for label in labels] == [None, 0, 0, None]
    assert [label.position for label in labels] == [0, 1, 2, 3]


def test_neighbours_have_different_colors() -> None:
    labels, _ = read_tree([str(number) for number in range(24)])
    assert all(a.color != b.color for a, b in pairwise(labels))


def test_six_levels_pass_and_seven_do_not() -> None:
    assert codes([chain(6)]) == []
    assert [code for _, code in codes([chain(7)])] == ["too_deep"]


def test_names_differing_by_case_spaces_or_form_are_duplicates() -> None:
    assert codes(["Café", " café "]) == [("labels.1.name", "duplicate_label")]
    assert codes(["Cafe\u0301", "Café"]) == [("labels.1.name", "duplicate_label")]


def test_the_same_name_under_two_parents_is_fine() -> None:
    labels, problems = read_tree([{"name": "A", "children": ["x"]}, {"name": "B", "children": ["x"]}])
    assert not problems
    assert {label.path for label in labels} == {"A", "A/x", "B", "B/x"}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "required"),
        ("a/b", "slash_in_label"),
        ("a\tb", "invalid_text"),
        ("a\nb", "invalid_text"),
        ("x" * 257, "too_long"),
    ],
)
def test_bad_names_are_named(name: str, code: str) -> None:
    assert codes([name]) == [("labels.0.name", code)]


@pytest.mark.parametrize(
    "name", ["x" * 256, "__proto__", "constructor", "O", "B-PER", "null", "-DOCSTART-", "=1+1", 'a"b,c']
)
def test_odd_names_are_just_names(name: str) -> None:
    assert codes([name]) == []


def test_the_limit_of_labels_is_exact() -> None:
    assert codes([str(number) for number in range(MOST)]) == []
    assert codes([str(number) for number in range(MOST + 1)]) == [("labels", "too_many_labels")]


def test_two_labels_cannot_share_a_hotkey() -> None:
    assert codes([{"name": "a", "hotkey": "x"}, {"name": "b", "hotkey": "X"}]) == [
        ("labels.1.hotkey", "duplicate_hotkey")
    ]


SET = LabelSet(1, {7: {"path": "a", "color": "#000000"}, 8: {"path": "b", "color": "#000000"}})


def test_multiclass_takes_exactly_one_label_of_the_set() -> None:
    assert check_answer("multiclass", {"labels": [7]}, SET) == {"labels": [7]}
    for wrong, code in (([], "one_label"), ([7, 8], "one_label"), ([9], "unknown_label")):
        with pytest.raises(Invalid) as caught:
            check_answer("multiclass", {"labels": wrong}, SET)
        assert caught.value.code == code
    with pytest.raises(Conflict):
        check_answer("ner", {"labels": [7]}, SET)


def test_multilabel_takes_a_set_in_the_order_of_the_tree() -> None:
    assert check_answer("multilabel", {"labels": [8, 7]}, SET) == {"labels": [7, 8]}
    assert check_answer("multilabel", {"labels": []}, SET) == {"labels": []}
    for wrong, code in (([7, 7], "duplicate_label"), ([7, 9], "unknown_label"), ([], "no_label_chosen")):
        with pytest.raises(Invalid) as caught:
            check_answer("multilabel", {"labels": wrong}, SET, allow_none=False)
        assert caught.value.code == code
