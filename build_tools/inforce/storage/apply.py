"""Applies planned edits to the disk: a new folder appears whole or not at all; a file is replaced whole."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from inforce.release.edits import Plan
from inforce.storage.leftovers import working_file, working_folder


def apply(project: Path, plan: Plan) -> None:
    """Carry out a plan below `project`. Raises FileExistsError when its folder is already there.

    The new folder goes first: until it stands, nothing that exists has changed.
    """
    if plan.folder is not None:
        _create_folder(project / plan.folder, plan.created)
    for path, data in plan.replaced.items():
        replace_file(project / path, data)
    for path in plan.removed:
        (project / path).unlink(missing_ok=True)


def replace_file(target: Path, data: bytes) -> None:
    """Write a file whole, by renaming a finished one into its place."""
    with working_file(target.parent) as (path, held):
        with open(held, "wb", closefd=False) as file:
            file.write(data)
        path.chmod(0o644)
        path.replace(target)


def replace_folder(finished: Path, target: Path) -> None:
    """Put a finished folder in the place of another: readers see the old one whole, then the new one whole.

    Both must be on one file system. The old folder is removed last.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    if not (target.exists() or target.is_symlink()):
        finished.rename(target)
        return
    if _exchanged(finished, target):
        shutil.rmtree(finished, ignore_errors=True)
        return
    with working_folder(target.parent) as old:
        target.rename(old / target.name)
        try:
            finished.rename(target)
        except BaseException:
            (old / target.name).rename(target)
            raise


def _exchanged(one: Path, other: Path) -> bool:
    """Whether two folders have changed places in one step, as Linux can: no instant at which either is missing."""
    if not sys.platform.startswith("linux") or other.is_symlink():
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE: linux/fcntl.h, linux/fs.h
    done: int = rename(here, os.fsencode(one), here, os.fsencode(other), exchange)
    return done == 0


def _create_folder(target: Path, files: Mapping[str, bytes]) -> None:
    if target.exists():
        raise FileExistsError(target)
    with working_folder(target.parent) as scratch:
        for path, data in files.items():
            place = scratch / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        try:
            scratch.rename(target)
        except OSError:
            if target.exists():
                raise FileExistsError(target) from None  # another command was quicker
            raise
