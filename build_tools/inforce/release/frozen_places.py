"""Where what an amended version says stands: in frozen files, which the working text and facts may have left behind.

A state is checked under the names of the working files, which give an open point its place; it is told at the file
that holds the words, with the fact as the version has it, and a cure that an amendment can bring.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from inforce.model.facts import VERSION_EFFECTIVE, Facts, leaf_path
from inforce.model.version import AmendmentType, ReleasedVersion
from inforce.problems import Location, Problem, Severity
from inforce.reader.records.record_json import read_json
from inforce.reader.records.version import VersionRecords, value_at
from inforce.rules.facts import Places

_STATED = frozenset({"F102", "F103", "F105"})
"""The codes of words that do not state their fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenPlaces:
    """Of one amendment: what it brings, and where everything else stands."""

    type: AmendmentType
    released: VersionRecords
    version: ReleasedVersion
    """As it will stand."""
    texts: Mapping[str, Mapping[str, str]]
    """The sections that the amendment brings."""
    words_folder: str | None
    """The folder that they were taken from, if it is not the working text."""
    overlay: Mapping[str, Any]
    """What it lays over the facts, taken from the facts now."""
    current: Mapping[str, Any]
    """The facts now."""
    places: Places
    """Where those stand."""
    folder: str
    """The policy's."""

    def fact(self, path: tuple[str | int, ...]) -> Location:
        """Where a fact of the version stands: in the newest record that gives it, or, if this amendment does, now."""
        dotted = ".".join(map(str, path))
        if value_at(self.overlay, dotted) is not None:
            return self.places(path)
        for state in reversed(self.released.history):
            file = f"{state.place}facts.json"
            data = self.released.files.get(file)
            if data is not None and value_at(read_json(data), dotted) is not None:
                return Location(file=f"{self.released.folder}/{file}")
        return Location(file=f"{self.released.folder}/facts.json")

    def told(self, problem: Problem) -> Problem:
        """A problem of the version, at the file that holds the words, and with what would mend it."""
        message = self._names().sub(lambda found: self._file(found[1], found[2]), problem.message)
        leaf = self._leaf(problem)
        if leaf is not None:
            message = message.replace("; the agreed ", f"; in version {self.version.number} the agreed ")
        return replace(
            problem,
            location=self._location(problem.location),
            message=message,
            remedy=" ".join(part for part in (self._of_words(problem, leaf), self._of_fact(problem, leaf)) if part),
        )

    def _location(self, place: Location) -> Location:
        found = self._names().fullmatch(place.file)
        if found is None:
            return place
        if self._brings(found[1], found[2]):
            return replace(place, file=f"{self.words_folder or self.folder}/{found[1]}/{found[2]}.md")
        return replace(place, file=self._file(found[1], found[2]))

    def _of_words(self, problem: Problem, leaf: str | None) -> str:
        """What to do about the words."""
        found = self._names().fullmatch(problem.location.file)
        if found is None or self.type is not AmendmentType.CORRECTION:
            return "Correct the words." if problem.code == "F102" and leaf else problem.remedy
        language, section = found[1], found[2]
        if not self._brings(language, section):
            accept = ", or accept it with a reason" if problem.severity is Severity.OPEN else ""
            return f"Correct it too, with --language {language} --section {section}{accept}."
        leading = self.version.authoritative_language
        if problem.code == "F104" and not self._brings(leading, section) and leading in problem.remedy:
            return f"Remove the link, or correct the other text too, with --language {leading} --section {section}."
        return "Correct the words." if problem.code == "F102" and leaf else problem.remedy

    def _of_fact(self, problem: Problem, leaf: str | None) -> str:
        """What to do about a fact that the version has and this amendment leaves."""
        if leaf is None:
            return ""
        if self.type is not AmendmentType.CORRECTION:
            return f"If version {self.version.number} had it wrong, make a correction of it first, with --fact {leaf}."
        if value_at(self.current, leaf) != value_at(self.version.facts, leaf):
            return f"If version {self.version.number} had it wrong, add --fact {leaf}."
        return "" if problem.code == "F102" else f"What is said beside the fact counts with --fact {leaf}."

    def _leaf(self, problem: Problem) -> str | None:
        """The fact that words do not state, where it stands in a frozen file."""
        if problem.code not in _STATED or not problem.about or problem.about == VERSION_EFFECTIVE:
            return None
        leaf = leaf_path(Facts.model_validate(self.version.facts), problem.about)
        return leaf if value_at(self.overlay, leaf) is None else None

    def _names(self) -> re.Pattern[str]:
        return re.compile(rf"{re.escape(self.folder)}/([a-zA-Z0-9-]+)/([a-z0-9-]+)\.md")

    def _brings(self, language: str, section: str) -> bool:
        return section in self.texts.get(language, {})

    def _file(self, language: str, section: str) -> str:
        edition = self.version.editions.get(language)
        working = f"{self.folder}/{language}/{section}.md"
        if edition is None or self._brings(language, section):
            return working
        return edition.paths.get(section, working)
