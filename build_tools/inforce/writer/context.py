"""What a section's HTML depends on besides its source, and a key over exactly that."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

import markdown_it
import nh3

from inforce.model.text import List, Section
from inforce.writer.addresses import KnownAddresses, spelled_out

FORMAT = 3
"""Raise it when the HTML of an unchanged section changes."""
_CLEANER = str(vars(nh3)["__version__"])


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderContext:
    """The surroundings of a section in one edition."""

    language: str
    numbers: Mapping[str, str]
    """Section, heading or clause id to its number as shown; ids without a number are left out."""
    links: Mapping[str, str]
    """Names in `links.yml` to their address in this language."""
    lists: tuple[str, ...] = ()
    """How labels of items look at each level of numbered lists; without, browsers set them."""
    unknown: Mapping[str, str] = field(default_factory=dict)
    """Facts that are not known, by path ("organisation.email"), to the note shown beside their words."""
    addresses: KnownAddresses = field(default_factory=KnownAddresses)
    """Where the addresses lead that are known; what isn't among them stays words."""
    anchors: frozenset[str] | None = None
    """Every id of the edition, numbered or not, that a `section:` link may go to; None leaves that unchecked."""
    page: str = ""
    """The way to the page that has the sections, '' for the same one."""
    rightward: bool = False
    """Whether the language is read from right to left."""
    linked: bool = True
    """Whether there are anchors, and links that lead anywhere: not where the same text stands on a page twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What a section asks of its surroundings: the names it uses, each kind sorted. `own` is a digest of all that its
    HTML depends on besides."""

    own: str
    ids: tuple[str, ...]
    links: tuple[str, ...]
    facts: tuple[str, ...]
    addresses: tuple[str, ...]
    """Addresses that it spells out."""
    lists: bool
    """Whether it has a numbered list."""


def needs(section: Section) -> Needs:
    """What a section asks of its surroundings; the same in every edition that has this section."""
    found: dict[str, set[str]] = {"section": {section.id, *(name for name, _, _ in section.ids())}}
    for link in section.links:
        found.setdefault(link.target.scheme, set()).add(link.target.value)
    ids, links, facts = (tuple(sorted(found.get(scheme, ()))) for scheme in ("section", "link", "fact"))
    addresses = tuple(sorted({address for _, _, address in spelled_out(section.source.replace("\\", ""))}))
    own = json.dumps([FORMAT, markdown_it.__version__, _CLEANER, section.id, section.source])
    return Needs(
        own=hashlib.sha256(own.encode()).hexdigest(),
        ids=ids,
        links=links,
        facts=facts,
        addresses=tuple(sorted(addresses)),
        lists=any(isinstance(step, List) and step.ordered for leaf in section.leaves for step in leaf.path),
    )


def render_key(section: Section, context: RenderContext, needed: Needs | None = None) -> str:
    """SHA-256, in hex, of all that the HTML of this section depends on, and of nothing else. `needed` spares finding
    what the section needs again."""
    needed = needed or needs(section)
    parts = (
        needed.own,
        _used(needed.ids, context.numbers),
        _used(needed.links, context.links),
        _used(needed.facts, context.unknown),
        _used(needed.facts, context.addresses.by_fact),
        _used(needed.addresses, context.addresses.by_text),
    )
    styles = [context.lists] if context.lists and needed.lists else []
    return hashlib.sha256(json.dumps([*parts, context.rightward, *styles]).encode()).hexdigest()


def _used(names: tuple[str, ...], values: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(name, values[name]) for name in names if name in values]
