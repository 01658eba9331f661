"""A release writes its date into every language; translations that were up to date before are so after."""

from __future__ import annotations

from pathlib import Path

from tests.release.living import run
from tests.sources import change, good, problems, project

SYNC = "policy_src/privacy/fr/sync.json"


def dated(place: Path) -> Path:
    """A project whose retention section states the version's date in both languages."""
    for language, words in (
        ("en", "In force since [some day](fact:version.effective)."),
        ("fr", "Depuis le [x](fact:version.effective)."),
    ):
        path = f"policy_src/privacy/{language}/retention.md"
        change(place, {path: f"{good(path)}\n{words}\n"})
    return place


def test_a_translation_in_step_stays_so(tmp_path: Path) -> None:
    place = dated(project(tmp_path))
    run(place, "sync", "privacy", "fr")
    before = (place / SYNC).read_text()
    run(place, "release", "--effective", "2024-03-01", "--yes")
    assert "T102" not in {problem.code for problem in problems(place)}
    assert (place / SYNC).read_text() != before


def test_a_translation_left_out_of_the_release_is_not_taken_for_up_to_date(tmp_path: Path) -> None:
    place = dated(project(tmp_path))
    before = (place / SYNC).read_text()
    run(place, "release", "--effective", "2024-03-01", "--language", "en", "--yes")
    assert "T102" in {problem.code for problem in problems(place)}
    assert (place / SYNC).read_text() == before
