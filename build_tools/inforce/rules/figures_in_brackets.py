"""A number in words with another one in figures in the brackets behind it: "thirty (300) days".

Told only where a unit, a sign of percent or a currency follows, and where the words before the brackets are read whole:
"two (3)" may be the number of a note, and "two million five hundred thousand" is more than its last words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from inforce.reader.characters.lookalike_hosts import Lookalike
from inforce.rules.letters_as_figures import names_a_unit

_BRACKETS = re.compile(r"\s?[(（]([0-9０-９]{1,3}(?:[ .,'’]?[0-9０-９]{3})*)[)）]")
_WORDS, _NEAR = 6, 60
"""So many words before the brackets may be of the number; so many characters on each side are looked at."""
_KANJI = re.compile(r"[〇一二三四五六七八九十百千万億]+\Z")
_CODE = "X307"


def figures_in_brackets(text: str, language: str) -> Iterator[Lookalike]:
    """Each such number, as it stands."""
    for found in _BRACKETS.finditer(text):
        said = _words(text[max(0, found.start() - _NEAR) : found.start()], language)
        if said is None or not names_a_unit(text[found.end() : found.end() + _NEAR], language):
            continue
        words, value = said
        figures = int(re.sub(r"\D", "", found[1]))
        if value > 1 and value != figures:
            yield Lookalike(
                code=_CODE,
                found=f"{words}{found[0]}",
                message=f"“{words}{found[0]}” is one number in words and another in figures.",
                remedy="Correct whichever is wrong, or write it once.",
            )


def _words(before: str, language: str) -> tuple[str, int] | None:
    """The longest number in words that ends the text, and its value; None where what stands before may belong to it."""
    # The readings bring tables of many languages: they are loaded where figures stand in brackets.
    from inforce.rules.readings.amounts import read_whole_number
    from inforce.rules.readings.plain import plain
    from inforce.rules.readings.tables import table_for

    if (table := table_for(language)) is None:
        return None

    def read(words: str) -> int | None:
        return read_whole_number(table.fold(plain(words)), table)

    if not table.spaced:
        kanji = _KANJI.search(before)
        value = read(kanji[0]) if kanji else None
        return (kanji[0], value) if kanji and value is not None else None
    text = before[before.rfind(".") + 1 :]
    pieces = [*re.finditer(r"[^\W\d_]+(?:[-‑'’][^\W\d_]+)*", text)]
    if not pieces or pieces[-1].end() != len(text):
        return None
    spans = [text[piece.start() :] for piece in pieces[-_WORDS:]]
    for at, words in enumerate(spans):
        if not re.search(r"[\d,;:()]", words) and (value := read(words)) is not None:
            last = spans[at - 1].removesuffix(words).strip(" ,") if at else ""
            part = read(last) is not None or table.fold(plain(last)) in (*table.magnitudes, *table.scales)
            return None if part and last else (words, value)
    return None
