"""The proof of a reading: every character of the source but white space and markup, in order, is in the leaves, their
targets, titles and list numbers; and nothing else is.

It needs no second parser. Characters that are never markup are compared one by one; those that may be (`*`, `[`, `|` …)
are counted: the source has as many more of them as the markup of the leaves needs. The library loses words without a
sign where nesting is too deep, where a row is longer than its head, and where a definition is used by nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from inforce.model.text import (
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
    Paragraph,
    Path,
    Position,
    Table,
    Text,
    opened,
)
from inforce.parse.findings import Findings, quoted

_MARKUP = "#*_`~[]()<>|-+:\\\"'"
_LINE_BREAK = re.compile(r"<br[ ]*/?>", re.IGNORECASE)
_SIGNS = _MARKUP.encode()


def prove(source: str, leaves: Sequence[Leaf], findings: Findings) -> None:
    """Report where the leaves say other words than their source."""
    if lost := unproven(source, leaves):
        at, ours, theirs = lost
        message = f"The page would not say what the source says: {quoted(ours)} became {quoted(theirs)}."
        cure = "Write these words in a simpler way, or escape the signs in them with a backslash."
        findings.report("M190", at.line, at.column, message, cure)


def unproven(source: str, leaves: Sequence[Leaf]) -> tuple[Position, str, str] | None:
    """Where source and leaves part first: the place, the words of the source there and those of the leaves; None where
    they say the same."""
    tally = Counter[str]()
    typed = "".join(_LINE_BREAK.sub("", source).split())
    told = "".join("".join(_told(leaves, tally)).split())
    told = _LINE_BREAK.sub("", told)
    source_bytes, told_bytes = typed.encode(), told.encode()
    if source_bytes.translate(None, _SIGNS) != told_bytes.translate(None, _SIGNS):
        ours, theirs = (text.encode().translate(None, _SIGNS).decode() for text in (typed, told))
        at = next(i for i, (a, b) in enumerate(zip_longest(ours, theirs)) if a != b)
        return _place(source, at), ours[max(at - 15, 0) : at + 40], theirs[max(at - 15, 0) : at + 40]
    for signs, count in _expected(tally).items():
        found = sum(typed.count(sign) - told.count(sign) for sign in signs)
        if found != count:
            return Position(line=1, column=1), f"{found} of {signs} as markup", f"{count}"
    return None


def _expected(tally: Counter[str]) -> dict[str, int]:
    """How many of these signs the source has as markup."""
    expected = {signs: tally[signs] for signs in ("[", "]", "()\"'", "#", "*_")}
    expected["*_"] += tally["*"]
    for signs, count in (("[", 1), ("]", 1), ("()\"'", 2)):  # a title may stand in round brackets, too
        expected[signs] += count * tally["link"]
    if not tally["table"]:
        expected |= {"|": 0, ":": 0, "-": tally["-"], "+": tally["+"]}
    return expected


def _told(leaves: Sequence[Leaf], tally: Counter[str]) -> Iterator[str]:
    before: Path = ()
    for leaf in leaves:
        yield from _markers(opened(before, leaf.path)[1], leaf.path, tally)
        before = leaf.path
        match leaf:
            case CodeBlock():
                yield leaf.info
                yield leaf.text
            case Table():
                tally["table"] += 1
                for row in leaf.rows:
                    for cell in row:
                        yield from _inline(cell.children, tally)
            case Heading() | Clause() | Paragraph(id=str()):
                tally["#"] += leaf.level if isinstance(leaf, Heading) else 0
                label = len(leaf.children) if isinstance(leaf, Heading) else leaf.label
                yield from _inline(leaf.children[:label], tally)
                if leaf.id:
                    tally["link"] += 1
                    yield f"id:{leaf.id}"
                yield from _inline(leaf.children[label:], tally)
            case _:
                yield from _inline(leaf.children, tally)


def _markers(new: Path, path: Path, tally: Counter[str]) -> Iterator[str]:
    """The signs of the items that begin with a leaf."""
    for at, step in enumerate(path):
        if isinstance(step, ListItem) and step in new:
            found = path[at - 1]
            if isinstance(found, List) and found.ordered:
                yield f"{step.number}{found.style[1:]}"
            elif isinstance(found, List):
                tally[found.style] += 1


def _inline(children: tuple[Inline, ...], tally: Counter[str]) -> Iterator[str]:
    for child in children:
        match child:
            case Text(text=text) | Code(text=text):
                yield text
            case Emphasis(children=inner, strong=strong):
                tally["*_"] += 4 if strong else 2
                yield from _inline(inner, tally)
            case Link(children=inner, target=target, autolink=autolink):
                yield from _inline(inner, tally)
                if not autolink:
                    tally["link"] += 1
                    yield str(target)
                    yield target.title
                    tally["()\"'"] += 2 if target.title else 0
            case _:
                pass


def _place(source: str, at: int) -> Position:
    """The place of the nth character of a source that is neither white space nor may be markup."""
    seen = -1
    for number, line in enumerate(source.split("\n"), start=1):
        for column, char in enumerate(_LINE_BREAK.sub(lambda found: " " * len(found[0]), line), start=1):
            seen += not char.isspace() and char not in _MARKUP
            if seen == at:
                return Position(line=number, column=column)
    return Position(line=source.count("\n") + 1, column=1)
