"""Words that grow together with those of a value: "[10 years] and 6 months.", "one hundred and [10 years]".

An amount beside another is often one of its own: in a list, with "respectively", with what it is for behind it. So it
is sure only where the words end a clause, or from when they run follows ("and 6 months after its end"); a comma, and
the link to another fact, part two amounts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from inforce.model.values import Duration, FactValue
from inforce.rules.readings.durations import read_duration
from inforce.rules.readings.numbers import number
from inforce.rules.readings.plain import plain
from inforce.rules.readings.sentences import CLAUSE, CLOSERS, COMMAS, ENDS, around
from inforce.rules.readings.spelled import spell
from inforce.rules.readings.table import LanguageTable

ANOTHER = "\ufffc"
"""What stands for the link to another fact beside the words."""
_WORDS = 4
"""So many words beside it can belong to the same amount."""
_SIGNS = 9
"""So many signs, where words stand together."""
_ENDS = re.compile(rf"\s*(?:\Z|[{re.escape(ENDS + CLOSERS)}]|[{COMMAS}](?!\s*[\d\ufffc]))")
_COMMA = re.compile(rf"\s*[{COMMAS}]")
_LARGEST_SPELLED = 999
"""Larger figures are not spelled to be read with the words before them."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What readers see instead of a value, and whether the words can mean nothing else."""

    seen: str
    sure: bool = True


def closed(rest: str) -> bool:
    """Whether a clause ends where these words begin."""
    return bool(_ENDS.match(rest))


def goes_on(rest: str, table: LanguageTable) -> bool:
    """Whether what follows leaves an amount whole: nothing, or from when it runs. "5 years longer than" does not."""
    found = table.runs_from and table.runs_from.match(rest.lstrip())
    return closed(rest) or bool(found and not (table.spaced and rest.lstrip()[found.end() :][:1].isalpha()))


def read_number(words: str, table: LanguageTable) -> Fraction | None:
    """The number that words state, as they stand in a text."""
    return number(table.fold(plain(words)), table)


def last_words(text: str, count: int) -> str:
    """The last words of a text, with the space behind them."""
    return " ".join(text.split()[-count:]) + (" " if text[-1:].isspace() else "")


def words_after(text: str, lead: str) -> Iterator[str]:
    """The one word and the two words that follow `lead`, where the text begins with it."""
    found = re.match(rf"\s*{re.escape(lead)}\s+" if lead else r"\s+", text, re.IGNORECASE)
    if found:
        for count in (1, 2):
            if words := re.match(rf"\S+(?:\s+\S+){{{count - 1}}}", text[found.end() :]):
                yield words[0]


def grown(before: str, said: str, after: str, value: FactValue, table: LanguageTable) -> Beside | None:
    """The other amount that a value's words make together with some beside them. `before` and `after` begin and end
    with `ANOTHER` where another link to a fact stands there."""
    if found := _counted(before, said, table):
        return Beside(" ".join(f"{found}{said}".split()))
    if half := _half(after, table):
        sure = closed(after[len(half) :]) or (isinstance(value, Duration) and not table.half_before_noun)
        return Beside(" ".join(f"{said}{half}".split()), sure=sure)
    if not isinstance(value, Duration) or _side_by_side(before, after, table):
        return None
    return _right(said, after, value, table, before) or _left(before, said, after, value, table)


def _counted(before: str, said: str, table: LanguageTable) -> str | None:
    """The words of a number that goes on in the value's own: "one hundred and [10]", "fünf und [zwanzig]"."""
    words, own = _own_number(said, table)
    if not table.spaced or not 0 < own <= _LARGEST_SPELLED:
        return None
    spelled = spell(own, table.language) if words.isdigit() else words
    tokens = re.findall(r"[^\s-]+[\s-]*", before)[-_WORDS:]
    for count in range(1, len(tokens) + 1):
        lead = "".join(tokens[-count:])
        if re.search(rf"[\d,.;:!?(){ANOTHER}]", lead):
            return None
        both = table.number_word(table.fold(plain(f"{lead}{spelled}")))
        hundreds = table.number_word(table.fold(plain(_without_join(lead, table)))) or 0
        hyphened = lead.endswith("-") and (read_number(lead.rstrip("-"), table) or 1) > 1
        if both not in (None, own) or (hundreds % 100 == 0 and own < hundreds) or hyphened:
            return lead
    return None


def _own_number(said: str, table: LanguageTable) -> tuple[str, int]:
    """The number that a value's words begin with, in words or figures; 0 where they begin with none."""
    for count in (2, 1):
        words = " ".join(said.split()[:count]).strip("%$€£¥ ")
        found = read_number(words, table)
        if found is not None and found.denominator == 1:
            return words, int(found)
    return "", 0


def _without_join(words: str, table: LanguageTable) -> str:
    join = next((join for join in table.joins if plain(words).endswith(f" {join}")), "")
    return plain(words).removesuffix(join)


def _half(after: str, table: LanguageTable) -> str | None:
    if sign := re.match(r"\s*[½⅓⅔¼¾]", after):
        return sign[0]
    for words in table.after_half if table.spaced else ():
        pattern = "[ -]".join(re.escape(word) for word in words.split())
        found = re.match(rf"[\s-]+{pattern}(?!\w)", after, re.IGNORECASE)
        if found:
            return found[0]
    return None


def _side_by_side(before: str, after: str, table: LanguageTable) -> bool:
    """Whether the sentence says that its amounts belong to different things."""
    text, at = f"{before}x{after}", len(before)
    begins, ends = around(text, at, at + 1, CLAUSE)
    folded = table.fold(plain(f"{before[begins:]} {text[at + 1 : ends]}"))
    return any(
        re.search(rf"(?<!\w){re.escape(words)}" if table.spaced else words, folded) for words in table.respectively
    )


def _right(said: str, after: str, value: Duration, table: LanguageTable, before: str) -> Beside | None:
    """Together with words behind it: "[10 years] and 6 months", "[10 years] plus 5 years"."""
    if _COMMA.match(after) or (_COMMA.match(before.rstrip()[-1:]) and _ends_with_amount(before, table)):
        return None
    for plus in table.plus:
        lead = re.match(rf"\s+{re.escape(plus)}\s+", after, re.IGNORECASE)
        for words in _windows(after[lead.end() :], table) if lead else ():
            if lead and (found := _read(words, table)) is not None:
                through = lead[0] + words
                rest = after[len(through) :]
                sure = closed(rest) or (_is_smaller(found, value) and goes_on(rest, table))
                return Beside(" ".join(f"{said}{through}".split()), sure=sure)
    for words in _windows(after, table):
        found = _read(said + words, table)
        if found is not None and found.length != value.length:
            return Beside(" ".join(f"{said}{words}".split()), sure=goes_on(after[len(words) :], table))
    return None


def _is_smaller(found: Duration, value: Duration) -> bool:
    """Whether it counts in smaller units alone, as months beside years."""
    return tuple(Duration(**{**value.parts, **found.parts}).parts) == (*value.parts, *found.parts)


def _left(before: str, said: str, after: str, value: Duration, table: LanguageTable) -> Beside | None:
    """Together with words before it: "1 year and [6 months]"."""
    tokens = re.findall(r"\s*\S+\Z|\S+\s+", before)[-_WORDS:]
    for count in range(1, len(tokens) + 1):
        words = "".join(tokens[-count:])
        if re.search(f"[{COMMAS}{ANOTHER}]", words):
            return None
        found = _read(words + said, table)
        if found is not None and found.length != value.length:
            lead = before[: len(before) - len(words)]
            if _COMMA.match(lead.rstrip()[-1:]) and _ends_with_amount(lead, table):
                return None
            return Beside(" ".join(f"{words}{said}".split()), sure=goes_on(after, table))
    return None


def _windows(after: str, table: LanguageTable) -> Iterator[str]:
    """The first words of a text, without the punctuation that ends them; its first signs where words stand together."""
    tokens = re.findall(r"\s*\S+", after)[:_WORDS] if table.spaced else re.findall(r"\s*\S", after)[:_SIGNS]
    for count in range(1, len(tokens) + 1):
        words = "".join(tokens[:count])
        if ANOTHER in words:
            return
        yield words.rstrip(ENDS + COMMAS + CLOSERS)


def _read(words: str, table: LanguageTable) -> Duration | None:
    return read_duration(table.fold(plain(words.strip(" .;:!?()"))), table)


def _ends_with_amount(before: str, table: LanguageTable) -> bool:
    """Whether another amount, or the link to one, stands before a comma: an item of a list."""
    listed = before.rstrip().rstrip(COMMAS).rstrip()
    tokens = listed.split()
    return listed.endswith(ANOTHER) or any(
        _read(" ".join(tokens[-count:]), table) is not None for count in range(1, min(_WORDS, len(tokens)) + 1)
    )
