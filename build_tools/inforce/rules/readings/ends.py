"""What ends something on a device, in words that give no period: that the browser or the tab is closed, or that the
visitor deletes it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from inforce.model.cookies import LifetimeKind
from inforce.model.values import Duration
from inforce.rules.readings.passages import amounts_said
from inforce.rules.readings.plain import plain
from inforce.rules.readings.tables import phrases_for


def ends_said(text: str, language: str) -> Iterator[tuple[LifetimeKind, str]]:
    """Each of the two ends that a text names, with the words that name it. Both, where either ends it."""
    folded, phrases = plain(text), phrases_for(language)
    for kind, words in (
        (LifetimeKind.SESSION, phrases.until_closed),
        (LifetimeKind.UNTIL_DELETED, phrases.until_deleted),
    ):
        if words is not None and (found := re.search(words, folded)):
            yield kind, found[0]


def another_end(kind: LifetimeKind | None, text: str, language: str) -> str | None:
    """The words that name the one end of something, where it has another. What lasts for a period may be deleted before
    that is over, and what a text gives a period may end with it."""
    ends = dict(ends_said(text, language)) if kind is not None else {}
    if len(ends) != 1 or kind in ends:
        return None
    (named, said), *_ = ends.items()
    if kind is LifetimeKind.DURATION and (named is not LifetimeKind.SESSION or _gives_a_period(text, language)):
        return None
    return said


def _gives_a_period(text: str, language: str) -> bool:
    return any(amount[0] is Duration for amount, _ in amounts_said(text, language))
