"""A problem in the source, as a value: a stable code, a place, a sentence and a remedy."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

LONGEST = 1_000
"""Characters of a message: it quotes a text, never a file."""
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def _told(text: str) -> str:
    """A sentence as it can be shown anywhere: what would steer a terminal or turn words around as its code."""
    if len(text) > LONGEST:
        text = f"{text[: LONGEST - 200]} … {text[-190:]}"
    if text.isprintable():
        return text
    return _UNSEEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)


class Severity(StrEnum):
    """How much a problem weighs (design §11)."""

    ERROR = "error"
    """Unreadable, or says something false: merge, build and release are refused."""
    OPEN = "open"
    """Unfinished: merge and build go on; a release is refused unless somebody gives a written reason."""
    HINT = "hint"
    """For judgement: refuses nothing."""


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
    about: str = ""
    """The path of the fact that it is about, if it is about one."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", _told(self.message))
        object.__setattr__(self, "remedy", _told(self.remedy))

    def __str__(self) -> str:
        return f"{self.severity} {self.code} {self.location}  {self.message} {self.remedy}"

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """Reading order: file, line, column, code."""
        return (self.location.file, self.location.line or 0, self.location.column or 0, self.code)
