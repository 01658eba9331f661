"""Whether words say that something costs nothing."""

from __future__ import annotations

import re

from inforce.rules.readings.plain import plain
from inforce.rules.readings.tables import phrases_for


def says_free(words: str, language: str) -> bool:
    """Whether words say so; never in a language that can't be read."""
    pattern = phrases_for(language).free
    return pattern is not None and re.search(pattern, plain(words)) is not None
