"""Numbers in words with others in figures behind them, and all that stands in brackets for another reason."""

from __future__ import annotations

import pytest
from inforce.rules.figures_in_brackets import figures_in_brackets


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "within thirty (300) days of it", "thirty (300)"),
        ("en", "within one hundred and twenty (12) days", "one hundred and twenty (12)"),
        ("en", "twenty (25) per cent", "twenty (25)"),
        ("en", "five (50) %", "five (50)"),
        ("nl", "binnen dertig (300) dagen", "dertig (300)"),
        ("fr", "dans les trente (300) jours", "trente (300)"),
        ("fr", "pendant quatre-vingt-dix (9) jours", "quatre-vingt-dix (9)"),
        ("de", "binnen dreißig (300) Tagen", "dreißig (300)"),
        ("ja", "三十（300）日以内", "三十（300）"),
        ("ar", "خلال ثلاثين (300) يوما", "ثلاثين (300)"),
    ],
)
def test_two_numbers_in_one(language: str, text: str, found: str) -> None:
    assert [one.found for one in figures_in_brackets(text, language)] == [found]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "within thirty (30) days"),
        ("en", "within one hundred and twenty (120) days"),
        ("en", "two million five hundred thousand (2,500,000) euros"),
        ("en", "one thousand (1,000) euros"),
        ("en", "in the years two (3)"),
        ("en", "of both parties, two (3) copies"),
        ("en", "the first one (2) days later"),
        ("en", "EUR 20 (25) days"),
        ("en", "between two and three (3) years"),
        ("fr", "quatre-vingt dix (90) jours"),
        ("fr", "cent vingt (120) jours"),
        ("fr", "un (1) mois"),
        ("nl", "honderdtwintig (120) dagen"),
        ("nl", "twee en een half (2,5) jaar"),
        ("de", "einhundertzwanzig (120) Tage"),
        ("ja", "三十（30）日以内"),
        ("ar", "خلال ثلاثين (30) يوما"),
        ("es", "treinta (300) días"),
    ],
)
def test_brackets_that_say_the_same_or_something_else(language: str, text: str) -> None:
    assert not list(figures_in_brackets(text, language))
