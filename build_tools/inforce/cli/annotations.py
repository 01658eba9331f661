"""Problems as GitHub and GitLab show them beside the lines of a pull request, and a summary for the page of the run.

What a message quotes may come from a stranger, and a CI service takes commands and markup from what is printed: here
all of it is made plain words.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from inforce.problems import Problem, Severity
from inforce.storage.tree import plain_name

_COMMAND = {Severity.ERROR: "error", Severity.OPEN: "warning", Severity.HINT: "notice"}
_WEIGHT = {Severity.ERROR: "major", Severity.OPEN: "minor", Severity.HINT: "info"}
MOST_IN_SUMMARY = 50
"""Problems that a summary lists; whoever has more begins with these."""


def heaviest_first(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Errors first: GitHub shows ten annotations of a kind and no more."""
    order = list(_COMMAND)
    return tuple(sorted(problems, key=lambda problem: (order.index(problem.severity), problem.sort_key)))


def github(problems: Iterable[Problem], place: str = "") -> Iterator[str]:
    """A workflow command a problem, one a line. `place` is the project's folder below the repository, with its slash.
    The log shows only the words of a command, so they begin with the place.

    https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
    """
    for problem in heaviest_first(problems):
        where = problem.location
        properties = {
            "file": plain_name(f"{place}{where.file}"),
            "line": where.line,
            "col": where.column,
            "title": problem.code,
        }
        said = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value)
        yield f"::{_COMMAND[problem.severity]} {said}::{_data(_said(problem))}"


def gitlab(problems: Iterable[Problem], place: str = "") -> list[dict[str, Any]]:
    """A report of code quality. `place` as above.

    https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
    """
    return [
        {
            "description": f"{problem.code} ({problem.severity}): {problem.message} {problem.remedy}",
            "check_name": problem.code,
            "fingerprint": hashlib.sha256(str(problem).encode("utf-8", "backslashreplace")).hexdigest(),
            "severity": _WEIGHT[problem.severity],
            "location": {
                "path": plain_name(f"{place}{problem.location.file}"),
                "lines": {"begin": problem.location.line or 1},
            },
        }
        for problem in heaviest_first(problems)
    ]


def summary(problems: Sequence[Problem], counted: str) -> str:
    """What was found, in Markdown, in which no word of a message is markup."""
    lines = [f"### The policies: {counted}", ""]
    for problem in heaviest_first(problems)[:MOST_IN_SUMMARY]:
        lines.append(f"- **{problem.severity}** {problem.code} {_words(_said(problem))}")
    if len(problems) > MOST_IN_SUMMARY:
        lines.append(f"- … and {len(problems) - MOST_IN_SUMMARY:,} more.")
    return "\n".join([*lines, ""])


def _said(problem: Problem) -> str:
    """A problem in words. Its message holds nothing that steers a screen (`Problem`); the name of a file may."""
    return f"{plain_name(str(problem.location))} {problem.message} {problem.remedy}"


def _data(text: str) -> str:
    """Words in a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _words(text: str) -> str:
    """Words in Markdown: every sign that could be markup escaped."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)
