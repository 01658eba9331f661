"""All facts together, the paths by which a text links to them, and what they say about one another.

A path is `file.key(.key)*`; it ends at a leaf, or at an entity, and then binds the entity's primary field.
`version.effective` is no fact of a file: it is each version's own date.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from pydantic import BaseModel, Field

from inforce.model import fact_table
from inforce.model.config import Frozen
from inforce.model.cookies import COMMON_CATEGORIES, CookieCategories, Cookies
from inforce.model.data import Data
from inforce.model.leaf import Code, Concept, Leaf, Listed, Name, Nothing, Value, Wording, Words, listed
from inforce.model.records import (
    COURTS,
    Entity,
    Entries,
    Organisation,
    Purposes,
    Recipients,
    Retentions,
    Rights,
)
from inforce.model.terms import Terms
from inforce.model.values import FactValue

VERSION_EFFECTIVE: Final = "version.effective"
"""The path of a version's own date: its value is the manifest's, not a fact's."""


class Facts(Frozen):
    """All facts. A field is a file: `facts/<field>.yml`. A file that is missing holds nothing."""

    organisation: Organisation = Field(default_factory=Organisation)
    data: Data = Field(default_factory=Data)
    purposes: Purposes = Field(default_factory=Purposes)
    retention: Retentions = Field(default_factory=Retentions)
    recipients: Recipients = Field(default_factory=Recipients)
    rights: Rights = Field(default_factory=Rights)
    cookie_categories: CookieCategories = Field(default_factory=CookieCategories)
    cookies: Cookies = Field(default_factory=Cookies)
    terms: Terms = Field(default_factory=Terms)


FILES: Final[Mapping[str, type[BaseModel]]] = {
    name: field.annotation
    for name, field in Facts.model_fields.items()
    if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel)
}
"""The model of each file, by its name without `.yml`."""


class FactKind(StrEnum):
    """The classes of fact."""

    VALUE = "value"
    """Compared: the linked words must state it."""
    NAME = "name"
    """Compared as a text, per language."""
    CONCEPT = "concept"
    """Presence only."""
    CODE = "code"
    """Presence only, too: a code, or a list of names. A text may link to one, so that readers of the JSON find the
    words, and need not."""


PRESENCE_ONLY: Final = (FactKind.CONCEPT, FactKind.CODE)
"""What no words can state wrongly."""


def is_fee(path: str) -> bool:
    """Whether a path is that of what something costs: a concept in words of its own, an amount in them or `none`, that
    words can contradict all the same."""
    return path.endswith(".fee")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """A fact that nobody here knows, and why."""

    reason: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownFact:
    """The path of a fact that nobody here knows, and why."""

    path: str
    reason: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What a path leads to. A name's or a concept's value is one text, or a text per language."""

    path: str
    kind: FactKind
    value: FactValue | Unknown | Nothing
    accept: Mapping[str, Mapping[str, Wording[Any]]]
    """Further right wordings per language, each with what it states."""


MOST_STEPS = 20
"""How many times a retention may say `same_as` another that says so too."""


def fact_at(facts: Facts, path: str) -> Fact | None:
    """The fact that a path leads to, or None where there is none. A retention with `same_as` is followed."""
    leaf = leaf_at(facts, path)
    return _fact(path, leaf) if leaf is not None else None


def leaf_at(facts: Facts, path: str) -> Leaf[object] | None:
    """The leaf that a path leads to, which other paths may lead to as well: an entity's, a `same_as`."""
    keys = path.split(".")
    if len(keys) < 2:
        return None
    node: object = facts
    for key in keys:
        node = _children(node).get(key) or _code(node, key)
        if node is None:
            return None
    return _leaf(facts, node)


def leaf_path(facts: Facts, path: str) -> str:
    """The path of the leaf that a path means: its own, or that of an entity's first primary field that is set. What
    leads nowhere is given back as it is."""
    node: object = facts
    for key in path.split("."):
        node = _children(node).get(key)
    if not isinstance(node, Entity) or isinstance(getattr(node, "same_as", None), str):
        return path
    name = next((name for name in node.primary if getattr(node, name) is not None), None)
    return leaf_path(facts, f"{path}.{name}") if name else path


def all_facts(facts: Facts) -> Iterator[Fact]:
    """Every path that a text can link to: leaves, and entities with a primary field; in the order of the files."""

    def walk(node: object, path: tuple[str, ...]) -> Iterator[Fact]:
        leaf = _leaf(facts, node) if len(path) > 1 else None
        if leaf is not None:
            yield _fact(".".join(path), leaf)
        for key, child in _children(node).items():
            yield from walk(child, (*path, key))

    yield from walk(facts, ())


def labels(facts: Facts) -> Iterator[tuple[str, Mapping[str, str]]]:
    """What is called something, by its path, and what in each language: an entry with a label, and an item of data,
    which is nothing but its words. One that is called the same in every language is left out."""
    for path, value in _members(facts, ()):
        words = value.value if isinstance(value, Leaf) else value
        if isinstance(words, Mapping) and path[-1] == "label":
            yield ".".join(path[:-1]), words
        elif isinstance(words, Mapping) and path[-2] == "items":
            yield ".".join(path), words


def unknown_facts(facts: Facts) -> Iterator[UnknownFact]:
    """Every unknown leaf, once: entities whose primary field it is are left out."""

    for path, value in _members(facts, ()):
        if isinstance(value, Leaf) and value.unknown is not None:
            yield UnknownFact(path=".".join(path), reason=value.unknown)


class Wrong(StrEnum):
    """What is wrong with a reference."""

    MISSING = "missing"
    """It leads nowhere."""
    CYCLE = "cycle"
    """It leads back to where it began."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongReference:
    """A reference between facts that is wrong."""

    wrong: Wrong
    path: tuple[str | int, ...]
    """Where it stands: the file's name without `.yml`, then keys and indexes as in the file."""
    reference: str
    """What is written there."""
    known: tuple[str, ...] = ()
    """What could stand there, sorted."""
    cycle: tuple[str, ...] = ()
    """The ids it runs through, the first again at the end."""


def dangling(facts: Facts) -> tuple[WrongReference, ...]:
    """Every reference between facts that leads nowhere or round in a circle, in the order of the files."""
    categories = tuple(
        name
        for key, category in facts.data.categories.items()
        for name in (key, *(f"{key}.{item}" for item in category.items))
    )
    own = tuple(name for name in facts.cookie_categories.root if name.startswith("x-"))
    known: dict[str, tuple[str, ...]] = {
        "data": categories,
        "recipients": tuple(facts.recipients.root),
        "retention": tuple(facts.retention.root),
        "purposes": tuple(facts.purposes.root),
        "organisation": (
            *(
                path
                for name, party in facts.organisation.parties.items()
                for path in (f"organisation.{name}", *(f"organisation.{name}.{way}" for way in party.ways))
            ),
            *(COURTS + name for name in facts.terms.courts),
        ),
        "cookie_categories": (*COMMON_CATEGORIES, *own),
    }
    there = {kind: frozenset(names) for kind, names in known.items()}
    shown = {kind: tuple(sorted(names)) for kind, names in known.items()}
    missing = (
        WrongReference(wrong=Wrong.MISSING, path=path, reference=name, known=shown[kind])
        for kind, path, name in _references(facts)
        if name not in there[kind]
    )
    wider = {name: purpose.part_of for name, purpose in facts.purposes.items() if purpose.part_of}
    same = {name: kept.same_as for name, kept in facts.retention.items() if kept.same_as}
    return (
        *missing,
        *_cycles(wider, "purposes", "part_of"),
        *_cycles(same, "retention", "same_as"),
    )


_Reference = tuple[str, tuple[str | int, ...], str]


def _references(facts: Facts) -> Iterator[_Reference]:
    """(kind, where it stands, what it says) of every reference between facts."""
    for path, value in _members(facts, ()):
        found = fact_table.row(path)
        if found is None or not found.names:
            continue
        if isinstance(value, Listed):
            for index, each in enumerate(listed(value)):
                yield found.names, (*path, index), each
        elif isinstance(value, Code):
            if value.value is not None:
                yield found.names, path, str(value.value)
        else:
            yield found.names, path, str(value)


def _members(node: object, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], object]]:
    """Every field that is set and has no fields of its own, with its path."""
    inside = dict(node) if isinstance(node, Facts | Entity) else _children(node)
    for key, child in inside.items():
        if isinstance(child, Entity | Entries) or (isinstance(child, dict) and _is_node(child)):
            yield from _members(child, (*path, key))
        elif child is not None:
            yield (*path, key), child


def _cycles(following: Mapping[str, str], file: str, field: str) -> Iterator[WrongReference]:
    """Each circle once, told at its first id in the order of the file."""
    order = {name: position for position, name in enumerate(following)}
    done: set[str] = set()
    for start in following:
        walked: dict[str, int] = {}
        after: str | None = start
        while after is not None and after not in done and after not in walked:
            walked[after] = len(walked)
            after = following.get(after)
        done.update(walked)
        if after is None or after not in walked:
            continue
        circle = list(walked)[walked[after] :]
        first = circle.index(min(circle, key=order.__getitem__))
        circle = circle[first:] + circle[:first]
        path = (file, circle[0], field)
        yield WrongReference(wrong=Wrong.CYCLE, path=path, reference=following[circle[0]], cycle=(*circle, circle[0]))


def _children(node: object) -> Mapping[str, object]:
    """What can follow a node in a path: entities, leaves, and mappings of them."""
    if isinstance(node, Entries):
        return dict(node.items())
    if isinstance(node, dict):
        return node
    if isinstance(node, Entity | Facts):
        fields = ((name, getattr(node, name)) for name in type(node).model_fields)
        return {name: child for name, child in fields if _is_node(child)}
    return {}


def _code(node: object, key: str) -> object:
    """A code or a list of an entity by its name: it can be linked to, though nothing asks for it."""
    found = getattr(node, key, None) if isinstance(node, Entity) and key in type(node).model_fields else None
    return found if isinstance(found, Listed | Code) else None


def _is_node(child: object) -> bool:
    if isinstance(child, dict):
        return all(isinstance(inner, Entity | Leaf) for inner in child.values())
    return isinstance(child, Entity | Entries | Leaf) and not isinstance(child, Listed | Code)


def _leaf(facts: Facts, node: object) -> Leaf[object] | None:
    """The leaf that a node is or stands for: an entity's first primary field that is set."""
    for _ in range(MOST_STEPS):
        if isinstance(node, Leaf):
            return node
        if not isinstance(node, Entity):
            return None
        same_as = getattr(node, "same_as", None)
        if isinstance(same_as, str):
            node = facts.retention.get(same_as)
        else:
            set_fields = (getattr(node, name) for name in node.primary)
            node = next((child for child in set_fields if child is not None), None)
    return None


def _fact(path: str, leaf: Leaf[object]) -> Fact:
    kind = {
        Value: FactKind.VALUE,
        Name: FactKind.NAME,
        Concept: FactKind.CONCEPT,
        Code: FactKind.CODE,
        Listed: FactKind.CODE,
    }
    value: object = leaf.value if leaf.unknown is None else Unknown(reason=leaf.unknown)
    if isinstance(leaf, Code | Listed) and leaf.value is not None:
        value = ", ".join(map(str, leaf.value if isinstance(leaf, Listed) else (leaf.value,)))
    if leaf.none:
        value = Nothing.NONE
    return Fact(
        path=path,
        kind=next(found for type_, found in kind.items() if isinstance(leaf, type_)),
        value=value,  # type: ignore[arg-type]
        accept=getattr(leaf, "accept", {}),
    )
