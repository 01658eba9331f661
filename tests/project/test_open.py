"""A project opened: all its problems, and which of them stop a build."""

from __future__ import annotations

from pathlib import Path

import pytest
from git import Repo
from inforce.errors import CannotContinue
from inforce.problems import Severity
from inforce.project.open import neighbours, open_project
from inforce.storage.tree import SOURCE, read_tree

from tests.sources import change, good, project, told

SITE, EN = "policy_src/site.yml", "policy_src/privacy/en"


def test_a_good_project(tmp_path: Path) -> None:
    place = project(tmp_path)
    project_opened = open_project(place, read_tree(place, SOURCE))
    assert (project_opened.root, project_opened.problems, project_opened.errors) == (place, (), ())


def test_pages_of_the_handbook_are_held_to_the_base_branch(tmp_path: Path) -> None:
    page, words = "docs/handbook/words.md", "# Words\n\nWe keep contracts for {} after their end.\n"
    place = project(tmp_path, {page: words.format("[10 years](fact:retention.contract)")})
    with Repo.init(place, initial_branch="main") as repo:
        repo.git.add(all=True)
        repo.git.commit("-m", "first")
        repo.create_head("work").checkout()
    assert open_project(place, read_tree(place, SOURCE)).problems == ()
    change(place, {page: words.format("9 years")})
    (one,) = open_project(place, read_tree(place, SOURCE)).problems
    assert (one.code, one.severity, one.location.file, one.location.line) == ("F109", Severity.OPEN, page, 3)
    change(place, {page: None})
    assert open_project(place, read_tree(place, SOURCE)).problems == ()


def test_what_the_handbook_stands_beside(tmp_path: Path) -> None:
    place = project(tmp_path)
    beside = neighbours(open_project(place, read_tree(place, SOURCE)).project)
    assert "en" in beside.languages
    assert beside.policies == ("privacy",)
    assert beside.owners == ("Northwind SA",)


def test_only_errors_stop_a_build(tmp_path: Path) -> None:
    place = project(
        tmp_path,
        {
            f"{EN}/general.md": good(f"{EN}/general.md").replace("section:retention", "section:gone"),
            f"{EN}/retention.md": good(f"{EN}/retention.md").replace("after its end", "later"),
        },
    )
    project_opened = open_project(place, read_tree(place, SOURCE))
    assert told(project_opened.errors) == [f"L301 {EN}/general.md:4"]
    assert len(project_opened.problems) > len(project_opened.errors)
    assert list(project_opened.problems) == sorted(project_opened.problems, key=lambda one: one.sort_key)


@pytest.mark.parametrize("changes", [{SITE: None}, {SITE: "name: [\n"}, {"policy_src": None}])
def test_too_little_to_go_on(tmp_path: Path, changes: dict[str, str | None]) -> None:
    place = project(tmp_path, changes)
    with pytest.raises(CannotContinue) as stop:
        open_project(place, read_tree(place, SOURCE))
    assert stop.value.problems
