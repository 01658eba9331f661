"""What `make site`, `make preview` and `make example` say: what they do, what they found, where to look; no more."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.built.building import ROOT

MOST_LINES = 10
NOISE = "WARNING: what a compiler or pip says on a bare machine"
CHATTY_PYTHON = f"""\
#!/bin/sh
if [ "$2" = pip ]; then
  for line in $(seq 65); do echo "{NOISE}"; echo "{NOISE}" >&2; done
  exit "${{PIP_ENDS_WITH:-0}}"
fi
exec "{sys.executable}" "$@"
"""

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="needs make")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this project in a path with spaces, whose pip says much and installs nothing: all is there already."""
    place = tmp_path_factory.mktemp("make") / "a folder with spaces"
    ignored = shutil.ignore_patterns("__pycache__", ".cache")
    for name in ("build_tools", "policy_src", "examples", "docs"):
        shutil.copytree(ROOT / name, place / name, ignore=ignored)
    for name in ("Makefile", "mkdocs.yml", "pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, place)
    (place / ".venv/bin").mkdir(parents=True)
    (place / ".venv/made-at").write_text(str(place), encoding="utf-8")
    for name, script in (
        ("python", CHATTY_PYTHON),
        ("inforce", f'#!/bin/sh\nexec "{sys.executable}" -m inforce "$@"\n'),
    ):
        (place / ".venv/bin" / name).write_text(script, encoding="utf-8")
        (place / ".venv/bin" / name).chmod(0o755)
    return place


def made(place: Path, target: str, **environment: str) -> tuple[int, list[str]]:
    """The exit status of `make TARGET`, and all lines that it printed."""
    done = subprocess.run(
        ["make", "--no-print-directory", target],
        cwd=place,
        env={**{name: value for name, value in os.environ.items() if not name.startswith("MAKE")}, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return done.returncode, done.stdout.splitlines()


@pytest.mark.parametrize(
    ("target", "folder"), [("site", "site"), ("preview", "site-preview"), ("example", "site-example")]
)
def test_it_says_in_a_few_lines_what_it_did_and_where_to_look(place: Path, target: str, folder: str) -> None:
    (place / ".venv/installed").unlink(missing_ok=True)  # as on a fresh machine
    status, lines = made(place, target)
    assert status == 0, lines
    assert len(lines) <= MOST_LINES, "\n".join(lines)
    assert NOISE not in lines
    assert NOISE in (place / ".set_up.log").read_text("utf-8")
    assert lines[-1].endswith(f"-m http.server -d {folder}")
    assert (place / folder / "index.html").is_file()
    assert any(line.startswith("Built ") for line in lines)
    assert not any(line.startswith(("error", "open")) for line in lines)


def test_what_is_unknown_is_told_as_still_open(place: Path) -> None:
    said = "\n".join(made(place, "site")[1])
    assert "still open: " in said
    assert "`inforce status` lists them" in said


def test_the_preview_says_where_the_proposed_text_and_its_changes_are(place: Path) -> None:
    (said,) = [line for line in made(place, "preview")[1] if line.startswith("privacy: ")]
    for part in ("the proposed text: ", "what it changes: "):
        at = said.partition(part)[2].partition(";")[0]
        assert (place / at / "index.html").is_file(), said


def test_where_installing_fails_the_end_of_what_was_said_is_shown(place: Path) -> None:
    (place / ".venv/installed").unlink(missing_ok=True)
    status, lines = made(place, "site", PIP_ENDS_WITH="1")
    assert status != 0
    assert NOISE in lines
    assert len(lines) < 25, "\n".join(lines)
    assert any("this did not work" in line for line in lines)
    assert any(".set_up.log" in line for line in lines)
