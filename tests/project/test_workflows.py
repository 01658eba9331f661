"""The ready files for GitHub and GitLab: sound by their linters, and their own commands answer a branch as they should.

The commands run in a scratch clone of this repository's policies, checked out as the service does it, with the
variables that it sets. Only the set-up is spared: this environment takes its place.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from git import Repo

from tests.built.building import ROOT
from tests.sources import change

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
SET_UP = "rm -rf .venv && python3 build_tools/set_up.py"
"""A .venv that came with the repository would stand in the place of the tool."""
EN = "policy_src/privacy/en/retention.md"
FROZEN = "policy_src/privacy/versions/1/en/retention.md"
ZEROS = "0" * 40


def tool(name: str, *arguments: str | Path) -> None:
    """Run a linter of this environment; fails the test with what it said."""
    done = subprocess.run(
        [Path(sys.executable).with_name(name), *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def read(path: Path) -> dict[str, Any]:
    """A YAML file. (YAML 1.1 reads the word `on` as a truth value; none of these tests needs it.)"""
    found = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def test_they_are_sound() -> None:
    tool("actionlint", *WORKFLOWS)
    tool("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *WORKFLOWS)
    tool("check-jsonschema", "--builtin-schema", "vendor.dependabot", ROOT / ".github/dependabot.yml")
    tool("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", GITLAB)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_may_do_no_more_than_it_must(path: Path) -> None:
    """It reads; only the job that publishes may write, to Pages alone, and runs nothing of this repository."""
    workflow = read(path)
    assert "pull_request_target" not in re.sub(r"(?m)^ *#.*", "", path.read_text("utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        assert "timeout-minutes" in job
        if "permissions" in job:
            assert job["permissions"] == {"pages": "write", "id-token": "write"}
            assert not any("run" in step for step in job["steps"])
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), "words of a stranger would become a command: use env"
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"] == {"fetch-depth": 0, "persist-credentials": False}


# --- the commands, run -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Ran:
    """How far the commands came, and what they said."""

    failed: str
    """The command that failed; empty if none did."""
    said: str
    summary: str


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An origin with the policies of this repository on main."""
    place = tmp_path_factory.mktemp("repository") / "origin"
    for name in ("policy_src", "docs"):
        shutil.copytree(ROOT / name, place / name)
    for name in ("mkdocs.yml", "README.md", ".gitattributes", ".gitignore"):
        shutil.copy(ROOT / name, place / name)
    with Repo.init(place, initial_branch="main") as repo:
        repo.git.add(all=True)
        repo.git.commit("-m", "as it is")
    return place


@pytest.fixture
def origin(repository: Path, tmp_path: Path) -> Path:
    place = tmp_path / "origin"
    shutil.copytree(repository, place)
    return place


def edited(origin: Path, edit: Callable[[Path], None]) -> tuple[str, str]:
    """Commit an edit on the branch `pull`, and its merge as `merged`. The commits before and after."""
    with Repo(origin) as repo:
        before = repo.head.commit.hexsha
        repo.create_head("pull").checkout()
        edit(origin)
        repo.git.add(all=True)
        repo.git.commit("-m", "an edit")
        repo.heads["main"].checkout()
        repo.create_head("merged").checkout()
        repo.git.merge("pull", "--no-ff", "-m", "merged")
        return before, repo.head.commit.hexsha


def checked_out(origin: Path, commit: str, *references: str) -> Path:
    """A clone at a commit, on no branch, with this environment in the place of the one that set_up.py makes."""
    place = origin.with_name("clone")
    with Repo.init(place) as repo:
        repo.git.remote("add", "origin", origin.as_uri())
        repo.git.fetch("origin", *references)
        repo.git.checkout("--detach", commit)
    (place / ".venv").symlink_to(Path(sys.executable).parents[1])
    return place


def run(place: Path, commands: Iterator[tuple[str, Mapping[str, str]]], **variables: str) -> Ran:
    """Run commands as a service does, up to the first that fails."""
    page = place.with_name("summary.md")
    kept = ("PATH", "HOME", "LANG", "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    environment |= {"CI": "true", "GITHUB_STEP_SUMMARY": str(page), **variables}
    said = []
    for command, own in commands:
        if command.strip() == SET_UP:
            continue
        done = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", command],
            cwd=place,
            env={**environment, **own},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        said.append(done.stdout + done.stderr)
        if done.returncode:
            return Ran(failed=command, said="".join(said), summary=page.read_text("utf-8") if page.exists() else "")
    return Ran(failed="", said="".join(said), summary=page.read_text("utf-8") if page.exists() else "")


def steps(name: str, job: str, github: Mapping[str, str]) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The commands of a job with their variables, `${{ github.… }}` filled in; steps whose `if` is empty left out."""

    def filled(text: str) -> str:
        return re.sub(r"\$\{\{ *github\.([\w.]+) *\}\}", lambda found: github[found[1]], text)

    found = read(ROOT / ".github/workflows" / name)["jobs"][job]
    assert SET_UP in [step.get("run") for step in found["steps"]]
    for step in found["steps"]:
        if "run" in step and github.get(step.get("if", "always").removeprefix("github."), "true"):
            variables = {**found.get("env", {}), **step.get("env", {})}
            yield step["run"], {key: filled(value) for key, value in variables.items()}


def pull_request(origin: Path, edit: Callable[[Path], None]) -> Ran:
    """What GitHub's checkout, with fetch-depth 0, and then the workflow do for a pull request."""
    _, merged = edited(origin, edit)
    place = checked_out(origin, merged, "+refs/heads/*:refs/remotes/origin/*")
    return run(place, steps("pull-request.yml", "policies", {"base_ref": "main"}), GITHUB_ACTIONS="true")


def merge_request(origin: Path, edit: Callable[[Path], None]) -> Ran:
    """What GitLab's runner fetches of a merge request, and then its job."""
    before, _ = edited(origin, edit)
    place = checked_out(origin, "origin/pull", "+refs/heads/pull:refs/remotes/origin/pull")
    script: Iterator[tuple[str, Mapping[str, str]]] = iter([(line, {}) for line in read(GITLAB)["policies"]["script"]])
    return run(place, script, GITLAB_CI="true", CI_MERGE_REQUEST_DIFF_BASE_SHA=before)


def push(origin: Path, edit: Callable[[Path], None], *, before: str | None = None) -> Ran:
    """What GitHub does when a pull request was merged; `before` is what it then names, if not the commit before."""
    known, merged = edited(origin, edit)
    with Repo(origin) as repo:
        repo.heads["main"].checkout()
        repo.git.merge("merged", "--ff-only")
    place = checked_out(origin, merged, "+refs/heads/*:refs/remotes/origin/*")
    event = {"event.before": known if before is None else before, "event.forced": ""}
    return run(place, steps("site.yml", "build", event), GITHUB_ACTIONS="true")


def pages(origin: Path, edit: Callable[[Path], None], *, before: str | None = None) -> Ran:
    """What GitLab's runner does on the default branch."""
    known, merged = edited(origin, edit)
    with Repo(origin) as repo:
        repo.heads["main"].checkout()
        repo.git.merge("merged", "--ff-only")
    place = checked_out(origin, merged, "+refs/heads/main:refs/remotes/origin/main")
    script: Iterator[tuple[str, Mapping[str, str]]] = iter([(line, {}) for line in read(GITLAB)["pages"]["script"]])
    return run(place, script, GITLAB_CI="true", CI_COMMIT_BEFORE_SHA=known if before is None else before)


SERVICES = (pull_request, merge_request, push, pages)
OUTPUT = {"pull_request": "preview", "merge_request": "preview", "push": "site", "pages": "public"}


def plainer(place: Path) -> None:
    """Other words, in one language; the translations are then behind, which is no error."""
    text = (place / EN).read_text("utf-8")
    change(place, {EN: text.replace("after the end of the contract", "once the contract has ended")})


def one_period(place: Path) -> None:
    """A period changed in the English text, and nowhere else."""
    text = (place / EN).read_text("utf-8")
    assert text.count("[10 years](fact:retention.contract)") == 1
    change(place, {EN: text.replace("[10 years]", "[7 years]")})


def tampered(place: Path) -> None:
    text = (place / FROZEN).read_text("utf-8")
    change(place, {FROZEN: text.replace("10 years", "7 years")})


def removed(place: Path) -> None:
    """A version taken away whole: nothing but the comparison can tell."""
    change(place, {"policy_src/privacy/versions": None})


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.__name__)
def test_a_good_branch_is_green(origin: Path, service: Callable[..., Ran]) -> None:
    ran = service(origin, plainer)
    assert ran.failed == "", ran.said
    built = origin.with_name("clone") / OUTPUT[service.__name__]
    assert (built / "en/privacy/index.html").is_file()
    assert (built / "api/v1/index.json").is_file()
    draft = "once the contract has ended"
    pages = [page for page in built.rglob("*.html") if draft in page.read_text("utf-8")]
    assert bool(pages) is (OUTPUT[service.__name__] == "preview"), "drafts are in the preview, and nowhere else"


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.__name__)
def test_one_period_changed_is_answered_with_what_to_mend(origin: Path, service: Callable[..., Ran]) -> None:
    ran = service(origin, one_period)
    line = 1 + (ROOT / EN).read_text("utf-8")[: (ROOT / EN).read_text("utf-8").index("[10 years]")].count("\n")
    assert "inforce check" in ran.failed
    assert f"{EN}:{line}" in ran.said
    assert "7 years" in ran.said
    assert "10 years" in ran.said
    assert re.search(r"policy_src/facts/retention\.yml:[0-9]+", ran.said), "the file and line of the fact"
    if service in (pull_request, push):
        assert f"::error file={EN},line={line}," in ran.said
        assert "title=F102" in ran.said
        assert "F102" in ran.summary
    if service is merge_request:
        report = yaml.safe_load((origin.with_name("clone") / "gl-code-quality-report.json").read_text("utf-8"))
        (entry,) = [entry for entry in report if entry["check_name"] == "F102"]
        assert entry["location"] == {"path": EN, "lines": {"begin": line}}


@pytest.mark.parametrize(("service", "edit"), [(pull_request, tampered), *((service, removed) for service in SERVICES)])
def test_a_changed_history_fails(origin: Path, service: Callable[..., Ran], edit: Callable[[Path], None]) -> None:
    ran = service(origin, edit)
    assert "inforce check" in ran.failed
    assert "D109" in ran.said


@pytest.mark.parametrize("before", ["", ZEROS])
@pytest.mark.parametrize("service", [push, pages], ids=lambda service: service.__name__)
def test_without_a_push_the_commit_before_is_compared_with(
    origin: Path, service: Callable[..., Ran], before: str
) -> None:
    """On a schedule, by hand, and when the branch is new."""
    ran = service(origin, removed, before=before)
    assert "D109" in ran.said
    assert "inforce check" in ran.failed


def test_a_push_that_replaced_what_is_not_there_any_more_is_refused(origin: Path) -> None:
    ran = push(origin, plainer, before="f" * 40)
    assert "inforce check" in ran.failed
    assert "git knows no commit" in ran.said
    assert "Fetch it" in ran.said
