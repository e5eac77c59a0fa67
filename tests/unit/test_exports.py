"""What an export writes."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labeldesk.exports.rules import file_name, header, label_cell, safe_cell, unsafe_cell


@given(st.text())
def test_the_formula_safe_form_can_be_undone(cell: str) -> None:
    assert unsafe_cell(safe_cell(cell)) == cell


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", " =x", '"=x', "'x", "=HYPERLINK(1)"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(cell: str) -> None:
    assert safe_cell(cell) == "'" + cell


@given(st.text(st.characters(whitelist_categories=["Lu", "Ll", "Nd"]), min_size=1))
def test_plain_words_stay_as_they_are(cell: str) -> None:
    assert safe_cell(cell) == cell


def test_the_label_column_gives_way_to_data_of_the_same_name() -> None:
    assert header("training", task_type="multiclass", text_columns=["text"], all_columns=[]) == (["text"], "label")
    assert (
        header("all", task_type="multiclass", text_columns=["text"], all_columns=["text", "Label", "label_2"])[1]
        == "label_3"
    )


@given(st.lists(st.text(min_size=1), max_size=5))
def test_a_list_of_labels_reads_back_as_it_was(names: list[str]) -> None:
    assert ast.literal_eval(label_cell("multilabel", names)) == names


def test_label_cells_in_the_form_training_tools_read() -> None:
    assert label_cell("multiclass", ["Animal/Cat"]) == "Animal/Cat"
    assert label_cell("multilabel", ["cs.CV", "cs.LG"]) == "['cs.CV', 'cs.LG']"
    assert label_cell("multilabel", []) == "[]"
    assert header("training", task_type="multilabel", text_columns=["a"], all_columns=[])[1] == "labels"


@pytest.mark.parametrize("name", ["../../etc/passwd", "a\r\nb", "名前", "x" * 500, "...", 'quote"'])
def test_file_names_stay_in_their_folder(name: str) -> None:
    made = file_name(name, 3, "csv")
    assert "/" not in made
    assert "\\" not in made
    assert made.isprintable()
    assert len(made) < 120
    assert made.endswith("-3.csv")
