"""T119: a date beside a day of the week that it is not, “Sunday, 10 January 2028”, in texts, change notes and reasons.

One of the two is wrong in every language that says both, so it is an error; in a reason, which may quote, it is open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from inforce.model.config import ChangeNote
from inforce.model.text import Section, placed_links
from inforce.problems import Location, Problem, Severity, problem
from inforce.reader.findings import quoted
from inforce.rules.languages import language_name


def check_misnamed_days(
    texts: Mapping[str, Mapping[str, Section]], notes: Iterable[ChangeNote], *, folder: str
) -> Iterator[Problem]:
    """T119 of a policy's texts (language to section id to section) and its notes, which stand in `folder`."""
    for language, sections in texts.items():
        for name, section in sections.items():
            for block in section.leaves:
                where = Location(file=f"{folder}/{language}/{name}.md", line=block.at.line)
                for text, _ in placed_links(block, line_break=" "):
                    yield from misnamed_days(text, language, where)
    for note in notes:
        for language, words in note.text.items():
            yield from misnamed_days(words, language, Location(file=f"{folder}/changes/{note.slug}.md"))


def misnamed_days(
    words: str, language: str, where: Location, severity: Severity = Severity.ERROR, about: str = ""
) -> Iterator[Problem]:
    """T119 of some words in a language."""
    from inforce.rules.readings.weekdays import misnamed  # loads tables of many languages

    for said, day in misnamed(words, language):
        yield problem(
            "T119",
            where,
            level=severity,
            about=about,
            language=language_name(language),
            said=quoted(said),
            day=day.isoformat(),
            weekday=f"{day:%A}",
        )
