"""What a code stands for: its levels, its message and what mends it, and what the handbook says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from inforce.problems.value import Severity

Levels = tuple[tuple[Severity, str], ...]
"""The levels that a code's problems can have; where there are several, each with when it holds. The first is meant
where nobody says another."""
ERROR: Levels = ((Severity.ERROR, ""),)
OPEN: Levels = ((Severity.OPEN, ""),)
HINT: Levels = ((Severity.HINT, ""),)

MESSAGE, REMEDY = "{message}", "{remedy}"
"""Where a rule puts the sentence together itself: it passes it as a value of that name."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One of several messages of a code, as a template of `str.format`. '' or None: as the rule has it."""

    message: str
    remedy: str = ""
    level: Severity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a code stands for, in an editor's words. Message and remedy are templates of `str.format`."""

    title: str
    why: str
    levels: Levels = ERROR
    example: str = ""
    """What raises it; '' where nothing short fits."""
    message: str = MESSAGE
    remedy: str = REMEDY
    variants: Mapping[str, Variant] = field(default_factory=lambda: MappingProxyType({}))
    """Its other messages, by a short name."""

    def variant(self, name: str) -> Variant:
        """The message of that name ('': the rule's own). Raises KeyError where there is none."""
        return self.variants[name] if name else Variant(self.message)
