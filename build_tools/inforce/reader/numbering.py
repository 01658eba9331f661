"""Numbers of sections, headings, clauses and named items, generated from the order in `policy.yml`
(docs/reference/format.md, "Numbers").

Everything that has an id under one parent shares one counter: nested section files or inner headings and clauses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from inforce.model.config import SectionPlace
from inforce.model.item_labels import item_number
from inforce.model.number_style import shown
from inforce.model.text import Clause, Heading, Paragraph, Path, Section


def number_sections(
    order: tuple[SectionPlace, ...],
    sections: Mapping[str, Section],
    style: tuple[str, ...],
    lists: tuple[str, ...] = (),
) -> Mapping[str, str]:
    """The number, as shown, of every section, heading, clause and item that has an id and one: `{"data": "2.",
    "collection": "2.1", "orders": "2.1(b)"}`.

    `style` gives the look of each level ("1.", "1.1"), `lists` that of the labels in lists; deeper levels look like the
    last. A section that is not in `sections` still counts. What belongs to an unnumbered section has no number.
    """
    numbers: dict[str, str] = {}

    def show(path: tuple[int, ...]) -> str:
        return shown(path, style)

    def place(places: tuple[SectionPlace, ...], parent: tuple[int, ...]) -> None:
        count = 0
        for entry in places:
            if not entry.numbered:
                continue
            count += 1
            path = (*parent, count)
            numbers[entry.id] = show(path)
            if entry.sections:
                place(entry.sections, path)
            elif section := sections.get(entry.id):
                for name, inner, item in _inner_paths(section, path):
                    numbers[name] = item_number(show(inner), item, lists) if item else show(inner)

    place(order, ())
    return MappingProxyType(numbers)


def _inner_paths(section: Section, path: tuple[int, ...]) -> Iterator[tuple[str, tuple[int, ...], Path]]:
    """Of each id in a section the path of counters, and for an item the steps from there. A heading without an id ends
    the numbered ones it closes; an item belongs to the heading or clause above it."""
    inside = path
    counts: dict[tuple[int, ...], int] = {}
    parents: list[tuple[int, tuple[int, ...]]] = [(1, path)]

    def count(parent: tuple[int, ...]) -> tuple[int, ...]:
        counts[parent] = counts.get(parent, 0) + 1
        return (*parent, counts[parent])

    for block in section.leaves[1:]:
        match block:
            case Heading(level=level, id=name):
                while parents[-1][0] >= max(level, 2):
                    parents.pop()
                inside = parents[-1][1]
                if name is not None:
                    inside = count(inside)
                    parents.append((level, inside))
                    yield name, inside, ()
            case Clause(id=name):
                inside = count(parents[-1][1])
                yield name, inside, ()
            case Paragraph(id=str(name), path=steps):
                yield name, inside, steps
            case _:
                pass
