"""Texts remembered between builds: right or made anew, never wrong."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from inforce.source.memory import Memory


def make(text: str, made: list[str]) -> str:
    made.append(text)
    return text


def ask(path: Path | None, generation: str = "g1", text: str = "text") -> bool:
    """Whether the text under one key had to be made."""
    made: list[str] = []
    memory = Memory(path, generation=generation)
    assert memory("key", lambda: make(text, made)) == text
    assert memory("key", lambda: make("other", made)) == text, "made once in a build"
    memory.save()
    return bool(made)


def test_what_was_made_is_known_the_next_time(tmp_path: Path) -> None:
    assert ask(tmp_path / "texts.sqlite")
    assert not ask(tmp_path / "texts.sqlite")


def test_another_generation_of_the_tool_knows_nothing(tmp_path: Path) -> None:
    assert ask(tmp_path / "texts.sqlite")
    assert ask(tmp_path / "texts.sqlite", generation="g2", text="better")


def test_a_text_that_was_tampered_with_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "texts.sqlite"
    ask(path)
    with sqlite3.connect(path) as base:
        base.execute("UPDATE texts SET text = '<script>'")
    base.close()
    assert ask(path)


def test_a_damaged_store_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "texts.sqlite"
    path.write_bytes(b"this is no database" * 100)
    assert ask(path)
    assert ask(path), "it was thrown away"
    assert not ask(path)


def test_without_a_path_it_remembers_while_it_lives() -> None:
    assert ask(None)
    assert ask(None)
