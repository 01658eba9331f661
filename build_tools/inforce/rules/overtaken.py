"""V419: a release or a postponement that lets an older version come into force after a newer one, and take its place.

That may be meant: a text for the time until the older version comes. But readers would get older words after newer
ones, so it is open, and its record gives the reason.

V428: what a withdrawal does: an older version is put back, or none is in force, or what was announced never comes, or
nothing that holds changes. Its record has a reason anyway, so it is a hint: for who makes it, and for who reviews it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from inforce.model.version import AmendmentType, Manifest, ReleasedVersion
from inforce.problems import Location, Problem, problem
from inforce.reader.records.state import State
from inforce.reader.records.version import VersionRecords, sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """A version of the policy and when it takes effect, as known when a record is made."""

    number: int
    effective_from: datetime


def coming(versions: Iterable[ReleasedVersion]) -> tuple[Coming, ...]:
    """Those of released versions that are not withdrawn."""
    return tuple(
        Coming(number=one.number, effective_from=one.effective_from) for one in versions if one.withdrawn is None
    )


def check_overtaken(
    new: Coming, others: Iterable[Coming], *, folder: str, since: datetime | None = None
) -> Iterator[Problem]:
    """V419 of a version that is released, or that is put off and took effect at `since` before; beside the others that
    were known then. `folder` is the policy's."""
    for other in others:
        if since is None and other.number < new.number and other.effective_from > new.effective_from:
            yield _takes_over(folder, newer=new.number, older=other.number, on=other.effective_from)
        elif since is not None and other.number > new.number and since < other.effective_from < new.effective_from:
            yield _takes_over(folder, newer=other.number, older=new.number, on=new.effective_from)


def overtaken_by(released: VersionRecords, position: int, others: Sequence[VersionRecords]) -> tuple[Problem, ...]:
    """V419 of one of the records of a version (0: its manifest), beside the other versions as they stood then."""
    state, folder = released.history[position], released.folder.rpartition("/versions/")[0]
    new = Coming(number=released.manifest.version, effective_from=state.effective_from)
    if isinstance(state.record, Manifest):
        if state.record.as_published is not None:
            return ()  # what was public before takes no place
        earlier = [other for other in others if other.manifest.version < new.number]
        then = [(other, _named(other, state.record)) for other in earlier]
        since = None
    elif state.record.type is AmendmentType.POSTPONEMENT:
        then = [(other, each) for other in others if (each := _by(other, state.at)) is not None]
        since = released.history[position - 1].effective_from
    else:
        return ()
    known = [
        Coming(number=other.manifest.version, effective_from=each.effective_from)
        for other, each in then
        if each.withdrawn is None
    ]
    return tuple(check_overtaken(new, known, folder=folder, since=since))


def held_after(gone: Coming, ends: datetime, others: Iterable[Coming]) -> Coming | None:
    """The version of the others that holds once this one is withdrawn from an instant on, or has not come."""
    since = max(gone.effective_from, ends)
    then = [other for other in others if other.effective_from <= since]
    return max(then, key=lambda other: other.effective_from, default=None)


def check_put_back(gone: Coming, ends: datetime, others: Iterable[Coming], *, where: Location) -> Iterator[Problem]:
    """V428 of a version that is withdrawn from an instant on, beside the others that were known then."""
    last = held_after(gone, ends, others)
    if gone.effective_from > ends:
        yield _taken_back(gone, last, where)
        return
    if last is None:
        yield problem("V428", where, "nothing after", gone=gone.number, ends=ends.isoformat())
        return
    if last.effective_from >= gone.effective_from:
        yield problem(
            "V428",
            where,
            "followed",
            gone=gone.number,
            last=last.number,
            effective_from=last.effective_from.isoformat(),
        )
        return
    yield problem("V428", where, "last again", gone=gone.number, ends=ends.isoformat(), last=last.number)


def _taken_back(gone: Coming, last: Coming | None, where: Location) -> Problem:
    """V428 of a version that is withdrawn before it takes effect."""
    instead = f"the words of version {last.number} hold then" if last else "no version is in force then"
    return problem(
        "V428", where, "taken back", gone=gone.number, effective_from=gone.effective_from.isoformat(), instead=instead
    )


def beside_withdrawal(state: State, others: Sequence[VersionRecords]) -> tuple[Coming, ...]:
    """The other versions as they stood when a withdrawal was recorded, but for those withdrawn by then; of any other
    record, none."""
    ends = state.withdrawn
    if ends is None or isinstance(state.record, Manifest) or state.record.type is not AmendmentType.WITHDRAWAL:
        return ()
    return tuple(
        Coming(number=other.manifest.version, effective_from=each.effective_from)
        for other in others
        if (each := _by(other, state.at)) is not None and (each.withdrawn is None or each.withdrawn > ends)
    )


def put_back_by(released: VersionRecords, position: int, others: Sequence[VersionRecords]) -> Iterator[Problem]:
    """V428 of one of the records of a version, beside the other versions as they stood then."""
    state = released.history[position]
    if state.withdrawn is None or isinstance(state.record, Manifest):
        return
    if state.record.type is not AmendmentType.WITHDRAWAL:
        return
    yield from check_put_back(
        Coming(number=released.manifest.version, effective_from=state.effective_from),
        state.withdrawn,
        beside_withdrawal(state, others),
        where=Location(file=f"{released.folder}/{state.file}"),
    )


def _named(other: VersionRecords, manifest: Manifest) -> State:
    """An earlier version up to the record that a manifest names as its last."""
    head = manifest.heads.get(str(other.manifest.version))
    found = (state for state in other.history if sha256(other.files.get(state.file, b"")) == head)
    return next(found, other.history[0])


def _by(other: VersionRecords, at: datetime) -> State | None:
    """A version as its records stood at an instant; None before its release."""
    return next((state for state in reversed(other.history) if state.at <= at), None)


def _takes_over(folder: str, *, newer: int, older: int, on: datetime) -> Problem:
    return problem(
        "V419", f"{folder}/policy.yml", about=f"versions/{older}", older=older, newer=newer, on=on.isoformat()
    )
