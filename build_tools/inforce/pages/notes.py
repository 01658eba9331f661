"""Change notes as pages show them: paragraphs in the reader's language, or marked as in another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from inforce.model.config import ChangeNote, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A change note in one language."""

    kind: Kind
    language: str
    paragraphs: tuple[str, ...]


def notes(changes: Iterable[ChangeNote], language: str, authoritative: str) -> tuple[Note, ...]:
    """The notes in a language; one that lacks it in the authoritative language, else in the first it has."""
    found = []
    for change in changes:
        spoken = next((name for name in (language, authoritative, *change.text) if name in change.text), None)
        if spoken is not None:
            paragraphs = tuple(" ".join(part.split()) for part in change.text[spoken].split("\n\n") if part.strip())
            found.append(Note(kind=change.kind, language=spoken, paragraphs=paragraphs))
    return tuple(found)
