"""What MkDocs says of the handbook, asked once: the answer holds until the handbook or the tool changes."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from inforce.problems import Location, Problem, Severity
from inforce.source.cache import InsideProject, cache_folder, keep_cache
from inforce.source.generation import generation
from inforce.workspace.desk import Desk, neighbours


def handbook_problems(desk: Desk, *, as_of: datetime) -> tuple[Problem, ...]:
    """The problems that MkDocs finds in a handbook; none where our own rules find one, which are told already."""
    if not desk.handbook_is_sound:
        return ()
    beside = neighbours(desk.project)
    key = hashlib.sha256(json.dumps([generation(), desk.handbook.digest(), asdict(beside)]).encode()).hexdigest()
    kept = _kept(desk.root)
    known = _read(kept, key) if kept else None
    if known is None:
        from inforce.plugin import try_handbook  # MkDocs takes a while to load

        known = try_handbook(desk.root, desk.handbook, as_of=as_of, beside=beside)
        if kept:
            keep_cache(kept.parent, desk.root)
            with suppress(OSError):
                kept.write_text(json.dumps({"key": key, "problems": [asdict(one) for one in known]}), "utf-8")
    return known


def _kept(root: Path) -> Path | None:
    try:
        folder = cache_folder(root)
    except InsideProject:
        return None
    return folder / "handbook.json" if folder else None


def _read(path: Path, key: str) -> tuple[Problem, ...] | None:
    try:
        data = json.loads(path.read_text("utf-8"))
        return tuple(_problem(one) for one in data["problems"]) if data["key"] == key else None
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def _problem(data: dict[str, Any]) -> Problem:
    return Problem(**{**data, "severity": Severity(data["severity"]), "location": Location(**data["location"])})
