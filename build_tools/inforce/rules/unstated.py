"""Facts that no text states, though the site goes on publishing them (F120), or that no policy speaks of (F124).

Words are held to the fact that they are linked to. Bound to another fact of the same value, they pass, and the first
can then be changed alone: pages and JSON would promise what no text says. So a fact that a text stated stays stated, is
taken out, or somebody says why not.

Whoever writes a file of cookies expects a page of cookies. Without a link from a text, and without a section that is
said to be about them, there is none (`model.spoken`, decision 0034).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from inforce.model.facts import PRESENCE_ONLY, Facts, Unknown, fact_at, leaf_at
from inforce.model.leaf import Nothing
from inforce.model.spoken import families
from inforce.model.text import Link, Section, words
from inforce.problems import Location, Problem, problem
from inforce.reader.findings import quoted
from inforce.rules.facts import Places


def check_unstated(
    before: Mapping[str, Section],
    now: Mapping[str, Section],
    *,
    facts: Facts,
    folder: str,
    places: Places,
) -> Iterator[Problem]:
    """F120: each value or name that the prevailing text of a version `before` linked, that is a fact still, and that no
    section of `now` links, at the section where it stood (`{folder}/{id}.md`); at the fact, where that one is gone."""
    stated = {id(leaf_at(facts, link.target.value)) for section in now.values() for link in _fact_links(section)}
    for name, section in before.items():
        for link in _fact_links(section):
            path = link.target.value
            leaf, fact = leaf_at(facts, path), fact_at(facts, path)
            if fact is None or fact.kind in PRESENCE_ONLY or isinstance(fact.value, Nothing | Unknown):
                continue
            if id(leaf) in stated:
                continue
            stated.add(id(leaf))
            said = " ".join(words(link.children, line_break=" ").split())
            where = Location(file=f"{folder}/{name}.md", line=_line(now[name], said)) if name in now else None
            where = where or places(tuple(path.split(".")))
            yield problem("F120", where, about=path, said=quoted(said), path=path, words=said[:60])


def _fact_links(section: Section) -> Iterator[Link]:
    return (link for link in section.links if link.target.scheme == "fact")


def _line(section: Section, said: str) -> int:
    """The line of the link, to whatever else, whose words are the same; else the first line that could be read."""
    same = (link for link in section.links if " ".join(words(link.children, line_break=" ").split()) == said)
    return next((block.at.line for block in (*same, *section.leaves)), 1)


def check_unspoken(facts: Mapping[str, Any], spoken: Iterable[Mapping[str, Any]], places: Places) -> Iterator[Problem]:
    """Each family of facts of which nothing is in what any policy speaks of (`spoken`, one for each policy)."""
    told = {family for each in spoken for family in families(each)}
    for family in families(facts):
        if family not in told:
            path = ".".join(family)
            yield problem("F124", places(family), about=path, path=path)
