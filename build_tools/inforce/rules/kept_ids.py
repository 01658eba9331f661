"""Rules for the ids that the version before had: they stay, and stay with their words.

Links from letters, contracts and other sites point at an id. Without it they lead to the top of a page; with another's,
they show other words than those that were meant, and nothing on the page tells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile, zip_longest

from inforce.model.text import Clause, Heading, Inline, Leaf, Paragraph, Section, Table, inlines, words
from inforce.problems import Location, Problem, Severity, problem
from inforce.reader.findings import quoted

_WORD = re.compile(r"[^\W\u3005-\u30ff\u3400-\u9fff]+|[\u3005-\u30ff\u3400-\u9fff]")
_FEW, _MOSTLY = 6, 0.7
"""Fewer words are like others by chance; so large a part of the words is kept where they are only mended."""
_COMPARED = 100
"""New ids, at most, that one which is gone is compared with."""


@dataclass(frozen=True)
class _Named:
    """What an id stands at: its section, the words of the heading or the clause's label, their line; and the words of
    that block and, behind a heading, of the next one."""

    section: str
    said: str
    line: int
    blocks: frozenset[str]
    below: str
    """All that the id is for: the words below a heading, or of the clause behind its label."""

    @property
    def alike(self) -> str:
        return _alike(self.said)

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word stands in what the id is for; each sign where words do not stand apart."""
        return Counter(_WORD.findall(self.below.casefold()))

    def is_like(self, other: _Named) -> bool:
        """Whether most words of each are those of the other."""
        most = max(self.words.total(), other.words.total())
        return self.words.total() >= _FEW and (self.words & other.words).total() >= _MOSTLY * most


def check_kept_ids(before: Mapping[str, Section], now: Mapping[str, Section], *, folder: str) -> Iterator[Problem]:
    """L305 and L306: the sections of a version `before`, in the language whose text prevails, beside those of `now`,
    whose files are `{folder}/{id}.md`. An id that went with its words is as it should be; it did not where most of them
    stand at a new id, or at none."""
    if before.keys() == now.keys() and all(before[name] == section for name, section in now.items()):
        return
    old, new = dict(_named(before)), dict(_named(now))
    once = _only_once(old) & _only_once(new)
    fresh = [place for name, place in new.items() if name not in old][:_COMPARED]
    bare = [place for section in now.values() for place in _without_id(section)][:_COMPARED]
    at = {place.alike: (name, place) for name, place in new.items() if place.alike in once}
    for name, was in old.items():
        here = new.get(name)
        there = at.get(was.alike) if was.alike in once else None
        if here is None:
            if there is not None:
                yield _gone(name, was, Location(file=f"{folder}/{there[1].section}.md", line=there[1].line))
            elif was.section in now and (line := _still(was, now[was.section])):
                yield _gone(name, was, Location(file=f"{folder}/{was.section}.md", line=line))
            elif like := next((place for place in (*fresh, *bare) if was.is_like(place)), None):
                yield _gone(name, was, Location(file=f"{folder}/{like.section}.md", line=like.line))
        elif there is not None and there[0] != name:
            yield _elsewhere(name, was, here, there[0], there[0] in old, folder)


def _named(texts: Mapping[str, Section]) -> Iterator[tuple[str, _Named]]:
    for section in texts.values():
        for index, (block, following) in enumerate(zip_longest(section.leaves, section.leaves[1:])):
            match block:
                case Heading(id=name, level=level) if level == 1 or name:
                    said = _said(block)
                    found = {said, "" if following is None or isinstance(following, Heading) else _said(following)}
                    name = section.id if level == 1 else name
                    below = _below(section, index, level)
                case Clause(id=name, children=children, label=label):
                    said, found, below = _plain(children[:label]), {_said(block)}, _plain(children[label:])
                case Paragraph(id=str(name), children=children, label=label):
                    said, found, below = _plain(children[:label]), {_said(block)}, _plain(children)
                case _:
                    continue
            blocks = frozenset({*map(_alike, found)} - {""})
            yield name or section.id, _Named(section.id, said, block.at.line, blocks, below)


def _without_id(section: Section) -> Iterator[_Named]:
    """The headings inside a section that have no id."""
    for index, block in enumerate(section.leaves):
        if isinstance(block, Heading) and block.level > 1 and not block.id:
            below = _below(section, index, block.level)
            yield _Named(section.id, _said(block), block.at.line, frozenset(), below)


def _below(section: Section, index: int, level: int) -> str:
    """The words below a heading, up to the next one of its level."""
    rest = section.leaves[index + 1 :]
    return " ".join(map(_said, takewhile(lambda one: not (isinstance(one, Heading) and one.level <= level), rest)))


def _still(was: _Named, section: Section) -> int | None:
    """The line where the words that had an id stand still."""
    return next((block.at.line for block in section.leaves if _alike(_said(block)) in was.blocks), None)


def _alike(said: str) -> str:
    """Words without signs and capitals, which are often mended."""
    return " ".join(re.findall(r"\w+", said.casefold()))


def _said(leaf: Leaf) -> str:
    return "" if isinstance(leaf, Table) else " ".join(map(_plain, inlines(leaf)))


def _plain(children: tuple[Inline, ...]) -> str:
    return " ".join(words(children).split())


def _only_once(ids: Mapping[str, _Named]) -> set[str]:
    """The words that one id alone has."""
    return {said for said, count in Counter(place.alike for place in ids.values()).items() if count == 1}


def _gone(name: str, was: _Named, where: Location) -> Problem:
    return problem("L305", where, name=name, before=quoted(was.said))


def _elsewhere(name: str, was: _Named, here: _Named, other: str, known: bool, folder: str) -> Problem:
    return problem(
        "L306",
        Location(file=f"{folder}/{here.section}.md", line=here.line),
        level=Severity.ERROR if known else Severity.OPEN,
        name=name,
        now=quoted(here.said),
        before=quoted(was.said),
        other=other,
    )
