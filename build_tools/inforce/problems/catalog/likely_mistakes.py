"""The codes of likely mistakes: M2, words that the grammar takes as they are and that were surely meant otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from inforce.problems.rule import HINT, OPEN, Rule, Variant

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "M201": Rule(
            title="Number typed in a heading",
            why="The pages make all numbers from the order in policy.yml; a typed one would stand beside it, and be "
            "wrong after the next change.",
            levels=OPEN,
            example="# 4. How long do we keep your data for?",
            remedy="{cure} If it is a word of the title, write a backslash before its last dot or bracket: "
            "`{escaped}`.",
        ),
        "M202": Rule(
            title="Lines that run into one paragraph",
            why="Bullets and letters pasted from a word processor make no list here: a line ends only where an empty "
            "line, a list or a backslash says so.",
            levels=HINT,
            example="• names\n• addresses",
            variants={
                "lines": Variant(
                    "the {lines} lines from {first} on run into one paragraph.",
                    ("If each is a line of its own, as in an address, end every one but the last with a backslash."),
                )
            },
        ),
        "M203": Rule(
            title="Address, or telephone number, that is not linked",
            why="Readers cannot follow it, and nothing is told when the address in the facts changes.",
            levels=HINT,
            example="Write to privacy@example.org.",
            message="the {what} {said} is not linked: nobody can follow it, and nothing tells when it changes.",
        ),
        "M204": Rule(
            title="Label left out",
            why="Readers cite typed labels such as (a) and (b), and look for the one that is not there.",
            levels=HINT,
            example="(a) names;\n\n(c) addresses.",
            message="{label} follows {before}: a label between them is left out.",
            remedy="If a point is lacking, put it in, or correct the labels; a text that cites some points is right "
            "so.",
        ),
    }
)
