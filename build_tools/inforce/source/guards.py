"""The files that decide how a change is checked, who is asked about it and what git keeps of it.

The check of a pull request is run by the pull request's own files: it can't defend itself against them. It can say
that they are others than in the base branch, so that whoever looks after them reads them first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from inforce.problems import Location, Problem, Severity

GUARDS = (
    ".github", ".gitlab", ".gitlab-ci.yml", ".ci", "CODEOWNERS", "docs/CODEOWNERS", ".gitattributes", ".gitignore",
    ".gitmodules", ".lfsconfig", ".devcontainer", ".venv", "Makefile", "GNUmakefile", "makefile", "constraints.txt",
    "pyproject.toml", "pip.conf", "setup.py", "setup.cfg", "pytest.ini", "tox.ini", "conftest.py", "tests/conftest.py",
    "sitecustomize.py", "usercustomize.py", "build_tools",
)  # fmt: skip
"""Files and folders below the project, as a repository that is made from this one has them."""
_TOOL = "build_tools/"
_OF_THE_TOOL = re.compile(rf"(?:\.\./)*{_TOOL}")
_MOST_NAMED = 5


def check_guards(changed: Sequence[str]) -> tuple[Problem, ...]:
    """S125, once, for these files (paths below the project), which a change has otherwise than the base branch."""
    if not changed:
        return ()
    tool = [path for path in changed if _OF_THE_TOOL.match(path)]
    listed = [path for path in sorted(changed) if path not in tool]
    if tool:
        listed.append(tool[0] if len(tool) == 1 else f"{_TOOL} ({len(tool)} files)")
    named = ", ".join(listed[:_MOST_NAMED])
    more = f" and {len(listed) - _MOST_NAMED} more" if len(listed) > _MOST_NAMED else ""
    return (
        Problem(
            code="S125",
            severity=Severity.HINT,
            location=Location(file=listed[0] if listed[0] in changed else _TOOL),
            message=f"this change also changes what checks it, or who is asked: {named}{more}.",
            remedy="Let those who look after them read them first: this check was run by the changed files.",
        ),
    )
