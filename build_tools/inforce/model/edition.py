"""An edition that has been read: its sections parsed, in order, with their numbers and the facts they link to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inforce.model.config import SectionPlace
from inforce.model.facts import Facts
from inforce.model.text import Section
from inforce.model.version import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadEdition:
    """One version in one language, ready to be compared, rendered and summarised."""

    edition: Edition
    sections: Sequence[Section]
    """In reading order, nested ones after their parent."""
    order: tuple[SectionPlace, ...]
    numbers: Mapping[str, str]
    """Section, heading or clause id to its number as shown ("1.", "2.1"); ids without a number are left out."""
    facts: Facts
    lists: tuple[str, ...] = ()
    """How labels of items look, the styles of its version."""
    wording: str
    """`w1:` digest over all sections' wording digests in order: the digest printed at the foot of the page."""
