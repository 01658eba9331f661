"""A correction says what it mends: its sections, its facts, a redline in every language; and the version's own date."""

from __future__ import annotations

import json
from pathlib import Path

from tests.release.living import EN, FR, GERMAN, POLICY, V, amended, data, note, run
from tests.sources import change, good, problems, project

LATER = "2024-02-01T09:00:00+00:00"
FACTS = "policy_src/facts/retention.yml"
MENDED = {f"{EN}/retention.md": good(f"{EN}/retention.md").replace("after its end", "after it ends")}


def test_a_correction_names_its_sections(released: Path) -> None:
    change(released, MENDED)
    refused = run(
        released,
        "amend",
        "privacy",
        "1",
        "correction",
        "--language",
        "en",
        "--reason",
        "a slip",
        "--yes",
        on=LATER,
        code=2,
    )
    assert "--language and --section go together" in refused.stderr
    named = ("correction", "--language", "en", "--section", "nowhere")
    assert 'has no section "nowhere"' in amended(released, *named, on=LATER, code=2).stderr


def test_the_plan_is_a_redline(released: Path) -> None:
    change(released, MENDED)
    named = ("correction", "--language", "en", "--section", "retention")
    shown = amended(released, *named, "--dry-run", on=LATER).stdout
    assert "what changes in en:" in shown
    assert "[-its end-]{+it ends+}" in shown
    plan = data(amended(released, *named, "--json", on=LATER))
    assert [one["kind"] for one in plan["changes"]["en"]["changes"]] == ["reworded"]


def test_a_fact_is_corrected_with_every_language_that_states_it(released: Path) -> None:
    """The words were wrong too: both are mended, and each language's summary follows."""
    change(
        released,
        {
            FACTS: good(FACTS).replace("10 years", "7 years"),
            **{f"{path}/retention.md": good(f"{path}/retention.md").replace("10 ", "7 ") for path in (EN, FR)},
        },
    )
    english = ("correction", "--language", "en", "--section", "retention")
    assert "F102" in amended(released, *english, on=LATER, code=1).stderr, "the fact is not named"
    fact = ("--fact", "retention.contract.keep")
    assert "F102" in amended(released, *english, *fact, on=LATER, code=1).stderr, "French still says ten"
    amended(released, *english, "--language", "fr", *fact, on=LATER)
    place = released / V / "1/amendments/0001"
    assert json.loads((place / "facts.json").read_text()) == {"retention": {"contract": {"keep": "P7Y"}}}
    record = json.loads((place / "amendment.json").read_text())
    assert record["facts"] == ["retention.contract.keep"]
    for language in ("en", "fr"):
        summary = json.loads((place / f"published/{language}/r2.json").read_text())
        assert "P7Y" in json.dumps(summary["retention"])
    assert [one for one in problems(released) if one.severity == "error"] == []


def test_a_fact_that_is_not_there_or_the_same_is_no_correction(released: Path) -> None:
    for path, said in (
        ("retention.contract.keep", "is the same"),
        ("retention.contract", "retention.contract.keep is the same"),
        ("retention.nothing.keep", "not a fact both"),
        ("retention.contact", "The nearest are: retention.contract"),
        ("retention", "not a fact both"),
    ):
        assert said in amended(released, "correction", "--fact", path, on=LATER, code=2).stderr.replace("\n", " ")


def test_the_path_of_an_entity_means_its_primary_field(released: Path) -> None:
    change(
        released,
        {
            FACTS: good(FACTS).replace("10 years", "7 years"),
            **{f"{path}/retention.md": good(f"{path}/retention.md").replace("10 ", "7 ") for path in (EN, FR)},
        },
    )
    both = ("--language", "en", "--language", "fr", "--section", "retention")
    amended(
        released, "correction", *both, "--fact", "retention.contract", "--fact", "retention.contract.keep", on=LATER
    )
    record = json.loads((released / V / "1/amendments/0001/amendment.json").read_text())
    assert record["facts"] == ["retention.contract.keep"]


def test_a_translation_states_the_date_of_its_version(released: Path) -> None:
    line = "\nEs gilt ab dem [noch festzulegenden Datum](fact:version.effective).\n"
    english = good(f"{EN}/retention.md") + "\nFrom [a date to be set](fact:version.effective).\n"
    french = good(f"{FR}/retention.md") + "\nDepuis le [jour à fixer](fact:version.effective).\n"
    change(released, {f"{EN}/retention.md": english, f"{FR}/retention.md": french, **note()})
    run(released, "sync", "privacy", "fr")
    run(released, "release", "--effective", "2024-09-01", "--yes", on=LATER)
    assert "[1er septembre 2024](" in (released / V / "2/fr/retention.md").read_text()
    german = {**GERMAN, "policy_src/privacy/de/retention.md": GERMAN["policy_src/privacy/de/retention.md"] + line}
    change(released, german)
    run(
        released, "amend", "privacy", "2", "translation", "--language", "de", "--reason", "a slip", "--yes",
        on="2024-02-02T09:00:00+00:00",
    )  # fmt: skip
    assert "[1. September 2024](" in (released / V / "2/amendments/0001/de/retention.md").read_text()


def test_a_redline_tells_no_fact_that_the_policy_does_not_speak_of(tmp_path: Path) -> None:
    """Its record keeps all facts, of cookies that its text never names too; its readers are told none of these."""
    place = project(tmp_path, {POLICY: good(POLICY).replace(", cookies: general", "")})
    run(place, "release", "--effective", "2024-03-01", "--yes")
    cookies = "policy_src/facts/cookies.yml"
    shorter = good(cookies).replace("12 months", "6 months")
    change(place, {cookies: shorter, FACTS: good(FACTS).replace("en: Contracts", "en: Agreements")})
    both = ("correction", "--fact", "cookies.language.lifetime", "--fact", "retention.contract.label")
    plan = data(amended(place, *both, "--dry-run", "--json", on=LATER))
    told = {".".join(fact["path"]) for redline in plan["changes"].values() for fact in redline["facts"]}
    assert told == {"retention.contract.label"}
    alone = amended(place, "correction", "--fact", "cookies.language.lifetime", on=LATER, code=1).stderr
    assert "V415" in alone, "no page and no JSON of this policy would be another"
