"""`inforce redline`: versions of a policy, the working text, and any two files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from inforce.cli import main

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["--project", str(ROOT), "redline", *arguments])


def test_two_files(tmp_path: Path) -> None:
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text("# Keeping\n\nWe keep it for 3 years.\n", encoding="utf-8")
    new.write_text("# Keeping\n\nWe keep it for 2 years.\n", encoding="utf-8")
    shown = run(str(old), str(new))
    assert shown.exit_code == 0
    assert "We keep it for [-3-]{+2+} years." in shown.stdout


def test_a_version_and_the_working_text_in_a_language() -> None:
    shown = run("privacy", "1", "draft", "--lang", "nl")
    assert shown.exit_code == 0
    assert "{+Verwerker+}" in shown.stdout


def test_json_is_all_that_is_printed() -> None:
    shown = run("privacy", "1", "draft", "--json")
    assert {"sections", "changes"} <= json.loads(shown.stdout).keys()


@pytest.mark.parametrize("arguments", [("privacy", "1", "7"), ("terms", "1", "2"), ("missing.md", "too.md")])
def test_what_is_not_there_is_told(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_file_that_is_not_text_is_a_message(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xff\xfe")
    shown = run(str(tmp_path / "a.md"), str(tmp_path / "a.md"))
    assert shown.exit_code == 1
    assert "S102" in shown.stderr
