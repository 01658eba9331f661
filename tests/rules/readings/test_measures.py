"""Measures in six languages, and what is none."""

from __future__ import annotations

from fractions import Fraction

import pytest
from inforce.rules.readings.measures import Measure, measures_said


@pytest.mark.parametrize(
    ("language", "text", "measures"),
    [
        ("en", "25 km, a 15-centimetre label, five miles", ["25 kilometer", "15 centimeter", "5 mile"]),
        ("en", "-18 °C, 50 km/h, 1.5 kg, 1,500 m", ["-18 celsius", "50 per-hour", "3/2 kilogram", "1500 meter"]),
        ("fr", "vingt-cinq kilomètres, 10 Mo, 1,5 kg", ["25 kilometer", "10 megabyte", "3/2 kilogram"]),
        ("nl", "25 meter, 500 gram", ["25 meter", "500 gram"]),
        ("de", "drei Kilometern, 20 Quadratkilometern", ["3 kilometer", "20 square-kilometer"]),
        ("ja", "35℃、5グラム、摂氏35度", ["35 celsius", "5 gram", "35 celsius"]),
        ("ar", "35 درجة مئوية، 5 غرامات، 25 km", ["35 celsius", "5 gram", "25 kilometer"]),
        ("en", "5 in 10, 3-5 kg, 5 kgs., a metre, section 5, 5 m/x", ["5 kilogram"]),
        ("xx", "5 kg", []),
    ],
)
def test_measures(language: str, text: str, measures: list[str]) -> None:
    found = [one for one, _ in measures_said(text, language)]
    assert [f"{one.count} {one.unit}".replace(f"{one.kind}-", "").replace("kilometer-per", "per") for one in found] == (
        measures
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("8", "length-kilometer"), ("5", "length-mile"), True),
        (("25", "length-kilometer"), ("26", "length-kilometer"), False),
        (("1", "length-kilometer"), ("1000", "length-meter"), True),
        (("0", "temperature-celsius"), ("32", "temperature-fahrenheit"), True),
        (("35", "temperature-celsius"), ("35", "temperature-fahrenheit"), False),
        (("5", "mass-kilogram"), ("5", "volume-liter"), False),
    ],
)
def test_as_much_in_two_units(one: tuple[str, str], other: tuple[str, str], same: bool) -> None:
    first, second = (Measure(Fraction(count), unit) for count, unit in (one, other))
    assert first.is_same(second) is second.is_same(first) is same
