"""Which version says what holds on a day or at an instant, as the index and its dates have it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from inforce.cli.opening import open_here
from inforce.project.answers import policy_timeline
from inforce.promises.errors import NothingInForce
from inforce.promises.policy import Policy
from inforce.promises.reading import read_policy

from tests.built.building import ROOT
from tests.promises.summaries import published, summary, version
from tests.sources import change

NOW = datetime(2026, 6, 1, tzinfo=UTC)
TWO = (version(1, "2024-01-01T00:00:00+01:00"), version(2, "2027-03-01T00:00:00+01:00"))


def policy(place: Path, *versions: dict[str, Any], name: str = "index.json", at: datetime = NOW) -> Policy:
    change(place, published(*versions, name=name))
    return read_policy(place, None, at=at)


def test_now_is_the_instant_that_the_caller_gives(tmp_path: Path) -> None:
    assert policy(tmp_path, *TWO).now.version == 1
    assert policy(tmp_path, *TWO, at=datetime(2027, 3, 2, tzinfo=UTC)).now.version == 2


@pytest.mark.parametrize(
    ("when", "number"),
    [
        ("2027-02-28", 1),
        ("2027-03-01", 2),  # a day in the zone of the site, not 23:00 of the day before in UTC
        (date(2027, 3, 1), 2),
        ("2027-02-28T22:59:59+00:00", 1),
        ("2027-02-28T23:00:00Z", 2),
        (datetime(2027, 3, 1, tzinfo=UTC), 2),
    ],
)
def test_on_a_day_or_at_an_instant(tmp_path: Path, when: str | date | datetime, number: int) -> None:
    said = policy(tmp_path, *TWO).on(when)
    assert said.version == number
    assert str(said.retention["leads"].keep) == f"P{number}Y"


@pytest.mark.parametrize("when", ["2027-3-1", "tomorrow", "2027-02-30", "2027-03-01T12:00:00", datetime(2027, 3, 1)])
def test_what_is_no_day_or_instant(tmp_path: Path, when: str | datetime) -> None:
    with pytest.raises(ValueError, match=r"is no day or instant|lacks its offset"):
        policy(tmp_path, *TWO).on(when)


def test_a_day_on_which_the_version_changes(tmp_path: Path) -> None:
    found = policy(tmp_path, TWO[0], version(2, "2027-03-01T12:00:00+01:00"))
    with pytest.raises(NothingInForce, match=r"changes during 2027-03-01\. Ask for an instant"):
        found.on("2027-03-01")
    assert [found.on(day).version for day in ("2027-02-28", "2027-03-02")] == [1, 2]


def test_before_the_first_version(tmp_path: Path) -> None:
    with pytest.raises(
        NothingInForce, match=r"No version of privacy is in force on 2023-01-01\. It has version 1 from"
    ):
        policy(tmp_path, *TWO).on("2023-01-01")


def test_after_a_withdrawal_the_one_before_is_in_force_again(tmp_path: Path) -> None:
    second = version(2, "2025-01-01T00:00:00+00:00", withdrawn="2026-01-01T00:00:00+00:00")
    found = policy(tmp_path, TWO[0], second)
    assert [found.on(day).version for day in ("2024-12-31", "2025-12-31", "2026-01-01")] == [1, 2, 1]


def test_the_small_index_does_not_tell_what_was(tmp_path: Path) -> None:
    found = policy(tmp_path, *TWO, name="current.json")
    assert (found.now.version, found.on("2027-03-01").version) == (1, 2)
    with pytest.raises(NothingInForce, match=r"only what was in force and announced\. Take index\.json"):
        found.on("2023-01-01")


AMENDED = version(
    1,
    "2020-01-01T00:00:00+00:00",
    says={"en": [summary(retention=[{"id": "leads", "duration": f"P{years}Y"}]) for years in (5, 4, 3)]},
)
"""Corrected at the beginning of 2022 and of 2023."""


@pytest.mark.parametrize(("day", "years"), [("2020-06-01", 5), ("2021-12-31", 5), ("2022-01-01", 4), ("2030-01-01", 3)])
def test_a_day_has_the_revision_that_held_then(tmp_path: Path, day: str, years: int) -> None:
    assert str(policy(tmp_path, AMENDED).on(day).retention["leads"].keep) == f"P{years}Y"


def test_facts_are_read_in_the_prevailing_language_or_in_the_one_asked_for(tmp_path: Path) -> None:
    said = {name: [summary(retention=[{"id": "leads", "label": {"text": name}}])] for name in ("fr", "en")}
    change(tmp_path, published(version(1, "2020-01-01T00:00:00Z", says=said)))
    for language, read in ((None, "fr"), ("en", "en")):
        found = read_policy(tmp_path, None, at=NOW, language=language).now
        assert (found.language, found.retention["leads"].label) == (read, read)


def test_what_the_copy_is_can_be_asked(tmp_path: Path) -> None:
    found = policy(tmp_path, *TWO)
    assert (found.id, found.sequence, found.made_at) == ("privacy", 7, datetime(2026, 11, 1, tzinfo=UTC))


def test_the_version_at_any_instant_is_the_one_that_inforce_names(example_site: Path) -> None:
    asked = 0
    for source in open_here(ROOT / "examples").project.policies:
        line = policy_timeline(source)
        found = read_policy(example_site, source.id, at=NOW)
        for span in line.spans():
            if span.start is None:
                with pytest.raises(NothingInForce):
                    found.on(line.terms[0].effective_from.replace(year=2000))
                continue
            assert found.on(span.start).version == span.version
            assert found.on(span.start.date()).version == span.version
            asked += 1
    assert asked > 6
