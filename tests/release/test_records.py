"""Bytes of records, instants in them, and the date that a release writes into a text."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.model.text import Section
from inforce.reader.records.record_json import record
from inforce.reader.records.version import sha256
from inforce.reader.section import parse_section
from inforce.reader.wording import wording_digest
from inforce.release.records import links_effective_date, recordable, section_digests, with_effective_date

BRUSSELS = ZoneInfo("Europe/Brussels")
AUTUMN = datetime(2024, 10, 27, 2, 30, tzinfo=BRUSSELS)
"""Half past two, which came twice that night."""


@pytest.mark.parametrize(
    ("instant", "written"),
    [
        (datetime(2024, 1, 1, tzinfo=BRUSSELS), "2024-01-01T00:00:00+01:00"),
        (datetime(2024, 7, 1, 12, 0, 0, 999_999, tzinfo=UTC), "2024-07-01T12:00:00+00:00"),
        (AUTUMN, "2024-10-27T02:30:00+02:00"),
        (AUTUMN.replace(fold=1), "2024-10-27T02:30:00+01:00"),
        (datetime(1890, 1, 1, tzinfo=BRUSSELS), "1889-12-31T23:42:30+00:00"),
    ],
)
def test_an_instant_as_a_record_holds_it(instant: datetime, written: str) -> None:
    assert recordable(instant).isoformat() == written


@given(st.datetimes(min_value=datetime(1900, 1, 2), max_value=datetime(2200, 1, 1), timezones=st.just(BRUSSELS)))
def test_a_recorded_instant_is_the_same_instant(instant: datetime) -> None:
    kept = recordable(instant)
    assert timedelta(0) <= instant.astimezone(UTC) - kept.astimezone(UTC) < timedelta(seconds=1)
    assert recordable(kept) == kept


def test_a_record_is_the_same_bytes_always() -> None:
    assert record({"b": "é", "a": [1]}) == '{\n  "b": "é",\n  "a": [\n    1\n  ]\n}\n'.encode()


def parse(language: str, name: str, text: str) -> Section | None:
    return parse_section(text, id=name, file=f"{language}/{name}.md")[0]


def test_both_digests_of_each_section_that_can_be_read() -> None:
    texts = {"en": {"a": "# A\n\nx\n", "broken": "no heading\n"}, "fr": {"broken": ""}}
    digests = section_digests(texts, parse)
    assert {language: list(sections) for language, sections in digests.items()} == {"en": ["a"]}
    section = parse("en", "a", texts["en"]["a"])
    assert section is not None
    assert digests["en"]["a"].bytes == sha256(b"# A\n\nx\n")
    assert digests["en"]["a"].wording == wording_digest(section.leaves)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "1 March 2024"),
        ("fr", "1er mars 2024"),
        ("de", "1. März 2024"),
        ("nl", "1 maart 2024"),
        ("ja", "2024年3月1日"),
        ("pt-BR", "1º de março de 2024"),
    ],
)
def test_the_date_is_written_in_the_language_and_zone(language: str, words: str) -> None:
    instant = datetime(2024, 2, 29, 23, 30, tzinfo=UTC)
    text = "From [soon](fact:version.effective) on; [10 years](fact:retention.contract)."
    assert links_effective_date(text)
    written = with_effective_date(text, instant, time_zone="Europe/Brussels", language=language)
    assert written == f"From [{words}](fact:version.effective) on; [10 years](fact:retention.contract)."


@pytest.mark.parametrize(
    "target",
    [
        "(fact:version.effective)",
        "(<fact:version.effective>)",
        '( fact:version.effective "the day" )',
        "(fact:version.effective\n'x')",
    ],
)
def test_the_date_is_written_into_a_link_however_it_is_typed(target: str) -> None:
    text = f"From [28 February\n2023]{target} on."
    written = with_effective_date(text, datetime(2024, 3, 1, tzinfo=UTC), time_zone="UTC", language="en")
    assert written == f"From [1 March\n2024]{target} on."


def test_a_text_without_the_date_stays_as_it_is() -> None:
    text = "Kept [10 years](fact:retention.contract).\n"
    assert not links_effective_date(text)
    assert with_effective_date(text, datetime(2024, 1, 1, tzinfo=UTC), time_zone="UTC", language="en") == text
