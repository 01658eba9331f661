"""What a new version says otherwise than the working text and the facts beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from git import Repo
from inforce.parse.record_json import record as written
from inforce.problems import Severity

from tests.release.forging import forge_file
from tests.release.living import EN, V, note, run
from tests.sources import change, good, problems, project

RECIPIENTS = "policy_src/facts/recipients.yml"


def commit(place: Path) -> None:
    with Repo.init(place, initial_branch="main") as repository:
        repository.git.add(A=True)
        repository.git.commit(m="So far")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A release that is new."""
    found = project(
        tmp_path, {f"{EN}/general.md": good(f"{EN}/general.md") + "\nFrom [1 May 2020](fact:version.effective).\n"}
    )
    commit(found)
    run(found, "sync", "privacy", "fr")
    reason = ("--accept=F104:fr/general", "--because=Soon.")
    run(found, "release", "--effective", "2024-03-01", "--yes", *reason)
    return found


def hints(place: Path) -> list[str]:
    found = [one for one in problems(place) if one.code == "D118"]
    assert all(one.severity is Severity.HINT and one.location.file == f"{V}/1/manifest.json" for one in found)
    return [one.message.partition(": ")[2] for one in found]


def test_a_release_is_its_source(place: Path) -> None:
    assert hints(place) == []


def test_words_that_went_on(place: Path) -> None:
    change(place, {f"{EN}/retention.md": good(f"{EN}/retention.md") + "\nMore.\n"})
    assert hints(place) == ["the words of en/retention."]
    commit(place)
    assert hints(place) == [], "the base branch has it"


def test_facts_that_nobody_proposed(place: Path) -> None:
    facts = json.loads((place / V / "1/facts.json").read_text("utf-8"))
    facts["recipients"]["evil"] = {"name": "Evil Corp", "role": "processor"}
    facts["organisation"]["controller"]["address"]["country"] = "FR"
    forge_file(place, 1, "facts.json", written(facts))
    assert hints(place) == ["the facts organisation.controller.address.country, recipients.evil."]


def test_only_some_are_named(place: Path) -> None:
    more = "".join(f"r{number}:\n  name: R{number}\n  role: processor\n" for number in range(7))
    change(place, {RECIPIENTS: good(RECIPIENTS) + more, **note()})
    assert hints(place) == [f"the facts {', '.join(f'recipients.r{number}' for number in range(5))} and 2 more."]


def test_without_git_nobody_knows_what_is_new(tmp_path: Path) -> None:
    bare = project(tmp_path)
    run(bare, "release", "--effective", "2024-03-01", "--yes")
    change(bare, {f"{EN}/retention.md": good(f"{EN}/retention.md") + "\nMore.\n"})
    assert hints(bare) == []
