"""One timeline, told three ways: what the pages say, what the index says and what `inforce at` answers agree, at every
instant, and a page that nobody rebuilt says at any later instant what a page built then would say."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from inforce.contract.index import Index, index
from inforce.model.config import Kind, Site
from inforce.model.facts import Facts
from inforce.project.answers import InForceAnswer, in_force_on
from inforce.publication import PublishedPolicy, PublishedSite, PublishedVersion
from inforce.site.version_status import VersionStatus, standings
from inforce.timeline import Status, Term, timeline

SITE = Site(
    name="Northwind",
    languages=("en",),
    default_language="en",
    base_url="https://example.org/",
    time_zone="Europe/Brussels",
    policies=("privacy",),
)
BRUSSELS = ZoneInfo(SITE.time_zone)
START = datetime(2024, 10, 26, 20, tzinfo=UTC)  # the night in which Brussels repeats an hour
HOURS = st.integers(0, 12)
ZONES = st.sampled_from([UTC, BRUSSELS, ZoneInfo("America/New_York")])


def hour(number: int) -> datetime:
    return START + timedelta(hours=number)


@st.composite
def lives(draw: st.DrawFn) -> tuple[Term, ...]:
    """Up to five versions: in any order of dates, some withdrawn, before or after they take effect; no tie."""
    effective = draw(st.lists(HOURS, min_size=1, max_size=5, unique=True))
    found = []
    for number, at in enumerate(effective, start=1):
        withdrawn = draw(st.none() | HOURS)
        found.append(
            Term(
                version=number,
                announced=START,
                effective_from=hour(at).astimezone(draw(ZONES)),
                withdrawn=None if withdrawn is None else hour(withdrawn).astimezone(draw(ZONES)),
            )
        )
    return tuple(found)


def index_of(terms: tuple[Term, ...], at: datetime) -> Index:
    versions = tuple(
        PublishedVersion(
            version=cast(
                Any,
                SimpleNamespace(
                    number=term.version,
                    announced=term.announced,
                    announced_because=None,
                    amendments=(),
                    records=("sha256:" + "0" * 64,),
                    effective_from=term.effective_from,
                    withdrawn=term.withdrawn,
                    kind=Kind.MATERIAL,
                    changes=(),
                    consent_epoch=1,
                ),
            ),
            facts=Facts(),
            editions={},
        )
        for term in terms
    )
    policy = PublishedPolicy(
        id="privacy", config=cast(Any, None), timeline=timeline(terms), versions=versions, draft=None
    )
    return index(PublishedSite(site=SITE, policies=(policy,), links={}, as_of=at), {})


def answer(terms: tuple[Term, ...], at: datetime) -> InForceAnswer:
    source = SimpleNamespace(
        id="privacy",
        folder="policy_src/privacy",
        released=[Recorded(term_version(term)) for term in terms],
    )
    return in_force_on(cast(Any, source), at, at, now=at)


class Recorded:
    """A released version without amendments."""

    def __init__(self, version: SimpleNamespace) -> None:
        self.version = version
        self.history = (SimpleNamespace(revisions={"en": 1}),)

    def as_of(self, at: datetime) -> Recorded:
        return self


def term_version(term: Term) -> SimpleNamespace:
    return SimpleNamespace(
        number=term.version,
        announced=term.announced,
        effective_from=term.effective_from,
        withdrawn=term.withdrawn,
    )


def told(at: datetime | str | None) -> datetime | None:
    """An instant for comparing: Python finds times of a repeated hour unequal to those of any other zone (PEP 495)."""
    found = datetime.fromisoformat(at) if isinstance(at, str) else at
    return found.astimezone(UTC) if found else None


def shown(states: tuple[VersionStatus, ...], at: datetime) -> VersionStatus:
    """The state that the script of a page shows at an instant: the last one that has begun."""
    (found,) = [
        state
        for state in states
        if (state.start is None or state.start <= at) and (state.end is None or at < state.end)
    ]
    return replace(found, start=None, end=None, now=True)


@given(lives(), HOURS, st.integers(0, 3599))
def test_pages_index_and_answers_agree(terms: tuple[Term, ...], number: int, seconds: int) -> None:
    at = hour(number) + timedelta(seconds=seconds)
    line = timeline(terms)
    (policy,) = index_of(terms, at).policies
    said = answer(terms, at)["in_force"]
    pages = {term.version: standings(line, term.version, at, BRUSSELS)[0] for term in terms}
    in_force = [version for version, state in pages.items() if state.status is Status.IN_FORCE]
    assert in_force == ([said["version"]] if said else [])
    assert policy.in_force == (said["version"] if said else None)
    for version in policy.versions:
        assert version.status == pages[version.version].status.value
        if version.status == "in_force":
            until = pages[version.version].next_date
            assert told(until) == told(policy.next_change_at)
        if version.status == "announced" and not pages[version.version].never:
            assert told(pages[version.version].date) == told(version.effective_from)


@given(lives(), HOURS, HOURS, st.integers(0, 3599))
def test_an_old_page_says_what_a_new_one_would(terms: tuple[Term, ...], one: int, other: int, seconds: int) -> None:
    built, looked = sorted((hour(one), hour(other) + timedelta(seconds=seconds)))
    line = timeline(terms)
    for term in terms:
        old = standings(line, term.version, built, BRUSSELS)
        new = standings(line, term.version, looked, BRUSSELS)
        assert shown(old, looked) == shown(new, looked)


@given(lives(), HOURS)
def test_the_next_change_is_told_alike(terms: tuple[Term, ...], number: int) -> None:
    at = hour(number)
    (policy,) = index_of(terms, at).policies
    change = timeline(terms).next_change_after(at)
    assert policy.next_change_at == (change.isoformat(timespec="seconds") if change else None)
    if change is not None:
        before, after = (index_of(terms, when).policies[0].in_force for when in (change - timedelta(seconds=1), change))
        assert before == policy.in_force != after
