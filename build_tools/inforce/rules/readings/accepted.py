"""Wordings that a person has declared right: whether each stands for the present value, and what else it reads as.

What a person declares is believed where nothing can be read; where a table reads another value, somebody has to say why
(docs/reference/facts.md, "How linked words are read").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from inforce.model.values import (
    Address,
    Duration,
    Email,
    FactValue,
    Identifier,
    Money,
    Percentage,
    Phone,
    Url,
    address_line,
)
from inforce.rules.readings.addresses import read_label
from inforce.rules.readings.agreement import Agrees, Differs, Unreadable
from inforce.rules.readings.any_value import states_a_value
from inforce.rules.readings.contacts import same_url
from inforce.rules.readings.durations import units_named
from inforce.rules.readings.names import has_in_common, is_name
from inforce.rules.readings.passages import values_in
from inforce.rules.readings.plain import plain
from inforce.rules.readings.tables import TABLES, table_for
from inforce.rules.readings.whole import read_whole


def same_value(first: FactValue, second: FactValue, language: str) -> bool:
    """Whether two values are one: "14 days" is "2 weeks"; a name is compared in that language."""
    match first, second:
        case Duration(), Duration():
            return first.length == second.length
        case Url(), Url():
            return same_url(first.in_language(language), second.in_language(language), scheme=True)
        case Identifier(), Identifier():
            return first.bare == second.bare
        case str(), str() | Mapping():
            return is_name(plain(first), second, language)
        case _:
            return type(first) is type(second) and first == second


def other_reading(wording: str, value: FactValue, language: str) -> str | None:
    """What in the wording can be read as something else than the value that it is declared to state; None where nothing
    can."""
    text = plain(wording)
    own = read_whole(value, wording, text, language)
    if isinstance(own, Agrees):
        return None
    if isinstance(value, str | Mapping):
        alike = any(has_in_common(wording, name) for name in ([value] if isinstance(value, str) else value.values()))
        return wording if not alike or _states_a_value(wording, language) else None
    if isinstance(own, Differs) or (isinstance(own, Unreadable) and own.two_orders):
        return getattr(own, "stated", None) or wording
    if isinstance(value, Email | Phone | Url):
        here = value.in_language(language) if isinstance(value, Url) else value
        said, meant = read_label(wording), read_label(str(here))
        there = {(one.user, one.host, one.path) for one in meant}
        return next((one.text for one in said if (one.user, one.host, one.path) not in there), None)
    answers = [read_whole(value, wording, text, one) for one in _tongues(text, language)]
    if any(isinstance(answer, Agrees) for answer in answers):
        return None
    for answer in answers:
        if isinstance(answer, Differs) and answer.stated:
            return answer.stated
    if _states_a_value(wording, language):
        return wording
    if part := _part_otherwise(wording, value, language):
        return part
    return wording if isinstance(value, Duration) and _in_other_units(text, value, language) else None


def _in_other_units(text: str, value: Duration, language: str) -> bool:
    """Whether words name a unit that the value is not counted in: "a few days" for 10 years. One of it may be the whole
    value: "a full year" for 12 months."""
    table = table_for(language)
    named = units_named(table.fold(text), table) if table else frozenset()
    return any(unit not in value.parts and Duration(**{unit: 1}).length != value.length for unit in named)


def _part_otherwise(wording: str, value: FactValue, language: str) -> str | None:
    """The words within the wording that state another value of the kind, or a figure that the value does not have."""
    rest = wording
    if isinstance(value, Duration | Money | Percentage | date):
        for said, found in values_in(wording, value, language):
            if not same_value(found, value, language):  # type: ignore[arg-type]
                return said
            rest = rest.replace(said, " ", 1)
    has = set(_figures(" ".join(_written(value, language))))
    return next((figure for figure in _figures(rest) if figure not in has), None)


def has_its_figures(words: str, value: FactValue, language: str) -> bool:
    """Whether some words have figures, and all of them are among those of the value."""
    figures = set(_figures(words))
    return bool(figures) and figures <= set(_figures(" ".join(_written(value, language))))


def _written(value: FactValue, language: str) -> Iterator[str]:
    match value:
        case Duration():
            yield value.words()
        case Address():
            yield address_line(value, language)
        case date():
            yield f"{value.isoformat()} {value.month} {value.day}"
        case _:
            yield str(value)


def _figures(words: str) -> list[str]:
    return re.findall(r"\d+", plain(words))


def _tongues(text: str, language: str) -> tuple[str, ...]:
    """The languages that words with letters can be read in; figures belong to none."""
    if not re.search(r"[^\W\d_]", text):
        return ()
    return tuple(sorted(one for one in TABLES if table_for(one) is not table_for(language)))


def _states_a_value(wording: str, language: str) -> bool:
    return any(states_a_value(wording, one) for one in (language, *_tongues(plain(wording), language)))
