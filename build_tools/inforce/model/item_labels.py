"""Labels of the items of numbered lists, "(a)" and below it "(i)", made by the styles of `lists` in `policy.yml`.

The first style is that of a numbered list in the text, the next one that of a numbered list in an item of it; lists of
bullets between them don't count, and a quotation counts anew. Without styles a list looks as browsers set it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from inforce.model.number_style import bare, shown
from inforce.model.text import List, ListItem, Paragraph, Path, Quotation, begun


def labels(path: Path, styles: tuple[str, ...]) -> Iterator[str]:
    """The label of each numbered item that a path goes through, from the outside in."""
    level = 0
    for step, inside in pairwise(path):
        if isinstance(step, Quotation):
            level = 0
        elif isinstance(step, List) and step.ordered and isinstance(inside, ListItem):
            yield shown((inside.number,), (styles[min(level, len(styles) - 1)],)) if styles else f"{inside.number}."
            level += 1


def can_have_id(leaf: Paragraph) -> bool:
    """Whether a paragraph can give its item an id: it is the first in it, and all that it stands in are numbered lists,
    so that their labels say which item it is."""
    steps_named = all(step.ordered if isinstance(step, List) else isinstance(step, ListItem) for step in leaf.path)
    return begun(leaf) is not None and steps_named


def item_number(number: str, path: Path, styles: tuple[str, ...]) -> str:
    """The full number of an item, from that of what it stands in: "3.2" and the labels are "3.2(b)(i)". Whatever signs
    a label has in its list, here it has brackets, as in "clause 3.2(b)"."""
    return number.rstrip(".") + "".join(f"({bare(label)})" for label in labels(path, styles))


def own_label(path: Path, styles: tuple[str, ...]) -> str:
    """The label of the item that a path ends in, '' for one with a bullet."""
    match path:
        case (*_, List(ordered=True), ListItem()):
            return list(labels(path, styles))[-1]
    return ""
