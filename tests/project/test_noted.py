"""Notes with markup in a project: their links are looked at, they are frozen with the numbers of their version, and
pages show them."""

from __future__ import annotations

import json
from pathlib import Path
from unittest.mock import patch

import pytest
from inforce.model.text import Leaf
from inforce.reader import notes
from inforce.reader.blocks import read_blocks
from inforce.reader.findings import Findings
from inforce.reader.notes import note_section
from inforce.storage.cache import forget

from tests.release.living import run
from tests.sources import good, problems, project, told

LINKS = "policy_src/links.yml"
MARKED = """# clarification

## en

[Retention](section:retention) says **more**:

- [where](https://example.org/) it does.

## fr

[Conservation](section:retention) en dit plus.
"""


def with_note(place: Path, text: str) -> Path:
    path = next(iter((place / "policy_src").glob("*/policy.yml"))).parent / "changes/note.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[Retention](section:retention)", set()),
        ("[Retention](section:retentoin)", {("L301", 7)}),
        ("[words](link:nowhere)", {("L302", 7)}),
        ("[www.example.net](https://example.org/)", {("L303", 7), ("T105", None), ("T111", None)}),
        ("**Section** 99 says so.", {("T113", None)}),
        ("We are at Rue Haute 21.", {("F129", 7)}),
        ("We left Rue Haute 21 for Rue Haute 12.", set()),
    ],
)
def test_links_of_notes_are_looked_at(tmp_path: Path, words: str, expected: set[tuple[str, int | None]]) -> None:
    place = project(tmp_path)
    with_note(place, f"# clarification\n\n## en\n\nAs before.\n\n{words}\n\n## fr\n\nComme avant.\n")
    found = {(one.code, one.location.line) for one in problems(place) if one.location.file.endswith("/note.md")}
    assert found == expected


def test_a_note_is_frozen_with_the_numbers_of_its_version_and_shown(tmp_path: Path) -> None:
    place = project(tmp_path)
    forget(place)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    retention = place / "policy_src/privacy/en/retention.md"
    retention.write_text(retention.read_text("utf-8") + "\nMore words.\n", "utf-8")
    french = place / "policy_src/privacy/fr/retention.md"
    french.write_text(french.read_text("utf-8") + "\nPlus de mots.\n", "utf-8")
    run(place, "sync", "privacy", "fr", "retention")
    path = with_note(place, MARKED)
    run(place, "release", "--effective", "2024-06-01", "--yes", on="2024-04-01T09:00:00+00:00")
    assert not path.exists()
    manifest = json.loads((place / "policy_src/privacy/versions/2/manifest.json").read_bytes())
    (note,) = manifest["changes"]
    number = note["text"]["en"].split()[1]
    assert note["text"]["en"] == f"Retention {number} says more:\n\nwhere it does."
    assert note["text"]["fr"] == f"Conservation {number} en dit plus."
    assert note["marked"] == {
        language: MARKED.partition(f"## {language}\n\n")[2].partition("\n\n##")[0].strip() for language in ("en", "fr")
    }
    assert [one for one in told(problems(place)) if "versions/2" in one] == []
    run(place, "build", "--as-of", "2024-07-01T00:00:00Z")
    forget(place)
    history = (place / "site/en/privacy/history/index.html").read_text("utf-8")
    ref = f'<span class="ref"> {number}</span>'
    assert f'<a href="../v2/#retention">Retention{ref}</a> says <strong>more</strong>:' in history
    assert '<li><a href="https://example.org/" rel="noopener noreferrer">where</a> it does.</li>' in history
    feed = json.loads((place / "site/en/privacy/feed.json").read_bytes())
    assert f'/en/privacy/v2/#retention">Retention{ref}' in feed["items"][0]["content_html"]
    summary = place / "site/api/v1/privacy/2/en/r1.json"
    assert json.loads(summary.read_bytes())["change"]["notes"][0]["text"] == note["text"]["en"]


def test_a_record_whose_words_are_not_those_of_its_markup_is_told(tmp_path: Path) -> None:
    place = project(tmp_path)
    with_note(place, MARKED)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    manifest = place / "policy_src/privacy/versions/1/manifest.json"
    whole = manifest.read_text("utf-8")
    for old, new in ((" says more", " says less"), ("says **more**", "says **less**")):
        assert old in whole
        manifest.write_text(whole.replace(old, new), "utf-8")
        found = [one.message for one in problems(place) if one.code == "D110"]
        assert any("note is none that a file could hold" in one for one in found), found


def test_a_name_that_a_frozen_note_links_to_stays(tmp_path: Path) -> None:
    place = project(tmp_path, {LINKS: good(LINKS) + "  table: {url: https://example.org/table}\n"})
    with_note(place, MARKED.replace("https://example.org/", "link:table"))
    run(place, "release", "--effective", "2024-03-01", "--yes")
    assert [one for one in problems(place) if one.code == "L302"] == []
    (place / LINKS).write_text(good(LINKS), "utf-8")
    (gone,) = [one for one in problems(place) if one.code == "L302"]
    assert gone.location.file == LINKS
    assert "versions/1/manifest.json" in gone.message


def test_a_note_is_read_once_for_check_and_pages(tmp_path: Path) -> None:
    place = project(tmp_path)
    with_note(place, MARKED)
    note_section.cache_clear()
    read: list[str] = []

    def counted(source: str, findings: Findings, language: str) -> tuple[Leaf, ...]:
        read.append(source)
        return read_blocks(source, findings, language)

    with patch.object(notes, "read_blocks", counted):
        run(place, "build", "--drafts", "--as-of", "2024-07-01T00:00:00Z")
    forget(place)
    assert sorted(read) == sorted(set(read))
    assert len(read) == 2, "one for each language"
