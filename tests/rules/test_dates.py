"""The dates of released versions against each other."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from inforce.model.config import Kind
from inforce.model.version import ReleasedVersion
from inforce.rules.dates import check_dates

START = datetime(2025, 1, 1, tzinfo=UTC)


def version(number: int, announced: int, effective: int, withdrawn: int | None = None) -> ReleasedVersion:
    """A version with its dates as days after START."""
    return ReleasedVersion(
        policy="privacy",
        number=number,
        announced=START + timedelta(days=announced),
        effective_from=START + timedelta(days=effective),
        first_effective=START + timedelta(days=effective),
        released=START,
        withdrawn=START + timedelta(days=withdrawn) if withdrawn is not None else None,
        kind=Kind.MATERIAL,
        consent_epoch=1,
        time_zone="UTC",
        authoritative_language="en",
        order=(),
        numbering=("1.",),
        editions={},
        changes=(),
        amendments=(),
        facts={},
        as_published=None,
        head="",
    )


CASES = [
    ("in order", [version(1, 0, 30), version(2, 40, 70)], []),
    ("effective as it is announced", [version(1, 5, 5)], []),
    ("effective before it is announced", [version(1, 6, 5)], ["V401 f/versions/1/manifest.json"]),
    ("withdrawn before it is announced", [version(1, 5, 9, 4)], ["V403 f/versions/1/manifest.json"]),
    ("withdrawn as it is announced", [version(1, 5, 9, 5)], []),
    ("withdrawn before it takes effect", [version(1, 5, 9, 6)], []),
    ("two at one instant", [version(1, 0, 9), version(2, 1, 9)], ["V402 f/versions/2/manifest.json"]),
]


@pytest.mark.parametrize(("versions", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_dates_that_contradict_one_another_are_told_at_their_version(
    versions: list[ReleasedVersion], expected: list[str]
) -> None:
    assert [f"{one.code} {one.location}" for one in check_dates(versions, folder="f")] == expected
