"""Whether a sentence is of another language: it has several of the small words of that one, and none of its own.

Names, addresses and titles of laws stand as they are in every language, so a sentence with a year, and one in capital
letters as titles have them, is passed over. Languages without a table are, too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from inforce.rules.readings.sentences import PART
from inforce.rules.readings.tables import table_for

_ENOUGH = 4
"""Different small words: "Act on the Protection of Personal Information" has three."""
_WORDS = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_CAPITAL_NOUNS = "de"


def foreign_sentences(text: str, language: str, others: Collection[str]) -> Iterator[tuple[str, str]]:
    """The sentences of a text of one language that are in one of the others, and in which."""
    table = table_for(language)
    if table is None:
        return
    small = {other: found.small_words for other in others if (found := table_for(other)) and found is not table}
    for sentence in (one for line in text.splitlines() for one in PART.split(line) if one):
        words = _WORDS.findall(sentence)
        said = {word.lower() for word in words}
        if len(said) < _ENOUGH or _YEAR.search(sentence):
            continue
        if not table.small_words and any(word.lower() == word.upper() for word in words):
            continue  # its own words, of a script without capitals, name things in Latin letters
        for other, theirs in small.items():
            ours = table.small_words
            if (
                not said & (ours - theirs)
                and len(said & (theirs - ours)) >= _ENOUGH
                and (other.startswith(_CAPITAL_NOUNS) or not _is_title(words, theirs))
            ):
                yield sentence, other
                break


def _is_title(words: list[str], small: Collection[str]) -> bool:
    rest = [word for word in words[1:] if word.lower() not in small]
    return 2 * sum(word[0].isupper() for word in rest) > len(rest)
