"""Published files that no release would have made: sites embed them, so none is added, replaced or made up."""

from __future__ import annotations

from pathlib import Path

import pytest
from inforce.problems import Severity

from tests.release.forging import WORDS, forge_amendment, forge_file
from tests.release.living import V
from tests.sources import problems

SCRIPT = b"<script>alert(1)</script>"


def told(place: Path) -> set[str]:
    """The files below version 2 that are told as D111, and block."""
    found = {one.location.file for one in problems(place) if one.code == "D111" and one.severity is Severity.ERROR}
    return {path.removeprefix(f"{V}/2/") for path in found}


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("published/en/cookies.html", SCRIPT),
        ("published/en/r1/cookies.html", b"<p>plain</p>"),
        ("published/en/r1/more.js", b"alert(1)"),
        ("published/en/r01.json", b"{}"),
        ("published/evil.html", SCRIPT),
        ("published/en/r2.json", b"{}"),
        ("published/de/r1.json", b"{}"),
    ],
)
def test_a_file_that_no_release_publishes(two_versions: Path, path: str, data: bytes) -> None:
    assert told(two_versions) == set()
    forge_file(two_versions, 2, path, data)
    assert told(two_versions) == {path}


@pytest.mark.parametrize("path", ["published/en/r1.json", "published/en/cookies.html", "published/evil.html"])
def test_an_amendment_takes_no_published_file_s_place(two_versions: Path, path: str) -> None:
    place = forge_amendment(two_versions, 2, {"type": "withdrawal"}, {path: SCRIPT})
    assert told(two_versions) == {f"{place}/{path}"}


def test_a_correction_publishes_its_revision(two_versions: Path) -> None:
    place = forge_amendment(two_versions, 2, {"type": "correction"}, {"en/retention.md": WORDS})
    assert told(two_versions) == {f"{place}/published/en/r2.json"}
