"""Whatever a stranger writes, wherever: what is told about it is short, and steers neither a screen nor a CI service.

Each word of a source that stands for itself, and each file of the sources that are bad in one way, is swapped for words
that are meant to harm.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from inforce.problems import Problem
from inforce.problems.catalog import rules
from inforce.problems.value import LONGEST, LONGEST_QUOTED

from tests.release.living import run
from tests.sources import GOOD, good, problems, project

BAD = Path(__file__).with_name("bad_sources")
LONG = "lorem ipsum " * 200
STEERS = "\u001b[2J\u202e::error::x %0A::error file=a::x ##[error]x \u009b1m \u2028 \u200e \r"
TEXTS = sorted(
    path.relative_to(GOOD).as_posix() for path in GOOD.rglob("*") if path.suffix in (".md", ".yml") and path.is_file()
)
_WORD = re.compile(r"[^\W_][\w.@-]*")


def hostile(text: str, words: str) -> Iterator[str]:
    """The text with one word in the place of which hostile ones stand, for each of its words."""
    for found in _WORD.finditer(text):
        yield text[: found.start()] + words + text[found.end() :]


def is_tame(problem: Problem) -> None:
    assert len(problem.message) <= LONGEST, problem
    assert len(problem.remedy) <= LONGEST, problem
    for quoted in re.findall('"([^"]*)"', problem.message):
        assert len(quoted) <= LONGEST_QUOTED, problem
    for char in f"{problem}":
        assert char.isprintable() or char in "\u00a0\u200c\u200d", (problem, hex(ord(char)))


@pytest.mark.parametrize("path", TEXTS)
@pytest.mark.parametrize("words", [LONG, STEERS], ids=["long", "steering"])
def test_every_word_of_a_source_may_be_hostile(tmp_path: Path, path: str, words: str) -> None:
    place = project(tmp_path)
    told = 0
    for text in hostile(good(path), words):
        (place / path).write_text(text, "utf-8")
        for problem in problems(place):
            is_tame(problem)
            told += 1
    assert told or path.startswith("docs/")


@pytest.mark.parametrize("case", sorted(case.name for case in BAD.iterdir()))
def test_every_rule_is_short_about_long_words(tmp_path: Path, case: str) -> None:
    """The words that break it made long, where they stand in a file of their own."""
    place = project(tmp_path)
    shutil.copytree(BAD / case, place, dirs_exist_ok=True)
    assert case.partition("-")[0] in rules()
    for path in sorted(path for path in (BAD / case).rglob("*") if path.suffix in (".md", ".yml")):
        target = place / path.relative_to(BAD / case)
        try:
            whole = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        for words in (LONG, STEERS):
            target.write_text(re.sub(r"(?<=[a-z])(?=[.,;:)\]\n ])", f" {words} ", whole, count=40), "utf-8")
            for problem in problems(place):
                is_tame(problem)
        target.write_text(whole, "utf-8")


def test_what_ci_reads_is_one_command_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    path = "policy_src/privacy/en/retention.md"
    place = project(tmp_path, {path: good(path).replace("10 years", f"10 {STEERS}"), "policy_src/a": STEERS})
    expected = json.loads(run(place, "check", "--json", code=1).stdout)["problems"]
    lines = run(place, "check", "--format", "github", code=1).stdout.splitlines()
    assert len(lines) == len(expected)
    for line in lines:
        assert re.fullmatch(r"::(?:error|warning|notice) [^:]*::.*", line)
        assert "%0A" not in line.replace("%250A", "")
    said = run(place, "check", code=1).stderr
    assert "##[" not in said
    assert not re.search(r"(?m)^\s*::", said)
