"""Characters that no text of ours needs, in any language: control codes and the marks that turn words around.

Sections are held to more (`parse.characters` knows which marks a language needs); this is the least, for the words of
YAML files and change notes, whose language is not known where they are read.
"""

from __future__ import annotations

import re

from inforce.problems import Location, Problem, Severity

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]")


def check_controls(text: str, where: Location) -> tuple[Problem, ...]:
    """The problem of a text that holds such a character; it names the first one."""
    found = _CONTROL.search(text)
    if found is None:
        return ()
    turns = "\u202a" <= found[0] <= "\u202e"
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
