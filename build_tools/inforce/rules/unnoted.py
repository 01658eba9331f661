"""What a version changes beside what its notes tell: nothing at all (V426); sections that leave it or come into it, and
that no note names, and languages that leave, or follow (V427).

A release takes a note for what it changes; which of its changes a note tells, no program can read out of it. But a
section has a heading, and a note that tells readers of it will hold words of that.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from inforce.model.config import section_ids
from inforce.model.text import Parse, Section, words
from inforce.model.version import ReleasedVersion
from inforce.problems import Location, Problem, problem
from inforce.reader.block_content import BlockContent, content_by_block
from inforce.rules.dates import without_effective_date
from inforce.rules.languages import language_name

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
"""Letters of a word that says what a heading is about; shorter ones stand in every text."""
_ENDING = 2
"""Letters at the end of a word that another case or number may change."""


def check_unnoted(
    last: ReleasedVersion, now: ReleasedVersion, *, parse: Parse, where: Location, added: Collection[str] = ()
) -> Iterator[Problem]:
    """V426; and V427: whether a note names each section by words of its heading, in the prevailing language.

    A section whose paragraphs stand in another one has moved; what was public before is kept as it was. `added` are the
    languages that amendments have added since."""
    if now.as_published is not None:
        return
    if _same(last, now):
        yield problem("V426", where, last=last.number)
    gone = [language for language in last.editions if language not in now.editions and language not in added]
    for language in gone:
        if language not in now.to_follow:
            yield problem("V427", where, "language gone", language=language_name(language), last=last.number)
    if waiting := [language for language in gone if language in now.to_follow]:
        yield problem(
            "V427",
            where,
            "language later",
            languages=", ".join(map(language_name, waiting)),
            last=last.number,
            prevailing=language_name(now.authoritative_language),
            policy=now.policy,
            number=now.number,
            tag=waiting[0],
        )
    was, is_now = (section_ids(each.order) for each in (last, now))
    gone = [name for name in was if name not in is_now and not _stands_in(last, name, now, parse)]
    came = [name for name in is_now if name not in was and not _stands_in(now, name, last, parse)]
    notes = [note.text.get(now.authoritative_language, "") for note in now.changes]
    for version, names, what in ((last, gone, "leaves this version"), (now, came, "comes into this version")):
        for name in names:
            heading = _heading(version, name, parse)
            if not any(names_heading(text, heading) for text in notes):
                yield problem("V427", where, "section", heading=heading, name=name, what=what)


def _section(version: ReleasedVersion, name: str, parse: Parse) -> Section | None:
    language = version.authoritative_language
    edition = version.editions.get(language)
    text = edition.sections.get(name) if edition else None
    return parse(language, name, text) if text is not None else None


def _heading(version: ReleasedVersion, name: str, parse: Parse) -> str:
    section = _section(version, name, parse)
    return " ".join(words(section.heading.children).split()) if section else name


def _stands_in(version: ReleasedVersion, name: str, other: ReleasedVersion, parse: Parse) -> bool:
    """Whether all that a section says below its heading stands in another version too."""
    there = {part for one in section_ids(other.order) for part in _below(_section(other, one, parse))}
    own = _below(_section(version, name, parse))
    return bool(own) and there.issuperset(own)


def _below(section: Section | None) -> tuple[BlockContent, ...]:
    return content_by_block(section)[1:] if section else ()


def names_heading(note: str, heading: str) -> bool:
    """Whether a note holds the heading, or half of its longer words at least, whatever their endings."""
    if heading.casefold() in note.casefold():
        return True
    wanted = {word for word in _WORD.findall(heading.casefold()) if len(word) >= _SHORTEST}
    said = _WORD.findall(note.casefold())
    stems = [word[: max(_SHORTEST, len(word) - _ENDING)] for word in wanted]
    found = sum(any(word.startswith(stem) for word in said) for stem in stems)
    return bool(stems) and 2 * found >= len(stems)


def _same(last: ReleasedVersion, now: ReleasedVersion) -> bool:
    """Whether words, facts, order, titles and weights of a version are those of the one before it, but for the date on
    which it takes effect."""
    return (
        last.order == now.order
        and last.numbering == now.numbering
        and last.lists == now.lists
        and last.roles == now.roles
        and last.authoritative_language == now.authoritative_language
        and last.facts == now.facts
        and all(
            language in last.editions
            and (edition.title, edition.status, edition.reviewed) == _terms(last, language)
            and _undated(now, language) == _undated(last, language)
            for language, edition in now.editions.items()
        )
    )


def _terms(version: ReleasedVersion, language: str) -> tuple[object, ...]:
    edition = version.editions[language]
    return (edition.title, edition.status, edition.reviewed)


def _undated(version: ReleasedVersion, language: str) -> dict[str, str]:
    return {name: without_effective_date(text) for name, text in version.editions[language].sections.items()}
