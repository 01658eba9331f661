"""Words, headings and targets of sections that deceive the eye: lookalikes (X305), piles of marks (X306), and numbers
in words that are others in figures (X307), as in "thirty (300) days".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from inforce.model.text import Leaf, Section, inlines, leaf_links, words
from inforce.problems import Location, Problem, problem
from inforce.reader.characters.lookalike_hosts import Lookalike, check_host
from inforce.reader.characters.lookalikes import lookalikes
from inforce.rules.letters_as_figures import letters_as_figures, names_a_unit

_IN_LETTERS = re.compile(r"xn--|[^\x00-\x7f]", re.IGNORECASE)
"""What an address holds that may be shown as other letters, or be taken for them."""


def check_deceiving(sections: Mapping[str, Section], language: str, *, paths: Mapping[str, str]) -> Iterator[Problem]:
    """X305, X306 and X307 of one language's sections. `paths`: section id to its file."""
    for name, section in sections.items():
        lines = section.source.split("\n")
        for leaf in section.leaves:
            for found in (*_words(leaf, language), *_targets(leaf)):
                yield problem(
                    found.code,
                    _where(found.found, leaf.at.line, lines, paths[name]),
                    message=found.message,
                    remedy=found.remedy,
                )


def _words(leaf: Leaf, language: str) -> Iterator[Lookalike]:
    for children in inlines(leaf):
        said = words(children, line_break="\n")
        yield from (
            *lookalikes(said, language),
            *letters_as_figures(said, language),
            *figures_in_brackets(said, language),
        )


def _targets(leaf: Leaf) -> Iterator[Lookalike]:
    """The hosts of targets, in letters or as `xn--`."""
    for link in leaf_links(leaf):
        if link.target.scheme in ("https", "mailto") and _IN_LETTERS.search(link.target.value):
            host = link.target.value.removeprefix("https://").removeprefix("mailto:").rpartition("@")[2]
            yield from check_host(host.partition("/")[0].partition(":")[0])


def _where(found: str, first: int, lines: list[str], file: str) -> Location:
    """Where the words stand: on the first line of the block or below, if markup does not part them."""
    for number in range(first, len(lines) + 1):
        if (at := unicodedata.normalize("NFC", lines[number - 1]).find(found)) >= 0:
            return Location(file=file, line=number, column=at + 1)
    return Location(file=file, line=first)


_BRACKETS = re.compile(r"\s?[(（]([0-9０-９]{1,3}(?:[ .,'’]?[0-9０-９]{3})*)[)）]")
_WORDS, _NEAR = 6, 60
"""So many words before the brackets may be of the number; so many characters on each side are looked at."""
_KANJI = re.compile(r"[〇一二三四五六七八九十百千万億]+\Z")
_CODE = "X307"


def figures_in_brackets(text: str, language: str) -> Iterator[Lookalike]:
    """Each such number, as it stands."""
    for found in _BRACKETS.finditer(text):
        said = _number_before(text[max(0, found.start() - _NEAR) : found.start()], language)
        if said is None or not names_a_unit(text[found.end() : found.end() + _NEAR], language):
            continue
        number, value = said
        figures = int(re.sub(r"\D", "", found[1]))
        if value > 1 and value != figures:
            yield Lookalike(
                code=_CODE,
                found=f"{number}{found[0]}",
                message=f"“{number}{found[0]}” is one number in words and another in figures.",
                remedy="Correct whichever is wrong, or write it once.",
            )


def _number_before(before: str, language: str) -> tuple[str, int] | None:
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
    for at, each in enumerate(spans):
        if not re.search(r"[\d,;:()]", each) and (value := read(each)) is not None:
            last = spans[at - 1].removesuffix(each).strip(" ,") if at else ""
            part = read(last) is not None or table.fold(plain(last)) in (*table.magnitudes, *table.scales)
            return None if part and last else (each, value)
    return None
