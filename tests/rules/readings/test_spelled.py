"""Dictionaries of numbers in words."""

from __future__ import annotations

from inforce.rules.readings.spelled import COVERED, dictionary, spell, unhyphenated


def test_numbers_in_words() -> None:
    assert [spell(number, "en") for number in (0, 10, 21)] == ["zero", "ten", "twenty-one"]
    assert spell(10, "de") == "zehn"


def test_each_folded_form_leads_to_its_number_and_the_first_keeps_it() -> None:
    found = dictionary(lambda number: (f"N{number}", "Any"), str.casefold, (1, 2))
    assert found == {"n1": 1, "any": 1, "n2": 2}


def test_what_policies_spell_out_is_covered() -> None:
    assert {0, 1, 30, 365, 400, 500, 1000, 10_000, 100_000} <= set(COVERED)


def test_hyphens_and_case_make_no_difference() -> None:
    assert unhyphenated("Twenty-One  days") == "twenty one days"
