"""T118: what a text says of the versions of its own policy, beside their records: a number that none has, and another
day on which one took effect.

A number may be that of a program, so only sentences count that name the policy by its title, or a word of that with
"this" or "our": "version 9 of this privacy policy". Of a day, only one that stands next to the words that something
holds from then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from inforce.model.config import ChangeNote
from inforce.model.text import Section, placed_links
from inforce.model.version import Version
from inforce.parse.findings import quoted
from inforce.problems import Location, Problem, Severity
from inforce.rules.change_notes import VERSION, ends_on, holds_from
from inforce.rules.past_days import sentences
from inforce.rules.record_dates import local_day

_THIS = {
    "en": r"this|our|the present|the current",
    "fr": r"cette|ces?|les? présente?s?|la présente|notre|nos",
    "nl": r"dit|deze|ons|onze",
    "de": r"diese[rsmn]?|unsere[rsmn]?|de[rsmn] vorliegenden?|die vorliegende",
    "ar": "هذه|هذا",
    "ja": "本|この|当社の",
}
"""What tells that a policy is this one."""
_OF = {
    "en": "of",
    "fr": "de|des|du",
    "nl": "van",
    "de": "von",
    "ar": "من",
    "ja": "の",
}
_THE = {"en": "the", "fr": r"la|les?|l[’']", "nl": "de|het", "de": "de[rs]", "ar": "", "ja": ""}
_ANOTHER = {
    "en": re.compile(r"\b(?:the|an?|which|that)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:la|les?|l[’']|une?|qui)\b", re.IGNORECASE),
    "nl": re.compile(r"\b(?:de|het|een|die|dat)\b", re.IGNORECASE),
    "de": re.compile(r"\b(?:de[rn]|die|das|eine?[nr]?)\b", re.IGNORECASE),
    "ar": re.compile("التي|الذي"),
    "ja": re.compile("[はが].*[はが]"),
}
"""What something else is called by after the policy was named: "this policy names the act in force since"."""
_MOST_BETWEEN = 9
"""So many words at most name the policy, and lead to what is said of it."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_GAP, _GAP_OF_SIGNS = r"(?:\s+[^\s,;:]+){0,2}\s*", r"[^,;:、。]{0,8}"
"""What stands at most between the words that something holds and its day: "in force since the"."""


def effective_days(versions: Iterable[Version]) -> dict[int, date]:
    """The day on which each version takes effect, where its site is."""
    return {
        version.number: day
        for version in versions
        if version.number is not None and version.effective_from is not None
        if (day := local_day(version.effective_from, version.time_zone))
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
        for _, sentence in sentences(text) if language in _THIS and title else ():
            for words, is_so in _wrong(" ".join(sentence.split()), language, title, days, last, until):
                yield Problem(
                    code="T118",
                    severity=Severity.OPEN,
                    location=Location(file=file, line=line),
                    message=f"it says {quoted(words)}; {is_so}.",
                    remedy="Correct it in every language. If it is right, give that as the reason when you release.",
                )


def _wrong(
    sentence: str, language: str, title: str, days: Mapping[int, date], last: int, until: datetime | None
) -> Iterator[tuple[str, str]]:
    """What a sentence says of versions of the policy, and what is so."""
    numbers = [
        (int(found[1] or found[2] or found[3]), found)
        for found in VERSION.finditer(sentence)
        if _of_policy(sentence, found, language, title)
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


def _of_policy(sentence: str, found: re.Match[str], language: str, title: str) -> bool:
    """Whether a number of a version is called one of this policy: "version 9 of this policy", "Policy, version 9"."""
    after, before = sentence[found.end() :], sentence[: found.start()]
    this, of, the = _THIS[language], _OF[language], _THE[language]
    whole = re.escape(title)
    if re.match(rf"\s*(?:{of})?\s*(?:(?:{the})\s*)?{whole}(?!\w|\s*(?:{of})\b|[’']s)", after, re.IGNORECASE):
        return True
    if led := re.match(rf"\s*(?:(?:{of})\s+)?(?:{this})\s*(?P<words>.*)", after, re.IGNORECASE):
        return _begins_with_title(led["words"], title)
    led = re.search(rf"(?:^|(?<!\w)(?:{this}|{the})\s*){whole}[\s,(–—-]*$", before, re.IGNORECASE)
    return led is not None


def _is_said_of(around: str, language: str, title: str) -> bool:
    """Whether this policy holds from a day, \\0, as \\1 says: it is named before, and nothing else is between."""
    named = rf"(?:{_THIS[language]})\s*(?P<name>[^\0\1,;:、]*)"
    if language == "ar":
        named = rf"(?P<name>{re.escape(title)}\s+(?:{_THIS[language]})[^\0\1،؛:]*)"
    for found in re.finditer(rf"(?<!\w){named}[\0\1]", around, re.IGNORECASE):
        own = language == "ar" or _begins_with_title(found["name"], title)
        if own and not _ANOTHER[language].search(found["name"]) and len(found["name"].split()) <= _MOST_BETWEEN:
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
    gap = _GAP_OF_SIGNS if language in ("ar", "ja") else _GAP
    for day, said, around in holds_from(sentence, language):
        if re.search(f"\1{gap}\0|\0{gap}\1", around):
            yield day, said, around
