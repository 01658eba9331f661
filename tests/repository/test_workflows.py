"""The ready files for GitHub and GitLab: sound by their linters, and their own commands answer a branch as they should.

The commands run in a scratch clone of this repository's policies, checked out as the service does it, with the
variables that it sets. Only the set-up is spared: this environment takes its place.
"""

from __future__ import annotations

import os
import re
import shlex
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
from tests.cloning import cloned
from tests.repository.services import TOKEN, Check, serving
from tests.sources import change

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
SET_UP = "rm -rf .venv && python3 build_tools/set_up.py"
"""A .venv that came with the repository would stand in the place of the tool."""
EN = "policy_src/privacy/en/retention.md"
FACTS = "policy_src/facts/retention.yml"
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
        allowed = job.get("permissions", {})
        if "write" in allowed.values():
            assert allowed == {"pages": "write", "id-token": "write"}
            assert not any("run" in step for step in job["steps"])
        else:
            assert allowed.keys() <= {"contents", "actions"}
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), "words of a stranger would become a command: use env"
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"] == {"fetch-depth": 0, "persist-credentials": False}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_an_action_is_named_by_its_commit_and_its_version(path: Path) -> None:
    """A tag can be moved to other code, a commit's id can't; dependabot reads the version beside it."""
    named = re.findall(r"(?m)^ *(?:- )?uses: (.*)$", path.read_text("utf-8"))
    assert named
    for one in named:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one), one
    everywhere = {one for each in WORKFLOWS for one in re.findall(r"uses: (.*)", each.read_text("utf-8"))}
    assert len(everywhere) == len({one.partition("@")[0] for one in everywhere}), "one version of each"


def commands(path: Path) -> list[str]:
    """Every command that a service runs."""
    found = read(path)
    jobs = found["jobs"] if path in WORKFLOWS else found
    steps = [step for job in jobs.values() if isinstance(job, dict) for step in job.get("steps", ())]
    scripts = [line for job in jobs.values() if isinstance(job, dict) for line in job.get("script", ())]
    return [*(step["run"] for step in steps if "run" in step), *scripts]


@pytest.mark.parametrize("path", [*WORKFLOWS, GITLAB], ids=lambda path: path.stem)
def test_no_venv_that_came_with_the_repository_is_used(path: Path) -> None:
    """Whatever sets up removes it first, in the same command; nothing else of it runs before."""
    came_with_it = True
    for command in commands(path):
        if re.search(r"set_up\.py|\.ci/run", command):
            assert command.strip().startswith("rm -rf .venv && ")
            came_with_it = False
        elif ".venv" in command:
            assert not came_with_it
    assert not came_with_it


def test_code_owners_are_asked_for_all_that_decides() -> None:
    """Each file and folder at the top has a line, whoever the owners are."""
    text = (ROOT / "CODEOWNERS").read_text("utf-8")
    owned = {line.removeprefix("# ").split()[0] for line in text.splitlines() if re.match(r"(# )?/", line)}
    names = {path.name for path in ROOT.iterdir()} & {
        path.partition("/")[0]
        for path in subprocess.check_output(["git", "ls-files"], cwd=ROOT, text=True).splitlines()
    }
    assert {"build_tools", "policy_src", ".github"} <= names
    assert not {name for name in names if not {f"/{name}", f"/{name}/"} & owned}


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
    for name in ("build_tools/last_green.py", "mkdocs.yml", "README.md", ".gitattributes", ".gitignore"):
        (place / name).parent.mkdir(exist_ok=True)
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
    place = cloned(origin.with_name("clone"), origin, commit, *references)
    (place / ".venv").symlink_to(Path(sys.executable).parents[1])
    return place


def run(place: Path, commands: Iterator[tuple[str, Mapping[str, str]]], **variables: str) -> Ran:
    """Run commands as a service does, up to the first that fails: each with the variables that those before it set."""
    page, set_later, failed = (place.with_name(name) for name in ("summary.md", "variables", "failed"))
    set_later.touch()
    tells = f"trap 'printf %s \"$BASH_COMMAND\" > {shlex.quote(str(failed))}' ERR\n"
    kept = ("PATH", "HOME", "LANG", "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    environment |= {"CI": "true", "GITHUB_STEP_SUMMARY": str(page), "GITHUB_ENV": str(set_later), **variables}
    said = []
    for command, own in commands:
        if command.strip() == SET_UP:
            continue
        set_before = dict(line.split("=", 1) for line in set_later.read_text("utf-8").splitlines())
        done = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", tells + command],
            cwd=place,
            env={**environment, **set_before, **own},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        said.append(done.stdout + done.stderr)
        if done.returncode:
            return Ran(
                failed=failed.read_text("utf-8"),
                said="".join(said),
                summary=page.read_text("utf-8") if page.exists() else "",
            )
    return Ran(failed="", said="".join(said), summary=page.read_text("utf-8") if page.exists() else "")


def steps(name: str, job: str, github: Mapping[str, str]) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The commands of a job with their variables, `${{ github.… }}` filled in; what nobody knows is empty, as there."""

    def filled(text: str) -> str:
        return re.sub(r"\$\{\{ *(?:github\.)?([\w.]+) *\}\}", lambda found: github.get(found[1], ""), text)

    found = read(ROOT / ".github/workflows" / name)["jobs"][job]
    assert SET_UP in [step.get("run") for step in found["steps"]]
    for step in found["steps"]:
        assert "if" not in step
        if "run" in step:
            variables = {**found.get("env", {}), **step.get("env", {})}
            yield step["run"], {key: filled(value) for key, value in variables.items()}


def pull_request(origin: Path, edit: Callable[[Path], None]) -> Ran:
    """What GitHub's checkout, with fetch-depth 0, and then the workflow do for a pull request."""
    _, merged = edited(origin, edit)
    place = checked_out(origin, merged, "+refs/heads/*:refs/remotes/origin/*")
    return run(place, steps("pull-request.yml", "policies", {"base_ref": "main"}), GITHUB_ACTIONS="true")


def script(job: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """A job's commands on GitLab, which runs them in one shell."""
    lines = read(GITLAB)[job]["script"]
    assert SET_UP in lines
    yield "\n".join(line for line in lines if line != SET_UP), {}


def merge_request(origin: Path, edit: Callable[[Path], None]) -> Ran:
    """What GitLab's runner fetches of a merge request, and then its job."""
    before, _ = edited(origin, edit)
    place = checked_out(origin, "origin/pull", "+refs/heads/pull:refs/remotes/origin/pull")
    return run(place, script("policies"), GITLAB_CI="true", CI_MERGE_REQUEST_DIFF_BASE_SHA=before)


def merged(origin: Path, edit: Callable[[Path], None]) -> tuple[str, str]:
    """Commit an edit, and merge it into main. Main before and after."""
    known, after = edited(origin, edit)
    with Repo(origin) as repo:
        repo.heads["main"].checkout()
        repo.git.merge("merged", "--ff-only")
    return known, after


def push(origin: Path, edit: Callable[[Path], None], *, before: str | None = None, **known: Any) -> Ran:
    """What GitHub does when a pull request was merged; `before` is what it then names, if not the commit before."""
    return pushed(origin, *merged(origin, edit), before=before, **known)


def pushed(
    origin: Path, known: str, at: str, *, before: str | None = None, checks: list[Check] | None = None, base: str = ""
) -> Ran:
    """The same for a main branch that is at `at` already; `checks` are those that passed before."""
    place = checked_out(origin, at, "+refs/heads/*:refs/remotes/origin/*")
    event = {"event.before": known if before is None else before, "token": TOKEN, "inputs.base": base}
    with serving() as service:
        service.checks = checks or []
        return run(place, steps("site.yml", "build", event), GITHUB_ACTIONS="true", **service.variables)


def pages(origin: Path, edit: Callable[[Path], None], *, before: str | None = None, **known: Any) -> Ran:
    """What GitLab's runner does on the default branch."""
    return paged(origin, *merged(origin, edit), before=before, **known)


def paged(
    origin: Path, known: str, at: str, *, before: str | None = None, checks: list[Check] | None = None, base: str = ""
) -> Ran:
    """The same for a default branch that is at `at` already."""
    place = checked_out(origin, at, "+refs/heads/main:refs/remotes/origin/main")
    assert read(GITLAB)["pages"]["environment"]["name"] == "pages"
    variables = {"CI_COMMIT_BEFORE_SHA": known if before is None else before, **({"BASE": base} if base else {})}
    with serving() as service:
        service.checks = checks or []
        return run(place, script("pages"), GITLAB_CI="true", **service.variables, **variables)


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


def and_its_fact(place: Path) -> None:
    """The same, agreed: the data say so too, and the translations are behind."""
    one_period(place)
    text = (place / FACTS).read_text("utf-8")
    assert text.count("keep: 10 years") == 1
    change(place, {FACTS: text.replace("keep: 10 years", "keep: 7 years")})


@pytest.mark.parametrize("service", [pull_request, merge_request], ids=lambda service: service.__name__)
def test_a_period_that_was_agreed_is_green_and_its_translations_are_named(
    origin: Path, service: Callable[..., Ran]
) -> None:
    ran = service(origin, and_its_fact)
    assert ran.failed == "", ran.said
    for path in sorted((ROOT / "policy_src/privacy").glob("*/retention.md")):
        language = path.parent.name
        if language != "en":
            says = r'the \w+ text says "10.\w+"; the agreed period is 7 years'
            assert re.search(rf"privacy/{language}/retention\.md:\d+:\d+ +{says}", ran.said), language
    assert re.search(r"\b0 errors, ", ran.said)


@pytest.mark.parametrize(("service", "edit"), [(pull_request, tampered), *((service, removed) for service in SERVICES)])
def test_a_changed_history_fails(origin: Path, service: Callable[..., Ran], edit: Callable[[Path], None]) -> None:
    ran = service(origin, edit)
    assert "inforce check" in ran.failed
    assert ("D101" if edit is tampered else "D109") in ran.said


@pytest.mark.parametrize("before", ["", ZEROS])
@pytest.mark.parametrize("service", [push, pages], ids=lambda service: service.__name__)
def test_without_a_push_the_commit_before_is_compared_with(
    origin: Path, service: Callable[..., Ran], before: str
) -> None:
    """On a schedule, by hand, and when the branch is new."""
    ran = service(origin, removed, before=before)
    assert "D109" in ran.said
    assert "inforce check" in ran.failed


CHECKED = (pushed, paged)
"""What checks the main branch, on either service."""


def committed(origin: Path, edit: Callable[[Path], None]) -> str:
    """Commit an edit on main. The commit."""
    with Repo(origin) as repo:
        edit(origin)
        repo.git.add(all=True)
        repo.git.commit("-m", "an edit")
        return repo.head.commit.hexsha


def main_of(origin: Path) -> str:
    with Repo(origin) as repo:
        return repo.heads["main"].commit.hexsha


@pytest.mark.parametrize("service", CHECKED, ids=lambda service: service.__name__)
def test_a_red_push_is_not_made_good_by_the_next_one(origin: Path, service: Callable[..., Ran]) -> None:
    good = main_of(origin)
    bad = committed(origin, removed)
    after = committed(origin, plainer)
    ran = service(origin, bad, after, checks=[Check(commit=bad, passed=False), Check(commit=good)])
    assert "inforce check" in ran.failed
    assert "D109" in ran.said


@pytest.mark.parametrize("service", CHECKED, ids=lambda service: service.__name__)
def test_what_was_restored_is_green(origin: Path, service: Callable[..., Ran]) -> None:
    good = main_of(origin)
    bad = committed(origin, removed)
    with Repo(origin) as repo:
        repo.git.revert("HEAD", no_edit=True)
    ran = service(origin, bad, main_of(origin), checks=[Check(commit=bad, passed=False), Check(commit=good)])
    assert ran.failed == "", ran.said


@pytest.mark.parametrize("service", CHECKED, ids=lambda service: service.__name__)
def test_a_forced_push_is_compared_with_what_it_replaced(origin: Path, service: Callable[..., Ran]) -> None:
    """Also in the push after it, and only somebody who names another commit can let it pass."""
    good = main_of(origin)
    with Repo(origin) as repo:
        removed(origin)
        repo.git.add(all=True)
        repo.git.commit("-m", "from the beginning", amend=True)
    replaced = main_of(origin)
    after = committed(origin, plainer)
    checks = [Check(commit=replaced, passed=False), Check(commit=good)]
    ran = service(origin, replaced, after, checks=checks)
    assert "inforce check" in ran.failed
    assert "D109" in ran.said
    shutil.rmtree(origin.with_name("clone"))
    assert service(origin, "", after, checks=checks, base=replaced).failed == ""


@pytest.mark.parametrize("service", CHECKED, ids=lambda service: service.__name__)
def test_without_what_to_compare_with_nothing_is_built(origin: Path, service: Callable[..., Ran]) -> None:
    ran = service(origin, main_of(origin), committed(origin, plainer), checks=[Check(commit="f" * 40)])
    assert "last_green.py" in ran.failed
    assert "Let an engineer look" in ran.said
