"""Where a text states what its facts say: for each fact, and for each entry that has facts, the part of the text that
speaks of it.

So a page that tells a right, a period, a fee or a recipient can lead to the very words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from inforce.contract.cookies import categories_told
from inforce.contract.facts import facts_at, sources
from inforce.model.edition import ReadEdition
from inforce.model.facts import Facts, leaf_path
from inforce.model.text import Clause, Heading, Section, leaf_links

Path = tuple[str, ...]

ALONE: Final[Mapping[Path, str]] = {
    ("terms", "children", "age"): "/children_age",
    ("terms", "settlement"): "/settlement",
}
"""Facts that belong to no entry of the summary."""
CALLED: Final[Mapping[str, str]] = {"keep": "duration", "by": "contacts"}
"""Facts that have another name in the summary than in their file."""
EXERCISE: Final = ("rights", "exercise")
"""What holds for every right: facts that have nothing in common but their place."""


def stated_in(edition: ReadEdition) -> dict[str, str]:
    """JSON Pointer (RFC 6901) of a fact or of an entry of the summary to the id of the innermost part of the text that
    states it, the first that links to it. An entry is stated where its first fact is, such as its name; else where any
    of its facts is. What no text links to is left out."""
    facts = edition.facts
    entries = dict(_entries(facts))
    found: dict[str, str] = {}
    inside: dict[Path, str] = {}
    for section in edition.sections:
        for path, part in _links(section):
            if fact := _fact(path, facts, entries):
                found.setdefault(fact, part)
            for each in (path[:end] for end in range(2, len(path) + 1) if path[:end] in entries):
                inside.setdefault(each, part)
    for path, part in inside.items():
        if path != EXERCISE:
            found.setdefault(entries[path], found.get(_fact(path, facts, entries), part))
    return dict(sorted(found.items()))


def _links(section: Section) -> Iterator[tuple[Path, str]]:
    """Every fact that a section links to, with the id of the part that does."""
    inside, heading = section.id, section.id
    for block in section.leaves:
        if isinstance(block, Heading) and block.id:
            inside = heading = block.id
        elif isinstance(block, Heading):
            inside = heading = section.id if block.level == 1 else heading
        elif isinstance(block, Clause):
            inside = block.id
        for link in leaf_links(block):
            if link.target.scheme == "fact":
                yield tuple(link.target.value.split(".")), inside


def _fact(path: Path, facts: Facts, entries: Mapping[Path, str]) -> str:
    """Where the fact that a path leads to stands in the summary; '' where it has no place there."""
    leaf = _leaf(path, facts)
    if leaf in ALONE:
        return ALONE[leaf]
    entry = next((leaf[:end] for end in range(len(leaf), 1, -1) if leaf[:end] in entries), None)
    if entry is None:
        return ""
    if _nobody(entry, facts):
        return entries[entry]
    field = next(iter(leaf[len(entry) :]), "label")
    return f"{entries[entry]}/{CALLED.get(field, field)}"


def _leaf(path: Path, facts: Facts) -> Path:
    """The path of the fact itself; of a period that is the same as another, as if its own words said so."""
    said = facts.retention.get(path[1]) if path[0] == "retention" and len(path) == 2 else None
    other = path
    while said is not None and said.same_as is not None:
        other = ("retention", said.same_as)
        said = facts.retention.get(said.same_as)
    leaf = tuple(leaf_path(facts, ".".join(other)).split("."))
    return (*path, *leaf[len(other) :])


def _nobody(entry: Path, facts: Facts) -> bool:
    """Whether an entry says as a whole that there is none: the summary has no member of it."""
    if entry == ("terms", "automated_decisions"):
        decisions = facts.terms.automated_decisions
        return decisions is not None and decisions.label.none
    party = facts.organisation.parties.get(entry[1]) if entry[0] == "organisation" else None
    return party is not None and party.is_nobody


def _entries(facts: Facts) -> Iterator[tuple[Path, str]]:
    """Path of an entry of the facts to its place in the summary."""
    for party in facts.organisation.parties:
        yield ("organisation", party), f"/{party}"
    for name in ("automated_decisions", "liability", "law"):
        if getattr(facts.terms, name) is not None:
            yield ("terms", name), f"/{name}"
    yield EXERCISE, "/answer"
    for position, name in enumerate(facts.rights.granted()):
        other = ("other",) if name in facts.rights.other else ()
        yield ("rights", *other, name), f"/rights/{position}"
    for path, (pointer, names) in _lists(facts).items():
        for position, name in enumerate(names):
            yield (*path, name), f"{pointer}/{position}"


def _lists(facts: Facts) -> Mapping[Path, tuple[str, Iterable[str]]]:
    """The lists of the summary by the path of their entries: where they stand, and the ids in their order."""
    lists: dict[Path, tuple[str, Iterable[str]]] = {
        path: (f"/{name}", found)
        for name, path in sources().items()
        if isinstance(found := facts_at(facts, path), Mapping)
    }
    for position, (name, category) in enumerate(facts.data.categories.items()):
        lists[("data", "categories", name, "items")] = (f"/data/{position}/items", category.items)
    for position, (name, recipient) in enumerate(facts.recipients.items()):
        lists[("recipients", name, "transfers")] = (f"/recipients/{position}/transfers", recipient.sent_to)
    lists[("cookie_categories",)] = ("/cookie_categories", categories_told(facts))
    if facts.terms.liability:
        lists[("terms", "liability", "excluded")] = ("/liability/excluded", facts.terms.liability.excluded)
    return lists
