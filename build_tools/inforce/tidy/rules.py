"""Every mend by its name, in the order in which they are made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from inforce.tidy import anchors, html, layout, links, outline, signs
from inforce.tidy.options import Options
from inforce.tidy.page import Mends, Page

Find = Callable[[Page, Options], Mends]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A mend: what it finds, and what must be the same before and after beside the words."""

    name: str
    does: str
    """As a reader of the diff is told it."""
    find: Find
    words: bool = True
    """Whether the words must be the same. Only front matter and a title that was told are none of the text's own."""
    targets: bool = True
    """Whether links must go where they went."""
    leads: links.Better | None = None
    """Where a link may go instead: there, and nowhere else."""
    shape: bool = False
    """Whether each block must be the kind of block that it was."""


def _leading(name: str, does: str, better: links.Better) -> Rule:
    return Rule(name=name, does=does, find=links.led_by(better), leads=better, shape=True)


RULES = (
    Rule(name="front-matter", does="takes out what a site generator keeps", find=outline.front_matter, words=False),
    Rule(name="tabs", does="writes spaces for tabs", find=signs.tabs),
    Rule(name="hidden", does="removes characters that nobody sees", find=signs.hidden_characters, targets=False),
    Rule(name="blank-lines", does="empties lines that look empty", find=signs.blank_lines),
    Rule(name="first-line", does="begins the file with its first words", find=outline.empty_start, shape=True),
    Rule(name="comments", does="removes comments", find=html.comments),
    Rule(name="underlined", does="writes `#` for a line under a heading", find=layout.underlined_headings, shape=True),
    Rule(name="lines-across", does="removes lines across the page", find=layout.lines_across),
    Rule(name="unspaced-headings", does="puts a space after `##`", find=layout.headings_without_space),
    Rule(name="closing-signs", does="removes `#` at the end of a heading", find=layout.closing_signs, shape=True),
    Rule(name="empty-headings", does="removes headings without words", find=layout.headings_without_words),
    Rule(name="html-blocks", does="writes HTML as Markdown", find=html.blocks, targets=False),
    Rule(name="definitions", does="writes targets at the words themselves", find=links.definitions),
    Rule(name="entities", does="writes characters for their codes", find=signs.entities, targets=False),
    Rule(name="emoji", does="writes signs for images of them", find=signs.emoji),
    Rule(name="empty-links", does="removes links without words", find=links.empty_links, shape=True),
    _leading("section-files", "links sections for their files", links.section_target),
    _leading("targets", "completes addresses; see that they open", links.better_target),
    _leading("named-links", "names relative links, for links.yml to say where they lead", links.named_target),
    Rule(name="anchors", does="links sections by their ids", find=anchors.anchors, targets=False, shape=True),
    Rule(name="attributes", does="removes `{: … }`", find=outline.attributes),
    Rule(name="double-breaks", does="parts paragraphs at `<br><br>`", find=html.doubled_breaks),
    Rule(name="breaks", does="ends lines with a backslash for `<br>`", find=html.breaks),
    Rule(name="cell-blocks", does="writes lines for blocks of HTML in cells", find=html.cell_blocks),
    Rule(name="tags", does="writes tags as Markdown", find=html.inline_tags),
    Rule(name="missing-title", does="writes the title that was told", find=outline.missing_title, words=False),
    Rule(name="levels", does="lets no heading skip a level", find=outline.levels),
    Rule(name="headings-in-items", does="writes headings in lists in bold", find=layout.headings_in_items),
    Rule(name="dates", does="keeps a day at a line's start from being a list", find=layout.dates),
    Rule(name="bullets", does="writes `- ` for `•`", find=layout.typed_bullets),
    Rule(name="far-items", does="sets items at the margin of the words before them", find=layout.items_too_far_in),
    Rule(name="cell-items", does="writes `- ` for items in cells", find=layout.cell_items, shape=True),
    Rule(name="one-line-items", does="takes out the sign before another one", find=layout.items_on_one_line),
    Rule(name="empty-items", does="removes items without words", find=layout.empty_items),
    Rule(name="numbers", does="writes the numbers that pages show", find=layout.list_numbers, shape=True),
    Rule(name="short-rows", does="fills rows that are shorter than the head", find=layout.short_rows, shape=True),
    Rule(name="long-rows", does="removes empty cells beyond the head", find=layout.long_rows, shape=True),
    Rule(name="stars", does="puts stars where they begin and end words", find=signs.stars),
    Rule(name="brackets", does="marks square brackets as words", find=signs.brackets, shape=True),
    Rule(name="dead-links", does="takes links to nowhere off their words", find=anchors.dead_anchors, targets=False),
    Rule(name="last-line", does="ends the file with its last words", find=outline.empty_end, shape=True),
)
