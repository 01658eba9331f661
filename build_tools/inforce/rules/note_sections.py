"""T113: sections that a change note names by number: they exist, before or now, and something of them has changed.

A number is one of the version that is proposed, or of the last one for what leaves, or where a note says what a section
was before. A section changes with its words in any language, the facts that its words name, its number, and with what
stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pydantic import ValidationError

from inforce.model.config import ChangeNote, SectionPlace
from inforce.model.facts import Facts, all_facts
from inforce.model.number_style import bare
from inforce.model.text import Clause, Heading, Leaf, Parse, Section, leaf_links, words
from inforce.model.version import Version
from inforce.problems import Location, Problem, Severity, problem
from inforce.reader.block_content import content_by_block
from inforce.reader.findings import quoted
from inforce.reader.notes import note_leaves, sections_linked
from inforce.reader.numbering import number_sections
from inforce.reader.wording import wording
from inforce.rules.languages import language_name, listed
from inforce.rules.section_titles import Titles

_LIKELY = re.compile(r"[\u4e00-\u9fff々]{2,}|[ァ-ヶー]{3,}|[^\W\d_\u3040-\u30ff\u4e00-\u9fff]{4,}")
"""Words that say what a sentence is about."""


@dataclass(frozen=True, kw_only=True)
class Numbered:
    """A version as its sections are numbered. `texts` is language to section id to section."""

    order: tuple[SectionPlace, ...]
    style: tuple[str, ...]
    lists: tuple[str, ...] = ()
    leading: str
    texts: Mapping[str, Mapping[str, Section]]
    facts: Facts | None

    @cached_property
    def names(self) -> dict[str, str]:
        """The id that has each number."""
        numbers = number_sections(self.order, self.texts.get(self.leading, {}), self.style, self.lists)
        return {bare(number): name for name, number in numbers.items()}

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The number that each id has."""
        return {name: number for number, name in self.names.items()}

    @cached_property
    def values(self) -> dict[str, object]:
        """The value of each fact."""
        return {fact.path: fact.value for fact in all_facts(self.facts)} if self.facts else {}

    def linked(self, section: Section) -> Iterator[object]:
        """The values of the facts that a section links to, and of all else of the same entries."""
        entries = {_entry(link.target.value) for link in section.links if link.target.scheme == "fact"}
        yield from (value for path, value in self.values.items() if _entry(path) in entries)

    def parts(self, name: str) -> Iterator[tuple[str, Section]]:
        """What stands below an id in each language: a section, those in it, or the part of one."""
        inside = ids_inside(self.order, name)
        for language, sections in self.texts.items():
            if inside:
                yield from ((language, sections[one]) for one in inside if one in sections)
            else:
                yield from ((language, part) for each in sections.values() if (part := _part(each, name)))


def numbered_version(version: Version, parse: Parse) -> Numbered:
    """A released version, or one that is planned, with what can be read of it."""
    texts = {
        language: {
            name: section
            for name, text in edition.sections.items()
            if (section := parse(language, name, text)) is not None
        }
        for language, edition in version.editions.items()
    }
    try:
        facts = Facts.model_validate(version.facts)
    except ValidationError:
        facts = None  # told elsewhere
    return Numbered(
        order=version.order,
        style=version.numbering,
        lists=version.lists,
        leading=version.authoritative_language,
        texts=texts,
        facts=facts,
    )


def check_note_sections(
    notes: Iterable[ChangeNote], *, then: Numbered | None, now: Numbered, folder: str
) -> Iterator[Problem]:
    """Of each note: the numbers that are no section's, and the sentences that name unchanged sections alone. `then` is
    the newest version; without one, nothing is known to be as it was."""
    # The readings bring tables of many languages: they are loaded where there is a note.
    from inforce.rules.readings.section_numbers import sections_said
    from inforce.rules.readings.sentences import SENTENCE

    for note in notes:
        where = Location(file=f"{folder}/{note.slug}.md")
        told: set[str] = set()
        yield from _of_other_titles(note, now, where)
        for language, text in note.text.items():
            linked = {now.numbers.get(name) for name in sections_linked(note, language)}
            for sentence in SENTENCE.split(text):
                said = [number for number, _ in sections_said(sentence, language)]
                nowhere = [each for each in said if each not in now.names and not (then and each in then.names)]
                if fresh := [each for each in dict.fromkeys(nowhere) if each not in told]:
                    yield problem(
                        "T113", where, "no section", fresh=sections_called(fresh), language=language_name(language)
                    )
                    told.update(fresh)
                typed = [number for number in dict.fromkeys(said) if number not in linked]
                for number in typed if then and not nowhere else ():
                    if number not in told and then and (old := _outdated(number, said, sentence, language, then, now)):
                        yield _outdated_problem(where, number, language, now, old)
                        told.add(number)
                if then and said and not nowhere and not told & {*said} and not _any_changed(said, then, now):
                    claims = _claims(sentence, language)
                    those = f"{sections_called(said)} in {language_name(language)}"
                    cure = "Correct the number, or the note."
                    cure += " If it is right, give that as the reason when you release." if claims else ""
                    level = Severity.OPEN if claims else Severity.HINT
                    yield problem("T113", where, "unchanged", level=level, those=those, remedy=cure)
                    told.update(said)


def _of_other_titles(note: ChangeNote, now: Numbered, where: Location) -> Iterator[Problem]:
    """L307 for links to a section that are called by the title of another one."""
    for language in note.text:
        titles = Titles(now.order, now.texts.get(language, {}), language)
        for link in (link for leaf in note_leaves(note, language) for link in leaf_links(leaf)):
            called, id = words(link.children), link.target.value
            if link.target.scheme == "section" and (other := titles.another(called, id)):
                said, reader = quoted(called), language_name(language)
                yield problem("L307", where, "title in a note", said=said, other=other, id=id, language=reader)


def _outdated(
    number: str, said: Collection[str], sentence: str, language: str, then: Numbered, now: Numbered
) -> tuple[str, Severity] | None:
    """The section that had this number, has another one or none now, and is meant as it seems; and how sure that is."""
    was, is_now = then.names.get(number), now.names.get(number)
    if was is None or was == is_now or not any(now.parts(was)):
        return None  # what leaves has no other number
    from inforce.rules.readings.tables import phrases_for

    pattern = phrases_for(language).renumbered
    if now.numbers.get(was) in said or then.numbers.get(is_now or "") in said:
        return None  # "section 14 becomes section 13"
    if pattern and re.search(pattern, sentence, re.IGNORECASE):
        return None
    if is_now is None or (_changed(was, then, now) and not _changed(is_now, then, now)):
        return was, Severity.OPEN
    there, here = (_words(name, language, now) for name in (was, is_now))
    likely = {word for word in _LIKELY.findall(sentence.casefold()) if (word in there) is not (word in here)}
    ours = sum(word in here for word in likely)
    return (was, Severity.HINT) if len(likely) - ours > 2 * ours + 1 else None


def _words(name: str, language: str, version: Numbered) -> str:
    """What a section says in a language, its headings too."""
    parts = [part for one, part in version.parts(name) if one == language]
    return " ".join(text for part in parts for _, text in wording(part.leaves)).casefold()


def _outdated_problem(where: Location, number: str, language: str, now: Numbered, old: tuple[str, Severity]) -> Problem:
    name, level = old
    its = now.numbers.get(name)
    return problem(
        "T113",
        where,
        "old number",
        level=level,
        number=number,
        language=language_name(language),
        name=name,
        now=f"is section {its}" if its else "has no number",
    )


def sections_called(numbers: Iterable[str]) -> str:
    """Numbers as a message names them: section 3; sections 3 and 4."""
    each = tuple(dict.fromkeys(numbers))
    return f"section {each[0]}" if len(each) == 1 else f"sections {listed(each)}"


def _claims(sentence: str, language: str) -> bool:
    """Whether a sentence says that something is otherwise than before, or states an amount."""
    from inforce.rules.readings.passages import amounts_said
    from inforce.rules.readings.tables import phrases_for

    pattern = phrases_for(language).changed
    return bool(pattern and re.search(pattern, sentence, re.IGNORECASE)) or any(amounts_said(sentence, language))


def _any_changed(numbers: Iterable[str], then: Numbered, now: Numbered) -> bool:
    return any(
        then.names.get(number) != now.names.get(number) or _changed(now.names[number], then, now) for number in numbers
    )


def _changed(name: str, then: Numbered, now: Numbered) -> bool:
    old, new = ([(language, content_by_block(part)) for language, part in each.parts(name)] for each in (then, now))
    if old != new:
        return True
    linked = {
        _entry(link.target.value) for _, part in now.parts(name) for link in part.links if link.target.scheme == "fact"
    }
    paths = then.values.keys() | now.values.keys()
    return any(then.values.get(path) != now.values.get(path) and _entry(path) in linked for path in paths)


def _entry(path: str) -> str:
    """The entry that a fact is of: `retention.contract` of `retention.contract.keep`."""
    return ".".join(path.split(".")[:2])


def _part(section: Section, name: str) -> Section | None:
    """The heading or clause of this id, and what stands below it."""
    leaves: list[Leaf] = []
    level: int | None = None
    for leaf in section.leaves[1:]:
        if level is not None and _ends(leaf, level):
            break
        if level is None and isinstance(leaf, Heading | Clause) and leaf.id == name:
            level = leaf.level if isinstance(leaf, Heading) else 0
        if level is not None:
            leaves.append(leaf)
    return Section(id=name, source="", leaves=tuple(leaves)) if leaves else None


def _ends(leaf: Leaf, level: int) -> bool:
    """Whether a leaf ends what stands below a heading of this level, or a clause (0)."""
    match leaf:
        case Heading(level=other):
            return other <= level or not level
        case Clause():
            return not level
        case _:
            return False


def _places(order: Iterable[SectionPlace]) -> Iterator[SectionPlace]:
    for place in order:
        yield place
        yield from _places(place.sections)


def ids_inside(order: Iterable[SectionPlace], name: str) -> tuple[str, ...]:
    """A section and those in it."""
    return next((_ids(place) for place in _places(order) if place.id == name), ())


def _ids(place: SectionPlace) -> tuple[str, ...]:
    return tuple(one.id for one in _places((place,)))
