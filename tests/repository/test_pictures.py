"""README's pictures: of the real site, small, described, and asked of nobody else."""

from __future__ import annotations

import re
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from build_tools import pictures
from tests.built.building import ROOT

SHOWN = re.findall(r"!\[([^\]]*)\]\(([^)]*)\)", (ROOT / "README.md").read_text("utf-8"))


def test_readme_shows_each_picture_and_says_what_it_shows() -> None:
    assert [path for _, path in SHOWN] == [f"build_tools/readme/{name}" for name in pictures.PAGES]
    assert all(len(words) > 40 for words, _ in SHOWN)
    assert "<img" not in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("path", [path for _, path in SHOWN])
def test_a_picture_is_small(path: str) -> None:
    assert measured(ROOT / path) == (pictures.WIDTH * pictures.SCALE, pictures.HEIGHT * pictures.SCALE)
    assert (ROOT / path).stat().st_size <= pictures.MOST_BYTES


def test_they_can_be_taken_again(tmp_path: Path) -> None:
    """As `make pictures` does, into another folder; with other fonts they may come out larger than is allowed."""
    command = [sys.executable, "-m", "build_tools.pictures", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0 or "is larger than" in done.stderr, done.stderr
    assert measured(tmp_path / "policy.png") == (pictures.WIDTH * pictures.SCALE, pictures.HEIGHT * pictures.SCALE)


def measured(picture: Path) -> tuple[int, int]:
    """Width and height of a PNG file, from its first chunk (RFC 2083)."""
    data = picture.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    return width, height
