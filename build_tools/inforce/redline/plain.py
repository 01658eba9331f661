"""The redline as text: in colours for a terminal, or as Markdown for a pull request. English, for editors.

On a terminal removed words are red and struck, added ones green and underlined; without colour they are told by
brackets, `[-removed-]{+added+}`. In Markdown they are `<del>` and `<ins>`, which pull requests show: asterisks and
tildes beside a comma or a Chinese character would often not be read as marks. Unchanged blocks are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from inforce.model.text import Block, Heading, Item
from inforce.model.values import Address, Duration
from inforce.redline.changes import Change, ChangeKind, Op, Piece, Redline, Row, RowKind, SectionChange, SectionKind
from inforce.redline.facts import FactChange, FactChangeKind, address_line
from inforce.redline.titles import numbered_title

_SAID = {
    ChangeKind.RESTYLED: "formatting",
    ChangeKind.SECTION_ADDED: "section added",
    ChangeKind.SECTION_REMOVED: "section removed",
    ChangeKind.SECTION_MOVED: "section moved",
    ChangeKind.SECTION_SPLIT: "section split off another",
    ChangeKind.SECTION_MERGED: "section merged into another",
}
_MARKUP = re.compile(r"([\\`*_\[\]<>~|#&])")
_MENTION = re.compile(r"(?<!\w)@(?=\w)")
_AT_START = re.compile(r"^(\d{1,9})(?=[.)](?:\s|$))|^(?=[-+=])")
"""What begins a list or an underline where it stands at a line's start."""


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

    def block(self, block: Block, text: str) -> str:
        """A block: its marker, its words."""
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

    def block(self, block: Block, text: str) -> str:
        """A block: its marker as in the source, its words."""
        match block:
            case Item(depth=depth, step=step):
                return f"  {'    ' * (depth - 1)}{'-' if step is None else f'{step}.'} {text}"
            case Heading(level=level) if level > 1:
                return f"  {'#' * level} {text}"
            case _:
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
    """Markdown as pull requests show it: <del>removed</del> <ins>added</ins>. It mentions nobody."""

    def heading(self, text: str) -> str:
        """A section's heading."""
        return f"### {_escaped(text)}"

    def label(self, text: str) -> str:
        """What a change says of itself."""
        return f"*{_escaped(text)}*\n"

    def words(self, op: Op, text: str) -> str:
        """Words kept, removed or added."""
        inner = _escaped(text)
        return {Op.KEPT: inner, Op.REMOVED: f"<del>{inner}</del>", Op.ADDED: f"<ins>{inner}</ins>"}[op]

    def bullet(self, text: str) -> str:
        """A line of a list."""
        return f"- {_AT_START.sub(_guarded, text.lstrip())}"

    def block(self, block: Block, text: str) -> str:
        """A block, with an empty line after it."""
        match block:
            case Item(step=None):
                return f"{self.bullet(text)}\n"
            case Item(step=step):
                return f"{step}\\. {text.lstrip()}\n"
            case Heading(level=level) if level > 1:
                return f"#### {text.lstrip()}\n"
            case _:
                return f"{_AT_START.sub(_guarded, text.lstrip())}\n"


def _escaped(text: str) -> str:
    return _MENTION.sub("@<!-- -->", _MARKUP.sub(r"\\\1", text))


def _guarded(match: re.Match[str]) -> str:
    return f"{match[1] or ''}\\"


def text(redline: Redline, style: Style | None = None) -> str:
    """The redline as text, one block a line, ended by a newline."""
    style = style or Brackets()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(_lines(redline, style)).rstrip("\n")) + "\n"


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
            yield style.heading(numbered_title(section))
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
    other = section.split_from or section.merged_into
    where = f": {other.section}" if other and change.rows is None else ""
    yield style.label(f"{change.number} · {_SAID.get(change.kind, change.kind.value)}{where}")
    if change.rows is None and section.kind is SectionKind.SAME:
        return
    rows = section.rows if change.rows is None else section.rows[slice(*change.rows)]
    if change.kind in (ChangeKind.SECTION_MOVED, ChangeKind.SECTION_SPLIT, ChangeKind.SECTION_MERGED):
        return
    for row in rows:
        yield from _row(row, style)


def _row(row: Row, style: Style) -> Iterator[str]:
    blocks = row.new or row.old
    if row.kind is RowKind.MOVED and row.elsewhere:
        yield style.label(f"from section {row.elsewhere}")
    for place, part in enumerate(row.parts):
        yield style.block(blocks[min(place, len(blocks) - 1)], _pieces(part, style))
    for line in row.table:
        if line.kind is not RowKind.SAME:
            yield style.bullet(" · ".join(_pieces(cell, style) for cell in line.cells))


def _pieces(pieces: Sequence[Piece], style: Style) -> str:
    return "".join(style.words(piece.op, piece.text.replace("\n", " ")) for piece in pieces)


def _fact(change: FactChange, style: Style) -> str:
    name = ".".join(change.path)
    if change.is_entry:
        return f"{name}: {'new' if change.kind is FactChangeKind.ADDED else 'removed'}"
    parts = [
        style.words(op, f"unknown ({_value(value)})" if unknown else _value(value))
        for op, value, unknown in (
            (Op.REMOVED, change.old, change.old_unknown),
            (Op.ADDED, change.new, change.new_unknown),
        )
        if value is not None
    ]
    return f"{name}: {' → '.join(parts)}"


def _value(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case Duration():
            return value.words()
        case Address():
            return address_line(value)
        case tuple():
            return ", ".join(value)
        case _:
            return str(value)
