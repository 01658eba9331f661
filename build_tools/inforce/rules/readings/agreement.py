"""What comes of reading a value out of words: they agree, they state another, or they can't be read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Agrees:
    """The words state the value, all of it and nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Differs:
    """The words state another value; `stated` is what they were read as ("5 years"), where that can be said."""

    stated: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """The words could not be read as such a value."""

    part: str | None = None
    """The part of the words that does state the value, where there is one: the link holds too much."""
    two_orders: bool = False
    """A date in figures alone, which could be day-month or month-day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoTable:
    """Such values can't be read in this language yet."""

    language: str


Agreement = Agrees | Differs | Unreadable | NoTable
