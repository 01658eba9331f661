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


@pytest.mark.parametrize("hour", ["2024-09-01T13:37:00+02:00", "2024-09-01T00:00:00+02:00", "2024-08-31T22:00:00Z"])
@pytest.mark.parametrize("command", ["release", "postponement", "withdrawal"])
def test_no_hour_is_asked_for(released: Path, command: str, hour: str) -> None:
    """A text can name the day alone, so nobody could read the hour there."""
    change(released, note())
    amend = ("amend", "privacy", "1", command, "--reason", "a slip of ours")
    arguments = ("release",) if command == "release" else amend
    refused = run(released, *arguments, "--effective", hour, "--yes", on=APRIL, code=2).stderr
    assert f"write {hour[:10]}." in " ".join(refused.split())
