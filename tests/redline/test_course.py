"""The course of a text: what is folded, and that nothing of it is lost."""

from __future__ import annotations

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st
from inforce.redline import Redline
from inforce.redline.course import Entry, State, Texts, course, last_of_each_day
from inforce.redline.lenient import compare_markdown


def state(day: int, text: str, hour: int = 12) -> State:
    at = datetime.fromisoformat(f"2024-03-{day:02}T{hour:02}:00:00+01:00")
    return State(entry=Entry(commit=f"{day}.{hour}", at=at, subject=f"day {day}"), texts={"a.md": text})


def compare(old: Texts, new: Texts) -> Redline:
    return compare_markdown(old["a.md"], new["a.md"])


def shown(*states: State) -> list[tuple[str, tuple[str, ...]]]:
    """The commit of each step, and those folded into it."""
    steps = course(last_of_each_day(states), compare)
    return [(step.state.entry.commit, tuple(entry.commit for entry in step.state.folded)) for step in steps]


def test_each_change_of_words_is_a_step_with_its_redline() -> None:
    first, second = course([state(1, "We keep it."), state(2, "We keep it long.")], compare)
    assert first.redline is None
    assert second.redline is not None
    assert len(second.redline.changes) == 1


def test_of_a_day_the_last_state_stands() -> None:
    assert shown(state(1, "one"), state(2, "two", 9), state(2, "three", 10), state(2, "four", 11)) == [
        ("1.12", ()),
        ("2.11", ("2.9", "2.10")),
    ]


def test_a_day_that_ends_as_it_began_is_no_step() -> None:
    assert shown(state(1, "one"), state(2, "two", 9), state(2, "one", 10)) == [("1.12", ("2.9", "2.10"))]


def test_a_state_without_a_change_of_words_belongs_to_the_one_before() -> None:
    assert shown(state(1, "We keep\nit."), state(2, "We keep it.\n"), state(3, "We keep that.")) == [
        ("1.12", ("2.12",)),
        ("3.12", ()),
    ]


def test_a_commit_dated_before_the_one_that_it_follows_stays_in_its_place() -> None:
    assert shown(state(2, "one"), state(1, "two"), state(2, "three")) == [("2.12", ()), ("1.12", ()), ("2.12", ())]


def test_no_state_no_step() -> None:
    assert shown() == []


@given(st.lists(st.tuples(st.integers(1, 28), st.sampled_from(["one", "two", "two  ", "three"])), max_size=12))
def test_every_commit_is_told_once_and_the_steps_lead_from_text_to_text(days: list[tuple[int, str]]) -> None:
    states = [state(day, text, hour) for hour, (day, text) in enumerate(days)]
    steps = list(course(last_of_each_day(states), compare))
    told = [entry.commit for step in steps for entry in (step.state.entry, *step.state.folded)]
    assert sorted(told) == sorted(each.entry.commit for each in states)
    assert all(step.redline and step.redline.changes for step in steps[1:])
    if steps:
        assert steps[-1].state.texts["a.md"].split() == states[-1].texts["a.md"].split()
