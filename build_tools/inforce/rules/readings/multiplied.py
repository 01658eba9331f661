"""Words beside a value that make another of it: "twice [10 years]", "[10 years] and a half", "2 × [30 days]".

Only what stands right beside it and can mean nothing else; what a sentence says of the value further on is for readers.
"""

from __future__ import annotations

import re

from inforce.model.values import Duration, FactValue, Money, Percentage
from inforce.rules.readings.durations import read_duration
from inforce.rules.readings.numbers import number
from inforce.rules.readings.plain import plain
from inforce.rules.readings.table import LanguageTable
from inforce.rules.readings.tables import table_for

_NEAR = 60
"""So many characters beside the value are looked at."""
_WORDS = 4
"""So many words beside it can belong to the same amount."""
_SIGN_BEFORE = re.compile(r"(\S+)\s*[×✕✖*]\s*\Z|(\d+)\s*[xX]\s*\Z")
_SIGN_AFTER = re.compile(r"\s*[×✕✖*]\s*(\S+)|\s*[xX]\s*(\d+)")


def multiplied(text: str, start: int, end: int, value: FactValue, language: str) -> str | None:
    """What readers see in place of `text[start:end]`, which states `value`, where the words beside it make another
    amount of it; None where they do not, and in a language without a table."""
    table = table_for(language)
    if table is None or not isinstance(value, Duration | Money | Percentage):
        return None
    before, said, after = text[max(0, start - _NEAR) : start], text[start:end], text[end : end + _NEAR]
    if found := _before(before, table):
        return " ".join(f"{found}{said}".split())
    if found := _after(after, table):
        return " ".join(f"{said}{found}".split())
    return _grown(before, said, after, value, table) if isinstance(value, Duration) else None


def _before(before: str, table: LanguageTable) -> str | None:
    """The multiplier that ends the words before the value: "twice ", "three times ", "2 × "."""
    sign = _SIGN_BEFORE.search(before)
    if sign and number(table.fold(plain((sign[1] or sign[2]).strip(".,;:!?()"))), table) is not None:
        return sign[0]
    folded = table.fold(plain(before))
    if table.multiplied_before and (found := table.multiplied_before.search(folded)):
        return found[0]
    for words in table.multipliers:
        if folded.endswith(words) and not folded.removesuffix(words)[-1:].isalpha():
            return before[-len(words) - 1 :]
    for times in table.times:
        if folded.endswith(f" {times}"):
            *_, count = ["", *folded.removesuffix(times).split()]
            if number(count, table) is not None:
                return " ".join(before.split()[-len(times.split()) - 1 :]) + " "
    return None


def _after(after: str, table: LanguageTable) -> str | None:
    """The multiplier that follows the value: " × 2", "の2倍"."""
    sign = _SIGN_AFTER.match(after)
    if sign and number(table.fold(plain((sign[1] or sign[2]).strip(".,;:!?()"))), table) is not None:
        return sign[0]
    found = table.multiplied_after.match(after) if table.multiplied_after else None
    return found[0] if found else None


def _grown(before: str, said: str, after: str, value: Duration, table: LanguageTable) -> str | None:
    """The longer period that the value's words make together with some beside them: "[10 years] and a half"."""
    left, right = re.findall(r"\s*\S+\Z|\S+\s+", before)[-_WORDS:], re.findall(r"\s*\S+", after)[:_WORDS]
    windows = [(len(left) - n, 0) for n in range(1, len(left) + 1)] + [(len(left), n) for n in range(1, len(right) + 1)]
    for first, count in windows:
        whole = "".join((*left[first:], said, *right[:count]))
        found = read_duration(table.fold(plain(whole.strip(" .;:!?()"))), table)
        if found is not None and found.length != value.length:
            return " ".join(whole.split())
    return None
