"""Rules for a version that is, or is about to be, released: it agrees with itself, and is whole.

They need nothing but what a record freezes: words, facts, notes, dates. So a release, an amendment and every later
check find the same points open, and a record that leaves one open without a reason shows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from zoneinfo import ZoneInfo

from inforce.model.config import section_ids
from inforce.model.facts import Facts
from inforce.model.text import Section
from inforce.model.version import Accepted, Amendment, AmendmentType, ReleasedVersion
from inforce.problems import Location, Problem, Severity, problem
from inforce.problems.catalog import rules
from inforce.reader.block_content import BlockContent, content_by_block
from inforce.reader.records.state import State
from inforce.reader.records.version import VersionRecords
from inforce.reader.wording import wording_digest
from inforce.rules.change_notes import check_notes
from inforce.rules.dates import without_effective_date
from inforce.rules.facts import Places, check_facts
from inforce.rules.likely_mistakes import check_typed_numbers
from inforce.rules.note_sections import Numbered
from inforce.rules.references import check_references
from inforce.rules.same_words import check_same_words
from inforce.rules.structure import check_ids, untranslated
from inforce.rules.translations import behind_words
from inforce.rules.typed_references import check_typed_references

SEEN = frozenset(
    {
        "F102",
        "F103",
        "F104",
        "F105",
        "F106",
        "F109",
        "F110",
        "F120",
        "F128",
        "L305",
        "L306",
        "L307",
        "M201",
        "T101",
        "T103",
        "T104",
        "T105",
        "T109",
        "T111",
        "T113",
        "T114",
        "T118",
    }
)
"""The codes of what can be open in a state, or beside the one before it, and is found from records. That a translation
is behind (T102) is not frozen; whether it states other amounts (T110) is told of those that are not."""
_AGAIN = frozenset({"T102", "V407", "V419"})
"""The codes of what is found again beside other records, or is asked of the translations."""
_OF_NOTES = frozenset({"T111", "T113", "T114"})
"""The codes among them that need policy.yml and links.yml too, which may change before the record is merged."""
YOUNG = _OF_NOTES | {"F128", "L305", "L306", "L307", "T106", "T118"}
"""The codes among them that came after records had been made. Without git an old record can't be told from a new one,
and an old one had no reason to give for them."""
_LINES = re.compile(r"(\.(?:md|yml|json))(?::\d+){1,2}")
_PLACES = re.compile(r" \([^()\s]+/[^()\s]+\.(?:md|yml|json)\)|(?<=; )in version [0-9]+ ")
"""Where a message says that its words or its fact stand: a path in brackets, with its folders and nothing beside it."""
_FROZEN = re.compile(r"/versions/[0-9]+/(?:amendments/[0-9]{4}/)?")
_ENDING = re.compile(r"\.(?:md|yml)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPoint:
    """A problem that is open, with the name that a record gives to its place."""

    problem: Problem
    place: str
    """As in `model.version.Accepted`."""

    @property
    def key(self) -> tuple[str, str]:
        """What a record that accepts it has to name."""
        return (self.problem.code, self.place)

    @property
    def words(self) -> str:
        """What is told of it, without numbers of lines, which every edit moves."""
        return _without_lines(self.problem.message)


def open_points(problems: Iterable[Problem], folder: str) -> tuple[OpenPoint, ...]:
    """The open ones among the problems of a policy, whose folder this is."""
    return tuple(
        OpenPoint(problem=problem, place=_place(problem, folder))
        for problem in problems
        if problem.severity is Severity.OPEN
    )


def check_state(
    version: ReleasedVersion, facts: Facts, texts: Mapping[str, Mapping[str, Section]], *, folder: str, places: Places
) -> tuple[Problem, ...]:
    """What is false or unfinished in a version. `texts` are its sections, parsed, whose files are told as
    `{folder}/{language}/{id}.md`; `places` tells where each fact stands."""
    leading = version.authoritative_language
    listed = section_ids(version.order)
    problems: list[Problem] = []
    for language, edition in version.editions.items():
        sections, file = texts.get(language, {}), f"{folder}/{language}"
        if lacking := [name for name in listed if name not in edition.sections]:
            problems += untranslated(folder, leading, language, lacking, whole=False)
        problems += check_references(sections, folder=file, names=None)
        problems += check_typed_numbers(sections, order=version.order, folder=file)
    numbered = Numbered(
        order=version.order,
        style=version.numbering,
        lists=version.lists,
        leading=leading,
        texts=texts,
        facts=None,
    )
    typed = check_typed_references(numbered, folder=folder)
    problems += (one for one in typed if one.severity is Severity.OPEN)  # one that could be a link is right as it is
    problems += check_ids(texts, version.order, leading, folder)
    problems += check_same_words(texts, leading=leading, folder=folder)
    later = {language for amendment in version.amendments for language in amendment.languages}
    first = [language for language in version.editions if language not in later]  # notes are frozen with the version
    problems += check_notes(version.changes, languages=first, folder=f"{folder}/changes")
    problems += check_facts(
        texts,
        folder=folder,
        facts=facts,
        places=places,
        authoritative=leading,
        effective=version.effective_from.astimezone(ZoneInfo(version.time_zone)).date(),
    )
    return tuple(sorted(problems, key=lambda problem: problem.sort_key))


def said(section: Section) -> tuple[str, tuple[str, ...]]:
    """What a section says to readers: the digest of its words, and where its links lead."""
    return wording_digest(section.leaves), tuple(str(link.target) for link in section.links)


def undone_corrections(
    released: VersionRecords,
    states: Sequence[State],
    texts: Mapping[str, Mapping[str, str]],
    *,
    folder: str,
    parse: Callable[[str, str, str], Section | None],
) -> tuple[Problem, ...]:
    """V407: corrections of a version that these texts (language to section id to source text) do not have: they say
    what it said before, but for its date. `states` are those of the version that were known; `parse` gives the section
    of a language, an id and a text."""

    def says(language: str, name: str, text: str | None) -> tuple[BlockContent, ...]:
        if text is None:
            return ()
        undated = without_effective_date(text)
        section = parse(language, name, undated)
        return (((("", undated),), ()),) if section is None else content_by_block(section)

    def then(state: State, language: str, name: str) -> tuple[BlockContent, ...]:
        path = state.paths.get(language, {}).get(name)
        data = released.files.get(path) if path else None
        return says(language, name, data.decode("utf-8", "replace") if data is not None else None)

    mended: dict[tuple[str, str], list[tuple[int, tuple[BlockContent, ...], tuple[BlockContent, ...]]]] = {}
    for position, (before, now) in enumerate(pairwise(states), start=1):
        if isinstance(now.record, Amendment) and now.record.type is AmendmentType.CORRECTION:
            for language, sections in now.record.digests.items():
                for name in sections:
                    one = (position, then(before, language, name), then(now, language, name))
                    mended.setdefault((language, name), []).append(one)
    problems, number = [], released.manifest.version
    for (language, name), corrections in mended.items():
        text = texts.get(language, {}).get(name)
        if text is None:
            continue
        saying, last = says(language, name, text), then(states[-1], language, name)
        undone = [each for each, old, new in corrections if _undoes(saying, old, new, last)]
        if undone:
            problems.append(problem("V407", f"{folder}/{language}/{name}.md", correction=undone[0], number=number))
    return tuple(problems)


def _undoes(
    saying: Sequence[BlockContent],
    old: Sequence[BlockContent],
    new: Sequence[BlockContent],
    last: Sequence[BlockContent],
) -> bool:
    """Whether a text says what stood before a correction: all of it, or a block that it changed, whose new words are
    not there. What the `last` state says again was meant."""
    if saying == old and saying != last:
        return True
    for kind, start, end, first, final in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if kind not in ("replace", "delete"):
            continue
        were, became = old[start:end], new[first:final]
        pairs = zip(were, became, strict=True) if len(were) == len(became) else ((each, None) for each in were)
        for before, after in pairs:
            there = after in saying if after is not None else any(each in saying for each in became)
            if before in saying and before not in last and not there:
                return True
    return False


def in_facts(path: tuple[str | int, ...]) -> Location:
    """Where a fact stands, for who has no lines to tell."""
    return Location(file=f"policy_src/facts/{path[0]}.yml")


def brought(before: Iterable[Problem], after: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems of a state that the one before it did not have; both with the same folder."""
    known = Counter(_identity(problem) for problem in before)
    found = []
    for one in after:
        known[_identity(one)] -= 1
        if known[_identity(one)] < 0:
            found.append(one)
    return tuple(found)


def is_asked(problem: Problem) -> bool:
    """Whether a release wants a reason for what a check found: it is open, no state shows it by itself, and it is none
    of a record that there is already."""
    return problem.severity is Severity.OPEN and problem.code not in SEEN and not problem.code.startswith("D")


def is_beside(code: str) -> bool:
    """Whether this can be open where a record is made, and shows beside other texts, facts or branches than the
    record's: a reason for it may stand in the record all the same. What is open in records was made with them."""
    rule = rules().get(code)
    known = code in SEEN - _OF_NOTES or code in _AGAIN or code.startswith("D")
    return rule is not None and not known and Severity.OPEN in {level for level, _ in rule.levels}


def check_accepted(
    points: Sequence[OpenPoint],
    accepted: Sequence[Accepted],
    *,
    where: Location,
    ours: bool,
    behind: frozenset[str],
    known: bool = True,
) -> Iterator[Problem]:
    """D117: a record, which is `where`, gives a reason for exactly what was open after it, and tells of it in the words
    in which it is told here, if it is `ours`: another writer may have used others. Where it isn't `known` to be new, it
    may lack a reason for what is `YOUNG`. `behind` are the translations that
    it may besides call behind, which nobody can see in words and facts. So are what a translation and a note
    state otherwise than texts beside them: a reason for that may stand alone too."""
    again = "Take this record away with its folder, and make it again with inforce release or inforce amend"
    wanted = Counter(point.key for point in points)
    given = Counter((one.code, one.place) for one in accepted)
    told = {point.key: point.words for point in points}
    for code, place in sorted((wanted - given).keys()):
        if not known and code in YOUNG:
            continue
        yield problem(
            "D117",
            where,
            "no reason",
            what=in_words(code, place, told[code, place]),
            again=again,
            code=code,
            place=place,
        )
    for code, place in sorted((given - wanted).keys()):
        if not is_beside(code) and (code != "T102" or place not in behind or given[code, place] > 1):
            yield problem("D117", where, "not open", code=code, place=place, again=again)
    if not ours:
        return
    words: dict[tuple[str, str], set[str]] = {}
    for point in points:
        words.setdefault(point.key, set()).add(wherever(point.words))
    for one in accepted:
        right = words.get((one.code, one.place), set())
        if one.code == "T102":
            right = right | set(behind_words(one.place.partition("/")[0]))
        if right and wherever(one.message) not in right:
            yield problem(
                "D117", where, "no words", code=one.code, place=one.place, right=sorted(right)[0], again=again
            )


def wherever(message: str) -> str:
    """What is told of an open point, wherever it stands: an amendment names frozen files, a release those of today."""
    return _FROZEN.sub("/", _PLACES.sub("", message.strip()))


def in_words(code: str, place: str, message: str) -> str:
    """An open point in a line. Many messages begin with the place that they are about."""
    return f"{code} {message}" if message.startswith(place) else f"{code} {place}: {message}"


def _without_lines(message: str) -> str:
    return _LINES.sub(r"\1", message)


def _identity(problem: Problem) -> tuple[str, str, str]:
    return (problem.code, problem.location.file, _without_lines(problem.message))


def _place(problem: Problem, folder: str) -> str:
    file = problem.location.file
    if problem.about and not file.endswith(".md"):
        return problem.about
    return _ENDING.sub("", file.removeprefix(f"{folder}/"))
