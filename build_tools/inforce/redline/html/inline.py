"""Pieces of words to HTML: `ins`, `del`, links and emphasis, always properly nested, with as few cuts as may be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from inforce.model.text import Target
from inforce.redline.changes import PLAIN, Op, Piece
from inforce.redline.html.labels import RedlineLabels
from inforce.writer import RenderContext
from inforce.writer.inline import write_link


@dataclass(frozen=True, slots=True)
class _Change:
    op: Op
    index: int
    whole: bool


_STRONG = "strong"
_EMPHASIS = "em"
_CODE = "code"
_ITEM = 'span class="item"'
_Property = _Change | Target | str
_Atom = tuple[str, tuple[_Property, ...]]
"""Words, and all that holds of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceWriter:
    """Writes pieces. Links of removed words are plain words, unless the same link goes on in words that stay."""

    labels: RedlineLabels
    context: RenderContext

    def write(self, pieces: Sequence[Piece], *, line_break: str = "<br>") -> str:
        """The HTML of a block's pieces."""
        if len(pieces) == 1 and pieces[0].op is Op.KEPT and all(run.marks == PLAIN for run in pieces[0].runs):
            return escape(pieces[0].text, quote=False).replace("\n", line_break)
        return self._group(list(_atoms(pieces)), (), line_break)

    def _group(self, atoms: Sequence[_Atom], opened: tuple[_Property, ...], line_break: str) -> str:
        """Each time the property that reaches farthest is opened first: so nothing overlaps. An item in a cell goes
        before all, so that it has one sign."""
        out: list[str] = []
        at = 0
        while at < len(atoms):
            text, properties = atoms[at]
            best: _Property | None = None
            reach = at
            for one in properties:
                if one in opened or best == _ITEM:
                    continue
                end = at + 1
                while end < len(atoms) and one in atoms[end][1]:
                    end += 1
                if end > reach or (one == _ITEM and end > at):
                    best, reach = one, end
            if best is None:
                out.append(escape(text, quote=False).replace("\n", line_break))
                at += 1
                continue
            out.append(self._wrap(best, self._group(atoms[at:reach], (*opened, best), line_break)))
            at = reach
        return "".join(out)

    def _wrap(self, one: _Property, inner: str) -> str:
        match one:
            case _Change(op=op, whole=whole):
                return marked(op, inner, self.labels, whole=whole)
            case Target():
                return write_link(one, inner, self.context)
            case _:
                return f"<{one}>{inner}</{one.partition(' ')[0]}>"


def marked(op: Op, inner: str, labels: RedlineLabels, *, whole: bool = False) -> str:
    """HTML marked as removed or added, with the words that are read aloud before and after it."""
    tag, (begin, end) = ("ins", labels.added) if op is Op.ADDED else ("del", labels.removed)
    name = ' class="w"' if whole else ""
    return f'<{tag}{name} data-b="{escape(begin)}" data-e="{escape(end)}">{inner}</{tag}>'


def _atoms(pieces: Sequence[Piece]) -> Iterable[_Atom]:
    staying = {run.marks.target for piece in pieces if piece.op is not Op.REMOVED for run in piece.runs}
    whole = len(pieces) == 1
    listed = any(run.marks.item for piece in pieces for run in piece.runs)
    for index, piece in enumerate(pieces):
        for run in piece.runs:
            if not run.text:
                continue
            properties: list[_Property] = []
            target = run.marks.target
            if target is not None and (piece.op is not Op.REMOVED or target in staying):
                properties.append(target)
            if piece.op is not Op.KEPT and not (listed and run.text == "\n"):
                properties.append(_Change(piece.op, index, whole))
            if run.marks.strong:
                properties.append(_STRONG)
            if run.marks.emphasis:
                properties.append(_EMPHASIS)
            if run.marks.code:
                properties.append(_CODE)
            if run.marks.item:
                properties.append(_ITEM)
            yield run.text, tuple(properties)
