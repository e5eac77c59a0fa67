"""The shuffle, hashes, and which rows become items."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from labeldesk.core.ids import item_id, item_position, item_project, item_range
from labeldesk.items.rules import row_problem, shuffle_rank, text_hash


@given(st.integers(0, 2**48 - 1))
def test_ranks_are_distinct_reproducible_and_fit_a_signed_64_bit_column(seed: int) -> None:
    ranks = [shuffle_rank(seed, position) for position in range(1, 400)]
    assert len(set(ranks)) == len(ranks)
    assert ranks == [shuffle_rank(seed, position) for position in range(1, 400)]
    assert all(0 <= rank < 2**63 for rank in ranks)


def test_the_shuffle_mixes() -> None:
    order = sorted(range(1, 10_001), key=lambda position: shuffle_rank(42, position))
    # a fair shuffle leaves about half of the neighbours rising, and its first tenth spread over the whole
    rising = sum(a < b for a, b in pairwise(order))
    assert 4_700 < rising < 5_300
    assert 4_500 < sum(order[:1000]) / 1000 < 5_500


@given(st.integers(1, 2**21 - 1), st.integers(1, 2**32 - 1))
def test_item_ids_tell_project_and_position_and_stay_exact_in_javascript(project: int, position: int) -> None:
    made = item_id(project, position)
    assert (item_project(made), item_position(made)) == (project, position)
    first, last = item_range(project)
    assert first <= made <= last < 2**53


def test_equal_texts_have_equal_hashes_and_columns_do_not_run_together() -> None:
    assert text_hash(["a", "b"]) == text_hash(["a", "b"])
    assert text_hash(["ab", ""]) != text_hash(["a", "b"])


def test_rows_are_refused_for_the_first_thing_wrong() -> None:
    def code(row: list[str]) -> str | None:
        found = row_problem(row, columns=["id", "text"], shown=[1], longest=10)
        return found[0] if found else None

    assert code(["1", "fine"]) is None
    assert code(["1", "x" * 10]) is None
    assert code(["1", "x" * 11]) == "text_too_long"
    assert code(["1"]) == "too_few_fields"
    assert code(["1", "a", "b"]) == "too_many_fields"
    assert code(["1", "a\0b"]) == "nul_in_text"
    assert code(["1", ""]) == "empty_item"
    assert code(["1", " \n"]) == "blank_item"
