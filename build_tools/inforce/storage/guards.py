"""The files that decide how a change is checked, who is asked about it and what git keeps of it.

The check of a pull request is run by the pull request's own files: it can't defend itself against them. It can say
that they are others than in the base branch, so that whoever looks after them reads them first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from inforce.problems import Problem, problem

_WORDS = frozenset({"md", "markdown", "rst", "adoc", "pdf", "docx", "odt", "png", "jpg", "jpeg", "gif", "webp"})
"""Endings of what people read and programs don't."""
_READ_BY_PEOPLE = frozenset(
    ("readme", "license", "licence", "copying", "notice", "authors", "contributors", "changelog", "changes", "news")
)
"""Names, with no ending or with `.txt`, of what stands beside the sources for people."""
_FOR_AGENTS = frozenset({"agents.md", "claude.md", "gemini.md"})
"""Words that programs follow."""
_HARMLESS = frozenset({"mkdocs.yml", ".editorconfig", ".mailmap", ".gitkeep", ".keep", ".ds_store"})
"""The first has rules of its own; nothing is run or settled by the others."""
_FOLDERS = frozenset({"build_tools", "bin", "scripts", "tools", "hooks", "tasks", "ci", "venv", "node_modules"})
_ANYWHERE = re.compile(r"(?:(?:conftest|sitecustomize|usercustomize)\.py|codeowners|.*\.pth)")
_PACKAGE = re.compile(r"[^/]+/__init__\.py")
"""A folder on the top level that Python takes for a package, maybe in the place of an installed one."""
_TOOL = "build_tools/"
_OF_THE_TOOL = re.compile(rf"(?:\.\./)*{_TOOL}")
_MOST_NAMED = 5


def is_guard(path: str) -> bool:
    """Whether some tool runs a file, or takes its settings from it, because it stands at this path below the top of a
    repository or of a project. What is on the top level mostly is such a file, and so is what is hidden; a list of the
    names that tools look for would never be whole."""
    parts = path.lower().split("/")
    name = parts[-1]
    if name in _HARMLESS:
        return False
    if any(part.startswith(".") for part in parts) or parts[0] in _FOLDERS:
        return True
    if len(parts) > 1:
        return bool(_ANYWHERE.fullmatch(name) or _PACKAGE.fullmatch(path))
    stem, _, ending = name.rpartition(".")
    for_people = ending in _WORDS or ((stem or ending) in _READ_BY_PEOPLE and ending in ("", "txt", *_READ_BY_PEOPLE))
    return name in _FOR_AGENTS or not for_people


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
    return (problem("S125", listed[0] if listed[0] in changed else _TOOL, named=named, more=more),)
