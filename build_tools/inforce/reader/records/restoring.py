"""What to do about a file of a released version that is not as it was: restore it, and what to run for what was meant.
What the base branch does not have yet can't be restored: it is made again.

Whoever changes a date in a record wants another date, whoever changes a word other words; the records say both, once
for all, and an amendment says them anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from inforce.problems import Problem, Severity

_PLACE = re.compile(r"(?:.*/)?(?P<policy>[^/]+)/versions/(?P<number>[0-9]+)(?:/(?P<rest>.*))?")
_RESTORE = "Restore it: put the text that the base branch has in its place, or undo the commit that changed it."
_RESTORED_BY_CODE = {
    "D102": "Bring it back from the base branch.",
    "D103": "Take it away: a version is exactly the files that its records list.",
    "D105": "Restore its records and those of the version before it from the base branch.",
    "D106": "Bring the missing one back from the base branch.",
    "D107": "One of the two was changed: restore both from the base branch.",
}


_FROZEN = re.compile(r"D10[1-8]")
_NOTHING_MEANT = ("D102", "D103", "D106")
"""A file is lost or too much: nobody meant another date or other words by that."""
_CAUSES = frozenset({"D101", "D102"})
_CONSEQUENCES = frozenset({"D104", "D108", "D109"})
_REASON = '--reason "…"'


def cure(code: str, path: str) -> str:
    """How to put a released file (a path in the project) right, and what to run if something else was meant."""
    restore = _RESTORED_BY_CODE.get(code, _RESTORE)
    found = _PLACE.fullmatch(path)
    if found is None:
        return restore
    command = f"inforce amend {found['policy']} {found['number']}"
    name, rest = (found["rest"] or "").rpartition("/")[2], found["rest"] or ""
    if code in _NOTHING_MEANT:
        return restore
    words = re.fullmatch(r"(?:amendments/[0-9]{4}/)?([^/]+)/([^/]+)\.md", rest)
    if words:
        run = f"{command} correction --language {words[1]} --section {words[2]} {_REASON}"
        return f"{restore} To mend its words, change the working text and run: {run}"
    if name == "facts.json":
        return f"{restore} To mend a fact, change it in facts/ and run: {command} correction --fact PATH {_REASON}"
    if name in ("manifest.json", "amendment.json") or (code == "D109" and not rest):  # a whole version taken away
        return (
            f"{restore} To put the version off, run: {command} postponement --effective DATE {_REASON}; "
            f"to take it back: {command} withdrawal {_REASON}"
        )
    return restore


def without_consequences(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems without those that only follow from another one told of the same released file: a file that is changed
    or gone (D101, D102) cannot be read, has another wording, and isn't what the base branch has."""
    found = tuple(problems)
    causes = {problem.location.file for problem in found if problem.code in _CAUSES and _is_error(problem)}
    return tuple(one for one in found if not (one.code in _CONSEQUENCES and one.location.file in causes))


def _is_error(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR


def made_again(problems: Iterable[Problem], new: Iterable[str]) -> Iterator[Problem]:
    """The problems; what is wrong inside a version or an amendment that the base branch doesn't have is mended by
    making it again. `new`: the folders of these, as paths in the project."""
    cures = {folder: _again(folder) for folder in new}
    for problem in problems:
        inside = [folder for folder in cures if problem.location.file.startswith(f"{folder}/")]
        if inside and _FROZEN.fullmatch(problem.code):
            yield replace(problem, remedy=cures[min(inside, key=len)])
        else:
            yield problem


def _again(folder: str) -> str:
    version, _, amendment = folder.partition("/amendments/")
    _, policy, _, number = version.rsplit("/", 3)
    if amendment:
        what, command = f"amendment {int(amendment)} of version {number}", f"amend {policy} {number}"
    else:
        what, command = f"version {number}", f"release {policy}"
    return (
        f"The base branch does not have {what} yet, so it is made by a command and not by hand: delete {folder}/ and "
        f"run inforce {command} again."
    )
