"""Rules for the bytes of records: those that `inforce release` and `inforce amend` write, and no others.

JSON can say one thing in many ways, and some of them show a reader another thing than they tell a program. So a record
that is not `settled` is written again from what was read of it, and the bytes must be the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from inforce.model.writer import WRITER
from inforce.parse.record_json import read_json, record
from inforce.parse.version import ReleasedVersion
from inforce.problems import Location, Problem
from inforce.rules.languages import known_zone
from inforce.rules.record_dates import YEARS, contradiction
from inforce.rules.records import instants_of


def check_record_bytes(
    released: ReleasedVersion, *, settled: frozenset[str], known: bool = False, writer: str = WRITER
) -> Iterator[Problem]:
    """The records of a version and their facts, where they are not `settled` (paths relative to the project). Where it
    is `known` that all others are new, `writer`, this tool, made them, whatever they say; else only those that say so:
    an earlier one may have written in another way."""
    for state in released.history:
        other = state.record.made_by != writer
        if f"{released.folder}/{state.file}" in settled or (other and not known):
            continue
        for instant in instants_of(state.record):
            if not _at_home(instant, released.manifest.time_zone):
                message = f"{instant.isoformat()} is neither at the offset of its zone nor at that of UTC."
                yield contradiction(Location(file=f"{released.folder}/{state.file}"), message)
        facts = f"{state.place}facts.json"
        if released.files.get(state.file) != record(state.record):
            yield _other(released, state.file)
        if facts in released.files and not _as_written(released.files[facts]):
            yield _other(released, facts)


@lru_cache(maxsize=8)
def _as_written(facts: bytes) -> bool:
    """Whether facts are in the bytes that this writer gives them: most versions have those of the one before."""
    return facts == record(read_json(facts))


def _at_home(instant: datetime, time_zone: str) -> bool:
    """Whether an instant is written as of UTC or of a zone; of a zone that does not exist other rules tell."""
    if not instant.utcoffset() or not known_zone(time_zone) or instant.year not in YEARS:
        return True
    return instant.utcoffset() == instant.astimezone(ZoneInfo(time_zone)).utcoffset()


def _other(released: ReleasedVersion, path: str) -> Problem:
    return contradiction(Location(file=f"{released.folder}/{path}"), "its bytes are not those that it writes.")
