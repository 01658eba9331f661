"""Times of day that words state: "18:00", "6 pm", "18 h 30", "18 Uhr", "18u", "午後6時"; and what counts hours and
means always: "24 hours a day", "7 jours sur 7".

"18 heures" and "18 uur" may be a period too, and "at 6" may be in the morning or in the evening: both are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NOON = 12 * 60

_24 = r"(?:24|twenty-four|vingt-quatre|vierundzwanzig|vierentwintig|٢٤|２４|二十四)"
_7 = r"(?:7|seven|sept|sieben|zeven|٧|７|سبعة|七)"
_365 = r"(?:36[56]|٣٦٥|３６５)"
_DAYS = r"[ -](?:days?|jours?|Tagen?|dagen)[ ,]+"
ALWAYS = re.compile(
    r"(?<![\w.,])(?:"
    rf"{_24}(?:\s?h\.?)?\s?/\s?(?:{_24}(?:\s?h)?|{_7})|{_7}(?:\s?[jd])?\s?/\s?{_7}"
    rf"|{_24}[ -](?:hours?|heures?|h|Stunden|uur)[ ,]+"
    rf"(?:(?:an?|per|every) day|sur {_24}|par jour|(?:am|pro) Tag|täglich|per dag|op {_24})"
    rf"|{_7}{_DAYS}(?:(?:a|per|every) week|sur {_7}|par semaine|(?:die|in der|pro) Woche|in de week|op {_7})"
    rf"|{_365}{_DAYS}(?:(?:a|per) year|par an|(?:im|pro) Jahr|per jaar)"
    r")(?!\w)"
    rf"|على مدار(?: ال)? ?(?:{_24} )?ساعة|{_24} ساعة (?:في|على|يوميا|كل)(?: ?(?:ال)?يوم| {_24})?"
    rf"|{_7} أيام (?:في|على|كل) (?:ال)?(?:أسبوع|{_7})"
    rf"|{_24}時間(?=対応|体制|年中|受付|営業|いつでも|利用|ご利用|[、・]?(?:年中無休|{_365}日))|[1１一]日{_24}時間"
    rf"|(?:年中|週){_7}日|{_365}日(?=対応|体制|年中|受付|営業|いつでも|[、・]?{_24}時間)",
    re.IGNORECASE,
)
"""What counts the hours of a day, or the days of a week, and means all of them."""

_PM = (
    r"p\.?\s?m\b\.?|in the (?:afternoon|evening)|de l['’]après-midi|du soir|nachmittags|(?:am )?abends?\b"
    r"|['’`]s (?:middags|avonds)|مساء\w*|بعد الظهر"
)
_AM = (
    r"a\.?\s?m\b\.?|in the morning|du matin|morgens|vormittags|früh\b"
    r"|['’`]s (?:ochtends|morgens|nachts)|صباح\w*|قبل الظهر"
)
_APART = r"(?<![A-Za-zÀ-ÿ0-9.,:：/-])"
_HOUR = r"(?:2[0-4]|[01]?[0-9])(?![0-9])"
_TO = r"\s?(?:[-–—~〜～]|to|until|till|and|à|et|bis|und|tot(?: en met)?|en|から|إلى|حتى|و)\s?(?:(?:around|à|الساعة)\s)?"
_IN_ASCII = {first + n: str(n) for first in (0x660, 0xFF10) for n in range(10)}
_COLON = str.maketrans("hu.", ":::")
_UNIT = r"(?P<sure>Uhr|o['’]clock)\b|(?P<unsure>heures?|uur|[hHu])\b(?!\s?[/²])"
_CLOCK = re.compile(
    rf"(?:{_APART}(?P<first>{_HOUR}(?:\s?[:.hu]\s?[0-5][0-9](?![0-9]))?)(?:\s?(?:Uhr|uur|heures|h|u)\b)?{_TO}|{_APART})"
    r"(?P<clock>(?P<asked>(?:[وبل]?الساعة)\s)?(?P<half>午前|午後|正午)?"
    rf"(?P<hour>{_HOUR})"
    rf"(?:\s?(?:[:：]|(?P<letter>h|u)|(?P<dot>\.))\s?(?P<minute>[0-5][0-9])(?![0-9]|[.:：][0-9]))?"
    r"(?:(?P<kanji>\s?時(?!間)(?:\s?(?P<kanji_minute>[0-5]?[0-9])分|(?P<half_past>半))?)"
    rf"|\s?(?:{_UNIT})(?:\s(?P<behind>[0-5][0-9])(?!\w))?)?"
    rf"(?:\s?(?:(?P<pm>{_PM})|(?P<am>{_AM})))?)",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    r"\b(?:noon|midday|midi|mittags?|middag|midnight|minuit|mitternacht|middernacht)\b|正午|深夜|真夜中|منتصف|الظهر",
    re.IGNORECASE,
)


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
    hour, base = int(found["hour"]), language.partition("-")[0]
    minute = int(found["minute"] or found["kanji_minute"] or found["behind"] or (30 if found["half_past"] else 0))
    part = found["pm"] or found["am"] or found["half"]
    letter = found["letter"] or (found["unsure"] or "")[:1]
    if (base == "en" and letter) or (letter in ("u", "U") and base != "nl"):
        return None
    colon = found["minute"] and not found["dot"] and not letter
    sure = bool(found["sure"] or part or found["kanji"] or colon or found["asked"])
    if not (sure or letter) or (found["dot"] and not (found["sure"] or found["unsure"] or part)):
        return None
    if part and hour <= 12:
        late = bool(found["pm"] or found["half"] in ("午後", "正午"))
        return Clock((hour % 12 + (12 if late else 0)) * 60 + minute)
    counts_24 = base in ("de", "fr", "nl") and (minute or found["sure"])
    return Clock(hour * 60 + minute, either=hour <= 12 and not counts_24, sure=sure or bool(found["dot"]))


def says_loosely(text: str) -> bool:
    """Whether words state noon or midnight, each of which is written in more ways than one."""
    return bool(_LOOSE.search(text))
