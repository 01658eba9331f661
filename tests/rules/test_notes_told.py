"""The sections that notes should tell of: those whose prevailing words are others, by more than a day or slip."""

from __future__ import annotations

from pathlib import Path

import pytest
from inforce.cli.opening import open_here
from inforce.rules.notes_told import changed_sections

from tests.release.living import EN, FR, run
from tests.sources import good, project

DATED = good(f"{EN}/general.md") + "\nFrom [1 May 2023](fact:version.effective).\n"
DATED_FR = good(f"{FR}/general.md") + "\nDès le [1er mai 2023](fact:version.effective).\n"


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = project(tmp_path_factory.mktemp("notes"), {f"{EN}/general.md": DATED, f"{FR}/general.md": DATED_FR})
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", "2024-03-01", "--yes")
    return place


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        (DATED, []),
        (DATED.replace("1 May 2023", "5 June 2025"), []),
        (DATED.replace("From ", "Only from "), ["general"]),
        (DATED + "\nWe sell everything.\n", ["general"]),
    ],
)
def test_which_sections_have_changed(released: Path, text: str, changed: list[str]) -> None:
    opened = open_here(released)
    last = opened.project.policies[0].released[-1].version
    texts = {"general": text, "new": "# New\n\nWords.\n"}
    assert [*changed_sections(last, texts, leading="en", parse=opened.reader.section)] == changed
