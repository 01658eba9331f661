"""Telephone numbers in words."""

from __future__ import annotations

import pytest
from inforce.rules.readings.phones import as_number, digits, national_in, read_phones, short_numbers


@pytest.mark.parametrize(
    ("words", "region", "numbers"),
    [
        ("call +32 (0)2 744 48 00 now", None, ["+3227444800"]),
        ("02 744 48 00", None, []),
        ("02 744 48 00 or +32 2 744 48 00", "BE", ["+3227444800"]),
        ("2016/679", "BE", []),
    ],
)
def test_numbers_in_running_words(words: str, region: str | None, numbers: list[str]) -> None:
    assert [number for _, number in read_phones(words, region)] == numbers


@pytest.mark.parametrize(
    "words", ["02 744 48 00", "Tel. 02 744 48 00", "☎ 02 744 48 00", "téléphone: 02 744 48 00", "call 02 744 48 00 now"]
)
def test_a_national_number_alone(words: str) -> None:
    assert list(national_in(words, "BE")) == [("02 744 48 00", "+3227444800")]
    assert list(national_in(words, None)) == []


@pytest.mark.parametrize("words", ["0822.741.924", "01.02.2020", "2016/679", "call us", ""])
def test_other_figures_are_no_number(words: str) -> None:
    assert list(national_in(words, "BE")) == []


@pytest.mark.parametrize(
    ("words", "numbers"),
    [("112", ["112"]), ("112 (free)", ["112"]), ("dial 112", ["112"]), ("room 300", []), ("1122", ["1122"])],
)
def test_short_numbers(words: str, numbers: list[str]) -> None:
    assert [text for text, _ in short_numbers(words, "BE")] == numbers


def test_figures_of_any_script() -> None:
    assert digits("٠٢ x 1") == "021"
    assert as_number("+32 2 744 48 00", None) == "+3227444800"
    assert as_number("112", "BE") is None
    assert as_number("words", None) is None
