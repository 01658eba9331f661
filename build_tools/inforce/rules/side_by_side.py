"""The rules that hold words to facts, languages to each other, and facts to themselves: one list for the working text
and for every state of a version that is not published yet.

What stands in a record alone is read by nobody who edits, so a rule that looks at the working text only would let it
through. A rule belongs here if words, facts and `policy.yml` are all that it needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from inforce.model.config import PolicyConfig
from inforce.model.facts import Facts
from inforce.model.text import Section
from inforce.model.version import Amendment, Manifest
from inforce.problems import Problem
from inforce.rules.almost_facts import check_almost_facts
from inforce.rules.asked_by import check_asked_by
from inforce.rules.beside_cookies import check_beside_cookies
from inforce.rules.counted_from import check_counted_from
from inforce.rules.countries_beside import check_countries_beside
from inforce.rules.fact_entries import check_fact_entries
from inforce.rules.fact_texts import check_fact_texts
from inforce.rules.facts import Places
from inforce.rules.own_terms import check_own_terms
from inforce.rules.same_amounts import check_same_amounts
from inforce.rules.same_targets import check_same_targets
from inforce.rules.swapped_rows import check_swapped_rows

Texts = Mapping[str, Mapping[str, Section]]
"""Language to section id to section."""
OF_FACTS = (check_fact_texts, check_fact_entries)
"""Rules that read nothing but the facts. A rule that reads what one of these lists gives is only named there."""
OF_TEXTS = (check_swapped_rows, check_beside_cookies, check_countries_beside, check_counted_from, check_almost_facts)
"""Rules of a text in all its languages, beside the facts."""
OF_TRANSLATIONS = (check_same_amounts, check_same_targets)
"""Rules of a translation beside the prevailing text."""


def check_beside_facts(
    texts: Texts, *, facts: Facts, config: PolicyConfig, leading: str, folder: str, places: Places
) -> Iterator[Problem]:
    """What words say otherwise than the facts that they are about, and than `policy.yml`. The sections are in
    `{folder}/{language}/{id}.md`; `leading` is the language that prevails."""
    for rule in OF_TEXTS:
        yield from rule(texts, facts=facts, folder=folder)
    yield from check_own_terms(texts, config, folder=folder)
    yield from check_asked_by(texts.get(leading, {}), facts=facts, place=places)


def check_beside_prevailing(
    texts: Texts, language: str, current: Mapping[str, Section], *, leading: str, folder: str
) -> Iterator[Problem]:
    """T110 of the sections of a translation that are not behind."""
    for rule in OF_TRANSLATIONS:
        yield from rule(
            texts.get(leading, {}), current, leading=leading, language=language, folder=f"{folder}/{language}"
        )


def check_facts_alone(facts: Facts, places: Places) -> Iterator[Problem]:
    """What facts say otherwise than their own texts and entries do."""
    for rule in OF_FACTS:
        yield from rule(facts, places)


def check_side_by_side(
    texts: Texts,
    *,
    facts: Facts,
    config: PolicyConfig,
    leading: str,
    folder: str,
    places: Places,
    behind: frozenset[str] = frozenset(),
) -> tuple[Problem, ...]:
    """All of it for a state of a version. `behind` are the places of its translations that it calls behind ("fr", or
    "fr/retention"): what the prevailing text says by now is not asked of them."""
    current = {
        language: {name: one for name, one in sections.items() if not {language, f"{language}/{name}"} & behind}
        for language, sections in texts.items()
        if language != leading
    }
    return (
        *check_facts_alone(facts, places),
        *check_beside_facts(texts, facts=facts, config=config, leading=leading, folder=folder, places=places),
        *chain.from_iterable(
            check_beside_prevailing(texts, language, sections, leading=leading, folder=folder)
            for language, sections in current.items()
        ),
    )


def called_behind(records: Iterable[Manifest | Amendment]) -> frozenset[str]:
    """The places of translations that records call behind (T102)."""
    return frozenset(one.place for record in records for one in record.accepted if one.code == "T102")
