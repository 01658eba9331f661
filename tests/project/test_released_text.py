"""Released text can be shown: what a build would stop at, the check has said."""

from __future__ import annotations

from pathlib import Path

import pytest
from inforce.cli.opening import open_here
from inforce.model.text import Section
from inforce.project.check import check
from inforce.writer.proof import lost_words

from tests.release.forging import forge_amendment
from tests.release.living import note, run
from tests.sources import change, good, problems, project, snapshot, told

LINKS, GENERAL = "policy_src/links.yml", "policy_src/privacy/{}/general.md"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Version 1 links to the partner; the working text no longer does."""
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    for language, word in (("en", "partner"), ("fr", "partenaire")):
        path = GENERAL.format(language)
        change(place, {path: good(path).replace(f"[{word}](link:partner)", word)})
    return place


def test_a_name_that_released_text_uses_is_not_taken_away(place: Path) -> None:
    change(place, {LINKS: "links: {}\n"})
    (found,) = [one for one in problems(place) if one.code == "L302"]
    assert told((found,)) == [f"L302 {LINKS}"]
    assert "versions/1/en/general.md and 1 more" in found.message
    assert (place / "policy_src/privacy/versions/1/en/general.md").is_file(), "the path is a true one"
    before = snapshot(place)
    for command in ("check", "build"):
        assert f"error L302 {LINKS}" in run(place, command, code=1).stderr
    assert snapshot(place) == before


def test_its_address_may_be_mended(place: Path) -> None:
    change(place, {LINKS: good(LINKS).replace("partner.example/privacy", "partner.example/elsewhere")})
    run(place, "check")
    run(place, "build")
    assert "partner.example/elsewhere" in (place / "site/en/privacy/v1/index.html").read_text()


def test_words_that_a_page_would_lose_are_told_until_they_are_in_the_base_branch(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(place, note())

    def losing(section: Section, html: str) -> object:
        return lost_words(section, html.replace("Northwind", ""))

    monkeypatch.setattr("inforce.writer.section.lost_words", losing)
    opened = open_here(place)
    frozen = "policy_src/privacy/versions/1"
    assert {one.location.file for one in opened.problems if one.code == "M190" and frozen in one.location.file} == {
        f"{frozen}/en/general.md", f"{frozen}/fr/general.md"
    }  # fmt: skip
    settled = frozenset({f"{frozen}/manifest.json"})
    assert not [one for one in check(opened.project, opened.reader, settled=settled) if frozen in one.location.file]


def test_a_name_in_words_that_were_replaced_is_asked_for_too(place: Path) -> None:
    words = good(GENERAL.format("en"))
    astray = words.replace("link:partner", "link:nosuch").encode()
    name = forge_amendment(place, 1, {"type": "correction"}, {"en/general.md": astray})
    forge_amendment(place, 1, {"type": "correction"}, {"en/general.md": words.encode()})
    (found,) = [one for one in problems(place) if one.code == "L302"]
    assert f"released text links to it: policy_src/privacy/versions/1/{name}/en/general.md." in found.message


def test_words_that_a_page_of_a_replaced_state_would_lose_are_told(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = good(GENERAL.format("en"))
    astray = words.replace("Northwind", "Southwind").encode()
    name = forge_amendment(place, 1, {"type": "correction"}, {"en/general.md": astray})
    forge_amendment(place, 1, {"type": "correction"}, {"en/general.md": words.encode()})

    def losing(section: Section, html: str) -> object:
        return lost_words(section, html.replace("Southwind", ""))

    monkeypatch.setattr("inforce.writer.section.lost_words", losing)
    lost = [one.location.file for one in problems(place) if one.code == "M190"]
    assert lost == [f"policy_src/privacy/versions/1/{name}/en/general.md"]
