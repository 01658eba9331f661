"""A sign of life where work takes longer than a second: on a terminal only, on stderr, gone when it is done."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 1.0
"""Seconds before anything is shown."""


def counted(things: Iterable[T], label: str) -> Iterator[T]:
    """The same things, one by one; a bar counts them for whoever watches."""
    if not sys.stderr.isatty():
        yield from things
        return
    start, iterator = monotonic(), iter(things)
    for done, thing in enumerate(iterator, start=1):
        yield thing
        if monotonic() - start > PATIENCE:
            yield from _shown(iterator, label, done)


def _shown(things: Iterator[T], label: str, done: int) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(label, total=None, completed=done)
        for thing in things:
            yield thing
            progress.advance(task)
