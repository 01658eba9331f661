"""Any Markdown compared, in sections by its headings: for texts that don't keep to the source format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from inforce.model.text import Heading, Leaf, ListItem, Path, Position, Section, opened
from inforce.reader.others import read_others
from inforce.redline.align import Pair
from inforce.redline.boundaries import joined_where_text_stayed
from inforce.redline.changes import Redline
from inforce.redline.compare import compare_sections, pair_sections
from inforce.redline.headings import headed, named_alike
from inforce.redline.numbering import number_changes

_AT = Position(line=1, column=1)


def read_blocks(markdown: str) -> tuple[Leaf, ...]:
    """The leaves of any Markdown text, in order."""
    return tuple(_placed(read_others(markdown)))


def _placed(leaves: Sequence[Leaf]) -> Iterator[Leaf]:
    """Leaves with places that count from the heading above: the same words below it are the same leaves anywhere."""
    before: Path = ()
    path: Path = ()
    count = 0
    for leaf in leaves:
        count = 0 if isinstance(leaf, Heading) and not leaf.path else count + 1
        at = Position(line=count, column=1)
        new = opened(before, leaf.path)[1]
        items = (replace(step, begins=count) if isinstance(step, ListItem) else step for step in new)
        path = (*path[: len(leaf.path) - len(new)], *(replace(step, at=at) for step in items))
        before = leaf.path
        yield replace(leaf, at=at, path=path)


def read_sections(markdown: str) -> tuple[Section, ...]:
    """The text in sections, one for each heading of its first or second level, all without a name. A text that begins
    with a deeper heading begins with a section of its name."""
    groups: list[list[Leaf]] = []
    for leaf in read_blocks(markdown):
        if isinstance(leaf, Heading) and (not groups or leaf.level <= 2):
            groups.append([replace(leaf, level=min(leaf.level, 2))])
            continue
        if not groups:
            groups.append([Heading(level=1, id=None, children=(), at=_AT)])
        groups[-1].append(leaf)
    return tuple(Section(id="", source="", leaves=tuple(group)) for group in groups)


def _same(old: Sequence[Section], new: Sequence[Section]) -> Sequence[Pair]:
    """The sections that are the same, by their places."""
    was, now = headed(old), headed(new)
    return pair_sections(named_alike(was, now), [each.section for each in now])[0]


def compare_markdown(old: str, new: str) -> Redline:
    """The redline of any two Markdown texts, in sections by their headings; proven like any other.

    A number typed before a heading's words is the section's number, and no part of its words.
    """
    sides = read_sections(old), read_sections(new)
    was, now = map(headed, joined_where_text_stayed(*sides, _same(*sides)))
    before = named_alike(was, now)
    numbers = {section.id: each.number for section, each in zip(before, was, strict=True)}
    numbers_now = {each.section.id: each.number for each in now}
    sections = tuple(
        replace(
            change,
            old_number=numbers[change.old.id] if change.old else None,
            new_number=numbers_now[change.new.id] if change.new else None,
        )
        for change in compare_sections(before, [each.section for each in now])
    )
    return Redline(sections=sections, changes=tuple(number_changes(sections)))
