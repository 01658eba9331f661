"""Dates of records: what no command would have written is refused, in records that the base branch does not have."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from inforce.model.config import Notice
from inforce.project.project import understand
from inforce.rules.record_dates import check_announced_before, check_record_dates
from inforce.storage.tree import SOURCE, read_tree

from tests.release.forging import forge_amendment, forge_manifest
from tests.release.living import V, run

LATER = datetime(2024, 6, 1, tzinfo=UTC)
PUBLIC = {"reason": "It was public.", "source": "sha256:" + "0" * 64}
Forged = Callable[[dict[str, Any]], None]


def told(
    place: Path,
    *,
    settled: frozenset[str] = frozenset(),
    at: datetime | None = LATER,
    base_at: datetime | None = None,
    code: str = "D110",
) -> list[str]:
    """The messages about version 2, whose records are not settled."""
    project, _ = understand(*read_tree(place, SOURCE))
    assert project is not None
    released = project.policies[0].released
    found = check_record_dates(
        released[1],
        earlier=released[:1],
        others=released[:1],
        settled=settled,
        at=at,
        notice=Notice(),
        base_at=base_at,
        time_zone=project.site.time_zone,
    )
    return [one.message for one in found if one.code == code]


def sets(**entries: Any) -> Forged:
    def forged(record: dict[str, Any]) -> None:
        record.update(entries)
        for key in [key for key, value in entries.items() if value is None]:
            del record[key]

    return forged


MATERIAL = {"kind": "material", "changes": [{"slug": "more", "kind": "material", "text": {"en": "More."}}]}
MANIFESTS: dict[str, tuple[Forged, str]] = {
    "a release still to come": (sets(released="2024-06-02T00:00:00Z", announced="2024-06-02T00:00:00Z"), "to come"),
    "no announcement": (sets(announced=None), "does not say when"),
    "a place and no date": (
        sets(announced=None, as_published=PUBLIC, announced_because="a slip"),
        "where it was announced",
    ),
    "an announcement in the past": (sets(announced="2023-01-01T00:00:00Z"), "where readers could see it"),
    "a zone that is not the site's": (sets(time_zone="Pacific/Apia"), "that of the site is"),
    "a place and no past": (sets(announced_because="By letter."), "and was not"),
    "a release before the version before it": (sets(released="2023-12-31T00:00:00Z"), "before the last record"),
    "in force before it is released": (
        sets(effective_from="2024-01-18T00:00:00Z", announced="2024-01-17T00:00:00Z", announced_because="a slip"),
        "before it is released",
    ),
    "an announcement before the version before it was announced": (
        sets(announced="2023-12-01T00:00:00Z", announced_because="By letter."),
        "before the version that it follows could be read",
    ),
    "a material change without notice": (sets(**MATERIAL, effective_from="2024-02-19T00:00:00Z"), "30 days' notice"),
    "an hour that nobody chose": (sets(effective_from="2024-05-01T13:37:00+02:00"), "no beginning of a day"),
    "the beginning of a day elsewhere": (sets(effective_from="2024-05-01T00:00:00Z"), "no beginning of a day"),
    "a second before a day begins": (sets(effective_from="2024-04-30T23:59:59+02:00"), "no beginning of a day"),
    "public already, and in force later": (sets(as_published=PUBLIC), "takes effect only on"),
    "public already, and announced later": (
        sets(as_published=PUBLIC, announced="2024-02-01T00:00:00Z"),
        "announced only on",
    ),
}


@pytest.mark.parametrize(("forged", "said"), MANIFESTS.values(), ids=MANIFESTS)
def test_a_manifest_with_bent_dates(two_versions: Path, forged: Forged, said: str) -> None:
    assert told(two_versions) == []
    forge_manifest(two_versions, 2, forged)
    assert any(said in message for message in told(two_versions)), told(two_versions)
    assert told(two_versions, settled=frozenset({f"{V}/2/manifest.json"})) == [], "newer rules are silent there"


def first(place: Path) -> list[str]:
    """The messages about version 1, before which there is none."""
    project, _ = understand(*read_tree(place, SOURCE))
    assert project is not None
    released = project.policies[0].released[0]
    found = check_record_dates(
        released, earlier=(), others=(), settled=frozenset(), at=LATER, notice=Notice(), base_at=None
    )
    return [one.message for one in found if one.code == "D110"]


def test_a_first_version_does_not_take_effect_before_it_is_released(two_versions: Path) -> None:
    assert first(two_versions) == []
    forge_manifest(two_versions, 1, sets(effective_from="2024-01-02T00:00:00+01:00"))
    assert first(two_versions) == [], "the next day, and without notice: there was none to change"
    past = {"effective_from": "2023-06-01T00:00:00+02:00", "announced": "2023-05-01T00:00:00Z"}
    forge_manifest(two_versions, 1, sets(**past, announced_because="By letter."))
    (message,) = first(two_versions)
    assert "before it is released" in message
    forge_manifest(two_versions, 1, sets(as_published=PUBLIC))
    assert first(two_versions) == [], "what was public before is kept as that"


FINE: dict[str, Forged] = {
    "announced before, with a word": sets(announced="2024-01-02T00:00:00Z", announced_because="By letter."),
    "announced minutes ago": sets(announced="2024-01-20T08:55:00Z"),
    "public in the past": sets(as_published=PUBLIC, announced=None, effective_from="2020-01-01T00:00:00+01:00"),
    "notice to the day": sets(**MATERIAL, effective_from="2024-02-20T00:00:00+01:00"),
}


@pytest.mark.parametrize("forged", FINE.values(), ids=FINE)
def test_a_manifest_with_dates_that_may_be(two_versions: Path, forged: Forged) -> None:
    forge_manifest(two_versions, 2, forged)
    assert told(two_versions) == []


def test_what_was_public_does_not_take_the_place_of_what_stands(two_versions: Path) -> None:
    forge_manifest(two_versions, 1, sets(as_published=PUBLIC, effective_from="2020-01-01T00:00:00+01:00"))
    forge_manifest(
        two_versions, 2, sets(as_published=PUBLIC, announced=None, effective_from="2021-01-01T00:00:00+01:00")
    )
    assert told(two_versions) == [], "both may be recorded together"
    stands = frozenset({f"{V}/1/manifest.json"})
    assert any("would take their place" in message for message in told(two_versions, settled=stands))


def test_an_amendment_still_to_come_or_before_what_stands(two_versions: Path) -> None:
    forge_amendment(two_versions, 2, {"type": "withdrawal", "recorded": "2024-06-01T00:10:00Z"}, {})
    assert any("still to come" in message for message in told(two_versions))
    assert told(two_versions, at=None) == [], "where nobody knows the time, nothing is to come"
    forge_amendment(two_versions, 1, {"type": "withdrawal", "recorded": "2024-07-01T00:00:00Z"}, {})
    stands = frozenset({f"{V}/1/manifest.json", f"{V}/1/amendments/0001/amendment.json", f"{V}/2/manifest.json"})
    assert any("make the later one again" in message for message in told(two_versions, settled=stands, at=None))


def test_what_the_base_branch_did_not_know_in_time(two_versions: Path) -> None:
    late, early = datetime(2024, 5, 2, tzinfo=UTC), datetime(2024, 4, 30, tzinfo=UTC)
    forge_manifest(two_versions, 2, sets(released="2024-04-29T09:00:00Z", announced="2024-04-29T09:00:00Z"))
    assert any("in force since" in message for message in told(two_versions, base_at=late))
    assert told(two_versions, base_at=early) == [], "a branch that was rebased, with its date ahead"
    assert told(two_versions, base_at=late, settled=frozenset({f"{V}/2/manifest.json"})) == []


A_MONTH_LATER = datetime(2024, 2, 20, 9, tzinfo=UTC)
PERHAPS_IN_REVIEW = datetime(2024, 1, 27, 9, tzinfo=UTC)
STANDS = frozenset({f"{V}/1/manifest.json"})
LONG_AGO: dict[str, tuple[dict[str, Any] | None, Forged]] = {
    "a release": (None, sets()),
    "a release that lies in the future": (None, sets(effective_from="2024-12-01T00:00:00+01:00")),
    "a release announced before, with a word": (
        None,
        sets(announced="2024-01-02T00:00:00Z", announced_because="By letter."),
    ),
    "what was public": (None, sets(as_published=PUBLIC, announced=None, effective_from="2020-01-01T00:00:00+01:00")),
    "a correction": ({"type": "correction"}, sets()),
    "a translation": ({"type": "translation"}, sets()),
    "a postponement": ({"type": "postponement", "effective_from": "2024-12-01T00:00:00+01:00"}, sets()),
    "a withdrawal from tomorrow on": ({"type": "withdrawal", "effective_from": "2024-03-01T00:00:00+01:00"}, sets()),
}


@pytest.mark.parametrize(("amendment", "manifest"), LONG_AGO.values(), ids=LONG_AGO)
def test_a_record_of_long_ago_that_the_base_branch_did_not_know(
    two_versions: Path, amendment: dict[str, Any] | None, manifest: Forged
) -> None:
    """Whoever sets the clock back in a copy without git makes announcement, notice and correction older."""
    forge_manifest(two_versions, 2, manifest)
    stands = STANDS
    if amendment is not None:
        forge_amendment(two_versions, 2, {"recorded": "2024-01-20T09:00:00Z", **amendment}, {})
        stands = STANDS | {f"{V}/2/manifest.json"}
    late = told(two_versions, base_at=A_MONTH_LATER, settled=stands)
    assert len([one for one in late if "more than a week later" in one]) == 1, late
    assert told(two_versions, base_at=PERHAPS_IN_REVIEW, settled=stands) == [], "a week may pass in review"


@pytest.mark.parametrize("hour", ["00:00", "13:37"])
@pytest.mark.parametrize("type_", ["postponement", "withdrawal"])
def test_no_amendment_takes_effect_within_a_day(two_versions: Path, type_: str, hour: str) -> None:
    """But a withdrawal without a day holds from the second in which it is recorded."""
    record = {"type": type_, "recorded": "2024-03-01T09:00:00Z"}
    forge_amendment(two_versions, 2, {**record, "effective_from": f"2024-06-01T{hour}:00+02:00"}, {})
    assert [("no beginning of a day" in one) for one in told(two_versions)] == [True] * (hour != "00:00")


def test_what_has_been_in_force_is_not_postponed_afterwards(two_versions: Path) -> None:
    in_force = datetime(2024, 5, 1, tzinfo=UTC)
    first = {"type": "postponement", "effective_from": "2024-06-01T00:00:00+02:00", "recorded": "2024-04-29T09:00:00Z"}
    forge_amendment(two_versions, 2, first, {})
    stands = STANDS | {f"{V}/2/manifest.json"}
    after = told(two_versions, base_at=in_force, settled=stands)
    assert any("has been in force since 2024-05-01T00:00:00+02:00" in one for one in after), "no grace, not a day"
    before = datetime(2024, 4, 30, 21, tzinfo=UTC)
    assert told(two_versions, base_at=before, settled=stands) == []
    known = stands | {f"{V}/2/amendments/0001/amendment.json"}
    assert told(two_versions, base_at=in_force, settled=known) == [], "the base branch has it"


def test_what_has_been_in_force_is_not_withdrawn_for_a_time_that_has_passed(two_versions: Path) -> None:
    """Version 2 is in force from 1 May: nobody may say afterwards that it never was."""
    stands = STANDS | {f"{V}/2/manifest.json"}
    forge_amendment(two_versions, 2, {"type": "withdrawal", "recorded": "2024-04-29T09:00:00Z"}, {})
    after = told(two_versions, base_at=datetime(2024, 5, 1, tzinfo=UTC), settled=stands)
    assert any("would have ended on 2024-04-29" in one for one in after), "no grace, not a day"
    before = datetime(2024, 4, 30, 21, tzinfo=UTC)
    assert told(two_versions, base_at=before, settled=stands) == [], "it was not in force yet"
    known = stands | {f"{V}/2/amendments/0001/amendment.json"}
    assert told(two_versions, base_at=datetime(2024, 5, 1, tzinfo=UTC), settled=known) == [], "the base branch has it"


def test_a_base_branch_dated_ahead_says_that_it_is_now(two_versions: Path) -> None:
    """A commit of a wrong clock on main must not switch the rule off."""
    now, ahead = datetime(2024, 2, 20, 9, tzinfo=UTC), datetime(2024, 2, 22, 9, tzinfo=UTC)
    late = told(two_versions, base_at=ahead, settled=STANDS, at=now)
    assert any("more than a week later, on 2024-02-20" in one for one in late)
    at_once = datetime(2024, 1, 21, 9, tzinfo=UTC)
    assert told(two_versions, base_at=ahead, settled=STANDS, at=at_once) == [], "it stops no honest record"


def test_an_announcement_of_the_past_is_shown_to_who_reviews_it(two_versions: Path) -> None:
    def hints(settled: frozenset[str]) -> list[str]:
        project, _ = understand(*read_tree(two_versions, SOURCE))
        assert project is not None
        return [one.message for one in check_announced_before(project.policies[0].released, settled=settled)]

    assert hints(STANDS) == []
    forge_manifest(two_versions, 2, sets(announced="2024-01-02T00:00:00Z", announced_because="By letter."))
    (said,) = hints(STANDS)
    assert said.endswith("could see its text since 2024-01-02T00:00:00+00:00: By letter.")
    assert hints(STANDS | {f"{V}/2/manifest.json"}) == [], "the base branch has it"


def test_a_version_is_announced_after_one_that_was_public_before(two_versions: Path) -> None:
    """That one says when it took effect, and perhaps not when it was announced."""
    forge_manifest(
        two_versions, 1, sets(as_published=PUBLIC, announced=None, effective_from="2020-01-01T00:00:00+01:00")
    )
    forge_manifest(two_versions, 2, sets(announced="2023-12-01T00:00:00Z", announced_because="By letter."))
    assert not any("it follows could be read" in one for one in told(two_versions))


@pytest.mark.parametrize(("year", "late"), [(2034, False), (2035, True), (8999, True)])
def test_no_amendment_lies_too_far_ahead(two_versions: Path, year: int, late: bool) -> None:
    day = f"{year}-06-01"
    for kind, code in (("withdrawal", "V412"), ("postponement", "V410")):
        arguments = ("amend", "privacy", "1", kind, "--effective", day, "--reason", "a slip", "--dry-run")
        shown = run(two_versions, *arguments, on="2024-02-02T09:00:00+00:00", code=None).stderr
        assert (code in shown) is late
    record = {"type": "withdrawal", "recorded": "2024-02-01T00:00:00Z", "effective_from": f"{day}T00:00:00+02:00"}
    forge_amendment(two_versions, 2, record, {})
    assert [("more than 10 years" in one) for one in told(two_versions)] == [True] * late
