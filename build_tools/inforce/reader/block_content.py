"""What a section says block by block: each heading, paragraph, clause, item and row with its words and its links.

Two texts of a section are held to each other by these where one may have gone on beside what the other has changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from inforce.model.text import Leaf, Path, Section, Table, leaf_links
from inforce.reader.wording import leaf_wording

BlockContent = tuple[tuple[tuple[str, str], ...], tuple[str, ...]]
"""The kinds and words of a block (of a row: those of its cells), and where its links lead."""


def content_by_block(section: Section) -> tuple[BlockContent, ...]:
    """What each block says, in order; a table row by row."""
    said: list[BlockContent] = []
    before: Path = ()
    for leaf in section.leaves:
        for part in _parts(leaf):
            said.append((tuple(leaf_wording(part, before)), tuple(str(link.target) for link in leaf_links(part))))
            before = leaf.path
    return tuple(said)


def _parts(leaf: Leaf) -> Iterator[Leaf]:
    if isinstance(leaf, Table):
        yield from (replace(leaf, rows=(row,)) for row in leaf.rows)
    else:
        yield leaf
