"""Days of the week, and words that name none."""

from __future__ import annotations

import pytest
from inforce.rules.readings.weekdays import weekdays_said


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "Any day but Monday, and on Fridays.", [0, 4]),
        ("fr", "Tous les jours sauf le lundi et les samedis", [0, 5]),
        ("nl", "Op maandagochtend en ’s zondags", [0, 6]),
        ("de", "Montags bis donnerstags, am Freitagmorgen", [0, 3, 4]),
        ("ja", "月曜日と金曜", [0, 4]),
        ("ar", "كل يوم ما عدا الإثنين والجمعة", [0, 4]),
        ("en", "The sun sat on the mon, a holiday.", []),
        ("ja", "毎日、今月、料金、土地", []),
        ("ar", "لأحد من الناس", []),
        ("xx", "Monday", []),
    ],
)
def test_weekdays(language: str, text: str, days: list[int]) -> None:
    assert [int(number) for number, _ in weekdays_said(text, language)] == days
