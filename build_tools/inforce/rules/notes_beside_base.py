"""Change notes beside those of the base branch: made lighter, or taken away without being released (T112); and notes
of new versions that are not those that waited there (D120).

How long readers have before a change binds them stands in the first line of its note alone, and a change without its
note is one that nobody is told of. The release itself is held to the note's kind in the base branch (V404). A release
freezes the notes and takes their files away, so nothing else in a pull request shows what they said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inforce.model.config import ChangeNote, Kind
from inforce.model.languages import in_language
from inforce.problems import Problem, problem
from inforce.problems.value import shortened
from inforce.reader.records.version import VersionRecords

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


def check_frozen_notes(
    versions: Sequence[VersionRecords],
    *,
    noted: Sequence[ChangeNote],
    working: Sequence[ChangeNote],
    settled: frozenset[str],
) -> Iterator[Problem]:
    """D120 for the notes of each version of a policy whose manifest is not `settled`. `noted` are those of the base
    branch, `working` those that still wait."""
    new = [one for one in versions if f"{one.folder}/manifest.json" not in settled and not one.manifest.as_published]
    there = {note.slug: note for note in noted}
    frozen = {note.slug for each in new for note in each.manifest.changes}
    waiting = {note.slug for note in working}
    gone = [
        note.slug
        for note in noted
        if note.slug not in frozen | waiting and note.kind is not Kind.CORRECTION  # taken away once it was amended
    ]
    said: dict[str, tuple[int, ChangeNote]] = {}
    for released in versions:
        number = released.manifest.version
        twice = [
            f"{note.slug} ({said[note.slug][0]})"
            for note in released.manifest.changes
            if note.slug in said and said[note.slug][1].typed == note.typed
        ]
        said |= {note.slug: (number, note) for note in released.manifest.changes}
        if released not in new:
            continue
        notes = [(note, there.get(note.slug)) for note in released.manifest.changes]
        first, last = released is new[0], released is new[-1]
        told = {
            "it says otherwise than there": [
                f"{note.slug} ({', '.join(_otherwise(note, then))})"
                for note, then in notes
                if then and not note.is_same(then)
            ],
            "not there before": [note.slug for note, then in notes if then is None],
            f"there when version {new[0].manifest.version} was released": [
                note.slug for note, then in notes if then is not None and not first
            ],
            "told with an earlier version already": twice,
            "gone from there, and in no new version": gone if last else [],
        }
        if any(told.values()):
            those = "; ".join(f"{what}: {', '.join(names)}" for what, names in told.items() if names)
            yield problem("D120", f"{released.folder}/manifest.json", those=those)


def _otherwise(note: ChangeNote, then: ChangeNote) -> list[str]:
    """What a note says otherwise: its kind, and its words in which languages."""
    was, now = then.typed, note.typed
    languages = [name for name in {**was, **now} if was.get(name) != now.get(name)]
    return ([f"{then.kind} there"] if note.kind is not then.kind else []) + languages
