"""Translations beside the base branch: changed alone, or recorded as up to date without a change."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from git import Repo

from tests.release.living import run
from tests.sources import change, good, problems, project, told

EN, FR = "policy_src/privacy/en/retention.md", "policy_src/privacy/fr/retention.md"
SYNC = "policy_src/privacy/fr/sync.json"
LONGER = f"{good(EN)}\nAnd no longer.\n", f"{good(FR)}\nEt pas plus longtemps.\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A project in a repository, its work on a branch."""
    place = project(tmp_path)
    with Repo.init(place, initial_branch="main") as repo:
        repo.git.add(all=True)
        repo.git.commit("-m", "first")
        repo.create_head("work").checkout()
    return place


def translations(place: Path) -> list[str]:
    return [one for one in told(problems(place)) if one.startswith("T")]


def test_the_good_source_records_what_its_translations_were_made_from() -> None:
    assert "retention" in json.loads(good(SYNC))


def test_words_of_a_translation_alone(place: Path) -> None:
    change(place, {FR: LONGER[1]})
    assert translations(place) == [f"T107 {FR}"]
    change(place, {FR: good(FR).replace("[10 ans](fact:retention.contract)", "[**10 ans**](fact:retention.contract)")})
    assert translations(place) == [], "no other words"


@pytest.mark.parametrize(("said", "level"), [("Nous ne vendons jamais.", "open"), ("Nous vendons ceci.", "hint")])
def test_a_word_that_denies_and_goes_alone_is_open(place: Path, said: str, level: str) -> None:
    with Repo(place) as repo:
        change(place, {FR: f"{good(FR)}\n{said}\n"})
        repo.git.commit("-a", "-m", "more")
        repo.git.branch("-f", "main", "HEAD")
    change(place, {FR: f"{good(FR)}\nNous vendons parfois.\n"})
    assert [str(one.severity) for one in problems(place) if one.code == "T107"] == [level]


def test_a_deadline_that_becomes_a_waiting_time_alone_is_open(place: Path) -> None:
    with Repo(place) as repo:
        change(place, {FR: f"{good(FR)}\nNous répondons dans les 30 jours.\n"})
        repo.git.commit("-a", "-m", "more")
        repo.git.branch("-f", "main", "HEAD")
    change(place, {FR: f"{good(FR)}\nNous répondons après 30 jours.\n"})
    assert [str(one.severity) for one in problems(place) if one.code == "T107"] == ["open"]


def test_a_translation_that_is_recorded_and_not_made(place: Path) -> None:
    change(place, {EN: LONGER[0]})
    assert translations(place) == [f"T102 {FR}"]
    run(place, "sync", "privacy", "fr", "retention")
    assert translations(place) == [f"T108 {FR}"]


def test_a_translation_that_is_made_and_recorded(place: Path) -> None:
    change(place, {EN: LONGER[0], FR: LONGER[1]})
    assert translations(place) == [f"T102 {FR}"]
    (behind,) = (one for one in problems(place) if one.code == "T102")
    assert "Its words have changed with it" in behind.remedy
    run(place, "sync", "privacy", "fr", "retention")
    assert translations(place) == []


@pytest.mark.parametrize("broken", [b"[", b"[]", b"\xff", b'{"retention": 1}'])
def test_a_record_of_the_base_branch_that_cannot_be_read(tmp_path: Path, broken: bytes) -> None:
    place = project(tmp_path, {SYNC: broken, EN: b"\xff"})
    with Repo.init(place, initial_branch="main") as repo:
        repo.git.add(all=True)
        repo.git.commit("-m", "broken")
    change(place, {SYNC: good(SYNC), EN: good(EN), FR: LONGER[1]})
    assert {one.split()[0] for one in translations(place)} <= {"T107", "T108"}, "and no exception"
