"""A problem in the source, as a value: a stable code, a place, a sentence and a remedy."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

LONGEST = 1_000
"""Characters of a message, and of a remedy: they quote a text, never a file."""
LONGEST_QUOTED, LONGEST_TO_TYPE = 120, 300
"""Characters that a message quotes in one place, and that a remedy gives to be typed."""
_QUOTED = re.compile(r'"[^"]+"|“[^”]+”|`[^`]+`')
_JOINERS = "\u200c\u200d"
"""Unseen, and letters need them."""


def shown(text: str) -> str:
    """Words as they can be shown anywhere: what would steer a terminal, hide or turn words around as its code."""
    if text.isprintable():
        return text
    return "".join(char if _is_seen(char) else f"<U+{ord(char):04X}>" for char in text)


def _is_seen(char: str) -> bool:
    return char.isprintable() or char in _JOINERS or unicodedata.category(char) == "Zs"


def shortened(text: str, most: int) -> str:
    """A text of at most so many characters: its beginning and its end."""
    if len(text) <= most:
        return text
    end = most // 4
    return f"{text[: most - end - 3]} … {text[-end:]}"


def _told(text: str, most: int) -> str:
    """A sentence as it is shown, short in each thing that it quotes (of at most `most` characters) and as a whole."""
    if len(text) > most:
        text = _QUOTED.sub(lambda found: f"{found[0][0]}{shortened(found[0][1:-1], most)}{found[0][-1]}", text)
    return shortened(shown(shortened(text, LONGEST)), LONGEST)


class Severity(StrEnum):
    """How much a problem weighs."""

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
        return ":".join(str(part) for part in (shown(self.file), self.line, self.column) if part is not None)


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
        object.__setattr__(self, "message", _told(self.message, LONGEST_QUOTED))
        object.__setattr__(self, "remedy", _told(self.remedy, LONGEST_TO_TYPE))

    def __str__(self) -> str:
        return f"{self.severity} {self.code} {self.location}  {self.message} {self.remedy}"

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """Reading order: file, line, column, code."""
        return (self.location.file, self.location.line or 0, self.location.column or 0, self.code)
