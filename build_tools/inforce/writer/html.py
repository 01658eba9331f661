"""The HTML of a section, written from its leaves: ids, numbers, facts and links in our own shape."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from html import escape
from itertools import groupby
from operator import itemgetter

from inforce.model.hosts import with_ascii_host
from inforce.model.item_labels import own_label
from inforce.model.text import (
    Break,
    Cell,
    Clause,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
    Inline,
    Leaf,
    Link,
    List,
    Paragraph,
    Path,
    Position,
    Step,
    Table,
    Target,
    Text,
    cell_lines,
)
from inforce.model.text import words as bare_words
from inforce.reader.labels import runs
from inforce.reader.wording import plain
from inforce.writer.context import RenderContext
from inforce.writer.ways import linked

LABELLED = ' class="nl" role="list"'
"""A list whose labels are text. Without the role, Safari reads no list where no signs are set."""


class SectionWriter:
    """Writes one section; the proof then reads its words back."""

    def __init__(self, section: str, context: RenderContext) -> None:
        self._section = section
        self._context = context
        self._labelled: Set[Position] = frozenset()
        """Where paragraphs begin that have typed labels, which stand out to the side."""

    def write(self, leaves: Sequence[Leaf]) -> str:
        """The whole `<section>`."""
        name = escape(self._section)
        self._labelled = {leaf.at for run in runs(leaves) for leaf in run.leaves}
        return f'<section id="{name}" aria-labelledby="{name}-h">\n{self._blocks(leaves, 0)}\n</section>\n'

    def write_blocks(self, leaves: Sequence[Leaf]) -> str:
        """Blocks that are no section's."""
        return self._blocks(leaves, 0)

    # ---- blocks

    def _blocks(self, leaves: Sequence[Leaf], depth: int) -> str:
        """The HTML of leaves that stand in the same steps, as many as `depth`."""
        parts: list[str] = []
        for step, inside in _together(leaves, depth):
            match step:
                case None:
                    parts += map(self._leaf, inside)
                case List(ordered=ordered, start=start):
                    tag = "ol" if ordered else "ul"
                    begin = f' start="{start}"' if ordered and start != 1 else ""
                    items = "\n".join(
                        f"<li{_anchor(item[0], depth + 2)}>{self._item(item, depth + 2)}</li>"
                        for _, item in _together(inside, depth + 1)
                    )
                    shown = LABELLED if ordered and self._context.lists else ""
                    parts.append(f"<{tag}{shown}{begin}>\n{items}\n</{tag}>")
                case _:
                    parts.append(f"<blockquote>\n{self._blocks(inside, depth + 1)}\n</blockquote>")
        return "\n".join(parts)

    def _item(self, leaves: Sequence[Leaf], depth: int) -> str:
        """An item's words and the blocks in it; its one paragraph is written without a tag."""
        own = [leaf for leaf in leaves if len(leaf.path) == depth]
        name = _name(leaves[0], depth)
        label = item_label(leaves[0].path[:depth], self._context.lists, name)
        match own:
            case [Paragraph(children=children) as first] if first is leaves[0]:
                rest, words = self._blocks(leaves[1:], depth), f"{label}{self._words(children)}"
                return f"{words}\n{rest}\n" if rest else words
        return f"\n{with_label(self._blocks(leaves, depth), label)}\n"

    def _leaf(self, leaf: Leaf) -> str:
        match leaf:
            case Heading(level=1):
                inner = self._number(self._section) + self._words(leaf.children)
                return f'<h2 id="{escape(self._section)}-h">{inner}</h2>'
            case Heading(level=level, id=name, children=children):
                # HTML has six levels, of which the page takes the first:
                tag, deeper = (f"h{level + 1}", "") if level < 6 else ("h6", ' aria-level="7"')
                if name is None:
                    return f"<{tag}{deeper}>{self._words(children)}</{tag}>"
                return f'<{tag}{deeper} id="{escape(name)}">{self._number(name)}{self._words(children)}</{tag}>'
            case Clause(id=name):
                return f'<p class="cl" id="{escape(name)}">{self._number(name)}{self._words(leaf.children)}</p>'
            case Table():
                return self._table(leaf)
            case CodeBlock(text=text):
                return f"<pre><code>{escape(text, quote=False)}</code></pre>"
            case _:
                labelled = ' class="lb"' if leaf.at in self._labelled else ""
                return f"<p{labelled}>{self._words(leaf.children)}</p>"

    def _table(self, table: Table) -> str:
        head, *body = table.rows
        aligned = [f' class="{name}"' if name in ("center", "right") else "" for name in table.alignments]
        labels = [escape(plain(bare_words(cell.children))) for cell in head]
        has_row_heads = bool(labels and labels[0])
        row = "".join(
            f'<th scope="col"{align}>{self._cell(cell)}</th>' for cell, align in zip(head, aligned, strict=True)
        )
        rows = [f"<thead>\n<tr>{row}</tr>\n</thead>\n<tbody>"]
        for line in body:
            cells: list[str] = []
            for index, (cell, label, align) in enumerate(zip(line, labels, aligned, strict=True)):
                words = self._cell(cell)
                if index == 0 and has_row_heads and words:
                    cells.append(f'<th scope="row"{align}>{words}</th>')
                else:
                    shown = f' data-h="{label}"' if label else ""
                    cells.append(f"<td{shown}{align}>{words}</td>")
            rows.append(f"<tr>{''.join(cells)}</tr>")
        return f'<div class="tw"><table>\n{chr(10).join(rows)}\n</tbody>\n</table></div>'

    def _cell(self, cell: Cell) -> str:
        if not cell.items:
            return self._words(cell.children)
        parts: list[str] = []
        for is_item, lines in groupby(cell_lines(cell), key=itemgetter(0)):
            words = [self._words(line) for _, line in lines]
            parts.append(f"<ul>{''.join(f'<li>{one}</li>' for one in words)}</ul>" if is_item else "<br>".join(words))
        return "".join(parts)

    # ---- inside a block

    def _number(self, name: str) -> str:
        number = self._context.numbers.get(name)
        return f'<a class="n" href="#{escape(name)}">{escape(number)}</a> ' if number else ""

    def _words(self, pieces: Sequence[Inline], *, inside: bool = False) -> str:
        """Words with their mark-up; `inside` a link, nothing else becomes one."""
        return "".join(self._pieces(pieces, inside))

    def _pieces(self, pieces: Sequence[Inline], inside: bool) -> Iterator[str]:
        for piece in pieces:
            match piece:
                case Text(text=text) if inside:
                    yield escape(text, quote=False)
                case Text(text=text):
                    for words, href in linked(text, self._context.ways):
                        yield _spelled(href, escape(words, quote=False)) if href else escape(words, quote=False)
                case Break():
                    yield "<br>"
                case Code(text=text):
                    yield f"<code>{escape(text, quote=False)}</code>"
                case Emphasis(children=children, strong=strong):
                    tag = "strong" if strong else "em"
                    yield f"<{tag}>{self._words(children, inside=inside)}</{tag}>"
                case Link():
                    yield self._link(piece)

    def _link(self, link: Link) -> str:
        words, scheme, value = self._words(link.children, inside=True), link.target.scheme, link.target.value
        match scheme:
            case "fact":
                fact = escape(value)
                if note := self._context.unknown.get(value):
                    mark = f'<span class="unk-note" data-note="{escape(note)}"></span>'
                    return f'<span class="f unk" data-fact="{fact}">{words}</span>{mark}'
                if href := self._context.ways.facts.get(value):
                    return _spelled(href, words)
                return f'<span class="f" data-fact="{fact}">{words}</span>'
            case "section":
                number = self._context.numbers.get(value, "").rstrip(".")  # or "see 3." ends a sentence twice
                shown = f'<span class="ref"> {escape(number)}</span>' if number else ""
                return f'<a href="{escape(self._context.page)}#{escape(value)}"{titled(link.target)}>{words}{shown}</a>'
            case "link":
                return outside(self._context.links[value], words, link.target)
            case "id":
                return words
            case _:
                return outside(value, words, link.target)


def _name(leaf: Leaf, depth: int) -> str | None:
    """The id of the item that a leaf is the first of, where its path ends with that item."""
    return leaf.id if isinstance(leaf, Paragraph) and len(leaf.path) == depth else None


def _anchor(leaf: Leaf, depth: int) -> str:
    name = _name(leaf, depth)
    return f' id="{escape(name)}"' if name else ""


def item_label(item: Path, styles: tuple[str, ...], name: str | None = None) -> str:
    """The label of an item, where the policy has styles for them: text, so that it is read aloud, copied and printed
    like the number of a section. It leads to the item where that has a name."""
    label = escape(own_label(item, styles)) if styles else ""
    if not label:
        return ""
    return f'<a class="n" href="#{escape(name)}">{label}</a> ' if name else f'<span class="n">{label}</span> '


def with_label(blocks: str, label: str) -> str:
    """The blocks of an item with its label before the words of the first, or on a line of its own."""
    return f"<p>{label}{blocks[3:]}" if label and blocks.startswith("<p>") else f"{label}{blocks}"


def outside(url: str, words: str, target: Target) -> str:
    """A link to an address; its target gives the title."""
    return f'<a href="{escape(with_ascii_host(url))}" rel="noopener noreferrer"{titled(target)}>{words}</a>'


def titled(target: Target) -> str:
    """The title of a link as an attribute."""
    return f' title="{escape(target.title)}"' if target.title else ""


def _spelled(url: str, words: str) -> str:
    """A link whose words are its address, which print need not spell out beside it."""
    return f'<a class="w" href="{escape(url)}" rel="noopener noreferrer">{words}</a>'


def _together(leaves: Sequence[Leaf], depth: int) -> Iterator[tuple[Step | None, list[Leaf]]]:
    """Neighbouring leaves with the step that they stand in at this depth; None for those that stand in no more."""
    for step, inside in groupby(leaves, key=lambda leaf: leaf.path[depth] if len(leaf.path) > depth else None):
        yield step, list(inside)
