"""A section file as leaves with a path, and all that is wrong with it: the one way into this package.

The text is normalised, its characters are checked, it is read and held to the profile and the outline; what had no
problem is then proven to have lost no character.

One half-written link must not hide that a period three paragraphs on is wrong. Rules that look at one block at a time
may look at the readable part of a section with problems; what compares or shows a whole section needs a whole one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from inforce.model.item_labels import can_have_id
from inforce.model.text import Clause, Heading, Leaf, Link, ListItem, Paragraph, Section, leaf_links
from inforce.problems import Problem
from inforce.reader.blocks import read_blocks
from inforce.reader.characters.hidden import check_characters
from inforce.reader.findings import Findings, quoted
from inforce.reader.profile import NOT_WHOLE
from inforce.reader.proof import prove

_ID = re.compile(r"\]\(id:([a-z][a-z0-9-]*)\)")


def normalise(text: str) -> str:
    """The text without a byte order mark, its line ends all LF."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def parse_section(
    source: str, *, id: str, file: str, language: str = "en"
) -> tuple[Section | None, tuple[Problem, ...]]:
    """The section that a file holds, and what is wrong with it; there is a section exactly when there is no problem."""
    section, problems = read_section(source, id=id, file=file, language=language)
    return (None, problems) if problems else (section, ())


def read_section(source: str, *, id: str, file: str, language: str = "en") -> tuple[Section, tuple[Problem, ...]]:
    """All that was read of a file, and what is wrong with it; where something is, not to be shown or released.

    `id` is the file's name without `.md`; `language` (a BCP 47 tag) decides which invisible characters its scripts
    need, and which words are months.
    """
    source = normalise(source)
    findings = Findings(file)
    check_characters(source, language, findings)
    if not source.strip():
        findings.report("M101", 1, 1)
        return Section(id=id, source=source, leaves=()), findings.problems()
    leaves = read_blocks(source, findings, language)
    _check_outline(leaves, source, findings)
    _check_ids(leaves, id, source, findings)
    if not findings:
        prove(source, leaves, findings)
    return Section(id=id, source=source, leaves=leaves), findings.problems()


def readable_part(section: Section, problems: Sequence[Problem]) -> Section:
    """A section as it was read (`read_section`), without each block in which something is wrong: none of its words are
    left.

    Its first block need not be its heading. Where too much is wrong to be listed, no block is left.
    """
    if any(problem.location.line is None for problem in problems):
        return Section(id=section.id, source=section.source, leaves=())
    lines = section.source.split("\n")
    starts = [leaf.at.line for leaf in section.leaves]
    unsound = set()
    for line in {problem.location.line or 1 for problem in problems}:
        first = line
        while first > 1 and lines[first - 2].strip():
            first -= 1
        before = bisect_right(starts, line) - 1
        if before >= 0 and starts[before] >= first:  # no block goes on beyond an empty line
            unsound.add(starts[before])
    leaves = tuple(leaf for leaf in section.leaves if leaf.at.line not in unsound)
    return Section(id=section.id, source=section.source, leaves=leaves)


def ids_written(source: str) -> frozenset[str]:
    """The ids that a file gives, whether or not it can be read: links to them lead somewhere once it can."""
    return frozenset(_ID.findall(normalise(source)))


def _check_outline(leaves: Sequence[Leaf], source: str, findings: Findings) -> None:
    """One heading of level 1, in the first line; no level skipped below it."""
    first = leaves[0] if leaves else None
    is_heading = isinstance(first, Heading) and first.at.line == 1
    if not (is_heading and isinstance(first, Heading) and first.level == 1):
        line = source.split("\n", 1)[0]
        if is_heading or not NOT_WHOLE.match(line):
            message = f"The first line is {quoted(line)}." if line.strip() else "The first line is empty."
            cure = "Begin the file with the section's heading, as in `# Security`."
            if is_heading:
                cure = f"A section's own heading has one `#`: write `# {quoted(line.lstrip('#').strip(), 80)[1:-1]}`."
            findings.report("M102", 1, 1, message=message, remedy=cure)
    last = 1
    for leaf in leaves[1:]:
        if not isinstance(leaf, Heading) or leaf.path:
            continue
        at = leaf.at
        if leaf.level == 1:
            findings.report("M103", at.line, at.column)
        elif leaf.level > last + 1:
            findings.report("M104", at.line, at.column, depth=leaf.level, last=last, signs="#" * (last + 1))
        last = leaf.level


def _check_ids(leaves: Sequence[Leaf], section: str, source: str, findings: Findings) -> None:
    """Ids name whole headings and the first words of clauses and of numbered items, each one once."""
    seen = {section: 1}
    named = sum(isinstance(leaf, Heading | Clause | Paragraph) and bool(leaf.id) for leaf in leaves)
    may_stray = source.count("id:") > named
    for number, leaf in enumerate(leaves):
        for link in _stray_ids(leaf) if may_stray else ():
            message = f"`id:{link.target.value}` names neither a whole heading nor the first words of a paragraph."
            cure = "Link the whole heading, or the first words of the paragraph, or remove the link."
            if leaf.path:
                message = "In a list, an id names an item of numbered lists by its first words, and nothing else."
                cure = "Link the first words of the item, and number the lists it stands in; or remove the link."
            findings.report("L204", link.at.line, link.at.column, message=message, remedy=cure)
        if not isinstance(leaf, Heading | Clause | Paragraph) or leaf.id is None:
            continue
        at = leaf.at
        if number == 0:
            findings.report("L204", at.line, at.column, "first heading")
        elif isinstance(leaf, Clause) and leaf.label == len(leaf.children):
            findings.report("L204", at.line, at.column, "every word")
        if leaf.id in seen:
            findings.report("L205", at.line, at.column, id=leaf.id, line=seen[leaf.id])
        seen.setdefault(leaf.id, at.line)
    for item, other in _numbered_alike(leaves):
        findings.report("L208", item.at.line, item.at.column, other=other)


def _numbered_alike(leaves: Sequence[Leaf]) -> Iterator[tuple[Paragraph, int]]:
    """Items with an id that others are numbered like, and the line of one of these."""
    alike: dict[tuple[str, tuple[int, ...]], list[Paragraph]] = {}
    above = [(1, "")]
    inside = ""
    for leaf in leaves:
        match leaf:
            case Heading(level=level, id=name):
                above = [one for one in above if one[0] < max(level, 2)]
                above += [(level, name)] if name and level > 1 else []
                inside = above[-1][1]
            case Clause(id=name):
                inside = name
            case Paragraph() if can_have_id(leaf):
                numbers = tuple(step.number for step in leaf.path if isinstance(step, ListItem))
                alike.setdefault((inside, numbers), []).append(leaf)
            case _:
                pass
    for items in alike.values():
        named = next((item for item in items if item.id), None)
        if named and len(items) > 1:
            yield named, next(item.at.line for item in items if item is not named)


def _stray_ids(leaf: Leaf) -> Iterator[Link]:
    return (link for link in leaf_links(leaf) if link.target.scheme == "id")
