"""The command as a process of its own: what it says arrives whole, and its exit status is what the command decided."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from inforce.cli import YOUNG_ONLY, main

from tests.sources import good, project

SITE = "policy_src/site.yml"


def started(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "inforce", *arguments], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("changes", "arguments", "status"),
    [
        ({}, ("check",), 0),
        ({SITE: good(SITE) + "name: Other\n"}, ("check",), 1),
        ({}, ("check", "--loud"), 2),
        ({}, ("--help",), 0),
    ],
    ids=["good", "a problem", "not understood", "help"],
)
def test_a_process_ends_with_the_status_of_its_command(
    tmp_path: Path, changes: dict[str, str], arguments: tuple[str, ...], status: int
) -> None:
    ended = started("--project", str(project(tmp_path, changes)), *arguments)
    assert ended.returncode == status
    assert ended.stdout + ended.stderr


def test_a_long_answer_arrives_whole(tmp_path: Path) -> None:
    answer = started("--project", str(project(tmp_path)), "check", "--json").stdout
    assert answer.startswith("{")
    assert answer.endswith("}\n")


def test_a_fault_of_the_tool_shows_itself(tmp_path: Path) -> None:
    broken = "import inforce.cli as cli; cli.main = lambda: 1 / 0; cli.run()"
    ended = subprocess.run([sys.executable, "-c", broken], capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "ZeroDivisionError" in ended.stderr


def test_a_reader_who_leaves_is_no_fault(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "inforce", "--project", str(project(tmp_path)), "check", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert "Error" not in process.stderr.read()
    assert process.returncode == 1, "120 were Python's own, with words on stderr"


def test_garbage_is_looked_for_among_what_is_new() -> None:
    told = "import gc, inforce.cli as cli; cli.main = lambda: print(gc.isenabled(), gc.get_threshold()); cli.run()"
    ended = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert ended.stdout == f"True {YOUNG_ONLY}\n"


def test_what_runs_for_days_collects_all_its_garbage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    collected: list[bool] = []

    def stop() -> None:
        collected.append(True)
        raise KeyboardInterrupt

    monkeypatch.setattr("inforce.cli.serve.gc.collect", stop)
    assert "Stopped.\n" in CliRunner().invoke(main, ["--project", str(project(tmp_path)), "serve"]).output
    assert collected == [True]
