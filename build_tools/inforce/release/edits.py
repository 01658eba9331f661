"""Planned file edits as values: what a release or an amendment would write. `storage.apply` writes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from inforce.problems import Problem
from inforce.release.acceptance import NOTHING_OPEN, Outcome

if TYPE_CHECKING:  # a check compares no texts, and needs nothing that does
    from inforce.redline.changes import Redline
    from inforce.redline.facts import FactChange


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a command would do: all files of one new folder, and replacements of files that exist.

    It is done in the order of the fields. `release.unfinished` finds what is left where that was cut off.
    """

    title: str
    """One line for a person: what this does."""
    details: tuple[tuple[str, str], ...] = ()
    """What it assigns: (name, value), in the order to show."""
    folder: str | None = None
    """The new folder, relative to the project. It must not exist yet; it appears whole or not at all."""
    created: Mapping[str, bytes] = field(default_factory=dict)
    """Files of the new folder: path relative to `folder` to bytes."""
    replaced: Mapping[str, bytes] = field(default_factory=dict)
    """Files outside it that change, in this order: path relative to the project to bytes."""
    removed: tuple[str, ...] = ()
    """Files outside it that go away, such as change notes that were released."""
    redlines: Mapping[str, Redline] = field(default_factory=dict)
    """What changes for readers, by language."""
    facts: tuple[FactChange, ...] = ()
    """Of a release: the facts that are not as the last version had them, as readers of the prevailing text see them."""
    outcome: Outcome = NOTHING_OPEN
    """What is open in it. What has no reason is among the problems too."""
    problems: tuple[Problem, ...] = ()
    """What speaks against it."""
