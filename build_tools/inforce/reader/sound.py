"""What is known of a section that has problems: its sound blocks, and the ids that it means to have.

One half-written link must not hide that a period three paragraphs on is wrong. Rules that look at one block at a time
may look at these; what compares or shows a whole section needs a whole one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from inforce.model.text import Section
from inforce.problems import Problem
from inforce.reader.section import normalise

_ID = re.compile(r"\]\(id:([a-z][a-z0-9-]*)\)")


def sound_part(section: Section, problems: Sequence[Problem]) -> Section:
    """A section as it was read (`read_section`), without each block in which something is wrong: none of its words are
    left.

    Its first block need not be its heading. Where too much is wrong to be listed, no block is left.
    """
    if any(problem.location.line is None for problem in problems):
        return Section(id=section.id, source=section.source, leaves=())
    lines = section.source.split("\n")
    starts = [leaf.at.line for leaf in section.leaves]
    unsound = set()
    for line in {problem.location.line or 1 for problem in problems}:
        first = line
        while first > 1 and lines[first - 2].strip():
            first -= 1
        before = bisect_right(starts, line) - 1
        if before >= 0 and starts[before] >= first:  # no block goes on beyond an empty line
            unsound.add(starts[before])
    leaves = tuple(leaf for leaf in section.leaves if leaf.at.line not in unsound)
    return Section(id=section.id, source=section.source, leaves=leaves)


def ids_meant(source: str) -> frozenset[str]:
    """The ids that a file gives, whether or not it can be read: links to them lead somewhere once it can."""
    return frozenset(_ID.findall(normalise(source)))
