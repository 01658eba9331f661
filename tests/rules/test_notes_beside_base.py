"""Change notes that a pull request makes lighter, or takes away while their change stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from git import Repo
from inforce.problems import Severity

from tests.release.forging import forge_manifest
from tests.release.living import EN, V, note, run
from tests.sources import change, good, problems, project

NOTE = "policy_src/privacy/changes/plainer.md"
RENAMED = NOTE.replace("plainer", "other")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A change with its note, which is material, in the base branch."""
    found = project(tmp_path)
    on_main(found, note("material")[NOTE])
    return found


def told(place: Path) -> list[str]:
    found = [one for one in problems(place) if one.code == "T112"]
    assert all(one.severity is Severity.HINT for one in found)
    return [f"{one.location.file.rpartition('/')[2]}: {one.message}" for one in found]


def test_a_note_as_it_was_or_heavier(place: Path) -> None:
    assert told(place) == []
    change(place, {NOTE: note("material")[NOTE].replace("Plainer", "Much plainer")})
    assert told(place) == [], "its words are seen as they are"
    change(place, {NOTE: None, RENAMED: note("material")[NOTE]})
    assert told(place) == [], "another name"


@pytest.mark.parametrize("path", [NOTE, RENAMED])
@pytest.mark.parametrize("kind", ["clarification", "correction"])
def test_a_note_made_lighter(place: Path, path: str, kind: str) -> None:
    change(place, {NOTE: None})
    change(place, {path: note(kind)[NOTE]})
    (message,) = told(place)
    assert message.startswith(f"{Path(path).name}: the base branch calls this change material, and here it is a {kind}")
    assert "Plainer words." in message


def test_a_note_deleted_while_its_change_stays(place: Path) -> None:
    change(place, {NOTE: None})
    (message,) = told(place)
    assert message.startswith("plainer.md: this note of a material change is in the base branch and is gone here")
    assert "Plainer words." in message
    change(place, {f"{EN}/general.md": good(f"{EN}/general.md")})
    run(place, "sync", "privacy", "fr")
    assert told(place) == [], "the change is taken back too"


def test_a_note_that_was_released_is_not_gone(place: Path) -> None:
    release(place)
    assert told(place) == []


def test_a_correction_is_taken_away_once_it_is_made(tmp_path: Path) -> None:
    found = project(tmp_path)
    on_main(found, note("correction")[NOTE])
    change(found, {NOTE: None})
    assert told(found) == []


Record = dict[str, Any]
MORE = {"policy_src/privacy/changes/more.md": "# clarification\n\n## en\n\nMore.\n\n## fr\n\nPlus.\n"}


def on_main(noted: Path, text: str) -> None:
    """Version 1 and a waiting change with its note in the base branch."""
    run(noted, "release", "--effective", "2024-01-02", "--yes")
    change(noted, {NOTE: text, f"{EN}/general.md": good(f"{EN}/general.md") + "\nMore.\n"})
    run(noted, "sync", "privacy", "fr")
    with Repo.init(noted, initial_branch="main") as repository:
        repository.git.add(A=True)
        repository.git.commit(m="So far")
        repository.create_head("work").checkout()


def release(noted: Path, *, effective: str = "2024-06-01", on: str = "2024-01-02T09:00:00+00:00") -> None:
    run(noted, "release", "--effective", effective, "--yes", on=on)


def again(noted: Path, *, on: str = "2024-01-03T09:00:00+00:00") -> None:
    """Another change and its release."""
    change(
        noted,
        {
            **MORE,
            f"{EN}/general.md": (noted / EN / "general.md").read_text("utf-8") + "\nStill more.\n",
        },
    )
    run(noted, "sync", "privacy", "fr")
    release(noted, effective="2024-07-01", on=on)


@pytest.fixture
def noted(tmp_path: Path) -> Path:
    found = project(tmp_path)
    on_main(found, note()[NOTE])
    return found


def frozen_otherwise(noted: Path) -> dict[str, str]:
    found = [one for one in problems(noted) if one.code == "D120"]
    assert all(one.severity is Severity.HINT for one in found)
    return {one.location.file.removeprefix(f"{V}/"): one.message.partition("; ")[2] for one in found}


def test_a_note_of_the_base_branch_goes_into_the_version(noted: Path) -> None:
    assert frozen_otherwise(noted) == {}, "it waits"
    release(noted)
    assert frozen_otherwise(noted) == {}


def words(record: Record) -> None:
    record["changes"][0]["text"]["fr"] = "Nous ne gardons rien."


def invented(record: Record) -> None:
    record["changes"].append({"slug": "other", "kind": "clarification", "text": {"en": "x", "fr": "x"}})


FORGED: dict[str, tuple[Callable[[Record], object], str]] = {
    "words in one language": (words, "it says otherwise than there: plainer (fr)."),
    "a heavier kind": (
        lambda record: record["changes"][0].update(kind="material"),
        "it says otherwise than there: plainer (clarification there).",
    ),
    "one more": (invented, "not there before: other."),
    "another name": (
        lambda record: record["changes"][0].update(slug="other"),
        "not there before: other; gone from there, and in no new version: plainer.",
    ),
    "none": (lambda record: record.update(changes=[]), "gone from there, and in no new version: plainer."),
}


@pytest.mark.parametrize(("lie", "said"), FORGED.values(), ids=FORGED)
def test_notes_that_were_written_into_the_record(noted: Path, lie: Callable[[Record], object], said: str) -> None:
    release(noted)
    forge_manifest(noted, 2, lie)
    assert frozen_otherwise(noted) == {"2/manifest.json": said}


def test_a_note_that_went_into_the_later_of_two_versions(noted: Path) -> None:
    release(noted)
    again(noted)
    assert frozen_otherwise(noted) == {"3/manifest.json": "not there before: more."}, (
        "it was written beside its release"
    )
    notes: dict[int, Any] = {}
    for number in (2, 3):
        forge_manifest(noted, number, lambda record, number=number: notes.update({number: record["changes"]}))  # type: ignore[misc]
    forge_manifest(noted, 2, lambda record: record.update(changes=notes[3]))
    forge_manifest(noted, 3, lambda record: record.update(changes=notes[2]))
    assert frozen_otherwise(noted) == {
        "2/manifest.json": "not there before: more.",
        "3/manifest.json": "there when version 2 was released: plainer.",
    }


def test_a_note_that_goes_on_waiting_is_not_gone(noted: Path) -> None:
    release(noted)
    change(noted, {NOTE: note()[NOTE]})
    forge_manifest(noted, 2, invented)
    assert frozen_otherwise(noted) == {"2/manifest.json": "not there before: other."}


def test_a_note_of_a_correction_is_taken_away_without_a_version(tmp_path: Path) -> None:
    found = project(tmp_path)
    on_main(found, note("correction")[NOTE])
    change(found, {NOTE: None, **MORE})
    release(found)
    assert frozen_otherwise(found) == {"2/manifest.json": "not there before: more."}


def notice(noted: Path) -> list[str]:
    return [one.message for one in problems(noted) if one.code == "V404" and one.severity is Severity.ERROR]


def test_a_change_that_is_material_in_the_base_branch_needs_its_notice(tmp_path: Path) -> None:
    found = project(tmp_path)
    on_main(found, note("material")[NOTE])
    change(found, {NOTE: note()[NOTE]})
    refused = run(found, "release", "--effective", "2024-01-05", "--yes", on="2024-01-02T09:00:00+00:00", code=1)
    assert "calls the change plainer material" in refused.stderr
    release(found)
    assert notice(found) == [], "whatever it is called, its notice is long enough"
    assert frozen_otherwise(found) == {"2/manifest.json": "it says otherwise than there: plainer (material there)."}
    forge_manifest(found, 2, lambda record: record.update(effective_from="2024-01-20T00:00:00+01:00"))
    (said,) = notice(found)
    assert "material, which needs 30 days' notice" in said


def test_a_note_that_is_told_twice(noted: Path) -> None:
    release(noted)
    again(noted)
    told: list[Any] = []
    forge_manifest(noted, 2, lambda record: told.extend(record["changes"]))
    forge_manifest(noted, 3, lambda record: record["changes"].extend(told))
    assert "told with an earlier version already: plainer (2)" in frozen_otherwise(noted)["3/manifest.json"]
