"""Two folders of Markdown compared: a file is a section, named by its path; files pair by path, then by likeness."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from inforce.model.text import Heading, Leaf, Position, Section
from inforce.redline.changes import Redline
from inforce.redline.compare import compare_sections
from inforce.redline.lenient import read_blocks
from inforce.redline.numbering import number_changes

_NONE = Heading(level=1, id=None, children=(), at=Position(line=1, column=1))


def compare_folders(old: Mapping[str, str], new: Mapping[str, str]) -> Redline:
    """The redline of two sets of texts by path ("sub/file.md"), in the order given; proven like any other.

    A section is shown with its file's path as its number. A folder has no order, so a file that has another name now
    has not moved.
    """
    names = _names([*new, *(path for path in old if path not in new)])
    paths = {name: path for path, name in names.items()}
    was, now = ([file_section(names[path], markdown) for path, markdown in side.items()] for side in (old, new))
    sections = tuple(
        replace(
            section,
            moved=False,
            old_number=paths[section.old.id] if section.old else None,
            new_number=paths[section.new.id] if section.new else None,
        )
        for section in compare_sections(was, now)
    )
    return Redline(sections=sections, changes=tuple(number_changes(sections)))


def file_section(name: str, markdown: str) -> Section:
    """A whole file as one section. Its own heading is the first block, or an empty one where it begins otherwise."""
    first, *rest = read_blocks(markdown) or (_NONE,)
    heading = replace(first, level=1) if isinstance(first, Heading) else _NONE
    leaves: list[Leaf] = [heading] if isinstance(first, Heading) else [heading, first]
    leaves += (replace(leaf, level=max(2, leaf.level)) if isinstance(leaf, Heading) else leaf for leaf in rest)
    return Section(id=name, source=repr(leaves), leaves=tuple(leaves))


def _names(paths: list[str]) -> dict[str, str]:
    """An id for each path, that can stand in an address: its letters and digits, the rest made hyphens."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for path in paths:
        bare = re.sub(r"\.(md|markdown)\Z", "", path, flags=re.I)
        base = name = "f-" + "-".join(re.findall(r"[^\W_]+", bare))
        number = 1
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name)
        found[path] = name
    return found
