"""T118: what a text says of the versions of its own policy, beside their records: a number that none has, and another
day on which one took effect. T106 for what the reasons in records say of them, which is a hint.

A number may be that of a program, so only sentences count that name the policy by its title, or a word of that with
"this" or "our": "version 9 of this privacy policy". Of a day, only one that stands next to the words that something
holds from then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import product
from typing import TYPE_CHECKING

from inforce.model.config import ChangeNote
from inforce.model.text import Section, placed_links
from inforce.model.version import Manifest, ReleasedVersion
from inforce.problems import Location, Problem, problem
from inforce.reader.findings import quoted
from inforce.reader.records.version import VersionRecords
from inforce.rules.change_notes import ends_on, holds_from
from inforce.rules.readings.sentences import sentences
from inforce.rules.record_invariants import local_day

if TYPE_CHECKING:
    from inforce.rules.readings.phrases import Versions

_MOST_BESIDE_TITLE = 5
"""So many words at most stand beside the title between a version's number and its day."""
_MOST_BETWEEN = 9
"""So many words at most name the policy, and lead to what is said of it."""
_WORD = re.compile(r"[^\W\d_]{3,}")


def effective_days(versions: Iterable[ReleasedVersion]) -> dict[int, date]:
    """The day on which each version takes effect, where its site is."""
    return {
        version.number: day for version in versions if (day := local_day(version.effective_from, version.time_zone))
    }


def check_versions_told(
    texts: Mapping[str, Mapping[str, Section]],
    notes: Iterable[ChangeNote],
    *,
    titles: Mapping[str, str],
    days: Mapping[int, date],
    last: int,
    until: datetime | None,
    folder: str,
) -> Iterator[Problem]:
    """The sections of a version by language, whose files are `{folder}/{language}/{id}.md`, and its notes. `days` are
    those of the versions that are known, `last` is the number of the newest that there can be. Where its own day isn't
    known yet, days after `until` may be that; None where all are known."""
    said: list[tuple[str, int | None, str, str]] = [
        (f"{folder}/{language}/{name}.md", leaf.at.line, language, text)
        for language, sections in texts.items()
        for name, section in sections.items()
        for leaf in section.leaves
        for text, _ in placed_links(leaf, line_break=" ")
    ]
    said += [(f"{folder}/changes/{note.slug}.md", None, *each) for note in notes for each in note.text.items()]
    for file, line, language, text in said:
        title = " ".join(titles.get(language, "").split())
        for _, sentence in sentences(text) if title and _versions(language) else ():
            for words, is_so in _wrong(" ".join(sentence.split()), language, title, days, last, until):
                yield problem("T118", Location(file=file, line=line), words=quoted(words), is_so=is_so)


def check_titles_told(
    titles: Mapping[str, str], place: Callable[[tuple[str | int, ...]], Location]
) -> Iterator[Problem]:
    """T118 for a policy's title that names a version: it stands above every version."""
    from inforce.rules.readings.version_numbers import versions_said  # loads tables of many languages

    for language, title in titles.items():
        if any(versions_said(title)):
            yield problem("T118", place(("title", language)), "title", title=quoted(title))


def check_frozen_reasons_told(versions: Sequence[VersionRecords], *, settled: frozenset[str]) -> Iterator[Problem]:
    """T106 of the reasons in each record that is not `settled`."""
    for released in versions:
        for state in released.history:
            where, record = Location(file=f"{released.folder}/{state.file}"), state.record
            if where.file in settled:
                continue
            said = [one.because for one in record.accepted]
            if isinstance(record, Manifest):
                said += [record.announced_because or "", record.as_published.reason if record.as_published else ""]
            else:
                said.append(record.reason)
            titles = {language: named.title for language, named in state.languages.items()}
            known = [one.version for one in versions]
            yield from check_reasons_told(said, titles=titles, versions=known, at=state.at, where=where)


def check_reasons_told(
    reasons: Iterable[str],
    *,
    titles: Mapping[str, str],
    versions: Sequence[ReleasedVersion],
    at: datetime,
    where: Location,
) -> Iterator[Problem]:
    """T106 of reasons in a record made `at` an instant, in whatever language: of what they say of versions of the
    policy, which they call by its title."""
    days = effective_days(versions)
    told: dict[str, str] = {}
    for reason, (language, title) in product(dict.fromkeys(reasons), titles.items()):
        name = " ".join(title.split())
        for _, sentence in sentences(reason) if name and _versions(language) else ():
            words = " ".join(sentence.split())
            for said, is_so in (
                *_wrong(words, language, name, days, len(versions) + 1, at),
                *_of_another_day(words, language, name, versions, days),
            ):
                told.setdefault(said, is_so)
    for said, is_so in told.items():
        yield problem("T106", where, "frozen reason", said=quoted(said), is_so=is_so)


def _of_another_day(
    sentence: str, language: str, title: str, versions: Sequence[ReleasedVersion], days: Mapping[int, date]
) -> Iterator[tuple[str, str]]:
    """A version that is called by a day on which it was neither released nor announced, and did not take effect:
    "version 2 of this policy of 5 May 2020"."""
    from inforce.rules.readings.passages import amounts_said  # loads tables of many languages
    from inforce.rules.readings.version_numbers import versions_said

    named = _named(language)
    for number, found in versions_said(sentence):
        after = sentence[found.end() :]
        version = next((one for one in versions if one.number == number), None)
        if version is None or number not in days or not _of_policy(sentence, found, language, title):
            continue
        its = {local_day(each, version.time_zone) for each in (version.released, version.announced) if each}
        for (kind, day), said in amounts_said(after, language):
            between = after.partition(said)[0]
            near = len(between.split()) <= len(title.split()) + _MOST_BESIDE_TITLE
            if kind is date and near and re.search(rf"(?<!\w)(?:{named.dated})\s*$", between, re.IGNORECASE):
                if day not in {*its, days[number]}:
                    yield f"{found[0]} … {said}", f"version {number} took effect on {days[number].isoformat()}"
                break


def _wrong(
    sentence: str, language: str, title: str, days: Mapping[int, date], last: int, until: datetime | None
) -> Iterator[tuple[str, str]]:
    """What a sentence says of versions of the policy, and what is so."""
    from inforce.rules.readings.version_numbers import versions_said

    numbers = [
        (number, found) for number, found in versions_said(sentence) if _of_policy(sentence, found, language, title)
    ]
    for number, found in numbers:
        if not 0 < number <= last:
            yield found[0], f"the next version is number {last}" if until else f"this is version {last}"
    held = {day: (said, around) for day, said, around in _held_from(sentence, language)}
    if not held or ends_on(sentence, language):
        return
    if len(numbers) == 1 and (of := days.get(numbers[0][0])) is not None:
        if of not in held:
            said, _ = next(iter(held.values()))
            yield f"{numbers[0][1][0]} … {said}", f"version {numbers[0][0]} took effect on {of.isoformat()}"
    elif not numbers and days:
        for day, (said, around) in held.items():
            later = until is not None and day > until.date()
            if (
                day > min(days.values())
                and day not in days.values()
                and not later
                and _is_said_of(around, language, title)
            ):
                yield said, f"no version of this policy took effect on {day.isoformat()}"


def _versions(language: str) -> Versions | None:
    from inforce.rules.readings.tables import phrases_for  # loads tables of many languages

    return phrases_for(language).versions


def _named(language: str) -> Versions:
    named = _versions(language)
    assert named is not None  # only the sentences of such a language are read
    return named


def _of_policy(sentence: str, found: re.Match[str], language: str, title: str) -> bool:
    """Whether a number of a version is called one of this policy: "version 9 of this policy", "Policy, version 9"."""
    after, before = sentence[found.end() :], sentence[: found.start()]
    named, whole = _named(language), re.escape(title)
    this, of, the = named.this, named.of, named.the
    if re.match(rf"\s*(?:{of})?\s*(?:(?:{the})\s*)?{whole}(?!\w|\s*(?:{of})\b|[’']s)", after, re.IGNORECASE):
        return True
    if led := re.match(rf"\s*(?:(?:{of})\s+)?(?:{this})\s*(?P<words>.*)", after, re.IGNORECASE):
        return _begins_with_title(led["words"], title)
    led = re.search(rf"(?:^|(?<!\w)(?:{this}|{the})\s*){whole}[\s,(–—-]*$", before, re.IGNORECASE)
    return led is not None


def _is_said_of(around: str, language: str, title: str) -> bool:
    """Whether this policy holds from a day, \\0, as \\1 says: it is named before, and nothing else is between."""
    words = _named(language)
    named = rf"(?:{words.this})\s*(?P<name>[^\0\1,;:、]*)"
    if words.this_follows:
        named = rf"(?P<name>{re.escape(title)}\s+(?:{words.this})[^\0\1،؛:]*)"
    for found in re.finditer(rf"(?<!\w){named}[\0\1]", around, re.IGNORECASE):
        own = words.this_follows or _begins_with_title(found["name"], title)
        if (
            own
            and not re.search(words.another, found["name"], re.IGNORECASE)
            and len(found["name"].split()) <= _MOST_BETWEEN
        ):
            return True
    return False


def _begins_with_title(words: str, title: str) -> bool:
    """Whether words begin with a title, or with a word that is one of its own or ends one ("Erklärung")."""
    if words.casefold().startswith(title.casefold()):
        return True
    names = [word.casefold() for word in _WORD.findall(title)]
    said = [found[0].casefold() for found in _WORD.finditer(words)][:1]
    return any(name.endswith(word) for word in said for name in names)


def _held_from(sentence: str, language: str) -> Iterator[tuple[date, str, str]]:
    """The days next to the words that something holds from then, and the sentence with \\0 and \\1 in their places."""
    gap = _named(language).between
    for day, said, around in holds_from(sentence, language):
        if re.search(f"\1{gap}\0|\0{gap}\1", around):
            yield day, said, around
