"""Whether words in a language state a value. Pure: words in, an answer out.

`read_agrees` reads the value out of all the words and compares. What can't be read never passes silently.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from inforce.model.leaf import Wording
from inforce.model.values import FactValue, Identifier
from inforce.rules.readings.accepted import other_reading, same_value
from inforce.rules.readings.agreement import Agreement, Agrees, Differs, NoTable, Unreadable
from inforce.rules.readings.plain import plain
from inforce.rules.readings.tables import TABLES
from inforce.rules.readings.whole import read_whole, stated

__all__ = [
    "LANGUAGES",
    "Agreement",
    "Agrees",
    "Differs",
    "NoTable",
    "Unreadable",
    "read_agrees",
    "stated",
]

LANGUAGES = frozenset(TABLES)
"""Languages in which durations, dates and amounts can be read."""
_LONGEST = 400
"""More characters than any wording of a value has: longer links are not searched for a part that states it."""


def read_agrees(
    value: FactValue,
    words: str,
    language: str,
    *,
    accept: Mapping[str, Wording[Any]] = MappingProxyType({}),
) -> Agreement:
    """Whether all of the words state the value, in that language (a BCP 47 tag).

    `accept` holds further wordings in that language that a person has declared right, each with the value that it
    states. Under another value a wording says nothing; nor does one that reads otherwise and has no reason beside it.
    """
    text = plain(words)
    answer = read_whole(value, words, text, language)
    if isinstance(answer, Agrees) or _is_accepted(value, text, language, accept):
        return Agrees()
    too_much = isinstance(answer, Unreadable) and not answer.two_orders
    if too_much or (isinstance(answer, Differs) and isinstance(value, Identifier | str | Mapping)):
        part = _part_that_agrees(value, words, language)
        return Unreadable(part=part) if too_much or part else answer
    return answer


def _is_accepted(value: FactValue, text: str, language: str, accept: Mapping[str, Wording[Any]]) -> bool:
    return any(
        plain(wording) == text
        and same_value(meant.value, value, language)
        and (meant.because is not None or other_reading(wording, meant.value, language) is None)
        for wording, meant in accept.items()
    )


def _part_that_agrees(value: FactValue, words: str, language: str) -> str | None:
    """The longest run of whole words that states the value alone."""
    pieces = words.split()
    if len(words) > _LONGEST or len(pieces) > 40:
        return None
    for length in range(min(len(pieces) - 1, 12), 0, -1):
        for start in range(len(pieces) - length + 1):
            part = " ".join(pieces[start : start + length])
            if isinstance(read_whole(value, part, plain(part), language), Agrees):
                return part
    return None
