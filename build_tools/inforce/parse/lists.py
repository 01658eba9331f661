"""Lists: `- ` bullets and `1. ` steps, four spaces a level, steps counted from 1. An item is one paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from inforce.model.text import Item, Position
from inforce.parse.findings import Findings, quoted
from inforce.parse.inline import Line, parse_inline

MARKER = re.compile(r"([ ]*)([-*+]|[0-9]{1,9}\.)(?:[ ]+(.*)|$)")
DEEPEST = 6


class ListReader:
    """Reads runs of list lines; remembers the lists still open, since an empty line does not end one."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._open: list[int | None] = []
        """Per depth: the last step's number, or None in a list of bullets."""

    @property
    def is_open(self) -> bool:
        """Whether the block before this one was a list."""
        return bool(self._open)

    def close(self) -> None:
        """Another kind of block ends every list."""
        self._open.clear()

    def begins(self, line: str) -> bool:
        """Whether a block's first line begins a list item. A number other than 1 does so only where a numbered list
        is open: a paragraph may begin "10. November"."""
        found = MARKER.match(line)
        if found is None:
            return False
        marker = found[2]
        if marker == "+":
            return False
        if marker in "-*" or marker == "1.":
            return True
        depth = len(found[1]) // 4
        return depth < len(self._open) and self._open[depth] is not None

    def read(self, lines: Sequence[Line]) -> list[Item]:
        """The items of neighbouring lines, the first of which begins one. Lines come with their leading spaces."""
        items: list[Item] = []
        held: list[Line] = []
        item: tuple[int, int | None, Position] | None = None
        for text, line, column in lines:
            found = MARKER.match(text)
            if found is None:
                self._continue(text, line, column, held)
                continue
            if item is not None:
                items.append(self._finish(item, held))
            item, held = self._begin(found, line, column, after_gap=item is None)
        if item is not None:
            items.append(self._finish(item, held))
        return items

    def _begin(
        self, found: re.Match[str], line: int, column: int, *, after_gap: bool
    ) -> tuple[tuple[int, int | None, Position], list[Line]]:
        indent, marker, words = len(found[1]), found[2], found[3] or ""
        at = Position(line=line, column=column + indent)
        depth = indent // 4 + 1
        if indent % 4 or depth > min(len(self._open) + 1, DEEPEST):
            expected = " or ".join(str(4 * level) for level in range(min(len(self._open) + 1, DEEPEST)))
            self._findings.report(
                "M123",
                line,
                column,
                f"This list item stands {indent} spaces in.",
                f"Set it {expected} spaces in: four for each level. For a plain `{marker}` write `{_escaped(marker)}`.",
            )
            depth = min(depth, len(self._open) + 1, DEEPEST)
        step = self._count(marker, depth, at, after_gap=after_gap)
        if not words.strip(" "):
            self._findings.report(
                "M127", at.line, at.column, "This list item is empty.", "Write its words or remove it."
            )
            return (depth, step, at), []
        start = column + found.start(3)
        inner = MARKER.match(words)
        if inner and inner[2] in ("-", "*", "1."):
            self._findings.report(
                "M123",
                line,
                start,
                f"A list item begins inside a list item: {quoted(words)}.",
                "Give it a line of its own, four spaces further in; "
                f"for a plain `{inner[2]}` write `{_escaped(inner[2])}`.",
            )
        return (depth, step, at), [(words, line, start)]

    def _count(self, marker: str, depth: int, at: Position, *, after_gap: bool) -> int | None:
        """The step's number, or None for a bullet; keeps the lists that are open in mind.

        Bullets and numbers make two lists where an empty line parts them, and a problem where none does.
        """
        del self._open[depth:]
        is_new = len(self._open) < depth
        last = None if is_new else self._open[-1]
        if is_new:
            self._open.append(None)
        elif (last is None) is marker[0].isdigit():
            if not after_gap:
                self._mixed(at)
            last = None
        if marker == "+":
            self._findings.report(
                "M125", at.line, at.column, "`+` is not a sign for a list.", "Write `- `; for a plain plus write `\\+`."
            )
        if not marker[0].isdigit():
            self._open[-1] = None
            return None
        expected = (last or 0) + 1
        if marker != f"{expected}.":
            self._findings.report(
                "M124",
                at.line,
                at.column,
                f"This numbered list goes on with {marker} where {expected}. is due.",
                f"Write `{expected}.`; for words that begin with a number write `{_escaped(marker)}`.",
            )
        self._open[-1] = expected
        return expected

    def _mixed(self, at: Position) -> None:
        self._findings.report(
            "M125",
            at.line,
            at.column,
            "Bullets and numbers are mixed in one list.",
            "Use one of them, or put an empty line between the two lists.",
        )

    def _continue(self, text: str, line: int, column: int, held: list[Line]) -> None:
        words = text.lstrip(" ")
        indent = len(text) - len(words)
        if not indent:
            self._findings.report(
                "M126",
                line,
                column,
                "This line follows a list item without an empty line.",
                "Begin it with two spaces if it belongs to the item; otherwise put an empty line before it.",
            )
        held.append((words, line, column + indent))

    def _finish(self, item: tuple[int, int | None, Position], held: list[Line]) -> Item:
        depth, step, at = item
        return Item(children=parse_inline(held, self._findings), depth=depth, step=step, at=at)


def _escaped(marker: str) -> str:
    return f"{marker[:-1]}\\." if marker.endswith(".") else f"\\{marker}"
