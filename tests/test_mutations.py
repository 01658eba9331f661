"""Files damaged at random: whatever a pull request holds, a reading ends in problems or in a site, never in a
traceback. The damage is the same in every run; set another seed to look further."""

from __future__ import annotations

import random
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from inforce.errors import CannotContinue
from inforce.problems import Severity
from inforce.project.answers import in_force_on, standing, unknowns
from inforce.project.check import check
from inforce.project.editions import SectionReader
from inforce.project.project import understand
from inforce.project.publish import publish
from inforce.project.site_files import site_files
from inforce.storage.tree import Tree, read_tree

from tests.release.living import note, run
from tests.sources import change, project

NOW = datetime(2026, 1, 1, tzinfo=UTC)
WORDS = (
    "{}",
    "[]",
    "null",
    '""',
    "-1",
    "1e999",
    "true",
    ":",
    "#",
    "##",
    "[a](id:b)",
    "*",
    "|",
    "\\",
    "<b>",
    "zz",
    "../",
)
BITS = [*(word.encode() for word in WORDS), "\u202e".encode(), b"- ", b"P10Y"]
BITS += [b"", b"\0", b"\xff", b"\n", b"  ", b"9" * 30, b"0001-01-01T00:00:00+14:00", b"9999-12-31T23:59:59-12:00"]


def damaged(files: Mapping[str, bytes], dice: random.Random) -> dict[str, bytes]:
    """The files with one to three things wrong: a file gone, bits put in, lines doubled or lost, two files mixed."""
    found = dict(files)
    for _ in range(dice.choice((1, 1, 2, 3))):
        path = dice.choice([path for path in found if "/versions/" not in path or dice.random() < 0.3])
        data, lines = found[path], found[path].split(b"\n")
        at, line = dice.randrange(len(data) + 1), dice.randrange(len(lines))
        match dice.randrange(6):
            case 0:
                del found[path]
                continue
            case 1:
                data = data[:at] + dice.choice(BITS) + data[at + dice.choice((0, 1, 5, 30)) :]
            case 2:
                data = b"\n".join([*lines[:line], lines[line], *lines[line:]])
            case 3:
                data = b"\n".join([*lines[:line], *lines[line + 1 :]])
            case 4:
                key, colon, _ = lines[line].partition(b":")
                data = b"\n".join([*lines[:line], key + colon + b" " + dice.choice(BITS), *lines[line + 1 :]])
            case _:
                data = data[:at] + dice.choice(list(found.values()))[: dice.randrange(500)] + data[at:]
        found[path] = data
    return found


def read(files: Mapping[str, bytes]) -> str:
    """Do all that commands do with a source: "refused", "told" or "built"."""
    project, problems = understand(Tree(root="policy_src", files=dict(sorted(files.items()))), ())
    if project is None:
        assert problems
        return "refused"
    reader = SectionReader()
    found = (*problems, *check(project, reader))
    unknowns(project)
    with suppress(CannotContinue):
        for policy in project.policies:
            standing(policy, found, now=NOW)
            in_force_on(policy, NOW, NOW, now=NOW)
    if any(one.severity is Severity.ERROR for one in found):
        return "told"
    for _ in site_files(publish(project, reader, as_of=NOW, drafts=True), cache=None).all_files(()):
        pass
    return "built"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    place = project(tmp_path_factory.mktemp("mutations"))
    run(place, "release", "--effective", "2024-03-01", "--yes")
    change(place, note())
    tree, problems = read_tree(place, "policy_src")
    assert problems == ()
    return tree.files


@pytest.mark.parametrize("seed", range(3))
def test_damage_is_told_or_harmless(source: Mapping[str, bytes], seed: int) -> None:
    dice = random.Random(seed)
    ends = {read(damaged(source, dice)) for _ in range(30)}
    assert {"refused", "told"} <= ends


def test_the_source_itself_is_built(source: Mapping[str, bytes], tmp_path: Path) -> None:
    assert read(source) == "built"
