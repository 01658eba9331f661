"""Words that state a value, whatever its kind."""

from __future__ import annotations

import pytest
from inforce.rules.readings.any_value import states_a_figure, states_a_value


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "7 years"),
        ("en", "seven years"),
        ("fr", "sept ans"),
        ("en", "10 November 2020"),
        ("en", "10/11/2020"),
        ("en", "10 euros"),
        ("de", "3 %"),
        ("en", "privacy@example.com"),
        ("es", "https://www.example.com/rights"),
        ("en", "www.example.com"),
        ("en", "example .com"),
        ("en", "“example[.]com”."),
        ("en", "privacy (at) example (dot) com"),
        ("is", "+32 2 274 48 00"),
        ("fr", "02 274 48 00"),
    ],
)
def test_they_do(language: str, words: str) -> None:
    assert states_a_value(words, language, "BE")
    assert states_a_figure(words, language, "BE")


@pytest.mark.parametrize(
    "words",
    [
        "",
        "payment data",
        "no one",
        "every day",
        "a second time",
        "May",
        "e-mail address",
        "Article 6",
        "12",
        "7 years ago or so",
    ],
)
def test_they_do_not(words: str) -> None:
    assert not states_a_value(words, "en", "BE")


@pytest.mark.parametrize(
    ("words", "figure"), [("BE 0822.741.924", True), ("١٣", True), ("us at a@b.example", True), ("none at all", False)]
)
def test_a_figure_among_them_is_enough_where_there_should_be_none(words: str, figure: bool) -> None:
    assert states_a_figure(words, "en") is figure
