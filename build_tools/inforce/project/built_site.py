"""A built site held to its source: every page and file of Inforce's is there, byte for byte, and no other in its place.

Whoever builds the site by another program learns here what that program left out: a builder that does not know a plugin
may pass over it and say nothing. What the handbook's pages hold is theirs, and not looked at.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from inforce.contract.index import API
from inforce.errors import CannotContinue
from inforce.problems import Problem, problem
from inforce.project.open import OpenProject, neighbours
from inforce.project.publish import publish
from inforce.project.site_files import site_files
from inforce.rules.handbook import MARK, is_claimed
from inforce.site.favicon import FAVICON
from inforce.site.sitemap import SITEMAP

INDEX = f"{API}/index.json"
MOST_TOLD = 20
"""Files of a kind that are named one by one: who lacks more lacks the site."""
_END = b"</urlset>\n"


def site_problems(opened: OpenProject, folder: Path) -> tuple[Problem, ...]:
    """H116 for what a built site lacks, has otherwise or has too much. It is made again as of the instant that its
    index names, with drafts where it has any, of nothing that was remembered; nothing is written."""
    built_as_of = _built_as_of(folder)
    if built_as_of is None:
        return (problem("H116", f"{folder.name}/{INDEX}", "no index"),)
    drafts = any(folder.glob("*/*/draft/index.html"))
    try:
        publication = publish(opened.project, opened.reader, as_of=built_as_of, drafts=drafts)
        made = site_files(publication, cache=None).all_files((), has_icon=opened.handbook.holds(FAVICON))
        paths: set[str] = {MARK}
        lacking: list[str] = []
        other: list[str] = []
        for path, data in made:
            paths.add(path)
            if not (folder / path).is_file():
                lacking.append(path)
            elif not _is_as_made(path, data, (folder / path).read_bytes()):
                other.append(path)
    except CannotContinue as stop:
        return stop.problems
    beside = neighbours(opened.project)
    foreign = [path for path in _files(folder) if path not in paths and is_claimed(path, beside)]
    more = sum(max(0, len(each) - MOST_TOLD) for each in (lacking, other, foreign))
    return (
        *(problem("H116", f"{folder.name}/{path}", "missing") for path in lacking[:MOST_TOLD]),
        *(problem("H116", f"{folder.name}/{path}", "other bytes") for path in other[:MOST_TOLD]),
        *(problem("H116", f"{folder.name}/{path}", "foreign") for path in foreign[:MOST_TOLD]),
        *((problem("H116", folder.name, "more", count=more),) if more else ()),
    )


def _built_as_of(folder: Path) -> datetime | None:
    try:
        made_at = datetime.fromisoformat(json.loads((folder / INDEX).read_bytes())["made_at"])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    return made_at if made_at.tzinfo else None


def _is_as_made(path: str, made: bytes, found: bytes) -> bool:
    """Whether a file has the bytes that it was made with; to the site map pages of the handbook may be added."""
    return found == made or (path == SITEMAP and found.startswith(made.removesuffix(_END)) and found.endswith(_END))


def _files(folder: Path) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders.sort()
        yield from ((Path(place) / name).relative_to(folder).as_posix() for name in sorted(names))
