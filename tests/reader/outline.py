"""What readers see of a text, block by block, to be compared between this reader and another program's HTML: what each
run of words stands in (lists with their first number), its words without white space, and where its links lead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import unquote

import html5lib
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
    ListItem,
    Path,
    Table,
    Text,
    cell_lines,
    opened,
)

Outline = list[tuple[tuple[str, ...], str]]
"""What each run of words stands in, and its words with marks for emphasis, code and links among them."""

_BLOCKS = frozenset("ul ol li blockquote h1 h2 h3 h4 h5 h6 p pre table thead tbody tr th td".split())  # noqa: SIM905
_SEEN = _BLOCKS - {"table", "thead", "tbody", "tr", "p"}


def outline_of_html(html: str) -> Outline:
    """The outline of any program's HTML."""
    root = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    found: Outline = []
    _read(root, (), found)
    return [(path, words) for path, words in found if words]


def _read(element: Any, path: tuple[str, ...], found: Outline) -> None:
    _add(found, path, element.text)
    for child in element:
        tag = child.tag
        if tag in _BLOCKS:
            name = "cell" if tag in ("td", "th") else tag
            if tag == "ol":
                name = f"ol {child.get('start', '1')}"
            inner = (*path, name) if tag in _SEEN else path
            found.append((inner, ""))
            _read(child, inner, found)
            found.append((path, ""))
        elif tag == "br":
            _mark(found, path, "/")
        elif tag == "strong" and element.tag == "strong":
            _read(child, path, found)
        elif tag in ("em", "strong", "code", "a"):
            _mark(found, path, f"<{tag}>")
            _read(child, path, found)
            to = unquote(child.get("href", ""))
            _mark(found, path, f"</{tag} {to}>" if tag == "a" else f"</{tag}>")
        else:
            _read(child, path, found)
        _add(found, path, child.tail)


def _add(found: Outline, path: tuple[str, ...], text: str | None) -> None:
    bare = "".join((text or "").split())
    if bare:
        _mark(found, path, bare)


def _mark(found: Outline, path: tuple[str, ...], text: str) -> None:
    if not found:
        found.append((path, ""))
    found[-1] = (found[-1][0], found[-1][1] + text)


def outline_of_leaves(leaves: Sequence[Leaf]) -> Outline:
    """The outline of what this package has read."""
    found: Outline = []
    before: Path = ()
    for leaf in leaves:
        path = tuple(_step(leaf.path, at) for at in range(len(leaf.path)))
        _, new = opened(before, leaf.path)
        before = leaf.path
        if new:
            found.append((path, ""))
        match leaf:
            case CodeBlock(text=text):
                found.append(((*path, "pre"), f"<code>{''.join(text.split())}</code>"))
            case Table(rows=rows):
                found += [((*path, "cell"), _cell(cell)) for row in rows for cell in row]
            case Heading(id=name, children=children, level=level):
                words = _words(children)
                found.append(((*path, f"h{level}"), f"<a>{words}</a id:{name}>" if name else words))
            case Clause(id=name, children=children, label=label):
                words = f"<a>{_words(children[:label])}</a id:{name}>{_words(children[label:])}"
                found.append((path, words))
            case _:
                found.append((path, _words(leaf.children)))
    return [(where, words) for where, words in found if words]


def _step(path: Path, at: int) -> str:
    step = path[at]
    if isinstance(step, List):
        return f"ol {step.start}" if step.ordered else "ul"
    return "li" if isinstance(step, ListItem) else "blockquote"


def _cell(cell: Cell) -> str:
    """The words of a cell, before its items the sign that other programs show."""
    return "/".join(("-" if is_item else "") + _words(line) for is_item, line in cell_lines(cell))


def _words(children: tuple[Inline, ...]) -> str:
    return "".join(_pieces(children))


def _pieces(children: tuple[Inline, ...], *, in_strong: bool = False) -> Iterator[str]:
    for child in children:
        match child:
            case Text(text=text):
                yield "".join(text.split())
            case Break():
                yield "/"
            case Code(text=text):
                yield f"<code>{''.join(text.split())}</code>"
            case Emphasis(children=inner, strong=True) if in_strong:  # GitHub's program writes no second one
                yield _words(inner)
            case Emphasis(children=inner, strong=strong):
                tag = "strong" if strong else "em"
                yield f"<{tag}>{''.join(_pieces(inner, in_strong=strong))}</{tag}>"
            case Link(children=inner, target=target):
                yield f"<a>{_words(inner)}</a {unquote(str(target))}>"
