"""Where a right is asked for, as the facts say it (`by`), beside the contacts that its section links to (F121): readers
of the text would write to one address, and those of the JSON and of the page of contacts to another.

Only what can't be about something else is compared: of a right, e-mail addresses and telephone numbers that are not the
authority's; of the right to complain, the authority's alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from inforce.model.facts import Facts
from inforce.model.leaf import Leaf, listed
from inforce.model.records import Exercise, Right
from inforce.model.text import Section
from inforce.problems import Location, Problem, problem

_Contact = tuple[str, str, object]
"""Whose it is, which way, and what."""
_WRITTEN_TO = ("email", "phone")


def check_asked_by(
    sections: Mapping[str, Section], *, facts: Facts, place: Callable[[tuple[str | int, ...]], Location]
) -> Iterator[Problem]:
    """F121 of the prevailing text: each right whose sections link contacts, all of them others than the facts name."""
    for name, right in _rights(facts):
        named = [contact for path in listed(right.by) for contact in _contacts(facts, path)]
        if not named:
            continue
        found = {id: _linked(section, name, facts) for id, section in sections.items()}
        said = [contact for contacts in found.values() for of_path in contacts.values() for contact in of_path]
        if said and _are_others(named, said):
            id, contacts = next((id, contacts) for id, contacts in found.items() if contacts)
            yield _problem(name, list(contacts), id, place)


def _linked(section: Section, right: str, facts: Facts) -> dict[str, list[_Contact]]:
    """The contacts that a section about a right gives for it, by the path of each link; none of any other section."""
    linked = [link.target.value for link in section.links if link.target.scheme == "fact"]
    if not any(f"{path}.".startswith(f"rights.{right}.") for path in linked):
        return {}
    there = {path: _asked(right, _contacts(facts, path)) for path in linked}
    return {path: contacts for path, contacts in there.items() if contacts}


def _rights(facts: Facts) -> Iterator[tuple[str, Exercise | Right]]:
    for name in type(facts.rights).model_fields:
        right = getattr(facts.rights, name)
        if isinstance(right, Exercise | Right):
            yield name, right


def _contacts(facts: Facts, path: str) -> list[_Contact]:
    if not path.startswith("organisation."):
        return []
    reached: tuple[tuple[str, str, Leaf[Any]], ...] = facts.organisation.reached_by(path)
    return [(party, way, leaf.value) for party, way, leaf in reached if leaf.value is not None]


def _asked(right: str, contacts: list[_Contact]) -> list[_Contact]:
    """Those that a section about a right gives for it."""
    complaint = right == "complaint"
    theirs = [one for one in contacts if (one[0] == "authority") is complaint]
    return [one for one in theirs if complaint or one[1] in _WRITTEN_TO]


def _are_others(named: list[_Contact], said: list[_Contact]) -> bool:
    """Whether none of the contacts of the text is one that the facts name, and one of each is of one kind, or all are
    somebody else's: a number beside an address of the same body is one more way."""
    values = [value for _, _, value in named]
    if any(value in values for _, _, value in said):
        return False
    return bool({way for _, way, _ in named} & {way for _, way, _ in said}) or not (
        {party for party, _, _ in named} & {party for party, _, _ in said}
    )


def _problem(
    right: str, linked: list[str], section: str, place: Callable[[tuple[str | int, ...]], Location]
) -> Problem:
    path = f"rights.{right}.by"
    return problem(
        "F121",
        place(tuple(path.split("."))),
        "contact",
        about=path,
        path=path,
        section=section,
        linked=" and ".join(linked),
        contacts=", ".join(linked),
    )
