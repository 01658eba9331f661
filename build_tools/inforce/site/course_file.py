"""The course of a text as one HTML file that needs nothing else: its states, and the redline that leads to each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from inforce.model.facts import Facts
from inforce.redline.course import Entry, Step
from inforce.redline.html import Setting
from inforce.site.redline_file import Compared, FileStyle, Part, part
from inforce.site.redline_wording import redline_words
from inforce.site.translator import Translator
from inforce.writer import RenderContext

_SHORT = 10
"""Digits of a commit's id that are shown: enough to find it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitLine:
    """A commit as it is shown."""

    id: str
    at: datetime
    date: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """A state: the commit that made it, the commits folded into it, how much changed, and the changes."""

    number: int
    commit: CommitLine
    folded: tuple[CommitLine, ...]
    counts: str
    """'' of the first state."""
    changes: Part | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseView:
    """What `course.html` needs. `steps` are the newest first."""

    title: str
    subject: str
    style: FileStyle
    steps: tuple[StepView, ...]
    changed: int
    """How often the words changed."""
    first: str
    """The day of the first commit."""
    last: str
    cut_off: bool
    """Whether older states may be missing."""


def course_view(
    steps: Sequence[Step],
    words: Translator,
    style: FileStyle,
    *,
    title: str,
    subject: str,
    language: str,
    cut_off: bool,
) -> CourseView:
    """The view of steps, which are the oldest first. `language` is the texts', '' where nobody knows it."""
    views = tuple(_step(number, step, words, language) for number, step in enumerate(steps, start=1))
    days = [entry.at for step in steps for entry in (step.state.entry, *step.state.folded)]
    return CourseView(
        title=title,
        subject=subject,
        style=style,
        steps=tuple(reversed(views)),
        changed=sum(step.redline is not None for step in steps),
        first=words.date(min(days, key=datetime.timestamp).date()),
        last=words.date(max(days, key=datetime.timestamp).date()),
        cut_off=cut_off,
    )


def _step(number: int, step: Step, words: Translator, language: str) -> StepView:
    state = step.state
    counts, changes = "", None
    if step.redline is not None:
        context = RenderContext(language=language or "en", numbers={}, links={})
        compared = Compared(
            redline=step.redline,
            language=language,
            words=words,
            old=context,
            new=context,
            facts=(Facts(), Facts()),
        )
        counts = redline_words(words, Facts(), Facts()).counts(len(step.redline.changes), step.redline.changed_sections)
        changes = part(compared, _changes(compared, number))
    return StepView(
        number=number,
        commit=_line(state.entry, words),
        folded=tuple(_line(entry, words) for entry in state.folded),
        counts=counts,
        changes=changes,
    )


def _changes(compared: Compared, number: int) -> str:
    """The sections that changed; those that didn't are left out. Anchors begin with the state's number."""
    labels = compared.labels
    setting = Setting(
        compared.redline,
        labels,
        old=compared.old,
        new=compared.new,
        prefix=f"s{number}",
        ids=False,
    )
    changed = [index for index in range(len(compared.redline.sections)) if setting.changes(index)]
    return "".join(setting.section(index) for index in changed)


def _line(entry: Entry, words: Translator) -> CommitLine:
    return CommitLine(id=entry.commit[:_SHORT], at=entry.at, date=words.date(entry.at.date()), subject=entry.subject)
