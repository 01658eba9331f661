"""The words of a redline's HTML in one language, filled from catalogs by whoever makes the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from inforce.redline.changes import ChangeKind, RowKind
from inforce.redline.facts import FactChange


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """A change of fact in words: what it is about, what it was, what it is. Plain text, not HTML."""

    label: str
    old: str | None = None
    new: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RedlineLabels:
    """Plain text, never HTML. Whole sentences and their plurals come from catalogs, as callables of numbers."""

    heading: str
    """What changed"""
    counts: Callable[[int, int], str]
    """(changes, sections): "8 changes in 7 sections"."""
    nothing: str
    """Said where no words changed."""
    change: Callable[[int], str]
    """(number): "Change 1"."""
    kinds: Mapping[ChangeKind, str]
    """Every kind of change: "reworded"."""
    added: tuple[str, str]
    """Read aloud before and after added words: ("[added]", "[end of addition]")."""
    removed: tuple[str, str]
    """Read aloud before and after removed words: ("[removed]", "[end of removal]")."""
    unchanged: str
    """Of a section: "no change"."""
    only_style: str
    """Of a section: "only the formatting changed"."""
    unchanged_blocks: Callable[[int], str]
    """(paragraphs): "5 paragraphs without change"."""
    section_changes: Callable[[int], str]
    """(changes): "2 changes", at a section's head."""
    renumbered: Callable[[str], str]
    """(old number): "formerly 4."."""
    moved_from: Callable[[str], str]
    """(section's title): "from “Your rights”"."""
    moved_to: Callable[[str], str]
    """(section's title): "Moved to “Your rights”"."""
    relinked: Callable[[str, str | None, str | None], str]
    """(a link's words, where it led, where it leads): "“terms” now leads to b.example; before: a.example". None where
    it was no link, or is none now."""
    nested: Callable[[str, str], str]
    """(former depth, depth): "now at level 2; before: level 1", of items of a list."""
    lines: Mapping[RowKind, str]
    """ADDED and REMOVED rows of a table: "row added"."""
    columns: Mapping[RowKind, str]
    """ADDED and REMOVED columns of a table: "column added"."""
    columns_heading: str
    """Before the headings of a table's columns where they have changed: "Columns:"."""
    arrow: str = "→"
    """Between what was and what is, in the direction of reading."""
    facts_heading: str
    """Said above changes of fact."""
    fact: Callable[[FactChange], FactLine | None]
    """A change of fact in words; None where it is not for visitors."""
