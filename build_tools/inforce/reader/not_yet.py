"""What this package reads and the rest of the tool can't carry yet: refused until it can, a function at a time.

Redlines, rules and summaries still read flat blocks (`Section.blocks`), in which an item is one paragraph and nothing
is quoted. So that none of them drops or flattens what they don't know, it is an error here, with a cure; what passes is
the same in both forms. Decision 0032 says in which order these go.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inforce.model.text import (
    Break,
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
    Position,
    Quotation,
    Table,
    inlines,
    opened,
)
from inforce.parse.findings import Findings

DEEPEST_HEADING = 3

_Told = tuple[str, Position, str, str]


def check_not_yet(leaves: Sequence[Leaf], findings: Findings) -> None:
    """Report each thing that flat blocks don't have."""
    before: Path = ()
    for leaf in leaves:
        new = opened(before, leaf.path)[1]
        for code, at, message, cure in (*_of_path(leaf, new), *_of_leaf(leaf)):
            findings.report(code, at.line, at.column, message, cure)
        before = leaf.path


def _of_path(leaf: Leaf, new: Path) -> Iterator[_Told]:
    for step in new:
        if isinstance(step, Quotation):
            yield "M112", step.at, "Quotations are not supported yet.", "Remove the `>`; for a plain one write `\\>`."
        elif isinstance(step, List) and step.ordered and step.start != 1:
            message = f"A numbered list begins with {step.start}, which is not supported yet."
            cure = f"Begin it with `1.`; for plain words write `{step.start}\\{step.style[1:]}`."
            yield "M124", step.at, message, cure
    path = leaf.path
    if not path or any(isinstance(step, Quotation) for step in path):
        return
    items = [step.at.line for step in new if isinstance(step, ListItem)]
    begins = bool(new) and isinstance(new[-1], ListItem) and len(set(items)) == 1
    if isinstance(leaf, Table) or not begins:
        message = "A list item holds more than one paragraph, which is not supported yet."
        yield (
            "M126",
            leaf.at,
            message,
            "Join it to the item, make it an item of its own, or begin it at the line's start.",
        )


def _of_leaf(leaf: Leaf) -> Iterator[_Told]:
    if isinstance(leaf, CodeBlock):
        yield "M111", leaf.at, "Code is not supported yet.", "Remove the lines around it."
    elif isinstance(leaf, Heading) and leaf.level > DEEPEST_HEADING:
        yield "M105", leaf.at, f"This heading is on level {leaf.level}.", "Use `#`, `##` or `###`."
    for children in inlines(leaf):
        yield from _of_words(children, in_cell=isinstance(leaf, Table))


def _of_words(children: tuple[Inline, ...], *, in_cell: bool) -> Iterator[_Told]:
    for child in children:
        match child:
            case Code(at=at):
                yield "M111", at, "Code is not supported yet.", "Remove the marks around it; for a plain ` write `\\``."
            case Break(at=at) if in_cell:
                yield (
                    "X301",
                    at,
                    "A cell has one line as yet.",
                    "Write a semicolon in the place of `<br>`, or two rows.",
                )
            case Link(title=title, at=at, children=inner):
                if title:
                    message = "This link has a title, and no page shows titles of links yet."
                    cure = "Take the title out; what readers should know belongs into the words."
                    yield "L202", at, message, cure
                yield from _of_words(inner, in_cell=in_cell)
            case Emphasis(children=inner):
                yield from _of_words(inner, in_cell=in_cell)
