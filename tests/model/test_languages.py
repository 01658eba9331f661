"""Lookup of languages: the published cases, and what holds for every wish."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.model.languages import Localised, in_language, localised, lookup, own, serves

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


TITLES = {"en": "Policy", "fr": "", "pt": "Política", "nl": "Beleid"}


@pytest.mark.parametrize(
    ("language", "others", "shown"),
    [
        ("nl", (), Localised("Beleid", "nl")),
        ("pt-BR", ("nl",), Localised("Política", "pt")),
        ("de", ("nl-BE",), Localised("Beleid", "nl")),
        ("de", ("ja",), Localised("Policy", "en")),
        ("fr", ("nl",), Localised("Beleid", "nl")),
    ],
)
def test_a_reader_is_shown_their_language_or_what_stands_in_for_it(
    language: str, others: tuple[str, ...], shown: Localised[str]
) -> None:
    assert localised(TITLES, language, *others) == shown
    assert in_language(TITLES, language, *others) == shown.content


def test_nothing_is_shown_where_nothing_is() -> None:
    assert localised({"en": ""}, "en", "fr") is None
    assert in_language({}, "en") == ""
    assert in_language("One for all", "en") == "One for all"


def test_ones_own_is_of_no_other_language() -> None:
    assert own(TITLES, "pt-BR") == "Política"
    assert own(TITLES, "de") is None
    assert own(TITLES, "fr") is None


def test_a_wider_language_serves_and_a_narrower_does_not() -> None:
    assert serves("pt", "pt-BR")
    assert not serves("pt-BR", "pt")
