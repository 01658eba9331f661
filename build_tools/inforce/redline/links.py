"""What a row's bare words do not say: how the old edition had set them, and which of its links lead elsewhere now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from inforce.model.text import Leaf, Target, begun, depth, leaf_links
from inforce.redline.changes import PLAIN, LinkChange, Marks, Op, Piece, Row, RowKind, Run
from inforce.redline.flattened import FlatText, is_inside, unit
from inforce.redline.headings import typed_number

_UNSEEN = ("fact", "id")
"""Targets that lead a reader nowhere."""
_NUMBERED = re.compile(r"#\d{1,3}(?:[-._]\d{1,2})*[-._](?=[^\W\d_])")
"""How the address of a heading begins whose number is part of it: "#9-prohibited-conduct"."""
_NO_PART = re.compile(r"[^\w\s.-]")


def is_reported(row: Row, renamed: Mapping[str, str]) -> bool:
    """Whether a row is reported as changed: its words are, a link of it leads elsewhere, or its depth is another."""
    if row.kind is RowKind.SAME:
        return False
    return row.kind is not RowKind.RESTYLED or nested(row) is not None or bool(relinked(row, renamed))


def nested(row: Row) -> tuple[int, int] | None:
    """In how many lists a block stood and stands, where these differ and it stands in one still; 1 is the outermost."""
    if len(row.old) != 1 or len(row.new) != 1:
        return None
    was, now = depth(row.old[0].path), depth(row.new[0].path)
    return (was, now) if was and now and was != now else None


def relinked(row: Row, renamed: Mapping[str, str]) -> tuple[LinkChange, ...]:
    """The links whose words stay, or are replaced by others, and that lead elsewhere now, or nowhere, or did not lead.

    `renamed` gives the new id of a section that has another one: a link to it leads where it led.
    """
    if _targets(row.old) == _targets(row.new):
        return ()
    before, after = _all_parts(as_set(row)), _all_parts(row)
    listed = _number(row.old), _number(row.new)
    return tuple(
        change for was, now in zip(before, after, strict=True) for change in _changed(was, now, renamed, listed)
    )


def _number(leaves: Sequence[Leaf]) -> str | None:
    """The number of the step that these leaves are."""
    found = begun(leaves[0]) if len(leaves) == 1 else None
    return str(found[1].number) if found and found[0].ordered else None


def _targets(leaves: Sequence[Leaf]) -> list[Target]:
    return [link.target for leaf in leaves for link in leaf_links(leaf) if link.target.scheme not in _UNSEEN]


def _all_parts(row: Row) -> list[tuple[Piece, ...]]:
    return [*row.parts, *(cell for line in row.table for cell in line.cells)]


# ---- links


@dataclass(frozen=True, slots=True)
class _Span:
    """The words of a link. What lies between two places is kept: places count the kept letters before them."""

    target: Target
    words: str
    begin: int
    end: int

    def meets(self, other: _Span) -> bool:
        """Whether both hold the same kept letters; where both were replaced whole, whether at the same place."""
        if self.begin == self.end or other.begin == other.end:
            return (self.begin, self.end) == (other.begin, other.end)
        return self.begin < other.end and other.begin < self.end


def _changed(
    was: Sequence[Piece], now: Sequence[Piece], renamed: Mapping[str, str], listed: tuple[str | None, str | None]
) -> Iterator[LinkChange]:
    before, after = list(_spans(was, Op.ADDED)), list(_spans(now, Op.REMOVED))
    for span in after:
        met = [old for old in before if old.meets(span)]
        for old in met:
            numbers = (typed_number(each.words)[0] or number for each, number in zip((old, span), listed, strict=True))
            if _now(old.target, renamed) != span.target and not renumbered(old.target, span.target, *numbers):
                yield LinkChange(words=(span if len(met) == 1 else old).words, old=old.target, new=span.target)
        if not met and span.begin < span.end:
            yield LinkChange(words=span.words, old=None, new=span.target)
    for old in before:
        if old.begin < old.end and not any(old.meets(span) for span in after):
            yield LinkChange(words=old.words, old=old.target, new=None)


def _now(target: Target, renamed: Mapping[str, str]) -> Target:
    return replace(target, value=renamed.get(target.value, target.value)) if target.scheme == "section" else target


def _spans(pieces: Sequence[Piece], unseen: Op) -> Iterator[_Span]:
    """The links of one side. White space belongs to the link before it."""
    runs: list[tuple[Op, Run, Target | None]] = []
    for piece in pieces:
        for run in piece.runs if piece.op is not unseen else ():
            last = runs[-1][2] if runs else None
            runs.append((piece.op, run, run.marks.target if run.text.strip() else last))
    place = 0
    for target, group in groupby(runs, key=lambda one: one[2]):
        begin, words = place, ""
        for op, run, _ in group:
            words += run.text
            place += _letters(run.text) if op is Op.KEPT else 0
        if target is not None and target.scheme not in _UNSEEN:
            yield _Span(target, " ".join(words.split()), begin, place)


# ---- the old edition's setting


def as_set(row: Row) -> Row:
    """The row with its kept words as the old edition has them: white space, emphasis and links."""
    if not row.old or row.kind is RowKind.MOVED_AWAY:
        return row
    marks = [mark for block in row.old for line in _lines(block) for mark in _marks(line)]
    pieces = [piece for part in _all_parts(row) for piece in part if piece.op is not Op.ADDED]
    if len(marks) != sum(_letters(_text(piece)) for piece in pieces):
        return row
    left = iter(marks)
    return replace(
        row,
        parts=tuple(_reset(part, left) for part in row.parts),
        table=tuple(replace(line, cells=tuple(_reset(cell, left) for cell in line.cells)) for line in row.table),
    )


def _lines(leaf: Leaf) -> tuple[FlatText, ...]:
    made = unit(leaf)
    return tuple(cell for cells in made.cells for cell in cells) if made.cells else (made.line,)


def _marks(line: FlatText) -> Iterator[Marks]:
    """How each letter of a line is set."""
    for run in line.runs(0, len(line.words.text)):
        yield from [run.marks] * _letters(run.text)


def _reset(pieces: Sequence[Piece], marks: Iterator[Marks]) -> tuple[Piece, ...]:
    return tuple(piece if piece.op is Op.ADDED else Piece(piece.op, _runs(_text(piece), marks)) for piece in pieces)


def _runs(text: str, marks: Iterator[Marks]) -> tuple[Run, ...]:
    """A text set by the marks of its letters."""
    each = [None if char.isspace() else next(marks) for char in text]
    later: list[Marks | None] = []
    for mark in reversed(each):
        later.append(mark or (later[-1] if later else None))
    runs: list[tuple[str, Marks]] = []
    last: Marks | None = None
    for char, mark, following in zip(text, each, reversed(later), strict=True):
        shown = mark or _between(char, last, following)
        last = mark or last
        if runs and runs[-1][1] == shown:
            runs[-1] = (runs[-1][0] + char, shown)
        else:
            runs.append((char, shown))
    return tuple(Run(*run) for run in runs) or (Run(""),)


def _between(space: str, before: Marks | None, after: Marks | None) -> Marks:
    """How white space is set: as the letters on both sides of it are, or on the one that has any. A break between two
    items is part of none."""
    beside = before or after or PLAIN
    if space == "\n" and (beside.item or before is None or after is None):
        return PLAIN
    return beside if before is None or after is None or before == after else PLAIN


def _text(piece: Piece) -> str:
    return piece.text if piece.was is None else piece.was


def _letters(text: str) -> int:
    return sum(not char.isspace() for char in text)


# ---- links to headings of the same text: that a heading was renumbered is no change of where a link to it leads


def renumbered(old: Target, new: Target, was: str | None, now: str | None) -> bool:
    """Whether two links lead to a heading of which the number alone is another. `was` and `now` are the numbers typed
    in their words, or of the items in which they stand."""
    if not is_inside(old) or not is_inside(new) or old.title != new.title:
        return False
    bare, bare_now = (_NUMBERED.sub("#", each.value) for each in (old, new))
    if bare == bare_now and old.value != bare and new.value != bare:
        return True
    return bool(was and now) and any(
        _numbered(a).sub(lambda _, b=b: b, old.value, count=1).casefold() == new.value.casefold()  # type: ignore[misc]
        for a, b in zip(_forms(was or ""), _forms(now or ""), strict=True)
    )


def _numbered(form: str) -> re.Pattern[str]:
    before = r"(?<!\d)" if form[:1].isdigit() else r"(?<![^\W_])"
    after = r"(?!\d)" if form[-1:].isdigit() else r"(?![0-9a-z])"
    return re.compile(f"{before}{re.escape(form)}{after}", re.IGNORECASE)


def _forms(number: str) -> Iterator[str]:
    """How a number stands in addresses: GitHub leaves its stops out, others set signs in their place."""
    bare = _NO_PART.sub("", number.casefold()).strip(" .-")
    yield from ("-".join(bare.replace(".", between).split()) for between in ("", "-", ".", "_"))
