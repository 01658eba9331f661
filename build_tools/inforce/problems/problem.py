"""A problem in the source, as a value: a stable code, a place, a sentence and a remedy."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """What a problem blocks."""

    ERROR = "error"
    """Blocks a build and a release."""
    RELEASE = "release"
    """Blocks a release, not a build."""
    WARNING = "warning"
    """Blocks nothing."""

    @property
    def blocks(self) -> str:
        """The closing sentence of a message."""
        return {
            Severity.ERROR: "Blocks build and release.",
            Severity.RELEASE: "Blocks release.",
            Severity.WARNING: "Blocks nothing.",
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Location:
    """A place in a file. `file` is relative to the project, with forward slashes; line and column count from 1."""

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong. `code` is stable and has an entry in `problems.catalog`."""

    code: str
    severity: Severity
    location: Location
    message: str
    """What is wrong, in an editor's words, quoting the exact text."""
    remedy: str
    """What to do, exactly."""

    def __str__(self) -> str:
        return f"{self.code} {self.location}  {self.message} {self.remedy} {self.severity.blocks}"

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """Reading order: file, line, column, code."""
        return (self.location.file, self.location.line or 0, self.location.column or 0, self.code)
