"""A release writes its date into every language, and an amendment its own; translations that were up to date before are
so after."""

from __future__ import annotations

from pathlib import Path

from tests.release.living import note, run
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


POSTPONED = ("amend", "privacy", "1", "postponement", "--effective", "2024-05-01", "--reason", "Not ready.", "--yes")
TRANSLATED = ("amend", "privacy", "1", "translation", "--language", "fr", "--reason", "It follows.", "--yes")


def retention(place: Path, language: str, version: str = "") -> str:
    return (place / f"policy_src/privacy/{version}{language}/retention.md").read_text()


def test_the_working_text_gets_the_date_of_a_postponement(tmp_path: Path) -> None:
    place = dated(project(tmp_path))
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", "2024-03-01", "--yes")
    change(place, {"policy_src/privacy/en/general.md": good("policy_src/privacy/en/general.md") + "\nMore.\n"})
    run(place, "sync", "privacy", "fr")
    run(place, *POSTPONED, on="2024-02-01T09:00:00+00:00")
    for language in ("en", "fr"):
        assert retention(place, language) == retention(place, language, "versions/1/amendments/0001/")
    assert not {problem.code for problem in problems(place)} & {"T102", "V425"}
    assert (place / "policy_src/privacy/en/general.md").read_text().endswith("More.\n")
    done = {each: retention(place, each) for each in ("en", "fr")}
    change(
        place,
        {
            f"policy_src/privacy/{each}/retention.md": text.replace("May", "March").replace("mai", "mars")
            for each, text in done.items()
        },
    )
    told = [problem.message for problem in problems(place) if problem.code == "V425"]
    assert "it still has the date from before the postponement of version 1." in told, "as after a killed command"
    run(place, "finish", "privacy", "--yes")
    assert {each: retention(place, each) for each in done} == done


def test_a_translation_that_was_behind_is_so_after_a_postponement(tmp_path: Path) -> None:
    place = dated(project(tmp_path))
    run(place, "release", "--effective", "2024-03-01", "--yes", "--accept=T102:fr/retention", "--because=Soon so.")
    before = (place / SYNC).read_text()
    run(place, *POSTPONED, on="2024-02-01T09:00:00+00:00")
    assert "1 May 2024" in retention(place, "en")
    assert (place / SYNC).read_text() == before
    assert "T102" in {problem.code for problem in problems(place)}


def test_a_date_that_somebody_has_chosen_since_stays(tmp_path: Path) -> None:
    place = dated(project(tmp_path))
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", "2024-03-01", "--yes")
    chosen = retention(place, "en").replace("1 March 2024", "a day to be set")
    change(place, {"policy_src/privacy/en/retention.md": chosen})
    run(place, *POSTPONED, on="2024-02-01T09:00:00+00:00")
    assert retention(place, "en") == chosen
    assert "1er mai 2024" in retention(place, "fr")


def test_a_translation_that_follows_gets_the_date_and_is_in_step(tmp_path: Path) -> None:
    place = dated(project(tmp_path))
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", "2024-03-01", "--language", "en", "--yes")
    assert "T102" not in {problem.code for problem in problems(place)}, "nothing but the date is new"
    run(place, *TRANSLATED, on="2024-02-01T09:00:00+00:00")
    assert "1er mars 2024" in retention(place, "fr")
    assert retention(place, "fr") == retention(place, "fr", "versions/1/amendments/0001/")
    assert not {problem.code for problem in problems(place)} & {"T102", "V425"}


def test_an_older_version_leaves_the_date_of_the_newest_alone(tmp_path: Path) -> None:
    place = dated(project(tmp_path))
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", "2024-03-01", "--language", "en", "--yes")
    change(place, note())
    run(place, "release", "--effective", "2024-06-01", "--yes", on="2024-03-02T09:00:00+00:00")
    run(place, *TRANSLATED, on="2024-03-03T09:00:00+00:00")
    assert "1er juin 2024" in retention(place, "fr")
    assert "1er mars 2024" in retention(place, "fr", "versions/1/amendments/0001/")
