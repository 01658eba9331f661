"""Where a text states what its facts say: for each entry of a summary the part of the text that speaks of it.

So a page that tells a right, a period or a recipient can lead to the very words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from inforce.model.edition import ReadEdition
from inforce.model.facts import Facts
from inforce.model.text import Clause, Heading, Section, block_links

Path = tuple[str, ...]


def stated_in(edition: ReadEdition) -> dict[str, str]:
    """JSON Pointer of an entry of the summary (RFC 6901) to the id of the innermost part of the text, the first that
    links to it. What no text links to is left out."""
    places = dict(_pointers(edition.facts))
    found: dict[str, str] = {}
    for section in edition.sections:
        for path, inside in _links(section):
            pointer = next((places[path[:n]] for n in range(len(path), 0, -1) if path[:n] in places), None)
            if pointer is not None:
                found.setdefault(pointer, inside)
    return dict(sorted(found.items()))


def _links(section: Section) -> Iterator[tuple[Path, str]]:
    """Every fact that a section links to, with the id of the part that does."""
    inside, heading = section.id, section.id
    for block in section.blocks:
        if isinstance(block, Heading) and block.id:
            inside = heading = block.id
        elif isinstance(block, Heading):
            inside = heading = section.id if block.level == 1 else heading
        elif isinstance(block, Clause):
            inside = block.id
        for link in block_links(block):
            if link.target.scheme == "fact":
                yield tuple(link.target.value.split(".")), inside


def _pointers(facts: Facts) -> Iterator[tuple[Path, str]]:
    """Path of a fact to where the entry that it begins stands in the summary."""
    for party in facts.organisation.parties:
        yield ("organisation", party), f"/{party}"
    lists: Mapping[Path, tuple[str, Mapping[str, object]]] = {
        ("organisation", "roles"): ("roles", facts.organisation.roles),
        ("data", "categories"): ("data", facts.data.categories),
        ("data", "sources"): ("sources", facts.data.sources),
        ("purposes",): ("purposes", facts.purposes.root),
        ("retention",): ("retention", facts.retention.root),
        ("recipients",): ("recipients", facts.recipients.root),
        ("cookies",): ("cookies", facts.cookies.root),
        ("terms", "courts"): ("courts", facts.terms.courts),
    }
    for path, (member, entries) in lists.items():
        for position, name in enumerate(entries):
            yield (*path, name), f"/{member}/{position}"
    for position, name in enumerate(facts.rights.granted()):
        other = ("other",) if name in facts.rights.other else ()
        yield ("rights", *other, name), f"/rights/{position}"
    yield ("rights", "exercise"), "/answer"
    for name, member in (
        ("automated_decisions", "automated_decisions"),
        ("children", "children_age"),
        ("liability", "liability"),
        ("law", "law"),
        ("settlement", "settlement"),
    ):
        if getattr(facts.terms, name) is not None:
            yield ("terms", name), f"/{member}"
