"""How long a test waits for what should happen. How long it takes decides nothing: only a test that fails takes this
long, on a machine however busy."""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE = 180
"""Seconds."""


def soon(holds: Callable[[], object], what: str = "it has not come to hold") -> None:
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, what
        time.sleep(0.05)
