"""Editions made ready to read: sections parsed only when somebody looks, and each text only once.

A released site of many versions shares most of its sections, and a build in which nothing changed looks at none.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar, overload

from inforce.errors import CannotContinue
from inforce.model.config import section_ids
from inforce.model.edition import ReadEdition
from inforce.model.facts import Facts
from inforce.model.text import Section
from inforce.model.version import Edition, Version
from inforce.problems import Problem
from inforce.reader.numbering import number_sections
from inforce.reader.section import read_section, readable_part
from inforce.reader.wording import edition_digest, wording_digest

Made = TypeVar("Made")


class SectionReader:
    """Parses sections and remembers them by language, id and text, and with them what else is made of the same input
    again and again: versions share most of their words and facts."""

    def __init__(self) -> None:
        self._made: dict[tuple[Hashable, ...], Any] = {}
        self._known: dict[tuple[str, str, str], tuple[Section, tuple[Problem, ...]]] = {}
        self._digests: dict[int, str] = {}

    def read(self, language: str, name: str, text: str, file: str) -> tuple[Section | None, tuple[Problem, ...]]:
        """A parsed section and its problems; they name `file` (of the first time the same text was read). There is a
        section exactly when there is no problem."""
        section, problems = self._read(language, name, text, file)
        return (None, problems) if problems else (section, ())

    def readable_part(self, language: str, name: str, text: str, file: str) -> Section:
        """A section without the blocks in which something is wrong (see `reader.section`)."""
        return readable_part(*self._read(language, name, text, file))

    def _read(self, language: str, name: str, text: str, file: str) -> tuple[Section, tuple[Problem, ...]]:
        key = (language, name, text)
        if key not in self._known:
            self._known[key] = read_section(text, id=name, file=file, language=language)
        return self._known[key]

    def wording(self, section: Section) -> str:
        """The `w1:` digest of a section that this reader read."""
        if id(section) not in self._digests:
            self._digests[id(section)] = wording_digest(section.leaves)
        return self._digests[id(section)]

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
    """The sections of an edition in reading order, parsed on first sight. Raises CannotContinue where one cannot be."""

    def __init__(self, reader: SectionReader, edition: Edition, order: tuple[str, ...]) -> None:
        self._reader = reader
        self._edition = edition
        self._order = tuple(name for name in order if name in edition.sections)

    @cached_property
    def _sections(self) -> tuple[Section, ...]:
        sections: list[Section] = []
        for name in self._order:
            file = self._edition.paths[name]
            section, problems = self._reader.read(self._edition.language, name, self._edition.sections[name], file)
            if section is None:
                raise CannotContinue(problems)
            sections.append(section)
        return tuple(sections)

    @overload
    def __getitem__(self, index: int) -> Section: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Section]: ...
    def __getitem__(self, index: int | slice) -> Section | Sequence[Section]:
        return self._sections[index]

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
