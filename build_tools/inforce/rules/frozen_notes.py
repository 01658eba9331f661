"""D120: the notes of new versions beside those of the base branch. A release freezes the change notes and takes their
files away, so nothing else in a pull request shows what they said.

A note that was written beside its release is told too: the record is all there is to read of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inforce.model.config import ChangeNote, Kind
from inforce.problems import Problem, problem
from inforce.reader.records.version import VersionRecords


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
