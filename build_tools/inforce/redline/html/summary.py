"""The list of changes that stands on top: numbered, by section, each with a link to its place; then changes of fact.

Anchors of changes are `c_1`, `c_2` …: an id of a section can hold no underscore, so they never collide.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby
from unicodedata import bidirectional

from inforce.redline.changes import Op, Piece, Redline, numbered_title
from inforce.redline.html.inline import marked
from inforce.redline.html.labels import RedlineLabels
from inforce.redline.html.wording import RedlineWording
from inforce.writer import RenderContext


def anchor(number: int, prefix: str = "c") -> str:
    """The id of a change."""
    return f"{prefix}_{number}"


def summary(
    redline: Redline, labels: RedlineLabels, *, old: RenderContext, new: RenderContext, prefix: str = "c"
) -> str:
    """The numbered list of changes with links, old → new, and the changes of fact."""
    wording = RedlineWording(redline=redline, labels=labels, old=old, new=new)
    out = [f'<section class="sum" aria-labelledby="{prefix}_h">\n<h2 id="{prefix}_h">{escape(labels.heading)}</h2>\n']
    count = labels.counts(len(redline.changes), redline.changed_sections) if redline.changes else labels.nothing
    out.append(f"<p>{escape(count)}</p>\n")
    for index, group in groupby(redline.changes, key=lambda change: change.section):
        changes = tuple(group)
        many = f' <span class="tag">{escape(labels.section_changes(len(changes)))}</span>' if len(changes) > 1 else ""
        out.append(f"<h3><bdi>{escape(numbered_title(redline.sections[index]))}</bdi>{many}</h3>\n<ol>\n")
        for change in changes:
            number, kind = labels.change(change.number), labels.kinds[change.kind]
            quoted = "".join(_quote(pieces, labels) for pieces in change.quotes)
            details = "".join(f'<div class="ex to">{one}</div>' for one in wording.links(change.links))
            out.append(
                f'<li><a href="#{anchor(change.number, prefix)}">{escape(number)}</a> '
                f'<span class="tag">{escape(kind)}</span>{quoted}{details}</li>\n'
            )
        out.append("</ol>\n")
    lines = [line for fact in redline.facts if (line := labels.fact(fact)) is not None]
    if lines:
        out.append(f'<h3>{escape(labels.facts_heading)}</h3>\n<ul class="facts">\n')
        for line in lines:
            marked = _from_to(
                escape(line.old) if line.old is not None else "",
                escape(line.new) if line.new is not None else "",
                labels,
            )
            out.append(f"<li>{escape(line.label)}{' ' + marked if marked else ''}</li>\n")
        out.append("</ul>\n")
    out.append("</section>\n")
    return "".join(out)


def _quote(pieces: Sequence[Piece], labels: RedlineLabels) -> str:
    out: list[str] = []
    way = _direction("".join(piece.text for piece in pieces))
    attribute = f' dir="{way}"' if way else ""
    arrow = {"ltr": "→", "rtl": "←", "": labels.arrow}[way]
    for index, piece in enumerate(pieces):
        text = escape(piece.text, quote=False)
        if piece.op is Op.KEPT:
            out.append(text)
        elif piece.op is Op.REMOVED:
            out.append(marked(Op.REMOVED, text, labels))
        else:
            if index and pieces[index - 1].op is Op.REMOVED:
                out.append(f" {arrow} ")
            out.append(marked(Op.ADDED, text, labels))
    return f'<div class="ex"{attribute}>{"".join(out)}</div>'


def _direction(text: str) -> str:
    """Where most letters of a text lead (UAX #9): `ltr` or `rtl`; '' where it has none."""
    kinds = [bidirectional(char) for char in text]
    left, right = kinds.count("L"), kinds.count("R") + kinds.count("AL")
    return "" if left == right == 0 else "rtl" if right > left else "ltr"


def _from_to(old: str, new: str, labels: RedlineLabels) -> str:
    parts = [marked(Op.REMOVED, old, labels)] if old else []
    if new:
        parts.append(marked(Op.ADDED, new, labels))
    return f" {labels.arrow} ".join(parts)
