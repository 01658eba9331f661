"""Released files against the base branch: what was changed, moved or taken away is a problem; without git, nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from git import Actor, Repo
from inforce.problems import Severity
from inforce.storage.history import compare_releases
from inforce.storage.tree import SOURCE, read_tree

from tests.sources import change

V = "policy_src/privacy/versions/1"
FILES = {f"{V}/manifest.json": "{}", f"{V}/en/a.md": "# A\n", "policy_src/privacy/en/a.md": "# A\n"}
WHO = Actor("Test", "test@example.org")


def commit(place: Path, message: str = "x") -> None:
    with Repo(place) as repo:
        repo.git.add(all=True)
        repo.index.commit(message, author=WHO, committer=WHO)


@pytest.fixture(params=[".", "sub/project"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A project in a repository: at its top, or below."""
    Repo.init(tmp_path, initial_branch="main").close()
    place = tmp_path / str(request.param)
    place.mkdir(parents=True, exist_ok=True)
    change(place, FILES)
    commit(tmp_path)
    return place


def top(place: Path) -> Path:
    return next(folder for folder in (place, *place.parents) if (folder / ".git").exists())


def found(place: Path) -> list[str]:
    return [f"{one.code} {one.location.file}" for one in compare_releases(place, read_tree(place, SOURCE)[0]).problems]


def test_what_is_as_it_was_is_fine_and_so_is_a_new_version(place: Path) -> None:
    assert found(place) == []
    change(place, {"policy_src/privacy/versions/2/manifest.json": "{}", "policy_src/privacy/en/a.md": "# B\n"})
    assert found(place) == []


def test_a_changed_and_a_removed_file(place: Path) -> None:
    change(place, {f"{V}/en/a.md": "# B\n", f"{V}/manifest.json": None})
    assert found(place) == [f"D109 {V}/en/a.md", f"D109 {V}/manifest.json"]


def test_a_change_to_what_checks_it_is_said_once(place: Path) -> None:
    change(place, {".github/workflows/a.yml": "a", ".gitignore": "x", "CODEOWNERS": "a", "words.md": "a"})
    commit(top(place))
    with Repo(top(place)) as repo:
        repo.create_head("work").checkout()
    change(place, {"words.md": "b", "policy_src/privacy/en/a.md": "# B\n", "pyproject.toml": "not committed"})
    assert found(place) == []
    (place / "pyproject.toml").unlink()
    change(place, {".github/workflows/a.yml": "b", ".gitignore": None, "build_tools/x.py": "", "CODEOWNERS": "b"})
    commit(top(place))
    change(place, {".npmrc": "not committed"})
    (told,) = compare_releases(place, read_tree(place, SOURCE)[0]).problems
    assert (told.code, told.severity, told.location.file) == ("S125", "hint", ".github/workflows/a.yml")
    assert ".github/workflows/a.yml, .gitignore, CODEOWNERS, build_tools/x.py." in told.message


def test_the_check_of_a_part_of_a_repository_tells_of_what_checks_the_whole(tmp_path: Path) -> None:
    place = tmp_path / "parts" / "examples"
    change(place, {"words.md": "a", "Makefile": "a"})
    change(tmp_path, {".github/workflows/a.yml": "a", "Makefile": "a"})
    with Repo.init(tmp_path, initial_branch="main"):
        commit(tmp_path)
    with Repo(tmp_path) as repo:
        repo.create_head("work").checkout()
    change(tmp_path, {".github/workflows/a.yml": "b", "build_tools/x.py": "", "parts/examples/Makefile": "b"})
    commit(tmp_path)
    (told,) = compare_releases(place, read_tree(place, SOURCE)[0]).problems
    assert told.code == "S125"
    assert "../../.github/workflows/a.yml, Makefile, ../../build_tools/x.py." in told.message


def test_a_change_that_was_committed_on_a_branch_is_seen_against_the_base(place: Path) -> None:
    with Repo(top(place)) as repo:
        repo.create_head("work").checkout()
    change(place, {f"{V}/en/a.md": "# B\n"})
    commit(top(place))
    assert found(place) == [f"D109 {V}/en/a.md"]


def test_a_file_restored_is_fine_even_before_it_is_added(place: Path) -> None:
    change(place, {f"{V}/en/a.md": None})
    with Repo(top(place)) as repo:
        repo.git.add(all=True)
    change(place, {f"{V}/en/a.md": "# A\n"})
    assert found(place) == []


def test_records_that_the_base_branch_has_are_settled(place: Path) -> None:
    amendment = f"{V}/amendments/0001/amendment.json"
    change(place, {amendment: "{}", f"{V}/amendments/0001/en/a.md": "# B\n", f"{V}/sub/manifest.json": "{}"})
    commit(top(place))
    second = "policy_src/privacy/versions/2/manifest.json"
    change(place, {second: "{}"})

    def settled(base: str | None = None) -> set[str]:
        return set(compare_releases(place, read_tree(place, SOURCE)[0], base=base).settled)

    assert settled() == {f"{V}/manifest.json", amendment}
    assert settled("HEAD^") == {f"{V}/manifest.json"}, "what is named replaces the base branch"
    change(place, {f"{V}/manifest.json": "{ }"})
    assert settled() == {amendment}


def test_without_git_nothing_can_be_told(tmp_path: Path) -> None:
    change(tmp_path, FILES)
    assert found(tmp_path) == []
    assert compare_releases(tmp_path, read_tree(tmp_path, SOURCE)[0]).settled == frozenset()


def test_before_the_first_commit_nothing_can_be_told(tmp_path: Path) -> None:
    Repo.init(tmp_path).close()
    change(tmp_path, FILES)
    assert found(tmp_path) == []


def test_a_record_that_the_base_branch_has_gained_is_settled(place: Path) -> None:
    """Merged as one commit, so that the branch never met the base branch again."""
    release = {"policy_src/privacy/versions/2/manifest.json": "{}"}
    with Repo(top(place)) as repo:
        work = repo.create_head("work")
        change(place, release)
        commit(top(place), "The branch, squashed")
        work.checkout()
        change(place, release)
        commit(top(place), "Release")
    beside = compare_releases(place, read_tree(place, SOURCE)[0])
    assert beside.problems == ()
    assert beside.settled == {f"{V}/manifest.json", *release}


@pytest.mark.parametrize(
    ("asked", "is_error"),
    [({}, False), ({"ci": True}, True), ({"base": "origin/main"}, True), ({"ci": True, "base": "origin/main"}, True)],
)
@pytest.mark.parametrize("git", ["none", "no commit", "broken"])
def test_what_cannot_be_compared_is_an_error_for_ci_and_for_whoever_names_a_base(
    tmp_path: Path, git: str, asked: dict[str, Any], is_error: bool
) -> None:
    place = tmp_path / "project"
    place.mkdir()
    change(place, FILES)
    if git != "none":
        Repo.init(place).close()
    if git == "broken":
        (place / ".git/HEAD").unlink()
    found = compare_releases(place, read_tree(place, SOURCE)[0], **asked).problems
    errors = [one for one in found if one.code == "D112" and one.severity is Severity.ERROR and one.remedy]
    assert bool(errors) is is_error
