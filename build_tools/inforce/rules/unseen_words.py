"""Words of a page that no reader sees, or hears, by the elements that they stand in (H109).

A browser shows the words in a film or a sound only where it can't play it, screen readers leave out what is
`aria-hidden`, each `<small>` in another is smaller and paler, and many breaks in a row push words out of sight.
What is hidden by classes: `rules.theme_classes`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from inforce.reader.html.plain_tree import Node, read_tree

_FILMS = frozenset({"audio", "video"})
_SMALLER = frozenset({"code", "kbd", "samp", "small", "sub", "sup", "tt"})
"""Elements that are smaller, or paler, than what they stand in; and so is the number of a note."""
_NUMBER = "footnote-ref"
_MOST = 3
_PUSHES = re.compile(
    "(?:(?:<br[ ]*/?>|<hr[ ]*/?>|&(?:nbsp|emsp|ensp|#160|#xa0|#12288|#x3000);|[\u00a0\u2002\u2003\u3000])"
    "(?:[ \t\n]|</?p>)*){10,}",
    re.IGNORECASE,
)
"""So many breaks, rules or fixed spaces in a row as no words need."""


def unseen(content: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """What is wrong, what to do, and traces of it in the source, in the HTML that a page was made of. Nothing where it
    is not plain, which is told."""
    if run := _PUSHES.search(content):
        cure = "Take most of them out."
        yield "a long run of breaks, rules or fixed spaces pushes words out of sight.", cure, (run[0][:6].strip("\n"),)
    root = read_tree(content)
    waiting: list[tuple[Node, Node | None, int]] = [(root, None, 0)] if root else []
    while waiting:  # each with what hides it, and how many make it smaller
        node, hiding, smaller = waiting.pop()
        hiding = hiding or (node if _hides(node) else None)
        smaller += _shrinks(node)
        words = node.text.strip()
        if hiding is not None and hiding.name in _FILMS and words:
            cure = "Write them beside it."
            yield _told(hiding, "holds words, which browsers show only where they can't play it", cure, words)
        elif hiding is not None and any(map(str.isalnum, words)):
            yield _told(hiding, "is aria-hidden and holds words, which nobody would hear", "Take it out.", words)
        elif smaller > _MOST and words:
            cure = "Write fewer of them."
            yield _told(node, f"stands in {smaller - 1} more that make words smaller, or paler", cure, words)
        waiting += [(one, hiding, smaller) for one in reversed(node.children)]


def _hides(node: Node) -> bool:
    """Whether nobody sees, or hears, what stands in it."""
    if node.name in _FILMS:
        # but readers see one that can be played, where no sentence goes on through it
        return bool(node.above and node.above.text.strip()) or "controls" not in node.attributes
    return node.attributes.get("aria-hidden", "").lower() == "true"


def _shrinks(node: Node) -> bool:
    return node.name in _SMALLER or _NUMBER in node.classes


def _told(node: Node, what: str, remedy: str, words: str) -> tuple[str, str, tuple[str, ...]]:
    return f"<{node.name}> {what}.", remedy, (words, f"<{node.name}")
