"""Every way to rewrite history that we know of, in every kind of clone: found, or said that it can't be looked for."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from git import Repo
from inforce.errors import UnknownBase
from inforce.problems import Severity
from inforce.storage.history import compare_releases
from inforce.storage.tree import SOURCE, read_tree

from tests.cloning import cloned
from tests.release.living import EN, SITE, V, note, run
from tests.sources import change, good, problems, project
from tests.storage.rewriting import REWRITES

HEADS = "+refs/heads/*:refs/remotes/origin/*"
MERGE = "+refs/heads/merged:refs/remotes/pull/1/merge"
NOTE = {path.replace("plainer", "third"): text.replace("Plainer", "Other") for path, text in note().items()}
PULL = "+refs/heads/pull:refs/remotes/origin/pull"


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two versions, the first corrected and postponed, the second postponed, on main."""
    place = project(tmp_path_factory.mktemp("life"))
    run(place, "release", "--effective", "2024-03-01", "--yes")
    amend = ("amend", "privacy", "1")
    change(place, {f"{EN}/retention.md": good(f"{EN}/retention.md").replace("after its end", "after it ends")})
    correction = ("correction", "--language", "en", "--section", "retention", "--reason", "a slip", "--yes")
    run(place, *amend, *correction, on="2024-01-10T09:00:00+00:00")
    postponement = ("postponement", "--effective", "2024-04-01", "--reason", "not ready", "--yes")
    run(place, *amend, *postponement, on="2024-01-11T09:00:00+00:00")
    run(place, "sync", "privacy", "fr")
    change(place, note())
    run(place, "release", "--effective", "2024-06-01", "--yes", on="2024-03-01T09:00:00+00:00")
    later = ("amend", "privacy", "2", "postponement", "--effective", "2024-07-01", "--reason", "not ready", "--yes")
    run(place, *later, on="2024-03-02T09:00:00+00:00")
    with Repo.init(place, initial_branch="main") as repo:
        repo.git.add(all=True)
        repo.git.commit("-m", "released")
    return place


@pytest.fixture
def origin(life: Path, tmp_path: Path) -> Path:
    """The life, to be rewritten on the branch `pull`."""
    place = tmp_path / "origin"
    shutil.copytree(life, place)
    return place


def rewritten(origin: Path, rewrite: str) -> None:
    """Commit a rewrite on `pull`; `merged` is what the host would make of it, main meanwhile having moved on."""
    with Repo(origin) as repo:
        repo.create_head("pull").checkout()
        REWRITES[rewrite](origin)
        repo.git.add(all=True)
        repo.git.commit("-m", rewrite)
        repo.heads["main"].checkout()
        change(origin, {"README.md": "More.\n"})
        repo.git.add(all=True)
        repo.git.commit("-m", "moved on")
        repo.create_head("merged").checkout()
        repo.git.merge("pull", "--no-ff", "-m", "merged")


def clone(origin: Path, at: str, *references: str, depth: int | None = None) -> Path:
    """A clone as a CI service makes it: these references fetched, one of them checked out, on no branch."""
    return cloned(Path(tempfile.mkdtemp(dir=origin.parent)), origin, at, *references, depth=depth)


def told(place: Path, base: str | None = None, *, ci: bool = True) -> Mapping[str, Severity]:
    """The codes that a comparison tells, each with its severity."""
    found = compare_releases(place, read_tree(place, SOURCE)[0], base=base, ci=ci).problems
    return {one.code: one.severity for one in found}


def why(place: Path) -> str:
    """What CI is told that it can't compare."""
    found = compare_releases(place, read_tree(place, SOURCE)[0], ci=True).problems
    return " ".join(one.message for one in found if one.code == "D112")


FOUND = {"D109": Severity.ERROR}
REFUSED = {"D112": Severity.ERROR}


@pytest.mark.parametrize("rewrite", REWRITES)
def test_a_rewritten_history_is_found_or_refused(origin: Path, rewrite: str) -> None:
    rewritten(origin, rewrite)
    before = Repo(origin).commit("main").hexsha

    whole = clone(origin, "origin/pull", HEADS)
    assert told(whole, ci=False) == told(whole) == FOUND, "a full clone, on the branch"
    assert told(whole, "origin/main") == told(whole, before) == FOUND

    merge = clone(origin, "refs/remotes/pull/1/merge", HEADS, MERGE)
    assert told(merge) == told(merge, "origin/main") == FOUND, "as GitHub checks a pull request out, with fetch-depth 0"
    assert told(merge, "HEAD^") == told(merge, before) == FOUND

    shallow = clone(origin, "origin/pull", PULL, depth=1)
    assert told(shallow) == REFUSED, "without the base branch"
    assert "git knows none of" in why(shallow)
    with pytest.raises(UnknownBase):
        told(shallow, "HEAD^")
    assert told(shallow, ci=False) in ({}, {"D112": Severity.HINT}), "a person is told where there is what to compare"
    default = clone(origin, "refs/remotes/pull/1/merge", MERGE, depth=1)
    assert told(default) == REFUSED, "as GitHub checks a pull request out when nobody says how deep"

    tips = clone(origin, "origin/pull", HEADS, depth=1)
    assert told(tips)["D112"] is Severity.ERROR, "with the tip of the base branch only"
    assert "doesn't reach back to where this work left origin/main" in why(tips)
    assert told(tips, before) == FOUND, "which will do where it is named"

    with Repo(origin) as repo:  # merged all the same
        repo.heads["main"].checkout()
        repo.git.merge("merged", "--ff-only")
    main = clone(origin, "origin/main", HEADS)
    assert told(main) == told(main, before) == FOUND, "on the base branch itself"
    shallow = clone(origin, "origin/main", HEADS, depth=1)
    assert told(shallow) == REFUSED
    assert "it lacks the commit before" in why(shallow)


def test_a_good_change_is_fine_in_every_clone_that_reaches(origin: Path) -> None:
    """A version and an amendment more; the base branch has meanwhile gained others."""
    with Repo(origin) as repo:
        repo.create_head("pull").checkout()
        change(origin, NOTE)
        run(origin, "release", "--effective", "2024-09-01", "--yes", on="2024-07-01T09:00:00+00:00")
        repo.git.add(all=True)
        repo.git.commit("-m", "version 3")
        repo.heads["main"].checkout()
        withdrawal = ("amend", "privacy", "2", "withdrawal", "--reason", "a slip", "--effective", "2024-12-01", "--yes")
        run(origin, *withdrawal, on="2024-07-02T09:00:00+00:00")
        repo.git.add(all=True)
        repo.git.commit("-m", "withdrawn")
        before = repo.head.commit.hexsha
        repo.create_head("merged").checkout()
        repo.git.merge("pull", "--no-ff", "-m", "merged")
    assert told(clone(origin, "origin/pull", HEADS)) == {}
    merge = clone(origin, "refs/remotes/pull/1/merge", HEADS, MERGE)
    assert told(merge) == told(merge, before) == {}
    assert (
        told(clone(origin, "origin/merged", "+refs/heads/merged:refs/remotes/origin/merged", depth=2), "HEAD^1") == {}
    )


@pytest.mark.parametrize(("ci", "code"), [("true", 1), ("", 0)])
def test_what_ci_cannot_compare_is_an_error_with_its_cure(
    origin: Path, monkeypatch: pytest.MonkeyPatch, ci: str, code: int
) -> None:
    rewritten(origin, "the last amendment removed")
    monkeypatch.setenv("CI", ci)
    place = clone(origin, "origin/pull", PULL, depth=1)
    told = run(place, "check", code=code).stderr
    assert "D112" in told
    assert "fetch-depth: 0" in told
    run(place, "build", code=code)


def test_a_push_that_rewrote_the_branch_is_compared_with_what_stood_before(origin: Path) -> None:
    """Where the two parted, there was nothing yet that could be missed."""
    with Repo(origin) as repo:
        start = repo.head.commit.hexsha
        change(origin, NOTE)
        run(origin, "release", "--effective", "2024-09-01", "--yes", on="2024-07-01T09:00:00+00:00")
        repo.git.add(all=True)
        repo.git.commit("-m", "version 3")
        before = repo.head.commit.hexsha
        repo.git.reset("--hard", start)
        change(origin, {"README.md": "More.\n"})
        repo.git.add(all=True)
        repo.git.commit("-m", "more")
        assert told(origin, before) == FOUND
        repo.git.checkout(before, "--", V)
        assert told(origin, before) == {}, "and fine where all of it stands again"


@pytest.mark.parametrize("trick", ["*.md text eol=crlf", "* ident", "*.json working-tree-encoding=UTF-16"])
def test_attributes_that_a_change_brings_hide_nothing(origin: Path, trick: str) -> None:
    rewritten(origin, "a version's date changed")
    change(origin, {".gitattributes": trick + "\n"})
    assert "D109" in told(origin, "main")


def test_files_that_git_need_not_look_at_are_looked_at(origin: Path) -> None:
    file = f"{V}/1/en/retention.md"
    with Repo(origin) as repo:
        repo.git.update_index("--assume-unchanged", file)
    change(origin, {file: "# Else\n"})
    assert told(origin, ci=False) == FOUND


def test_a_released_policy_that_is_not_listed_any_more_is_an_error(origin: Path) -> None:
    """Its files all stand; no page would show them."""
    shutil.copytree(
        origin / "policy_src/privacy", origin / "policy_src/terms", ignore=shutil.ignore_patterns("versions")
    )
    change(origin, {SITE: good(SITE).replace("[privacy]", "[terms]")})
    (found,) = [one for one in problems(origin) if one.code == "S106"]
    assert (found.severity, found.location.file) == (Severity.ERROR, "policy_src/privacy")
    assert "has released versions" in found.message


def test_a_tag_is_not_taken_for_the_base_branch(origin: Path) -> None:
    rewritten(origin, "the last amendment removed")
    place = clone(origin, "origin/pull", HEADS)
    with Repo(place) as repo:
        for name in ("origin/main", "origin/HEAD", "main"):
            repo.git.tag(name, "HEAD")
    assert told(place) == told(place, "origin/main") == FOUND
