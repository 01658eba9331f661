"""A project opened for work: read, checked, with every problem that was found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from inforce.errors import CannotContinue
from inforce.problems import Problem
from inforce.source.history import compare_releases
from inforce.source.line_ends import with_frozen_line_ends
from inforce.source.tree import ReadTree
from inforce.workspace.check import check, errors, in_reading_order
from inforce.workspace.editions import SectionReader
from inforce.workspace.project import Project, understand


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A project opened, with all its problems and the sections that were read for finding them."""

    root: Path
    project: Project
    reader: SectionReader
    problems: tuple[Problem, ...]
    settled: frozenset[str] = frozenset()
    """The records that the base branch has with the same bytes (see `source.history`)."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that no site may be built with."""
        return errors(self.problems)


def open_desk(root: Path, read: ReadTree, *, base: str | None = None, ci: bool = False) -> Desk:
    """Check what was read, and compare it with the base branch, or with what `base` names instead of it; `ci` is where
    what cannot be compared is an error.

    Raises CannotContinue when too little can be read to go on, and UnknownBase.
    """
    read = with_frozen_line_ends(read)
    project, problems = understand(*read)
    if project is None:
        raise CannotContinue(in_reading_order(problems))
    reader = SectionReader()
    history = compare_releases(root, read[0], base=base, ci=ci)
    checked = check(project, reader, settled=history.settled)
    found = in_reading_order((*problems, *checked, *history.problems))
    return Desk(root=root, project=project, reader=reader, problems=found, settled=history.settled)
