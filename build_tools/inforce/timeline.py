"""Which version is in force when. Pure and total: every instant has an answer, two versions never share one.

A version is in force at T when its effective-from is the greatest one ≤ T among versions not withdrawn at T.
An instant is an aware datetime; intervals are closed at the start and open at the end.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from enum import StrEnum
from itertools import pairwise


class Status(StrEnum):
    """Where a version stands at an instant."""

    DRAFT = "draft"
    ANNOUNCED = "announced"
    """Announced, not yet in force (a page calls it scheduled)."""
    IN_FORCE = "in_force"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """The dates of one version. `announced` is None where nobody recorded it: it is known from `effective_from` on.
    `withdrawn` is the instant from which it no longer applies, or None."""

    version: int
    announced: datetime | None
    effective_from: datetime
    withdrawn: datetime | None = None

    @property
    def known_from(self) -> datetime:
        """From when visitors can read it."""
        return self.announced or self.effective_from

    def applies_at(self, at: datetime) -> bool:
        """Whether it has come into force by then and is not withdrawn by then."""
        return self.effective_from <= at and (self.withdrawn is None or at < self.withdrawn)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of time, start included, end not: the version in force in it, or None. `None` is without bound."""

    start: datetime | None
    end: datetime | None
    version: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of time in which a version is in force, start included, end not; None where no end is known."""

    start: datetime
    end: datetime | None


class TiedVersions(ValueError):
    """Two versions claim the same instant; `versions` are their numbers."""

    def __init__(self, versions: tuple[int, int]) -> None:
        super().__init__(f"versions {versions[0]} and {versions[1]} take effect at the same instant")
        self.versions = versions


@dataclass(frozen=True, slots=True)
class Timeline:
    """The terms of all released versions of a policy, in the order they take effect. Make one with `timeline`."""

    terms: tuple[Term, ...]

    def term(self, version: int) -> Term:
        """The dates of a version. Raises KeyError for a version it does not hold."""
        for term in self.terms:
            if term.version == version:
                return term
        raise KeyError(version)

    def in_force_at(self, at: datetime) -> Term | None:
        """The version in force at an instant, or None."""
        for term in reversed(self.terms):
            if term.applies_at(at):
                return term
        return None

    def announced_at(self, at: datetime) -> tuple[Term, ...]:
        """Versions announced by then that take effect later, the nearest first."""
        return tuple(
            term
            for term in self.terms
            if term.known_from <= at < term.effective_from and (term.withdrawn is None or at < term.withdrawn)
        )

    def status(self, version: int, at: datetime) -> Status:
        """Where a version stands at an instant. One not yet announced by then counts as announced: it is released."""
        term = self.term(version)
        if term.withdrawn is not None and term.withdrawn <= at:
            return Status.WITHDRAWN
        if at < term.effective_from:
            return Status.ANNOUNCED
        current = self.in_force_at(at)
        return Status.IN_FORCE if current == term else Status.SUPERSEDED

    def spans(self) -> tuple[Span, ...]:
        """All time, cut where the version in force changes; neighbours differ, nothing is left out."""
        cuts = self._cuts()
        spans = [Span(start=None, end=None, version=None)]
        for cut in cuts:
            term = self.in_force_at(cut)
            version = term.version if term else None
            last = spans[-1]
            if version != last.version:
                spans[-1] = Span(start=last.start, end=cut, version=last.version)
                spans.append(Span(start=cut, end=None, version=version))
        return tuple(spans)

    def spans_from(self, at: datetime) -> tuple[Span, ...]:
        """Time from an instant on: what is in force then, without a start, and all that is known to follow."""
        first, *later = (span for span in self.spans() if span.end is None or span.end > at)
        return (replace(first, start=None), *later)

    def periods(self, version: int) -> tuple[Period, ...]:
        """When a version is in force, by what is known: each stretch has a start, since none was always in force."""
        return tuple(
            Period(start=span.start, end=span.end)
            for span in self.spans()
            if span.version == version and span.start is not None
        )

    def effective_until(self, version: int) -> datetime | None:
        """When a version stops being in force for good (superseded or withdrawn), or None if no end is known.

        None too for a version that never comes into force.
        """
        periods = self.periods(version)
        return periods[-1].end if periods else None

    def next_change_after(self, at: datetime) -> datetime | None:
        """The first instant after `at` when another version (or none) is in force."""
        return next((span.start for span in self.spans() if span.start is not None and span.start > at), None)

    def _cuts(self) -> list[datetime]:
        starts = {term.effective_from for term in self.terms}
        ends = {term.withdrawn for term in self.terms if term.withdrawn is not None}
        return sorted(starts | ends)


def timeline(terms: Iterable[Term]) -> Timeline:
    """The timeline of these terms. Raises TiedVersions when two take effect at one instant."""
    ordered = sorted(map(_fixed, terms), key=lambda term: (term.effective_from, term.version))
    for before, after in pairwise(ordered):
        if before.effective_from == after.effective_from:
            raise TiedVersions((before.version, after.version))
    return Timeline(tuple(ordered))


def _fixed(term: Term) -> Term:
    """The same instants, each at the offset it has there: Python compares two times of one zone by their wall clock,
    which shows the same hour twice when daylight saving ends."""
    return replace(
        term,
        announced=_at_offset(term.announced) if term.announced else None,
        effective_from=_at_offset(term.effective_from),
        withdrawn=_at_offset(term.withdrawn) if term.withdrawn else None,
    )


def _at_offset(instant: datetime) -> datetime:
    offset = instant.utcoffset()
    assert offset is not None, "an instant is aware"
    return instant.replace(tzinfo=timezone(offset), fold=0)
