"""Work done once is remembered on disk, by the digest of what it was made from.

The keys are digests of every input, so an entry is right for ever; a new release of the tool starts a new folder.
A damaged or foreign cache can at worst be thrown away: each entry carries the digest of its own text.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

Memo = Callable[[str, Callable[[], str]], str]
"""`memo(key, make)`: the text known under a key, or made, and remembered."""


class Memory:
    """A store of texts by key, in one SQLite file. Without a path it remembers only while it lives."""

    def __init__(self, path: Path | None, *, generation: str) -> None:
        """Open the store. `generation` names the code that makes the texts: another one starts empty."""
        self._known: dict[str, str] = {}
        self._fresh: dict[str, str] = {}
        self._generation = generation
        self._base: sqlite3.Connection | None = None
        if path is not None:
            self._base = _open(path, generation)

    def __call__(self, key: str, make: Callable[[], str]) -> str:
        """The text under a key, made now if it is not known."""
        text = self._known.get(key)
        if text is None:
            text = self._stored(key)
            if text is None:
                text = make()
                self._fresh[key] = text
            self._known[key] = text
        return text

    def _stored(self, key: str) -> str | None:
        if self._base is None:
            return None
        row = self._base.execute("SELECT text, digest FROM texts WHERE key = ?", (key,)).fetchone()
        if row is None or _digest(row[0]) != row[1]:
            return None
        return str(row[0])

    def save(self) -> None:
        """Write what is new to disk and close."""
        if self._base is None:
            return
        with self._base:
            self._base.executemany(
                "INSERT OR REPLACE INTO texts VALUES (?, ?, ?)",
                ((key, text, _digest(text)) for key, text in self._fresh.items()),
            )
        self._base.close()
        self._base = None


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()[:8]


def _open(path: Path, generation: str) -> sqlite3.Connection | None:
    """The store at a path, emptied when another generation wrote it; None where none can be had."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        base = sqlite3.connect(path, timeout=5)
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("CREATE TABLE IF NOT EXISTS texts (key TEXT PRIMARY KEY, text TEXT, digest BLOB) WITHOUT ROWID")
        base.execute("CREATE TABLE IF NOT EXISTS meta (generation TEXT)")
        row = base.execute("SELECT generation FROM meta").fetchone()
        if row is None or row[0] != generation:
            with base:
                base.execute("DELETE FROM texts")
                base.execute("DELETE FROM meta")
                base.execute("INSERT INTO meta VALUES (?)", (generation,))
    except sqlite3.DatabaseError:
        path.unlink(missing_ok=True)
        return None
    return base
