"""Facts put at their place in a summary: in its language, and with a note of what nobody knows and of what there is
none of.

A value that is not known is left out; where it would have stood is told as a JSON Pointer (RFC 6901) with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, get_args, get_origin

from inforce.contract import models as c
from inforce.contract.published import Published
from inforce.model.languages import localised
from inforce.model.leaf import Concept, Leaf, Listed, Name, Words
from inforce.model.records import Entity
from inforce.model.values import Url

V = TypeVar("V")
P = TypeVar("P", bound=Published)


@dataclass(frozen=True, slots=True)
class Absent:
    """What a summary leaves out, in the order of the file."""

    unknown: list[c.UnknownFact] = field(default_factory=list)
    none: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a summary that is being made, for words in its `language`.

    Where a text is missing in it, the base language's stands, then the prevailing one's, marked as such.
    """

    language: str
    authoritative: str
    absent: Absent
    pointer: str = ""

    def at(self, *steps: str | int) -> Place:
        """The place further in: names and positions as in a JSON Pointer. Names of the contract need no escape."""
        return Place(self.language, self.authoritative, self.absent, "/".join((self.pointer, *map(str, steps))))

    def value(self, name: str, leaf: Leaf[V] | None) -> V | None:
        """The value of a leaf; None, and noted under this name, where it is unknown or there is none."""
        if leaf is None:
            return None
        where = f"{self.pointer}/{name}"
        if leaf.unknown is not None:
            self.absent.unknown.append(c.UnknownFact(pointer=where, reason=self.words(leaf.unknown)))
        elif leaf.none:
            self.absent.none.append(where)
        return leaf.value

    def each(self, name: str, leaf: Leaf[tuple[V, ...]] | None) -> list[V]:
        """What a list names; empty, and noted under this name, where it is unknown or there is none."""
        found: tuple[V, ...] | None = self.value(name, leaf)
        return list(found or ())

    def as_text(self, name: str, leaf: Leaf[Any] | None) -> str | None:
        """The same, as the text that JSON has for it."""
        value = self.value(name, leaf)
        if isinstance(value, Url):
            value = value.in_language(self.language)
        return str(value) if value is not None else None

    def entry(self, kind: type[P], stated: object, **own: Callable[[], Any]) -> P:
        """What the facts say of an entry, as a part of the contract: each member is made of the fact of the same name,
        as that is typed there and here. `own` makes the members that need more."""
        made = {
            name: own[name]() if name in own else self.member(name, _fact(stated, name), field.annotation)
            for name, field in kind.model_fields.items()
        }
        return kind(**made)

    def entries(self, kind: type[P], stated: Mapping[str, Any], member: str) -> list[P]:
        """The same of each of several by their ids, in the order of their file."""
        return [
            self.at(member, position).entry(kind, each, id=lambda name=name: name)  # type: ignore[misc]
            for position, (name, each) in enumerate(stated.items())
        ]

    def member(self, name: str, fact: object, kind: Any) -> Any:
        """A member of the contract of a type, made of a fact."""
        parts = [each for each in get_args(kind) if isinstance(each, type) and issubclass(each, Published)]
        match fact:
            case Entity():
                return self.at(name).entry(parts[0], fact)
            case Mapping() if get_origin(kind) is list:
                return self.entries(parts[0], fact, name)
            case Mapping():
                return self.maybe(fact)
            case Listed():
                return self.codes(name, fact)
            case Concept() | Name():
                return self.label(name, fact)
            case Leaf():
                return self.as_text(name, fact)
            case None if get_origin(kind) is list:
                return []
            case _:
                return fact

    def code(self, name: str, leaf: Leaf[Any] | None) -> Any:
        """The same, as a code of the contract."""
        return self.as_text(name, leaf)

    def codes(self, name: str, leaf: Leaf[tuple[Any, ...]] | None) -> Any:
        """The codes that a list names."""
        return [str(each) for each in self.each(name, leaf)]

    def label(self, name: str, leaf: Leaf[Words] | None) -> c.Label | None:
        """The same, of a leaf of words."""
        value = self.value(name, leaf)
        return self.words(value) if value is not None else None

    def words(self, words: Words | Mapping[str, str]) -> c.Label:
        """Words in the language of the file, or marked with their own."""
        if isinstance(words, str):
            return c.Label(text=words)
        found = localised(words, self.language, self.authoritative)
        if found is None:
            return c.Label(text="")
        same = found.language.partition("-")[0] == self.language.partition("-")[0]
        return c.Label(text=found.content, lang=None if same else found.language)

    def maybe(self, words: Words | Mapping[str, str] | None) -> c.Label | None:
        """The same, of words that need not be there."""
        return self.words(words) if words else None


def _fact(stated: object, name: str) -> object:
    """The fact of an entry by its name; an entry that is nothing but its words is its own label."""
    if isinstance(stated, Leaf):
        return stated if name == "label" else None
    return getattr(stated, name, None)
