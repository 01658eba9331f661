"""Released versions read back from their frozen files: whole, or with a problem for every file that was changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.errors import CannotContinue
from inforce.reader.records.version import check_chain, overlay, read_version, sha256

from tests.release.living import EN, V, amended, note, run
from tests.sources import change, good, project, snapshot

Files = dict[str, bytes]
D = "sha256:" + "0" * 64


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Files]:
    """Version 1, corrected in English and then postponed; version 2."""
    place: Path = project(tmp_path_factory.mktemp("versions"))
    run(place, "release", "--effective", "2024-03-01", "--yes")
    change(place, {f"{EN}/retention.md": good(f"{EN}/retention.md").replace("after its end", "after it ends")})
    amended(place, "correction", "--language", "en", "--section", "retention", on="2024-01-11T09:00:00+00:00")
    amended(place, "postponement", "--effective", "2024-04-01", on="2024-01-12T09:00:00+00:00")
    run(place, "sync", "privacy", "fr")
    change(place, {f"{EN}/general.md": good(f"{EN}/general.md").replace("helps us", "helps"), **note()})
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", "2024-09-01", "--yes", on="2024-05-01T09:00:00+00:00")
    return {number: snapshot(place / V / str(number)) for number in (1, 2)}


def codes(files: Files, number: int = 1) -> list[str]:
    _, problems = read_version(files, policy="privacy", number=number, folder="v")
    return [f"{one.code} {one.location.file}" for one in problems]


def test_the_state_is_the_manifest_and_its_amendments_in_order(versions: dict[int, Files]) -> None:
    released, problems = read_version(versions[1], policy="privacy", number=1, folder="v/1")
    assert problems == ()
    assert released is not None
    version = released.version
    assert version.number == 1
    assert version.effective_from is not None
    assert version.effective_from.isoformat() == "2024-04-01T00:00:00+02:00"
    assert version.first_effective is not None
    assert version.first_effective.isoformat() == "2024-03-01T00:00:00+01:00"
    english, french = version.editions["en"], version.editions["fr"]
    assert (english.revision, french.revision) == (3, 2)
    assert "after it ends" in english.sections["retention"]
    assert english.paths["retention"] == "v/1/amendments/0001/en/retention.md"
    assert english.paths["general"] == "v/1/en/general.md"
    assert version.head == sha256(versions[1]["amendments/0002/amendment.json"])
    assert {path for path in released.published() if path.endswith(".json")} == {
        "en/r1.json", "en/r2.json", "en/r3.json", "fr/r1.json", "fr/r2.json",
    }  # fmt: skip


def test_how_it_stood_before_a_record_was_made(versions: dict[int, Files]) -> None:
    released, _ = read_version(versions[1], policy="privacy", number=1, folder="v/1")
    assert released is not None
    assert released.first(3) is released
    corrected, first = released.first(2), released.first(1)
    assert [each.version.editions["en"].revision for each in (first, corrected)] == [1, 2]
    assert "after its end" in first.version.editions["en"].sections["retention"]
    assert "after it ends" in corrected.version.editions["en"].sections["retention"]
    assert corrected.version.effective_from == first.version.effective_from == released.manifest.effective_from
    assert len(corrected.version.amendments) == 1
    assert set(corrected.published()) == set(first.published()) | {
        path for path in released.published() if path.startswith("en/r2")
    }
    alone, problems = read_version(first.files, policy="privacy", number=1, folder="v/1")
    assert (alone, problems) == (first, ()), "as if nothing had been recorded since"


@pytest.mark.parametrize(
    ("instant", "records"),
    [
        ("2023-01-01T00:00:00+00:00", 1),
        ("2024-01-11T08:59:59+00:00", 1),
        ("2024-01-11T09:00:00+00:00", 2),
        ("2024-01-12T10:00:00+01:00", 3),
        ("2030-01-01T00:00:00+00:00", 3),
    ],
)
def test_how_it_stood_at_an_instant(versions: dict[int, Files], instant: str, records: int) -> None:
    released, _ = read_version(versions[1], policy="privacy", number=1, folder="v/1")
    assert released is not None
    assert released.as_of(datetime.fromisoformat(instant)) == released.first(records)


def test_a_state_whose_words_are_gone_is_not_made_up(versions: dict[int, Files]) -> None:
    files = {path: data for path, data in versions[1].items() if path != "en/retention.md"}
    released, problems = read_version(files, policy="privacy", number=1, folder="v/1")
    assert [one.code for one in problems] == ["D102"]
    assert released is not None
    with pytest.raises(CannotContinue, match="D104"):
        released.first(1)


def test_a_withdrawal_leaves_the_date_of_effect_as_it_is(tmp_path: Path) -> None:
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    amended(place, "withdrawal", "--effective", "2024-06-01", on="2024-03-11T09:00:00+00:00")
    released, _ = read_version(snapshot(place / V / "1"), policy="privacy", number=1, folder="v/1")
    assert released is not None
    version = released.version
    assert version.withdrawn is not None
    assert version.effective_from is not None
    assert version.effective_from.isoformat() == "2024-03-01T00:00:00+01:00"
    assert version.withdrawn.isoformat() == "2024-06-01T00:00:00+02:00"


CHANGES: list[tuple[str, Callable[[Files], object], list[str]]] = [
    ("a word", lambda f: f.update({"en/general.md": f["en/general.md"] + b"x"}), ["D101 v/en/general.md"]),
    ("the facts", lambda f: f.update({"facts.json": f["facts.json"] + b" "}), ["D101 v/facts.json"]),
    ("words gone", lambda f: f.pop("fr/general.md"), ["D102 v/fr/general.md"]),
    ("a file gone", lambda f: f.pop("published/en/r1.json"), ["D102 v/published/en/r1.json"]),
    ("a file more", lambda f: f.update({"en/new.md": b"x"}), ["D103 v/en/new.md"]),
    ("no manifest", lambda f: f.pop("manifest.json"), ["D102 v/manifest.json"]),
    ("a broken manifest", lambda f: f.update({"manifest.json": b"{"}), ["D104 v/manifest.json"]),
    (
        "an edited manifest",
        lambda f: f.update({"manifest.json": f["manifest.json"].replace(b"material", b"clarification")}),
        ["D107 v/amendments/0001/amendment.json"],
    ),
    (
        "an edited amendment",
        lambda f: f.update(
            {"amendments/0001/amendment.json": f["amendments/0001/amendment.json"].replace(b"because", b"why not")}
        ),
        ["D107 v/amendments/0002/amendment.json"],
    ),
]


@pytest.mark.parametrize(("alter", "expected"), [each[1:] for each in CHANGES], ids=[each[0] for each in CHANGES])
def test_whatever_is_not_as_it_was_is_found(
    versions: dict[int, Files], alter: Callable[[Files], object], expected: list[str]
) -> None:
    files = dict(versions[1])
    alter(files)
    assert codes(files) == expected


def test_an_amendment_that_is_missing_before_another(versions: dict[int, Files]) -> None:
    files = {path: data for path, data in versions[1].items() if not path.startswith("amendments/0001/")}
    assert codes(files)[:2] == ["D106 v/amendments/0002/amendment.json", "D107 v/amendments/0002/amendment.json"]


def test_a_version_in_the_wrong_folder(versions: dict[int, Files]) -> None:
    assert codes(versions[1], number=2) == ["D104 v/manifest.json"]


def test_every_single_byte_counts(versions: dict[int, Files]) -> None:
    for path, data in versions[1].items():
        if path != "amendments/0002/amendment.json":  # the last link: only git or the published index can tell
            assert codes({**versions[1], path: data[:-1] + bytes([data[-1] ^ 1])}), path


def chained(versions: dict[int, Files], **other: Files) -> list[str]:
    read = [
        read_version(other.get(f"v{number}", files), policy="privacy", number=number, folder=f"v/{number}")[0]
        for number, files in versions.items()
    ]
    return [f"{one.code} {one.location.file}" for one in check_chain(tuple(each for each in read if each))]


def test_the_chain_of_versions(versions: dict[int, Files]) -> None:
    assert chained(versions) == []
    assert chained({2: versions[2]}) == ["D105 v/2/manifest.json"], "version 1 is gone"
    edited = {**versions[1], "manifest.json": versions[1]["manifest.json"] + b" "}
    assert "D105 v/2/manifest.json" in chained(versions, v1=edited)
    without = {path: data for path, data in versions[1].items() if not path.startswith("amendments/0002/")}
    assert chained(versions, v1=without) == ["D105 v/2/manifest.json"], "an amendment that version 2 knew of is gone"


PLAIN = st.recursive(
    st.integers() | st.text(max_size=3) | st.lists(st.integers(), max_size=2),
    lambda inner: st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=8,
)


@given(PLAIN, PLAIN)
def test_an_overlay_has_all_of_what_is_laid_over_and_loses_nothing_beside_it(base: Any, over: Any) -> None:
    merged = overlay(base, over)
    if isinstance(base, dict) and isinstance(over, dict):
        assert merged.keys() == base.keys() | over.keys()
        for key in merged:
            assert merged[key] == (
                overlay(base[key], over[key]) if key in base and key in over else {**base, **over}[key]
            )
    else:
        assert merged == over
    assert overlay(merged, over) == merged
    assert json.dumps(merged)
