from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.site.version_status import last_day, standings
from inforce.timeline import Status, Term, Timeline, timeline

ZONE = ZoneInfo("Europe/Brussels")


def at(year: int, month: int = 1) -> datetime:
    return datetime(year, month, 1, tzinfo=UTC)


def three(withdrawn: datetime | None = None) -> Timeline:
    return timeline(
        [
            Term(version=1, announced=at(2020), effective_from=at(2020)),
            Term(version=2, announced=at(2022), effective_from=at(2022), withdrawn=withdrawn),
            Term(version=3, announced=at(2026), effective_from=at(2027)),
        ]
    )


@pytest.mark.parametrize(
    ("number", "now", "expected"),
    [
        (1, at(2021), [Status.IN_FORCE, Status.SUPERSEDED]),
        (1, at(2026), [Status.SUPERSEDED]),
        (2, at(2021), [Status.ANNOUNCED, Status.IN_FORCE, Status.SUPERSEDED]),
        (2, at(2026), [Status.IN_FORCE, Status.SUPERSEDED]),
        (3, at(2026), [Status.ANNOUNCED, Status.IN_FORCE]),
        (3, at(2027), [Status.IN_FORCE]),
    ],
)
def test_states_to_come(number: int, now: datetime, expected: list[Status]) -> None:
    assert [each.status for each in standings(three(), number, now, ZONE)] == expected


def test_a_withdrawal_brings_the_earlier_version_back() -> None:
    states = standings(three(withdrawn=at(2024)), 1, at(2023), ZONE)
    assert [each.status for each in states] == [Status.SUPERSEDED, Status.IN_FORCE, Status.SUPERSEDED]
    assert states[1].date == at(2024)
    assert states[2].successor == 3
    withdrawn = standings(three(withdrawn=at(2024)), 2, at(2025), ZONE)
    assert [(each.status, each.date, each.elsewhere) for each in withdrawn] == [(Status.WITHDRAWN, at(2024), True)]


def test_when_it_was_in_force_is_told() -> None:
    line = three(withdrawn=at(2024))
    (_, again, last) = standings(line, 1, at(2023), ZONE)
    assert [(each.start, each.end) for each in again.stretches] == [(at(2020), at(2022))]
    assert [(each.start, each.end) for each in last.stretches] == [(at(2020), at(2022)), (at(2024), at(2027))]
    assert standings(line, 3, at(2026), ZONE)[0].stretches == ()


@pytest.mark.parametrize(("end", "last"), [((2026, 3, 1), (2026, 2, 28)), ((2026, 3, 1, 0, 1), (2026, 3, 1))])
def test_the_last_day_is_the_one_before_a_midnight(end: tuple[int, ...], last: tuple[int, int, int]) -> None:
    assert last_day(datetime(*end, tzinfo=ZONE)) == date(*last)  # type: ignore[misc, arg-type]


def test_what_follows_is_told() -> None:
    now = standings(three(), 2, at(2026), ZONE)[0]
    assert (now.next_version, now.next_date) == (3, at(2027))


def test_a_superseded_version_does_not_change_when_another_comes() -> None:
    before = three()
    after = timeline([*before.terms, Term(version=4, announced=at(2028), effective_from=at(2029))])
    assert standings(before, 1, at(2026), ZONE) == standings(after, 1, at(2028, 5), ZONE)


@given(st.integers(2018, 2030), st.integers(1, 12), st.integers(1, 3), st.booleans())
def test_exactly_one_state_holds_at_every_later_instant_and_it_is_the_timeline_s(
    year: int, month: int, number: int, withdraws: bool
) -> None:
    line = three(withdrawn=at(2024) if withdraws else None)
    states = standings(line, number, at(year, month), ZONE)
    assert [each.now for each in states] == [True] + [False] * (len(states) - 1)
    for days in range(0, 5000, 97):
        instant = at(year, month) + timedelta(days=days)
        holding = [s for s in states if (not s.start or s.start <= instant) and (not s.end or instant < s.end)]
        assert [each.status for each in holding] == [line.status(number, instant)]
