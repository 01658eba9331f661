"""A bar for whoever watches a terminal, and nothing for anyone else."""

from __future__ import annotations

import io

import pytest
from inforce.cli import progress
from inforce.cli.progress import counted


class Terminal(io.StringIO):
    """A terminal, as far as can be told."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("terminal", "patience", "shown"), [(True, -1.0, True), (True, 60.0, False), (False, -1.0, False)]
)
def test_the_same_things_go_by_and_a_bar_is_shown_only_to_who_waits(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, patience: float, shown: bool
) -> None:
    screen = Terminal() if terminal else io.StringIO()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr(progress, "PATIENCE", patience)
    assert list(counted(range(5), "Counting")) == [0, 1, 2, 3, 4]
    assert ("Counting" in screen.getvalue()) is shown
