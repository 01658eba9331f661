"""Plain HTML as a tree: what stands in what, as long as each tag is closed where it should be.

Browsers close some elements by themselves and move others. Where a page leans on that, the tree is not `closed`, and
nobody may conclude from it what stands where.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from inforce.reader.html.plain_html import Element, End, NotPlain, read_tokens

_ALONE = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"
})  # fmt: skip
"""Elements that hold nothing and have no end tag (HTML, 13.1.2)."""


@dataclass(slots=True)
class Node:
    """An element with what it holds."""

    element: Element
    above: Node | None
    before: Node | None = None
    """Its neighbour."""
    children: list[Node] = field(default_factory=list)
    text: str = ""
    """The words that are its own, not its children's, as readers see them."""
    closed: bool = True
    """Whether each tag in it and around it is closed where it should be."""

    @property
    def name(self) -> str:
        """The name of its tag, in small letters."""
        return self.element.name

    @property
    def attributes(self) -> dict[str, str]:
        """Its attributes, as browsers read them: the first of each name."""
        return {name: unescape(value) for name, value in reversed(self.element.attributes)}

    @property
    def classes(self) -> list[str]:
        """Its classes, in small letters."""
        return self.attributes.get("class", "").lower().split()

    def ancestors(self) -> Iterator[Node]:
        """What it stands in, the nearest first, without the root."""
        node = self.above
        while node is not None and node.above is not None:
            yield node
            node = node.above

    def all_text(self) -> str:
        """The words in it, those of its children after its own."""
        return self.text + "".join(one.text for one in self.descendants())

    def descendants(self) -> Iterator[Node]:
        """What stands in it at any depth, in order."""
        waiting = self.children[::-1]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += node.children[::-1]


def read_tree(html: str) -> Node | None:
    """The root of a part of a page, an element without a name; None where it is not plain."""
    root = Node(Element(""), None)
    open_, names, closed = [root], Counter[str](), True
    for token in read_tokens(html):
        if isinstance(token, NotPlain):
            return None
        if isinstance(token, Element):
            above = open_[-1]
            node = Node(token, above, above.children[-1] if above.children else None)
            above.children.append(node)
            if token.name not in _ALONE:
                open_.append(node)
                names[token.name] += 1
        elif not isinstance(token, End):
            open_[-1].text += unescape(token.text)
        else:
            closed = closed and open_[-1].name == token.name
            while names[token.name]:
                ended = open_.pop()
                names[ended.name] -= 1
                if ended.name == token.name:
                    break
    if not closed or len(open_) > 1:
        for node in (root, *root.descendants()):
            node.closed = False
    return root
