"""The dates of a release: each fault told once, with the argument that would do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.release.living import note, run
from tests.sources import change

APRIL = "2024-04-01T09:00:00+00:00"


def test_a_date_before_the_announcement_is_told_once(released: Path) -> None:
    change(released, note("material"))
    told = run(released, "release", "--effective", "2020-01-01", "--dry-run", on=APRIL, code=1).stderr
    assert [code for code in ("V401", "V404", "V418", "V419") if code in told] == ["V401"]


def test_too_little_notice_names_the_argument_that_would_do(released: Path) -> None:
    change(released, note("material"))
    told = run(released, "release", "--effective", "2024-04-02", "--dry-run", on=APRIL, code=1).stderr
    assert "write --effective 2024-05-02" in told
    run(released, "release", "--effective", "2024-05-02", "--dry-run", on=APRIL)


@pytest.mark.parametrize(
    ("effective", "told"),
    [
        ("2024-09-01T00:00:00+05:00", "is 2024-08-31T21:00:00+02:00 in Europe/Brussels"),
        ("2024-09-01T23:30:00-05:00", "is 2024-09-02T06:30:00+02:00 in Europe/Brussels"),
        ("2024-09-01T12:00:00+05:00", None),
        ("2024-09-01", None),
    ],
)
def test_an_instant_of_another_zone_and_another_day(released: Path, effective: str, told: str | None) -> None:
    change(released, note())
    found = run(released, "release", "--effective", effective, "--dry-run", on=APRIL).stderr
    assert ("V421" in found) == (told is not None)
    assert told is None or (told in found and "write --effective 2024-09-01" in found)
