"""Published files that no release would have made: sites embed them, so none is added, replaced or made up."""

from __future__ import annotations

import json
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
        ("published/en/r1/cookies.html", SCRIPT),
        ("published/en/r1/cookies.html", b'<p onclick="alert(1)">x</p>'),
        ("published/en/r1/contact.html", b'<a href="javascript:alert(1)">x</a>'),
        ("published/en/r1/contact.html", b"<!-- x --><p>x</p>"),
        ("published/en/r1/contact.html", b"<img src=x>"),
        ("published/en/r1/more.js", b"alert(1)"),
        ("published/evil.html", SCRIPT),
        ("published/en/r2.json", b"{}"),
        ("published/de/r1.json", b"{}"),
        ("published/en/r1.json", b"junk"),
        ("published/en/r1.json", b"[" * 100_000),
    ],
)
def test_a_file_that_no_release_publishes(two_versions: Path, path: str, data: bytes) -> None:
    assert told(two_versions) == set()
    forge_file(two_versions, 2, path, data)
    assert told(two_versions) == {path}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("policy", "terms"),
        ("version", 1),
        ("revision", 2),
        ("language", "fr"),
        ("text_digest", "w1:" + "0" * 64),
        ("effective_from", "2024-04-01T00:00:00+02:00"),
        ("effective_from", 5),
        ("consent_epoch", 2),
        ("language_status", "courtesy"),
        ("title", "Another"),
    ],
)
def test_a_summary_that_says_another_thing(two_versions: Path, key: str, value: object) -> None:
    path = "published/en/r1.json"
    summary = json.loads((two_versions / V / "2" / path).read_text("utf-8"))
    forge_file(two_versions, 2, path, json.dumps({**summary, key: value}, ensure_ascii=False).encode())
    assert told(two_versions) == {path}


@pytest.mark.parametrize("path", ["published/en/r1.json", "published/en/r1/cookies.html", "published/evil.html"])
def test_an_amendment_takes_no_published_file_s_place(two_versions: Path, path: str) -> None:
    place = forge_amendment(two_versions, 2, {"type": "withdrawal"}, {path: SCRIPT})
    assert told(two_versions) == {f"{place}/{path}"}


def test_a_correction_publishes_its_revision(two_versions: Path) -> None:
    place = forge_amendment(two_versions, 2, {"type": "correction"}, {"en/retention.md": WORDS})
    assert told(two_versions) == {f"{place}/published/en/r2.json"}
