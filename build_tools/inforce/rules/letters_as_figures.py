"""Letters in the place of figures: "l0 years", "1O %", "€ 5O" read as numbers and are none, and no search finds them.

Told only where a unit, a sign of percent or a currency says that a number is meant: "1l" and "B2O" are words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from inforce.problems import Location, Problem, problem
from inforce.reader.characters.lookalike_hosts import LOOKS_LIKE, Lookalike

_NUMBER = re.compile(
    r"(?<![\w.,'\u2019/-])(?![Oo])(?=[lIOo]*[0-9])(?=[0-9.,]*[lIOo])[0-9lIOo]+(?:[.,][0-9lIOo]+)*"
    r"(?=[^A-Za-z0-9_]|\Z)"
)
_FIGURE = str.maketrans("lIOo", "1100")
_SIGN_BEFORE = re.compile(r"[%€$£]\s?\Z")
_SIGN_AFTER = re.compile(r"\s?[%€$£٪円]")
_NEXT = re.compile(r"[\s-]+([^\W\d_]+)(?:[\s-]([^\W\d_]{4,}))?")
_NEAR = 60
"""So many characters behind a number are looked at."""
_SIGNS = 4
"""Of a unit, where words do not stand apart."""


def letters_as_figures(text: str, language: str | None) -> Iterator[Lookalike]:
    """Each number that is written with letters, as it stands. `language` (a BCP 47 tag) is the text's, where it is
    known."""
    for found in _NUMBER.finditer(text):
        before, after = text[max(0, found.start() - 2) : found.start()], text[found.end() : found.end() + _NEAR]
        if _SIGN_BEFORE.search(before) or names_a_unit(after, language):
            yield Lookalike(
                code=LOOKS_LIKE,
                found=found[0],
                message=f"“{found[0]}” reads as a number and holds letters.",
                remedy=f"Write it in figures: “{found[0].translate(_FIGURE)}”.",
            )


def check_letters(texts: Iterable[tuple[str, str | None]], where: Location) -> Iterator[Problem]:
    """X305 for words of a file whose languages are known, or not."""
    for text, language in texts:
        for one in letters_as_figures(text, language):
            yield problem(one.code, where, message=one.message, remedy=one.remedy)


def names_a_unit(after: str, language: str | None) -> bool:
    """Whether a sign, a unit or a currency follows, alone ("%", "years", "Euro"), with a word before it ("working
    days") or at the end of one ("Werktage")."""
    if _SIGN_AFTER.match(after):
        return True
    # The readings bring tables of many languages: they are loaded where a number holds letters.
    from inforce.rules.readings.amounts import names_a_currency, names_a_share
    from inforce.rules.readings.durations import ends_with_a_unit
    from inforce.rules.readings.plain import plain
    from inforce.rules.readings.tables import TABLES, table_for

    known = table_for(language) if language else None
    for table in (known,) if known else TABLES.values():
        if table.spaced:
            found = _NEXT.match(after)
            said = [word for word in found.groups() if word] if found else []
        else:
            said = [after.lstrip()[:count] for count in range(1, _SIGNS + 1)]
        folded = [table.fold(plain(word)) for word in said]
        if names_a_share(plain(" ".join(said)), table) or any(
            ends_with_a_unit(word, table) or names_a_currency(word, table) for word in folded
        ):
            return True
    return False
