"""Text that deceives: an error in working text and in a record that is new; a hint where nobody may change it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from inforce.problems import Problem, Severity
from inforce.project.check import check
from inforce.project.editions import SectionReader
from inforce.project.project import understand
from inforce.storage.tree import SOURCE, read_tree

from tests.release.forging import forge_amendment
from tests.release.living import EN, V, run
from tests.sources import change, good, project

LINKS = "policy_src/links.yml"


def told(place: Path, *, settled: frozenset[str] = frozenset()) -> list[tuple[str, Severity, str]]:
    read, problems = understand(*read_tree(place, SOURCE))
    assert read is not None, problems
    found: tuple[Problem, ...] = check(read, SectionReader(), settled=settled)
    return [(one.code, one.severity, one.location.file) for one in found if one.code in ("L303", "X305", "X306")]


@pytest.fixture
def corrected(tmp_path: Path) -> Path:
    """A released version, and a correction written by hand whose words deceive thrice."""
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    words = (
        "# How long\n\nWe keep it for [10 years](fact:retention.contract) at N\u043erthwind, "
        "[www.northwind.example](https://evil.example), [partner.co.uk](link:partner).\n"
    )
    forge_amendment(place, 1, {"type": "correction", "languages": {}}, {"en/retention.md": words.encode()})
    return place


def test_in_a_new_record_it_is_an_error(corrected: Path) -> None:
    file = f"{V}/1/amendments/0001/en/retention.md"
    assert told(corrected, settled=frozenset({f"{V}/1/manifest.json"})) == [
        ("X305", Severity.ERROR, file),
        ("L303", Severity.ERROR, file),
        ("L303", Severity.HINT, file),
    ]


def test_the_same_words_are_told_in_each_file_that_has_them(corrected: Path) -> None:
    first, second = f"{V}/1/amendments/0001", f"{V}/2/amendments/0001"
    shutil.copytree(corrected / V / "1", corrected / V / "2")
    manifest = corrected / V / "2/manifest.json"
    manifest.write_text(
        manifest.read_text().replace('"version":1', '"version":2').replace('"version": 1', '"version": 2')
    )
    files = [file for code, _, file in told(corrected) if code == "X305"]
    assert files == [f"{first}/en/retention.md", f"{second}/en/retention.md"]


def test_in_a_settled_one_it_is_a_hint(corrected: Path) -> None:
    settled = frozenset({f"{V}/1/manifest.json", f"{V}/1/amendments/0001/amendment.json"})
    assert {severity for _, severity, _ in told(corrected, settled=settled)} == {Severity.HINT}


def test_words_that_a_later_amendment_replaced_are_read_too(corrected: Path) -> None:
    """The pages of that revision keep them for good."""
    words = good(f"{EN}/retention.md").encode()
    forge_amendment(corrected, 1, {"type": "correction"}, {"en/retention.md": words})
    file = f"{V}/1/amendments/0001/en/retention.md"
    assert told(corrected) == [
        ("X305", Severity.ERROR, file),
        ("L303", Severity.ERROR, file),
        ("L303", Severity.HINT, file),
    ]


def test_a_reason_in_a_record_is_read_too(tmp_path: Path) -> None:
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    record = {"type": "withdrawal", "effective_from": "2024-03-02T00:00:00+01:00", "reason": "N\u043erthwind is sold"}
    name = forge_amendment(place, 1, record, {})
    file = f"{V}/1/{name}/amendment.json"
    assert ("X305", Severity.ERROR, file) in told(place)
    assert ("X305", Severity.HINT, file) in told(place, settled=frozenset({file}))


def test_the_address_of_a_released_link_can_be_mended(tmp_path: Path) -> None:
    place = project(tmp_path)
    words = good(f"{EN}/general.md").replace("[partner]", "[www.partner.example]")
    change(place, {f"{EN}/general.md": words})
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", "2024-03-01", "--yes")
    assert told(place) == []
    change(place, {LINKS: good(LINKS).replace("partner.example", "evil.example")})
    assert told(place) == [
        ("L303", Severity.ERROR, f"{EN}/general.md"),
        ("L303", Severity.HINT, f"{V}/1/en/general.md"),
    ]
