"""`inforce status` and `inforce at`, as sentences and as data."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.release.living import V, amended, data, note, run
from tests.sources import change, good, project

EN = "policy_src/privacy/en/retention.md"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Version 1 in force from 1 March 2024, version 2 announced; the working text is edited."""
    place = project(tmp_path_factory.mktemp("status"))
    run(place, "release", "--effective", "2024-03-01", "--yes")
    change(place, {EN: good(EN).replace("after its end", "after it ends"), **note()})
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", "2024-09-01", "--yes", on="2024-04-01T09:00:00+00:00")
    change(place, {EN: good(EN), **note("material")})
    return place


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2023-05-01", "privacy: on 2023-05-01, no version is in force."),
        (
            "2024-01-15",
            "privacy: on 2024-01-15, no version is in force. Version 1 is announced; it takes effect on 2024-03-01.",
        ),
        ("2024-03-01", "privacy: on 2024-03-01, version 1 is in force (since 2024-03-01)."),
        (
            "2024-08-31",
            "privacy: on 2024-08-31, version 1 is in force (since 2024-03-01). "
            "Version 2 is announced; it takes effect on 2024-09-01. "
            "This is what is known today; a later release can change it.",
        ),
    ],
)
def test_at_says_in_a_sentence_what_is_in_force_and_what_may_change_it(place: Path, day: str, said: str) -> None:
    assert run(place, "at", day, on="2024-06-01T00:00:00+00:00").stdout == said + "\n"


def test_at_says_which_revisions_held_and_that_a_version_came_back(tmp_path: Path) -> None:
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    change(place, {EN: good(EN).replace("after its end", "after it ends")})
    amended(place, "correction", "--language", "en", "--section", "retention", on="2024-03-10T09:00:00+00:00")
    change(place, {EN: good(EN).replace("after its end", "once it ends"), **note()})
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", "2024-05-01", "--yes", on="2024-04-01T09:00:00+00:00")
    gone = ("amend", "privacy", "2", "withdrawal", "--effective", "2024-06-01", "--reason", "because of it", "--yes")
    run(place, *gone, on="2024-05-02T09:00:00+00:00")
    for day, said in (
        ("2024-03-10", "version 1 is in force (since 2024-03-01). That changes at 2024-03-10T09:00:00+00:00."),
        ("2024-03-11", "version 1 is in force (since 2024-03-01), in revision 2 (en)."),
        ("2024-05-02", "version 2 is in force (since 2024-05-01)."),
        ("2024-07-01", "version 1 is in force (again since 2024-06-01), in revision 2 (en)."),
    ):
        assert run(place, "at", day, on="2025-01-01T00:00:00+00:00").stdout == f"privacy: on {day}, {said}\n"
    found = data(run(place, "at", "2024-07-01", "--json", on="2025-01-01T00:00:00+00:00"))
    answer = found["policies"][0]["in_force"]
    assert (answer["version"], answer["revisions"]) == (1, {"en": 2, "fr": 1})
    assert (answer["since"], answer["effective_from"]) == ("2024-06-01T00:00:00+02:00", "2024-03-01T00:00:00+01:00")


def test_at_as_data(place: Path) -> None:
    found = data(run(place, "at", "2024-09-02", "--json", on="2025-01-01T00:00:00+00:00"))
    (answer,) = found["policies"]
    assert found["at"] == "2024-09-02T00:00:00+02:00"
    assert (answer["policy"], answer["in_force"]["version"]) == ("privacy", 2)
    assert (answer["exact"], answer["settled"], answer["announced"]) == (True, True, None)


def test_status_tells_versions_languages_and_what_waits(place: Path) -> None:
    lines = run(place, "status", on="2024-06-01T00:00:00+00:00").stdout.splitlines()
    assert lines[0] == "privacy"
    assert "  version 1: in force" in lines
    assert "  version 2: announced" in lines
    assert "    en (authoritative, r1), fr (courtesy, r1)" in lines, "whether anyone reviewed them isn't said"
    assert "  working text in en: changed retention" in lines
    assert "  working text in fr: the same as the last version" in lines
    assert "    out of date: retention" in lines
    assert "  change notes waiting: plainer" in lines


def test_status_of_another_day(place: Path) -> None:
    found = data(run(place, "status", "--as-of", "2025-01-01", "--json"))
    assert [version["status"] for version in found["policies"][0]["versions"]] == ["superseded", "in_force"]


def test_unknown_facts_are_listed(tmp_path: Path) -> None:
    organisation = "policy_src/facts/organisation.yml"
    place = project(tmp_path, {organisation: good(organisation) + "  phone:\n    unknown: {en: Nobody knows.}\n"})
    (fact,) = data(run(place, "status", "--json"))["unknown"]
    assert fact == {"path": "organisation.controller.phone", "reason": "Nobody knows."}


def test_an_answer_from_records_that_were_changed_is_doubtful(tmp_path: Path) -> None:
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    amended(place, "postponement", "--effective", "2024-06-01", on="2024-01-11T09:00:00+00:00")
    assert "version 1 is in force" not in run(place, "at", "2024-04-01").stdout
    change(place, {f"{V}/1/en/general.md": "# Other\n\nWords.\n"})
    done = run(place, "at", "2024-07-01", code=1)
    assert "version 1 is in force" in done.stdout
    assert f"D101 {V}/1/en/general.md" in done.stderr


def test_status_says_what_is_open_and_what_stands_before_going_live(tmp_path: Path) -> None:
    organisation = "policy_src/facts/organisation.yml"
    place = project(tmp_path, {organisation: good(organisation) + "  phone:\n    unknown: {en: Nobody knows.}\n"})
    lines = run(place, "status").stdout.splitlines()
    start = lines.index("Still open (1): the next release names each")
    assert lines[start + 1].endswith("organisation.controller.phone is unknown: Nobody knows.")
    start = lines.index("Before the site goes live, in this order")
    assert lines[start + 1].startswith("  1. The address of the site. ")
    assert lines[start + 2] == "     policy_src/site.yml:4  https://legal.northwind.example/ is a placeholder"
    found = data(run(place, "status", "--json"))
    assert [problem["code"] for problem in found["open"]] == ["F106"]
    assert [step["step"] for step in found["before_going_live"]] == ["host", "facts", "cookies", "review", "release"]


def test_what_is_to_be_announced_and_what_never_applied_is_said_so(tmp_path: Path) -> None:
    place = project(tmp_path)
    run(place, "release", "--announced", "2024-02-01", "--effective", "2024-03-01", "--yes")
    before = run(place, "status", on="2024-01-31T09:00:00+00:00").stdout
    assert "version 1: not announced yet\n    to be announced on 2024-02-01T00:00:00+01:00, effective from" in before
    after = run(place, "status", on="2024-02-02T09:00:00+00:00").stdout
    assert "version 1: announced\n    announced 2024-02-01T00:00:00+01:00, effective from 2024-03-01" in after
    amended(place, "withdrawal", on="2024-02-03T09:00:00+00:00")
    gone = run(place, "status", on="2024-04-01T09:00:00+00:00").stdout
    assert "version 1: withdrawn\n    announced 2024-02-01T00:00:00+01:00, was to take effect on 2024-03-01" in gone
