"""One section to the HTML that is published: links resolved, cleaned by nh3, its words proven equal to the source's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape
from itertools import groupby
from operator import itemgetter

import nh3

from inforce.errors import CannotContinue
from inforce.model.config import ChangeNote
from inforce.model.text import Cell, Clause, CodeBlock, Heading, Leaf, Paragraph, Section, Table, cell_lines
from inforce.model.text import words as bare_words
from inforce.problems import Problem
from inforce.reader.findings import Findings, quoted
from inforce.reader.labels import runs
from inforce.reader.notes import note_leaves
from inforce.reader.wording import plain
from inforce.writer.blocks import Block, BlockWriter, write_table
from inforce.writer.context import RenderContext
from inforce.writer.inline import write_number, write_words
from inforce.writer.proof import lost_words

_TAGS = frozenset(
    (
        *("section", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "blockquote", "pre", "div"),
        *("table", "thead", "tbody", "tr", "th", "td", "a", "span", "bdi", "strong", "em", "code", "br"),
    )
)
_ATTRIBUTES = {
    "section": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "h5": {"id"},
    "h6": {"id", "aria-level"},
    "ol": {"start", "class", "role"},
    "li": {"id"},
    "p": {"id", "class"},
    "div": {"class"},
    "a": {"href", "rel", "class", "title", "dir"},
    "span": {"class", "data-fact", "data-note", "dir"},
    "bdi": {"dir"},
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
    written = write_leaves(section.leaves, context).removesuffix("\n")
    return _or_stop(*_proven(section, context, written, f"{note.slug}.md"))


def write_section(section: Section, context: RenderContext) -> str:
    """The whole `<section>`, neither cleaned nor proven. It is no landmark: fifteen regions are a flood to whoever
    moves by landmarks, and there are headings."""
    name = f' id="{escape(section.id)}"' if context.linked else ""
    labelled = frozenset(leaf.at for run in runs(section.leaves) for leaf in run.leaves)
    blocks = (_block(leaf, context, section.id, "lb" if leaf.at in labelled else "") for leaf in section.leaves)
    return f"<section{name}>\n{BlockWriter(lists=context.lists).write(blocks)}</section>\n"


def write_leaves(leaves: Sequence[Leaf], context: RenderContext) -> str:
    """Leaves that are no section's, neither cleaned nor proven."""
    return BlockWriter(lists=context.lists).write(_block(leaf, context) for leaf in leaves)


def _block(leaf: Leaf, context: RenderContext, section: str = "", style: str = "") -> Block:
    """A leaf with its words. A paragraph of the style `lb` has a typed label, which stands out to the side."""
    match leaf:
        case Table():
            return Block(new=leaf, inner=_table(leaf, context))
        case CodeBlock(text=text):
            return Block(new=leaf, inner=f"<code>{escape(text, quote=False)}</code>")
        case Heading(level=1, children=children) if section:
            return Block(new=leaf, inner=write_words(children, context), number=write_number(section, context))
        case Heading(id=name, children=children) | Clause(id=name, children=children):
            number = write_number(name, context) if name else ""
            anchor = name if name and context.linked else ""
            return Block(new=leaf, inner=write_words(children, context), number=number, anchor=anchor)
        case Paragraph(id=name, children=children):
            anchor = name if name and context.linked else ""
            return Block(new=leaf, inner=write_words(children, context), anchor=anchor, style=style)


def _table(table: Table, context: RenderContext) -> str:
    labels = [plain(bare_words(cell.children)) for cell in table.rows[0]]
    head, *body = ([_cell(cell, context) for cell in row] for row in table.rows)
    return write_table(head, body, labels, table.alignments)


def _cell(cell: Cell, context: RenderContext) -> str:
    if not cell.items:
        return write_words(cell.children, context)
    parts: list[str] = []
    for is_item, lines in groupby(cell_lines(cell), key=itemgetter(0)):
        words = [write_words(line, context) for _, line in lines]
        parts.append(f"<ul>{''.join(f'<li>{one}</li>' for one in words)}</ul>" if is_item else "<br>".join(words))
    return "".join(parts)


def _or_stop(html: str, problems: tuple[Problem, ...]) -> str:
    if problems:
        raise CannotContinue(problems)
    return html


def _render(section: Section, context: RenderContext, file: str | None) -> tuple[str, tuple[Problem, ...]]:
    return _proven(section, context, write_section(section, context), file or f"{section.id}.md")


def _proven(section: Section, context: RenderContext, written: str, file: str) -> tuple[str, tuple[Problem, ...]]:
    findings = Findings(file)
    _check_links(section, context, findings)
    if findings:
        return "", findings.problems()
    html = _cleaner().clean(written)
    if lost := lost_words(section, html):
        at, source, shown = lost
        findings.report("M190", at.line, at.column, "on the page", difference=_difference(source, shown))
        return "", findings.problems()
    return html, ()


def _check_links(section: Section, context: RenderContext, findings: Findings) -> None:
    for link in section.links:
        scheme, value = link.target.scheme, link.target.value
        if scheme == "link" and value not in context.links:
            findings.report("L206", link.at.line, link.at.column, value=value)
        elif scheme == "section" and context.anchors is not None and value not in context.anchors:
            findings.report("L207", link.at.line, link.at.column, value=value)


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
