"""Folders and files that exist only while a command works, and what is left of them where one was killed.

Each has a name of its own form and is held by a lock for as long as its process lives. The system lets go of the lock
with the process, so the next command that writes there can tell what is left over from what is at work, and clears it.
Readers pass over both.
"""

from __future__ import annotations

import fcntl
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_NAME = re.compile(r"\.inforce-work-[0-9a-f]{16}")


def is_passing(name: str) -> bool:
    """Whether a folder or file of this name is one that a command works in."""
    return bool(_NAME.fullmatch(name))


@contextmanager
def working_folder(parent: Path) -> Iterator[Path]:
    """A folder to work in, beside what is to be made; it is gone afterwards, if it was not moved to its place."""
    parent.mkdir(parents=True, exist_ok=True)
    clear(parent)
    path, held = _held_folder(parent)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)
        os.close(held)


@contextmanager
def working_file(parent: Path) -> Iterator[tuple[Path, int]]:
    """A file to write, and its descriptor; it is gone afterwards, if it was not moved to its place."""
    parent.mkdir(parents=True, exist_ok=True)
    clear(parent)
    path, held = _held_file(parent)
    try:
        yield path, held
    finally:
        with suppress(FileNotFoundError):
            path.unlink()
        os.close(held)


def clear(parent: Path) -> None:
    """Take away what commands that live no more have left in a folder; what cannot be taken away stays."""
    with suppress(OSError), os.scandir(parent) as entries:
        left = [Path(entry.path) for entry in entries if is_passing(entry.name) and not entry.is_symlink()]
        for path in left:
            with suppress(OSError):
                _clear_one(path)


def _clear_one(path: Path) -> None:
    known = path.lstat()
    if known.st_uid != os.geteuid():
        return
    held = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)  # raises BlockingIOError while its process lives
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink()
    finally:
        os.close(held)


def _held_folder(parent: Path) -> tuple[Path, int]:
    while True:
        path = parent / f".inforce-work-{secrets.token_hex(8)}"
        path.mkdir()
        with suppress(FileNotFoundError):
            held = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
            if _is_held(path, held):
                path.chmod(0o755)
                return path, held


def _held_file(parent: Path) -> tuple[Path, int]:
    while True:
        path = parent / f".inforce-work-{secrets.token_hex(8)}"
        held = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o644)
        if _is_held(path, held):
            return path, held


def _is_held(path: Path, held: int) -> bool:
    """Take the lock; whether the path still names what is held, which another command may have cleared before."""
    fcntl.flock(held, fcntl.LOCK_EX)
    with suppress(FileNotFoundError):
        if os.path.samestat(path.lstat(), os.fstat(held)):
            return True
    os.close(held)
    return False
