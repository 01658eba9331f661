"""The newest version takes effect on the day that the working text tells, into which its command has written it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from git import Repo
from inforce.problems import Severity

from tests.release.forging import forge_manifest, rewrite
from tests.release.living import EN, FR, V, note, run
from tests.sources import change, good, problems, project

DATED = {
    f"{EN}/general.md": good(f"{EN}/general.md") + "\nIt applies from [1 May 2023](fact:version.effective).\n",
    f"{FR}/general.md": good(f"{FR}/general.md") + "\nElle s’applique dès le [1er mai 2023](fact:version.effective).\n",
}
ON = "2024-01-20T09:00:00+00:00"


def commit(place: Path) -> None:
    with Repo.init(place, initial_branch="main") as repository:
        repository.git.add(A=True)
        repository.git.commit(m="So far")


def told(place: Path) -> list[str]:
    return [one.message for one in problems(place) if one.code == "D118" and one.severity is Severity.OPEN]


@pytest.fixture
def released(tmp_path: Path) -> Path:
    """Version 1 in the base branch, version 2 new, from 1 May 2024."""
    place = project(tmp_path, DATED)
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", "2024-03-01", "--yes")
    commit(place)
    change(place, {**note("material"), f"{EN}/retention.md": good(f"{EN}/retention.md") + "\nMore.\n"})
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", "2024-05-01", "--yes", on=ON)
    return place


def on_another_day(place: Path) -> None:
    """Another day in the record and all its texts, as one who knows the tool would write it."""
    for path, old, new in (("en/general.md", "1 May", "2 May"), ("fr/general.md", "1er mai", "2 mai")):
        text = (place / V / "2" / path).read_text("utf-8")
        assert old in text
        rewrite(place, 2, path, text.replace(old, new))
    forge_manifest(place, 2, lambda record: record.update(effective_from="2024-05-02T00:00:00+02:00"))


def test_a_record_of_another_day_than_its_source(released: Path) -> None:
    assert told(released) == []
    on_another_day(released)
    (message,) = told(released)
    assert "on another day than the working text says" in message
    assert "en/general, fr/general" in message


def test_the_same_day_in_another_style(released: Path) -> None:
    text = (released / EN / "general.md").read_text("utf-8")
    change(released, {f"{EN}/general.md": text.replace("1 May 2024", "May 1, 2024")})
    assert told(released) == []


def test_what_the_base_branch_has_is_left_alone(released: Path) -> None:
    on_another_day(released)
    commit(released)
    assert told(released) == []


@pytest.mark.parametrize("chosen", [False, True], ids=["written by the command", "chosen by somebody"])
def test_a_postponement_by_its_command(released: Path, chosen: bool) -> None:
    if chosen:
        text = (released / EN / "general.md").read_text("utf-8")
        change(released, {f"{EN}/general.md": text.replace("1 May 2024", "1 July 2024")})
    commit(released)
    arguments = ("postponement", "--effective", "2024-06-01", "--reason", "We need more time.", "--yes")
    run(released, "amend", "privacy", "2", *arguments, on="2024-02-01T09:00:00+00:00")
    assert told(released) == []


def test_a_postponement_to_another_day_than_its_source(released: Path) -> None:
    commit(released)
    arguments = ("postponement", "--effective", "2024-06-01", "--reason", "We need more time.", "--yes")
    run(released, "amend", "privacy", "2", *arguments, on="2024-02-01T09:00:00+00:00")
    text = (released / EN / "general.md").read_text("utf-8")
    change(released, {f"{EN}/general.md": text.replace("1 June 2024", "3 June 2024")})
    record = json.loads((released / V / "2/amendments/0001/amendment.json").read_text("utf-8"))
    assert record["effective_from"] == "2024-06-01T00:00:00+02:00"
    (message,) = told(released)
    assert "en/general." in message
