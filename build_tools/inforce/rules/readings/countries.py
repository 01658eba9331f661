"""Countries that words name, by CLDR's names and the table's; and what says the same as an adjective: "Irish"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from babel import Locale
from babel.languages import get_official_languages

from inforce.rules.languages import known_language
from inforce.rules.readings.table import LanguageTable
from inforce.rules.readings.tables import table_for

_OTHER_THINGS = frozenset({"GE", "JE", "JO", "TD", "GG", "IO", "TO", "TF", "UM", "HM", "EU", "EZ", "UN", "QO", "ZZ"})
"""Countries whose names are those of states, people or things too, groups of islands, and what is no country."""
_JAPANESE = r"\u30a0-\u30ff\u3400-\u9fff"
_SHORTEST_STEM, _ENDING = 4, 4
"""Letters that a name and its adjective share at least, and letters of a name that an adjective changes at most."""


@lru_cache(maxsize=16)
def countries_by_name(language: str) -> tuple[tuple[str, str], ...]:
    """Countries by CLDR's names in a language."""
    if not known_language(language):
        return ()
    names = Locale.parse(language, sep="-").territories.items()
    codes = (each for each in names if re.fullmatch("[A-Z]{2}", each[0]) and each[0] not in _OTHER_THINGS)
    return tuple((code, name) for code, name in codes if len(name.encode()) > 3)


def countries_said(text: str, language: str) -> Iterator[tuple[str, str]]:
    """The code of each country that words name, with the words; nothing in a language without a table."""
    if (table := table_for(language)) is None:
        return
    names, pattern = _reading(table.language)
    yield from ((names[found[1]], found[1]) for found in pattern.finditer(_spelled(text, table)))


def may_mean(text: str, code: str, language: str) -> bool:
    """Whether words hold what may be an adjective of a country, or of its language."""
    if (table := table_for(language)) is None:
        return True
    stems = _stems(code, table.language)
    words = re.findall(r"[^\W\d_]+", _spelled(text, table).casefold())
    return any(
        word.startswith(stems) if not table.prefixed_join else any(map(word.__contains__, stems)) for word in words
    )


def _spelled(text: str, table: LanguageTable) -> str:
    """The words as they stand, capitals too; in Arabic, which has none, in one spelling."""
    text = " ".join(text.split()).replace("’", "'")
    return table.fold(text) if table.prefixed_join else text


@lru_cache(maxsize=16)
def _reading(language: str) -> tuple[Mapping[str, str], re.Pattern[str]]:
    """The code of each name, and what finds the names."""
    table = table_for(language)
    assert table is not None
    known = ((name.partition(" (")[0], code) for code, name in countries_by_name(language))
    names = {_spelled(name, table): code for name, code in (*known, *table.countries.items())}
    either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    begins, ends = r"(?<![\w-])", r"(?:'?s)?(?![\w-])"
    if table.prefixed_join:
        begins = r"(?<!\w)[وف]?[بكل]?"
    if not table.spaced:
        begins, ends = rf"(?<![{_JAPANESE}])", rf"(?![{_JAPANESE}])"
    return names, re.compile(f"{begins}({either}){ends}")


@lru_cache(maxsize=512)
def _stems(code: str, language: str) -> tuple[str, ...]:
    """How adjectives of a country begin: as its names, or as the names of its languages."""
    table = table_for(language)
    assert table is not None
    names = [name.split()[-1] for name, its in _reading(language)[0].items() if its == code]
    spoken = Locale.parse(language).languages
    names += [_spelled(spoken[one], table) for one in get_official_languages(code) if one in spoken]
    cut = (name.casefold()[: max(_SHORTEST_STEM, len(name) - _ENDING)] for name in names)
    return tuple(stem for stem in cut if stem)
