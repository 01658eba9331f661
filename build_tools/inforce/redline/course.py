"""The course of a text: its states one after another, each with the redline from the one before.

What only makes noise is folded: of the states of one day the last stands, and a state without a change of words belongs
to the one before it. What is folded keeps its commits, so nothing is hidden.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from inforce.redline.changes import Redline

Texts = Mapping[str, str]
"""Texts by path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A commit: its id, when it was made (in the committer's zone), and the first line of its message."""

    commit: str
    at: datetime
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Texts as they stood after a commit."""

    entry: Entry
    texts: Texts
    folded: tuple[Entry, ...] = ()
    """Commits of the same day before it, and later ones that changed no words; in the order in which they were made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A state that counts. `redline` leads to it from the one before; the first has none."""

    state: State
    redline: Redline | None


def last_of_each_day(states: Iterable[State]) -> tuple[State, ...]:
    """Of neighbours made on one day the last one, which keeps the commits of the others. A commit may be dated before
    the one that it follows, so only neighbours are joined."""
    kept: list[State] = []
    for state in states:
        if kept and kept[-1].entry.at.date() == state.entry.at.date():
            before = kept.pop()
            state = replace(state, folded=(*before.folded, before.entry, *state.folded))
        kept.append(state)
    return tuple(kept)


def course(states: Iterable[State], compare: Callable[[Texts, Texts], Redline]) -> Iterator[Step]:
    """The steps of states that follow each other, oldest first. Each is given once the next one begins."""
    step: Step | None = None
    for state in states:
        if step is None:
            step = Step(state=state, redline=None)
            continue
        redline = compare(step.state.texts, state.texts)
        if redline.changes:
            yield step
            step = Step(state=state, redline=redline)
        else:
            folded = (*step.state.folded, *state.folded, state.entry)
            step = replace(step, state=replace(step.state, texts=state.texts, folded=folded))
    if step is not None:
        yield step
