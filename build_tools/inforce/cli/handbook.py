"""What MkDocs says of the handbook, asked once: the answer holds until the handbook or the tool changes. And what only
the whole site tells: links to pages of it that there are not."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from inforce.problems import Location, Problem, Severity
from inforce.project.nameable import nameable
from inforce.project.open import OpenProject, neighbours
from inforce.project.own_links import links_to_nowhere
from inforce.rules.own_links import OwnLink
from inforce.storage.cache import InsideProject, cache_folder, keep_cache
from inforce.storage.generation import generation


class _Answer(NamedTuple):
    problems: tuple[Problem, ...] = ()
    links: tuple[OwnLink, ...] = ()


def handbook_problems(opened: OpenProject, *, as_of: datetime) -> tuple[Problem, ...]:
    """The problems that MkDocs finds in a handbook; none where our own rules find one, which are told already. And the
    links of texts and handbook that lead nowhere."""
    kept = _kept(opened.root)
    known = _known(opened, kept, as_of=as_of) if opened.handbook_is_sound else _Answer()
    nowhere = links_to_nowhere(opened, known.links, as_of=as_of, cache=kept.parent if kept else None)
    return (*known.problems, *nowhere)


def _known(opened: OpenProject, kept: Path | None, *, as_of: datetime) -> _Answer:
    beside, named = neighbours(opened.project), nameable(opened, as_of=as_of)
    parts = [generation(), opened.handbook.digest(), asdict(beside), named.digest if named else None]
    key = hashlib.sha256(json.dumps(parts).encode()).hexdigest()
    known = _read(kept, key) if kept else None
    if known is None:
        from inforce.engines.conduct import try_handbook  # MkDocs takes a while to load

        made = try_handbook(opened.root, opened.handbook, as_of=as_of, beside=beside, nameable=named)
        known = _Answer(made.problems, made.links)
        if kept:
            keep_cache(kept.parent, opened.root)
            data = {name: [asdict(one) for one in each] for name, each in known._asdict().items()}
            with suppress(OSError):
                kept.write_text(json.dumps({"key": key, **data}), "utf-8")
    return known


def _kept(root: Path) -> Path | None:
    try:
        folder = cache_folder(root)
    except InsideProject:
        return None
    return folder / "handbook.json" if folder else None


def _read(path: Path, key: str) -> _Answer | None:
    try:
        data = json.loads(path.read_text("utf-8"))
        if data["key"] != key:
            return None
        return _Answer(tuple(map(_problem, data["problems"])), tuple(map(_link, data["links"])))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def _problem(data: dict[str, Any]) -> Problem:
    return Problem(**{**data, "severity": Severity(data["severity"]), "location": Location(**data["location"])})


def _link(data: dict[str, Any]) -> OwnLink:
    return OwnLink(**{**data, "location": Location(**data["location"])})
