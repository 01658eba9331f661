"""Python-Markdown, cut down to our grammar: it makes the tree of blocks, their words still as source.

It is asked to know nothing that the grammar refuses (HTML, code, quotes, rules, references), so that what it makes of a
section is a second opinion on what `parse` made of it; `proof` compares the two.
"""

from __future__ import annotations

import re
from functools import cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import OListProcessor, UListProcessor
from markdown.extensions.tables import TableExtension

_NOT_OURS = ("code", "setextheader", "hr", "quote", "reference")
_BLANK = re.compile(r"\n(?:[ ]*\n)+")


class _Steps(OListProcessor):
    """Numbered lists that begin with 1: a paragraph may begin "10. November"."""

    SIBLING_TAGS = ["ol"]

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.CHILD_RE = re.compile(r"^[ ]{0,3}((\d+\.))[ ]+(.*)")
        self.RE = self.CHILD_RE

    def test(self, parent: Element, block: str) -> bool:
        found = self.CHILD_RE.match(block)
        if found is None:
            return False
        last = self.lastChild(parent)
        return found[1] == "1." or (last is not None and last.tag == "ol")


class _Bullets(UListProcessor):
    """Lists with `-` or `*`: a paragraph may begin "+ 32"."""

    SIBLING_TAGS = ["ul"]

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.RE = re.compile(r"^[ ]{0,3}[*-][ ]+(.*)")
        self.CHILD_RE = re.compile(r"^[ ]{0,3}(([*-]))[ ]+(.*)")


@cache
def _engine() -> Markdown:
    """One instance for all: it keeps nothing between two sections."""
    engine = Markdown(extensions=[TableExtension()], tab_length=4)
    blocks = engine.parser.blockprocessors
    for name in _NOT_OURS:
        blocks.deregister(name)
    blocks.register(_Steps(engine.parser), "olist", 40)
    blocks.register(_Bullets(engine.parser), "ulist", 30)
    return engine


def block_tree(source: str) -> Element:
    """Python-Markdown's tree of a section's blocks; the text in it is source still (stars, links, escapes)."""
    lines = _BLANK.sub("\n\n", source).rstrip(" \n").split("\n")
    root = _engine().parser.parseDocument(lines).getroot()
    assert root is not None
    return root
