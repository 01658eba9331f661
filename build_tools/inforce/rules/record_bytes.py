"""Rules for the bytes of records: those that `inforce release` and `inforce amend` write, and no others.

JSON can say one thing in many ways, and some of them show a reader another thing than they tell a program. So a record
that is not `settled` is written again from what was read of it, and the bytes must be the same.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from inforce.model.config import section_ids
from inforce.model.version import Manifest
from inforce.model.writer import WRITER
from inforce.problems import Location, Problem
from inforce.reader.records.record_json import read_json, record
from inforce.reader.records.version import VersionRecords
from inforce.rules.languages import known_zone
from inforce.rules.record_dates import contradiction
from inforce.rules.record_invariants import YEARS
from inforce.rules.records import instants_of


def check_record_bytes(
    released: VersionRecords, *, settled: frozenset[str], known: bool = False, writer: str = WRITER
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
        ordered = not isinstance(state.record, Manifest) or _in_order(state.record)
        if not ordered or released.files.get(state.file) != record(state.record):
            yield _other(released, state.file)
        for language, paths in state.record.digests.items():
            for path in (f"{state.place}{language}/{name}.md" for name in paths):
                if released.files.get(path, b"").startswith(BOM_UTF8):  # which a reader leaves out
                    yield _other(released, path)
        if facts in released.files and not _as_written(released.files[facts]):
            yield _other(released, facts)


def _in_order(manifest: Manifest) -> bool:
    """Whether entries stand as a release puts them: languages alike everywhere, sections as they are read, earlier
    versions as they came, and the facts before what each language publishes."""
    languages, sections = [*manifest.languages], section_ids(manifest.sections)
    return (
        [*manifest.digests] == [name for name in languages if name in manifest.digests]
        and all([*each] == [name for name in sections if name in each] for each in manifest.digests.values())
        and [*manifest.heads] == sorted(manifest.heads, key=lambda number: (len(number), number))
        and [*manifest.files] == sorted(manifest.files, key=lambda path: _file_order(path, languages))
    )


def _file_order(path: str, languages: list[str]) -> tuple[int, int]:
    language = path.split("/")[1] if path.count("/") > 1 else ""
    return int(path != "facts.json"), languages.index(language) if language in languages else -1


@lru_cache(maxsize=8)
def _as_written(facts: bytes) -> bool:
    """Whether facts are in the bytes that this writer gives them: most versions have those of the one before."""
    return facts == record(read_json(facts))


def _at_home(instant: datetime, time_zone: str) -> bool:
    """Whether an instant is written as of UTC or of a zone; of a zone that does not exist other rules tell."""
    if not instant.utcoffset() or not known_zone(time_zone) or instant.year not in YEARS:
        return True
    return instant.utcoffset() == instant.astimezone(ZoneInfo(time_zone)).utcoffset()


def _other(released: VersionRecords, path: str) -> Problem:
    return contradiction(Location(file=f"{released.folder}/{path}"), "its bytes are not those that it writes.")
