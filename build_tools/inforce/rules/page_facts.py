"""Words of the handbook's pages that state a fact: `[10 years](fact:retention.contract)` in `docs/`.

They are held to the facts as the words of a section are, and besides to what stands in force, since a page is shown at
once and says nothing of when it holds. What no state of the facts says is an error. Words that were right once, or will
be, are open (H115): nobody has touched the page, so no build may stop on the day when a version comes into force.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial

from inforce.model.facts import VERSION_EFFECTIVE, Facts, Unknown, fact_at, leaf_path
from inforce.model.leaf import Nothing
from inforce.model.text import Link, Place, Position, Target, Text
from inforce.model.values import Email, Phone, Url
from inforce.problems import Location, Problem, Severity, problem
from inforce.reader.findings import quoted
from inforce.reader.targets import Refusal, read_target
from inforce.rules.built_links import Marked, marked_words
from inforce.rules.facts import Places, Seen, holding
from inforce.timeline import Status

_Problems = tuple[Problem, ...]
_Hold = Callable[[Seen], _Problems]
_START = Position(line=1, column=1)
_LONGEST = 80
_NEAR = 500
"""So many characters on each side of words may say something else of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """The facts in one of their states."""

    name: str
    """Of a released version, as in "version 2 of privacy"; '' for the facts that people edit."""
    facts: Facts
    places: Places
    status: Status = Status.DRAFT
    effective: date | None = None
    """When the version comes into force."""

    def knows(self, path: str) -> bool:
        """Whether the path leads to anything in this state; of a version, to what somebody knew."""
        if path == VERSION_EFFECTIVE:
            return self.effective is not None
        fact = fact_at(self.facts, path)
        return fact is not None and not (self.name and isinstance(fact.value, Unknown))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A problem with a link of a page, for whoever knows where in the page's file it stands."""

    problem: Problem
    target: str
    """Where the link leads, as it is written."""
    words: str
    count: int
    """How many links with these words to this target stand before it in the page."""


def check_page_facts(
    content: str, stands: Sequence[Stand], *, language: str, languages: tuple[str, ...]
) -> Iterator[Found]:
    """What is wrong with words of a page, as HTML, that state facts. The first of the `stands` is the working one;
    `languages` are those of the site."""
    if not stands:
        return
    holds = [
        holding(stand.facts, places=stand.places, language=language, languages=languages, effective=stand.effective)
        for stand in stands
    ]
    count = Counter[tuple[str, str]]()
    knowing: dict[str, list[int]] = {}
    for text, marked in marked_words(content):
        ends, starts = (0, *(mark.end for mark in marked)), (*(mark.start for mark in marked[1:]), len(text))
        for mark, last, following in zip(marked, ends, starts, strict=False):
            path, said = mark.path, " ".join(text[mark.start : mark.end].split())
            if path not in knowing:
                knowing[path] = [number for number, stand in enumerate(stands) if stand.knows(path)]
            against = cache(partial(_against, holds, _seen(text, mark, last, following)))
            for found in _judged(path, said, stands, knowing[path], against, language):
                yield Found(problem=found, target=f"fact:{path}", words=said, count=count[path, said])
            count[path, said] += 1


def _seen(text: str, mark: Marked, last: int, following: int) -> Seen:
    """Marked words among those near them, as a link of a section is seen; `last` is where the ones before end, and
    `following` where the next begin."""
    begin, end = max(0, mark.start - _NEAR), min(len(text), mark.end + _NEAR)
    words = Text(text=text[mark.start : mark.end], at=_START)
    link = Link(children=(words,), target=Target(scheme="fact", value=mark.path), at=_START)
    place = Place(link=link, start=mark.start - begin, end=mark.end - begin)
    return Seen(text[begin:end], place, (max(last, begin) - begin, min(following, end) - begin))


def _against(holds: Sequence[_Hold], seen: Seen, number: int) -> _Problems:
    """What the facts of a state say against the words of a link; most states are never asked."""
    return holds[number](seen)


def addresses_at(path: str, stands: Sequence[Stand]) -> tuple[Email | Phone | Url, ...]:
    """The addresses that a fact is in any of its states, and for any language, each once."""
    found: dict[Email | Phone | Url, None] = {}
    for stand in stands:
        match fact.value if (fact := fact_at(stand.facts, path)) else None:
            case Url() as url:
                found.update(dict.fromkeys(url.each))
            case Email() | Phone() as address:
                found[address] = None
    return tuple(found)


def spelled_out(value: Email | Phone | Url, words: str) -> bool:
    """Whether words are that address."""
    from inforce.rules.readings.agrees import Agrees, read_agrees

    return isinstance(read_agrees(value, words, "en", accept={}), Agrees)


def _judged(
    path: str,
    said: str,
    stands: Sequence[Stand],
    known: Sequence[int],
    against: Callable[[int], _Problems],
    language: str,
) -> Iterator[Problem]:
    """What is to be told of the words that are said to state a fact, which the `known` ones of the stands know.
    `against` tells what one of them says against the words."""
    working = stands[0]
    if isinstance(target := read_target(f"fact:{path}"), Refusal):
        yield problem(target.code, "", about=path, message=target.message, remedy=target.remedy)
        return
    if not known and path == VERSION_EFFECTIVE:
        yield problem("F101", "", "no day yet", about=path, path=path)
        return

    def right(number: int) -> bool:
        return not any(one.severity is Severity.ERROR for one in against(number))

    of_now = path == VERSION_EFFECTIVE or (0 in known and right(0))
    in_force = [number for number in known if stands[number].status is Status.IN_FORCE]
    if of_now and (not in_force or any(map(right, in_force))):
        yield from against(0)
        return
    if of_now and 0 in known:
        first = stands[in_force[0]]
        message = f"{quoted(said, _LONGEST)} is what the facts say now ({_place(working, path)}); "
        message += f"{first.name}, which is in force, says {_value(first, path, language)}."
        yield problem("H115", "", "not in force", about=path, message=message)
        return
    others = sorted((number for number in known if number), key=lambda number: _ORDER.index(stands[number].status))
    best = next(filter(right, others), None)
    if best is None:
        yield from against(0 if 0 in known or not known else others[0])
        return
    says, since = _WHEN[stands[best].status]
    message = f"{quoted(said, _LONGEST)} is what {stands[best].name} {says}, which is {since}; "
    cure = "Write what the facts say" + (" once the next version is in force." if best in in_force else ".")
    if 0 in known:
        message += f"the facts now say {_value(working, path, language)} ({_place(working, path)})."
    elif path == VERSION_EFFECTIVE and in_force:
        first = stands[in_force[0]]
        message += f"{first.name} is in force since {_value(first, path, language)}."
        cure = "Write the day of the version in force."
    else:
        message += f"the facts no longer have {path}."
        cure = "Link another fact, or take the link off the words."
    yield problem("H115", "", about=path, message=message, remedy=cure)


_ORDER = (Status.IN_FORCE, Status.ANNOUNCED, Status.SUPERSEDED, Status.WITHDRAWN, Status.DRAFT)
_WHEN = {
    Status.IN_FORCE: ("says", "in force"),
    Status.ANNOUNCED: ("says", "not in force yet"),
    Status.SUPERSEDED: ("said", "no longer in force"),
    Status.WITHDRAWN: ("said", "withdrawn"),
}


def _value(stand: Stand, path: str, language: str) -> str:
    from inforce.rules.readings.agrees import stated

    fact = fact_at(stand.facts, path)
    value = stand.effective if path == VERSION_EFFECTIVE else fact.value if fact else None
    if value is None or isinstance(value, Nothing | Unknown):
        return "that nobody knows it" if isinstance(value, Unknown) else "that there is none"
    return stated(value, language)


def _place(stand: Stand, path: str) -> Location:
    return replace(stand.places(tuple(leaf_path(stand.facts, path).split("."))), column=None)
