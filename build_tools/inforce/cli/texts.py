"""Texts to compare, read safely: one file, or every Markdown file of a folder. They may come from anybody.

In a folder no symbolic link is followed, sizes are bounded before anything is read, and all that is wrong is told at
once. Control characters, which could steer a terminal, become their pictures (U+2400 …); signs that turn the direction
of words around, so that a text reads otherwise than it is, become their codes (<U+202E>).
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from inforce.errors import CannotContinue
from inforce.problems import Problem, problem
from inforce.storage.tree import MAX_FILE_BYTES, decode, plain_name

MARKDOWN = (".md", ".markdown")
MAX_TEXTS = 2_000
"""Files of one folder: as many as the largest policies have sections, some times over."""
_SKIPPED = frozenset({"node_modules", "__pycache__"})
_ENDS = (0xFFFE, 0xFFFF)
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"} | {0x7F: "\u2421"}
_NO_SIGNS = (*range(0x80, 0xA0), *range(0xFDD0, 0xFDF0), *(plane << 16 | end for plane in range(17) for end in _ENDS))
_TURNS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_SHOWN = _PICTURES | dict.fromkeys(_NO_SIGNS, "\ufffd") | {code: f"<U+{code:04X}>" for code in _TURNS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The texts of a folder by path, and how many files are no Markdown."""

    files: Mapping[str, str]
    passed_over: int


def is_folder(path: Path) -> bool:
    """Whether there is a folder of this name; a name that no file can have is none."""
    return _kind(path) == stat.S_IFDIR


def is_text(path: Path) -> bool:
    """Whether a name is that of a file, or of Markdown that may be missing."""
    return _kind(path) == stat.S_IFREG or path.suffix.lower() in MARKDOWN


def read_file(path: Path) -> str:
    """A file as text. Raises UsageError where there is none, CannotContinue where it cannot be read as text."""
    if _kind(path) != stat.S_IFREG:
        raise click.UsageError(f"there is no file {plain_name(str(path))}.")
    return _read(path, str(path))


def printable(text: str) -> str:
    """A text as it is shown: nothing in it steers a terminal or turns words around."""
    return text.translate(_SHOWN)


def read_file_as_it_is(path: Path) -> str:
    """As `read_file`, to be written again: nothing in it is replaced."""
    if _kind(path) != stat.S_IFREG:
        raise click.UsageError(f"there is no file {plain_name(str(path))}.")
    return _decoded(path, str(path))


def read_folder(folder: Path) -> Texts:
    """Every Markdown file below a folder, by path, in order. Raises CannotContinue with all that is wrong."""
    problems: list[Problem] = []
    found: dict[str, Path] = {}
    passed_over = 0
    for path, entry in _walk(folder, problems):
        if not path.lower().endswith(MARKDOWN) and not entry.is_symlink():
            passed_over += 1
        elif not path.isprintable():
            problems.append(problem("S105", plain_name(path), "name"))
        elif entry.is_symlink():
            problems.append(problem("S104", plain_name(path), "text"))
        elif not entry.is_file(follow_symlinks=False):
            problems.append(problem("S105", plain_name(path), "not a file"))
        else:
            found[path] = Path(entry.path)
    if len(found) > MAX_TEXTS:
        problems.append(problem("S103", plain_name(str(folder)), "texts", most=MAX_TEXTS))
        found = {}
    files: dict[str, str] = {}
    for path in sorted(found):
        try:
            files[path] = _read(found[path], path)
        except CannotContinue as stop:
            problems += stop.problems
    if problems:
        raise CannotContinue(problems)
    return Texts(files=files, passed_over=passed_over)


def _walk(folder: Path, problems: list[Problem]) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """What is in a folder and below, links and hidden folders not entered."""
    waiting = [(str(folder), "")]
    while waiting:
        place, below = waiting.pop()
        try:
            entries = sorted(os.scandir(place), key=lambda entry: entry.name)
        except OSError as error:
            problems.append(problem("S101", plain_name(below or place), "unreadable", why=error.strerror))
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if not entry.name.startswith(".") and entry.name not in _SKIPPED:
                    waiting.append((entry.path, f"{below}{entry.name}/"))
            else:
                yield below + entry.name, entry


def _read(path: Path, name: str) -> str:
    return printable(_decoded(path, name))


def _decoded(path: Path, name: str) -> str:
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise CannotContinue(
                [problem("S103", plain_name(name), "text", size=path.stat().st_size, most=MAX_FILE_BYTES)]
            )
        data = path.read_bytes()
    except OSError as error:
        raise CannotContinue([problem("S101", plain_name(name), "unreadable", why=error.strerror)]) from None
    text, problems = decode(data, plain_name(name))
    if text is None:
        raise CannotContinue(problems)
    return text


def _kind(path: Path) -> int:
    """The kind of file a path names, links followed; 0 where there is none."""
    try:
        return stat.S_IFMT(path.stat().st_mode)
    except (OSError, ValueError):
        return 0
