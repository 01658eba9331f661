"""Bytes of the records that Inforce writes itself: JSON that people can read and compare, always the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from inforce.model.text import Parse, Section
from inforce.model.version import ReleasedVersion, SectionDigests
from inforce.reader.records.version import sha256
from inforce.reader.wording import wording_digest
from inforce.rules.dates import EFFECTIVE_DATE, with_words_of_date

Publish = Callable[[ReleasedVersion], Mapping[str, bytes]]
"""The summaries of a version: `{lang}/r{K}.json` to bytes."""


def recordable(instant: datetime) -> datetime:
    """An instant as a record holds it: to the second, at the offset it has there (RFC 3339 knows whole minutes; local
    mean times of long ago become UTC). Such instants compare as instants, never as the wall clocks of one zone."""
    offset = instant.utcoffset()
    assert offset is not None, "an instant is aware"
    if offset % timedelta(minutes=1):
        return instant.astimezone(UTC).replace(microsecond=0)
    return instant.replace(microsecond=0, tzinfo=timezone(offset), fold=0)


def in_zone(instant: datetime, time_zone: str) -> str:
    """An instant as a plan shows it: all of one plan in one zone, the site's."""
    return recordable(instant.astimezone(ZoneInfo(time_zone))).isoformat()


def placed(instant: datetime, time_zone: str) -> datetime:
    """The same instant at the offset that the site has then, or at that of UTC where it was given so: read as a date,
    it says the day on which it is."""
    if not instant.utcoffset():
        return recordable(instant)
    return recordable(instant.astimezone(ZoneInfo(time_zone)))


def dated_where(instant: datetime, time_zone: str) -> datetime:
    """The same instant at the offset that the site has then, however it was given: what takes effect does so on a day,
    and whoever reads ten characters of the record reads that."""
    return recordable(instant.astimezone(ZoneInfo(time_zone)))


def section_digests(texts: Mapping[str, Mapping[str, str]], parse: Parse) -> dict[str, dict[str, SectionDigests]]:
    """Both digests of every section that can be read, by language and section id, for files as they will be written."""
    digests: dict[str, dict[str, SectionDigests]] = {}
    for language, sections in texts.items():
        for name, text in sections.items():
            section = parse(language, name, text)
            if section is not None:
                pair = SectionDigests(bytes=sha256(text.encode()), wording=wording_digest(section.leaves))
                digests.setdefault(language, {})[name] = pair
    return digests


def parsed_texts(texts: Mapping[str, Mapping[str, str]], parse: Parse) -> dict[str, dict[str, Section]]:
    """The sections that can be read, by language and section id."""
    found = {
        language: {name: parse(language, name, text) for name, text in each.items()} for language, each in texts.items()
    }
    return {
        language: {name: section for name, section in sections.items() if section is not None}
        for language, sections in found.items()
    }


def links_effective_date(text: str) -> bool:
    """Whether a section states the date on which its version takes effect."""
    return EFFECTIVE_DATE.search(text) is not None


def with_effective_date(text: str, effective_from: datetime, *, time_zone: str, language: str) -> str:
    """A section with the date written into its links to `fact:version.effective`, in its language and zone, and in the
    style that their words had."""
    from inforce.rules.readings.styles import (
        written_like,  # the tables of many languages are loaded where they are used
    )

    local = effective_from.astimezone(ZoneInfo(time_zone)).date()
    return with_words_of_date(text, lambda words: written_like(words, local, language))
