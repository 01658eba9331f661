"""What a section says block by block: each heading, paragraph, clause, item and row with its words and its links.

Two texts of a section are held to each other by these where one may have gone on beside what the other has changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from inforce.model.text import Section, Table, block_links
from inforce.parse.wording import wording

Said = tuple[tuple[tuple[str, str], ...], tuple[str, ...]]
"""The kinds and words of a block (of a row: those of its cells), and where its links lead."""


def said_by_block(section: Section) -> tuple[Said, ...]:
    """What each block says, in order; a table row by row."""
    return tuple(_said(part) for part in _parts(section))


def _parts(section: Section) -> Iterator[Section]:
    for block in section.blocks:
        if isinstance(block, Table):
            yield from (replace(section, blocks=(replace(block, rows=(row,)),)) for row in block.rows)
        else:
            yield replace(section, blocks=(block,))


def _said(part: Section) -> Said:
    return wording(part), tuple(str(link.target) for block in part.blocks for link in block_links(block))
