"""Leaves of two editions laid into the lists and quotations that they stand in: one tree of both.

Steps of one edition are told apart by their paths. Those of the two meet where a leaf of both stands in them, or where
they are of one kind and stand beside each other: a new item stands in the list of those that stay.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from inforce.model.text import Leaf, List, ListItem, Step

T = TypeVar("T")


@dataclass(slots=True)
class Box(Generic[T]):
    """What stands in a step: what is shown, and further steps. The outermost box has none."""

    step: Step | None
    inside: list[T | Box[T]] = field(default_factory=list)
    steps: dict[bool, Step] = field(default_factory=dict)
    """The step of each edition that this one is, that of the new one under True."""


def boxes(shown: Iterable[tuple[T, Leaf | None, Leaf | None]]) -> Box[T]:
    """What is shown in reading order, each with its leaf in the old edition and in the new one, where they have one.

    Where the beginning of an item is not shown, its further leaves stand in the item above, or in no list.
    """
    stack: list[Box[T]] = [Box(None)]
    for one, old, new in shown:
        leaf = new or old
        assert leaf is not None
        beside = old.path if old and new else ()
        reached, place = 1, 0
        while place < len(leaf.path):
            step = leaf.path[place]
            steps = {new is not None: step}
            if place < len(beside) and type(beside[place]) is type(step):
                steps[False] = beside[place]
            is_open = reached < len(stack) and _goes_on(stack[reached], step, steps, leaf)
            if not is_open and isinstance(step, List) and not _begins(leaf.path[place + 1], leaf):
                place += 2
                continue
            if not is_open:
                box: Box[T] = Box(step)
                stack[reached - 1].inside.append(box)
                stack[reached:] = [box]
            stack[reached].steps |= steps
            reached, place = reached + 1, place + 1
        del stack[reached:]
        stack[-1].inside.append(one)
    return stack[0]


def _begins(step: Step, leaf: Leaf) -> bool:
    return isinstance(step, ListItem) and step.begins == leaf.at.line


def _goes_on(box: Box[T], step: Step, steps: dict[bool, Step], leaf: Leaf) -> bool:
    """Whether a step of a leaf is the one that is open."""
    if isinstance(step, ListItem):
        return not _begins(step, leaf)
    for edition, one in steps.items():
        if known := box.steps.get(edition):
            return known == one
    if isinstance(step, List):
        return isinstance(box.step, List) and box.step.ordered == step.ordered
    return type(box.step) is type(step)
