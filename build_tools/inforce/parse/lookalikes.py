"""Letters that look like others (Unicode UTS #39), letters in fancy dress, and piles of marks.

`parse.characters` refuses what nobody can see, as part of the grammar, so that its table hardly ever grows. What
deceives the eye is told here, outside the grammar: data about lookalikes grow every year, and a newer table must never
make a released text unreadable.

Quiet: names in another script, words of Han, kana and Latin, full-width letters in Chinese and Japanese, single
letters of mathematics, units (µ, Ω, ℃, №), Latin names with a prefix or an ending of Arabic, Hebrew or Indic letters,
domains in a script of their own, the marks of Vietnamese, Arabic, Hebrew, Thai and Indic texts.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any

LOOKS_LIKE, MARKS = "X305", "X306"
CODES = frozenset({LOOKS_LIKE, MARKS})
"""The codes of what is found here."""

_PLAIN = re.compile(r"[\x00-\u01bf\u01c4-\u024f\u2010-\u2023\u2025\u2026\u2030-\u203e\u20a0-\u20bf]*+")
"""Letters of Latin alphabets and punctuation: nothing but a domain (`xn--`) can deceive among them."""
_WORD = re.compile(r"[^\W_]+")
_HOST = re.compile(r"(?<![\w.-])(?:[^\W_][\w-]*\.)+([^\W\d_]{2,}|xn--[a-z0-9-]+)(?![\w-])", re.IGNORECASE)
_SEPARATOR = re.compile(r"(?<=[A-Za-z]{2})([^\x00-\x7f\w\s\u2010-\u201f])(?=[A-Za-z0-9])")
_NEAR = 100
"""So many characters before and after such a sign are looked at: an address is seldom longer."""
_ADDRESS = re.compile(r"://|[A-Za-z0-9]\.[A-Za-z]{2}")
_NUMBER = re.compile(r"\d{2,}")
_FANCY = re.compile(
    "[\U0001d400-\U0001d7ff]+"  # letters and figures of mathematics
    "|[\u249c-\u24e9\U0001f110-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189]{2,}"  # in circles or squares
    "|(?<=[A-Za-z])[\u249c-\u24e9\U0001f110-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189]"
    "|[\u249c-\u24e9\U0001f110-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189](?=[A-Za-z])"
    "|(?<=[A-Za-z])[\u2102\u210a-\u2115\u2119-\u211d\u2124\u2128\u212c-\u2134](?=[A-Za-z])"  # ℂ, ℓ, ℝ inside a word
    "|(?<![A-Za-z])[\u2102\u210a-\u2112\u2115\u2119-\u211d\u2124\u2128\u212c-\u2134](?=[A-Za-z]{2})"
)
_FULL_WIDTH = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")
_PHONETIC = re.compile("[\u01c0-\u01c3\u0250-\u02af\u1d00-\u1d6a\u1d6c-\u1dbf\ua730-\ua731]")
_MARK = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
_ANY_MARK = re.compile(f"[{_MARK}\u0591-\u05bd\u0610-\u061a\u064b-\u065f]|[^\\W\\d_][^\\w\\s]{{7}}")
_ALL = re.compile("(?s:.)+")
_PILE = re.compile(f"(?s:.)[{_MARK}]{{3,}}")
"""More than any alphabet puts on a letter, once those that have a letter of their own with it are written so."""
_TWICE = re.compile(f"(?s:.)([{_MARK}\u0591-\u05bd\u0610-\u061a\u064b-\u065f])\\1+")
"""The same mark twice on one letter (UTS #39, 5.4)."""
_STRUCK = re.compile("\\w[\u0334-\u0338\u0488\u0489\u20d2-\u20d4\u20d8-\u20da\u20dd-\u20e2\u20e4-\u20eb]")
_LONGEST_SYMBOL = 20
"""A name with a Greek letter in it is shorter; so the judgement of a long word stays linear."""
_MOST_MARKS = 8
"""So many marks in a row no script needs: a Tibetan or Burmese syllable has up to six."""
_WIDE = frozenset({"HAN", "HIRAGANA", "KATAKANA", "BOPOMOFO", "HANGUL"})
_WIDE_LANGUAGES = frozenset({"ja", "zh", "ko", "yue", "wuu", "nan", "hak", "lzh"})
_JOINING = frozenset(
    {
        "ARABIC", "BENGALI", "DEVANAGARI", "ETHIOPIC", "GUJARATI", "GURMUKHI", "HEBREW", "KANNADA", "KHMER", "LAO",
        "MALAYALAM", "MYANMAR", "ORIYA", "SINHALA", "TAMIL", "TELUGU", "THAANA", "THAI", "TIBETAN", "FIGURES", "WIDE",
    }
)  # fmt: skip
"""Living scripts that write prefixes and endings straight onto a Latin name: only what stands inside it deceives."""
_NEVER_INSIDE = frozenset({"ARABIC", "HEBREW", "FIGURES"})
"""What no Latin word has inside it, whatever it looks like (the library's data leave out letters of scripts that are
written from right to left)."""
_LIKE_LATIN = frozenset({"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "LISU", "COPTIC", "GEORGIAN"})
_SCRIPTS_OF_LANGUAGES = {
    "Cyrl": "CYRILLIC",
    "Grek": "GREEK",
    "Armn": "ARMENIAN",
    "Cher": "CHEROKEE",
    "Geor": "GEORGIAN",
}
_RULED_BY_SCRIPT = frozenset({"tr", "az"})
"""Top-level domains of languages that write the dotless i."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookalike:
    """Words that deceive: a code of the catalogue, the words, what is wrong and what to write."""

    code: str
    found: str
    message: str
    remedy: str


def lookalikes(text: str, language: str | None = None) -> Iterator[Lookalike]:
    """What deceives the eye in some words, in the order of the kinds. `language` (a BCP 47 tag) is theirs, where it is
    known: it decides about full-width letters, and about words that could be of one script or another.
    """
    plain = _PLAIN.fullmatch(text) is not None
    if not plain:
        text = unicodedata.normalize("NFC", text)
        yield from _piles(text)
        yield from _fancy(text, language)
        yield from _words(text, language)
        yield from _separators(text)
        yield from _figures(text)
    if not text.isascii() or "xn--" in text.lower():
        yield from _hosts(text)


def check_host(host: str) -> Iterator[Lookalike]:
    """What deceives in a domain, whether it is written in letters or as `xn--`."""
    labels = [_decoded(label) for label in host.split(".")]
    top = labels[-1]
    for label in labels:
        if label.isascii():
            continue
        why = _mixed(label) or _whole(label, top)
        if why:
            shown = f"“{host}”" if label in host else f"“{host}”, which is shown as “{'.'.join(labels)}”,"
            yield Lookalike(
                code=LOOKS_LIKE,
                found=host,
                message=f"the domain {shown} can be taken for another: {why}.",
                remedy="Write the domain that is meant; if this is it, name it in words and put it into links.yml.",
            )
            return


def _piles(text: str) -> Iterator[Lookalike]:
    if not _ANY_MARK.search(text):
        return
    piled = _PILE.search(text) or _TWICE.search(unicodedata.normalize("NFD", text)) or _heap(text)
    found = piled or _STRUCK.search(text)
    if found is None:
        return
    letter = found[0][0]
    code = ", ".join(_code(char) for char in dict.fromkeys(found[0][1:]))
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


def _writes_wide(text: str, language: str | None) -> bool:
    """Whether full-width letters belong here. Where the language is not known, whole words of them do."""
    if language is not None:
        return language.split("-")[0] in _WIDE_LANGUAGES or any(_script(char) == "WIDE" for char in text)
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
        elif why := _mixed(word, lenient=True):
            yield Lookalike(
                code=LOOKS_LIKE,
                found=word,
                message=f"“{word}” can be taken for another word: {why}.",
                remedy=f"Write the word again in one script{_in_latin(word)}.",
            )
        elif (script := _script(word[0])) in _LIKE_LATIN and script != _script_of(language):
            strangers.setdefault(script, []).append(word)
    for script, words in strangers.items():
        if latin and all(_as_latin(word) for word in words):
            for word in dict.fromkeys(words):
                if len(word) > 1 or script == "CYRILLIC":
                    yield Lookalike(
                        code=LOOKS_LIKE,
                        found=word,
                        message=f"“{word}” looks like the Latin “{_as_latin(word)}” and is written in "
                        f"{_named(script)} letters.",
                        remedy=f"Write “{_as_latin(word)}” in Latin letters.",
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


def _separators(text: str) -> Iterator[Lookalike]:
    """A sign that looks like the full stop, slash or colon of an address, between letters of one."""
    for found in _SEPARATOR.finditer(text):
        signs = {like for like in _likes(found[1]) if like in "./:@?#\\"}
        if not signs:
            continue
        sign = min(signs)
        before = re.split(r"\s", text[max(0, found.start() - _NEAR) : found.start()])[-1]
        after = re.split(r"\s", text[found.end() : found.end() + _NEAR])[0]
        around = f"{before}{found[1]}{after}"
        if _ADDRESS.search(around) or _ADDRESS.search(f"{before}{sign}{after}"):
            yield Lookalike(
                code=LOOKS_LIKE,
                found=found[1],
                message=f"“{around}” holds {_code(found[1])}, which looks like “{sign}” and is none.",
                remedy=f"Write a plain “{sign}”, or take it out.",
            )


def _hosts(text: str) -> Iterator[Lookalike]:
    for found in _HOST.finditer(text):
        host = found[0]
        if not host.isascii() and "." in (core := _without_neighbours(host)):
            host = core
        if not host.isascii() or "xn--" in host.lower():
            yield from check_host(host)


def _without_neighbours(host: str) -> str:
    """A domain without the words of scripts that write no spaces, or write endings straight onto a name."""
    inner = [at for at, char in enumerate(host) if _script(char) not in _JOINING]
    core = host[inner[0] : inner[-1] + 1] if inner else ""
    return core.strip(".") if core.isascii() else ""


def _mixed(word: str, *, lenient: bool = False) -> str:
    """Why a word of several scripts deceives, or "". `lenient`: in running words, letters that look like none of the
    other script's may stand beside them (kΩ, ΔT, πr)."""
    runs = [(script, "".join(run)) for script, run in groupby(filter(_script, word), key=_script)]
    scripts = Counter({script: 0 for script, _ in runs})
    scripts.update(script for script, run in runs for _ in run)
    if len(scripts) < 2:
        return _phonetic(word)
    fewest_first = sorted(range(len(runs)), key=lambda at: (scripts[runs[at][0]], runs[at][0] == "LATIN"))
    for at in fewest_first:
        script, run = runs[at]
        around = {runs[at - 1][0] if at else "", runs[at + 1][0] if at + 1 < len(runs) else ""}
        for other in scripts:
            outnumbers = scripts[script] + (script == "LATIN") > scripts[other]
            if other == script or outnumbers or (lenient and _is_symbol(word, run, script)):
                continue
            if {script, other} & _JOINING and around != {other}:
                continue  # a prefix or an ending
            if script in _NEVER_INSIDE and around == {"LATIN"}:
                return f"“{run}” ({_code(run[0])}, {_named(script)}) stands inside its Latin letters"
            for char in run:
                if like := _like(char, other):
                    return (
                        f"its “{char}” ({_code(char)}) is {_named(script)} and looks like the {_named(other)} “{like}”"
                    )
    if lenient or "WIDE" in scripts:
        return ""
    return f"it mixes {' and '.join(_named(script) for script in scripts)} letters"


def _phonetic(word: str) -> str:
    """Why a word with letters of phonetic alphabets deceives: they stand among plain ones and look like them."""
    if not any(char.isascii() for char in word) and len(word) < 3:
        return ""
    for char in word:
        if _PHONETIC.match(char) and (like := _like(char, "LATIN")):
            return f"its “{char}” ({_code(char)}) is a letter of phonetics and looks like “{like}”"
    return ""


def _is_symbol(word: str, run: str, script: str) -> bool:
    """Whether a Greek letter is a symbol: one small letter beside capitals or figures (TNFα), never an omicron."""
    if len(word) > _LONGEST_SYMBOL:
        return False
    greek = [char for char in word if _script(char) == "GREEK"]
    if len(greek) != 1 or not greek[0].islower() or greek[0] == "ο":
        return False
    return {script, _script(greek[0])} <= {"GREEK", "LATIN"} and not any(
        char.islower() for char in word if char != greek[0]
    )


def _whole(label: str, top: str) -> str:
    """Why a label of one script deceives: all its letters look like Latin ones, below a domain of another script."""
    script = next((found for char in label if (found := _script(char))), "")
    if script == "LATIN":
        odd = next((char for char in label if not char.isascii() and _like(char, "LATIN") and char.isalpha()), "")
        fits = odd == "ı" and top in _RULED_BY_SCRIPT
        return f"its “{odd}” ({_code(odd)}) looks like “{_like(odd, 'LATIN')}”" if odd and not fits else ""
    if any(_script(char) == script for char in top) or not _as_latin(label):
        return ""
    return f"its {_named(script)} letters look like “{_as_latin(label)}”"


def _in_latin(word: str) -> str:
    latin = _as_latin(word)
    return f": “{latin}”" if latin else ""


def _as_latin(word: str) -> str:
    """The word of ASCII letters and figures that this one looks like; "" where there is none."""
    likes = [char if char.isascii() else _like(char, "LATIN") for char in word]
    return "".join(likes) if all(likes) else ""


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    """The script of a letter or figure; "" where any script may use it. Han, kana and Hangul are one: WIDE."""
    if char.isascii():
        return "LATIN" if char.isalpha() else ""
    if not char.isalnum():
        return ""
    if unicodedata.category(char) == "Nd":
        return "" if "\uff10" <= char <= "\uff19" else "FIGURES"
    name = str(_categories().alias(char))
    if name in ("COMMON", "INHERITED"):
        return ""
    return "WIDE" if name in _WIDE else name


def _script_of(language: str | None) -> str:
    """The script that a language is written in, where it is one with letters like Latin ones."""
    if language is None:
        return ""
    from babel.core import get_global

    likely = str(get_global("likely_subtags").get(language.split("-")[0], ""))
    codes = [*language.split("-")[1:], *likely.split("_")[1:]]
    return _SCRIPTS_OF_LANGUAGES.get(next((code for code in codes if len(code) == 4), ""), "")


@lru_cache(maxsize=4096)
def _like(char: str, script: str) -> str:
    """A letter of a script that a character looks like, or ""; of Latin ones, an ASCII letter or figure."""
    for like in _likes(char):
        if len(like) == 1 and (like.isascii() and like.isalnum() if script == "LATIN" else _script(like) == script):
            return like
    if script == "LATIN":
        return ""
    # The data lead from a Greek "ο" to the Latin one and from a Cyrillic "о" too: both look alike by way of it.
    through = {like for like in _likes(char) if len(like) == 1}
    if char.isascii():
        return next((like for like in _likes(char) if len(like) == 1 and _script(like) == script), "")
    return next((twin for like in through if like.isascii() for twin in _likes(like) if _script(twin) == script), "")


def _likes(char: str) -> tuple[str, ...]:
    return tuple(str(like["c"]) for like in _confusables().get(char, ()))


def _decoded(label: str) -> str:
    """A label of a domain as it is shown."""
    if not label.lower().startswith("xn--"):
        return label
    try:
        return label[4:].lower().encode("ascii").decode("punycode")
    except ValueError:
        return label


def _code(char: str) -> str:
    return f"U+{ord(char):04X}"


def _named(script: str) -> str:
    known = {"WIDE": "Chinese, Japanese or Korean", "FIGURES": "a figure of another script"}
    return known.get(script, script.replace("_", " ").title())


# Both read a table of a megabyte when they are first imported: only a text with letters of several scripts needs them.
@lru_cache(maxsize=1)
def _confusables() -> Any:
    from confusable_homoglyphs import confusables  # type: ignore[import-untyped]

    return confusables.confusables_data


@lru_cache(maxsize=1)
def _categories() -> Any:
    from confusable_homoglyphs import categories

    return categories
