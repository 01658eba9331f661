"""Characters that no text of ours needs, in any language: control codes, what nobody sees, and open turns of direction.

Sections are held to more (`parse.characters` knows which marks a language needs); this is the least, for the words of
YAML files and change notes, whose language is not known where they are read.
"""

from __future__ import annotations

import re

from inforce.problems import Location, Problem, Severity

_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u115f\u1160\u180e\u2028-\u202e\u2060-\u2064\u206a-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef"
    "\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]|(?<![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b"
)
"""A zero-width space has its use in scripts that write no spaces: Thai, Lao, Burmese, Khmer."""
_ISOLATES = re.compile("[\u2066-\u2069]")


def check_controls(text: str, where: Location) -> tuple[Problem, ...]:
    """The problem of a text that holds such a character; it names the first one."""
    found = _CONTROL.search(text) or _open_isolate(text)
    if found is None:
        return ()
    turns = "\u202a" <= found[0] <= "\u202e" or "\u2066" <= found[0] <= "\u2069"
    what = "which can show words in another order than they are written" if turns else "which nobody can see"
    return (
        Problem(
            code="X303" if turns else "X302",
            severity=Severity.ERROR,
            location=where,
            message=f"There is a control character here, U+{ord(found[0]):04X}, {what}.",
            remedy="Take it out, or write the words again.",
        ),
    )


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
