"""A fact that a version no longer links, by the commands and in records that were written by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from inforce.problems import Problem
from inforce.reader.records.record_json import record as written

from tests.release.forging import forge_amendment, forge_manifest
from tests.release.living import EN, FR, V, amended, data, note, run
from tests.sources import change, good, problems, told

UNLINKED = {
    f"{EN}/retention.md": good(f"{EN}/retention.md").replace("[10 years](fact:retention.contract)", "7 years"),
    f"{FR}/retention.md": good(f"{FR}/retention.md").replace("[10 ans](fact:retention.contract)", "7 ans"),
}
RECIPIENTS = "policy_src/facts/recipients.yml"
NAMELESS = {RECIPIENTS: good(RECIPIENTS).replace("Partner, Inc.", "none")}
LATER = "2024-02-01T09:00:00+00:00"
RELEASE = ("release", "--effective", "2024-05-01", "--yes")


def found(place: Path, code: str) -> list[Problem]:
    return [one for one in problems(place) if one.code == code]


def told_but_unspoken(place: Path) -> list[str]:
    """All problems but F124: here the text speaks of no period any more."""
    return told(tuple(one for one in problems(place) if one.code != "F124"))


def test_a_number_that_is_unlinked_in_all_languages_is_told_and_needs_a_reason(released: Path) -> None:
    change(released, {**UNLINKED, **note("material")})
    run(released, "sync", "privacy", "fr")
    assert told_but_unspoken(released) == [f"F109 {EN}/retention.md:3"]
    refused = run(released, *RELEASE, on=LATER, code=1)
    assert "F109" in refused.stderr
    assert "--accept F109:en/retention" in refused.stderr
    run(released, *RELEASE, "--accept=F109:en/retention", "--because=Told elsewhere.", on=LATER)
    assert told_but_unspoken(released) == []
    forge_manifest(released, 2, lambda record: record.pop("accepted"))
    assert told_but_unspoken(released) == [f"D117 {V}/2/manifest.json"], "a hand left the reason out"


def test_linked_again_it_is_quiet(released: Path) -> None:
    change(released, {f"{EN}/retention.md": UNLINKED[f"{EN}/retention.md"].replace("7 years", "10 years")})
    assert found(released, "F109")
    change(released, {f"{EN}/retention.md": good(f"{EN}/retention.md")})
    assert problems(released) == ()


def test_a_correction_that_unlinks_needs_a_reason_too(released: Path) -> None:
    change(released, UNLINKED)
    run(released, "sync", "privacy", "fr")
    correct = ("correction", "--language", "en", "--language", "fr", "--section", "retention")
    assert "F109" in amended(released, *correct, on=LATER, code=1).stderr
    amended(released, *correct, "--accept=F109:en/retention", "--because=And so.", on=LATER)
    assert told_but_unspoken(released) == []


def test_a_correction_by_hand_that_unlinks_is_told(released: Path) -> None:
    words = {path.removeprefix("policy_src/privacy/"): text.encode() for path, text in UNLINKED.items()}
    folder = forge_amendment(released, 1, {"type": "correction"}, words)
    said = [one.message for one in found(released, "D117") if folder in one.location.file]
    assert any("F109 en/retention" in message for message in said), said


def test_a_name_that_becomes_none_needs_a_reason_and_shows_in_the_plan(released: Path) -> None:
    change(released, {**NAMELESS, **note("material")})
    assert told(problems(released)) == [f"F110 {RECIPIENTS}:2"]
    plan = run(released, *RELEASE, "--dry-run", on=LATER, code=1)
    assert "recipients.partner.name is none now" in plan.stderr
    reason = ("--accept=F110:recipients.partner.name", "--because=It has gone.")
    run(released, *RELEASE, *reason, on=LATER)
    assert problems(released) == ()


def test_a_name_taken_out_by_hand_is_told(released: Path) -> None:
    facts = written({"recipients": {"partner": {"name": "none"}}})
    record = {"type": "correction", "facts": ["recipients.partner.name"]}
    folder = forge_amendment(released, 1, record, {"facts.json": facts})
    said = [one.message for one in found(released, "D117") if folder in one.location.file]
    assert any("F110 recipients.partner.name" in message for message in said), said


@pytest.mark.parametrize("as_data", [False, True])
def test_the_plan_of_a_release_shows_what_changes_in_the_facts(released: Path, as_data: bool) -> None:
    cookies, retention = "policy_src/facts/cookies.yml", "policy_src/facts/retention.yml"
    change(
        released,
        {
            cookies: good(cookies).replace("12 months", "none"),
            retention: good(retention) + "logs:\n  label: {en: Logs, fr: Journaux}\n  keep: 1 month\n",
            **note("material"),
        },
    )
    plan = run(released, *RELEASE, "--dry-run", *(("--json",) if as_data else ()), on=LATER)
    if as_data:
        shown = json.dumps(data(plan)["facts"])
        assert all(part in shown for part in ("cookies", "lifetime", "none", "logs"))
    else:
        assert "cookies.language.lifetime" in plan.stdout
        assert "retention.logs" in plan.stdout
