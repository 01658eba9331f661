"""Numbers of versions that words name in whatever language: "version 3", "versie 3", "الإصدار 3", 第3版."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from inforce.rules.readings.tables import every_phrase

_NAME_BEFORE = re.compile(r"(?:\S\s[A-Z][\w.]*|[A-Z][\w.]*[A-Z0-9][\w.]*)\s$")
"""A name that the version may be of: "for Android version 12"."""


def versions_said(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Each number, and the words that state it."""
    return ((int(next(filter(None, found.groups()))), found) for found in _pattern().finditer(text))


def is_of_another(text: str, found: re.Match[str]) -> bool:
    """Whether the words beside a version make it one of something else: "for Android version 12", "version 9 of the
    app"."""
    before = _NAME_BEFORE.search(text[: found.start()])
    return before is not None or _of_another().match(text, found.end()) is not None


def is_said_to_hold(sentence: str, *, at_once: bool = False) -> bool:
    """Whether words in whatever language say that a version, in whose place is \\0, holds or will; `at_once`: from the
    time on that they speak of."""
    said = [one.versions for one in every_phrase() if one.versions and _has(sentence, one.versions.holds)]
    return any(_has(sentence, one.at_once) for one in said) if at_once else bool(said)


def _has(sentence: str, pattern: str) -> bool:
    return re.search(pattern, sentence, re.IGNORECASE) is not None


@cache
def _pattern() -> re.Pattern[str]:
    said = dict.fromkeys(each.versions.number for each in every_phrase() if each.versions)
    return re.compile("|".join(said), re.IGNORECASE)


@cache
def _of_another() -> re.Pattern[str]:
    said = "|".join(each.versions.of_another for each in every_phrase() if each.versions)
    return re.compile(rf"\s(?:{said})\s(?!\d)")
