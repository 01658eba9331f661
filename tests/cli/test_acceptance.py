"""What is open at a release or an amendment: named, refused, and passed with a reason that is frozen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.release.living import EN, FR, GERMAN, POLICY, V, amended, data, note, run
from tests.sources import Changes, change, good, problems, project, snapshot, told

FACTS = "policy_src/facts/organisation.yml"
UNKNOWN = {
    FACTS: good(FACTS).replace(
        "privacy@northwind.example", "privacy@northwind.example\n  phone:\n    unknown: Nobody knows."
    )
}
PHONE = "F106:organisation.controller.phone"
WRONG_FRENCH = {f"{FR}/retention.md": good(f"{FR}/retention.md").replace("10 ans", "5 ans")}
BEHIND = {f"{EN}/retention.md": good(f"{EN}/retention.md").replace("after its end", "later")}
NOTE = {"policy_src/privacy/changes/plainer.md": "# clarification\n\n## en\n\nPlainer words.\n"}
FIRST = ("release", "--effective", "2024-03-01", "--yes")
NEXT = ("release", "--effective", "2024-09-01", "--yes")
APRIL = "2024-04-01T09:00:00+00:00"


@pytest.fixture
def released(tmp_path: Path) -> Path:
    place = project(tmp_path)
    run(place, *FIRST)
    return place


def manifest(place: Path, version: int = 1) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((place / V / f"{version}/manifest.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize(
    ("changes", "accept"),
    [
        (UNKNOWN, PHONE),
        (WRONG_FRENCH, "F102:fr/retention"),
        (BEHIND, "T102:fr/retention"),
        (
            {f"{FR}/retention.md": good(f"{FR}/retention.md").replace("[10 ans](fact:retention.contract)", "dix ans")},
            "F104:fr/retention",
        ),
        ({f"{FR}/general.md": good(f"{FR}/general.md").replace("# Qui", "# 1. Qui")}, "M201:fr/general"),
    ],
)
def test_an_open_point_refuses_a_release_until_it_has_a_reason(tmp_path: Path, changes: Changes, accept: str) -> None:
    place = project(tmp_path, changes)
    before = snapshot(place)
    refused = run(place, *FIRST, code=1)
    code = accept.partition(":")[0]
    assert f"open {code} " in refused.stderr
    assert f"  --accept {accept}\n" in refused.stderr
    assert "1 point is open" in refused.stderr
    assert snapshot(place) == before
    shown = run(place, *FIRST, "--accept", accept, "--because", "Agreed with counsel.").stdout
    assert "left open, because: Agreed with counsel." in shown
    (kept,) = manifest(place)["accepted"]
    assert (f"{kept['code']}:{kept['place']}", kept["because"]) == (accept, "Agreed with counsel.")
    assert kept["message"]
    assert [one for one in told(problems(place)) if not one.startswith(code)] == []


def test_a_note_without_a_language_is_open_in_the_release_that_it_is_for(released: Path) -> None:
    change(released, NOTE)
    assert "T104" in run(released, *NEXT, on=APRIL, code=1).stderr
    assert "T104" not in run(released, *NEXT, "--language", "en", "--dry-run", on=APRIL).stderr
    run(released, *NEXT, "--accept", "T104:plainer", "--because", "No French readers.", on=APRIL)
    assert manifest(released, 2)["accepted"][0]["place"] == "changes/plainer"
    assert problems(released) == ()


def test_an_error_cannot_be_accepted(tmp_path: Path) -> None:
    place = project(tmp_path, {f"{EN}/retention.md": good(f"{EN}/retention.md").replace("10 years", "5 years")})
    accept = ("--accept", "F102:en/retention", "--because", "That is so.")
    assert "error F102" in run(place, *FIRST, *accept, code=1).stderr
    assert not (place / V).exists()


def test_an_error_in_another_policy_refuses_and_what_is_open_there_does_not(tmp_path: Path) -> None:
    site = "policy_src/site.yml"
    titled = good(POLICY).replace("Privacy Policy", "Terms of Use").replace("Politique de", "Conditions de")
    other = {path.replace("/privacy/", "/terms/"): text for path, text in (_policy() | {POLICY: titled}).items()}
    place = project(tmp_path, {site: good(site).replace("[privacy]", "[privacy, terms]"), **other})
    late = f"{EN}/general.md".replace("/privacy/", "/terms/")
    change(place, {late: good(f"{EN}/general.md") + "\nMore.\n"})
    run(place, "release", "privacy", *FIRST[1:], "--dry-run")
    change(place, {late: good(f"{EN}/general.md") + "\n[More](section:nowhere).\n"})
    assert "error L301" in run(place, "release", "privacy", *FIRST[1:], "--dry-run", code=1).stderr


def _policy() -> dict[str, str]:
    files = [f"{folder}/{name}.md" for folder in (EN, FR) for name in ("general", "retention")]
    return {path: good(path) for path in (*files, f"{FR}/sync.json", POLICY)}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--accept", PHONE), "needs a reason"),
        (("--accept-unchanged",), "needs a reason"),
        (("--because", "And so."), "follows no --accept"),
        (("--because", "And so.", "--accept", PHONE), "follows no --accept"),
        (("--accept", PHONE, "--because", "And so.", "--because", "And so."), "follows no --accept"),
        (("--accept", PHONE, "--because", " "), "one line of plain words"),
        (("--accept", PHONE, "--because", "."), "at least two words that say why"),
        (("--accept", "F106:nothing", "--because", "And so."), f"These are open:\n  {PHONE}  "),
        (("--accept", PHONE, "--accept", PHONE, "--because", "And so."), "has a reason already"),
        (("--accept-unchanged", "--because", "And so."), "--accept-unchanged: nothing"),
    ],
)
def test_a_reason_and_what_it_is_for_go_together(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    place = project(tmp_path, UNKNOWN)
    assert said in run(place, *FIRST, *arguments, code=2).stderr
    assert not (place / V).exists()


def test_one_reason_may_serve_several_and_each_may_have_its_own(tmp_path: Path) -> None:
    place = project(tmp_path, {**UNKNOWN, **BEHIND, **WRONG_FRENCH})
    late = ("--accept", "T102:fr/retention", "--accept", "F102:fr/retention", "--because", "The translator is ill.")
    run(place, *FIRST, *late, f"--accept={PHONE}", "--because=Asked again.")
    kept = {one["code"]: one["because"] for one in manifest(place)["accepted"]}
    assert kept == {"T102": "The translator is ill.", "F102": "The translator is ill.", "F106": "Asked again."}


def test_the_plan_as_data_holds_what_is_accepted_and_what_is_left(tmp_path: Path) -> None:
    place = project(tmp_path, {**UNKNOWN, **BEHIND})
    arguments = ("--accept", PHONE, "--because", "Asked again.", "--json", "--dry-run")
    plan = data(run(place, *FIRST, *arguments, code=1))
    assert [one["place"] for one in plan["accepted"]] == ["organisation.controller.phone"]
    assert plan["open"] == [{"accept": "T102:fr/retention", "unchanged": False}]
    assert [one["severity"] for one in plan["problems"]] == ["open"]


def test_status_tells_what_was_left_open(tmp_path: Path) -> None:
    place = project(tmp_path, UNKNOWN)
    run(place, *FIRST, "--accept", PHONE, "--because", "Asked again.")
    assert (
        "left open, because: Asked again.\n      F106 organisation.controller.phone is unknown"
        in run(place, "status").stdout
    )
    (version,) = data(run(place, "status", "--json"))["policies"][0]["versions"]
    assert version["accepted"] == manifest(place)["accepted"]


def test_what_was_open_before_and_has_not_changed_passes_with_one_reason(tmp_path: Path) -> None:
    """A corrected office need not wait for an authority's e-mail address."""
    place = project(tmp_path, {**UNKNOWN, **BEHIND})
    run(place, *FIRST, "--accept", PHONE, "--accept", "T102:retention", "--because", "Asked again.")
    change(place, {**note(), f"{EN}/general.md": good(f"{EN}/general.md").replace("Our [partner]", "The [partner]")})
    run(place, "sync", "privacy", "fr", "general", on=APRIL)
    refused = run(place, *NEXT, on=APRIL, code=1).stderr
    assert "All were open in the last version already, and nothing has changed" in refused
    run(place, *NEXT, "--accept-unchanged", "--because", "Still asked.", on=APRIL)
    assert {one["because"] for one in manifest(place, 2)["accepted"]} == {"Still asked."}
    assert len(manifest(place, 2)["accepted"]) == 2


@pytest.mark.parametrize("changed", [f"{EN}/retention.md", f"{FR}/retention.md"])
def test_a_translation_that_fell_further_behind_is_not_unchanged(tmp_path: Path, changed: str) -> None:
    place = project(tmp_path, BEHIND)
    run(place, *FIRST, "--accept", "T102:retention", "--because", "The translator is ill.")
    change(place, {**note(), changed: (place / changed).read_text("utf-8") + "\nMore.\n"})
    assert "--accept-unchanged" not in run(place, *NEXT, on=APRIL, code=1).stderr
    run(place, *NEXT, "--accept-unchanged", "--because", "Still so.", on=APRIL, code=2)


def test_a_note_is_another_one_each_time(released: Path) -> None:
    change(released, NOTE)
    run(released, *NEXT, "--accept", "T104:plainer", "--because", "Once more.", on=APRIL)
    change(released, NOTE)
    arguments = ("release", "--effective", "2024-10-01", "--yes", "--accept-unchanged", "--because", "Yet again.")
    assert "--accept-unchanged: nothing" in run(released, *arguments, on=APRIL, code=2).stderr


def test_as_published_gives_the_reason_for_all(tmp_path: Path) -> None:
    place = project(tmp_path, {**UNKNOWN, **WRONG_FRENCH, f"{FR}/general.md": None, "was.txt": "as it was"})
    published = ("--as-published", "It was public.", "--published-source", str(place / "was.txt"))
    record = ("release", "--effective", "2020-11-10", *published, "--yes")
    assert "leave --accept out" in run(place, *record, "--accept", PHONE, "--because", "And so.", code=2).stderr
    run(place, *record)
    kept = manifest(place)["accepted"]
    assert {(one["code"], one["place"]) for one in kept} == {
        ("F106", "organisation.controller.phone"),
        ("F102", "fr/retention"),
        ("T101", "fr/general"),
    }
    assert {one["because"] for one in kept} == {"It was public."}
    assert [one.severity.value for one in problems(place) if "/versions/" in one.location.file] == []


def test_a_language_that_lacks_a_section_is_left_out_and_not_accepted(tmp_path: Path) -> None:
    place = project(tmp_path, {f"{FR}/general.md": None})
    accept = ("--accept", "T101:fr/general", "--because", "Later on.")
    refused = run(place, *FIRST, *accept, code=1).stderr
    assert "error V414" in refused
    assert "--language en" in refused


def test_an_amendment_names_what_is_open_in_what_it_brings(released: Path) -> None:
    change(released, GERMAN)
    change(released, {"policy_src/privacy/de/retention.md": "# Wie lange\n\n[5 Jahre](fact:retention.contract).\n"})
    german = ("translation", "--language", "de")
    refused = amended(released, *german, on=APRIL, code=1)
    assert "  --accept F102:de/retention\n" in refused.stderr
    assert "--accept-unchanged" not in refused.stderr
    amended(released, *german, "--accept", "F102:de/retention", "--because", "The court's own words.", on=APRIL)
    record = json.loads((released / V / "1/amendments/0001/amendment.json").read_text("utf-8"))
    assert [(one["code"], one["place"], one["because"]) for one in record["accepted"]] == [
        ("F102", "de/retention", "The court's own words.")
    ]
    assert [one for one in told(problems(released)) if "/versions/" in one] == []


def test_an_amendment_does_not_ask_again_for_what_was_open_before(tmp_path: Path) -> None:
    place = project(tmp_path, UNKNOWN)
    run(place, *FIRST, "--accept", PHONE, "--because", "Asked again.")
    change(place, {f"{FR}/retention.md": good(f"{FR}/retention.md").replace("Nous gardons", "Nous conservons")})
    amended(place, "correction", "--language", "fr", "--section", "retention", on=APRIL)
    record = json.loads((place / V / "1/amendments/0001/amendment.json").read_text("utf-8"))
    assert record["accepted"] == []


def test_a_translation_that_lacks_a_sub_heading_can_be_merged_built_and_released(tmp_path: Path) -> None:
    """So a clause may be added to the prevailing text alone."""
    more = "\n## [Longer periods](id:longer)\n\nSee [longer periods](section:longer).\n"
    place = project(tmp_path, {f"{EN}/retention.md": good(f"{EN}/retention.md") + more})
    assert {(one.code, one.severity.value) for one in problems(place)} == {("T102", "open"), ("T103", "open")}
    run(place, "build", "--drafts")
    accept = ("--accept", "T102:fr/retention", "--accept", "T103:fr/retention", "--because", "The French follows.")
    run(place, *FIRST, *accept)
    run(place, "build", "--as-of", "2024-04-01")
    assert 'id="longer"' in (place / "site/en/privacy/v1/index.html").read_text("utf-8")
    assert 'id="longer"' not in (place / "site/fr/privacy/v1/index.html").read_text("utf-8")
