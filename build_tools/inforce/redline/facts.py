"""What changed between the facts of two versions, as data: an entry that came or went, a field with another value.

A view gives it words: "kept for 3 years → 2 years", "new recipient", "new cookie".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pydantic import BaseModel

from inforce.model.facts import Facts
from inforce.model.leaf import Leaf
from inforce.model.records import Entity, Entries

FactShown = object
"""A value of `model.values`, a text, or a tuple of texts."""


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


@dataclass(frozen=True, slots=True)
class _Value:
    shown: FactShown
    unknown: bool = False


def fact_changes(old: Facts, new: Facts, language: str) -> tuple[FactChange, ...]:
    """Every change of fact that readers of a language can see, in the order of the new files, removed ones last.

    Texts count in that language alone (a label that another language gained is no change).
    """
    if old == new:
        return ()
    before, after = dict(_entries(old)), dict(_entries(new))
    result: list[FactChange] = []
    for path, entity in after.items():
        if path not in before:
            result.append(FactChange(kind=FactChangeKind.ADDED, path=path))
        elif before[path] != entity:
            result += _fields(path, before[path], entity, language)
    result += [FactChange(kind=FactChangeKind.REMOVED, path=path) for path in before if path not in after]
    return tuple(result)


def _entries(facts: Facts) -> Iterator[tuple[tuple[str, ...], object]]:
    """Every entry of every file: (file, id)."""
    for file in type(facts).model_fields:
        for path, node in _children(getattr(facts, file)):
            if isinstance(node, dict):
                yield from (((file, path, key), inner) for key, inner in node.items())
            else:
                yield (file, path), node


def _fields(path: tuple[str, ...], old: object, new: object, language: str) -> Iterator[FactChange]:
    before, after = dict(_values(path, old, language)), dict(_values(path, new, language))
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


def _values(path: tuple[str, ...], node: object, language: str) -> Iterator[tuple[tuple[str, ...], _Value]]:
    """Every value under a node that a reader of the language sees."""
    match node:
        case Leaf(value=value, unknown=None):
            if (shown := _shown(value, language)) is not None:
                yield path, _Value(shown)
        case Leaf(unknown=reason):
            yield path, _Value(_shown(reason, language) or "", unknown=True)
        case Entity() | Entries():
            for name, child in _children(node):
                yield from _values((*path, name), child, language)
        case dict() if any(isinstance(child, Entity | Leaf) for child in node.values()):
            for name, child in node.items():
                yield from _values((*path, name), child, language)
        case BaseModel():
            for name, child in _children(node):
                yield from _values((*path, name), child, language)
        case _:
            if (shown := _shown(node, language)) is not None:
                yield path, _Value(shown)


def _shown(value: object, language: str) -> FactShown | None:
    """A text per language as its text in this one; a list as a tuple of texts; the rest as it is."""
    if isinstance(value, dict):
        return value.get(language)
    if isinstance(value, tuple | list):
        return tuple(str(entry) for entry in value)
    return value
