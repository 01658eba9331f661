"""Where sections of texts of others begin. A heading that came, went, or has another level now, while the text below it
stayed where it was, begins no section: it is a block of the section above.

Else all that stands below a new heading would be reported as moved, though nobody moved it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from inforce.model.text import Heading, Section
from inforce.redline.align import Likeness, Pair, align
from inforce.redline.sections import entry, units

_STAYED = 0.3
"""The part of a section's words that has to stand, on the other side, in the section above."""

Sections = tuple[Section, ...]


def joined_where_text_stayed(
    old: Sequence[Section], new: Sequence[Section], pairs: Sequence[Pair]
) -> tuple[Sections, Sections]:
    """Both texts, with such sections joined to the one above. `pairs` says which are the same, by their places."""
    by_old, by_new = dict(pairs), {b: a for a, b in pairs}
    news = dict(_reaching(new, by_new, {b: old[a] for a, b in pairs}))
    wholes = {a: _one(new[b : b + news[b]]) for a, b in pairs}
    olds = dict(_reaching(old, by_old, wholes))
    return tuple(_joined(old, olds)), tuple(_joined(new, news))


def _reaching(sections: Sequence[Section], paired: Collection[int], others: dict[int, Section]) -> Iterator[Pair]:
    """By the place of a section how many belong together, itself and those below it that the other text lacks."""
    for at in paired:
        end = at + 1
        while end < len(sections) and end not in paired:
            end += 1
        yield at, 1 if end == at + 1 else _together(sections[at:end], others[at])


def _together(sections: Sequence[Section], other: Section) -> int:
    """Up to the last section of which enough stands in the other one, in order."""
    blocks = [(number, entry(block)) for number, each in enumerate(sections) for block in units(each)]
    whole = [entry(block) for block in units(other)]
    stayed, size = [0] * len(sections), [0] * len(sections)
    kept = {j for _, j in align(whole, [block for _, block in blocks], Likeness())}
    for j, (number, block) in enumerate(blocks):
        own = j == 0 or blocks[j - 1][0] != number
        size[number] += len(block) * (j in kept or not own)
        stayed[number] += len(block) * (j in kept)
    return max(n for n in range(len(sections)) if n == 0 or (stayed[n] > 0 and stayed[n] >= _STAYED * size[n])) + 1


def _joined(sections: Sequence[Section], together: dict[int, int]) -> Iterator[Section]:
    at = 0
    while at < len(sections):
        count = together.get(at, 1)
        yield _one(sections[at : at + count])
        at += count


def _one(sections: Sequence[Section]) -> Section:
    """Several sections as the first of them, whose heading alone is of the first level."""
    first, *rest = sections
    below = (
        replace(leaf, level=max(2, leaf.level)) if isinstance(leaf, Heading) else leaf
        for each in rest
        for leaf in each.leaves
    )
    return replace(first, leaves=(*first.leaves, *below))
