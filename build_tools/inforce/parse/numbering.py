"""Numbers of sections, headings and clauses, generated from the order in `policy.yml` (docs/reference/format.md,
"Numbers").

Everything that has an id under one parent shares one counter: nested section files or inner headings and clauses.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from inforce.model.config import SectionPlace
from inforce.model.number_style import shown
from inforce.model.text import Clause, Heading, Section


def number_sections(
    order: tuple[SectionPlace, ...], sections: Mapping[str, Section], style: tuple[str, ...]
) -> Mapping[str, str]:
    """The number, as shown, of every section, heading and clause that has one: `{"data": "2.", "collection": "2.1"}`.

    `style` gives the look of each level ("1.", "1.1"); deeper levels look like the last. A section that is not in
    `sections` still counts. What belongs to an unnumbered section has no number.
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
                numbers.update({name: show(inner) for name, inner in _inner_paths(section, path).items()})

    place(order, ())
    return MappingProxyType(numbers)


def _inner_paths(section: Section, path: tuple[int, ...]) -> dict[str, tuple[int, ...]]:
    """The paths of the headings and clauses of a section. A heading without an id ends the numbered ones it closes."""
    paths: dict[str, tuple[int, ...]] = {}
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
                if name is not None:
                    paths[name] = count(parents[-1][1])
                    parents.append((level, paths[name]))
            case Clause(id=name):
                paths[name] = count(parents[-1][1])
            case _:
                pass
    return paths
