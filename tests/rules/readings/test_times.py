"""Times of day, in the ways languages write them, and what counts hours and means always."""

from __future__ import annotations

import pytest
from inforce.rules.readings.times import Clock, says_loosely, times_said, without_always


@pytest.mark.parametrize(
    ("language", "text", "times"),
    [
        ("en", "from 9:00 to 18:00", ["9:00?", "18:00"]),
        ("en", "until 6 p.m. or 6.30 pm, from 9am", ["18:00", "18:30", "9:00"]),
        ("en", "9–5 pm", ["9:00?", "17:00"]),
        ("en", "at 12 am and at 12 pm", ["0:00", "12:00"]),
        ("fr", "de 9 h à 18 h 30, jusqu’à 18h00", ["9:00?~", "18:30~", "18:00~"]),
        ("fr", "à 18 heures, à 8 heures du soir", ["18:00~", "20:00"]),
        ("de", "von 9 bis 17 Uhr, um 18.30 Uhr, 8 Uhr abends", ["9:00?", "17:00", "18:30", "20:00"]),
        ("nl", "tot 18u30, 18 uur, 6 uur ’s avonds, 6 uur", ["18:30~", "18:00~", "18:00", "6:00?~"]),
        ("ja", "午後6時30分、18時、午前９時半", ["18:30", "18:00", "9:30"]),
        ("ar", "الساعة 6 مساءً، الساعة ١٨:٣٠", ["18:00", "18:30"]),
        ("en", "ISO 27001:2022, section 5.10, Article 6, 95/46/EC, 72 h, 3 h", []),
        ("de", "Az. 3 U 12/20, am 24.12.2024, 10.30", []),
        ("fr", "sous 72 heures, 12 ha", []),
        ("ja", "24時間以内", []),
    ],
)
def test_times(language: str, text: str, times: list[str]) -> None:
    found = [
        f"{clock.minutes // 60}:{clock.minutes % 60:02}{'?' * clock.either}{'~' * (not clock.sure)}"
        for clock, _ in times_said(text, language)
    ]
    assert found == times


def test_a_time_is_the_same_in_the_evening_where_it_may_be() -> None:
    assert Clock(6 * 60, either=True).is_same(Clock(18 * 60))
    assert not Clock(6 * 60).is_same(Clock(18 * 60))
    assert Clock(0).is_same(Clock(24 * 60))


@pytest.mark.parametrize(
    "text",
    [
        "24/7",
        "24 hours a day",
        "seven days a week",
        "24 heures sur 24",
        "24h/24",
        "7j/7",
        "24 Stunden am Tag",
        "sieben Tage die Woche",
        "24 uur per dag",
        "24 uur op 24",
        "1日24時間",
        "على مدار 24 ساعة",
        "24 ساعة في اليوم",
        "365 days a year",
    ],
)
def test_always(text: str) -> None:
    assert without_always(text).strip() == "\ufffc"


@pytest.mark.parametrize(
    "text", ["within 24 hours", "sous 24 heures", "24時間以内", "12 hours a day", "7 days", "خلال 24 ساعة", "24/70"]
)
def test_not_always(text: str) -> None:
    assert without_always(text) == text


def test_noon_and_midnight() -> None:
    assert says_loosely("until noon")
    assert not says_loosely("am Nachmittag um 3")
