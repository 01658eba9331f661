"""A redline to HTML in one column, and what the writing of every section shares: titles, anchors, labels, the place of
what moved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from html import escape

from inforce.model.text import Section
from inforce.redline.changes import Change, ChangeKind, Op, Redline, RowKind, SectionChange, SectionKind, numbered_title
from inforce.redline.html.inline import PieceWriter
from inforce.redline.html.labels import RedlineLabels
from inforce.redline.html.rows import ChangeLabel, RowWriter
from inforce.redline.html.summary import anchor, summary
from inforce.redline.html.wording import RedlineWording
from inforce.writer import RenderContext, write_section

ROUND_A_SECTION = frozenset({ChangeKind.SECTION_ADDED, ChangeKind.SECTION_REMOVED})
"""The changes of a section as a whole whose frame stands round all of it."""
SectionHtml = Callable[[Section], str]
"""A section of the new edition that has not changed, as the pages render it: `<section id=…>…`. Without one it
is written anew."""


class Setting:
    """A redline about to be written.

    `prefix` begins the anchors of its changes; `ids` says whether sections get theirs (a page may show two redlines).
    """

    def __init__(
        self,
        redline: Redline,
        labels: RedlineLabels,
        *,
        old: RenderContext,
        new: RenderContext,
        section_html: SectionHtml | None = None,
        prefix: str = "c",
        ids: bool = True,
    ) -> None:
        self.redline = redline
        self.labels = labels
        self.prefix = prefix
        self._old = old
        self._new = new
        self._was, self._now = replace(old, linked=False), replace(new, linked=ids and new.linked)
        self._section_html = section_html or partial(write_section, context=self._now)
        self._changes: dict[int, tuple[Change, ...]] = {}
        for change in redline.changes:
            self._changes[change.section] = (*self._changes.get(change.section, ()), change)
        self._titles: dict[str, str] = {}
        moved: dict[int, tuple[int, int]] = {}
        for index, section in enumerate(redline.sections):
            if section.new is not None or section.id not in self._titles:
                self._titles[section.id] = numbered_title(section)
            for place, row in enumerate(section.rows):
                if row.kind is RowKind.MOVED and row.move is not None:
                    moved[row.move] = (index, place)
        self.wording = RedlineWording(redline=redline, labels=labels, old=old, new=new)
        self._targets = {
            move: change.number
            for move, (index, place) in moved.items()
            for change in self.changes(index)
            if change.kind is ChangeKind.MOVED and change.rows and change.rows[0] <= place < change.rows[1]
        }

    def changes(self, index: int) -> tuple[Change, ...]:
        """The numbered changes of a section, by its place."""
        return self._changes.get(index, ())

    def section(self, index: int) -> str:
        """A section in one column, by its place in the redline."""
        section, changes = self.redline.sections[index], self.changes(index)
        whole = whole_change(changes)
        if section.kind is SectionKind.SAME:
            folded = self.folded(section)
            return self.framed(whole, f"{self.label(whole)}\n{folded}") if whole else folded
        inner = self.writer(section, changes).write(section.rows)
        if whole and whole.kind in ROUND_A_SECTION:
            inner = self.framed(whole, f"\n{inner}")
        return self.wrapped(section, inner)

    def _title(self, name: str) -> str:
        return self._titles.get(name, name)

    def folded(self, section: SectionChange) -> str:
        """A section whose words are the same behind a disclosure."""
        assert section.new is not None
        state = self.labels.only_style if section.rows else self.labels.unchanged
        was = f" · {self.labels.renumbered(section.old_number)}" if section.old_number and _renumbered(section) else ""
        name = escape(numbered_title(section))
        return (
            f'<details class="same"><summary>{name} <span>· {escape(state + was)}</span></summary>\n'
            f"<div>{self._section_html(section.new)}</div></details>\n"
        )

    def wrapped(self, section: SectionChange, inner: str) -> str:
        """A section that has changed; a removed one has no id that another may have."""
        head = f'id="{escape(section.id)}"' if section.new is not None else 'class="removed"'
        return f"<section {head}>\n{inner}</section>\n"

    def framed(self, change: Change, inner: str) -> str:
        """HTML in the frame of a change, which answers to the change's anchor."""
        return f'<div class="chg" id="{anchor(change.number, self.prefix)}">{inner}</div>\n'

    def _heading_lines(self, section: SectionChange, changes: Sequence[Change], framed: bool) -> str:
        """What a changed section says of itself, below its heading, as those expect who go from heading to heading:
        its former number and how many changes it has, where they are several; how it changed as a whole."""
        says = [self.labels.renumbered(section.old_number)] if section.old_number and _renumbered(section) else []
        if len(changes) > 1:
            says.append(self.labels.section_changes(len(changes)))
        line = f'<p class="ct">{escape(" · ".join(says))}</p>\n' if says else ""
        whole = whole_change(changes)
        if whole is None:
            return line
        if whole.kind in ROUND_A_SECTION:
            return f"{line}{self.label(whole, framed=framed)}\n"
        return line + self.framed(whole, self.label(whole))

    def writer(
        self, section: SectionChange, changes: Sequence[Change], side: Op | None = None, *, framed: bool = True
    ) -> RowWriter:
        """The writer of a section's rows; of one side alone without the labels of changes. `framed`: the frame of a
        section that came or went stands round what is written."""
        removed = section.new is None or side is Op.REMOVED
        change_labels: dict[int, ChangeLabel] = {}
        spans: dict[int, int] = {}
        also: dict[int, str] = {}
        for change in changes if side is None else ():
            if change.rows is None:
                continue
            first, end = change.rows
            if first in spans:
                also[first] = also.get(first, "") + self.label(change, section, framed=False)
                continue
            href, name = anchor(change.number, self.prefix), escape(self.labels.change(change.number))
            again = f'<p class="ct"><a href="#{href}">{name}</a></p>'
            change_labels[first] = ChangeLabel(anchor=href, html=self.label(change, section), again=again)
            spans.update(dict.fromkeys(range(first, end), first))
        return RowWriter(
            section=section.id,
            inline=PieceWriter(labels=self.labels, context=self._was if removed else self._now),
            change_labels=change_labels,
            spans=spans,
            further_lines=also,
            kept_open=frozenset(index for change in changes if change.rows for index in range(*change.rows)),
            notes=self._notes(section),
            level=max(each.heading.level for each in (section.old, section.new) if each is not None),
            is_removed=removed,
            former={} if removed else self._former(section),
            heading_lines=""
            if side is Op.REMOVED and section.new is not None
            else self._heading_lines(section, changes, framed),
            side=side,
        )

    def _former(self, section: SectionChange) -> Mapping[str, str]:
        """Former numbers inside a section, where they differ by more than the section's own."""
        if section.new is None or section.old is None:
            return {}
        was, now = self._old.numbers, self._new.numbers
        before, after = (was.get(section.old.id) or "").rstrip("."), (now.get(section.new.id) or "").rstrip(".")
        return {
            name: was[name]
            for name, _, _ in section.new.ids()
            if name in was and name in now and was[name].removeprefix(before) != now[name].removeprefix(after)
        }

    def _notes(self, section: SectionChange) -> dict[int, str]:
        notes: dict[int, str] = {}
        for index, row in enumerate(section.rows):
            if row.kind is RowKind.MOVED_AWAY and row.elsewhere is not None and row.move is not None:
                if index - 1 in notes and section.rows[index - 1].elsewhere == row.elsewhere:
                    notes[index] = notes[index - 1]  # one notice for neighbours, also where they stand apart now
                    continue
                says = escape(self.labels.moved_to(self._title(row.elsewhere)))
                number = self._targets.get(row.move)
                href = f"#{anchor(number, self.prefix)}" if number else f"#{escape(row.elsewhere)}"
                notes[index] = f'<a href="{href}">{says}</a>'
        return notes

    def label(self, change: Change, section: SectionChange | None = None, *, framed: bool = True) -> str:
        """The line that a change says of itself, and what its words do not show. One that stands in the frame of
        another change has its anchor itself: it is not `framed`."""
        says = self.labels.kinds[change.kind]
        if change.kind is ChangeKind.MOVED and section is not None and change.rows is not None:
            elsewhere = section.rows[change.rows[0]].elsewhere
            if elsewhere is not None and elsewhere != section.id:
                says = f"{says} {self.labels.moved_from(self._title(elsewhere))}"
        own = self.redline.sections[change.section]
        if change.kind is ChangeKind.SECTION_SPLIT and own.split_from:
            says = f"{says} {self.labels.moved_from(self._title(own.split_from.section))}"
        elif change.kind is ChangeKind.SECTION_MERGED and own.merged_into:
            says = f"{says} · {self.labels.moved_to(self._title(own.merged_into.section))}"
        href = anchor(change.number, self.prefix)
        name = "" if framed else f' id="{href}"'
        line = f'<a href="#{href}">{escape(self.labels.change(change.number))}</a> · {escape(says)}'
        return f'<p class="ct"{name}>{line}</p>' + "".join(f'<p class="to">{one}</p>' for one in self._details(change))

    def _details(self, change: Change) -> tuple[str, ...]:
        if change.kind is ChangeKind.NESTED and change.rows:
            return self.wording.depth(self.redline.sections[change.section].rows[change.rows[0]])
        return self.wording.links(change.links)


def whole_change(changes: Sequence[Change]) -> Change | None:
    """The change of a section as a whole, if there is one."""
    return next((change for change in changes if change.rows is None), None)


def _renumbered(section: SectionChange) -> bool:
    return bool(section.old_number and section.new and section.old_number != section.new_number)


# ---- one column


def render(
    redline: Redline,
    labels: RedlineLabels,
    *,
    old: RenderContext,
    new: RenderContext,
    section_html: SectionHtml | None = None,
) -> str:
    """The whole redline: `summary` and `body`."""
    return summary(redline, labels, old=old, new=new) + body(
        redline, labels, old=old, new=new, section_html=section_html
    )


def body(
    redline: Redline,
    labels: RedlineLabels,
    *,
    old: RenderContext,
    new: RenderContext,
    section_html: SectionHtml | None = None,
) -> str:
    """The text in the new edition's order, changes marked, sections without change folded."""
    setting = Setting(redline, labels, old=old, new=new, section_html=section_html)
    return "".join(setting.section(index) for index in range(len(redline.sections)))
