"""Build real sites, by the command that users have."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
AS_OF = "2026-11-23T12:00:00Z"


def inforce(*arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run the command `inforce` of this environment. Its output is text; it never asks anything."""
    command = Path(sys.executable).with_name("inforce")
    environment = {name: value for name, value in os.environ.items() if name not in ("SOURCE_DATE_EPOCH", "COLUMNS")}
    return subprocess.run(
        [command, *arguments], cwd=cwd, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )


def build(output: Path, *options: str, project: Path = ROOT, as_of: str = AS_OF) -> Path:
    """Build a project's site into a folder; fails the test with what the command said where it didn't work."""
    done = inforce("--project", project, "build", "--as-of", as_of, "--output", output, *options)
    if done.returncode != 0:
        pytest.fail(f"`inforce build` ended with {done.returncode}:\n{done.stdout}\n{done.stderr}", pytrace=False)
    return output


def built_once(factory: pytest.TempPathFactory, name: str, project: Path, *options: str) -> Path:
    """A site that all workers of this run share: the first one to come builds it."""
    shared = factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    output, done = shared / f"site-{name}", shared / f"site-{name}.done"
    with (shared / f"site-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            build(output, *options, project=project)
            done.touch()
    return output
