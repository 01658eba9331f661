"""A small source with nothing wrong (`good_source/`), and projects made from it with something changed."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from inforce.cli.opening import open_here
from inforce.errors import CannotContinue
from inforce.problems import Problem

GOOD = Path(__file__).with_name("good_source")
Changes = Mapping[str, str | bytes | None]
"""Path in the project to what it holds instead; None takes it away."""


def project(root: Path, changes: Changes | None = None) -> Path:
    """A project below `root`: the good source with some files changed."""
    place = root / "project"
    shutil.copytree(GOOD, place)
    change(place, changes or {})
    return place


def change(place: Path, changes: Changes) -> None:
    """Change files of a project."""
    for path, data in changes.items():
        target = place / path
        if data is None:
            if target.is_dir():
                shutil.rmtree(target)
            else:
                target.unlink()
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data if isinstance(data, bytes) else data.encode())


def good(path: str) -> str:
    """A file of the good source."""
    return (GOOD / path).read_text("utf-8")


def problems(place: Path) -> tuple[Problem, ...]:
    """All problems of a project, whether or not it could be read to the end."""
    try:
        return open_here(place).problems
    except CannotContinue as stop:
        return stop.problems


def told(found: tuple[Problem, ...]) -> list[str]:
    """Problems as `CODE file:line`, for comparing."""
    return [f"{one.code} {one.location.file}" + (f":{one.location.line}" if one.location.line else "") for one in found]


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder: path to bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
