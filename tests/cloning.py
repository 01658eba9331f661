"""Clones as CI services make them."""

from __future__ import annotations

from pathlib import Path

from git import Repo


def cloned(place: Path, origin: Path, at: str, *references: str, depth: int | None = None) -> Path:
    """A clone at `place`: these references of an origin fetched, one commit of them checked out, on no branch."""
    with Repo.init(place, initial_branch="none") as repo:
        repo.git.remote("add", "origin", origin.as_uri())
        repo.git.fetch("--no-tags", *([f"--depth={depth}"] if depth else []), "origin", *references)
        repo.git.checkout("--detach", at)
    return place
