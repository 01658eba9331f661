"""New records, with every digest right, that say something else than the source they stand in, or nothing at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from git import Repo
from inforce.problems import Severity

from tests.release.forging import forge_amendment, forge_manifest, sha256
from tests.release.living import EN, POLICY, V, amended, note, run
from tests.sources import change, good, problems, project

Record = dict[str, Any]
TERMS = {"title": "Datenschutz", "status": "courtesy", "reviewed": False}


def told(place: Path) -> list[str]:
    """What is said of records that no command would have written."""
    return [one.message for one in problems(place) if one.code == "D110" and one.severity is Severity.ERROR]


@pytest.fixture
def proposed(tmp_path: Path) -> Path:
    """Version 1 in the base branch; version 2 is new, and the working text goes on after it."""
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    with Repo.init(place, initial_branch="main") as repository:
        repository.git.add(A=True)
        repository.git.commit(m="Release")
    words = good(f"{EN}/retention.md").replace("after its end", "after it ends")
    change(place, {**note(), f"{EN}/retention.md": words})
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", "2024-05-01", "--yes", on="2024-01-20T09:00:00+00:00")
    change(place, {f"{EN}/retention.md": words.replace("after it ends", "once it has ended")})
    return place


def test_a_release_and_further_work_on_the_text_are_sound(proposed: Path) -> None:
    assert [one for one in problems(proposed) if one.severity is Severity.ERROR] == []


def swapped(record: Record) -> None:
    record["authoritative_language"] = "fr"
    record["languages"]["en"]["status"], record["languages"]["fr"]["status"] = "courtesy", "authoritative"


def of_french(**entries: Any) -> Callable[[Record], None]:
    return lambda record: record["languages"]["fr"].update(entries)


def noted(**entries: Any) -> Callable[[Record], None]:
    return lambda record: record["changes"][0].update(entries)


MANIFESTS: dict[str, tuple[Callable[[Record], None], str]] = {
    "another language prevails": (swapped, '"fr" prevails in it, and "en" in policy.yml'),
    "another title": (of_french(title="Privacy of Evil Corp"), 'its title in "fr" is "Privacy of Evil Corp"'),
    "another weight": (of_french(status="official"), 'its status in "fr" is "official"'),
    "a review that was none": (of_french(reviewed=True), 'its reviewed in "fr" is "true"'),
    "another order": (lambda record: record["sections"].reverse(), "another order"),
    "other numbers": (lambda record: record.update(numbering=["X"]), "numbers its sections otherwise"),
    "other labels": (lambda record: record.update(lists=["(a)"]), "labels the items of its lists otherwise"),
    "long numbers": (lambda record: record.update(numbering=["1" * 21]), "no form that can be shown"),
    "a note that corrects": (noted(kind="correction"), "is a correction"),
    "a note of white space": (noted(text={"en": "  "}), "none that a file could hold"),
    "a note in two paragraphs that are one": (noted(text={"en": "So\nit is."}), "none that a file could hold"),
    "a note in no language of the policy": (noted(text={"en": "So.", "de": "So."}), "none that a file could hold"),
    "a note without a word": (noted(text={"en": "…", "fr": "Plus clair."}), "none that a file could hold"),
    "notes in another order": (
        lambda record: record["changes"].insert(0, {**record["changes"][0], "slug": "z"}),
        "not stand in the order of their files",
    ),
    "no word for what is open": (
        lambda record: record.update(accepted=[{"code": "F106", "place": "a.b", "message": "x", "because": "— …"}]),
        'gives "— …" as a reason',
    ),
    "no word for where it was announced": (
        lambda record: record.update(announced="2024-01-02T09:00:00+01:00", announced_because="."),
        'gives "." as a reason',
    ),
    "markup for where it was announced": (
        lambda record: record.update(announced="2024-01-02T09:00:00+01:00", announced_because="On <b>our site</b>"),
        "as a reason",
    ),
    "two notes of one name": (lambda record: record["changes"].append(record["changes"][0]), "the same name"),
}


@pytest.mark.parametrize(("forged", "said"), MANIFESTS.values(), ids=MANIFESTS)
def test_a_manifest_says_what_its_source_says(proposed: Path, forged: Callable[[Record], None], said: str) -> None:
    forge_manifest(proposed, 2, forged)
    assert any(said in message for message in told(proposed)), told(proposed)


def test_policy_yml_put_back_mends_it_too(proposed: Path) -> None:
    change(proposed, {POLICY: good(POLICY).replace("  en: ", "  en: Our ", 1)})
    assert any("put policy.yml back" in message for message in told(proposed))
    change(proposed, {POLICY: good(POLICY)})
    assert told(proposed) == []


def test_a_translation_is_into_a_language_of_the_policy(proposed: Path) -> None:
    words = {f"de/{name}.md": good(f"policy_src/privacy/fr/{name}.md").encode() for name in ("general", "retention")}
    forge_amendment(proposed, 1, {"type": "translation", "languages": {"de": TERMS}}, words)
    assert any('policy.yml has no language "de"' in message for message in told(proposed))


def test_a_release_knows_of_every_amendment_in_the_base_branch(tmp_path: Path) -> None:
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    change(place, {f"{EN}/retention.md": good(f"{EN}/retention.md").replace("after its end", "after it ends")})
    amended(place, "correction", "--language", "en", "--section", "retention", on="2024-01-10T09:00:00+00:00")
    with Repo.init(place, initial_branch="main") as repository:
        repository.git.add(A=True)
        repository.git.commit(m="Correct")
    change(place, {**note(), f"{EN}/general.md": good(f"{EN}/general.md") + "\nMore.\n"})
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", "2024-05-01", "--yes", on="2024-01-20T09:00:00+00:00")
    assert told(place) == []
    digest = sha256((place / V / "1/manifest.json").read_bytes())
    forge_manifest(place, 2, lambda record: record.update(heads={"1": digest}))
    assert any("without amendment 0001 of version 1" in message for message in told(place))


AMENDMENTS: dict[str, tuple[Record, dict[str, bytes], str]] = {
    "no reason in words": (
        {"reason": "because"},
        {"en/general.md": good(f"{EN}/general.md").encode() + b"\nMore.\n"},
        'gives "because" as a reason',
    ),
    "the same words": ({}, {"en/general.md": good(f"{EN}/general.md").encode()}, "as they were"),
    "other white space": ({}, {"en/general.md": good(f"{EN}/general.md").encode() + b"\n\n"}, "as they were"),
    "no words": ({"digests": {"en": {}}}, {}, 'it names "en" without any words'),
    "a language that is not there": ({"digests": {"xx": {}}}, {}, 'it names "xx" without any words'),
    "another form of a value": (
        {"facts": ["retention.contract.keep"]},
        {"facts.json": b'{"retention": {"contract": {"keep": "P120M"}}}'},
        "leaves its value as it was",
    ),
    "a fact twice": (
        {"facts": ["retention.contract.keep"] * 2},
        {"facts.json": b'{"retention": {"contract": {"keep": "P9Y"}}}'},
        "names a fact twice",
    ),
}


@pytest.mark.parametrize(("record", "files", "said"), AMENDMENTS.values(), ids=AMENDMENTS)
def test_a_correction_changes_what_it_names(proposed: Path, record: Record, files: dict[str, bytes], said: str) -> None:
    forge_amendment(proposed, 2, {"type": "correction", **record}, files)
    assert any(said in message for message in told(proposed)), told(proposed)
