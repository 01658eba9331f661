"""D118 for the day of the newest version, where the working text tells another.

A release writes the day on which its version takes effect into the working text too, and so does a postponement. A
record that was given another day by hand leaves the old one there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from inforce.model.version import AmendmentType, Manifest
from inforce.problems import Location, Problem, problem
from inforce.project.project import PolicySource
from inforce.release.records import with_effective_date
from inforce.rules.dates import EFFECTIVE_DATE, with_words_of
from inforce.rules.languages import first_of, known_zone

_MOST_TOLD = 5


def check_date_beside_source(
    policy: PolicySource, *, settled: frozenset[str], texts_before: Mapping[str, bytes]
) -> Iterator[Problem]:
    """D118 for the record, if it is not `settled`, that says when the newest version takes effect. `texts_before` are
    the files of the working text that the base branch has otherwise."""
    if not policy.released:
        return
    released = policy.released[-1]
    position, state = next(
        (position, state)
        for position, state in reversed([*enumerate(released.history)])
        if isinstance(state.record, Manifest) or state.record.type is AmendmentType.POSTPONEMENT
    )
    where = Location(file=f"{released.folder}/{state.file}")
    manifest = released.manifest
    if where.file in settled or manifest.as_published is not None or not known_zone(manifest.time_zone):
        return
    told = []
    for language, paths in state.paths.items():
        working = policy.working.get(language)
        for name, path in paths.items():
            frozen = released.files.get(path, b"").decode("utf-8", "replace")
            now = working.sections.get(name) if working else None
            if now is None or not EFFECTIVE_DATE.search(frozen) or with_words_of(now, frozen) == now:
                continue
            at, zone = state.effective_from, manifest.time_zone
            if with_effective_date(now, at, time_zone=zone, language=language) == now:
                continue  # in another style
            if position:
                then = released.history[position - 1]
                before = released.files.get(then.paths.get(language, {}).get(name, ""), b"").decode("utf-8", "replace")
                chosen = f"{policy.folder}/{language}/{name}.md" not in texts_before
                if chosen or with_words_of(now, before) == now:
                    continue  # no postponement replaces a day that somebody chose; V425 tells of one that was not put
            told.append(f"{language}/{name}")
    if told:
        yield problem("D118", where, "other day", days=first_of(told, _MOST_TOLD))
