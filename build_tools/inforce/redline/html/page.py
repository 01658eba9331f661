"""A redline to HTML in one column: the text with every change in its place."""

from __future__ import annotations

from inforce.redline.changes import Redline, SectionKind
from inforce.redline.html.labels import RedlineLabels
from inforce.redline.html.setting import ROUND_A_SECTION, SectionHtml, Setting, whole_change
from inforce.redline.html.summary import summary
from inforce.writer import RenderContext


def render(
    redline: Redline,
    words: RedlineLabels,
    *,
    old: RenderContext,
    new: RenderContext,
    section_html: SectionHtml | None = None,
) -> str:
    """The whole redline: `summary` and `body`."""
    return summary(redline, words, old=old, new=new) + body(redline, words, old=old, new=new, section_html=section_html)


def body(
    redline: Redline,
    words: RedlineLabels,
    *,
    old: RenderContext,
    new: RenderContext,
    section_html: SectionHtml | None = None,
) -> str:
    """The text in the new edition's order, changes marked, sections without change folded."""
    setting = Setting(redline, words, old=old, new=new, section_html=section_html)
    return "".join(write_section(setting, index) for index in range(len(redline.sections)))


def write_section(setting: Setting, index: int) -> str:
    """One section, by its place in the redline."""
    section, changes = setting.redline.sections[index], setting.changes(index)
    whole = whole_change(changes)
    if section.kind is SectionKind.SAME:
        folded = setting.folded(section)
        return setting.framed(whole, f"{setting.label(whole)}\n{folded}") if whole else folded
    inner = setting.writer(section, changes).write(section.rows)
    if whole and whole.kind in ROUND_A_SECTION:
        inner = setting.framed(whole, f"\n{inner}")
    return setting.wrapped(section, inner)
