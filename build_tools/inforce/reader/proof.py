"""The proof of a reading: every character of the source but white space, in order, is in the leaves, as words or as
their markup; and nothing else is.

It needs no second parser. The leaves are written out with their markup, which is mostly the source without its white
space. Where it isn't, the source may hold more signs between two characters that are never markup: of each sign exactly
as many as the leaves can't say (escapes, signs of quotations, bars around rows …). The library loses words without a
sign where nesting is too deep, where a row is longer than its head, and where a definition is used by nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
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
    cell_lines,
    inlines,
    leaf_links,
    opened,
)
from inforce.reader.commonmark import DEEPEST
from inforce.reader.findings import Findings, quoted

_MARKUP = "#*_`~[]()<>|-+:\\\"'"
_RUN = re.compile(f"[{re.escape(_MARKUP)}]+")
_LINE_BREAK = re.compile(r"<br[ ]*/?>", re.IGNORECASE)
_EMPTY_TITLE = re.compile(r"[ \t\n](?:\"\"|''|\(\))[ \t\n]*\)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~\n])")
_ANGLED = re.compile(r"\]\([ \t\n]*<")
_STEP = re.compile(r"[ \t]*(?:>|(?:[-+*]|[0-9]{1,9}[.)])(?=[ \t]))")
_STEPS = re.compile(rf"^(?:{_STEP.pattern})+", re.MULTILINE)
"""The signs of quotations and items that a line begins with."""
_EMPHASIS = re.compile(r"[*_]")
_FENCE = re.compile(r"`+|~+")
_BAR = re.compile(r"(?<!\\)\|")


def prove(source: str, leaves: Sequence[Leaf], findings: Findings) -> None:
    """Report where the leaves say other words than their source."""
    if lost := unproven(source, leaves):
        at, ours, theirs = lost
        message = f"The page would not say what the source says: {quoted(ours)} became {quoted(theirs)}."
        cure = "Write these words in a simpler way, or escape the signs in them with a backslash."
        steps = _STEPS.match(source.split("\n")[at.line - 1])
        if empty := _EMPTY_TITLE.search(source):
            begun = source[: empty.start() + 1]
            at = Position(line=begun.count("\n") + 1, column=len(begun) - begun.rfind("\n"))
            message, cure = (
                "The title of this link has no words.",
                "Remove its quotation marks, or write words in them.",
            )
        elif steps and len(_STEP.findall(steps[0])) > DEEPEST // 2:
            message = f"{quoted(ours)} stands in too many quotations and lists to be read."
            cure = "Take most of the signs before these words away."
        findings.report("M190", at.line, at.column, message=message, remedy=cure)


def unproven(source: str, leaves: Sequence[Leaf]) -> tuple[Position, str, str] | None:
    """Where source and leaves part first: the place, the words of the source there and those of the leaves; None where
    they say the same."""
    typed, told = _bare(source), _bare(_Writer(source).write(leaves))
    if typed == told or ("\\" in source and _bare(_ESCAPE.sub(r"\1", source)) == told):
        return None
    ours, theirs = (_RUN.sub("", text) for text in (typed, told))
    if ours != theirs:
        at = next(i for i, (a, b) in enumerate(zip_longest(ours, theirs)) if a != b)
        return _place(source, at), ours[max(at - 15, 0) : at + 40], theirs[max(at - 15, 0) : at + 40]
    runs = dict(_runs(typed))
    for at, signs in _runs(told):
        rest = iter(runs.get(at, ""))
        if not all(sign in rest for sign in signs):
            around = slice(max(at - 15, 0), at)
            return _place(source, at), ours[around] + runs.get(at, ""), ours[around] + signs
    besides = {sign: typed.count(sign) - told.count(sign) for sign in _MARKUP}
    if (sign := _not_markup(source, leaves, besides)) is None:
        return None
    return Position(line=1, column=1), f"{typed.count(sign)} × {sign}", f"{told.count(sign)} × {sign}"


def _bare(text: str) -> str:
    """Without white space and the line breaks of cells."""
    text = "".join(text.split())
    return _LINE_BREAK.sub("", text) if "<" in text else text


def _runs(text: str) -> Iterator[tuple[int, str]]:
    """Signs that stand in a row, and how many characters that are no signs stand before them."""
    signs = 0
    for found in _RUN.finditer(text):
        yield found.start() - signs, found[0]
        signs += len(found[0])


class _Writer:
    """Leaves with their markup, as they are typed but for white space, escapes and what `_not_markup` counts."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []

    @cached_property
    def _lines(self) -> Sequence[str]:
        return self._source.split("\n")

    def _typed(self, at: Position, signs: re.Pattern[str]) -> str:
        found = signs.match(self._lines[at.line - 1], at.column - 1)
        return found[0] if found else ""

    def write(self, leaves: Sequence[Leaf]) -> str:
        before: Path = ()
        for leaf in leaves:
            if leaf.path:
                self._items(opened(before, leaf.path)[1], leaf.path)
            before = leaf.path
            match leaf:
                case CodeBlock(text=text, at=at):
                    last = self._lines[at.line + text.count("\n")].rstrip()
                    self._parts += self._typed(at, _FENCE), f"{leaf.info}\n", text, last[len(last.rstrip("`~")) :]
                case Table():
                    self._table(leaf)
                case Heading() | Clause() | Paragraph(id=str()):
                    label = len(leaf.children) if isinstance(leaf, Heading) else leaf.label
                    self._parts += "#" * leaf.level if isinstance(leaf, Heading) else "", "[" if leaf.id else ""
                    self._inline(leaf.children[:label])
                    self._parts.append(f"](id:{leaf.id})" if leaf.id else "")
                    self._inline(leaf.children[label:])
                case _:
                    self._inline(leaf.children)
        return "".join(self._parts)

    def _items(self, new: Path, path: Path) -> None:
        """The signs of the items that begin with a leaf."""
        for at, step in enumerate(path):
            if isinstance(step, ListItem) and step in new:
                found = path[at - 1]
                if isinstance(found, List):
                    self._parts.append(f"{step.number}{found.style[1:]}" if found.ordered else found.style)

    def _table(self, table: Table) -> None:
        for number, row in enumerate(table.rows):
            if number == 1:
                self._parts.append(re.sub(r"[^|:-]", "", self._lines[table.at.line]))
            for column, cell in enumerate(row):
                self._parts.append("|" if column else "")
                for is_item, words in cell_lines(cell):
                    self._parts.append("-" if is_item else "")
                    self._inline(words)

    def _inline(self, children: Sequence[Inline]) -> None:
        parts = self._parts
        for child in children:
            if isinstance(child, Text):
                parts.append(child.text)
            elif isinstance(child, Link):
                parts.append("<" if child.autolink else "[")
                self._inline(child.children)
                target = child.target
                parts.append(">" if child.autolink else f"]({target}{target.title})")
            elif isinstance(child, Emphasis):
                sign = self._typed(child.at, _EMPHASIS) * (2 if child.strong else 1)
                parts.append(sign)
                self._inline(child.children)
                parts.append(sign)
            elif isinstance(child, Code):
                sign = self._typed(child.at, _FENCE)
                parts += sign, child.text, sign


def _not_markup(source: str, leaves: Sequence[Leaf], besides: Mapping[str, int]) -> str | None:
    """A sign of which the source has other than as many `besides` as it needs as markup."""
    expected = Counter(dict.fromkeys(_MARKUP, 0))
    titles = sum(bool(link.target.title) for leaf in leaves for link in leaf_links(leaf))
    for sign in "()\"'" if titles else "":
        expected[sign] = besides[sign]  # a title may stand in each of them
    if titles and (sum(besides[sign] for sign in "()\"'") != 2 * titles or besides["("] != besides[")"]):
        return '"'
    if 0 <= besides["<"] <= len(_ANGLED.findall(source)):  # a target may stand in them
        expected["<"] = expected[">"] = besides["<"]
    quotes = sum(found[0].count(">") for found in _STEPS.finditer(source))
    for leaf in leaves if quotes else ():
        if isinstance(leaf, CodeBlock):
            quotes -= sum(found[0].count(">") for found in _STEPS.finditer(leaf.text))
    expected[">"] += min(max(besides[">"] - besides["<"], 0), quotes)  # a line that goes on needs none
    lines = source.split("\n")
    for table in (leaf for leaf in leaves if isinstance(leaf, Table)):
        for number, row in enumerate(table.rows):
            at = table.at.line + number - (not number)
            expected["|"] += len(_BAR.findall(lines[at])) - len(row) + 1
            expected["\\"] += lines[at].count("\\|")
            lines[at] = lines[at].replace("\\|", "|")
    expected["\\"] += len(_ESCAPE.findall("\n".join(lines)))
    expected["\\"] -= sum(len(_ESCAPE.findall(code)) for leaf in leaves for code in _codes(leaf))
    return next((sign for sign in _MARKUP if besides[sign] != expected[sign]), None)


def _codes(leaf: Leaf) -> Iterator[str]:
    """The code in a leaf, each with the sign or the line end behind it."""
    if isinstance(leaf, CodeBlock):
        yield from (f"{leaf.info}\n", leaf.text)
        return
    pieces = [child for children in inlines(leaf) for child in children]
    while pieces:
        match pieces.pop():
            case Code(text=text):
                yield f"{text}`"
            case Emphasis(children=inner) | Link(children=inner):
                pieces += inner
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
