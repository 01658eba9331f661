"""Released states that are not in the base branch yet: they agree with themselves, and a record that a hand wrote can't
skip what a release asks."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from git import Repo
from inforce.problems import Severity
from inforce.project.project import read_project
from inforce.reader.records.record_json import record as written
from inforce.rules.change_notes import check_versions_named

from tests.built.building import ROOT
from tests.release.forging import forge_amendment, forge_manifest, rewrite, sha256
from tests.release.living import EN, FR, V, amended, note, run
from tests.sources import Changes, change, good, problems, project, told

FACTS = "policy_src/facts/organisation.yml"
UNKNOWN = good(FACTS).replace(
    "privacy@northwind.example", "privacy@northwind.example\n  phone:\n    unknown: Nobody knows."
)
OPEN: Changes = {
    FACTS: UNKNOWN,
    f"{FR}/retention.md": good(f"{FR}/retention.md").replace("10 ans", "5 ans"),
    f"{EN}/retention.md": good(f"{EN}/retention.md").replace("after its end", "later"),
}
ACCEPTED = [
    f"--accept={one}" for one in ("F106:organisation.controller.phone", "F102:fr/retention", "T102:fr/retention")
]
MANIFEST = f"{V}/1/manifest.json"
Record = dict[str, Any]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Version 1, released with three points open and a reason for each."""
    found = project(tmp_path, OPEN)
    run(found, "release", "--effective", "2024-03-01", "--yes", *ACCEPTED, "--because", "We agreed.")
    return found


def frozen(place: Path) -> list[str]:
    return [one for one in told(problems(place)) if "/versions/" in one]


def without(code: str) -> Callable[[Record], None]:
    return lambda record: record.update(accepted=[one for one in record["accepted"] if one["code"] != code])


def also(**point: str) -> Callable[[Record], None]:
    return lambda record: record["accepted"].append({"message": "So.", "because": "And so.", **point})


def test_what_a_release_writes_is_right(place: Path) -> None:
    assert frozen(place) == []


@pytest.mark.parametrize(
    "forge",
    [
        without("F106"),
        without("F102"),
        without("T102"),
        lambda record: record.pop("accepted"),
        also(code="F106", place="organisation.authority.email"),
        also(code="F102", place="fr/general"),
        also(code="T102", place="nl/general"),
        also(code="L301", place="fr/general"),
        lambda record: record["accepted"][0].update(place="organisation.controller"),
    ],
    ids=[
        "no fact",
        "no words",
        "no translation",
        "none",
        "another fact",
        "another section",
        "no language",
        "an error",
        "another place",
    ],
)
def test_a_record_that_skips_or_adds_a_point_is_told(place: Path, forge: Callable[[Record], None]) -> None:
    forge_manifest(place, 1, forge)
    assert set(frozen(place)) == {f"D117 {MANIFEST}"}


def test_two_points_of_one_place_need_two_reasons(tmp_path: Path) -> None:
    text = good(f"{FR}/retention.md") + "\nEncore [10 ans](fact:retention.contract).\n"
    english = good(f"{EN}/retention.md") + "\nAgain [10 years](fact:retention.contract).\n"
    place = project(tmp_path, {f"{EN}/retention.md": english, f"{FR}/retention.md": text})
    run(place, "sync", "privacy", "fr")
    change(place, {f"{FR}/retention.md": text.replace("10 ans", "5 ans")})
    run(place, "release", "--effective", "2024-03-01", "--yes", "--accept=F102:retention", "--because", "We agreed.")
    assert frozen(place) == []
    forge_manifest(place, 1, lambda record: record["accepted"].pop())
    assert frozen(place) == [f"D117 {MANIFEST}"]


@pytest.mark.parametrize("because", ["", " ", "two\nlines"])
def test_a_reason_is_given_in_words(place: Path, because: str) -> None:
    forge_manifest(place, 1, lambda record: record["accepted"][0].update(because=because))
    assert f"D104 {MANIFEST}" in frozen(place)


def test_prevailing_words_that_contradict_the_frozen_facts_are_told_where_they_stand(place: Path) -> None:
    words = good(f"{EN}/retention.md").replace("10 years", "5 years").encode()
    folder = forge_amendment(place, 1, {"type": "correction"}, {"en/retention.md": words})
    assert f"F102 {V}/1/{folder}/en/retention.md:3" in frozen(place)


def test_a_correction_to_none_contradicts_the_words(place: Path) -> None:
    facts = written({"retention": {"contract": {"keep": "none"}}})
    record = {"type": "correction", "facts": ["retention.contract.keep"]}
    forge_amendment(place, 1, record, {"facts.json": facts})
    assert f"F102 {V}/1/en/retention.md:3" in frozen(place)


def test_frozen_ids_are_held_to_the_rules_of_the_working_text(place: Path) -> None:
    words = good(f"{EN}/retention.md") + "\n## [More](id:access)\n\nMore.\n"
    folder = forge_amendment(place, 1, {"type": "correction"}, {"en/retention.md": words.encode()})
    (found,) = [one for one in problems(place) if one.code == "S109"]
    assert found.location.file == f"{V}/1/{folder}/en/retention.md"
    assert f'"access" is used already, in {V}/1/en/general.md.' in found.message


def test_frozen_sections_with_children_have_no_ids_of_their_own(place: Path) -> None:
    children = [{"id": "general", "sections": [{"id": "retention"}]}]
    forge_manifest(place, 1, lambda record: record.update(sections=children))
    assert f"S112 {V}/1/en/general.md" in {one.rpartition(":")[0] for one in frozen(place)}


def test_replaced_words_that_cannot_be_read_are_told_once_and_truly(place: Path) -> None:
    """Not as a summary that differs, nor as links that lead nowhere."""
    words = good(f"{EN}/general.md")
    folder = forge_amendment(place, 1, {"type": "correction"}, {"en/general.md": words.encode()})
    later = {"type": "correction", "recorded": "2024-02-01T00:00:01+00:00"}
    forge_amendment(place, 1, later, {"en/general.md": words.encode()})
    path = f"{V}/1/{folder}/en/general.md"
    bad = words.encode() + b"\n<script>x</script>\n"
    (place / path).write_bytes(bad)
    record = place / V / "1" / folder / "amendment.json"
    amendment = json.loads(record.read_text())
    amendment["digests"]["en"]["general"]["bytes"] = sha256(bad)
    record.write_text(json.dumps(amendment))
    forge_manifest(place, 1, lambda _: None)
    assert frozen(place) == [f"X301 {path}:10"]


def test_words_of_a_translation_need_their_reason_in_the_amendment_that_brings_them(place: Path) -> None:
    words = good(f"{FR}/retention.md").replace("10 ans", "6 ans").encode()
    folder = forge_amendment(place, 1, {"type": "correction"}, {"fr/retention.md": words})
    assert f"D117 {V}/1/{folder}/amendment.json" in frozen(place)


def test_what_is_in_the_base_branch_is_left_alone(place: Path) -> None:
    """Nobody may change it: a newer rule has nothing to say of it."""
    forge_manifest(place, 1, without("F106"))
    assert f"D117 {MANIFEST}" in frozen(place)
    with Repo.init(place, initial_branch="main") as repository:
        repository.git.add(A=True)
        repository.git.commit(m="Release")
        assert frozen(place) == []


def test_later_edits_of_the_working_text_say_nothing_of_a_released_version(place: Path) -> None:
    change(place, {f"{EN}/general.md": good(f"{EN}/general.md") + "\nMore.\n", FACTS: good(FACTS)})
    assert frozen(place) == []


CORRECTED = good(f"{EN}/retention.md").replace("after its end", "after it ends")


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Version 1 with a correction of its English words, and version 2, which keeps it."""
    found = project(tmp_path)
    run(found, "release", "--effective", "2024-03-01", "--yes")
    change(found, {f"{EN}/retention.md": CORRECTED})
    amended(found, "correction", "--language", "en", "--section", "retention", on="2024-01-10T09:00:00+00:00")
    change(found, {**note(), f"{EN}/general.md": good(f"{EN}/general.md") + "\nMore.\n"})
    run(found, "sync", "privacy", "fr")
    run(found, "release", "--effective", "2024-05-01", "--yes", on="2024-01-20T09:00:00+00:00")
    return found


@pytest.mark.parametrize("more", ["", "\n"], ids=["byte for byte", "with another line end"])
def test_a_release_that_undoes_a_correction_gives_a_reason(two: Path, more: str) -> None:
    assert frozen(two) == []
    rewrite(two, 2, "en/retention.md", good(f"{EN}/retention.md") + more)
    said = [one.message for one in problems(two) if one.code == "D117"]
    assert any("V407 en/retention" in message for message in said), said


def test_a_release_knows_of_the_corrections_before_it(two: Path) -> None:
    """One that names none of them need not say that it undoes them."""
    manifest = sha256((two / MANIFEST).read_bytes())
    forge_manifest(two, 2, lambda record: record.update(heads={"1": manifest}))
    rewrite(two, 2, "en/retention.md", good(f"{EN}/retention.md"))
    assert frozen(two) == [f"D110 {V}/2/manifest.json"]


@pytest.mark.parametrize("code", ["F106", "F102", "T102"])
def test_a_reason_is_for_what_is_open_and_not_for_other_words(place: Path, code: str) -> None:
    def says_less(record: Record) -> None:
        for one in record["accepted"]:
            if one["code"] == code:
                one["message"] = "x"

    forge_manifest(place, 1, says_less)
    assert frozen(place) == [f"D117 {MANIFEST}"]


@pytest.mark.parametrize(("code", "where"), [("V407", "en/retention"), ("T102", "en/retention"), ("T102", "fr/no")])
def test_a_reason_for_what_cannot_be_open_is_refused(place: Path, code: str, where: str) -> None:
    forge_manifest(place, 1, also(code=code, place=where))
    assert set(frozen(place)) == {f"D117 {MANIFEST}"}


@pytest.mark.parametrize("code", ["T102", "F102"])
def test_a_withdrawal_leaves_nothing_open(place: Path, code: str) -> None:
    point = {"code": code, "place": "fr/retention", "message": "x", "because": "And so."}
    folder = forge_amendment(place, 1, {"type": "withdrawal", "accepted": [point]}, {})
    assert f"D117 {V}/1/{folder}/amendment.json" in frozen(place)


def test_the_shipped_example_is_right_without_git(tmp_path: Path) -> None:
    """Its records are older than some rules: who unpacks an archive has done nothing wrong."""
    example = Path(__file__).parents[2] / "examples"
    shutil.copytree(example, tmp_path / "example")
    assert [one for one in problems(tmp_path / "example") if one.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    ("words", "told"),
    [("Then we may", ["T114"]), ("Then in time we", ["T114"]), ("Then We", []), ("Then; we", [])],
)
def test_a_change_of_words_that_no_note_names_is_told_however_small(
    tmp_path: Path, words: str, told: list[str]
) -> None:
    shutil.copytree(ROOT / "examples/policy_src", tmp_path / "policy_src")
    file = tmp_path / "policy_src/privacy/en/retention.md"
    file.write_text(file.read_text().replace("Then we", words))
    assert [one.code for one in problems(tmp_path) if one.code == "T114"] == told


def test_a_reason_names_no_version_that_there_cannot_be() -> None:
    """The reason of the withdrawal of version 3 says that version 2 applies again."""
    read, _ = read_project(ROOT / "examples")
    assert read is not None
    (terms,) = (policy for policy in read.policies if policy.id == "terms")
    for last, count in ((len(terms.released), 0), (0, 1)):
        assert len([*check_versions_named((), terms.released, last=last, folder="x")]) == count
    file = f"{terms.released[-1].folder}/amendments/0001/amendment.json"
    assert not [*check_versions_named((), terms.released, last=0, folder="x", settled=frozenset({file}))]
