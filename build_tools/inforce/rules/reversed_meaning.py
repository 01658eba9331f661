"""Whether a change of words makes a text say the contrary: a word that denies comes or goes ("never", "jamais"), or a
bound is turned: "within 30 days", now "after 30 days"; "at least 20%", now "at most 20%".

Denials are read of the words that differ alone, so that a sentence which is only reworded keeps its own. A language
without its line here isn't known, and nothing is said of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from inforce.model.text import Section, placed_links

Change = tuple[tuple[str, ...], tuple[str, ...]]
"""The words that go and those that come in their place."""
_PREFIX = r"(?:un|in|im|il|ir|non|on)"
_SHORTEST = 4
"""Letters of a word that a prefix denies: lawful, unlawful."""


def is_turned(changes: Iterable[Change], language: str) -> bool:
    """Whether one of these denies on one side alone. Words that have moved are on both."""
    from inforce.rules.readings.tables import phrases_for  # loads tables of many languages

    pattern = phrases_for(language).denials
    if pattern is None:
        return False
    space = "" if language.startswith("ja") else " "
    found = [(space.join(gone).casefold(), space.join(come).casefold()) for gone, come in changes]
    gone_anywhere, come_anywhere = ({each[side] for each in found} for side in (0, 1))
    return any(
        bool(re.search(pattern, old)) is not bool(re.search(pattern, new))
        or _is_prefixed(old, new)
        or _is_prefixed(new, old)
        for old, new in found
        if not (old and old in come_anywhere) and not (new and new in gone_anywhere)
    )


def _is_prefixed(word: str, denied: str) -> bool:
    return len(word) >= _SHORTEST and bool(re.fullmatch(_PREFIX + re.escape(word), denied))


def turned_bounds(old: Section, new: Section, language: str) -> Iterator[tuple[str, str]]:
    """The words of each before and now; nothing of a language that can't be read."""
    if old == new:
        return
    from inforce.rules.readings.bounds import bounds_by_amount, contrary  # load tables of many languages

    before, now = (bounds_by_amount(_passages(each), language) for each in (old, new))
    yield from contrary(before, now)


def _passages(section: Section) -> Iterator[str]:
    return (text for leaf in section.leaves for text, _ in placed_links(leaf, line_break=" "))
