"""Work done once is remembered on disk, by the digest of what it was made from.

The keys are digests of every input but the code, and each state of the code has a store of its own, so an entry is
right for ever. A store that is damaged, locked or too big is no obstacle: what is not known is made again.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from inforce.model.recent import Recent

MOST_BYTES = 1_000_000_000
"""A store that has grown beyond this is begun anew."""
MOST_WAITING = 8_000_000
"""Characters that wait to be written: with more, a large site's pages would all be held to the end of its build."""
MOST_HELD = 8_000_000
"""Characters of texts that are held: those asked for last. Sections are asked for by page after page."""
LONG = 20_000
"""Characters from which a text, such as a page, is not held once it is made: shorter ones are asked for again."""


class Memory:
    """A store of texts by key, in one SQLite file: a `site.renderer.Memo`. Without a folder it remembers only what was
    asked for last, while it lives."""

    def __init__(self, folder: Path | None, *, generation: str) -> None:
        """Open the store in a folder. `generation` names the code that makes the texts: another one starts empty."""
        self._known: Recent[str, str] = Recent(MOST_HELD, len)
        self._fresh: dict[str, str] = {}
        self._waiting = 0
        self._base = _open(folder, f"texts-{generation[:16]}.sqlite") if folder else None
        self._holds_any = self._base is not None and _holds_any(self._base)

    def __call__(self, key: str, make: Callable[[], str]) -> str:
        """The text under a key, made now if it is not known."""
        text = self._known.get(key)
        if text is None:
            text = self._fresh.get(key)
        if text is None:
            text = self._stored(key)
            if text is None:
                text = make()
                self._wait(key, text)
            if len(text) < LONG:
                self._known[key] = text
        return text

    def _wait(self, key: str, text: str) -> None:
        if self._base is None:
            return
        self._fresh[key] = text
        self._waiting += len(text)
        if self._waiting > MOST_WAITING:
            self._write(self._base)

    def _stored(self, key: str) -> str | None:
        if self._base is None or not self._holds_any:
            return None
        try:
            row = self._base.execute("SELECT text, digest FROM texts WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error:
            return None
        return row[0] if row and isinstance(row[0], str) and row[1] == _digest(key, row[0]) else None

    def save(self) -> None:
        """Write what is new to disk, if that can be done, and close."""
        if self._base is None:
            return
        self._write(self._base)
        self._base.close()
        self._base = None

    def _write(self, base: sqlite3.Connection) -> None:
        """Write what waits, and hold the store no longer than that takes: another build may ask it."""
        with suppress(sqlite3.Error):  # another build holds it, or the disk is full: it will be made again
            with base:
                base.executemany(
                    "INSERT OR REPLACE INTO texts VALUES (?, ?, ?)",
                    ((key, text, _digest(key, text)) for key, text in self._fresh.items()),
                )
            self._holds_any = True
        self._fresh.clear()
        self._waiting = 0


def _digest(key: str, text: str) -> bytes:
    return hashlib.sha256(f"{key}\0{text}".encode()).digest()[:8]


def _holds_any(base: sqlite3.Connection) -> bool:
    try:
        return base.execute("SELECT 1 FROM texts LIMIT 1").fetchone() is not None
    except sqlite3.Error:
        return False


def _open(folder: Path, name: str) -> sqlite3.Connection | None:
    """The store of that name, those of other generations thrown away; None where none can be had."""
    path = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("texts*.sqlite*"):
            if not old.name.startswith(name) or old.stat().st_size > MOST_BYTES:
                old.unlink(missing_ok=True)
        base = sqlite3.connect(path, timeout=1)
    except (OSError, sqlite3.Error):
        return None
    try:
        base.execute("PRAGMA journal_mode = MEMORY")
        base.execute("PRAGMA synchronous = OFF")  # a store torn by a crash is thrown away
        base.execute("CREATE TABLE IF NOT EXISTS texts (key TEXT PRIMARY KEY, text TEXT, digest BLOB)")
    except sqlite3.DatabaseError as error:
        base.close()
        if not isinstance(error, sqlite3.OperationalError):
            path.unlink(missing_ok=True)
        return None
    return base
