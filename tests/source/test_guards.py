"""What is said of a change to what checks it. (With git: test_history.py.)"""

from __future__ import annotations

from inforce.source.guards import GUARDS, check_guards

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
    assert owned - set(GUARDS) == {"examples", "tests", "mkdocs.yml", "LICENSE", ".editorconfig", "policy_src/site.yml"}


def test_what_tools_read_by_themselves_is_watched() -> None:
    """make prefers the first of its three names; pytest, pip, git and Python itself look for files of these names."""
    assert {"GNUmakefile", "makefile", "Makefile", "tests/conftest.py", "sitecustomize.py", "pip.conf"} <= set(GUARDS)
    assert {"setup.py", ".lfsconfig", ".devcontainer"} <= set(GUARDS)
