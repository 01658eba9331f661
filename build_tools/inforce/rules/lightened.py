"""T112: change notes that a pull request makes lighter, or takes away without releasing them.

How long readers have before a change binds them stands in the first line of its note alone, and a change without its
note is one that nobody tells. Told beside the base branch, while the note waits; the release itself is held to the
note's kind there (V404), and its notes to those there (D120).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inforce.model.config import ChangeNote, Kind
from inforce.model.languages import in_language
from inforce.problems import Problem, problem
from inforce.problems.value import shortened

_WEIGHT = (Kind.MATERIAL, Kind.CLARIFICATION, Kind.CORRECTION)
_QUOTED = 80


def check_lightened(
    noted: Sequence[ChangeNote], waiting: Sequence[ChangeNote], *, folder: str, changed: bool, released: bool
) -> Iterator[Problem]:
    """T112 for the notes of a policy. `noted` are those of the base branch, `waiting` those here, in this `folder`;
    `changed` is whether the working text or the facts say otherwise than the newest version, `released` whether a
    version is new, which took notes away."""
    here = {note.slug: note for note in waiting}
    known = {note.slug for note in noted}
    fresh = [note for note in waiting if note.slug not in known]
    for then in noted:
        now = here.get(then.slug) or next((one for one in fresh if _same_words(one, then)), None)
        if now is not None and _WEIGHT.index(now.kind) > _WEIGHT.index(then.kind):
            yield problem(
                "T112", f"{folder}/{now.slug}.md", "lighter", before=then.kind, now=now.kind, words=_words(then)
            )
        elif now is None and changed and not released and then.kind is not Kind.CORRECTION:
            yield problem("T112", f"{folder}/{then.slug}.md", "gone", before=then.kind, words=_words(then))


def _same_words(note: ChangeNote, then: ChangeNote) -> bool:
    """A note that was only given another name."""
    was = then.typed
    return any(was.get(language) == text for language, text in note.typed.items())


def _words(note: ChangeNote) -> str:
    text = in_language(note.text, "en")
    return f'"{shortened(" ".join(text.split()), _QUOTED)}"'
