"""F128: a day of the past that a released version gives, and that the text or the facts now give otherwise.

Every language and the facts can change together, so that nothing else stands against the new day. But what has happened
keeps its day: either the version had it wrong, and is corrected too, or the new day is wrong. A later day than the
version could know of may tell of something that has happened since ("last updated on …"): that is no contradiction.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from pydantic import ValidationError

from inforce.model.facts import VERSION_EFFECTIVE, Facts, all_facts, leaf_path
from inforce.model.spoken import spoken_facts
from inforce.model.text import Section, placed_links
from inforce.model.version import ReleasedVersion
from inforce.problems import Location, Problem, problem
from inforce.reader.findings import quoted
from inforce.rules.facts import Places
from inforce.rules.readings.sentences import sentences
from inforce.rules.record_invariants import local_day

_LIKE = 0.6
"""So much of two sentences is the same where they say one thing in other words."""
_MOST = 500
"""Sentences with a day that are compared: no policy has as many that change."""
_PIECE = re.compile(r"\0|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\d]+|\d+")
"""A day, a word, a number; a sign of a script that writes no spaces."""

_Says = tuple[tuple[str, ...], tuple[tuple[date, date], ...]]
"""The words of a sentence, and its days."""


@dataclass(frozen=True, slots=True)
class _Day:
    """A day, or a month or a year by its first and last day."""

    first: date
    last: date
    said: str
    path: str
    """Of the fact that its words link to; else nothing."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    section: str
    line: int
    words: tuple[str, ...]
    """With \\0 in the place of each day."""
    days: tuple[_Day, ...]

    @property
    def says(self) -> _Says:
        """What it says, whatever its days are linked to."""
        return self.words, tuple((one.first, one.last) for one in self.days)


def check_past_days(
    before: ReleasedVersion,
    texts: tuple[Mapping[str, Section], Mapping[str, Section]],
    *,
    facts: Facts,
    at: datetime,
    folder: str,
    places: Places,
) -> Iterator[Problem]:
    """The days that the version `before` gives, and the facts and the prevailing text at an instant. `texts` are its
    sections in that language and those of now, whose files are `{folder}/{language}/{id}.md`."""
    try:
        known = Facts.model_validate(spoken_facts(before))
    except ValidationError:
        return  # told as D104
    stood = [one for one in (before.released, before.announced, before.effective_from) if one is not None]
    said_on, today = local_day(min(stood), before.time_zone), local_day(at, before.time_zone)
    if said_on is None or today is None:
        return

    def contradicts(was: _Day, now: _Day) -> bool:
        return not _meet(was, now) and was.first <= today and now.first <= max(was.last, said_on)

    then, here = _dates(known), _dates(facts)
    for path in then.keys() & here.keys() if known != facts else ():
        was, now = then[path], here[path]
        if _is_another_act(path, known, facts):
            continue
        if path.startswith("terms.acts."):
            wrong = was != now and was <= today
        elif path.endswith(".verified"):
            wrong = now < was
        else:
            wrong = contradicts(_Day(was, was, "", path), _Day(now, now, "", path))
        if wrong:
            where, said = places(tuple(path.split("."))), (was.isoformat(), now.isoformat())
            yield _problem(where, f"{path} is {said[1]}", said[0], before.number, about=path)
    language = before.authoritative_language
    for old, new in _pairs(*(_changed(*each, language) for each in (texts, texts[::-1]))):
        for past, present in _apart(old, new):
            one_fact = past.path and leaf_path(known, past.path) == leaf_path(facts, present.path) in here
            if present.path == VERSION_EFFECTIVE or one_fact or not contradicts(past, present):
                continue
            where = Location(file=f"{folder}/{language}/{new.section}.md", line=new.line)
            own = past.path == VERSION_EFFECTIVE
            yield _problem(where, f"it says {quoted(present.said)}", quoted(past.said), before.number, own=own)


def _problem(where: Location, now: str, was: str, version: int, *, about: str = "", own: bool = False) -> Problem:
    cure = (
        f"It is the day on which version {version} took effect, as its record says."
        if own
        else f"If version {version} has it wrong, correct that one too, with inforce amend."
    )
    return problem("F128", where, about=about, now=now, version=version, was=was, cure=cure)


def _dates(facts: Facts) -> dict[str, date]:
    """Each day of the facts, by its own path; those on which somebody looked at a cookie too."""
    found = {one.path: one.value for one in all_facts(facts) if isinstance(one.value, date)}
    looked = {f"cookies.{name}.verified": cookie.verified for name, cookie in facts.cookies.items()}
    days = {path: day for path, day in found.items() if leaf_path(facts, path) == path}
    return days | {path: day for path, day in looked.items() if day is not None}


def _is_another_act(path: str, known: Facts, facts: Facts) -> bool:
    """Whether an id now means another act, as its number tells."""
    if not path.startswith("terms.acts."):
        return False
    name = path.split(".")[2]
    return known.terms.acts[name].number != facts.terms.acts[name].number


def _changed(some: Mapping[str, Section], others: Mapping[str, Section], language: str) -> list[_Sentence]:
    """The sentences with a day of the sections that `others` have otherwise, or lack."""
    found = (section for name, section in some.items() if others.get(name) != section)
    return [*islice((each for section in found for each in _sentences(section, language) if each.days), _MOST)]


def _pairs(old: Sequence[_Sentence], new: Sequence[_Sentence]) -> Iterator[tuple[_Sentence, _Sentence]]:
    """Each new sentence with the old one that it stands for, wherever that stood."""
    same = Counter(each.says for each in old) & Counter(each.says for each in new)
    old, new = ([*_without(same.copy(), each)] for each in (old, new))
    left = list(old)
    for sentence in new:
        alike, at = max(((_likeness(sentence, other), -number) for number, other in enumerate(left)), default=(0.0, 0))
        if alike >= _LIKE:
            yield left.pop(-at), sentence


def _without(same: Counter[_Says], sentences: Iterable[_Sentence]) -> Iterator[_Sentence]:
    for sentence in sentences:
        if same[sentence.says] > 0:
            same[sentence.says] -= 1
        else:
            yield sentence


def _likeness(one: _Sentence, other: _Sentence) -> float:
    common = (Counter(one.words) & Counter(other.words)).total()
    return 2 * common / (len(one.words) + len(other.words))


def _apart(old: _Sentence, new: _Sentence) -> Iterator[tuple[_Day, _Day]]:
    """The days that differ: place by place where the words are the same, else those that each of them has alone."""
    if old.words == new.words:
        yield from zip(old.days, new.days, strict=True)
        return
    gone, come = (
        [one for one in some.days if not any(_meet(one, other) for other in others.days)]
        for some, others in ((old, new), (new, old))
    )
    yield from zip(gone, come, strict=False)


def _meet(one: _Day, other: _Day) -> bool:
    """Whether both can be of one day: 2 May 2003, and the year 2003."""
    return one.first <= other.last and other.first <= one.last


def _sentences(section: Section, language: str) -> Iterator[_Sentence]:
    for leaf in section.leaves:
        for text, links in placed_links(leaf, line_break=" "):
            for start, said in sentences(text):
                days, masked, at = [], "", 0
                for begin, end, first, last in _days(said, language):
                    linked = (
                        link.link.target.value
                        for link in links
                        if link.start < start + end and start + begin < link.end and link.link.target.scheme == "fact"
                    )
                    days.append(_Day(first, last, said[begin:end], next(linked, "")))
                    masked += f"{said[at:begin]} \0 "
                    at = end
                pieces = tuple(found[0].casefold() for found in _PIECE.finditer(masked + said[at:]))
                yield _Sentence(section.id, leaf.at.line, pieces, tuple(days))


def _days(said: str, language: str) -> list[tuple[int, int, date, date]]:
    """Each day, month and year of a sentence: where it stands, its first and its last day."""
    from inforce.rules.readings.passages import values_in  # these load tables of many languages
    from inforce.rules.readings.years import years_in

    found: list[tuple[int, int, date, date]] = []
    at = 0
    for words, day in values_in(said, date.min, language):
        if isinstance(day, date) and (begin := said.find(words, at)) >= 0:
            at = begin + len(words)
            found.append((begin, at, day, day))
    found += [
        one
        for one in years_in(said, language)
        if not any(one[0] < end and begin < one[1] for begin, end, _, _ in found)
    ]
    return sorted(found)
