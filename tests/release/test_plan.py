"""Releases: what they assign, what they keep, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.release.living import EN, POLICY, V, data, note, run
from tests.sources import change, good, problems, project, snapshot, told

APRIL = "2024-04-01T09:00:00+00:00"
REFUSED = [
    ("V401", note(), ("--effective", "2024-08-01", "--announced", "2024-09-01")),
    ("V402", note(), ("--effective", "2024-03-01", "--announced", "2024-01-01")),
    ("V404", note("material"), ("--effective", "2024-04-02")),
    ("V405", {}, ("--effective", "2024-09-01")),
    (
        "V405",
        {"policy_src/privacy/changes/a.md": "# clarification\n\n## fr\n\nPlus clair.\n"},
        ("--effective", "2024-09-01", "--language", "en"),
    ),
    ("V406", note("correction"), ("--effective", "2024-09-01")),
]


@pytest.mark.parametrize(("code", "changes", "arguments"), REFUSED)
def test_a_release_that_breaks_a_rule_is_refused_and_writes_nothing(
    released: Path, code: str, changes: dict[str, str], arguments: tuple[str, ...]
) -> None:
    change(released, changes)
    before = snapshot(released)
    assert code in run(released, "release", *arguments, "--yes", on=APRIL, code=1).stderr
    assert snapshot(released) == before


def test_a_release_freezes_words_facts_and_notes_and_takes_the_notes_away(released: Path) -> None:
    change(released, note())
    run(released, "release", "--effective", "2024-09-01", "--yes", on=APRIL)
    manifest = json.loads((released / V / "2/manifest.json").read_text())
    assert (manifest["version"], manifest["kind"], manifest["consent_epoch"]) == (2, "clarification", 1)
    assert manifest["released"] == manifest["announced"] == "2024-04-01T09:00:00+00:00"
    assert manifest["effective_from"] == "2024-09-01T00:00:00+02:00"
    words = {"en": "Plainer words.", "fr": "Des mots plus simples."}
    assert manifest["changes"] == [{"slug": "plainer", "kind": "clarification", "text": words}]
    assert not (released / "policy_src/privacy/changes/plainer.md").exists()
    assert (released / V / "2/en/general.md").read_text() == good(f"{EN}/general.md")


def test_a_release_freezes_the_labels_of_lists_which_are_no_words(released: Path) -> None:
    config = "policy_src/privacy/policy.yml"
    change(released, {**note(), config: good(config) + 'lists: ["(a)", "(i)"]\n'})
    run(released, "release", "--effective", "2024-09-01", "--yes", on=APRIL)
    before, after = (json.loads((released / V / f"{n}/manifest.json").read_text()) for n in (1, 2))
    assert "lists" not in before
    assert after["lists"] == ["(a)", "(i)"]
    assert after["digests"] == before["digests"]
    assert run(released, "check").exit_code == 0


def test_consent_is_asked_again_only_when_a_release_says_so(released: Path) -> None:
    change(released, note("material"))
    run(released, "release", "--effective", "2024-09-01", "--ask-consent-again", "--yes", on=APRIL)
    change(released, note())
    run(released, "release", "--effective", "2024-10-01", "--yes", on=APRIL)
    epochs = [json.loads((released / V / f"{n}/manifest.json").read_text())["consent_epoch"] for n in (1, 2, 3)]
    assert epochs == [1, 2, 2]


def test_the_heaviest_note_decides_the_kind(released: Path) -> None:
    change(
        released,
        {
            **note("material"),
            "policy_src/privacy/changes/other.md": "# clarification\n\n## en\n\nOther.\n\n## fr\n\nAutre.\n",
        },
    )
    plan = data(run(released, "release", "--effective", "2024-09-01", "--json", "--dry-run", on=APRIL))
    assert plan["details"]["kind"] == "material"


def test_one_language_may_be_released_without_the_others(tmp_path: Path) -> None:
    place = project(tmp_path, {"policy_src/privacy/fr/retention.md": None})
    run(place, "release", "--effective", "2024-09-01", "--yes", code=1)
    run(place, "release", "--effective", "2024-09-01", "--language", "en", "--yes")
    assert sorted(json.loads((place / V / "1/manifest.json").read_text())["languages"]) == ["en"]
    run(place, "release", "--effective", "2024-10-01", "--language", "fr", "--yes", code=2)


def test_an_unknown_fact_refuses_a_release_but_not_the_record_of_what_was_published(tmp_path: Path) -> None:
    path = "policy_src/facts/organisation.yml"
    unknown = good(path).replace(
        "privacy@northwind.example", "privacy@northwind.example\n  phone:\n    unknown: Nobody knows."
    )
    place = project(tmp_path, {path: unknown, "was.txt": "the page as it was"})
    assert "F106" in run(place, "release", "--effective", "2024-09-01", "--yes", code=1).stderr
    published = ("--as-published", "It was public.", "--published-source", str(place / "was.txt"))
    run(place, "release", "--effective", "2020-11-10", *published, "--yes")
    manifest = json.loads((place / V / "1/manifest.json").read_text())
    assert manifest["as_published"]["reason"] == "It was public."
    assert manifest["as_published"]["source"].startswith("sha256:")
    assert "announced" not in manifest, "the text does not say when"


def test_a_record_with_another_wording_digest_is_told(released: Path) -> None:
    """The digest of the words is proven by reading the words, not only by the bytes."""
    path = released / V / "1/manifest.json"
    manifest = json.loads(path.read_text())
    manifest["digests"]["en"]["general"]["wording"] = "w1:" + "0" * 64
    path.write_text(json.dumps(manifest))
    assert f"D108 {V}/1/en/general.md" in told(problems(released))


def test_a_record_in_the_folder_of_another_version_is_told(released: Path) -> None:
    (released / V / "1").rename(released / V / "2")
    assert f"D104 {V}/2/manifest.json" in told(problems(released))


def test_the_policy_keeps_its_own_notice(released: Path) -> None:
    change(released, {**note("material"), POLICY: good(POLICY) + "notice: {material: 90}\n"})
    refused = run(released, "release", "--effective", "2024-06-01", "--yes", on=APRIL, code=1)
    assert "write --effective 2024-07-01" in refused.stderr
