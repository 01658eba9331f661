"""What no words of ours may hold, wherever they stand: characters that nobody sees, and letters that deceive the eye.

For the words of YAML files, change notes, records and reasons, whose language is often not known where they are read.
Sections are held to the same table (reader.characters.hidden`) by the needs of their language, as they are parsed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from inforce.problems import Location, Problem, problem
from inforce.reader.characters.hidden import SUSPECT, is_needed, named
from inforce.reader.characters.lookalikes import lookalikes

_ISOLATES = re.compile("[\u2066-\u2069]")
_MARKS = "\u200e\u200f\u061c"


def check_words(text: str, where: Location, language: str | None = None) -> tuple[Problem, ...]:
    """The problems of a text: of characters that nobody sees the first one, then every word that deceives. `language`
    (a BCP 47 tag) is the text's, where it is known."""
    if text.isascii() and text.isprintable() and "xn--" not in text.lower():
        return ()  # most words of records and YAML files
    return check_controls(text, where) or tuple(
        problem(one.code, where, message=one.message, remedy=one.remedy) for one in lookalikes(text, language)
    )


def check_controls(text: str, where: Location) -> tuple[Problem, ...]:
    """The problem of a text that holds a character nobody sees and no script needs there; it names the first one."""
    found = _unseen(text) or _open_isolate(text)
    if found is None:
        return ()
    char = found[0]
    turns = char in _MARKS or "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069"
    if turns:
        return (problem("X303", where, "name: turned", char=named(char)),)
    return (problem("X302", where, "name: lost letter" if char == "\ufffd" else "name: unseen", char=named(char)),)


def _unseen(text: str) -> re.Match[str] | None:
    return next(_hidden(text), None)


def _hidden(text: str) -> Iterator[re.Match[str]]:
    right_to_left: bool | None = None
    for found in SUSPECT.finditer(text):
        char = found[0]
        if char in "\t\n" or _ISOLATES.match(char):
            continue
        if char in _MARKS:
            if right_to_left is None:
                right_to_left = any(unicodedata.bidirectional(one) in ("R", "AL") for one in text)
            if right_to_left:
                continue
        if not is_needed(text, found.start(), char, None):
            yield found


def _open_isolate(text: str) -> re.Match[str] | None:
    """The first isolate that is not closed, or the first end of none: the words after it would be turned around too."""
    waiting: list[re.Match[str]] = []
    for mark in _ISOLATES.finditer(text):
        if mark[0] != "\u2069":
            waiting.append(mark)
        elif waiting:
            waiting.pop()
        else:
            return mark
    return waiting[0] if waiting else None
