"""The words of a section's HTML, read back from what will be published, to be compared with the words of its source.

The HTML is read into leaves again, so that both sides are told in the same kinds (`reader.wording`). Generated numbers
(`a.n`), numbers of references (`span.ref`) and marks (`span.unk-note`) are not words of the policy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import unescape
from itertools import zip_longest

from inforce.model.text import (
    Break,
    Cell,
    Clause,
    CodeBlock,
    Heading,
    Inline,
    Leaf,
    List,
    ListItem,
    Paragraph,
    Path,
    Position,
    Quotation,
    Section,
    Step,
    Table,
    Text,
    words,
)
from inforce.reader.wording import digest_of, leaf_wording, wording

_PIECE = re.compile(r"<(/?)([a-z0-9]+)([^\"'>]*(?:(?:\"[^\"]*\"|'[^']*')[^\"'>]*)*)>|([^<]+)")
_GENERATED = re.compile(r' class="(?:n|ref|unk-note)"')
_NUMBER = re.compile(r' (?:start|aria-level)="([0-9]+)"')
_HEADINGS = frozenset(f"h{level}" for level in range(2, 7))
_STEPS = frozenset({"ul", "ol", "li", "blockquote"})
_BLOCKS = frozenset({*_HEADINGS, *_STEPS, "p", "pre", "table", "tr", "td", "th"})
_SECTION = re.compile(r"\s*<section id=\"([a-z][a-z0-9-]*)\"[^>]*>(.*)", re.DOTALL)


def html_wording(html: str) -> tuple[tuple[str, str], ...]:
    """The (kind, words) of cleaned HTML, as `reader.wording.wording` gives them for the source."""
    return wording(_Reader().read(html))


class _Reader:
    def __init__(self) -> None:
        self._leaves: list[Leaf] = []
        self._path: list[Step] = []
        self._block = self._attributes = ""
        """The tag of the block whose words are being read, and its attributes; no tag between two blocks."""
        self._words: list[Inline] = []
        self._texts: list[str] = []
        """What follows the last of the words."""
        self._items: list[int] = []
        """Of a cell: which of its lines are items."""
        self._rows: list[list[Cell]] = []
        self._empty = False
        """Whether an item has begun and nothing was read of it."""
        self._steps = 0
        self._at = Position(line=0, column=1)
        """A place that tells each step from the one before."""

    def read(self, html: str) -> Sequence[Leaf]:
        """The leaves. Raises IndexError where something ends that has not begun."""
        skipped = 0
        for piece in _PIECE.finditer(html):
            text = piece[4]
            if text is not None:
                if not skipped:
                    self._texts.append(unescape(text) if "&" in text else text)
                continue
            closes, tag, attributes, _ = piece.groups()
            if skipped:
                skipped += 0 if tag == "br" else -1 if closes else 1
            elif not closes and attributes and _GENERATED.search(attributes):
                skipped = 1
            elif tag == "br":
                self._break()
            elif self._block == "td" and tag in ("ul", "li"):
                if (tag == "ul") == bool(closes):
                    self._break()
                    if tag == "li":
                        self._items.append(sum(isinstance(each, Break) for each in self._words))
            elif tag in _BLOCKS:
                self._finish()
                if closes:
                    self._close(tag)
                else:
                    self._open(tag, attributes)
        self._finish()
        return self._leaves

    def _break(self) -> None:
        self._take()
        self._words.append(Break(at=self._at))

    def _take(self) -> None:
        if self._texts:
            self._words.append(Text(text="".join(self._texts), at=self._at))
            self._texts = []

    def _open(self, tag: str, attributes: str) -> None:
        if tag in _STEPS:
            self._steps += 1
            self._at = Position(line=self._steps, column=1)
            start = _NUMBER.search(attributes)
            step: Step = Quotation(at=self._at)
            if tag == "li":
                step = ListItem(number=1, at=self._at)
            elif tag != "blockquote":
                step = List(ordered=tag == "ol", start=int(start[1]) if start else 1, style="", at=self._at)
            self._path.append(step)
            self._empty = tag == "li"
        elif tag == "table":
            self._rows = []
        elif tag == "tr":
            self._rows.append([])
        if tag not in ("table", "tr", "ul", "ol", "blockquote"):
            self._block, self._attributes = "td" if tag == "th" else tag, attributes

    def _close(self, tag: str) -> None:
        if tag == "li" and self._empty:
            self._add(Paragraph(children=(), at=self._at, path=tuple(self._path)))
        if tag in _STEPS:
            self._path.pop()
        elif tag == "table":
            self._add(Table(rows=tuple(map(tuple, self._rows)), alignments=(), at=self._at, path=tuple(self._path)))

    def _finish(self) -> None:
        """The end of a block's words."""
        tag = self._block
        if not tag and not self._words and "".join(self._texts).isspace():
            self._texts = []
            return  # between two blocks
        self._take()
        children = tuple(self._words)
        says = any(not isinstance(each, Text) or each.text.strip() for each in children)
        self._block = ""
        self._words = []
        at, path = self._at, tuple(self._path)
        if tag in _HEADINGS or (not tag and says):  # words that stand in no block have a kind that no source has
            found = _NUMBER.search(self._attributes) if tag else None
            level = int(found[1] if found else tag[1:] or 1) - 1
            self._add(Heading(level=level, id=None, children=children, at=at, path=path))
        elif tag == "td":
            self._rows[-1].append(Cell(children=children, at=at, items=tuple(self._items)))
            self._items = []
        elif tag == "pre":
            self._add(CodeBlock(text=words(children), info="", at=at, path=path))
        elif tag == "p" and ' class="cl"' in self._attributes:
            self._add(Clause(id="", children=children, label=0, at=at, path=path))
        elif tag == "p" or (tag == "li" and says):
            self._add(Paragraph(children=children, at=at, path=path))

    def _add(self, leaf: Leaf) -> None:
        self._leaves.append(leaf)
        self._empty = False


def page_digest(html: str) -> str | None:
    """The digest of the words (`w1:`) of the edition that a page of a version shows, read back from the page alone.

    None for a page without such a text, and for one whose article has a word between its sections. Nothing is asked
    about numbers, about what stands around the article, or about how a browser would show it.
    """
    article = html.partition("<article")[2].partition(">")[2].partition("</article>")[0]
    *sections, rest = article.split("</section>")
    found = [_SECTION.fullmatch(section) for section in sections]
    if rest.strip() or not found or None in found:
        return None
    try:
        pairs = [[each[1], digest_of([list(pair) for pair in html_wording(each[2])])] for each in found if each]
    except IndexError:  # a list that ends before it begins
        return None
    return digest_of(pairs)


def lost_words(section: Section, html: str) -> tuple[Position, str, str] | None:
    """The first words that differ between source and HTML: (their place, source words, HTML words); or None."""
    source, shown = wording(section.leaves), html_wording(html)
    if source == shown:
        return None
    nothing = ("", "")
    places = tuple(_places(section.leaves))
    for place, ours, theirs in zip_longest(places, source, shown, fillvalue=None):
        if ours != theirs:
            at = place if isinstance(place, Position) else places[-1]
            return at, (ours or nothing)[1], (theirs or nothing)[1]
    return None


def _places(leaves: Sequence[Leaf]) -> Iterator[Position]:
    """Where each of the words stands that `wording` gives."""
    before: Path = ()
    for leaf in leaves:
        for part in _parts(leaf):
            yield from (part.at for _ in leaf_wording(part, before))
            before = leaf.path


def _parts(leaf: Leaf) -> Iterator[Leaf]:
    """A leaf, or each cell of a table."""
    if isinstance(leaf, Table):
        yield from (replace(leaf, rows=((cell,),), at=cell.at) for row in leaf.rows for cell in row)
    else:
        yield leaf
