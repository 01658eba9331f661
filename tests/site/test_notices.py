"""The notices of a version's page: what each says of later, and where it leads."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from inforce.publication import PublishedPolicy
from inforce.site.notices import notices
from inforce.site.version_status import standings
from inforce.timeline import Status

from tests.site import making

BRUSSELS = ZoneInfo("Europe/Brussels")


def four() -> PublishedPolicy:
    """Version 2 is in force; 3 and 4 are to come, a year apart."""
    years = ((1, 2020), (2, 2026), (3, 2027), (4, 2028))
    return making.policy(*(making.version(number, making.brussels(year, 1, 1), making.TEXTS) for number, year in years))


def told(number: int, *, moving: bool, url: str = "en/privacy/") -> list[tuple[str, str, int | None, str]]:
    """(status, way, version named, when it begins) of each notice."""
    policy = four()
    states = standings(policy.timeline, number, making.AS_OF, BRUSSELS)
    found = notices(policy, policy.version(number), states, "en", url, moving=moving)
    return [
        (each.standing.status.value, each.way, each.named, str(each.standing.start.year) if each.standing.start else "")
        for each in found
    ]


def test_the_moving_page_leads_to_what_is_in_force_then() -> None:
    assert told(2, moving=True) == [
        ("in_force", "", None, ""),
        ("superseded", "v3/", None, "2027"),
        ("superseded", "v4/", None, "2028"),
    ]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, [("superseded", "../", None, "")]),
        (2, [("in_force", "", None, ""), ("superseded", "../v3/", 3, "2027")]),
        (3, [("announced", "../", None, ""), ("in_force", "", None, "2027"), ("superseded", "../v4/", 4, "2028")]),
    ],
)
def test_a_versions_own_page_names_its_successor(number: int, expected: list[tuple[str, str, int | None, str]]) -> None:
    """It knows its own state only, so it can't call another one "in force" for good."""
    assert told(number, moving=False, url=f"en/privacy/v{number}/") == expected


def test_what_follows_is_offered_while_a_version_is_in_force() -> None:
    policy = four()
    states = standings(policy.timeline, 2, making.AS_OF, BRUSSELS)
    now, *later = notices(policy, policy.version(2), states, "en", "en/privacy/", moving=True)
    assert (now.standing.status, now.next_way) == (Status.IN_FORCE, "v3/")
    assert [each.next_way for each in later] == ["", ""]


def test_the_parts_of_a_state_leave_no_gap() -> None:
    policy = four()
    states = standings(policy.timeline, 2, making.AS_OF, BRUSSELS)
    found = [each.standing for each in notices(policy, policy.version(2), states, "en", "en/privacy/", moving=True)]
    assert [each.start for each in found[1:]] == [each.end for each in found[:-1]]
    assert (found[0].start, found[-1].end) == (None, None)
