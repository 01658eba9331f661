"""A country that a text names in one breath with a transfer that it links to, and that no fact has (F122): “from
[Canada](fact:…) and from the United States”.

Only what stands right beside the link, joined to it by “and” or “or”, is read, and nothing in a sentence that denies
something. Inside the European Economic Area nothing is transferred to a third country.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from inforce.model.facts import Facts
from inforce.model.text import Section, placed_links
from inforce.model.values import country_name
from inforce.problems import Location, Problem, problem
from inforce.rules.fact_entries import EEA, NAME_BEFORE
from inforce.rules.languages import language_name
from inforce.rules.readings.countries import countries_by_name
from inforce.rules.readings.sentences import SENTENCE_OR_LINE, around

_TRANSFER = re.compile(r"recipients\.[^.]+\.transfers\.")
_JAPANESE = r"[\u30a0-\u30ff\u3400-\u9fff]"


def check_countries_beside(
    texts: Mapping[str, Mapping[str, Section]], *, facts: Facts, folder: str
) -> Iterator[Problem]:
    """F122 of every language. `texts` is language to section id to section, whose files are in `folder`."""
    from inforce.rules.readings.tables import phrases_for, table_for  # loads tables of many languages

    known = {*_codes(facts.model_dump(mode="json", exclude_none=True))}
    for language, sections in texts.items():
        table = table_for(language)
        if table is None or phrases_for(language).joins_names is None:
            continue
        for name, section in sections.items():
            for block in section.leaves:
                for text, places in placed_links(block):
                    for at in (one for one in places if _TRANSFER.match(one.link.target.value)):
                        code = _beside(text, at.start, at.end, language)
                        if code is None or code in known | EEA:
                            continue
                        if not re.search(
                            table.bounds.negations,
                            text[slice(*around(text, at.start, at.end, SENTENCE_OR_LINE))],
                            re.IGNORECASE,
                        ):
                            where = Location(file=f"{folder}/{language}/{name}.md", line=at.link.at.line)
                            yield _problem(code, language, at.link.target.value, where)


def _codes(node: Any) -> Iterator[str]:
    """Every country of the facts."""
    if isinstance(node, Mapping):
        for key, child in node.items():
            value = child.get("value") if isinstance(child, Mapping) else child
            if key == "country" and isinstance(value, str):
                yield value
            yield from _codes(child)


def _beside(text: str, start: int, end: int, language: str) -> str | None:
    after, before, codes = _patterns(language)
    if found := after.match(text, end):
        return codes[found["name"]]
    if (found := before.search(text[:start])) and not NAME_BEFORE.search(text[: found.start()]):
        return codes[found["name"]]
    return None


@lru_cache(maxsize=16)
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], Mapping[str, str]]:
    """A country joined to what stands before it, one joined to what stands behind it, and the codes by name."""
    from inforce.rules.readings.tables import phrases_for, table_for

    codes = {name: code for code, name in countries_by_name(language)}
    names = "|".join(re.escape(name) for name in sorted(codes, key=len, reverse=True))
    table = table_for(language)
    joined = phrases_for(language).joins_names or r"(?!)"
    begins, ends = (r"(?<![\w-])", r"(?![\w-])(?!\s+[A-ZÀ-Þ(])")
    if table and not table.spaced:
        begins, ends = rf"(?<!{_JAPANESE})", rf"(?!{_JAPANESE})"
    before = rf"{begins}(?P<name>{names}){joined.removesuffix(chr(92) + 's+')}\s*\Z"
    return re.compile(rf"{joined}(?P<name>{names}){ends}"), re.compile(before), codes


def _problem(code: str, language: str, path: str, where: Location) -> Problem:
    return problem(
        "F122",
        where,
        "country",
        about=path,
        path=path,
        language=language_name(language),
        country=country_name(code, "en"),
    )
