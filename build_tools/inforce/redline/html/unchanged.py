"""A section that has not changed, written from its blocks: for texts that have no rendered page of their own."""

from __future__ import annotations

from html import escape
from typing import Literal

from inforce.model.text import Section
from inforce.redline.html.blocks import BlockWriter
from inforce.redline.html.inline import InlineWriter
from inforce.redline.html.labels import RedlineLabels
from inforce.redline.html.setting import SectionHtml
from inforce.redline.sections import paired, units
from inforce.writer import RenderContext


def section_writer(words: RedlineLabels, context: RenderContext, *, ids: bool = True) -> SectionHtml:
    """What writes the sections of a text; without `ids` neither anchors nor links."""

    def write(side: Literal["old", "new"], section: Section) -> str:
        rows = tuple(paired(each, each) for each in units(section))
        writer = BlockWriter(
            section=section.id,
            inline=InlineWriter(words=words, context=context, linked=ids),
            labels={},
            spans={},
            notes={},
            ids=ids,
        )
        name = f' id="{escape(section.id)}"' if ids else ""
        return f"<section{name}>\n{writer.blocks(rows, 0, len(rows))}</section>\n"

    return write
