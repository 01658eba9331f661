"""The exceptions of Inforce: they mean "cannot continue". Everything that can be collected is a Problem instead."""

from __future__ import annotations

from collections.abc import Sequence

from inforce.problems import Problem


class CannotContinue(Exception):
    """Work has to stop here; the problems say why, in the reader's words."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


class UnknownBase(ValueError):
    """Git knows no commit of the name that was given for the base branch."""
