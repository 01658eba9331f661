"""Frozen files whose line ends git has changed: one problem with the cure, in the place of one for every digest.

Git on Windows writes text with CR LF where nothing tells it otherwise. A release writes LF, so a CR LF in a frozen file
was put there afterwards.
"""

from __future__ import annotations

import re
from dataclasses import replace

from inforce.problems import problem
from inforce.storage.tree import ReadTree

_FROZEN = re.compile(r"([^/]+/[^/]+/versions)/.+", re.DOTALL)
"""A frozen file, below the folder of all versions of its policy."""


def with_frozen_line_ends(read: ReadTree) -> ReadTree:
    """A tree as it was frozen, and the problem where its line ends had been changed."""
    tree, problems = read
    changed = {
        path: data.replace(b"\r\n", b"\n")
        for path, data in tree.files.items()
        if b"\r\n" in data and _FROZEN.fullmatch(path)
    }
    if not changed:
        return read
    folders = sorted({path.rpartition("/versions/")[0] + "/versions" for path in changed})
    turned = problem(
        "D113", min(changed), counted=_counted(len(changed)), folders=" and ".join(folders), paths=" ".join(folders)
    )
    return replace(tree, files={**tree.files, **changed}), (*problems, turned)


def _counted(files: int) -> str:
    return "one frozen file" if files == 1 else f"each of {files:,} frozen files"
