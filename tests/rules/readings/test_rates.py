"""How often something happens: the days between two times."""

from __future__ import annotations

from fractions import Fraction

import pytest
from inforce.rules.readings.rates import is_as_often, rates_said


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "Once a year, twice a month, and every 10 days.", [365, 15, 10]),
        ("en", "Weekly, each quarter, three times a day.", [7, 91, 0]),
        ("fr", "Une fois par an, tous les deux mois, chaque semaine, mensuellement.", [365, 60, 7, 30]),
        ("nl", "Eenmaal per maand, om de twee weken, jaarlijks, drie keer per dag.", [30, 14, 365, 0]),
        ("de", "Einmal im Jahr, alle drei Monate, täglich, 4 Mal pro Woche.", [365, 91, 1, 1]),
        ("ar", "مرة في السنة، كل شهر، يوميا.", [365, 30, 1]),
        ("ja", "年に1回、毎月、3日ごと、週2回。", [365, 30, 3, 3]),
        ("en", "Kept for a year. Once upon a time. It was the second time a month was named.", []),
        ("es", "Una vez al año.", []),
    ],
)
def test_rates(language: str, text: str, days: list[int]) -> None:
    assert [int(found) for found, _ in rates_said(text, language)] == days


def test_a_month_is_about_30_days_and_two_weeks_about_15() -> None:
    assert is_as_often(Fraction(365, 12), Fraction(30))
    assert is_as_often(Fraction(14), Fraction(15))
    assert not is_as_often(Fraction(7), Fraction(10))
