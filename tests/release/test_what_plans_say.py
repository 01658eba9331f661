"""What plans say of what follows: after a withdrawal, until an announcement, of notes that wait; in one time zone."""

from __future__ import annotations

from pathlib import Path

from tests.release.living import EN, SITE, data, note, run
from tests.sources import change, good, project


def details(place: Path, *arguments: str, on: str) -> dict[str, str]:
    plan = data(run(place, *arguments, "--dry-run", "--json", on=on))
    found: dict[str, str] = plan["details"]
    return found


def test_a_plan_says_what_is_in_force_after_a_withdrawal(tmp_path: Path) -> None:
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    gone = ("withdrawal", "--reason", "a slip")
    none = "none: the site will say that no version of this policy is in force"
    assert details(place, "amend", "privacy", "1", *gone, on="2024-03-10T09:00:00+00:00")["then in force"] == none
    change(place, {f"{EN}/retention.md": good(f"{EN}/retention.md").replace("after its end", "at its end"), **note()})
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", "2024-09-01", "--yes", on="2024-04-01T09:00:00+00:00")
    for version, on, said in (
        ("1", "2024-05-01T09:00:00+00:00", f"{none}, until version 2 is, from 2024-09-01T00:00:00+02:00"),
        ("2", "2024-05-01T09:00:00+00:00", "version 1, from 2024-03-01T00:00:00+01:00"),
        ("2", "2024-10-01T09:00:00+00:00", "version 1, from 2024-10-01T11:00:00+02:00"),
        ("1", "2024-10-01T09:00:00+00:00", "version 2, from 2024-09-01T00:00:00+02:00"),
    ):
        assert details(place, "amend", "privacy", version, *gone, on=on)["then in force"] == said
    shown = run(place, "amend", "privacy", "2", *gone, "--dry-run", on="2024-10-01T09:00:00+00:00").stdout
    assert "  then in force   version 1, from 2024-10-01T11:00:00+02:00\n" in shown


def test_a_plan_shows_all_instants_in_the_zone_of_the_site(tmp_path: Path) -> None:
    place = project(tmp_path)
    arguments = ("--announced", "2024-02-01T00:00:00+00:00", "--effective", "2024-09-01")
    found = details(place, "release", *arguments, on="2024-01-01T09:00:00+00:00")
    assert found["released"] == "2024-01-01T10:00:00+01:00"
    assert found["announced"] == "2024-02-01T01:00:00+01:00"
    assert found["effective from"] == "2024-09-01T00:00:00+02:00"
    assert found["shown from"].startswith("2024-02-01T01:00:00+01:00: the site does not show it before")
    plain = details(place, "release", "--effective", "2024-09-01", on="2024-01-01T09:00:00+00:00")
    assert "shown from" not in plain


def test_a_correction_names_the_notes_that_no_release_will_take(tmp_path: Path) -> None:
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    words = {f"{EN}/retention.md": good(f"{EN}/retention.md").replace("after its end", "at its end")}
    change(place, {**words, **note("correction")})
    named = ("amend", "privacy", "1", "correction", "--language", "en", "--section", "retention", "--reason", "a slip")
    found = details(place, *named, on="2024-03-10T09:00:00+00:00")
    assert found["change note"].startswith("policy_src/privacy/changes/plainer.md waits")
    run(place, *named, "--yes", on="2024-03-10T09:00:00+00:00")
    assert (place / "policy_src/privacy/changes/plainer.md").exists(), "nothing is taken silently"
    refused = run(place, "release", "--effective", "2024-09-01", "--yes", on="2024-04-01T09:00:00+00:00", code=1)
    assert "If it was amended already, delete this file." in refused.stderr.replace("\n", " ")


def test_a_note_that_names_another_day_is_told_of(tmp_path: Path) -> None:
    words = (
        "# material\n\n## en\n\nThis version is in force from 1 March 2024.\n\n## fr\n\nEn vigueur le 1er mars 2024.\n"
    )
    place = project(tmp_path, {"policy_src/privacy/changes/new.md": words})
    right = run(place, "release", "--effective", "2024-03-01", "--dry-run")
    assert "T106" not in f"{right.stdout}{right.stderr}"
    other = run(place, "release", "--effective", "2024-04-01", "--dry-run")
    assert f"{other.stdout}{other.stderr}".count("T106") == 2, "once for each language"


def test_the_reason_of_a_postponement_that_names_another_day_is_told_of(tmp_path: Path) -> None:
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    later = ("amend", "privacy", "1", "postponement", "--effective", "2024-05-01", "--dry-run", "--reason")
    told = run(place, *later, "It applies from 1 March 2024 as planned.", on="2024-01-12T09:00:00+00:00", code=1)
    assert "--accept T106:reason" in f"{told.stdout}{told.stderr}"
    right = run(place, *later, "It applies from 1 May 2024, not from 1 March 2024.", on="2024-01-12T09:00:00+00:00")
    assert "T106" not in f"{right.stdout}{right.stderr}"


COOKIES, CARD, TITLES = (f"policy_src/{path}" for path in ("facts/cookies.yml", "terms/policy.yml", "terms/en/all.md"))
ADTRACK = (
    "\nads:\n  name: _ads\n  type: cookie\n  category: marketing\n  party: first\n  lifetime: 12 months\n"
    "  description: {en: Shows you advertisements, fr: Montre de la publicité}\n"
)


def test_a_plan_says_that_consent_is_not_asked_again(tmp_path: Path) -> None:
    place = project(tmp_path)
    first = ("release", "privacy", "--effective", "2024-03-01")
    assert details(place, *first, on="2024-01-01T09:00:00+00:00")["consent epoch"] == "1"
    run(place, *first, "--yes")
    change(place, note())
    then = ("release", "privacy", "--effective", "2024-09-01")
    said = details(place, *then, on="2024-04-01T09:00:00+00:00")["consent epoch"]
    assert said == "1, as before: visitors are not asked for consent again"
    change(place, {COOKIES: good(COOKIES) + ADTRACK})
    said = details(place, *then, on="2024-04-01T09:00:00+00:00")["consent epoch"]
    assert said.endswith("is new or has changed: ads. To ask them, add --ask-consent-again")
    said = details(place, *then, "--ask-consent-again", on="2024-04-01T09:00:00+00:00")["consent epoch"]
    assert said == "2: visitors are asked for consent again"


def test_a_plan_tells_the_facts_that_its_own_policy_speaks_of(tmp_path: Path) -> None:
    terms = {
        SITE: good(SITE).replace("policies: [privacy]", "policies: [privacy, terms]"),
        CARD: "title: {en: Terms}\nlanguages: {en: {status: authoritative}}\nsections:\n  - id: all\n",
        TITLES: "# Terms\n\n[Northwind SA](fact:organisation.controller) lends.\n",
    }
    place = project(tmp_path, terms)
    for policy in ("privacy", "terms"):
        run(place, "release", policy, "--effective", "2024-03-01", "--yes")
    change(place, {COOKIES: good(COOKIES) + ADTRACK, **note()})
    told = {}
    for policy in ("privacy", "terms"):
        asked = ("release", policy, "--effective", "2024-09-01", "--dry-run", "--json")
        plan = data(run(place, *asked, on="2024-04-01T09:00:00+00:00", code=None))
        told[policy] = (plan["facts"], "ads" in plan["details"]["consent epoch"])
    assert told == {"privacy": (["cookies.ads: new"], True), "terms": ([], False)}
