"""What is said of a change to what checks it. (With git: test_history.py.)"""

from __future__ import annotations

import pytest
from inforce.storage.guards import check_guards, is_guard

from tests.built.building import ROOT


def test_nothing_is_said_of_nothing() -> None:
    assert check_guards(()) == ()


def test_the_files_of_the_service_come_first_and_the_rest_is_counted() -> None:
    (told,) = check_guards([f"build_tools/{name}.py" for name in "abcdef"] + [".github/x.yml"])
    assert told.location.file == ".github/x.yml"
    assert told.message.endswith(": .github/x.yml, build_tools/ (6 files).")
    (told,) = check_guards([f".github/{name}.yml" for name in "abcdefg"])
    assert told.message.endswith(".github/e.yml and 2 more.")
    (told,) = check_guards(["build_tools/a.py", "build_tools/b.py"])
    assert told.location.file == "build_tools/"


def test_all_that_engineers_own_is_watched() -> None:
    """CODEOWNERS proposes who owns what; what is neither text nor tests decides how changes are checked."""
    lines = (ROOT / "CODEOWNERS").read_text("utf-8").splitlines()
    owned = {line.removeprefix("# /").split()[0].rstrip("/") for line in lines if "ENGINEERS" in line and "# /" in line}
    unwatched = {path for path in owned if not is_guard(f"{path}/x" if (ROOT / path).is_dir() else path)}
    words = {"LICENSE", "CONTRIBUTING.md", "CHANGELOG.md"}
    assert unwatched == {"examples", "tests", "mkdocs.yml", ".editorconfig", "policy_src/site.yml"} | words


@pytest.mark.parametrize(
    "path",
    [
        *("GNUmakefile", "makefile", "MAKEFILE", "justfile", "Taskfile.yml", "noxfile.py", "tox.ini", "hooks.py"),
        *("yaml.py", "yaml/__init__.py", "x.pth", "lib/python/x.pth", "sitecustomize.py", "setup.py", "pip.conf"),
        *(".npmrc", ".yarnrc.yml", ".envrc", ".python-version", ".tool-versions", "mise.toml", ".lfsconfig"),
        *(".pre-commit-config.yaml", ".devcontainer/a.json", ".vscode/tasks.json", ".circleci/config.yml"),
        *("requirements.txt", "package.json", "uv.lock", "Dockerfile", "Jenkinsfile", "netlify.toml", "CNAME"),
        *("tests/conftest.py", "tests/browser/conftest.py", "docs/CODEOWNERS", "policy_src/.gitattributes"),
        *("AGENTS.md", "README.py", "license.sh", "scripts/a", "build_tools/inforce/x.py"),
    ],
)
def test_what_tools_read_by_themselves_is_watched(path: str) -> None:
    assert is_guard(path)


@pytest.mark.parametrize(
    "path",
    [
        *("README", "README.md", "README.fr.md", "LICENSE.txt", "CHANGELOG", "HOWTO.md", "letter.docx", "logo.png"),
        *("policy_src/site.yml", "policy_src/privacy/en/a.md", "docs/index.md", "docs/scripts/x.js", "docs/.gitkeep"),
        *("examples/mkdocs.yml", "tests/test_x.py", "src/app.ts", ".mailmap"),
    ],
)
def test_words_and_what_has_rules_of_its_own_are_not(path: str) -> None:
    assert not is_guard(path)
