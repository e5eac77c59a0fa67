"""Reading JSON strictly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labeldesk.core.errors import DeskError, Invalid, Malformed
from labeldesk.core.ids import LARGEST_ID
from labeldesk.httpkit.bodies import parse_json

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-LARGEST_ID, LARGEST_ID)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0")),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0")), inner, max_size=4
        )
    ),
    max_leaves=20,
)


@given(JSON)
def test_every_honest_document_is_read_as_it_is(value: object) -> None:
    import json

    assert parse_json(json.dumps(value).encode()) == value


@pytest.mark.parametrize(
    ("body", "family", "code"),
    [
        (b'{"a": NaN}', Invalid, "number_not_finite"),
        (b"[1e999]", Invalid, "number_not_finite"),
        (b'{"a": 9007199254740992}', Invalid, "number_too_large"),
        (b"[" + b"9" * 4000 + b"]", Invalid, "number_too_large"),
        (rb'{"a": "\ud800"}', Invalid, "invalid_text"),
        (rb'{"a\u0000": 1}', Invalid, "invalid_text"),
        (b'{"a": 1, "a": 2}', Malformed, "malformed"),
        (b"[" * 65 + b"]" * 65, Malformed, "malformed"),
        (b"[" * 100_000, Malformed, "malformed"),
        (b"\xef\xbb\xbf{}", Malformed, "malformed"),
        ("{}".encode("utf-16"), Malformed, "malformed"),
        (b'{"a": "\xff"}', Malformed, "malformed"),
        (b"{} {}", Malformed, "malformed"),
        (b"{,}", Malformed, "malformed"),
        (b"", Malformed, "malformed"),
    ],
)
def test_what_no_field_may_hold_is_refused(body: bytes, family: type[DeskError], code: str) -> None:
    with pytest.raises(family) as caught:
        parse_json(body)
    assert caught.value.code == code
