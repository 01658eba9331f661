"""Numbers in figures and words, as each language writes them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.rules.readings.numbers import grouped_figures, number
from inforce.rules.readings.tables import TABLES

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "10", 10),
        ("en", "ten", 10),
        ("en", "ten (10)", 10),
        ("en", "10 (ten)", 10),
        ("en", "(10)", 10),
        ("en", "ten (11)", None),
        ("en", "1,000", 1000),
        ("en", "1 000", 1000),
        ("en", "1,234,567", 1234567),
        ("en", "1,23", None),
        ("en", "1,000 000", None),
        ("en", "1.5", 3 * HALF),
        ("en", "two and a half", 5 * HALF),
        ("en", "20 million", 20_000_000),
        ("en", "1.5 million", 1_500_000),
        ("en", "", None),
        ("en", "many", None),
        ("en", "1" * 19, None),
        ("de", "1.000", 1000),
        ("de", "1,5", 3 * HALF),
        ("de", "zweieinhalb", 5 * HALF),
        ("de", "1.5", None),
        ("fr", "1,5", 3 * HALF),
        ("fr", "vingt et un", 21),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(language: str, text: str, expected: Fraction | int | None) -> None:
    assert number(text, TABLES[language]) == expected


@given(st.sampled_from(sorted(TABLES)), st.integers(0, 10**15 - 1))
def test_figures_are_read_the_same_with_and_without_groups(language: str, value: int) -> None:
    table = TABLES[language]
    assert number(str(value), table) == value
    for sign in (*table.groups, " "):
        assert number(f"{value:,}".replace(",", sign), table) == value


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "1,500 members", [1500]),
        ("fr", "1,500 membres, 1.500 membres", [Fraction(3, 2), 1500]),
        ("de", "TLS 1.300, Version 2.100, 02.274.480, 1.500,25 €, 1,5, 12.05.2027", []),
    ],
)
def test_figures_with_one_sign_before_three(language: str, text: str, values: list[Fraction | int]) -> None:
    assert [value for _, value, _ in grouped_figures(text, TABLES[language])] == values
