"""What the notes of a version tell beside the version before it: T111, T113 and T114 together.

Notes that wait are held to the working text, those of a release to what it freezes. So a record that leaves a point
open without a reason shows, as it does for words and facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from fractions import Fraction

from inforce.model.config import ChangeNote
from inforce.model.text import Parse, Section, placed_links
from inforce.model.values import Duration, Money, Percentage
from inforce.model.version import ReleasedVersion
from inforce.problems import Location, Problem, problem
from inforce.reader.findings import quoted
from inforce.rules.corrected import changes
from inforce.rules.dates import without_effective_date
from inforce.rules.languages import language_name, listed
from inforce.rules.note_addresses import check_note_addresses
from inforce.rules.note_amounts import check_note_amounts
from inforce.rules.note_sections import Numbered, check_note_sections, numbered_version
from inforce.rules.readings.likeness import Amount, is_same
from inforce.rules.untold import check_untold

Compared = Sequence[tuple[Numbered, Sequence[str]]]
"""Versions to hold notes to, each with the sections whose prevailing words are others now, by more than a slip."""


def check_notes_told(
    notes: tuple[ChangeNote, ...],
    *,
    beside: Compared,
    now: Numbered,
    notice: Iterable[int],
    pages: Iterable[str],
    folder: str,
) -> Iterator[Problem]:
    """What the notes in `{folder}/changes` tell otherwise than the version before (the first of those `beside`) and
    this one, or leave out beside each of them. `notice` is that of policy.yml, in days, `pages` are the addresses of
    links.yml and of the site."""
    files, then = f"{folder}/changes", beside[0][0] if beside else None
    yield from check_note_amounts(notes, before=[old for old, _ in beside], now=now, notice=notice, folder=files)
    versions = [each for each in (then, now) if each]
    yield from check_note_addresses(notes, versions=versions, others=pages, folder=files)
    yield from check_note_sections(notes, then=then, now=now, folder=files)
    untold = [[*check_untold(notes, then=old, now=now, changed=names, folder=files)] for old, names in beside]
    if untold and all(untold):
        yield from untold[0]


def compared(
    versions: Sequence[ReleasedVersion], texts: Mapping[str, str], at: datetime | None, *, parse: Parse
) -> Compared:
    """What notes are held to beside the prevailing `texts`, of the earlier `versions` as they stood `at` that time: the
    last of them, and the one that readers hold to, where that is another."""
    if not versions:
        return ()
    last, held = versions[-1], version_held(versions, at)
    both = [last] if held is None or held.number == last.number else [last, held]
    leading = last.authoritative_language
    return [
        (numbered_version(each, parse), [*changed_sections(each, texts, leading=leading, parse=parse)]) for each in both
    ]


def version_held(versions: Sequence[ReleasedVersion], at: datetime | None) -> ReleasedVersion | None:
    """The version beside which readers see what changes: the newest that isn't withdrawn `at` that time, and that was
    not recorded later, as it had been published; if there is none, the newest."""
    standing = (
        each
        for each in reversed(versions)
        if each.as_published is None and (each.withdrawn is None or (at is not None and each.withdrawn > at))
    )
    return next(standing, versions[-1] if versions else None)


def check_notes_still_true(
    old: ReleasedVersion, new: ReleasedVersion, others: Sequence[ReleasedVersion], *, parse: Parse, folder: str
) -> Iterator[Problem]:
    """T111: frozen notes that state an amount which a correction takes out of the text, in the same language: those of
    the version that it turns from `old` into `new`, and of the one after it, among the `others`."""
    after = next((each for each in others if each.number == old.number + 1), None)
    for language, edition in new.editions.items():
        was = old.editions[language].sections if language in old.editions else {}
        changed = [name for name, text in edition.sections.items() if was.get(name, text) != text]
        before, now = (
            {each: said for name in changed for each, said in _stated(parse(language, name, texts[name]), language)}
            for texts in (was, edition.sections)
        )
        gone = [each for each in before if not any(is_same(each, one) for one in now)]
        if language != (leading := old.authoritative_language):  # else a translation that was behind comes into step
            gone = _among(gone, _amounts_of(old, leading, changed, parse))
        for version in (old, *([after] if after else [])) if gone else ():
            earlier = next((each for each in others if each.number == old.number - 1), None)
            was_before = [*_left_behind(earlier, old, language, parse)] if earlier and version is old else []
            false = [each for each in gone if not _among([each], was_before)]
            for note in version.changes:
                text = note.text.get(language, "")
                said = [words for each, words in _amounts(text, language) if _among([each], false)]
                if said:
                    yield problem(
                        "T111",
                        Location(file=f"{folder}/changes/{note.slug}.md"),
                        "correction",
                        number=version.number,
                        said=listed(map(quoted, dict.fromkeys(said))),
                        language=language_name(language),
                    )


def _left_behind(earlier: ReleasedVersion, old: ReleasedVersion, language: str, parse: Parse) -> Iterator[Amount]:
    """What a version's own notes may say that something was: amounts of the version before it, in sections that state
    them no longer."""
    for name in earlier.editions[language].sections if language in earlier.editions else ():
        now = _amounts_of(old, language, [name], parse)
        yield from (each for each in _amounts_of(earlier, language, [name], parse) if not _among([each], now))


def _amounts_of(version: ReleasedVersion, language: str, names: Sequence[str], parse: Parse) -> list[Amount]:
    texts = version.editions[language].sections if language in version.editions else {}
    there = (parse(language, name, texts[name]) for name in names if name in texts)
    return [each for section in there for each, _ in _stated(section, language)]


def _among(amounts: Sequence[Amount], others: Sequence[Amount]) -> list[Amount]:
    """Those of these amounts that are among others."""
    return [each for each in amounts if any(is_same(each, one) for one in others)]


def _stated(section: Section | None, language: str) -> Iterator[tuple[Amount, str]]:
    for block in section.leaves if section else ():
        for text, _ in placed_links(block, line_break=" "):
            yield from _amounts(text, language)


def _amounts(text: str, language: str) -> Iterator[tuple[Amount, str]]:
    """The periods, money, percentages and rates that words state."""
    # The readings bring tables of many languages: they are loaded where something is corrected.
    from inforce.rules.readings.passages import amounts_said
    from inforce.rules.readings.rates import rates_said

    yield from (found for found in amounts_said(text, language) if found[0][0] in (Duration, Money, Percentage))
    yield from (((Fraction, days), said) for days, said in rates_said(text, language))


def changed_sections(last: ReleasedVersion, texts: Mapping[str, str], *, leading: str, parse: Parse) -> Iterator[str]:
    """The sections among these prevailing texts whose words are others than in the last version in that language, by
    more than a slip of writing."""
    edition = last.editions.get(leading)
    for name, text in texts.items():
        then = edition.sections.get(name) if edition else None
        if then is None or then == text:
            continue
        old, new = (parse(leading, name, without_effective_date(each)) for each in (then, text))
        if old is not None and new is not None and any(changes(old, new)):
            yield name
