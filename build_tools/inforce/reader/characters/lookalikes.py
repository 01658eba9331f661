"""Letters that look like others (Unicode UTS #39), letters in fancy dress, and piles of marks.

reader.characters.hidden` refuses what nobody can see, as part of the grammar, so that its table hardly ever grows. What
deceives the eye is told here, outside the grammar: data about lookalikes grow every year, and a newer table must never
make a released text unreadable.

Quiet: names in another script, words of Han, kana and Latin, full-width letters in Chinese and Japanese, single
letters of mathematics, units (µ, Ω, ℃, №), Latin names with a prefix or an ending of Arabic, Hebrew or Indic letters,
domains in a script of their own, the marks of Vietnamese, Arabic, Hebrew, Thai and Indic texts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from inforce.reader.characters.lookalike_hosts import LOOKS_LIKE, Lookalike, check_hosts
from inforce.reader.characters.mixed_scripts import mixed
from inforce.reader.characters.odd_latin import latin_like, unit_in_a_word
from inforce.reader.characters.scripts import (
    LIKE_LATIN,
    as_latin,
    code_of,
    like_of,
    name_of_script,
    script_of,
    script_of_language,
)

MARKS = "X306"
CODES = frozenset({LOOKS_LIKE, MARKS})
"""The codes of what is found here."""

_PLAIN = re.compile(
    r"[\x00-\xa9\xab-\xb9\xbb-\u0130\u0132-\u017e\u0180-\u0195\u0197-\u01a5\u01a7-\u01bc\u01be\u01bf\u01c4-\u0236\u0238-\u024f\u2010-\u2023\u2025"
    r"\u2026\u2030-\u203e\u20a0-\u20bf]*+"
)
"""Letters of Latin alphabets and punctuation: nothing but an address can deceive among them."""
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d{2,}")
_FANCY = re.compile(
    "[\U0001d400-\U0001d7ff]+"  # letters and figures of mathematics
    "|[\u249c-\u24e9\U0001f110-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189]{2,}"  # in circles or squares
    "|(?<=[A-Za-z])[\u249c-\u24e9\U0001f110-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189]"
    "|[\u249c-\u24e9\U0001f110-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189](?=[A-Za-z])"
    "|(?<=[A-Za-z])[\u2102\u210a-\u2115\u2119-\u211d\u2124\u2128\u212c-\u2134](?=[A-Za-z])"  # ℂ, ℓ, ℝ inside a word
    "|(?<![A-Za-z])[\u2102\u210a-\u2115\u2119-\u211d\u2124\u2128\u212c-\u2134](?=[A-Za-z]{2})"
    "|(?<=[A-Za-z][a-z])[\u02db\u2223\u22a4\u22ff\u2373\u2374\u237a\u23fd\u27d9\u292b\u292c\u2a2f\uffe8](?=[a-z])"
)
_FULL_WIDTH = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")
_MARK = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
_ANY_MARK = re.compile(f"[{_MARK}\u0591-\u05bd\u0610-\u061a\u064b-\u065f]|[^\\W\\d_][^\\w\\s]{{7}}")
_ALL = re.compile("(?s:.)+")
_PILE = re.compile(f"(?s:.)[{_MARK}]{{3,}}")
"""More than any alphabet puts on a letter, once those that have a letter of their own with it are written so."""
_TWICE = re.compile(f"(?s:.)([{_MARK}\u0591-\u05bd\u0610-\u061a\u064b-\u065f])\\1+")
"""The same mark twice on one letter (UTS #39, 5.4)."""
_STRUCK = re.compile("\\w[\u0334-\u0338\u0488\u0489\u20d2-\u20d4\u20d8-\u20da\u20dd-\u20e2\u20e4-\u20eb]")
_MOST_MARKS = 8
"""So many marks in a row no script needs: a Tibetan or Burmese syllable has up to six."""
_WIDE_LANGUAGES = frozenset({"ja", "zh", "ko", "yue", "wuu", "nan", "hak", "lzh"})


def lookalikes(text: str, language: str | None = None) -> Iterator[Lookalike]:
    """What deceives the eye in some words, in the order of the kinds. `language` (a BCP 47 tag) is theirs, where it is
    known: it decides about full-width letters, and about words that could be of one script or another.
    """
    if not _PLAIN.fullmatch(text):
        yield from _units(text)
        text = unicodedata.normalize("NFC", text)
        yield from _piles(text)
        yield from _fancy(text, language)
        yield from _words(text, language)
        yield from _figures(text)
    yield from check_hosts(text)


def _piles(text: str) -> Iterator[Lookalike]:
    if not _ANY_MARK.search(text):
        return
    piled = _PILE.search(text) or _TWICE.search(unicodedata.normalize("NFD", text)) or _heap(text)
    found = piled or _STRUCK.search(text)
    if found is None:
        return
    letter = found[0][0]
    code = ", ".join(code_of(char) for char in dict.fromkeys(found[0][1:]))
    yield Lookalike(
        code=MARKS,
        found=found[0],
        message=f"marks are piled on the letter “{letter}” ({code}): they cover other words, or hide one another."
        if piled
        else f"the letter “{letter}” is struck through or enclosed by a mark ({code}).",
        remedy=f"Write “{letter}” without them.",
    )


def _heap(text: str) -> re.Match[str] | None:
    """A long run of marks of any script, with the letter before it."""
    for is_mark, run in groupby(range(len(text)), key=lambda at: unicodedata.category(text[at]) in ("Mn", "Me")):
        places = list(run)
        if is_mark and len(places) >= _MOST_MARKS:
            return _ALL.match(text, max(places[0] - 1, 0), places[-1] + 1)
    return None


def _fancy(text: str, language: str | None) -> Iterator[Lookalike]:
    found = _FANCY.search(text)
    kind = "letters made for mathematics or as ornaments"
    if found is None and not _writes_wide(text, language):
        found, kind = _FULL_WIDTH.search(text), "letters of full width, which belong to Chinese and Japanese"
    if found is not None:
        yield Lookalike(
            code=LOOKS_LIKE,
            found=found[0],
            message=f"“{found[0]}” is written in {kind}: a search does not find it, and it is not read aloud.",
            remedy=f"Write “{unicodedata.normalize('NFKC', found[0])}” in plain letters.",
        )


def _units(text: str) -> Iterator[Lookalike]:
    if unit := unit_in_a_word(text):
        plain = unicodedata.normalize("NFC", unit)
        yield Lookalike(
            code=LOOKS_LIKE,
            found=unit,
            message=f"a word holds the sign of a unit, {code_of(unit)}, which looks like the letter “{plain}”.",
            remedy=f"Write the letter “{plain}”.",
        )


def _writes_wide(text: str, language: str | None) -> bool:
    """Whether full-width letters belong here. Where the language is not known, whole words of them do."""
    if language is not None:
        return language.split("-")[0] in _WIDE_LANGUAGES or any(script_of(char) == "WIDE" for char in text)
    return not re.search("[A-Za-z][\uff21-\uff3a\uff41-\uff5a]|[\uff21-\uff3a\uff41-\uff5a][A-Za-z]", text)


def _words(text: str, language: str | None) -> Iterator[Lookalike]:
    """Words of mixed scripts; then words that are wholly of another script, and could be read as Latin ones."""
    bare = "".join(char for char in text if unicodedata.category(char) not in ("Mn", "Me", "Cf"))
    strangers: dict[str, list[str]] = {}
    latin = False
    for match in _WORD.finditer(bare):
        word = match[0]
        if word.isascii():
            latin = latin or word.isalpha()
        elif why := mixed(word, language, lenient=True):
            yield Lookalike(
                code=LOOKS_LIKE,
                found=word,
                message=f"“{word}” can be taken for another word: {why}.",
                remedy=_remedy(word),
            )
        elif (script := script_of(word[0])) in LIKE_LATIN and script != script_of_language(language):
            strangers.setdefault(script, []).append(word)
    for script, words in strangers.items():
        if latin and all(as_latin(word) for word in words):
            for word in dict.fromkeys(words):
                if len(word) > 1 or script == "CYRILLIC":
                    yield Lookalike(
                        code=LOOKS_LIKE,
                        found=word,
                        message=f"“{word}” looks like the Latin “{as_latin(word)}” and is written in "
                        f"{name_of_script(script)} letters.",
                        remedy=f"Write “{as_latin(word)}” in Latin letters.",
                    )


def _figures(text: str) -> Iterator[Lookalike]:
    """A number with figures of two scripts (UTS #39, 5.3)."""
    for found in _NUMBER.finditer(text):
        sets = {ord(char) - unicodedata.digit(char) for char in found[0] if not "\uff10" <= char <= "\uff19"}
        if len(sets) > 1:
            plain = "".join(str(unicodedata.digit(char)) for char in found[0])
            yield Lookalike(
                code=LOOKS_LIKE,
                found=found[0],
                message=f"the number “{found[0]}” has figures of two scripts, and some of them look like others.",
                remedy=f"Write all of them in one script, as in “{plain}”.",
            )


def _remedy(word: str) -> str:
    plain = "".join(char if char.isascii() else latin_like(char) or like_of(char, "LATIN") or "?" for char in word)
    written = "" if "?" in plain else f": “{plain}”"
    scripts = {script for char in word if (script := script_of(char))}
    return f"Write the word again in {'one script' if len(scripts) > 1 else 'plain letters'}{written}."
