"""What a reader finds wrong in one file, collected as it goes."""

from __future__ import annotations

from inforce.problems import Location, Problem, problem

MOST = 200
"""So many problems of one file are listed; a last one says that there are more."""


class Findings:
    """Collects problems of one file. Never raises; beyond `MOST` it only counts, so that no input costs much memory."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._problems: list[Problem] = []
        self._told: set[tuple[str, int, int]] = set()
        self._left_out = 0

    def __bool__(self) -> bool:
        return bool(self._problems)

    def report(self, code: str, line: int, column: int, variant: str = "", /, **values: object) -> None:
        """Note one problem, once for each code and place. Line and column count from 1."""
        if (code, line, column) in self._told:
            return
        self._told.add((code, line, column))
        if len(self._problems) >= MOST:
            self._left_out += 1
            return
        at = Location(file=self._file, line=line, column=column)
        self._problems.append(problem(code, at, variant, level=None, about="", **values))

    def problems(self) -> tuple[Problem, ...]:
        """All that was found, in reading order."""
        found = sorted(self._problems, key=lambda one: one.sort_key)
        if self._left_out:
            found.append(problem("M199", self._file, count=self._left_out))
        return tuple(found)


def quoted(text: str, most: int = 40) -> str:
    """The exact text in quotation marks, cut after `most` characters, with hidden characters spelled out."""
    shown = "".join(char if char.isprintable() or char == " " else f"<U+{ord(char):04X}>" for char in text[:most])
    return f"“{shown}{'…' if len(text) > most else ''}”"
