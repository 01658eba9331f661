"""Letters in the place of figures are told beside a unit; words with figures in them stay quiet."""

from __future__ import annotations

import pytest
from inforce.problems import Location
from inforce.rules.letters_as_figures import check_letters, letters_as_figures


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("kept for l0 years, or 1O years", ["10", "10"]),
        ("within I5 working days", ["15"]),
        ("pendant 1O ans, 3o jours", ["10", "30"]),
        ("l2 Monate, 1O Werktage", ["12", "10"]),
        ("7O dagen", ["70"]),
        ("1O年間、3O日", ["10", "30"]),
        ("5O % or 2O% or € 5O or 5O €", ["50", "20", "50", "50"]),
        ("خلال 1O أيام", ["10"]),
        ("1,OOO euros", ["1,000"]),
    ],
)
def test_letters_that_pass_for_figures(text: str, meant: list[str]) -> None:
    assert [one.remedy for one in letters_as_figures(text, None)] == [f"Write it in figures: “{one}”." for one in meant]


@pytest.mark.parametrize(
    "text",
    ["10 years", "a bottle of 1l a day", "H2O, B2O, O2 and I4O", "O2 hours",
     "Oil 5 years", "ISO 27001", "l’an 10", "o 10 days",
     "version 1o", "web3 days", "lo dagen", "IO days", "L1 years"],
)  # fmt: skip
def test_words_with_figures(text: str) -> None:
    assert [*letters_as_figures(text, None)] == []


def test_words_are_read_in_their_language() -> None:
    assert [one.found for one in letters_as_figures("1O Jahre", "de")] == ["1O"]
    assert [*letters_as_figures("1O Jahre", "fr")] == []


def test_words_of_notes_and_yaml_files_are_read_too() -> None:
    (one,) = check_letters([("Kept for 1O years", "en"), ("10 ans", "fr")], Location(file="x.yml"))
    assert (one.code, one.location.file) == ("X305", "x.yml")
