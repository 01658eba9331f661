"""One section to the HTML that is published: links resolved, cleaned by nh3, its words proven equal to the source's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

import nh3

from inforce.errors import CannotContinue
from inforce.model.config import ChangeNote
from inforce.model.text import Leaf, Section
from inforce.problems import Problem
from inforce.reader.findings import Findings, quoted
from inforce.reader.notes import note_leaves
from inforce.writer.context import RenderContext
from inforce.writer.html import SectionWriter
from inforce.writer.proof import lost_words

_TAGS = frozenset(
    "section h2 h3 h4 h5 h6 p ul ol li blockquote pre code table thead tbody tr th td div a span strong em br".split()  # noqa: SIM905
)
_ATTRIBUTES = {
    "section": {"id", "aria-labelledby"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "h5": {"id"},
    "h6": {"id", "aria-level"},
    "ol": {"start", "class", "role"},
    "li": {"id"},
    "p": {"id", "class"},
    "div": {"class"},
    "a": {"href", "rel", "class", "title"},
    "span": {"class", "data-fact", "data-note"},
    "th": {"scope", "class"},
    "td": {"data-h", "class"},
}


def check_section(section: Section, context: RenderContext, *, file: str | None = None) -> tuple[Problem, ...]:
    """What keeps this section from being published: links that lead nowhere, words that would be lost.

    `file` is where the section stands, for the places of problems; without it, the section's own file name.
    """
    return _render(section, context, file)[1]


def render_section(section: Section, context: RenderContext, *, file: str | None = None) -> str:
    """The HTML of one `<section id=…>`.

    Raises CannotContinue where a link leads nowhere or where the words of the HTML are not the words of the source.
    """
    return _or_stop(*_render(section, context, file))


def render_note(note: ChangeNote, language: str, context: RenderContext) -> str:
    """The HTML of a change note in one of its languages. Raises as `render_section` does."""
    section = Section(id=note.slug, source="", leaves=note_leaves(note, language))
    return _or_stop(*_proven(section, context, SectionWriter("", context).write_blocks, f"{note.slug}.md"))


def _or_stop(html: str, problems: tuple[Problem, ...]) -> str:
    if problems:
        raise CannotContinue(problems)
    return html


def _render(section: Section, context: RenderContext, file: str | None) -> tuple[str, tuple[Problem, ...]]:
    return _proven(section, context, SectionWriter(section.id, context).write, file or f"{section.id}.md")


def _proven(
    section: Section, context: RenderContext, write: Callable[[Sequence[Leaf]], str], file: str
) -> tuple[str, tuple[Problem, ...]]:
    findings = Findings(file)
    _check_links(section, context, findings)
    if findings:
        return "", findings.problems()
    html = _cleaner().clean(write(section.leaves))
    if lost := lost_words(section, html):
        at, source, shown = lost
        findings.report(
            "M190",
            at.line,
            at.column,
            f"The page would not say what the source says: {_difference(source, shown)}.",
            "Write these words in a simpler way, or escape the signs in them with a backslash.",
        )
        return "", findings.problems()
    return html, ()


def _check_links(section: Section, context: RenderContext, findings: Findings) -> None:
    for link in section.links:
        scheme, value = link.target.scheme, link.target.value
        if scheme == "link" and value not in context.links:
            findings.report(
                "L206",
                link.at.line,
                link.at.column,
                f"`links.yml` has no entry `{value}`.",
                "Add it there, or correct the name.",
            )
        elif scheme == "section" and context.anchors is not None and value not in context.anchors:
            findings.report(
                "L207",
                link.at.line,
                link.at.column,
                f"No section, heading, clause or item has the id `{value}`.",
                "Correct the id, or link elsewhere.",
            )


def _difference(source: str, shown: str) -> str:
    """Both words from a little before the point where they part."""
    same = next(
        (i for i, (a, b) in enumerate(zip(source, shown, strict=False)) if a != b), min(len(source), len(shown))
    )
    start = max(0, same - 15)
    return f"{quoted(source[start:])} became {quoted(shown[start:])}"


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"https", "mailto", "tel"},
        link_rel=None,
    )
