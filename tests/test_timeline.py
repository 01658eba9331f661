"""Which version is in force when: a table of cases, and the laws that hold for every timeline."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from inforce.timeline import Span, Status, Term, TiedVersions, Timeline, timeline

from tests.vectors import TIMELINES, about

BRUSSELS = ZoneInfo("Europe/Brussels")
SECOND = timedelta(seconds=1)


def at(text: str) -> datetime:
    """An instant: `2025-01-01` is midnight in UTC."""
    instant = datetime.fromisoformat(text)
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)


def term(version: int, effective: str, *, announced: str = "2000-01-01", withdrawn: str | None = None) -> Term:
    return Term(
        version=version,
        announced=at(announced),
        effective_from=at(effective),
        withdrawn=at(withdrawn) if withdrawn else None,
    )


NOTHING = timeline(())
ONE = timeline([term(1, "2020-11-10T00:00:00+01:00", announced="2020-11-01")])
THREE = timeline(
    [
        term(1, "2020-01-01"),
        term(2, "2022-01-01", announced="2021-12-01"),
        term(3, "2024-01-01", announced="2023-12-01"),
    ]
)
OUT_OF_ORDER = timeline([term(1, "2025-06-01"), term(2, "2025-03-01")])
"""Version 1 was postponed past version 2."""
WITHDRAWN = timeline([term(1, "2020-01-01"), term(2, "2022-01-01", withdrawn="2023-01-01")])
TWICE_BACK = timeline(
    [
        term(1, "2020-01-01"),
        term(2, "2021-01-01", withdrawn="2023-01-01"),
        term(3, "2022-01-01", withdrawn="2022-06-01"),
    ]
)
NEVER = timeline([term(1, "2020-01-01"), term(2, "2022-01-01", announced="2021-06-01", withdrawn="2021-09-01")])
"""Version 2 was withdrawn before it took effect."""

CASES = [
    ("nothing is released", NOTHING, "2024-01-01", None),
    ("before the first version", ONE, "2020-11-09T22:59:59", None),
    ("the instant itself belongs to the new version", ONE, "2020-11-09T23:00:00", 1),
    ("the instant itself, written in its own offset", ONE, "2020-11-10T00:00:00+01:00", 1),
    ("long after the last version", ONE, "2999-12-31", 1),
    ("a second before the next version", THREE, "2021-12-31T23:59:59", 1),
    ("the next version's own instant", THREE, "2022-01-01", 2),
    ("a later version does not matter yet", THREE, "2023-12-31", 2),
    ("the greatest effective date counts, not the number", OUT_OF_ORDER, "2025-04-01", 2),
    ("a postponed version takes over when its date comes", OUT_OF_ORDER, "2025-06-01", 1),
    ("in force up to its withdrawal", WITHDRAWN, "2022-12-31T23:59:59", 2),
    ("a withdrawal brings the earlier version back, at its instant", WITHDRAWN, "2023-01-01", 1),
    ("two withdrawals bring back what is left: the nearer one", TWICE_BACK, "2022-06-01", 2),
    ("two withdrawals bring back what is left: the farther one", TWICE_BACK, "2023-01-01", 1),
    ("withdrawn before it took effect", NEVER, "2022-01-01", 1),
]


@pytest.mark.parametrize(("line", "when", "version"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_version_in_force_is_the_last_to_have_taken_effect_and_not_withdrawn(
    line: Timeline, when: str, version: int | None
) -> None:
    found = line.in_force_at(at(when))
    assert (found.version if found else None) == version


STATUSES = [
    ("released, not yet announced", THREE, 3, "2023-06-01", Status.ANNOUNCED),
    ("announced", THREE, 3, "2023-12-15", Status.ANNOUNCED),
    ("in force at its instant", THREE, 3, "2024-01-01", Status.IN_FORCE),
    ("superseded at the next one's instant", THREE, 2, "2024-01-01", Status.SUPERSEDED),
    ("in force before its withdrawal", WITHDRAWN, 2, "2022-06-01", Status.IN_FORCE),
    ("withdrawn at that instant", WITHDRAWN, 2, "2023-01-01", Status.WITHDRAWN),
    ("the earlier one superseded meanwhile", WITHDRAWN, 1, "2022-06-01", Status.SUPERSEDED),
    ("the earlier one in force again", WITHDRAWN, 1, "2023-01-01", Status.IN_FORCE),
    ("withdrawn though it never took effect", NEVER, 2, "2021-09-01", Status.WITHDRAWN),
]


@pytest.mark.parametrize(
    ("line", "version", "when", "status"), [case[1:] for case in STATUSES], ids=[case[0] for case in STATUSES]
)
def test_a_version_has_one_status_at_every_instant(line: Timeline, version: int, when: str, status: Status) -> None:
    assert line.status(version, at(when)) is status


def test_spans_say_when_what_was_in_force() -> None:
    assert WITHDRAWN.spans() == (
        Span(start=None, end=at("2020-01-01"), version=None),
        Span(start=at("2020-01-01"), end=at("2022-01-01"), version=1),
        Span(start=at("2022-01-01"), end=at("2023-01-01"), version=2),
        Span(start=at("2023-01-01"), end=None, version=1),
    )


@pytest.mark.parametrize(
    ("now", "versions", "starts"),
    [
        ("2019-06-01", [None, 1, 2, 1], [None, "2020-01-01", "2022-01-01", "2023-01-01"]),
        ("2022-01-01", [2, 1], [None, "2023-01-01"]),
        ("2023-01-01", [1], [None]),
    ],
)
def test_time_from_an_instant_on_begins_with_what_is_in_force(
    now: str, versions: list[int | None], starts: list[str | None]
) -> None:
    found = WITHDRAWN.spans_from(at(now))
    assert [span.version for span in found] == versions
    assert [span.start for span in found] == [at(each) if each else None for each in starts]
    assert found[-1].end is None


def test_a_version_ends_where_it_is_in_force_no_more() -> None:
    assert THREE.effective_until(1) == at("2022-01-01")
    assert THREE.effective_until(3) is None
    assert WITHDRAWN.effective_until(2) == at("2023-01-01")
    assert WITHDRAWN.effective_until(1) is None, "it is in force again"
    assert NEVER.effective_until(2) is None, "it never was in force"


def test_next_change() -> None:
    assert THREE.next_change_after(at("2019-01-01")) == at("2020-01-01")
    assert THREE.next_change_after(at("2022-01-01")) == at("2024-01-01"), "a change at the instant itself is not ahead"
    assert THREE.next_change_after(at("2024-01-01")) is None
    assert NEVER.next_change_after(at("2020-01-01")) is None, "what never takes effect changes nothing"


def test_announced_are_those_to_come_the_nearest_first() -> None:
    line = timeline([term(1, "2020-01-01"), term(2, "2026-01-01"), term(3, "2025-01-01", announced="2024-06-01")])
    assert [one.version for one in line.announced_at(at("2024-06-01"))] == [3, 2]
    assert [one.version for one in line.announced_at(at("2024-05-31"))] == [2], "not yet announced"
    assert [one.version for one in line.announced_at(at("2025-01-01"))] == [2], "in force is no longer announced"
    assert [one.version for one in NEVER.announced_at(at("2021-10-01"))] == [], "withdrawn is no longer announced"


def test_an_unknown_version_is_told() -> None:
    with pytest.raises(KeyError):
        ONE.term(2)


@pytest.mark.parametrize(
    "other", ["2025-01-01T00:00:00+00:00", "2025-01-01T01:00:00+01:00", "2024-12-31T19:00:00-05:00"]
)
def test_two_versions_at_one_instant_are_refused_in_whatever_offset(other: str) -> None:
    with pytest.raises(TiedVersions) as refused:
        timeline([term(2, other), term(1, "2025-01-01")])
    assert refused.value.versions == (1, 2)


def test_the_repeated_hour_is_two_hours() -> None:
    """On 26 October 2025 Brussels had 02:30 twice: first at +02:00, then at +01:00."""
    first = datetime(2025, 10, 26, 2, 30, tzinfo=BRUSSELS)
    second = first.replace(fold=1)
    line = timeline(
        [
            Term(version=1, announced=first, effective_from=first),
            Term(version=2, announced=first, effective_from=second),
        ]
    )
    assert [line.in_force_at(at(text)).version for text in ("2025-10-26T01:00:00", "2025-10-26T01:30:00")] == [1, 2]  # type: ignore[union-attr]


def test_a_tie_in_the_repeated_hour_is_seen() -> None:
    """Python calls a wall time in that hour unequal to the same instant in another zone; we do not."""
    wall = datetime(2025, 10, 26, 2, 30, tzinfo=BRUSSELS, fold=1)
    with pytest.raises(TiedVersions):
        timeline([Term(version=1, announced=wall, effective_from=wall), term(2, "2025-10-26T01:30:00")])


def test_the_offset_a_date_was_given_in_is_kept() -> None:
    assert ONE.term(1).effective_from.isoformat() == "2020-11-10T00:00:00+01:00"


# Laws. Whole hours of a few years, so that instants meet; written in zones with and without daylight saving.
ZONES = st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=45)), BRUSSELS, ZoneInfo("America/Havana")])
START = datetime(2025, 10, 25, tzinfo=UTC)
INSTANTS = st.builds(lambda hours, zone: (START + timedelta(hours=hours)).astimezone(zone), st.integers(0, 60), ZONES)


def _utc(instant: datetime) -> datetime:
    return instant.astimezone(UTC)


@st.composite
def lines(draw: st.DrawFn) -> Timeline:
    starts = draw(st.lists(INSTANTS, max_size=6, unique_by=_utc))
    return timeline(
        Term(
            version=number,
            announced=_utc(start) - timedelta(hours=draw(st.integers(0, 5))),
            effective_from=start,
            withdrawn=draw(st.none() | INSTANTS),
        )
        for number, start in enumerate(starts, start=1)
    )


def _by_definition(line: Timeline, when: datetime) -> int | None:
    """In force at T: the greatest effective-from ≤ T, not withdrawn, written down once more."""
    now = _utc(when)
    able = [
        (_utc(one.effective_from), one.version)
        for one in line.terms
        if _utc(one.effective_from) <= now and not (one.withdrawn is not None and _utc(one.withdrawn) <= now)
    ]
    return max(able)[1] if able else None


@given(line=lines(), when=INSTANTS)
def test_in_force_is_the_greatest_effective_date_not_withdrawn(line: Timeline, when: datetime) -> None:
    found = line.in_force_at(when)
    assert (found.version if found else None) == _by_definition(line, when)


@given(line=lines(), when=INSTANTS, zone=ZONES)
def test_the_answer_does_not_depend_on_the_zone_of_the_question(line: Timeline, when: datetime, zone: ZoneInfo) -> None:
    elsewhere = when.astimezone(zone)
    assert line.in_force_at(when) == line.in_force_at(elsewhere)
    assert line.next_change_after(when) == line.next_change_after(elsewhere)
    assert line.announced_at(when) == line.announced_at(elsewhere)


@given(line=lines(), when=INSTANTS)
def test_the_periods_of_a_version_are_when_it_is_in_force(line: Timeline, when: datetime) -> None:
    found = line.in_force_at(when)
    for each in line.terms:
        inside = [
            one for one in line.periods(each.version) if one.start <= when and (one.end is None or when < one.end)
        ]
        assert len(inside) == (found == each)


@given(line=lines())
def test_spans_part_all_time_and_neighbours_differ(line: Timeline) -> None:
    spans = line.spans()
    assert spans[0].start is None
    assert spans[-1].end is None
    for before, after in pairwise(spans):
        assert before.end == after.start
        assert before.version != after.version
    for span in spans[1:]:
        assert span.start is not None
        assert span.end is None or span.start < span.end


@given(line=lines(), when=INSTANTS)
@example(line=WITHDRAWN, when=at("2023-01-01"))
def test_the_span_around_an_instant_names_what_is_in_force(line: Timeline, when: datetime) -> None:
    around = [
        span
        for span in line.spans()
        if (span.start is None or _utc(span.start) <= _utc(when)) and (span.end is None or _utc(when) < _utc(span.end))
    ]
    assert [span.version for span in around] == [_by_definition(line, when)]


@given(line=lines(), when=INSTANTS)
def test_exactly_one_version_is_in_force_or_none(line: Timeline, when: datetime) -> None:
    current = [one.version for one in line.terms if line.status(one.version, when) is Status.IN_FORCE]
    expected = _by_definition(line, when)
    assert current == ([] if expected is None else [expected])


@given(line=lines(), when=INSTANTS)
def test_nothing_changes_before_the_next_change(line: Timeline, when: datetime) -> None:
    change = line.next_change_after(when)
    now = _by_definition(line, when)
    if change is None:
        assert _by_definition(line, START + timedelta(days=4000)) == now
    else:
        assert _utc(change) > _utc(when)
        assert _by_definition(line, _utc(change) - SECOND) == now
        assert _by_definition(line, change) != now


@given(line=lines(), when=INSTANTS)
def test_withdrawing_the_version_in_force_brings_back_the_one_before(line: Timeline, when: datetime) -> None:
    current = line.in_force_at(when)
    assume(current is not None)
    assert current is not None
    without = timeline(one for one in line.terms if one.version != current.version)
    taken = Term(
        version=current.version, announced=current.announced, effective_from=current.effective_from, withdrawn=when
    )
    withdrawn = timeline([taken, *without.terms])
    assert withdrawn.in_force_at(when) == without.in_force_at(when)
    assert withdrawn.status(current.version, when) is Status.WITHDRAWN


@given(line=lines(), when=INSTANTS, order=st.randoms(use_true_random=False))
def test_the_order_in_which_terms_are_given_does_not_matter(line: Timeline, when: datetime, order: object) -> None:
    terms = list(line.terms)
    order.shuffle(terms)  # type: ignore[attr-defined]
    assert timeline(terms) == line


@given(line=lines(), when=INSTANTS)
def test_a_second_version_at_the_same_instant_is_always_refused(line: Timeline, when: datetime) -> None:
    assume(line.terms)
    twin = Term(version=99, announced=when, effective_from=_utc(line.terms[0].effective_from))
    with pytest.raises(TiedVersions):
        timeline([*line.terms, twin])


@pytest.mark.parametrize("case", TIMELINES, ids=about)
def test_the_published_cases(case: dict[str, Any]) -> None:
    versions = case["versions"]
    line = timeline(term(each["version"], each["effective_from"], withdrawn=each.get("withdrawn")) for each in versions)
    for one in case["at"]:
        found = line.in_force_at(at(one["instant"]))
        assert (found.version if found else None) == one["in_force"], one
    for each in versions:
        until = at(each["effective_until"]) if "effective_until" in each else None
        assert line.effective_until(each["version"]) == until, each
