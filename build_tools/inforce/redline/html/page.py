"""A redline to HTML: the list of changes on top, then the text with every change in its place.

Anchors of changes are `c_1`, `c_2` …: an id of a section can hold no underscore, so they never collide.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Literal

from inforce.model.text import Section, words
from inforce.redline.changes import Change, ChangeKind, Op, Piece, Redline, RowKind, SectionChange, SectionKind
from inforce.redline.html.blocks import BlockWriter, Label
from inforce.redline.html.inline import InlineWriter
from inforce.redline.html.words import RedlineWords
from inforce.render import RenderContext

SectionHtml = Callable[[Literal["old", "new"], Section], str]
"""A section as the pages render it: `<section id=…>…`. Called for sections without change."""


def render(
    redline: Redline,
    words: RedlineWords,
    *,
    old: RenderContext,
    new: RenderContext,
    section_html: SectionHtml,
) -> str:
    """The whole redline: `summary` and `body`."""
    return summary(redline, words) + body(redline, words, old=old, new=new, section_html=section_html)


def anchor(number: int) -> str:
    """The id of a change."""
    return f"c_{number}"


def summary(redline: Redline, words: RedlineWords) -> str:
    """The numbered list of changes with links, old → new, and the changes of fact."""
    out = [f'<section class="sum" aria-labelledby="c_h">\n<h2 id="c_h">{escape(words.heading)}</h2>\n']
    count = words.counts(len(redline.changes), redline.changed_sections) if redline.changes else words.nothing
    out.append(f"<p>{escape(count)}</p>\n")
    if redline.changes:
        out.append("<ol>\n")
        for change in redline.changes:
            section = redline.sections[change.section]
            title = _titled(section)
            out.append(
                f'<li><a href="#{anchor(change.number)}">{escape(title)}</a> '
                f'<span class="tag">{escape(words.kinds[change.kind])}</span>'
                f"{_excerpt(change.excerpt, words)}</li>\n"
            )
        out.append("</ol>\n")
    lines = [line for fact in redline.facts if (line := words.fact(fact)) is not None]
    if lines:
        out.append(f'<h3>{escape(words.facts_heading)}</h3>\n<ul class="facts">\n')
        for line in lines:
            marked = _from_to(
                escape(line.old) if line.old is not None else "",
                escape(line.new) if line.new is not None else "",
                words,
            )
            out.append(f"<li>{escape(line.label)}{' ' + marked if marked else ''}</li>\n")
        out.append("</ul>\n")
    out.append("</section>\n")
    return "".join(out)


def _excerpt(pieces: Sequence[Piece], words: RedlineWords) -> str:
    if not pieces:
        return ""
    out: list[str] = []
    for index, piece in enumerate(pieces):
        text = escape(piece.text, quote=False)
        if piece.op is Op.KEPT:
            out.append(text)
        elif piece.op is Op.REMOVED:
            out.append(_marked("del", text, words.removed))
        else:
            if index and pieces[index - 1].op is Op.REMOVED:
                out.append(f" {words.arrow} ")
            out.append(_marked("ins", text, words.added))
    return f'<div class="ex">{"".join(out)}</div>'


def _from_to(old: str, new: str, words: RedlineWords) -> str:
    parts = [_marked("del", old, words.removed)] if old else []
    if new:
        parts.append(_marked("ins", new, words.added))
    return f" {words.arrow} ".join(parts)


def _marked(tag: str, inner: str, spoken: tuple[str, str]) -> str:
    return f'<{tag} data-b="{escape(spoken[0])}" data-e="{escape(spoken[1])}">{inner}</{tag}>'


def body(
    redline: Redline,
    words: RedlineWords,
    *,
    old: RenderContext,
    new: RenderContext,
    section_html: SectionHtml,
) -> str:
    """The text in the new edition's order, changes marked, sections without change folded."""
    by_section: dict[int, list[Change]] = {}
    for change in redline.changes:
        by_section.setdefault(change.section, []).append(change)
    titles: dict[str, str] = {}
    moved: dict[int, tuple[int, int]] = {}
    for index, section in enumerate(redline.sections):
        if section.new is not None or section.id not in titles:
            titles[section.id] = _titled(section)
        for place, row in enumerate(section.rows):
            if row.kind is RowKind.MOVED and row.move is not None:
                moved[row.move] = (index, place)
    targets = {
        move: change.number
        for move, (index, place) in moved.items()
        for change in by_section.get(index, ())
        if change.rows and change.rows[0] <= place < change.rows[1]
    }
    live = {section.id for section in redline.sections if section.new is not None}
    writer = _SectionWriter(words, old, new, titles, targets, live, section_html)
    return "".join(writer.write(section, by_section.get(index, ())) for index, section in enumerate(redline.sections))


class _SectionWriter:
    """Writes sections one by one."""

    def __init__(
        self,
        words: RedlineWords,
        old: RenderContext,
        new: RenderContext,
        titles: Mapping[str, str],
        targets: Mapping[int, int],
        live: set[str],
        section_html: SectionHtml,
    ) -> None:
        self._words = words
        self._old = old
        self._new = new
        self._titles = titles
        self._targets = targets
        self._live = live
        self._section_html = section_html

    def write(self, section: SectionChange, changes: Sequence[Change]) -> str:
        whole = next((change for change in changes if change.rows is None), None)
        notice = f'<div class="chg" id="{anchor(whole.number)}">{self._label(whole)}' if whole else ""
        if section.kind is SectionKind.SAME:
            assert section.new is not None
            folded = self._folded(section)
            return f"{notice}\n{folded}</div>\n" if whole else folded
        inner = self._rows(section, changes)
        if whole and whole.kind is ChangeKind.SECTION_MOVED:
            inner = f"{notice}</div>\n{inner}"
        elif whole:
            inner = f"{notice}\n{inner}</div>\n"
        name = escape(section.id)
        if section.new is None:
            return f'<section class="removed">\n{inner}</section>\n'
        return f'<section id="{name}">\n{self._said(section, changes)}{inner}</section>\n'

    def _folded(self, section: SectionChange) -> str:
        """A section whose words are the same behind a disclosure."""
        assert section.new is not None
        state = self._words.only_style if section.rows else self._words.unchanged
        was = f" · {self._words.renumbered(section.old_number)}" if section.old_number and _renumbered(section) else ""
        return (
            f'<details class="same"><summary>{escape(_titled(section))} <span>{escape(state + was)}</span></summary>\n'
            f"<div>{self._section_html('new', section.new)}</div></details>\n"
        )

    def _said(self, section: SectionChange, changes: Sequence[Change]) -> str:
        """What stands above a changed section: its former number, how many changes it has where they are several."""
        says = [self._words.renumbered(section.old_number)] if section.old_number and _renumbered(section) else []
        if len(changes) > 1:
            says.append(self._words.section_changes(len(changes)))
        return f'<p class="ct">{escape(" · ".join(says))}</p>\n' if says else ""

    def _rows(self, section: SectionChange, changes: Sequence[Change]) -> str:
        removed = section.new is None
        context = self._old if removed else self._new
        labels: dict[int, Label] = {}
        spans: dict[int, int] = {}
        for change in changes:
            if change.rows is None:
                continue
            first, end = change.rows
            labels[first] = Label(anchor=anchor(change.number), html=self._label(change, section))
            spans.update(dict.fromkeys(range(first, end), first))
        writer = BlockWriter(
            section=section.id,
            inline=InlineWriter(words=self._words, context=context),
            labels=labels,
            spans=spans,
            notes=self._notes(section),
            ids=not removed,
        )
        return writer.write(section.rows)

    def _notes(self, section: SectionChange) -> dict[int, str]:
        notes: dict[int, str] = {}
        for index, row in enumerate(section.rows):
            if row.kind is RowKind.GONE and row.elsewhere is not None and row.move is not None:
                says = escape(self._words.moved_to(self._titles.get(row.elsewhere, row.elsewhere)))
                number = self._targets.get(row.move)
                href = f"#{anchor(number)}" if number else f"#{escape(row.elsewhere)}"
                notes[index] = f'<a href="{href}">{says}</a>'
        return notes

    def _label(self, change: Change, section: SectionChange | None = None) -> str:
        says = self._words.kinds[change.kind]
        if change.kind is ChangeKind.MOVED and section is not None and change.rows is not None:
            elsewhere = section.rows[change.rows[0]].elsewhere
            if elsewhere is not None and elsewhere != section.id:
                says = f"{says} {self._words.moved_from(self._titles.get(elsewhere, elsewhere))}"
        number = f'<a href="#{anchor(change.number)}">{escape(self._words.change(change.number))}</a>'
        return f'<p class="ct">{number} · {escape(says)}</p>'


def _renumbered(section: SectionChange) -> bool:
    return bool(section.old_number and section.new and section.old_number != section.new_number)


def _titled(section: SectionChange) -> str:
    """A section's number and heading, as plain words."""
    shown = section.new or section.old
    assert shown is not None
    number = section.new_number if section.new else section.old_number
    title = " ".join(words(shown.heading.children).split())
    return f"{number} {title}" if number else title
