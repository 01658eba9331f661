"""What a section's HTML depends on besides its source, and a key over exactly that."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

import markdown
import nh3

from inforce.model.text import Section, block_links

FORMAT = 1
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
    unknown: Mapping[str, str] = field(default_factory=dict)
    """Facts that are not known, by path ("organisation.email"), to the note shown beside their words."""
    anchors: frozenset[str] | None = None
    """Every id of the edition, numbered or not, that a `section:` link may go to; None leaves that unchecked."""


def render_key(section: Section, context: RenderContext) -> str:
    """SHA-256, in hex, of all that the HTML of this section depends on, and of nothing else."""
    ids = {section.id} | {name for name, _, _ in section.ids()}
    links: set[str] = set()
    facts: set[str] = set()
    for block in section.blocks:
        for link in block_links(block):
            match link.target.scheme:
                case "section":
                    ids.add(link.target.value)
                case "link":
                    links.add(link.target.value)
                case "fact":
                    facts.add(link.target.value)
    parts = (
        FORMAT,
        markdown.__version__,
        _CLEANER,
        section.id,
        section.source,
        _used(ids, context.numbers),
        _used(links, context.links),
        _used(facts, context.unknown),
    )
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def _used(names: set[str], values: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(name, values[name]) for name in sorted(names) if name in values]
