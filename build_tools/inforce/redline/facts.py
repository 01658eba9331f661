"""What changed between the facts of two versions, as data: an entry that came or went, a field with another value.

A view gives it words: "kept for 3 years → 2 years", "new recipient", "new cookie". Facts are shared by all policies of
a site: `policy_fact_changes` leaves those that are another policy's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import get_origin

from pydantic import BaseModel

from inforce.model.cookies import Lifetime
from inforce.model.edition import ReadEdition
from inforce.model.facts import Facts
from inforce.model.languages import own
from inforce.model.leaf import Leaf, Nothing
from inforce.model.records import Entity, Entries
from inforce.model.text import leaf_links
from inforce.model.values import Address, Url, address_line, in_language

FactShown = object
"""A value of `model.values` as one language tells it, a text, or a tuple of texts."""
Path = tuple[str, ...]

_OF_PERSONAL_DATA = frozenset({"data", "purposes", "rights"})
"""Files that a text about personal data speaks of (GDPR, Articles 13 and 14), and others seldom do."""
TITLE: Path = ("title",)
"""The path of a change of a policy's own title: what it is called is a fact about it, and no section's words."""
_LINKED_ONLY = "terms"
"""The file of what some text states besides: only the text that links to an entry states it."""


class FactChangeKind(StrEnum):
    """What happened to a fact."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChange:
    """A change of one fact. `path` begins with the file: ("recipients", "hubspot") for an entry as a whole,
    ("retention", "prospects", "keep") for a field. `old` and `new` are None where there is none, or for an entry."""

    kind: FactChangeKind
    path: tuple[str, ...]
    old: FactShown | None = None
    new: FactShown | None = None
    old_unknown: bool = False
    """The old value was unknown; `old` is the reason that was given."""
    new_unknown: bool = False

    @property
    def is_entry(self) -> bool:
        """Whether a whole entry came or went."""
        return self.old is None and self.new is None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedAddress:
    """An address as one language has it; its text is the address on one line."""

    address: Address
    language: str

    def __str__(self) -> str:
        return address_line(self.address, self.language)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a field states in a language; of an unknown one the reason."""

    shown: FactShown
    unknown: bool = False


def title_changes(old: ReadEdition, new: ReadEdition) -> tuple[FactChange, ...]:
    """The change of the policy's title, where it has another."""
    was, now = old.edition.title, new.edition.title
    return () if was == now else (FactChange(kind=FactChangeKind.CHANGED, path=TITLE, old=was, new=now),)


def policy_fact_changes(old: ReadEdition, new: ReadEdition) -> tuple[FactChange, ...]:
    """The changes of fact that readers of this policy expect.

    A text about personal data (one that links to a purpose, a category or source of data, or a right) gets every
    fact but the entries of `terms.yml` that it does not link to. Any other text gets the entries that either edition
    links to, and all cookies where it links to one. A text without a link to a fact gets all: nothing says which.
    """
    changes = fact_changes(old.facts, new.facts, new.edition.language)
    linked = {path for edition in (old, new) for path in _linked(edition)} if changes else set()
    if not linked:
        return changes
    files = {path[0] for path in linked}
    personal = bool(files & _OF_PERSONAL_DATA)
    whole = {"cookies", "cookie_categories"} if "cookies" in files else set()
    return tuple(
        change
        for change in changes
        if entry_path(change.path) in linked or change.path[0] in whole or (personal and change.path[0] != _LINKED_ONLY)
    )


def entry_path(path: Path) -> Path:
    """The path of the entry that a path leads to or into: ("recipients", "hubspot"), ("data", "sources", "events")."""
    return path[: 3 if path[:2] in _GROUPS else 2]


def fact_changes(old: Facts, new: Facts, language: str) -> tuple[FactChange, ...]:
    """Every change of fact that readers of a language can see, in the order of the new files, removed ones last.

    Texts count in that language alone (a label that another language gained is no change).
    """
    if old == new:
        return ()
    before, after = dict(_entries(old)), dict(_entries(new))
    result: list[FactChange] = []
    for path, node in after.items():
        was = before.get(path)
        if was is None and not isinstance(node, Leaf):
            result.append(FactChange(kind=FactChangeKind.ADDED, path=path))
        elif was != node:
            result += _fields(path, was, node, language)
    for path, node in before.items():
        if path not in after and isinstance(node, Leaf):
            result += _fields(path, node, None, language)
        elif path not in after:
            result.append(FactChange(kind=FactChangeKind.REMOVED, path=path))
    return tuple(result)


def _linked(edition: ReadEdition) -> Iterator[Path]:
    """The entries that an edition's text links to; a retention that is the same as another leads on to that one."""
    for section in edition.sections:
        for leaf in section.leaves:
            for link in leaf_links(leaf):
                if link.target.scheme == "fact":
                    path = entry_path(tuple(link.target.value.split(".")))
                    yield path
                    yield from _same_as(edition.facts, path)


def _same_as(facts: Facts, path: Path) -> Iterator[Path]:
    seen = {path}
    while path[0] == "retention" and (kept := facts.retention.get(path[-1])) and kept.same_as:
        path = ("retention", kept.same_as)
        if path in seen:
            return
        seen.add(path)
        yield path


def _groups() -> frozenset[Path]:
    """Where a file holds a mapping of entries: ("data", "categories"), ("terms", "acts") …"""
    return frozenset(
        (file, name)
        for file, found in Facts.model_fields.items()
        if isinstance(found.annotation, type) and issubclass(found.annotation, Entity)
        for name, field in found.annotation.model_fields.items()
        if get_origin(field.annotation) is dict
    )


_GROUPS = _groups()


def _entries(facts: Facts) -> Iterator[tuple[Path, object]]:
    """Every entry of every file: (file, id)."""
    for file in type(facts).model_fields:
        for name, node in _children(getattr(facts, file)):
            if (file, name) in _GROUPS and isinstance(node, dict):
                yield from (((file, name, key), inner) for key, inner in node.items())
            else:
                yield (file, name), node


def _fields(path: tuple[str, ...], old: object, new: object, language: str) -> Iterator[FactChange]:
    before, after = dict(stated(path, old, language)), dict(stated(path, new, language))
    for name in [*after, *(name for name in before if name not in after)]:
        was, now = before.get(name), after.get(name)
        if was == now:
            continue
        kind = (
            FactChangeKind.ADDED if was is None else FactChangeKind.REMOVED if now is None else FactChangeKind.CHANGED
        )
        yield FactChange(
            kind=kind,
            path=name,
            old=was.shown if was else None,
            new=now.shown if now else None,
            old_unknown=bool(was and was.unknown),
            new_unknown=bool(now and now.unknown),
        )


def _children(node: object) -> Iterator[tuple[str, object]]:
    if isinstance(node, Entries):
        yield from node.items()
    elif isinstance(node, BaseModel):
        for name in type(node).model_fields:
            child = getattr(node, name)
            if name != "note" and child is not None and child not in ({}, (), []):
                yield name, child


def stated(path: Path, node: object, language: str) -> Iterator[tuple[Path, Stated]]:
    """Every field under a node, with what a reader of the language sees of it."""
    match node:
        case Lifetime(kind=kind, duration=duration):
            if duration is not None:
                yield from stated(path, duration, language)
            else:
                yield path, Stated(kind)
        case Leaf(none=True):
            yield path, Stated(Nothing.NONE)
        case Leaf(unknown=None, value=value):
            if (shown := _shown(value, language)) is not None:
                yield path, Stated(shown)
        case Leaf(unknown=reason):
            yield path, Stated(_shown(reason, language) or "", unknown=True)
        case dict() if any(isinstance(child, Entity | Leaf) for child in node.values()):
            for name, child in node.items():
                yield from stated((*path, name), child, language)
        case BaseModel():
            for name, child in _children(node):
                yield from stated((*path, name), child, language)
        case _:
            if (shown := _shown(node, language)) is not None:
                yield path, Stated(shown)


def _shown(value: object, language: str) -> FactShown | None:
    """A text per language as its text in this one; a list as a tuple of texts; the rest as it is."""
    match value:
        case dict():
            return own(value, language)
        case tuple() | list():
            return tuple(str(entry) for entry in value)
        case Url():
            return value.in_language(language)
        case Address():
            return StatedAddress(address=_in_one(value, language), language=language)
        case _:
            return value


def _in_one(address: Address, language: str) -> Address:
    """An address with only the names that it has in a language: what others call it is no change."""
    return replace(
        address,
        street=in_language(address.street, language) if address.street else None,
        locality=in_language(address.locality, language) if address.locality else None,
        region=in_language(address.region, language) if address.region else None,
    )
