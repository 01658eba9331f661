"""Whether a change of words turns what they say: a word that denies comes or goes ("never", "jamais", 〜ません).

Read of the words that differ alone, so that a sentence which is only reworded keeps its own. What the words of a
language are that has no line here is not known, and nothing is said of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

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
