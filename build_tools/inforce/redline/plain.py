"""The redline as text: in colours for a terminal, or as Markdown for a pull request. English, for editors.

On a terminal removed words are red and struck, added ones green and underlined; without colour they are told by
brackets, `[-removed-]{+added+}`. Unchanged blocks are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from inforce.model.text import Heading, Item, words
from inforce.model.values import Duration
from inforce.redline.changes import Change, ChangeKind, Op, Piece, Redline, Row, RowKind, SectionChange, SectionKind
from inforce.redline.facts import FactChange, FactChangeKind

_SAID = {
    ChangeKind.RESTYLED: "formatting",
    ChangeKind.SECTION_ADDED: "section added",
    ChangeKind.SECTION_REMOVED: "section removed",
    ChangeKind.SECTION_MOVED: "section moved",
}
_MARKUP = re.compile(r"([\\`*_\[\]<>~|#])")


class Style(Protocol):
    """How a text view sets its words."""

    def heading(self, text: str) -> str:
        """A section's heading."""
        ...

    def label(self, text: str) -> str:
        """What a change says of itself."""
        ...

    def words(self, op: Op, text: str) -> str:
        """Words kept, removed or added."""
        ...

    def bullet(self, text: str) -> str:
        """A line of a list."""
        ...


class Brackets:
    """Plain text: `[-removed-]{+added+}`."""

    def heading(self, text: str) -> str:
        """A section's heading."""
        return text

    def label(self, text: str) -> str:
        """What a change says of itself."""
        return f"  {text}"

    def words(self, op: Op, text: str) -> str:
        """Words kept, removed or added."""
        return {Op.KEPT: text, Op.REMOVED: f"[-{text}-]", Op.ADDED: f"{{+{text}+}}"}[op]

    def bullet(self, text: str) -> str:
        """A line of a list."""
        return f"  {text}"


class Colours(Brackets):
    """Text for a terminal, with SGR sequences (ECMA-48)."""

    def heading(self, text: str) -> str:
        """A section's heading, bold."""
        return f"\x1b[1m{text}\x1b[0m"

    def label(self, text: str) -> str:
        """What a change says of itself, dim."""
        return f"  \x1b[2m{text}\x1b[0m"

    def words(self, op: Op, text: str) -> str:
        """Removed words red and struck, added ones green and underlined."""
        return {Op.KEPT: text, Op.REMOVED: f"\x1b[31;9m{text}\x1b[0m", Op.ADDED: f"\x1b[32;4m{text}\x1b[0m"}[op]


class Markdown:
    """Markdown as pull requests show it: ~~removed~~ **added**."""

    def heading(self, text: str) -> str:
        """A section's heading."""
        return f"### {_MARKUP.sub(_ESCAPED, text)}"

    def label(self, text: str) -> str:
        """What a change says of itself."""
        return f"*{text}*  "

    def words(self, op: Op, text: str) -> str:
        """Words kept, removed or added. Signs stand close to the words, as Markdown wants them."""
        inner = _MARKUP.sub(_ESCAPED, text.strip())
        if op is Op.KEPT or not inner:
            return _MARKUP.sub(_ESCAPED, text)
        sign = "~~" if op is Op.REMOVED else "**"
        lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        return f"{lead}{sign}{inner}{sign}{tail}"

    def bullet(self, text: str) -> str:
        """A line of a list."""
        return f"- {text}"


_ESCAPED = r"\\\1"


def text(redline: Redline, style: Style | None = None) -> str:
    """The redline as text, one block a line, ended by a newline."""
    style = style or Brackets()
    return "\n".join(_lines(redline, style)) + "\n"


def _lines(redline: Redline, style: Style) -> Iterator[str]:
    count, sections = len(redline.changes), redline.changed_sections
    if not count:
        yield "No words changed."
    else:
        yield f"{_count(count, 'change')} in {_count(sections, 'section')}"
    for index, section in enumerate(redline.sections):
        changes = [change for change in redline.changes if change.section == index]
        if changes:
            yield ""
            yield style.heading(_title(section))
            for change in changes:
                yield ""
                yield from _change(change, section, style)
    if redline.facts:
        yield ""
        yield style.heading("Facts")
        yield ""
        for fact in redline.facts:
            yield style.bullet(_fact(fact, style))


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _change(change: Change, section: SectionChange, style: Style) -> Iterator[str]:
    yield style.label(f"{change.number} · {_SAID.get(change.kind, change.kind.value)}")
    if change.rows is None and section.kind is SectionKind.SAME:
        return
    rows = section.rows if change.rows is None else section.rows[slice(*change.rows)]
    if change.kind is ChangeKind.SECTION_MOVED:
        return
    for row in rows:
        yield from _row(row, style)


def _row(row: Row, style: Style) -> Iterator[str]:
    block = (row.new or row.old)[0]
    lead = ""
    if isinstance(block, Item):
        lead = "    " * (block.depth - 1) + ("- " if block.step is None else f"{block.step}. ")
    elif isinstance(block, Heading) and block.level > 1:
        lead = "#" * block.level + " "
    if row.kind is RowKind.MOVED and row.elsewhere:
        yield style.label(f"from section {row.elsewhere}")
    for part in row.parts:
        yield f"  {lead}{_pieces(part, style)}" if isinstance(style, Brackets) else f"{lead}{_pieces(part, style)}\n"
    for line in row.table:
        if line.kind is not RowKind.SAME:
            yield style.bullet(" · ".join(_pieces(cell, style) for cell in line.cells))


def _pieces(pieces: Sequence[Piece], style: Style) -> str:
    return "".join(style.words(piece.op, piece.text.replace("\n", " ")) for piece in pieces)


def _title(section: SectionChange) -> str:
    shown = section.new or section.old
    assert shown is not None
    number = section.new_number if section.new else section.old_number
    title = " ".join(words(shown.heading.children).split()) or shown.id
    return f"{number} {title}" if number else title


def _fact(change: FactChange, style: Style) -> str:
    name = ".".join(change.path)
    if change.is_entry:
        return f"{name}: {'new' if change.kind is FactChangeKind.ADDED else 'removed'}"
    parts = [
        style.words(op, "unknown" if unknown else _value(value))
        for op, value, unknown in (
            (Op.REMOVED, change.old, change.old_unknown),
            (Op.ADDED, change.new, change.new_unknown),
        )
        if value is not None
    ]
    return f"{name}: {' → '.join(parts)}"


def _value(value: object) -> str:
    if isinstance(value, Duration):
        return value.words()
    return ", ".join(value) if isinstance(value, tuple) else str(value)
