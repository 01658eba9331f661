"""Reads a folder into memory, once and safely: what lies outside it, is not a plain file, or is too big is refused.

Everything in the folder may come from a stranger's pull request, so no symbolic link is followed (neither out of the
folder nor inside it) and sizes are bounded before anything is read.
"""

from __future__ import annotations

import os
import re
import stat
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, islice, takewhile
from pathlib import Path

from inforce.problems import Location, Problem, problem
from inforce.storage.leftovers import is_passing

SOURCE = "policy_src"
"""The folder of the source, below the project."""
MAX_FILE_BYTES = 1_000_000
"""Of a file of any kind: a megabyte is a mistake or an attack."""
MAX_SECTION_BYTES = 250_000
"""Of a Markdown file: a section of a policy is a few kilobytes, a whole one twenty-five. Reading and proving a section
this big still takes seconds only, whatever is in it."""
MAX_FILES = 200_000
_REPOSITORY = "this folder is a link to another repository (a submodule), whose files nobody reviews here."

_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
"""A line that git writes where it could not join two changes."""

IGNORED = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep"})
"""What systems and git's users leave in folders: nothing reads it, and only in a version it is told."""


@dataclass(frozen=True, kw_only=True)
class Tree:
    """The files of a folder: path (relative to the project, forward slashes) to bytes."""

    root: str
    """The folder itself, relative to the project."""
    files: Mapping[str, bytes]
    refused: frozenset[str] = frozenset()
    """Paths of what stands there and was not read, which is told already."""
    ignored: tuple[str, ...] = ()
    """Paths of what was passed over."""

    def stands(self, path: str) -> bool:
        """Whether there is something at a path, or was refused there or above it."""
        folders = accumulate(path.split("/"), lambda above, name: f"{above}/{name}")
        return path in self.files or any(place in self.refused for place in folders)

    def below(self, folder: str) -> Iterator[str]:
        """The paths of files below a folder, in order."""
        start = folder.rstrip("/") + "/"
        first = bisect_left(self._sorted, start)
        return takewhile(lambda path: path.startswith(start), islice(self._sorted, first, None))

    @cached_property
    def _sorted(self) -> tuple[str, ...]:
        return tuple(sorted(self.files))

    def text(self, path: str) -> tuple[str | None, tuple[Problem, ...]]:
        """A file as text, normalised; None and a problem when it is missing, not UTF-8 or left in a merge conflict;
        without one when it was refused, which is told already."""
        data = self.files.get(path)
        if data is None:
            return None, () if self.stands(path) else (missing(path),)
        text, problems = decode(data, path)
        if text is not None and (conflict := left_conflict(text, path)):
            return None, (conflict,)
        return text, problems


ReadTree = tuple[Tree, tuple[Problem, ...]]
"""A tree, and what was refused in reading it."""


def read_tree(
    project: Path, folder: str, *, ignored: Collection[str] = IGNORED, most: int = MAX_FILE_BYTES
) -> ReadTree:
    """Read all files of `folder` below `project`, sorted by path. Every refusal is a problem.

    `ignored` are names that are passed over; a file of more than `most` bytes is refused.
    """
    problems: list[Problem] = []
    files: dict[str, bytes] = {}
    shared: dict[bytes, bytes] = {}  # versions have most of their files alike
    if (refused := _no_folder(project, folder)) is not None:
        return Tree(root=folder, files={}, refused=frozenset({refused.location.file})), (refused,)
    passed: list[str] = []
    works_there = folder.split("/")[0] == SOURCE
    for path, entry in _walk(str(project / folder), folder, works_there=works_there):
        if works_there and entry.is_dir(follow_symlinks=False):
            problems.append(problem("S106", Location(file=path, line=None), "submodule"))
        elif entry.name in ignored:
            passed.append(path)
        elif not path.isprintable():
            problems.append(problem("S105", Location(file=plain_name(path), line=None), "name"))
        elif (refused := _refusal(path, entry.stat(follow_symlinks=False), most)) is not None:
            problems.append(refused)
        elif len(files) >= MAX_FILES:
            problems.append(problem("S103", Location(file=folder, line=None), "files", most=MAX_FILES))
            break
        else:
            with open(entry.path, "rb") as file:
                data = file.read()
            files[path] = shared.setdefault(data, data)
    told = frozenset(problem.location.file for problem in problems)
    return Tree(root=folder, files=dict(sorted(files.items())), refused=told, ignored=tuple(sorted(passed))), tuple(
        problems
    )


def read_file(project: Path, path: str) -> tuple[bytes | None, tuple[Problem, ...]]:
    """One file of a project, held to the same. None and a problem where it is missing or refused."""
    place = project / path
    try:
        refused = _refusal(path, place.lstat(), MAX_FILE_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        refused = problem("S101", Location(file=path, line=None), "no file")
    return (place.read_bytes(), ()) if refused is None else (None, (refused,))


def _no_folder(project: Path, folder: str) -> Problem | None:
    """Why a folder is not read: it is missing, or it is, or lies behind, a symbolic link."""
    place = project
    for name in folder.split("/"):
        place = place / name
        if place.is_symlink():
            return _link(place.relative_to(project).as_posix())
    if not place.exists():
        return problem("S101", Location(file=folder, line=None), "no folder", folder=folder)
    if not place.is_dir():
        return problem("S105", Location(file=folder, line=None), "instead of the folder")
    return None


def _refusal(path: str, known: os.stat_result, most: int) -> Problem | None:
    """Why something that stands in a project is not read."""
    if stat.S_ISLNK(known.st_mode):
        return _link(path)
    if not stat.S_ISREG(known.st_mode):
        return problem("S105", Location(file=path, line=None), "not a file")
    most = MAX_SECTION_BYTES if path.endswith(".md") else most
    if known.st_size > most:
        cure = "Split it into several sections." if path.startswith(f"{SOURCE}/") else "Make it smaller, or split it."
        return problem("S103", Location(file=path, line=None), "file", size=known.st_size, most=most, remedy=cure)
    return None


def _link(path: str) -> Problem:
    return problem("S104", Location(file=path, line=None), "project")


def decode(data: bytes, path: str) -> tuple[str | None, tuple[Problem, ...]]:
    """Bytes as text: UTF-8, byte order mark dropped, line ends made LF."""
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return None, (problem("S102", Location(file=path, line=line), byte=data[error.start], line=line),)
    return text.replace("\r\n", "\n").replace("\r", "\n"), ()


def left_conflict(text: str, path: str) -> Problem | None:
    """What git left of two changes that it could not join: whoever reads on would publish both."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    marks = [text.count("\n", 0, found.start()) + 1 for found in _CONFLICT.finditer(text)]
    if not marks:
        return None
    lines = f"lines {marks[0]} to {marks[-1]} hold" if marks[-1] > marks[0] else f"line {marks[0]} is a mark of"
    what = "two changes of the same lines side by side" if marks[-1] > marks[0] else "two changes side by side"
    remedy = "Keep the right words, and take out the others and the lines that begin with <<<<<<<, ======= or >>>>>>>."
    if path.endswith(".json"):
        remedy += " A program wrote this file: keep either side, and check again; it says what to do next."
    return problem("S114", Location(file=path, line=marks[0]), lines=lines, what=what, remedy=remedy)


def missing(path: str) -> Problem:
    """A file that has to be there."""
    return problem("S101", Location(file=path, line=None), "listed file")


def plain_name(path: str) -> str:
    """A path with what cannot be printed (bytes that are no text, control characters) written as an escape."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in path)


def _walk(top: str, name: str, *, works_there: bool) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """The files below a folder. Where Inforce itself works, what its commands work in is passed over, and a folder that
    is a repository of its own is given in the place of its files; elsewhere somebody else has put it there."""
    waiting = [(top, name)]
    while waiting:
        place, below = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                if works_there and is_passing(entry.name):
                    continue
                path = f"{below}/{entry.name}"
                if not entry.is_dir(follow_symlinks=False) or (works_there and os.path.lexists(f"{entry.path}/.git")):
                    yield path, entry
                else:
                    waiting.append((entry.path, path))
