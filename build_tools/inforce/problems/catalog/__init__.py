"""Every code a problem can have, with its level, its messages and what it means: a file a family.

A rule makes its problems by `problem`; the handbook's page on messages is made from `rules`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from inforce.problems.catalog import (
    facts,
    handbook,
    likely_mistakes,
    links,
    misleading,
    project,
    records,
    releases,
    sections,
    translations,
    yaml,
)
from inforce.problems.rule import Rule
from inforce.problems.value import Location, Problem, Severity

PARTS = (facts, handbook, likely_mistakes, links, misleading, project, records, releases, sections, translations, yaml)


@cache
def rules() -> Mapping[str, Rule]:
    """All rules by code, in the order of their codes. Raises ValueError where two families claim one code."""
    merged: dict[str, Rule] = {}
    for part in PARTS:
        if twice := merged.keys() & part.RULES.keys():
            raise ValueError(f"codes in two families: {', '.join(sorted(twice))}")
        merged.update(part.RULES)
    return MappingProxyType(dict(sorted(merged.items())))


def problem(
    code: str,
    at: Location | str,
    variant: str = "",
    /,
    *,
    level: Severity | None = None,
    about: str = "",
    **values: object,
) -> Problem:
    """A problem with that code, at a place (for a file as a whole, its path is enough). `values` fill the message and
    the remedy of the variant, which has its level too, unless one is given. `about`: the path of the fact it is about.

    Raises KeyError for a code or a variant that the catalogue doesn't know, and for a value that is missing; ValueError
    for a level that the code can't have, since the handbook says otherwise.
    """
    rule = rules()[code]
    words = rule.variant(variant)
    level = level or words.level or rule.levels[0][0]
    if level not in dict(rule.levels):
        raise ValueError(f"{code} is never {level}")
    return Problem(
        code=code,
        severity=level,
        location=Location(file=at) if isinstance(at, str) else at,
        message=words.message.format_map(values),
        remedy=(words.remedy or rule.remedy).format_map(values),
        about=about,
    )
