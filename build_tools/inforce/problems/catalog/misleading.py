"""The codes of what could mislead or harm a reader: X3."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from inforce.problems.rule import Rule, Variant
from inforce.problems.value import Severity

_SETTLED_HINTS = (
    (Severity.ERROR, "in working text, and in a record that the base branch doesn't have yet"),
    (Severity.HINT, "in one that it has, since nobody may change it"),
)

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "X301": Rule(
            title="HTML",
            why="HTML can run programs, hide words and lose them in other views.",
            example="<script>",
            message="HTML is not allowed: {tag}{others}.",
        ),
        "X302": Rule(
            title="Hidden character",
            why="Readers cannot see it, yet it makes words differ, hides words or breaks a search.",
            variants={
                "hidden": Variant(
                    "There is a hidden character here, {char}.",
                    "Remove it: put the cursor after it and press Backspace.",
                ),
                "lost letter": Variant(
                    "A letter was lost here (U+FFFD): the file was once saved in another encoding.",
                    "Write the letter again and save the file as UTF-8.",
                ),
                "name: unseen": Variant(
                    "There is a hidden character here, {char}, which nobody can see.",
                    "Take it out, or write the words again.",
                ),
                "name: lost letter": Variant(
                    "There is a hidden character here, {char}, where a letter was lost: the file was once saved in "
                    "another encoding.",
                    "Take it out, or write the words again.",
                ),
            },
        ),
        "X303": Rule(
            title="Bidirectional control character",
            why="It can show words in another order than they are written, so that two people read different texts.",
            variants={
                "hidden": Variant(
                    "There is a hidden character here, {char}, {why}",
                    "Remove it: put the cursor after it and press Backspace.",
                ),
                "not closed": Variant(
                    "A bidirectional isolate opens here and is not closed on the same line.",
                    "Close it with U+2069 before the line ends, or remove it.",
                ),
                "name: turned": Variant(
                    "There is a hidden character here, {char}, which can show words in another order than they are "
                    "written.",
                    "Take it out, or write the words again.",
                ),
            },
        ),
        "X304": Rule(
            title="Dangerous link",
            why="Such a link can run a program in the reader's browser.",
            example="[click](javascript:alert(1))",
        ),
        "X305": Rule(
            title="Letters that look like others",
            why="A word or a domain with a letter of another script reads as one thing and is another: a search does "
            "not find it, a comparison shows nothing, and a link leads elsewhere (Unicode UTS #39).",
            levels=_SETTLED_HINTS,
            example="Qu\u0430lifio (its third letter is Cyrillic)",
        ),
        "X306": Rule(
            title="Pile of marks on a letter",
            why="Marks that are heaped on a letter, or strike it through, cover words or change what they seem to say.",
            levels=_SETTLED_HINTS,
            example="we do n\u0336o\u0336t\u0336 sell data",
        ),
        "X307": Rule(
            title="A number in words and another in figures",
            why="Readers can't tell which of the two holds.",
            levels=_SETTLED_HINTS,
            example="within thirty (300) days",
        ),
    }
)
