"""Where things stand: the line and column of a block, of the words in it, and of each offset in those words.

The library gives lines alone. A line of a block's words is the end of its source line, save for white space, so that
what stands before it (`> `, `- `, spaces) need not be known.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from inforce.model.text import ListItem, Path, Position, Quotation

_MARKER = re.compile(r"[-+*]|[0-9]{1,9}[.)]")


class Words:
    """The words of a block as they are typed, their lines parted by "\\n", with the place of each offset."""

    __slots__ = ("_bars", "_places", "_starts", "text")

    def __init__(self, text: str, places: Sequence[tuple[int, int]], bars: Sequence[int] = ()) -> None:
        """`places` are the line and column, from 1, where each line begins; `bars` the offsets of bars that stand in
        the source after a backslash, which the library has taken away."""
        self.text = text
        self._places = places
        self._bars = bars
        self._starts = [0]
        if len(places) > 1:
            for line in text.split("\n")[:-1]:
                self._starts.append(self._starts[-1] + len(line) + 1)

    def at(self, offset: int) -> Position:
        """The place of an offset."""
        index = min(bisect_right(self._starts, offset), len(self._places)) - 1 if len(self._places) > 1 else 0
        line, column = self._places[index]
        if self._bars:
            offset += bisect_right(self._bars, offset - 1)
        return Position(line=line, column=column + offset - self._starts[index])


class Lines:
    """The lines of a source. Lines are counted from 0 here, as the library does."""

    def __init__(self, source: str) -> None:
        self.texts = source.split("\n")

    def start(self, line: int, path: Path) -> int:
        """The offset in a line where what stands in `path` begins: after the signs of its quotations and items."""
        text, at, is_quoted = self.texts[line], 0, False
        for step in path:
            if isinstance(step, Quotation):
                is_quoted = True
            elif isinstance(step, ListItem) and step.at.line == line + 1:
                at = step.at.column - 1
                marker = _MARKER.match(text, at)
                at = marker.end() if marker else at
        signs = " \t>" if is_quoted else " \t"
        return at + len(text[at:]) - len(text[at:].lstrip(signs))

    def position(self, line: int, path: Path) -> Position:
        """The place where what stands in `path` begins."""
        return Position(line=line + 1, column=self.start(line, path) + 1)

    def first_words(self, text: str, begin: int, end: int) -> int:
        """The line with which the words of a paragraph in these lines begin: the library takes lines of white space
        away that Markdown takes for words."""
        bare = text.split("\n", 1)[0].strip()
        while begin + text.count("\n") + 1 < end and not self.texts[begin].rstrip().endswith(bare):
            begin += 1
        return begin

    def words(self, text: str, first: int) -> Words:
        """The words of a block whose first line is that."""
        if "\n" not in text:
            return Words(text, [(first + 1, self._column(text, first))])
        return Words(
            text,
            [(line + 1, self._column(words, line)) for line, words in enumerate(text.split("\n"), start=first)],
        )

    def _column(self, words: str, line: int) -> int:
        """The column where a line of words begins in its source line."""
        source = self.texts[line] if line < len(self.texts) else ""
        if words[-1:].strip() and source.endswith(words):  # so it is but for white space and escaped bars
            return len(source) - len(words) + 1
        bare = words.strip()
        found = source.rfind(bare) if bare else len(source)
        return max(found - (len(words) - len(words.lstrip())), 0) + 1

    def heading(self, text: str, line: int, path: Path) -> Words:
        """The words of a heading that begins with `#`."""
        source, at = self.texts[line], self.start(line, path)
        after = at + len(source[at:]) - len(source[at:].lstrip("#"))
        return Words(text, [(line + 1, max(source.find(text, after), 0) + 1)])
