"""The codes of slips: M2, words that the grammar takes as they are and that were surely meant otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from inforce.problems.catalog import HINT, OPEN, Rule

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "M201": Rule(
            title="Number typed in a heading",
            why="The pages make all numbers from the order in policy.yml; a typed one would stand beside it, and be "
            "wrong after the next change.",
            levels=OPEN,
            example="# 4. How long do we keep your data for?",
        ),
        "M202": Rule(
            title="Lines that run into one paragraph",
            why="Bullets and letters pasted from a word processor make no list here: a line ends only where an empty "
            "line, a list or a backslash says so.",
            levels=HINT,
            example="• names\n• addresses",
        ),
        "M203": Rule(
            title="Address, or telephone number, that is not linked",
            why="Readers cannot follow it, and nothing is told when the address in the facts changes.",
            levels=HINT,
            example="Write to privacy@example.org.",
        ),
        "M204": Rule(
            title="Label left out",
            why="Readers cite typed labels such as (a) and (b), and look for the one that is not there.",
            levels=HINT,
            example="(a) names;\n\n(c) addresses.",
        ),
    }
)
