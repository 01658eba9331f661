"""Times of day that words state: "18:00", "6 pm", "18 h 30", "18 Uhr", "18u", "午後6時"; and what counts hours and
means always: "24 hours a day", "7 jours sur 7".

"18 heures" and "18 uur" may be a period too, and "at 6" may be in the morning or in the evening: both are told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from inforce.rules.readings.phrases import F7, F24, Hours
from inforce.rules.readings.tables import any_language, phrases_for

_NOON = 12 * 60


def _words(pick: Callable[[Hours], str | None]) -> str:
    """Those of all languages: hours are often written as another language does."""
    return any_language(lambda each: pick(each.hours) if each.hours else None)


ALWAYS = re.compile(
    rf"(?<![\w.,])(?:(?:{F24})(?:\s?h\.?)?\s?/\s?(?:(?:{F24})(?:\s?h)?|{F7})|(?:{F7})(?:\s?[jd])?\s?/\s?(?:{F7}))(?!\w)"
    rf"|{_words(lambda each: each.always)}",
    re.IGNORECASE,
)
"""What counts the hours of a day, or the days of a week, and means all of them."""

_PM, _AM = _words(lambda each: each.evening), _words(lambda each: each.morning)
_SURE, _HOURS = _words(lambda each: each.sure), _words(lambda each: each.hours)
_APART = r"(?<![A-Za-zÀ-ÿ0-9.,:：/-])"
_HOUR = r"(?:2[0-4]|[01]?[0-9])(?![0-9])"
_TO = rf"\s?(?:[-–—~〜～]|{_words(lambda each: each.to)})\s?(?:(?:{_words(lambda each: each.at)})\s)?"
_IN_ASCII = {first + n: str(n) for first in (0x660, 0xFF10) for n in range(10)}
_COLON = str.maketrans("hu.", ":::")
_UNIT = rf"(?P<sure>{_SURE})\b|(?P<unsure>{_HOURS}|[hHu])\b(?!\s?[/²])"
_CLOCK = re.compile(
    rf"(?:{_APART}(?P<first>{_HOUR}(?:\s?[:.hu]\s?[0-5][0-9](?![0-9]))?)(?:\s?(?:{_SURE}|{_HOURS}|h|u)\b)?{_TO}|{_APART})"
    rf"(?P<clock>(?P<asked>(?:{_words(lambda each: each.before)})\s)?(?P<half>午前|午後|正午)?"
    rf"(?P<hour>{_HOUR})"
    rf"(?:\s?(?:[:：]|(?P<letter>h|u)|(?P<dot>\.))\s?(?P<minute>[0-5][0-9])(?![0-9]|[.:：][0-9]))?"
    r"(?:(?P<kanji>\s?時(?!間)(?:\s?(?P<kanji_minute>[0-5]?[0-9])分|(?P<half_past>半))?)"
    rf"|\s?(?:{_UNIT})(?:\s(?P<behind>[0-5][0-9])(?!\w))?)?"
    rf"(?:\s?(?:(?P<pm>{_PM})|(?P<am>{_AM})))?)",
    re.IGNORECASE,
)
_LOOSE = re.compile(_words(lambda each: each.noon), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in minutes."""

    minutes: int
    either: bool = False
    """Whether it may be one of the morning or of the evening: "at 6"."""
    sure: bool = True
    """Whether it is no period: "18 heures" may be one."""

    def is_same(self, other: Clock) -> bool:
        """Whether both may be one time."""
        turn = _NOON if self.either or other.either else 2 * _NOON
        return (self.minutes - other.minutes) % turn == 0


def without_always(text: str) -> str:
    """The words without those that count hours and days and mean always."""
    return ALWAYS.sub(" \ufffc ", text)


def times_said(text: str, language: str) -> Iterator[tuple[Clock, str]]:
    """Each time of day that words state, with its words; of a range ("9 to 17 h") both."""
    text = text.translate(_IN_ASCII)
    for found in _CLOCK.finditer(text):
        clock = _read(found, language)
        if clock is None:
            continue
        if found["first"]:
            hour, _, minute = re.sub(r"\s", "", found["first"]).lower().translate(_COLON).partition(":")
            yield Clock(int(hour) * 60 + int(minute or 0), either=int(hour) <= 12, sure=clock.sure), found["first"]
        yield clock, found["clock"].strip()


def _read(found: re.Match[str], language: str) -> Clock | None:
    hour, words = int(found["hour"]), phrases_for(language).hours
    minute = int(found["minute"] or found["kanji_minute"] or found["behind"] or (30 if found["half_past"] else 0))
    part = found["pm"] or found["am"] or found["half"]
    letter = found["letter"] or (found["unsure"] or "")[:1]
    if letter and letter.lower() not in (words.letters if words else "h"):
        return None
    colon = found["minute"] and not found["dot"] and not letter
    sure = bool(found["sure"] or part or found["kanji"] or colon or found["asked"])
    if not (sure or letter) or (found["dot"] and not (found["sure"] or found["unsure"] or part)):
        return None
    if part and hour <= 12:
        late = bool(found["pm"] or found["half"] in ("午後", "正午"))
        return Clock((hour % 12 + (12 if late else 0)) * 60 + minute)
    counts_24 = words is not None and words.counts_24 and bool(minute or found["sure"])
    return Clock(hour * 60 + minute, either=hour <= 12 and not counts_24, sure=sure or bool(found["dot"]))


def says_loosely(text: str) -> bool:
    """Whether words state noon or midnight, each of which is written in more ways than one."""
    return bool(_LOOSE.search(text))
