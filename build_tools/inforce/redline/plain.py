"""The redline as text: in colours for a terminal, or as Markdown for a pull request. English, for editors.

On a terminal removed words are red and struck, added ones green and underlined; without colour they are told by
brackets, `[-removed-]{+added+}`. In Markdown they are `<del>` and `<ins>`, which pull requests show: asterisks and
tildes beside a comma or a Chinese character would often not be read as marks. Unchanged blocks are left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from inforce.model.item_labels import own_label
from inforce.model.text import Heading, Leaf, Quotation, begun, depth
from inforce.model.values import Duration
from inforce.redline.changes import (
    Change,
    ChangeKind,
    Op,
    Piece,
    Redline,
    Row,
    RowKind,
    SectionChange,
    SectionKind,
    numbered_title,
)
from inforce.redline.facts import FactChange, FactChangeKind
from inforce.redline.numbering import renames
from inforce.redline.stylings import Styling, StylingKind, stylings

_SAID = {
    ChangeKind.RELINKED: "link changed",
    ChangeKind.NESTED: "moved in or out in its list",
    ChangeKind.RESTYLED: "formatting",
    ChangeKind.SECTION_ADDED: "section added",
    ChangeKind.SECTION_REMOVED: "section removed",
    ChangeKind.SECTION_MOVED: "section moved",
    ChangeKind.SECTION_SPLIT: "section split off another",
    ChangeKind.SECTION_MERGED: "section merged into another",
}
_BESIDE = {
    StylingKind.LINK: "link",
    StylingKind.NESTING: "depth in the list",
    StylingKind.STEPS: "numbers in the list",
    StylingKind.SHAPE: "set as",
    StylingKind.LEVEL: "level of the heading",
}
_OWN = {ChangeKind.RELINKED: StylingKind.LINK, ChangeKind.NESTED: StylingKind.NESTING}
_NUMBERED = frozenset(_OWN.values())
"""What has a numbered change of its own."""
_UNTOLD = (StylingKind.EMPHASIS, StylingKind.SPACE)
_MARKUP = re.compile(r"([\\`*_\[\]<>~|#&])")
_REFERENCE = re.compile(r"(?<!\w)@(?=\w)|\\?#(?=\d)|(?<!\w)GH-(?=\d)|(?<=[a-z]):(?=//)|\bwww(?=\.)", re.I)
"""What forges make a link, which tells people or threads that they were mentioned: @name, #12, GH-12, an address."""
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

    def block(self, block: Leaf, text: str, label: str = "") -> str:
        """A block: its marker or the label of its item, its words."""
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

    def block(self, block: Leaf, text: str, label: str = "") -> str:
        """A block: its marker as in the source, or its label, and its words."""
        found = begun(block)
        indent = "  " + "    " * (depth(block.path) - (found is not None)) + "> " * _quoted(block)
        match found, block:
            case (_, _), _:
                return f"{indent}{label or '-'} {text}"
            case _, Heading(level=level) if level > 1:
                return f"{indent}{'#' * level} {text}"
            case _:
                return f"{indent}{text}"


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

    def block(self, block: Leaf, text: str, label: str = "") -> str:
        """A block, with an empty line after it."""
        quoted = "> " * _quoted(block)
        match begun(block), block:
            case (_, _), _ if label:
                return f"{quoted}{_AT_START.sub(_guarded, _escaped(label))} {text.lstrip()}\n"
            case (_, _), _:
                return f"{quoted}{self.bullet(text)}\n"
            case _, Heading(level=level) if level > 1:
                return f"#### {text.lstrip()}\n"
            case _:
                return f"{quoted}{_AT_START.sub(_guarded, text.lstrip())}\n"


def _quoted(leaf: Leaf) -> int:
    """In how many quotations a leaf stands."""
    return sum(isinstance(step, Quotation) for step in leaf.path)


def _escaped(text: str) -> str:
    return _REFERENCE.sub(lambda found: f"{found[0].lstrip(chr(92))}<!-- -->", _MARKUP.sub(r"\\\1", text))


def _guarded(match: re.Match[str]) -> str:
    return f"{match[1] or ''}\\"


def text(redline: Redline, style: Style | None = None) -> str:
    """The redline as text, one block a line, ended by a newline."""
    style = style or Brackets()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(_lines(redline, style)).rstrip("\n")) + "\n"


def fact_line(change: FactChange) -> str:
    """A changed fact in one line: `retention.contract.keep: [-10 years-] → {+7 years+}`."""
    return " ".join(_fact(change, Brackets()).split())


def _lines(redline: Redline, style: Style) -> Iterator[str]:
    count, sections = len(redline.changes), redline.changed_sections
    renamed = renames(redline.sections)
    titles = {section.id: numbered_title(section) for section in redline.sections if section.new is None}
    titles |= {section.id: numbered_title(section) for section in redline.sections if section.new}
    texts = [
        _SectionText(section, stylings(section.rows, renamed), titles, redline.lists) for section in redline.sections
    ]
    beside = any((each.section.rows and each.beside) or _former(each.section) for each in texts)
    if count:
        yield f"{_count(count, 'change')} in {_count(sections, 'section')}"
    else:
        yield "No words changed; links, numbers or formatting did." if beside else "No words changed."
    by_section: dict[int, list[Change]] = defaultdict(list)
    for change in redline.changes:
        by_section[change.section].append(change)
    for index, each in enumerate(texts):
        changes = by_section[index]
        quiet = [*_quiet(each, changes, style)]
        if changes or quiet:
            yield ""
            yield style.heading(numbered_title(each.section) + _former(each.section))
            for change in changes:
                yield ""
                yield from _change(change, each, style)
            if quiet:
                yield ""
                yield style.label("formatting")
                yield from quiet
            each.named = True
    if renumbered := [each.section for each in texts if not each.named and _former(each.section)]:
        yield ""
        yield style.heading("Numbers and names")
        yield ""
        for section in renumbered:
            yield style.bullet(style.words(Op.KEPT, numbered_title(section) + _former(section)))
    if redline.facts:
        yield ""
        yield style.heading("Facts")
        yield ""
        for fact in redline.facts:
            yield style.bullet(_fact(fact, style))


@dataclass(slots=True)
class _SectionText:
    """A section that is being text."""

    section: SectionChange
    beside: Mapping[int, tuple[Styling, ...]]
    """By the index of a row what changed beside its words."""
    titles: Mapping[str, str]
    """Of all sections, by id."""
    lists: tuple[str, ...]
    """How labels of items look."""
    named: bool = False
    """Whether its title stands there already."""


def _former(section: SectionChange) -> str:
    """The number of a section, or the name of a file, that was another."""
    if not section.old or not section.new or section.old_number == section.new_number:
        return ""
    return f" (formerly {section.old_number})" if section.old_number else " (formerly without a number)"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _change(change: Change, text: _SectionText, style: Style) -> Iterator[str]:
    section = text.section
    other = section.split_from or section.merged_into
    where = f": {text.titles[other.section]}" if other and change.rows is None else ""
    yield style.label(f"{change.number} · {_SAID.get(change.kind, change.kind.value)}{where}")
    if change.rows is None and section.kind is SectionKind.SAME:
        return
    if change.kind in (ChangeKind.SECTION_MOVED, ChangeKind.SECTION_SPLIT, ChangeKind.SECTION_MERGED):
        return
    own = _OWN.get(change.kind)
    for index in range(len(section.rows))[slice(*change.rows or (None,))]:
        if not own or section.rows[index].kind is RowKind.RESTYLED:
            yield from _row(section.rows[index], text, style)
        those = text.beside.get(index, ())
        yield from _beside([each for each in those if (each.kind is own if own else each.kind not in _NUMBERED)], style)


def _row(row: Row, text: _SectionText, style: Style) -> Iterator[str]:
    blocks = row.new or row.old
    if row.kind is RowKind.MOVED and row.elsewhere and row.elsewhere != text.section.id:
        yield style.label(f"from “{text.titles[row.elsewhere]}”")
    for place, part in enumerate(row.parts):
        if part:  # a section without a heading has an empty one
            block = blocks[min(place, len(blocks) - 1)]
            label = own_label(block.path, text.lists) if begun(block) else ""
            yield style.block(block, _pieces(part, style), label)
    for line in row.table:
        if line.kind is not RowKind.SAME:
            yield style.bullet(" · ".join(_pieces(cell, style) for cell in line.cells))


def _quiet(text: _SectionText, changes: Sequence[Change], style: Style) -> Iterator[str]:
    """The blocks whose words are the same and that no change tells of; where only emphasis differs, how many."""
    shown = {index for change in changes if change.rows for index in range(*change.rows)}
    bare = 0
    for index, those in text.beside.items():
        row = text.section.rows[index]
        if index in shown or row.kind not in (RowKind.SAME, RowKind.RESTYLED):
            continue
        if any(each.kind not in _UNTOLD for each in those) or any(piece.op is not Op.KEPT for piece in row.pieces()):
            yield from _row(row, text, style)
            yield from _beside(those, style)
        else:
            bare += 1
    if bare:
        yield style.bullet(f"bold, italics or spaces differ in {_count(bare, 'block')}")


def _beside(those: Sequence[Styling], style: Style) -> Iterator[str]:
    """What changed of a block beside its words, a line each."""
    for each in those:
        if each.kind in _UNTOLD:
            continue
        was, now = (
            style.words(op, value) if value is not None else "no link"
            for op, value in ((Op.REMOVED, each.old), (Op.ADDED, each.new))
        )
        what = style.words(Op.KEPT, f"{_BESIDE[each.kind]} “{each.words}”" if each.words else _BESIDE[each.kind])
        yield style.bullet(f"{what}: {was} → {now}")


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
        case tuple():
            return ", ".join(value)
        case _:
            return str(value)
