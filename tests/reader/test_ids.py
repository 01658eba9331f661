"""The id that a message proposes for words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.model.config import ID_PATTERN
from inforce.reader.ids import proposed_id


@pytest.mark.parametrize(
    ("words", "proposed"),
    [
        ("Durée de conservation", "duree-de-conservation"),
        ("Cookies", "cookies"),
        ("our  cookies_2", "our-cookies-2"),
        ("Straße", "strasse"),
        ("4. Retention", "retention"),
        ("保存期間", None),
        ("42", None),
        ("", None),
    ],
)
def test_words_give_an_id_that_is_near_to_them(words: str, proposed: str | None) -> None:
    assert proposed_id(words) == proposed


@given(st.text(max_size=200))
def test_what_is_proposed_is_an_id_and_stays_what_it_is(words: str) -> None:
    proposed = proposed_id(words)
    if proposed is not None:
        assert re.fullmatch(ID_PATTERN, proposed)
        assert len(proposed) <= 64
        assert proposed_id(proposed) == proposed
