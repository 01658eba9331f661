"""What pages of the handbook can name, as of an instant."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from inforce.cli.opening import open_here
from inforce.project.nameable import nameable
from inforce.rules.page_links import Nameable
from inforce.timeline import Status

from tests.release.living import EN, amended, run
from tests.sources import Changes, change, good, project

PAGE = "docs/handbook/index.md"
BEFORE, AFTER = datetime(2024, 2, 1, tzinfo=UTC), datetime(2024, 4, 1, tzinfo=UTC)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = project(tmp_path, {PAGE: "# A\n\n[10 years](fact:retention.contract)\n"})
    run(place, "release", "--effective", "2024-03-01", "--yes")
    return place


def named(place: Path, at: datetime = AFTER) -> Nameable:
    found = nameable(open_here(place), as_of=at)
    assert found is not None
    return found


def test_the_working_facts_come_first_and_then_each_version_as_it_stands(place: Path) -> None:
    for at, status in ((BEFORE, Status.ANNOUNCED), (AFTER, Status.IN_FORCE)):
        working, first = named(place, at).stands
        assert (working.name, working.status) == ("", Status.DRAFT)
        assert (first.name, first.status, str(first.effective)) == ("version 1", status, "2024-03-01")


def test_the_ids_of_a_policy_are_those_of_what_is_in_force_and_of_the_working_text(place: Path) -> None:
    change(place, {f"{EN}/general.md": good(f"{EN}/general.md").replace("id:access", "id:reach")})
    (before,), (after,) = named(place, BEFORE).policies, named(place, AFTER).policies
    assert before.in_force("en") == {}
    assert after.in_force("fr") == {"general": "1.", "access": "1.1", "retention": "2."}
    assert "reach" in after.working()
    assert "access" in after.released()


def test_an_item_is_named_by_its_full_number(tmp_path: Path) -> None:
    texts = {
        f"policy_src/privacy/{language}/general.md": good(f"policy_src/privacy/{language}/general.md")
        + "\n1. a\n2. [b](id:b)\n"
        for language in ("en", "fr")
    }
    config = "policy_src/privacy/policy.yml"
    place = project(tmp_path, {**texts, config: good(config) + "lists: ['(a)']\n", PAGE: "# A\n\n[see](section:b)\n"})
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", "2024-03-01", "--yes")
    (policy,) = named(place).policies
    assert policy.in_force("fr")["b"] == policy.in_force("en")["b"] == "1.1(b)"
    assert "b" in policy.working()


def test_a_correction_is_what_a_version_says(place: Path) -> None:
    facts = "policy_src/facts/retention.yml"
    change(place, {facts: good(facts).replace("10 years", "7 years")})
    for language, old, new in (("en", "10 years", "7 years"), ("fr", "10 ans", "7 ans")):
        path = f"policy_src/privacy/{language}/retention.md"
        change(place, {path: good(path).replace(old, new)})
    run(place, "sync", "privacy", "fr")
    corrected = ("--language", "en", "--language", "fr", "--section", "retention", "--fact", "retention.contract.keep")
    amended(place, "correction", *corrected, on="2024-03-15T00:00:00+00:00")
    (_, first) = named(place).stands
    assert first.facts.retention.root["contract"].keep is not None
    assert str(first.facts.retention.root["contract"].keep.value) == str(
        named(place).stands[0].facts.retention.root["contract"].keep.value  # type: ignore[union-attr]
    )


def test_a_version_that_is_announced_later_is_known_and_shows_nothing_yet(place: Path) -> None:
    found = named(place, datetime(2023, 1, 1, tzinfo=UTC))
    assert [(stand.name, stand.status) for stand in found.stands[1:]] == [("version 1", Status.ANNOUNCED)]
    assert found.policies[0].in_force("en") == {}
    assert "access" in found.policies[0].released()


def test_nothing_is_made_for_a_handbook_that_names_nothing(tmp_path: Path) -> None:
    assert nameable(open_here(project(tmp_path)), as_of=AFTER) is None


DIGESTS: dict[str, tuple[Changes, bool]] = {
    "nothing": ({}, False),
    "a word of a section": ({f"{EN}/general.md": good(f"{EN}/general.md").replace("helps", "aids")}, False),
    "an id": ({f"{EN}/general.md": good(f"{EN}/general.md").replace("id:access", "id:reach")}, True),
    "a fact": ({"policy_src/facts/retention.yml": good("policy_src/facts/retention.yml") + "\n"}, True),
}


@pytest.mark.parametrize(("changes", "other"), DIGESTS.values(), ids=DIGESTS)
def test_its_digest_changes_with_what_it_is_made_from(place: Path, changes: Changes, other: bool) -> None:
    before = named(place).digest
    change(place, changes)
    assert (named(place).digest != before) is other


def test_its_digest_changes_as_a_version_comes_into_force(place: Path) -> None:
    assert named(place, BEFORE).digest != named(place, AFTER).digest


def test_nothing_is_told_of_a_source_that_cannot_be_read(place: Path) -> None:
    change(place, {f"{EN}/general.md": good(f"{EN}/general.md") + "\n#### Too deep\n"})
    assert named(place) == Nameable()
