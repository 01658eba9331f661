"""Editions made ready to read: sections parsed only when somebody looks, and each text only once.

A released site of many versions shares most of its sections, and a build in which nothing changed looks at none.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar, overload
from weakref import ref

from inforce.errors import CannotContinue
from inforce.model.config import section_ids
from inforce.model.edition import ReadEdition
from inforce.model.facts import Facts
from inforce.model.recent import Recent
from inforce.model.text import Section
from inforce.model.version import Edition, Version
from inforce.problems import Problem
from inforce.reader.numbering import number_sections
from inforce.reader.section import read_section, readable_part
from inforce.reader.wording import edition_digest, wording_digest

Made = TypeVar("Made")
Known = tuple[Section, tuple[Problem, ...]]
MOST_SOURCE = 1_500_000
"""Characters of sections that are held parsed, which takes some sixty times as many bytes: those of a version in
twenty-four languages, and of what its predecessors had otherwise. What is forgotten is parsed again when it is needed:
that is 2 % of a build."""


class SectionReader:
    """Parses sections and remembers those asked for last by language, id and text, and what else is made of the same
    input again and again: versions share most of their words and facts."""

    def __init__(self) -> None:
        self._made: dict[tuple[Hashable, ...], Any] = {}
        self._known: Recent[tuple[str, str, str], Known] = Recent(MOST_SOURCE, lambda known: len(known[0].source))
        self._digests: dict[int, tuple[ref[Section], str]] = {}

    def read(self, language: str, name: str, text: str, file: str) -> tuple[Section | None, tuple[Problem, ...]]:
        """A parsed section and its problems; they name `file` (of the first time the same text was read). There is a
        section exactly when there is no problem."""
        section, problems = self._read(language, name, text, file)
        return (None, problems) if problems else (section, ())

    def readable_part(self, language: str, name: str, text: str, file: str) -> Section:
        """A section without the blocks in which something is wrong (see `reader.section`)."""
        return readable_part(*self._read(language, name, text, file))

    def _read(self, language: str, name: str, text: str, file: str) -> Known:
        key = (language, name, text)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = read_section(text, id=name, file=file, language=language)
        return known

    def wording(self, section: Section) -> str:
        """The `w1:` digest of a section that this reader read."""
        of, digest = self._digests.get(id(section), (None, ""))
        if of is None or of() is not section:  # another may have had that id and be forgotten
            digest = wording_digest(section.leaves)
            self._digests[id(section)] = ref(section), digest
        return digest

    def once(self, key: tuple[Hashable, ...], make: Callable[[], Made]) -> Made:
        """What `make` gives, made once for each key. A key begins with the name of what is made, and holds everything
        that it is made from."""
        if key not in self._made:
            self._made[key] = make()
        made: Made = self._made[key]
        return made

    def section(self, language: str, name: str, text: str) -> Section | None:
        """The section alone."""
        return self.read(language, name, text, f"{language}/{name}.md")[0]


class LazySections(Sequence[Section]):
    """The sections of an edition in reading order, parsed when they are asked for. Raises CannotContinue where one
    cannot be."""

    def __init__(self, reader: SectionReader, edition: Edition, order: tuple[str, ...]) -> None:
        self._reader = reader
        self._edition = edition
        self._order = tuple(name for name in order if name in edition.sections)

    def _section(self, name: str) -> Section:
        edition = self._edition
        section, problems = self._reader.read(edition.language, name, edition.sections[name], edition.paths[name])
        if section is None:
            raise CannotContinue(problems)
        return section

    @overload
    def __getitem__(self, index: int) -> Section: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Section]: ...
    def __getitem__(self, index: int | slice) -> Section | Sequence[Section]:
        if isinstance(index, slice):
            return tuple(self._section(name) for name in self._order[index])
        return self._section(self._order[index])

    def __len__(self) -> int:
        return len(self._order)


class LazyNumbers(Mapping[str, str]):
    """The numbers of an edition, made on first sight from the edition that numbers all languages."""

    def __init__(self, sections: Sequence[Section], version: Version) -> None:
        self._sections = sections
        self._version = version

    @cached_property
    def _numbers(self) -> Mapping[str, str]:
        version, sections = self._version, {section.id: section for section in self._sections}
        return number_sections(version.order, sections, version.numbering, version.lists)

    def __getitem__(self, name: str) -> str:
        return self._numbers[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


def read_editions(version: Version, facts: Facts, reader: SectionReader) -> dict[str, ReadEdition]:
    """All editions of a version, the authoritative one first; it numbers the others."""
    order = section_ids(version.order)
    leading = version.editions[version.authoritative_language]
    numbers = LazyNumbers(LazySections(reader, leading, order), version)
    languages = sorted(version.editions, key=lambda name: name != version.authoritative_language)
    return {
        language: ReadEdition(
            edition=version.editions[language],
            sections=LazySections(reader, version.editions[language], order),
            order=version.order,
            numbers=numbers,
            lists=version.lists,
            facts=facts,
            wording=edition_digest(version.editions[language].digests, order),
        )
        for language in languages
    }
