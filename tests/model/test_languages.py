"""Lookup of languages: the published cases, and what holds for every wish."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.model.languages import lookup
from inforce.model.values import in_language

from tests.vectors import LANGUAGES, about

TAGS = st.lists(st.sampled_from(["en", "fr", "zh", "x", "u", "Hant", "BE", "419", "private"]), min_size=1, max_size=4)
TAG = TAGS.map("-".join)


@pytest.mark.parametrize("case", LANGUAGES, ids=about)
def test_the_published_cases(case: dict[str, Any]) -> None:
    assert lookup(case["wanted"], case["offered"]) == case["found"]


@given(st.lists(TAG), st.lists(TAG))
def test_what_is_found_is_offered_and_no_narrower_than_wanted(wanted: list[str], offered: list[str]) -> None:
    found = lookup(wanted, offered)
    if found is not None:
        assert found in offered
        assert any(f"{each}-".lower().startswith(f"{found}-".lower()) for each in wanted)
    else:
        assert not {each.lower() for each in wanted} & {each.lower() for each in offered}


def test_words_of_a_fact_are_looked_up_so() -> None:
    texts = {"en": "Taipei", "zh-Hant": "臺北", "zh": "台北"}
    assert [in_language(texts, tag) for tag in ("zh-Hant-TW", "zh-CN", "zh", "fr")] == [
        "臺北",
        "台北",
        "台北",
        "Taipei",
    ]
