"""Lookalikes and piles of marks in every part of a section, each at its place."""

from __future__ import annotations

import pytest
from inforce.reader.section import parse_section
from inforce.rules.deceiving import check_deceiving, figures_in_brackets


def told(source: str, language: str = "en") -> list[str]:
    section, problems = parse_section(source, id="t", file="t.md", language=language)
    assert section is not None, problems
    found = check_deceiving({"t": section}, language, paths={"t": "en/t.md"})
    return [f"{one.code} {one.location}" for one in found]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# Qu\u0430lifio\n", "X305 en/t.md:1:3"),
        ("# T\n\n## [Qu\u0430lifio](id:a)\n", "X305 en/t.md:3:5"),
        ("# T\n\nWe are\nQu\u0430lifio.\n", "X305 en/t.md:4:1"),
        ("# T\n\nWe are Qu**\u0430**lifio.\n", "X305 en/t.md:3"),
        ("# T\n\n- [Qu\u0430lifio](https://qualifio.com)\n", "X305 en/t.md:3:4"),
        ("# T\n\n| a | b |\n|---|---|\n| x | Qu\u0430lifio |\n", "X305 en/t.md:5:7"),
        ("# T\n\n[**A.**](id:a) Qu\u0430lifio\n", "X305 en/t.md:3:16"),
        ("# T\n\n[here](https://xn--80ak6aa92e.com/x)\n", "X305 en/t.md:3:16"),
        ("# T\n\n[here](mailto:a@xn--80ak6aa92e.com)\n", "X305 en/t.md:3:17"),
        ("# T\n\n[here](https://xn--bcher-kva.de/x)\n", ""),
        ("# T\n\n[here](https://\u0430pple.com/x)\n", "X305 en/t.md:3:16"),
        ("# T\n\n[here](https://\u0430\u0440\u0440\u04cf\u0435.com/x)\n", "X305 en/t.md:3:16"),
        ("# T\n\n[here](https://bücher.de/x)\n", ""),
        ("# T\n\n[例え.jp](https://例え.jp/)\n", ""),
        ("# T\n\nn\u0336o\n", "X306 en/t.md:3:1"),
        ("# T\n\nWe are Qualifio.\n", ""),
    ],
)
def test_wherever_it_stands(source: str, expected: str) -> None:
    assert " ".join(told(source)) == expected


def test_the_language_decides() -> None:
    assert told("# 個人情報\n\nＱｕａｌｉｆｉｏ\n", "ja") == []
    assert told("# T\n\nＱｕａｌｉｆｉｏ\n", "en") == ["X305 en/t.md:3:1"]
    assert told("# Т\n\nСор и TCP\n", "ru") == []


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
