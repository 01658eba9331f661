"""`python -m inforce` is the command `inforce`."""

from __future__ import annotations

import subprocess
import sys

from tests.built.building import inforce


def test_both_ways_say_the_same() -> None:
    done = subprocess.run([sys.executable, "-m", "inforce", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.split()[-2:] == inforce("--version").stdout.split()[-2:]
    assert "version 0." in done.stdout


def test_a_mistake_ends_with_2() -> None:
    done = subprocess.run([sys.executable, "-m", "inforce", "nonsense"], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert "nonsense" in done.stderr
