"""A policy over time, from a published index: which version says what holds on a day, in which revision.

A day alone is the whole day as the index writes its instants, in the time zone of the site; where a version takes
effect in the middle of it, one has to ask for an instant.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import Any

from inforce.promises.errors import CannotRead, NothingInForce, NotNamed
from inforce.promises.text import PolicyText, policy_text
from inforce.timeline import Term, TiedVersions, Timeline, timeline

ReadSummary = Callable[[Mapping[str, Any]], Mapping[str, Any] | None]
"""The JSON of the summary that a revision in the index names; None where this copy doesn't have it."""


@dataclass(frozen=True)
class Policy:
    """One policy over time. `now` is what it says at `at`, the instant of the test run."""

    id: str
    index: Mapping[str, Any]
    """The index as published, for its `sequence`, `made_at` and the like."""
    whole: bool
    """Whether the index has every version, or only those in force and announced when it was made."""
    at: datetime
    language: str | None
    """The language to read; the prevailing one, if not given."""
    read_summary: ReadSummary

    def __repr__(self) -> str:
        return f"<policy {self.id} at {self.at.isoformat(timespec='seconds')}>"

    @property
    def now(self) -> PolicyText:
        """What it says now. Raises NothingInForce and CannotRead."""
        return self.on(self.at)

    @property
    def made_at(self) -> datetime:
        """The instant as of which the site was built that this copy was taken from."""
        return datetime.fromisoformat(self.index["made_at"])

    @property
    def sequence(self) -> int:
        """The count of releases and amendments that this copy knows."""
        return int(self.index["sequence"])

    def on(self, when: str | date | datetime) -> PolicyText:
        """What it says on a day ("2027-03-01") or at an instant, which has an offset.

        Raises NothingInForce, CannotRead, and ValueError for what is no day or instant.
        """
        asked = _when(when)
        if isinstance(asked, datetime):
            term = self._timeline.in_force_at(asked)
            instant = asked
        else:
            term = self._on_day(asked)
            instant = datetime.combine(asked, time(), term.effective_from.tzinfo if term else UTC)
        if term is None:
            raise NothingInForce(f"No version of {self.id} is in force {_said(asked)}{self._known()}")
        return self._text(self._versions[term.version], instant)

    @cached_property
    def _versions(self) -> Mapping[int, Mapping[str, Any]]:
        for policy in self.index["policies"]:
            if policy["policy"] == self.id:
                return {version["version"]: version for version in policy["versions"]}
        named = ", ".join(policy["policy"] for policy in self.index["policies"])
        raise NotNamed(f'The index names no policy "{self.id}". It names: {named}.')

    @cached_property
    def _timeline(self) -> Timeline:
        return timeline(_term(version) for version in self._versions.values())

    def _on_day(self, day: date) -> Term | None:
        """The dates of the version in force on the whole of a day."""
        start = datetime.combine(day, time(), UTC)
        try:
            line = timeline(_by_the_clock(term) for term in self._timeline.terms)
        except TiedVersions:
            line = None
        change = line.next_change_after(start) if line else start
        if line is None or (change is not None and change < start + timedelta(days=1)):
            raise NothingInForce(
                f"Which version of {self.id} is in force changes during {day.isoformat()}. "
                f'Ask for an instant: "{day.isoformat()}T12:00:00+00:00".'
            )
        found = line.in_force_at(start)
        return self._timeline.term(found.version) if found else None

    def _known(self) -> str:
        if not self.whole:
            return " as far as this copy tells: it has only what was in force and announced. Take index.json as well."
        starts = [f"version {term.version} from {term.effective_from.isoformat()}" for term in self._timeline.terms]
        return f". It has {', '.join(starts)}." if starts else ". It has no version yet."

    def _text(self, version: Mapping[str, Any], at: datetime) -> PolicyText:
        missing: list[str] = []
        for edition in self._in_order(version["editions"]):
            revision = self._revision(edition, at)
            summary = self.read_summary(revision)
            if summary is not None:
                return policy_text(summary, at)
            missing.append(revision["summary"]["path"])
        if not missing:
            raise CannotRead(f"{self.id}, version {version['version']}, isn't there in the language {self.language!r}.")
        raise CannotRead(f"This copy lacks the summary of {self.id}, version {version['version']}: {missing[0]}")

    def _in_order(self, editions: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
        """The edition asked for; else all, the prevailing one first: facts are the same in each."""
        if self.language is not None:
            return [edition for edition in editions if edition["language"] == self.language]
        return sorted(editions, key=lambda edition: edition["language_status"] != "authoritative")

    def _revision(self, edition: Mapping[str, Any], at: datetime) -> Mapping[str, Any]:
        """The revision that held then: the last one recorded by then, or the first there was."""
        revisions: Sequence[Mapping[str, Any]] = edition["revisions"]
        held = [each for each in revisions if datetime.fromisoformat(each["recorded"]) <= at]
        if not held and revisions[0]["revision"] > 1:
            raise NothingInForce(
                f"{self.id} was amended after {at.isoformat()}, and this copy doesn't tell what it said before: it has "
                "only what was in force and announced. Take index.json as well."
            )
        return (held or revisions)[-1 if held else 0]


def _when(when: str | date | datetime) -> date | datetime:
    if isinstance(when, str):
        try:
            asked = date.fromisoformat(when) if len(when) == len("2027-03-01") else datetime.fromisoformat(when)
        except ValueError:
            raise ValueError(f'"{when}" is no day or instant; write 2027-03-01 or 2027-03-01T12:00:00+01:00') from None
    else:
        asked = when
    if isinstance(asked, datetime) and asked.utcoffset() is None:
        raise ValueError(f"{asked.isoformat()} lacks its offset; write {asked.isoformat()}+01:00, or give a day alone")
    return asked


def _said(asked: date | datetime) -> str:
    return f"at {asked.isoformat()}" if isinstance(asked, datetime) else f"on {asked.isoformat()}"


def _term(version: Mapping[str, Any]) -> Term:
    announced, withdrawn = version.get("announced"), version.get("withdrawn")
    return Term(
        version=version["version"],
        announced=datetime.fromisoformat(announced) if announced else None,
        effective_from=datetime.fromisoformat(version["effective_from"]),
        withdrawn=datetime.fromisoformat(withdrawn) if withdrawn else None,
    )


def _by_the_clock(term: Term) -> Term:
    """The same by what a clock on the wall shows, as if that were UTC: then days can be compared."""
    return replace(
        term,
        announced=None,
        effective_from=term.effective_from.replace(tzinfo=UTC),
        withdrawn=term.withdrawn.replace(tzinfo=UTC) if term.withdrawn else None,
    )
