"""Rules for the ids that the version before had: they stay, and stay with their words.

Links from letters, contracts and other sites point at an id. Without it they lead to the top of a page; with another's,
they show other words than those that were meant, and nothing on the page tells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from inforce.model.text import Block, Clause, Heading, Inline, Section, Table, words
from inforce.parse.findings import quoted
from inforce.problems import Location, Problem, Severity


@dataclass(frozen=True, slots=True)
class _Named:
    """What an id stands at: its section, the words of the heading or the clause's label, their line; and the words of
    that block and, behind a heading, of the next one."""

    section: str
    said: str
    line: int
    blocks: frozenset[str]

    @property
    def alike(self) -> str:
        return _alike(self.said)


def check_kept_ids(before: Mapping[str, Section], now: Mapping[str, Section], *, folder: str) -> Iterator[Problem]:
    """L305 and L306: the sections of a version `before`, in the language whose text prevails, beside those of `now`,
    whose files are `{folder}/{id}.md`. An id that went with its words is as it should be."""
    if before.keys() == now.keys() and all(before[name] == section for name, section in now.items()):
        return
    old, new = dict(_named(before)), dict(_named(now))
    once = _only_once(old) & _only_once(new)
    at = {place.alike: (name, place) for name, place in new.items() if place.alike in once}
    for name, was in old.items():
        here = new.get(name)
        there = at.get(was.alike) if was.alike in once else None
        if here is None:
            if there is not None:
                yield _gone(name, was, Location(file=f"{folder}/{there[1].section}.md", line=there[1].line))
            elif was.section in now and (line := _still(was, now[was.section])):
                yield _gone(name, was, Location(file=f"{folder}/{was.section}.md", line=line))
        elif there is not None and there[0] != name:
            yield _elsewhere(name, was, here, there[0], there[0] in old, folder)


def _named(texts: Mapping[str, Section]) -> Iterator[tuple[str, _Named]]:
    for section in texts.values():
        for block, following in zip_longest(section.blocks, section.blocks[1:]):
            match block:
                case Heading(id=name, level=level) if level == 1 or name:
                    said = _said(block)
                    found = {said, "" if following is None or isinstance(following, Heading) else _said(following)}
                    name = section.id if level == 1 else name
                case Clause(id=name, children=children, label=label):
                    said, found = _plain(children[:label]), {_said(block)}
                case _:
                    continue
            yield name or section.id, _Named(section.id, said, block.at.line, frozenset({*map(_alike, found)} - {""}))


def _still(was: _Named, section: Section) -> int | None:
    """The line where the words that had an id stand still."""
    return next((block.at.line for block in section.blocks if _alike(_said(block)) in was.blocks), None)


def _alike(said: str) -> str:
    """Words without signs and capitals, which are often mended."""
    return " ".join(re.findall(r"\w+", said.casefold()))


def _said(block: Block) -> str:
    return "" if isinstance(block, Table) else _plain(block.children)


def _plain(children: tuple[Inline, ...]) -> str:
    return " ".join(words(children).split())


def _only_once(ids: Mapping[str, _Named]) -> set[str]:
    """The words that one id alone has."""
    return {said for said, count in Counter(place.alike for place in ids.values()).items() if count == 1}


def _gone(name: str, was: _Named, where: Location) -> Problem:
    return Problem(
        code="L305",
        severity=Severity.OPEN,
        location=where,
        message=f'the id "{name}" is gone, which stood at {quoted(was.said)} before: links from elsewhere point at it.',
        remedy="Give it back, in every language.",
    )


def _elsewhere(name: str, was: _Named, here: _Named, other: str, known: bool, folder: str) -> Problem:
    return Problem(
        code="L306",
        severity=Severity.ERROR if known else Severity.OPEN,
        location=Location(file=f"{folder}/{here.section}.md", line=here.line),
        message=f'the id "{name}" stands at {quoted(here.said)} now; {quoted(was.said)}, where it stood before, has '
        f'the id "{other}": links from elsewhere would show other words than they mean.',
        remedy=f'Give "{name}" back to {quoted(was.said)}, in every language.',
    )
