"""Rules for the ids that the version before had: they stay, and stay with their words.

Links from letters, contracts and other sites point at an id. Without it they lead to the top of a page; with another's,
they show other words than those that were meant, and nothing on the page tells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from inforce.model.text import Clause, Heading, Section, words
from inforce.parse.findings import quoted
from inforce.problems import Location, Problem, Severity


@dataclass(frozen=True, slots=True)
class _Named:
    """What an id stands at: its section, the words of the heading or the clause's label, their line."""

    section: str
    said: str
    line: int

    @property
    def alike(self) -> str:
        return self.said.casefold()


def check_kept_ids(before: Mapping[str, Section], now: Mapping[str, Section], *, folder: str) -> Iterator[Problem]:
    """L305 and L306: the sections of a version `before`, in the language whose text prevails, beside those of `now`,
    whose files are `{folder}/{id}.md`. Ids that went with their whole section are told where its words stand still."""
    if before.keys() == now.keys() and all(before[name] == section for name, section in now.items()):
        return
    old, new = dict(_named(before)), dict(_named(now))
    once = _only_once(old) & _only_once(new)
    at = {place.alike: (name, place) for name, place in new.items() if place.alike in once}
    for name, was in old.items():
        here = new.get(name)
        there = at.get(was.alike) if was.alike in once else None
        if here is None:
            where = there[1] if there else None
            if where is None and was.section in now and name != was.section:
                where = _Named(was.section, "", now[was.section].heading.at.line)
            if where is not None:
                yield _gone(name, was, Location(file=f"{folder}/{where.section}.md", line=where.line))
        elif there is not None and there[0] != name:
            yield _elsewhere(name, was, here, there[0], there[0] in old, folder)


def _named(texts: Mapping[str, Section]) -> Iterator[tuple[str, _Named]]:
    for section in texts.values():
        for block in section.blocks:
            match block:
                case Heading(id=name, level=level) if level == 1 or name:
                    said, name = words(block.children), section.id if level == 1 else name
                case Clause(id=name, label=label):
                    said = words(block.children[:label])
                case _:
                    continue
            yield name or section.id, _Named(section.id, " ".join(said.split()), block.at.line)


def _only_once(ids: Mapping[str, _Named]) -> set[str]:
    """The words that one id alone has."""
    return {said for said, count in Counter(place.alike for place in ids.values()).items() if count == 1}


def _gone(name: str, was: _Named, where: Location) -> Problem:
    return Problem(
        code="L305",
        severity=Severity.OPEN,
        location=where,
        message=f'the id "{name}" is gone, which stood at {quoted(was.said)} before: links from elsewhere point at it.',
        remedy="Give it back, in every language. If what it stood at is gone indeed, give that as the reason when you "
        "release.",
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
