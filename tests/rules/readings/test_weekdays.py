"""Days of the week, and words that name none."""

from __future__ import annotations

import pytest
from inforce.rules.readings.weekdays import misnamed, weekdays_said


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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We close on Tuesday 1 March 2027."),
        ("fr", "Fermé le jeudi 1er mars 2027."),
        ("nl", "Gesloten op dinsdag 1 maart 2027."),
        ("de", "Geschlossen am Dienstag, den 1. März 2027."),
        ("ja", "2027年3月1日（火）は休みます。"),
        ("ar", "نغلق يوم الثلاثاء الموافق 1 مارس 2027."),
        ("en", "From March 1, 2027 (Sunday) on."),
        ("en", "On Wed, 1 March 2027, and on Friday, March 5, 2027."),
        ("de", "Ab 2027-03-01 (Sonntag)."),
    ],
)
def test_a_date_beside_another_day_of_the_week(language: str, text: str) -> None:
    assert len([*misnamed(text, language)]) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We close on Monday 1 March 2027."),
        ("fr", "Fermé le lundi 1er mars 2027."),
        ("nl", "Gesloten op maandag 1 maart 2027."),
        ("de", "Geschlossen am Montag, den 1. März 2027."),
        ("ja", "2027年3月1日（月）は休みます。火曜日は開きます。"),
        ("ar", "نغلق يوم الاثنين الموافق 1 مارس 2027."),
        ("en", "Closed every Sunday from 1 March 2027."),
        ("en", "We are closed on Sunday. 1 March 2027 is another matter."),
        ("de", "Vom Sonntag bis Montag, 1. März 2027."),
        ("en", "Open Sunday to Friday, until 1 March 2027 (Mondays excepted)."),
        ("ja", "毎週日曜日、2027年3月1日から休みます。"),
        ("fr", "Sauf le dimanche, le 1er mars 2027 au plus tard."),
        ("xx", "Sunday 1 March 2027"),
    ],
)
def test_a_date_beside_its_own_day_or_beside_none(language: str, text: str) -> None:
    assert not [*misnamed(text, language)]
