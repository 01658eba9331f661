"""`inforce release`: what it asks for, and what it refuses, each time leaving everything as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.release.living import V, data, run
from tests.sources import Changes, good, project, snapshot

EN, FR = "policy_src/privacy/en/retention.md", "policy_src/privacy/fr/retention.md"
ON = ("--effective", "2024-03-01", "--yes")


@pytest.mark.parametrize(
    ("changes", "arguments", "code", "said"),
    [
        ({}, (*ON, "--language", "fr"), 2, 'the authoritative language, "en", must be among'),
        ({}, (*ON, "--language", "de"), 2, "there is no working text in de"),
        ({}, (*ON, "--as-published", "It was public."), 2, "go together"),
        ({}, ("--effective", "2023-12-01", "--yes"), 1, "V401"),
        ({EN: good(EN).replace("10 years", "5 years")}, ON, 1, "F102"),
        ({EN: good(EN) + "\n***\n"}, ON, 1, "M113"),
        ({FR: None}, ON, 1, "T101"),
    ],
)
def test_what_cannot_be_released_is_said_and_nothing_is_written(
    tmp_path: Path, changes: Changes, arguments: tuple[str, ...], code: int, said: str
) -> None:
    place = project(tmp_path, changes)
    before = snapshot(place)
    assert said in run(place, "release", *arguments, code=code).stderr
    assert snapshot(place) == before


def test_a_language_may_follow_later(tmp_path: Path) -> None:
    place = project(tmp_path, {FR: None})
    done = data(run(place, "release", *ON[:2], "--language", "en", "--json"))
    assert done["done"]
    assert not [path for path in done["writes"] if "/fr/" in path]
    assert (place / V / "1/en/retention.md").is_file()


def test_a_dry_run_shows_the_plan(tmp_path: Path) -> None:
    place = project(tmp_path)
    before = snapshot(place)
    shown = run(place, "release", "--effective", "2024-03-01", "--dry-run").stdout
    assert "manifest.json" in shown
    assert "Nothing was written: this was a dry run." in shown
    assert snapshot(place) == before
