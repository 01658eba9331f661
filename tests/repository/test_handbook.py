"""The handbook says what the program does."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from inforce.problems.catalog import rules
from inforce.promises import parts, text

from build_tools import handbook
from tests.built.building import ROOT, inforce
from tests.sources import problems


@pytest.mark.parametrize("path", handbook.pages(), ids=lambda path: path.name)
def test_a_page_that_is_made_is_as_the_code_says(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == handbook.pages()[path], "run: python build_tools/handbook.py"


def test_the_page_on_members_leaves_no_kind_of_entry_out() -> None:
    told = set(re.findall(r"^## (\w+)", handbook.members(), re.MULTILINE))
    there = {
        name
        for module in (text, parts)
        for name, each in vars(module).items()
        if isinstance(each, type) and each.__module__ == module.__name__
    }
    assert told == there | {"Stated"}


def test_every_code_used_in_the_program_has_an_entry() -> None:
    used = {
        code
        for path in (ROOT / "build_tools" / "inforce").rglob("*.py")
        for code in re.findall(r'"([A-Z]\d{3})"', path.read_text(encoding="utf-8"))
    }
    assert used
    assert not used - set(rules())


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a < b", r"a \< b"), ("`<b>` and <b>", r"`<b>` and \<b\>"), ("[x](y)", r"\[x\](y)"), ("a\n b", "a b")],
)
def test_words_stay_words_in_markdown(text: str, shown: str) -> None:
    assert handbook.plain(text) == shown


def test_every_command_that_the_handbook_names_exists() -> None:
    listed = inforce("--help").stdout
    named = {
        command
        for path in [*(ROOT / "docs").rglob("*.md"), ROOT / "README.md"]
        for command in re.findall(r"(?:`|bin/)inforce ([a-z]+)", path.read_text(encoding="utf-8"))
    }
    assert {"check", "release"} <= named
    for command in named:
        assert re.search(rf"^\s+{command}\b", listed, re.MULTILINE), f"inforce has no command {command}"


LANGUAGES = yaml.safe_load((ROOT / "policy_src/site.yml").read_text("utf-8"))["languages"]
PAGES = [
    *sorted((ROOT / "docs").rglob("*.md")),
    ROOT / "README.md",
    *sorted((ROOT / "build_tools").glob("decisions/*.md")),
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_names_is_there(page: Path) -> None:
    """Files it links to, and targets of make."""
    text = page.read_text("utf-8")
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert {"site", "test"} <= set(targets)
    for target in re.findall(r"(?:^|`)make ([a-z-]+)", text, re.MULTILINE):
        assert target in targets, f"there is no make {target}"
    prose = re.sub(r"(?ms)^(~~~+|```)[^\n]*\n.*?^\1|`[^`\n]*`", "", text)
    for link in re.findall(r"(?<!\\)\]\(([^)#:\s]+)(?:#[^)]*)?\)", prose):
        if link.startswith(tuple(f"../{language}/" for language in LANGUAGES)):
            continue  # a page of the policies, which only the built site has: tests/built/test_links.py
        assert (page.parent / link).exists(), f"{link} is not there"


def test_the_sample_of_a_red_check_is_what_the_check_says(tmp_path: Path) -> None:
    page = " ".join((ROOT / "docs/handbook/continuous-integration.md").read_text("utf-8").split())
    shutil.copytree(ROOT / "policy_src", tmp_path / "policy_src", ignore=shutil.ignore_patterns("versions"))
    file = tmp_path / "policy_src/privacy/en/retention.md"
    file.write_text(file.read_text("utf-8").replace("10 years", "7 years"), "utf-8")
    (problem,) = [one for one in problems(tmp_path) if one.code == "F102"]
    assert f"{problem.code} {problem.location} {problem.message} {problem.remedy}" in page
