"""The script of a letter, and the letters that it looks like: Unicode's data (UTS #39), from confusable-homoglyphs.

Han, kana, Bopomofo and Hangul count as one script (WIDE), figures of any script but ours as another (FIGURES).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Any

HAN_OR_KANA = (
    "\u2e80-\u2fdf\u3001-\u3003\u3005-\u3011\u3013-\u303f\u3040-\u30ff\u31c0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff01-\uff9f\U0001b000-\U0001b16f\U00020000-\U000323af"
)
"""Han and kana with the punctuation that Unicode's Script_Extensions gives them, and full-width forms."""
_WIDE = frozenset({"HAN", "HIRAGANA", "KATAKANA", "BOPOMOFO", "HANGUL"})
LIKE_LATIN = frozenset({"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "LISU", "COPTIC", "GEORGIAN"})
"""Scripts of which whole words can look like Latin ones."""
_SCRIPTS_OF_LANGUAGES = {
    "Cyrl": "CYRILLIC",
    "Grek": "GREEK",
    "Armn": "ARMENIAN",
    "Cher": "CHEROKEE",
    "Geor": "GEORGIAN",
}


def as_latin(word: str) -> str:
    """The word of ASCII letters and figures that this one looks like; "" where there is none."""
    likes = [char if char.isascii() else like_of(char, "LATIN") for char in word]
    return "".join(likes) if all(likes) else ""


@lru_cache(maxsize=4096)
def script_of(char: str) -> str:
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


def script_of_language(language: str | None) -> str:
    """The script that a language is written in, where it is one with letters like Latin ones."""
    if language is None:
        return ""
    from babel.core import get_global

    likely = str(get_global("likely_subtags").get(language.split("-")[0], ""))
    codes = [*language.split("-")[1:], *likely.split("_")[1:]]
    return _SCRIPTS_OF_LANGUAGES.get(next((code for code in codes if len(code) == 4), ""), "")


@lru_cache(maxsize=4096)
def like_of(char: str, script: str) -> str:
    """A letter of a script that a character looks like, or ""; of Latin ones, an ASCII letter or figure."""
    for like in likes_of(char):
        if len(like) == 1 and (like.isascii() and like.isalnum() if script == "LATIN" else script_of(like) == script):
            return like
    if script == "LATIN":
        return ""
    # The data lead from a Greek "ο" to the Latin one and from a Cyrillic "о" too: both look alike by way of it.
    through = {like for like in likes_of(char) if len(like) == 1}
    if char.isascii():
        return next((like for like in likes_of(char) if len(like) == 1 and script_of(like) == script), "")
    return next(
        (twin for like in through if like.isascii() for twin in likes_of(like) if script_of(twin) == script), ""
    )


def likes_of(char: str) -> tuple[str, ...]:
    """What a character looks like, of any length."""
    return tuple(str(like["c"]) for like in _confusables().get(char, ()))


def code_of(char: str) -> str:
    """A character's code, as U+0061."""
    return f"U+{ord(char):04X}"


def name_of_script(script: str) -> str:
    """A script as a message names it."""
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
