"""A redline to HTML in one column: the text with every change in its place."""

from __future__ import annotations

from inforce.redline.changes import Change, ChangeKind, Redline, SectionChange, SectionKind
from inforce.redline.html.setting import SectionHtml, Setting
from inforce.redline.html.summary import anchor, summary
from inforce.redline.html.words import RedlineWords
from inforce.render import RenderContext


def render(
    redline: Redline,
    words: RedlineWords,
    *,
    old: RenderContext,
    new: RenderContext,
    section_html: SectionHtml,
) -> str:
    """The whole redline: `summary` and `body`."""
    return summary(redline, words, old=old, new=new) + body(redline, words, old=old, new=new, section_html=section_html)


def body(
    redline: Redline,
    words: RedlineWords,
    *,
    old: RenderContext,
    new: RenderContext,
    section_html: SectionHtml,
) -> str:
    """The text in the new edition's order, changes marked, sections without change folded."""
    setting = Setting(redline, words, old=old, new=new, section_html=section_html)
    return "".join(write_section(setting, index) for index in range(len(redline.sections)))


def write_section(setting: Setting, index: int) -> str:
    """One section, by its place in the redline."""
    section, changes = setting.redline.sections[index], setting.changes(index)
    whole = next((change for change in changes if change.rows is None), None)
    notice = f'<div class="chg" id="{anchor(whole.number, setting.prefix)}">{setting.label(whole)}' if whole else ""
    if section.kind is SectionKind.SAME:
        folded = setting.folded(section)
        return f"{notice}\n{folded}</div>\n" if whole else folded
    inner = _rows(setting, section, changes)
    if whole and whole.kind in (ChangeKind.SECTION_ADDED, ChangeKind.SECTION_REMOVED):
        inner = f"{notice}\n{inner}</div>\n"
    elif whole:
        inner = f"{notice}</div>\n{inner}"
    return setting.wrapped(section, changes, inner)


def _rows(setting: Setting, section: SectionChange, changes: tuple[Change, ...]) -> str:
    return setting.writer(section, changes).write(section.rows)
