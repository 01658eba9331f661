"""Which of the languages that there are serves a reader: RFC 4647, section 3.4 (lookup)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def lookup(wanted: Iterable[str], offered: Iterable[str]) -> str | None:
    """The offered language that serves best who wants these, the dearest first, or None. Tags are BCP 47 in any case of
    letters. A tag serves whoever wants it or something narrower: `nl` whoever wants `nl-BE`, but not the other way
    round. `*` asks for nothing."""
    known: dict[str, str] = {}
    for tag in offered:
        known.setdefault(tag.lower(), tag)
    return next((known[tag] for each in wanted for tag in _wider(each.lower()) if tag in known), None)


def _wider(tag: str) -> Iterator[str]:
    """The tag, then without its last part, and so on; a single letter (`x-`, `u-`) goes with what it introduces."""
    parts = tag.split("-")
    while parts:
        yield "-".join(parts)
        parts.pop()
        if parts and len(parts[-1]) == 1:
            parts.pop()
