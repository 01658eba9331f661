"""Prettier, which editors run over Markdown, changes how a text is written and nothing that is read from it.

It is run as it comes over every section, note and settings file of both projects. `.prettierignore` keeps it away from
what was published.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from inforce.cli import main
from inforce.reader.section import parse_section
from inforce.reader.wording import wording_digest

from build_tools.npm import MODULES, NODE
from tests.built.building import ROOT
from tests.reader.reading import told

PROJECTS = (Path("."), Path("examples"))
SECTIONS = [
    path.relative_to(ROOT)
    for project in PROJECTS
    for path in sorted((ROOT / project).glob("policy_src/*/*/*.md"))
    if path.parent.name != "changes"
]


def copied(project: Path, place: Path) -> None:
    """A project's source and handbook, copied."""
    for folder in ("policy_src", "docs"):
        shutil.copytree(ROOT / project / folder, place / project / folder)
    shutil.copy(ROOT / project / "mkdocs.yml", place / project)


@pytest.fixture(scope="module")
def formatted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both projects after Prettier."""
    place = tmp_path_factory.mktemp("formatted")
    for project in PROJECTS:
        copied(project, place)
    shutil.copy(ROOT / ".prettierignore", place)
    program = MODULES / "prettier/bin/prettier.cjs"
    subprocess.run(
        [NODE, program, "--write", *(str(each / "policy_src") for each in PROJECTS)],
        cwd=place,
        check=True,
        capture_output=True,
    )
    return place


def test_it_has_something_to_change(formatted: Path) -> None:
    assert any((formatted / path).read_bytes() != (ROOT / path).read_bytes() for path in SECTIONS)


@pytest.mark.parametrize("path", SECTIONS, ids=str)
def test_a_section_reads_as_before(formatted: Path, path: Path) -> None:
    was, now = (
        parse_section((base / path).read_text("utf-8"), id=path.stem, file=path.name, language=path.parent.name)
        for base in (ROOT, formatted)
    )
    assert not now[1], now[1]
    assert was[0] is not None
    assert now[0] is not None
    assert [told(leaf) for leaf in now[0].leaves] == [told(leaf) for leaf in was[0].leaves]
    assert wording_digest(now[0].leaves) == wording_digest(was[0].leaves)


@pytest.mark.parametrize("project", PROJECTS, ids=str)
def test_the_check_says_the_same(formatted: Path, tmp_path: Path, project: Path) -> None:
    """Of notes, settings and facts too."""
    copied(project, tmp_path)
    assert problems(formatted / project) == problems(tmp_path / project)


def problems(project: Path) -> list[tuple[str, str, str]]:
    """What the check says of a project, without lines."""
    said = CliRunner().invoke(main, ["--project", str(project), "check", "--json"])
    return sorted((one["code"], one["file"], one["message"]) for one in json.loads(said.stdout)["problems"])


@pytest.mark.parametrize("project", PROJECTS, ids=str)
def test_what_was_published_is_left_alone(formatted: Path, project: Path) -> None:
    frozen = [path.relative_to(ROOT) for path in (ROOT / project).glob("policy_src/*/versions/**/*") if path.is_file()]
    assert frozen
    assert [path for path in frozen if (formatted / path).read_bytes() != (ROOT / path).read_bytes()] == []
