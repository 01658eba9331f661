"""Rules for what a text no longer says of a fact, though the version before it did.

A link to a fact is what binds words to it: once it is taken away in every language, the number can be changed and
nothing would tell. So the text is held to the version before it: F109 where words still state what was linked, F110
where a name that was known has become none. A concept that still is a fact may lose its link, unless it is what
something costs; where the fact is gone, the text must not go on saying it. Where the words are gone and the fact is
not, rules/unstated.py tells it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, takewhile

from inforce.model.facts import (
    PRESENCE_ONLY,
    VERSION_EFFECTIVE,
    Fact,
    FactKind,
    Facts,
    Unknown,
    all_facts,
    fact_at,
    is_fee,
)
from inforce.model.leaf import Nothing
from inforce.model.text import Section, placed_links
from inforce.model.values import FactValue
from inforce.problems import Location, Problem, problem
from inforce.reader.findings import quoted
from inforce.rules.beside_cookies import check_hosts
from inforce.rules.consent import check_consent, check_looked_at
from inforce.rules.facts import Places
from inforce.rules.swapped_rows import check_renamed_rows
from inforce.rules.unstated import check_unstated

_BESIDE = 3
"""So many words on each side of a link tell that a place is still the same."""
_FEWEST = 3
"""Fewer words on both sides together could stand anywhere."""
_LONGEST = 12
"""More words than a value has, where its link was: another sentence stands there."""
_PIECE = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w+")
"""A word; a sign of a script that writes no spaces."""
_A_DATE = date(2000, 1, 1)
"""What `fact:version.effective` is like."""
_EDGE = "\n"
"""What stands for the beginning and the end of a block among the words beside a link."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a block or a cell; where links to facts stand in it; and where it stands itself: in a section, or on
    a page of the handbook."""

    section: str
    text: str
    linked: tuple[tuple[int, int, str], ...]
    """Start, end, and path of each link to a fact."""
    line: int
    source: str
    words: tuple[tuple[int, int, str], ...]
    """Start, end, and each word as it is compared."""


def check_unlinked(
    before: Mapping[str, Section],
    now: Mapping[str, Section],
    *,
    known: Facts,
    facts: Facts,
    language: str,
    folder: str,
    places: Places,
) -> tuple[Problem, ...]:
    """F109, F110, F118 and F120, and what F102 and F123 hold to the version before. The sections of a version `before`,
    in the language whose text prevails, beside those of `now`, whose files are `{folder}/{language}/{id}.md`; the facts
    that it had (`known`), and those of now."""
    problems = [*_names_gone(known, facts, places)]
    problems += check_hosts(before, now, known=known, facts=facts, folder=f"{folder}/{language}")
    if known != facts:
        problems += (*check_consent(known, facts, places), *check_looked_at(known, facts, places))
    same = all(before.get(name) is section or before.get(name) == section for name, section in now.items())
    if same and before.keys() == now.keys():
        return tuple(problems)
    old, new = ([passage for name in texts for passage in _passages(texts[name])] for texts in (before, now))
    problems += check_renamed_rows(
        before, now, known=known, facts=facts, language=language, folder=f"{folder}/{language}"
    )
    told: set[tuple[str, str]] = set()
    for section, path, said, line in chain(in_place(old, new), _elsewhere(old, new, (known, facts), language)):
        fact = fact_at(facts, path)
        gone = fact is None and path != VERSION_EFFECTIVE
        if (fact is not None and is_free_to_go(fact)) or (section, path) in told:
            continue
        told.add((section, path))
        was = next(
            passage.text[start:end]
            for passage in old
            for start, end, known_path in passage.linked
            if known_path == path
        )
        where = Location(file=f"{folder}/{language}/{section}.md", line=line)
        problems.append(no_longer_linked(where, path, was, said, gone))
    unstated = check_unstated(before, now, facts=facts, folder=f"{folder}/{language}", places=places)
    unlinked = {path for _, path in told}
    return (*problems, *(problem for problem in unstated if problem.about not in unlinked))


def _names_gone(known: Facts, facts: Facts, places: Places) -> Iterator[Problem]:
    if known == facts:
        return
    for was in all_facts(known):
        if was.kind is not FactKind.NAME or isinstance(was.value, Nothing | Unknown):
            continue
        fact = fact_at(facts, was.path)
        if fact is not None and fact.value is Nothing.NONE and _is_leaf(facts, fact):
            yield problem("F110", places(tuple(was.path.split("."))), about=was.path, path=was.path, before=_named(was))


def _is_leaf(facts: Facts, fact: Fact) -> bool:
    """Whether a path is that of the name itself, and not of the entity that it names."""
    return not any(one.path.startswith(f"{fact.path}.") for one in all_facts(facts))


def _named(fact: Fact) -> str:
    value = fact.value
    return quoted(next(iter(value.values())) if isinstance(value, Mapping) else str(value))


_Sides = tuple[tuple[str, ...], tuple[str, ...]]
"""The words before a link, and those after it."""


def in_place(old: Sequence[Passage], new: Sequence[Passage]) -> Iterator[tuple[str, str, str, int]]:
    """Places that the words on both sides of a link show to be the same, and that hold words without that link now:
    section, path, the words, line. As many of each sides as there are links fewer between them."""
    linked, kept = Counter(_between(old)), Counter(_between(new))
    lost: dict[_Sides, list[str]] = {}
    for sides, path in (linked - kept).elements():
        lost.setdefault(sides, []).append(path)
    bare = Counter((sides, _said(passage, start, end)) for passage, sides, start, end in _bare(lost, old))
    for passage, sides, start, end in _bare(lost, new):
        said = _said(passage, start, end)
        bare[sides, said] -= 1
        if bare[sides, said] < 0 and lost[sides]:
            yield passage.section, lost[sides].pop(0), said, _line(passage, passage.text[start:end])


def _said(passage: Passage, start: int, end: int) -> str:
    return " ".join(passage.text[start:end].split())


def _between(passages: Sequence[Passage]) -> Iterator[tuple[_Sides, str]]:
    """What stands beside each link to a fact, where that is enough to find its place again; and its path."""
    for passage in passages:
        for start, end, path in passage.linked:
            sides = _beside(passage, start, end)
            if sum(word != _EDGE for side in sides for word in side) >= _FEWEST:
                yield sides, path


def _bare(wanted: Collection[_Sides], here: Sequence[Passage]) -> Iterator[tuple[Passage, _Sides, int, int]]:
    """Every place in `here` that stands between such words, and has no link to a fact in it."""
    firsts, lasts = {before for before, _ in wanted}, {after for _, after in wanted}
    lengths = sorted({len(before) for before in firsts})
    for passage in here:
        row = (_EDGE, *(word for _, _, word in passage.words), _EDGE)
        ends = [stop for _, stop, _ in passage.linked]
        for at in range(1, len(row)):
            befores = [row[at - length : at] for length in lengths if at >= length]
            for before in firsts.intersection(befores):
                for sides, end in _closed(before, row, at, lasts):
                    start, stop = passage.words[at - 1][0], passage.words[end - 2][1]
                    following = bisect_right(ends, start)
                    linked = following < len(ends) and passage.linked[following][0] < stop
                    if sides in wanted and not linked:
                        yield passage, sides, start, stop


def _closed(
    before: tuple[str, ...], row: Sequence[str], at: int, lasts: Container[tuple[str, ...]]
) -> Iterator[tuple[_Sides, int]]:
    """The words that end what begins at a place of a row, after one word at least and not many; each once."""
    seen: set[tuple[str, ...]] = set()
    for end in range(at + 1, min(at + _LONGEST, len(row) - 1) + 1):
        for length in range(1, _BESIDE + 1):
            after = tuple(row[end : end + length])
            if len(after) == length and after in lasts and after not in seen:
                seen.add(after)
                yield (before, after), end


def _beside(passage: Passage, start: int, end: int) -> _Sides:
    """The last words before a link and the first after it; the edge of the block counts as one."""
    words = passage.words
    first = bisect_right(words, start, key=lambda word: word[1])
    last = bisect_left(words, end, key=lambda word: word[0])
    before = [word for _, _, word in words[max(0, first - _BESIDE) : first]]
    after = [word for _, _, word in words[last : last + _BESIDE]]
    edges = ([_EDGE] if len(before) < _BESIDE else []), ([_EDGE] if len(after) < _BESIDE else [])
    return (*edges[0], *before), (*after, *edges[1])


def _elsewhere(
    old: Sequence[Passage], new: Sequence[Passage], facts: tuple[Facts, Facts], language: str
) -> Iterator[tuple[str, str, str, int]]:
    """Sections that link a fact less often than before, and in which words without a link state a value of its kind, or
    what the link said, that they did not state before. A section that is gone is looked for in all others. `facts` are
    those of before and of now."""
    known, present = facts
    ours, theirs = _count(new), _count(old)
    sections = {passage.section for passage in new}
    values: dict[tuple[int, type], list[str]] = {}

    def stated(passage: Passage, said: set[str], like: FactValue | None) -> Iterator[str]:
        """What its words outside links to facts state of a kind of value; each passage is read once for each kind."""
        free = _free(passage)
        read: list[str] = []
        if like is not None and not isinstance(like, str | Mapping):
            key = (id(passage), type(like))
            if key not in values:
                values[key] = _values(free, like, language)
            read = values[key]
            yield from read
        yield from (words for words in said - {*read} if words in free and _stands(words, free))

    for (section, path), count in theirs.items():
        if ours[section, path] >= count:
            continue
        fact = fact_at(known, path)
        like = _A_DATE if path == VERSION_EFFECTIVE else fact.value if fact else None
        concept, still = fact is not None and fact.kind in PRESENCE_ONLY, fact_at(present, path)
        if like is None or (concept and still is not None and is_free_to_go(still)):
            continue
        like = None if concept or isinstance(like, Nothing | Unknown) else like
        within = {section} if section in sections else sections
        said = {passage.text[start:end] for passage in old for start, end, at in passage.linked if at == path} - {""}
        before = Counter(words for passage in old if passage.section in within for words in stated(passage, said, like))
        for passage in new:
            for words in stated(passage, said, like) if passage.section in within else ():
                before[words] -= 1
                if before[words] < 0:
                    yield passage.section, path, words, _line(passage, words)
                    break


def is_free_to_go(fact: Fact) -> bool:
    """Whether a text need not go on to link a fact: its words can't state it wrongly."""
    return fact.kind in PRESENCE_ONLY and not is_fee(fact.path)


def _free(passage: Passage) -> str:
    """Its words outside links to facts, with a line end in the place of each link."""
    at, parts = 0, []
    for start, end, _ in passage.linked:
        parts.append(passage.text[at:start])
        at = end
    return "\n".join([*parts, passage.text[at:]])


def _values(free: str, like: FactValue, language: str) -> list[str]:
    from inforce.rules.readings.passages import values_in  # the tables of many languages are loaded where they are used

    return [words for part in free.split("\n") for words, _ in values_in(part, like, language)]


def _stands(words: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _count(passages: Sequence[Passage]) -> Counter[tuple[str, str]]:
    return Counter((passage.section, path) for passage in passages for _, _, path in passage.linked)


def _passages(section: Section) -> Iterator[Passage]:
    for block in section.leaves:
        for text, links in placed_links(block):
            linked = tuple(
                (place.start, place.end, place.link.target.value)
                for place in links
                if place.link.target.scheme == "fact"
            )
            yield Passage(section.id, text, linked, block.at.line, section.source, pieces(text))


def pieces(text: str) -> tuple[tuple[int, int, str], ...]:
    """The words of a text as they are compared."""
    return tuple((found.start(), found.end(), found[0].casefold()) for found in _PIECE.finditer(text))


def _line(passage: Passage, said: str) -> int:
    """The first line of the block that holds these words, or holds where they begin."""
    lines = passage.source.split("\n")[passage.line - 1 :]
    block = list(takewhile(str.strip, lines))
    found = (number for part in (said, *said.split()[:1]) for number, line in enumerate(block) if part in line)
    return passage.line + next(found, 0)


def no_longer_linked(where: Location, path: str, was: str, said: str, gone: bool) -> Problem:
    """F109 for words that were a link, and for what stands in their place."""
    was, said = " ".join(was.split()), " ".join(said.split())
    if gone:
        return problem("F109", where, "fact gone", about=path, was=quoted(was), path=path, said=quoted(said))
    return problem(
        "F109", where, "link gone", about=path, was=quoted(was), path=path, said=quoted(said), words=was[:60]
    )
