"""Letters in the place of figures: "l0 years", "1O %", "€ 5O" read as numbers and are none, and no search finds them.

Told only where a unit, a sign of percent or a currency says that a number is meant: "1l" and "B2O" are words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_UNITS = (
    "years?|months?|weeks?|days?|hours?|minutes?|seconds?|percent|euros?|dollars?"
    "|ans?|années?|mois|semaines?|jours?|heures?|secondes?|pour cent"
    "|jaar|jaren|maand(?:en)?|week|weken|(?:werk)?dag(?:en)?|uur|uren|minuut|minuten|seconden?|procent"
    "|jahre?n?|monate?n?|wochen?|(?:werk|arbeits)?tage?n?|stunden?|sekunden?|prozent"
)
_OTHER_UNITS = (
    "年|[かヶカケ箇]月|月|日|週間|時間|分|秒|円"
    "|سنة|سنوات|عام|أعوام|شهر|أشهر|أسبوع|أسابيع|يوم|أيام|ساعة|ساعات|دقيقة|دقائق|٪"
)
_TOKEN = r"(?<![\w.,'\u2019/-])(?![Oo])(?=[lIOo]*[0-9])(?=[0-9.,]*[lIOo])(?P<{}>[0-9lIOo]+(?:[.,][0-9lIOo]+)*)"
_FOUND = re.compile(
    rf"{_TOKEN.format('before')}(?:[\s-]?(?:{_OTHER_UNITS}|[%€$£])|[\s-](?:(?:business|working|calendar|full)\s)?"
    rf"(?i:{_UNITS})\b)|[€$£]\s?{_TOKEN.format('after')}(?!\w)"
)
_FIGURE = str.maketrans("lIOo", "1100")


def letters_as_figures(text: str) -> Iterator[tuple[str, str]]:
    """Each number that is written with letters, as it stands and in figures."""
    for found in _FOUND.finditer(text):
        written = found["before"] or found["after"]
        yield written, written.translate(_FIGURE)
