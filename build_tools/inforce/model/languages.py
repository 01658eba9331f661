"""Which of the languages that there are serves a reader: RFC 4647, section 3.4 (lookup); and what they are shown.

The one home of fallback: the reader's own language, else a wider one, else the one that prevails, else the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Localised(Generic[T]):
    """What a reader is shown (words, an edition), and the language that it is in."""

    content: T
    language: str


def lookup(wanted: Iterable[str], offered: Iterable[str]) -> str | None:
    """The offered language that serves best who wants these, the dearest first, or None. Tags are BCP 47 in any case of
    letters. A tag serves whoever wants it or something narrower: `nl` whoever wants `nl-BE`, but not the other way
    round. `*` asks for nothing."""
    known: dict[str, str] = {}
    for tag in offered:
        known.setdefault(tag.lower(), tag)
    return next((known[tag] for each in wanted for tag in _wider(each.lower()) if tag in known), None)


def localised(offered: Mapping[str, T], language: str, *others: str) -> Localised[T] | None:
    """What there is for readers of a language, else of the first of `others` that there is (the prevailing one), else
    the first of all. What is empty is passed over; None where nothing is left."""
    there = {tag: content for tag, content in offered.items() if content}
    found = lookup((language, *others), there) or next(iter(there), None)
    return Localised(there[found], found) if found is not None else None


def own(offered: Mapping[str, T], language: str) -> T | None:
    """What there is in a language or a wider one, and in no other."""
    found = lookup([language], (tag for tag, content in offered.items() if content))
    return offered[found] if found is not None else None


def in_language(texts: str | Mapping[str, str], language: str, *others: str) -> str:
    """The words alone; '' where there are none."""
    if isinstance(texts, str):
        return texts
    found = localised(texts, language, *others)
    return found.content if found else ""


def serves(tag: str, language: str) -> bool:
    """Whether a tag is a reader's language, or a wider one."""
    return lookup([language], [tag]) is not None


def _wider(tag: str) -> Iterator[str]:
    """The tag, then without its last part, and so on; a single letter (`x-`, `u-`) goes with what it introduces."""
    parts = tag.split("-")
    while parts:
        yield "-".join(parts)
        parts.pop()
        if parts and len(parts[-1]) == 1:
            parts.pop()
