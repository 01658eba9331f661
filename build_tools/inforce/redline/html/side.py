"""A redline to HTML in two columns: what was beside what is, block by block.

Made for one column too: what has not changed is there once for those who listen and where the page is narrow, and
each changed block then says whose it is. Headings, ids and links stand in the new column alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from inforce.model.text import Heading
from inforce.redline.changes import Change, Op, Redline, Row, RowKind, SectionChange, SectionKind
from inforce.redline.html.labels import RedlineLabels
from inforce.redline.html.rows import RowWriter
from inforce.redline.html.setting import ROUND_A_SECTION, SectionHtml, Setting, whole_change
from inforce.writer import RenderContext


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column's name ("Version 2") and, where it isn't the page's, its language and direction."""

    name: str
    language: str = ""
    direction: str = ""

    @property
    def attributes(self) -> str:
        """As HTML attributes: the language and the direction."""
        return f' lang="{escape(self.language)}" dir="{escape(self.direction)}"' if self.language else ""


def heads(left: Column, right: Column) -> str:
    """The names of both columns, above them. Those who listen hear them with each block instead."""
    names = (f"<div><b{column.attributes}>{escape(column.name)}</b></div>" for column in (left, right))
    return f'<div class="pair heads" aria-hidden="true">{"".join(names)}</div>\n'


def side_by_side(
    redline: Redline,
    labels: RedlineLabels,
    *,
    old: RenderContext,
    new: RenderContext,
    section_html: SectionHtml | None = None,
    columns: tuple[str, str],
) -> str:
    """The text in two columns named `columns`; what to put round it is a container of the class `side`."""
    setting = Setting(redline, labels, old=old, new=new, section_html=section_html)
    left, right = (Column(name=name) for name in columns)
    out = [heads(left, right)]
    for index, section in enumerate(redline.sections):
        out.append(_section(setting, section, setting.changes(index), columns))
    return "".join(out)


def _section(setting: Setting, section: SectionChange, changes: tuple[Change, ...], columns: tuple[str, str]) -> str:
    whole = whole_change(changes)
    if section.kind is SectionKind.SAME:
        folded = setting.folded(section)
        return setting.framed(whole, f"{setting.label(whole)}\n{folded}") if whole else folded
    pairs = _Pairs(
        old=setting.writer(section, changes, Op.REMOVED),
        new=setting.writer(section, changes, Op.ADDED),
        columns=columns,
    )
    if whole and whole.kind in ROUND_A_SECTION:
        pair = pairs.pair(section, 0, len(section.rows), changed=True)
        return setting.wrapped(section, setting.framed(whole, f"\n{pair}"))
    return setting.wrapped(section, "".join(_rows(setting, section, changes, pairs)))


def _rows(setting: Setting, section: SectionChange, changes: tuple[Change, ...], pairs: _Pairs) -> list[str]:
    """Stretches of rows: of a change, each in its frame; between them what stays; what is folded once."""
    spans: dict[int, tuple[Change, int]] = {}
    also: dict[int, str] = {}
    inside: set[int] = set()
    for change in changes:
        if change.rows and change.rows[0] in inside:
            also[change.rows[0]] = also.get(change.rows[0], "") + setting.label(change, section, framed=False)
        elif change.rows:
            spans[change.rows[0]] = (change, change.rows[1])
            inside.update(range(*change.rows))
    folds = {begin: (end, says) for begin, end, says in pairs.new.folds(section.rows, 0, len(section.rows))}
    out: list[str] = []
    at = 0
    while at < len(section.rows):
        if at in spans:
            change, end = spans[at]
            inner = ""
            for index in range(at, end):
                says = f"{setting.label(change, section)}\n" if index == at else ""
                says += also.get(index, "")
                pair = pairs.pair(section, index, index + 1, changed=True)
                inner += pair + says if _is_heading(section.rows[index]) else says + pair
            out.append(setting.framed(change, inner))
        elif at in folds:
            end, says = folds[at]
            out.append(pairs.new.fold(section.rows, at, end, says))
        else:
            end = at + 1
            moved_away = section.rows[at].kind is RowKind.MOVED_AWAY
            while end < len(section.rows) and end not in spans and end not in folds:
                if (section.rows[end].kind is RowKind.MOVED_AWAY) != moved_away:
                    break
                end += 1
            out.append(pairs.pair(section, at, end, changed=moved_away))
        at = end
    return out


def _is_heading(row: Row) -> bool:
    return row.kind is not RowKind.MOVED_AWAY and isinstance((row.new or row.old)[0], Heading)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pairs:
    """Writes the same rows on both sides."""

    old: RowWriter
    new: RowWriter
    columns: tuple[str, str]

    def pair(self, section: SectionChange, start: int, end: int, *, changed: bool) -> str:
        was, now = (writer.blocks(section.rows, start, end) for writer in (self.old, self.new))
        if not changed:
            return f'<div class="pair">\n<div class="was" aria-hidden="true">{was}</div>\n<div>{now}</div>\n</div>\n'
        cells = (
            f'<div class="{name}" role="group" aria-label="{escape(column)}">{inner}</div>\n'
            if inner
            else "<div></div>\n"
            for name, inner, column in zip(("was", "now"), (was, now), self.columns, strict=True)
        )
        return f'<div class="pair diff">\n{"".join(cells)}</div>\n'
