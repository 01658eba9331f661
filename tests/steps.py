"""Steps of a piece of work: lines of Python code, counted as they run, so that no clock decides a test.

Each function is held by itself: one that takes four times as long for twice the input shows long before the whole does.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from types import FrameType
from typing import Any

GROWTH = 1.75
"""By how much more than in proportion the steps of a function may grow: n log n does by 1.3, square time by 3."""
CHANCE = 1000
"""So few steps may come by chance."""


def steps(work: Callable[[], object], below: str = "") -> Counter[str]:
    """How many lines each function runs, of the files whose path has `below` in it."""
    count: Counter[str] = Counter()

    def line(frame: FrameType, event: str, argument: object) -> Any:
        count[f"{frame.f_code.co_filename.rpartition('/')[2]}: {frame.f_code.co_qualname}"] += event == "line"
        return line

    def call(frame: FrameType, event: str, argument: object) -> Any:
        return line if below in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def grown(few: Counter[str], many: Counter[str], times: float) -> dict[str, tuple[int, int]]:
    """The functions whose steps grew by more than the input did, which grew `times` times."""
    return {name: (few[name], n) for name, n in many.items() if n > GROWTH * times * few[name] + CHANCE}
