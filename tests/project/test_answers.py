"""Answers about versions: in force on a day, exact or not, settled or not; how the working text stands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from inforce.cli.opening import open_here
from inforce.project.answers import day_after, in_force_on, standing, unknowns
from inforce.project.open import OpenProject

from tests.release.living import EN, FR, GERMAN, amended, note, run
from tests.sources import change, good, project

ROOT = Path(__file__).resolve().parents[2]
ZONE = ZoneInfo("Europe/Brussels")
NOW = datetime(2024, 6, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> OpenProject:
    """Version 1 from 1 March 2024, version 2 from 1 September 2024."""
    place = project(tmp_path_factory.mktemp("answers"))
    run(place, "release", "--effective", "2024-03-01", "--yes")
    change(
        place, {f"{EN}/retention.md": good(f"{EN}/retention.md").replace("after its end", "after it ends"), **note()}
    )
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", "2024-09-01", "--yes", on="2024-04-01T09:00:00+00:00")
    change(
        place, {f"{EN}/general.md": good(f"{EN}/general.md").replace("helps us", "helps"), f"{FR}/retention.md": None}
    )
    return open_here(place)


def asked(opened: OpenProject, day: str) -> tuple[int | None, int | None, bool, bool]:
    start = datetime.fromisoformat(day).replace(tzinfo=ZONE)
    answer = in_force_on(opened.project.policies[0], start, day_after(start), now=NOW)
    current, announced = answer["in_force"], answer["announced"]
    return (
        current["version"] if current else None,
        announced["version"] if announced else None,
        answer["exact"],
        answer["settled"],
    )


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2023-12-31", (None, None, True, True)),
        ("2024-01-15", (None, 1, True, True)),
        ("2024-02-29", (None, 1, True, True)),
        ("2024-03-01", (1, None, True, True)),
        ("2024-05-31", (1, 2, True, True)),
        ("2024-06-01", (1, 2, True, False)),
        ("2024-08-31", (1, 2, True, False)),
        ("2024-09-01", (2, None, True, False)),
        ("2024-09-02", (2, None, True, False)),
    ],
)
def test_what_is_in_force_on_a_day(
    opened: OpenProject, day: str, expected: tuple[int | None, int | None, bool, bool]
) -> None:
    assert asked(opened, day) == expected


def test_an_instant_is_always_exact(opened: OpenProject) -> None:
    policy = opened.project.policies[0]
    midnight = datetime(2024, 8, 31, 22, tzinfo=UTC)
    for instant, number in ((midnight - timedelta(seconds=1), 1), (midnight, 2)):
        answer = in_force_on(policy, instant, instant, now=NOW)
        assert answer["in_force"] is not None
        assert (answer["exact"], answer["in_force"]["version"]) == (True, number)
        assert answer["changes_at"] is None


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> OpenProject:
    """One version, from 1 April 2024 after it was postponed in January: translated, then corrected in summer."""
    place = project(tmp_path_factory.mktemp("corrected"))
    run(place, "release", "--effective", "2024-03-01", "--yes")
    amended(place, "postponement", "--effective", "2024-04-01", on="2024-01-12T09:00:00+00:00")
    change(place, GERMAN)
    amended(place, "translation", "--language", "de", on="2024-06-10T09:00:00+00:00")
    change(place, {f"{EN}/retention.md": good(f"{EN}/retention.md").replace("after its end", "after it ends")})
    amended(place, "correction", "--language", "en", "--section", "retention", on="2024-06-20T09:00:00+00:00")
    amended(place, "withdrawal", "--effective", "2024-09-01", on="2024-07-01T09:00:00+00:00")
    return open_here(place)


@pytest.mark.parametrize(
    ("day", "revisions", "changes_at"),
    [
        ("2024-04-01", {"en": 2, "fr": 2}, None),
        ("2024-06-09", {"en": 2, "fr": 2}, None),
        ("2024-06-10", {"en": 2, "fr": 2}, "2024-06-10T09:00:00+00:00"),
        ("2024-06-11", {"en": 2, "fr": 2, "de": 1}, None),
        ("2024-06-20", {"en": 2, "fr": 2, "de": 1}, "2024-06-20T09:00:00+00:00"),
        ("2024-06-21", {"en": 3, "fr": 2, "de": 1}, None),
        ("2024-07-01", {"en": 3, "fr": 2, "de": 1}, None),  # a withdrawal makes no revision
        ("2024-08-31", {"en": 3, "fr": 2, "de": 1}, None),
    ],
)
def test_which_revisions_held_on_a_day(
    corrected: OpenProject, day: str, revisions: dict[str, int], changes_at: str | None
) -> None:
    start = datetime.fromisoformat(day).replace(tzinfo=ZONE)
    answer = in_force_on(corrected.project.policies[0], start, day_after(start), now=NOW)
    assert answer["in_force"] is not None
    assert answer["in_force"]["revisions"] == revisions
    assert (answer["exact"], answer["changes_at"]) == (changes_at is None, changes_at)


def test_which_revision_held_at_an_instant(corrected: OpenProject) -> None:
    policy = corrected.project.policies[0]
    at = datetime(2024, 6, 20, 9, tzinfo=UTC)
    for instant, revision in ((at - timedelta(seconds=1), 2), (at, 3)):
        answer = in_force_on(policy, instant, instant, now=NOW)
        assert answer["in_force"] is not None
        assert (answer["exact"], answer["in_force"]["revisions"]["en"]) == (True, revision)


@pytest.mark.parametrize(
    ("instant", "effective", "revisions"),
    [
        ("2024-01-12T08:59:59+00:00", "2024-03-01T00:00:00+01:00", {"en": 1, "fr": 1}),
        ("2024-01-12T09:00:00+00:00", "2024-04-01T00:00:00+02:00", {"en": 2, "fr": 2}),
    ],
)
def test_what_is_announced_is_told_as_it_was_known_then(
    corrected: OpenProject, instant: str, effective: str, revisions: dict[str, int]
) -> None:
    at = datetime.fromisoformat(instant)
    announced = in_force_on(corrected.project.policies[0], at, at, now=NOW)["announced"]
    assert announced is not None
    assert (announced["effective_from"], announced["revisions"]) == (effective, revisions)


def test_a_version_withdrawn_before_it_takes_effect_is_announced_no_more(tmp_path: Path) -> None:
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    amended(place, "withdrawal", "--effective", "2024-02-01", on="2024-01-12T09:00:00+00:00")
    policy = open_here(place).project.policies[0]
    for day, known in ((11, True), (13, False)):
        at = datetime(2024, 1, day, tzinfo=UTC)
        assert (in_force_on(policy, at, at, now=NOW)["announced"] is not None) == known


def test_before_it_was_recorded_a_version_that_was_public_stood_in_its_first_revision() -> None:
    """Qualifio's own: public since 2020, recorded in 2026."""
    policy = open_here(ROOT).project.policies[0]
    at = datetime(2021, 5, 1, tzinfo=UTC)
    answer = in_force_on(policy, at, at, now=NOW)
    assert answer["in_force"] is not None
    assert answer["in_force"]["version"] == 1
    assert answer["in_force"]["revisions"]["en"] == 1


@pytest.mark.parametrize(("day", "hours"), [("2024-03-31", 23), ("2024-06-01", 24), ("2024-10-27", 25)])
def test_a_day_is_as_long_as_its_zone_makes_it(day: str, hours: int) -> None:
    start = datetime.fromisoformat(day).replace(tzinfo=ZONE)
    assert day_after(start).astimezone(UTC) - start.astimezone(UTC) == timedelta(hours=hours)
    assert day_after(datetime(9999, 12, 31, tzinfo=UTC)).year == 9999


def test_how_a_policy_stands(opened: OpenProject) -> None:
    found = standing(opened.project.policies[0], opened.problems, now=NOW)
    assert [(each["version"], each["status"]) for each in found["versions"]] == [(1, "in_force"), (2, "announced")]
    assert found["working_text"]["en"] == {"changed": ["general"], "added": [], "removed": []}
    assert found["working_text"]["fr"] == {"changed": [], "added": [], "removed": ["retention"]}
    assert found["untranslated"] == {"fr": ["retention"]}
    assert found["out_of_date"] == {"fr": ["general"]}
    assert found["versions"][0]["languages"]["fr"] == {"status": "courtesy", "reviewed": None, "revision": 1}


def test_a_language_that_lacks_all_lacks_each_section(tmp_path: Path) -> None:
    place = project(tmp_path, {"policy_src/privacy/fr": None})
    opened = open_here(place)
    assert [one.location.file for one in opened.problems] == ["policy_src/privacy/fr"], "told once"
    found = standing(opened.project.policies[0], opened.problems, now=NOW)
    assert found["untranslated"] == {"fr": ["general", "retention"]}


def test_unknown_facts_with_their_reason(tmp_path: Path) -> None:
    organisation = "policy_src/facts/organisation.yml"
    place = project(tmp_path, {organisation: good(organisation) + "  phone:\n    unknown: {en: Nobody knows.}\n"})
    assert unknowns(open_here(place).project) == [{"path": "organisation.controller.phone", "reason": "Nobody knows."}]
