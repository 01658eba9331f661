"""Rules for the dates of records: none is bent, neither backwards nor forwards.

What `inforce release` and `inforce amend` refuse when they write a record, the check refuses in one that was written by
hand. Records that the base branch has (`settled`) are past mending, so newer rules pass over them in silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from inforce.model.config import ChangeNote, Kind, Notice
from inforce.model.version import Amendment, AmendmentType, Manifest
from inforce.problems import Location, Problem, problem
from inforce.problems.value import shortened
from inforce.reader.records.state import State
from inforce.reader.records.version import VersionRecords, sha256
from inforce.rules.languages import known_zone
from inforce.rules.record_invariants import (
    FEW_MINUTES,
    YEARS,
    announced_unseen,
    gives_less,
    late_as_published,
    local_day,
    too_early,
    too_late,
)

A_WEEK = timedelta(days=7)
"""A record may wait so long for its review, while the base branch moves on."""


def check_record_dates(
    released: VersionRecords,
    *,
    earlier: Sequence[VersionRecords],
    others: Sequence[VersionRecords],
    settled: frozenset[str],
    at: datetime | None,
    notice: Notice,
    promised: Notice | None = None,
    noted: Sequence[ChangeNote] = (),
    base_at: datetime | None = None,
    time_zone: str | None = None,
) -> Iterator[Problem]:
    """The dates of the records of a version that are not `settled` (paths relative to the project).

    `earlier` are the versions before it, `others` all other versions of its policy; `at` is now, None where nobody
    knows; `notice` is what `policy.yml` asks for, `promised` what it asks for in the base branch, `noted` the
    change notes there; `base_at` is when its newest commit was made; `time_zone` is the site's.
    """
    newest = newest_settled((released, *others), settled)
    for position, state in enumerate(released.history):
        path = f"{released.folder}/{state.file}"
        if path in settled:
            continue
        found: list[str] = []
        if at is not None and state.at > at + FEW_MINUTES:
            found.append(f"it is recorded at {state.at.isoformat()}, which is still to come.")
        if newest is not None and state.at < newest:
            found.append(
                f"it is recorded before another record of the policy that stands already, of {newest.isoformat()}. If "
                "both were made at one time, make the later one again."
            )
        if isinstance(state.record, Manifest):
            found.extend(_manifest(state.record, earlier, settled, notice))
            found.extend(_not_known(state.record, earlier))
            if earlier and state.record.as_published is None:
                found.extend(too_early(state.record.announced, earlier[-1].manifest))
            newest_version = all(other.manifest.version < released.manifest.version for other in others)
            if time_zone is not None and (newest is not None or newest_version):
                found.extend(_zone(state.record, time_zone))
            if earlier and state.record.as_published is None:
                where, today = Location(file=path), promised or notice
                yield from _as_promised(state.record, notice, today, where)
                longer = max(notice.material, today.material)
                yield from _as_noted(state.record, noted, longer, where)
        if isinstance(state.record, Amendment):
            found.extend(too_late(state.record.effective_from, state.record.recorded))
        if state.record.effective_from is not None:
            found.extend(_within_a_day(state.record.effective_from, released.manifest.time_zone))
        if base_at is not None:
            # A base branch dated ahead says no more than that it is now, or one wrong clock would stop all records.
            known = base_at if at is None else min(base_at, at)
            found.extend(_backdated(released.history[position - 1] if position else None, state, known))
        yield from (contradiction(Location(file=path), message) for message in found)


def _zone(manifest: Manifest, time_zone: str) -> Iterator[str]:
    """Pages tell dates in the zone of the version, its words were dated in that of the site: they are one."""
    if manifest.time_zone != time_zone:
        yield f"its time zone is {manifest.time_zone}, and that of the site is {time_zone}."


def _within_a_day(effective: datetime, time_zone: str) -> Iterator[str]:
    """What takes effect does so with a day: a text can name no more, and an hour would be nobody's choice."""
    day = local_day(effective, time_zone)
    if day is None:
        return  # told elsewhere
    local = effective.astimezone(ZoneInfo(time_zone))
    if effective.timestamp() != datetime.combine(day, time(), ZoneInfo(time_zone)).timestamp():
        yield f"it takes effect at {effective.isoformat()}, which is no beginning of a day in {time_zone}."
    elif effective.utcoffset() != local.utcoffset() and not (local.utcoffset() or timedelta()) % timedelta(minutes=1):
        # Who reads ten characters would read another day. Offsets of long ago, with seconds, no record can hold.
        yield f"it takes effect at {effective.isoformat()}, which is {local.isoformat()} where the site is."


def _backdated(before: State | None, state: State, base_at: datetime) -> Iterator[str]:
    """What the record would make true of a time when the base branch did not know it yet. `before` is the state that
    an amendment changes."""
    record = state.record
    if state.at < base_at - A_WEEK:
        yield (
            f"it is recorded at {state.at.isoformat()}, and more than a week later, on {base_at.isoformat()}, the base "
            "branch did not have it. Nobody could read it there: make it again."
        )
    elif isinstance(record, Manifest) and record.as_published is None and record.effective_from < base_at:
        yield (
            f"it would have been in force since {record.effective_from.isoformat()}, when the base branch did not know "
            f"it yet, on {base_at.isoformat()}. Take it away and make it again."
        )
    postponed = isinstance(record, Amendment) and record.type is AmendmentType.POSTPONEMENT
    if postponed and before is not None and before.effective_from <= base_at:
        yield (
            f"its version has been in force since {before.effective_from.isoformat()}, as the base branch says on "
            f"{base_at.isoformat()}; what has happened cannot be postponed."
        )
    withdrawn = isinstance(record, Amendment) and record.type is AmendmentType.WITHDRAWAL
    ends = state.withdrawn if withdrawn else None
    if ends is not None and before is not None and max(ends, before.effective_from) < base_at:
        yield (
            f"its version would have ended on {ends.isoformat()}, when the base branch did not know it yet, on "
            f"{base_at.isoformat()}. Take it away and make it again: it ends when that is recorded, or later."
        )


def newest_settled(versions: Sequence[VersionRecords], settled: frozenset[str]) -> datetime | None:
    """When the last of the records that the base branch has was made."""
    return max(
        (state.at for item in versions for state in item.history if f"{item.folder}/{state.file}" in settled),
        default=None,
    )


def _manifest(
    manifest: Manifest, earlier: Sequence[VersionRecords], settled: frozenset[str], notice: Notice
) -> Iterator[str]:
    yield from _announced(manifest)
    for item in earlier:
        if any(state.at > manifest.released for state in _known(item, manifest)):
            yield f"it is released before the last record of version {item.manifest.version}, which it follows."
    if manifest.as_published is not None:
        yield from _as_published(manifest, earlier, settled)
    else:
        yield from _in_time(manifest, notice if earlier else None)


def _not_known(manifest: Manifest, earlier: Sequence[VersionRecords]) -> Iterator[str]:
    """Amendments of earlier versions that stood when it was released, and that it does not know of."""
    for item in earlier:
        known = sum(1 for _ in _known(item, manifest))
        late = next((each for each in item.history[known:] if each.at < manifest.released), None)
        if late is not None:
            yield (
                f"it was released without {late.place.rstrip('/')} of version {item.manifest.version}, which says "
                "that it was recorded before."
            )


def _known(earlier: VersionRecords, manifest: Manifest) -> Iterator[State]:
    """The states of an earlier version up to the one that a manifest names as its last."""
    for state in earlier.history:
        yield state
        if sha256(earlier.files.get(state.file, b"")) == manifest.heads.get(str(earlier.manifest.version)):
            return


def _announced(manifest: Manifest) -> Iterator[str]:
    if manifest.announced is None:
        if manifest.as_published is None:
            yield "it does not say when it was announced."
        if manifest.announced_because is not None:
            yield "it says where it was announced, and not when."
    elif announced_unseen(manifest.announced, manifest.released, manifest.announced_because):
        yield "it is announced in the past, and does not say where readers could see it."
    elif manifest.announced >= manifest.released and manifest.announced_because is not None:
        yield "it says where it was announced before it was released, and was not."


def check_announced_before(versions: Sequence[VersionRecords], *, settled: frozenset[str]) -> Iterator[Problem]:
    """D121 for each new version that says it was announced before its release, and where."""
    for released in versions:
        manifest, file = released.manifest, f"{released.folder}/manifest.json"
        if manifest.announced is None or manifest.announced_because is None or file in settled:
            continue
        yield problem(
            "D121", file, announced=manifest.announced.isoformat(), because=shortened(manifest.announced_because, 200)
        )


def _as_published(manifest: Manifest, earlier: Sequence[VersionRecords], settled: frozenset[str]) -> Iterator[str]:
    """A version kept as it was published fills in the past; it never takes the place of what Inforce has released."""
    yield from late_as_published(
        manifest.released, manifest.announced, manifest.effective_from, [item.manifest for item in earlier]
    )
    standing = [item for item in earlier if f"{item.folder}/manifest.json" in settled]
    if any(item.manifest.effective_from < manifest.effective_from for item in standing):
        yield (
            "it was public before versions that stand already were recorded, but would take their place. Versions kept "
            "as they were published are recorded together, or lie before the others."
        )


def _in_time(manifest: Manifest, notice: Notice | None) -> Iterator[str]:
    """No version takes effect before it is released; one that follows another gives `notice`."""
    if manifest.effective_from < manifest.released:
        yield f"it takes effect on {manifest.effective_from.isoformat()}, before it is released."
    if notice is not None and _gives_less(manifest, _days(manifest.kind, notice)):
        yield f"a {manifest.kind} change needs {_days(manifest.kind, notice)} days' notice, and it gives less."


def _as_promised(manifest: Manifest, notice: Notice, promised: Notice, where: Location) -> Iterator[Problem]:
    """V404: a release that gives the notice of a `policy.yml` which lowers it beside that very release."""
    days, then = _days(manifest.kind, notice), _days(manifest.kind, promised)
    if days < then and _gives_less(manifest, then) and not _gives_less(manifest, days):
        yield problem("V404", where, "promised", kind=manifest.kind, then=then, days=days)


def _as_noted(manifest: Manifest, noted: Sequence[ChangeNote], days: int, where: Location) -> Iterator[Problem]:
    """V404: a release that gives the notice of a clarification, with a note that is material in the base branch."""
    material = {note.slug for note in noted if note.kind is Kind.MATERIAL}
    lowered = [note.slug for note in manifest.changes if note.slug in material and note.kind is not Kind.MATERIAL]
    if lowered and manifest.kind is not Kind.MATERIAL and _gives_less(manifest, days):
        yield problem("V404", where, "noted", note=lowered[0], days=days, kind=manifest.kind)


def _days(kind: Kind, notice: Notice) -> int:
    return notice.material if kind is Kind.MATERIAL else notice.clarification


def _gives_less(manifest: Manifest, days: int) -> bool:
    """Whether a release gives less notice than so many days; what other rules refuse gives none too little."""
    if manifest.announced is None or manifest.announced.year not in YEARS or not known_zone(manifest.time_zone):
        return False
    return gives_less(manifest.effective_from, manifest.announced, days, manifest.time_zone)


def contradiction(where: Location, message: str) -> Problem:
    """D110: a record that says what no command would have written."""
    return problem("D110", where, message=message)
