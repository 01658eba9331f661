"""A project read: what it holds, and what stands where it should not."""

from __future__ import annotations

from pathlib import Path

import pytest
from inforce.project.project import read_project

from tests.release.living import note, run
from tests.sources import Changes, change, good, problems, project, told

SITE, POLICY = "policy_src/site.yml", "policy_src/privacy/policy.yml"


def test_a_good_project_is_read_whole(tmp_path: Path) -> None:
    place = project(tmp_path, note())
    run(place, "release", "--effective", "2024-03-01", "--yes")
    found, problems = read_project(place)
    assert found is not None
    assert problems == ()
    (policy,) = found.policies
    assert (policy.id, policy.folder) == ("privacy", "policy_src/privacy")
    assert {language: sorted(text.sections) for language, text in policy.working.items()} == {
        "en": ["general", "retention"],
        "fr": ["general", "retention"],
    }
    assert sorted(policy.working["fr"].synced) == ["general", "retention"]
    assert policy.notes == (), "the release took it"
    assert [item.manifest.version for item in policy.released] == [1]
    assert list(found.links.links) == ["partner"]
    assert found.facts.retention.root["contract"].keep is not None


def test_links_are_not_needed(tmp_path: Path) -> None:
    general = {
        f"policy_src/privacy/{language}/general.md": good(f"policy_src/privacy/{language}/general.md").replace(
            f"[{words}](link:partner)", words
        )
        for language, words in (("en", "partner"), ("fr", "partenaire"))
    }
    found, problems = read_project(project(tmp_path, {**general, "policy_src/links.yml": None}))
    assert problems == ()
    assert found is not None
    assert found.links.links == {}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"policy_src/facts/secrets.yml": "a: b\n"}, ["S105 policy_src/facts/secrets.yml"]),
        ({"policy_src/notes.txt": "x"}, ["S106 policy_src/notes.txt"]),
        ({"policy_src/terms/policy.yml": "x"}, ["S106 policy_src/terms"]),
        ({"policy_src/privacy/nl/general.md": "# x\n"}, ["S106 policy_src/privacy/nl"]),
        ({"policy_src/privacy/en/a/b.md": "# x\n"}, ["S105 policy_src/privacy/en/a/b.md"]),
        ({"policy_src/privacy/versions/1.txt": "x"}, ["S105 policy_src/privacy/versions/1.txt"]),
    ],
)
def test_what_nothing_reads_is_told(tmp_path: Path, changes: Changes, expected: list[str]) -> None:
    _, problems = read_project(project(tmp_path, changes))
    assert [line.partition(":")[0] for line in told(problems)] == expected


@pytest.mark.parametrize(
    "changes",
    [
        {SITE: None},
        {SITE: "name: [\n"},
        {SITE: good(SITE).replace("policies: [privacy]", "policies: [privacy, terms]")},
        {POLICY: None},
        {"policy_src/facts/retention.yml": "contract: {keep: soon}\n"},
        {"policy_src/links.yml": "links: 3\n"},
    ],
)
def test_without_these_there_is_no_project(tmp_path: Path, changes: Changes) -> None:
    found, problems = read_project(project(tmp_path, changes))
    assert found is None
    assert problems


def test_an_empty_source(tmp_path: Path) -> None:
    (tmp_path / "policy_src").mkdir()
    found, problems = read_project(tmp_path)
    assert found is None
    assert told(problems) == ["S101 policy_src"]


def test_only_a_folder_is_proposed_as_a_policy(tmp_path: Path) -> None:
    _, problems = read_project(project(tmp_path, {"policy_src/notes.txt": "x", "policy_src/terms/policy.yml": "x"}))
    remedies = {problem.location.file: problem.remedy for problem in problems}
    assert remedies["policy_src/notes.txt"] == "Take it away."
    assert "policies in site.yml" in remedies["policy_src/terms"]


@pytest.mark.parametrize("name", ["versions", "changes", "fr"])
def test_a_file_where_a_folder_is_due_is_told_once(tmp_path: Path, name: str) -> None:
    place = project(tmp_path)
    path = f"policy_src/privacy/{name}"
    if (place / path).exists():
        change(place, {path: None})
    change(place, {path: "x"})
    (found,) = [one for one in problems(place) if one.code == "S105"]
    assert (found.location.file, found.message) == (path, "this is a file, where a folder is due.")


def test_facts_as_a_file_are_told(tmp_path: Path) -> None:
    place = project(tmp_path, {"policy_src/facts": None})
    change(place, {"policy_src/facts": "x"})
    assert "S105 policy_src/facts" in told(problems(place))


@pytest.mark.parametrize("name", [".gitkeep", ".DS_Store", "Thumbs.db", "desktop.ini"])
def test_what_a_computer_leaves_in_a_version_is_told_and_elsewhere_passed_over(tmp_path: Path, name: str) -> None:
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    change(place, {f"policy_src/{folder}{name}": "x" for folder in ("", "facts/", "privacy/en/", "privacy/versions/")})
    assert told(problems(place)) == []
    lost = f"policy_src/privacy/versions/1/en/{name}"
    change(place, {lost: "x"})
    (found,) = problems(place)
    assert told((found,)) == [f"D103 {lost}"]
    assert found.remedy == "Take it away; nothing needs it."
