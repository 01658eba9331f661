"""How to use a right, as far as it is known. The page of contacts and ready HTML ask here; `ways` in
`docs/developers/from-json.md` answers the same from a summary alone, and a test holds the two together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from inforce.site.fact_words import heading
from inforce.site.translator import Translator

FIRST: Final = ("erasure", "complaint")
"""The rights that stand first, under what people would call them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysThatWork:
    """How to use a right, as far as that is known: each way as party and way."""

    ways: tuple[tuple[str, str], ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()
    """Beside them, those that nobody knows."""
    in_general: str = ""
    """The party whose ways they are in general, where none that the policy names for the right is known."""
    named: bool = True
    """Whether the policy names one at all, though nobody knows it."""

    def called(self, party: str, way: str, words: Translator) -> str:
        """What a way is called: "E-mail"; of several, with whose it is: "Fax (Supervisory authority)"."""
        own = ("organisation", party)
        several = len({each for each, _ in (*self.ways, *self.unknown)}) > 1
        return heading((*own, way), words) + (f" ({heading(own, words)})" if several else "")

    def sentence(self, words: Translator) -> str:
        """What is said before ways that the policy doesn't name for the right; '' before its own."""
        if not self.in_general:
            return ""
        who = heading(("organisation", self.in_general), words)
        if not self.named:
            return words.text("The policy names no address for this right. How to reach “{who}”:", who=who)
        return words.text("No address is known for this right. How to reach “{who}”:", who=who)


def first_rights(granted: Iterable[str]) -> list[str]:
    """Rights in the order in which they are told: what most people come for first, then as they were."""
    return sorted(granted, key=lambda name: FIRST.index(name) if name in FIRST else len(FIRST))


def ways_that_work(
    name: str,
    asked: Sequence[tuple[str, str]],
    known: Mapping[str, Iterable[str]],
    *,
    hidden: Mapping[str, Iterable[str]],
    has_other: bool,
    unknown: bool,
) -> WaysThatWork:
    """The ways to use a right: of those that it asks for, each as party and way, the `known` ones, and beside them the
    `hidden` ones, which nobody knows; both are given by party. Where none is known, and no other way (a website of its
    own, a court, none that is needed), how to reach in general whom it asks for, else of a complaint the authority, and
    of any other right the controller, who owes it; where that one can't be reached, whoever answers questions.
    `unknown`: the policy names a way, and nobody knows which."""
    works = tuple((party, way) for party, way in asked if way in known.get(party, ()))
    beside = tuple((party, way) for party, way in asked if way in hidden.get(party, ()))
    if works or has_other:
        return WaysThatWork(ways=works, unknown=beside)
    others = ("authority",) if name == "complaint" else ("controller", "contact", "dpo")
    for party in (*dict.fromkeys(party for party, _ in asked), *others):
        if ways := tuple(known.get(party, ())):
            return WaysThatWork(
                ways=tuple((party, way) for way in ways),
                unknown=tuple((party, way) for way in hidden.get(party, ())),
                in_general=party,
                named=unknown or bool(asked),
            )
    return WaysThatWork(unknown=beside)
