"""Texts remembered between builds: right or made anew, never wrong."""

from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path

import pytest
from inforce.storage.memory import LONG, Memory


def make(text: str, made: list[str]) -> str:
    made.append(text)
    return text


def ask(folder: Path | None, generation: str = "g1", text: str = "text") -> bool:
    """Whether the text under one key had to be made."""
    made: list[str] = []
    memory = Memory(folder, generation=generation)
    assert memory("key", lambda: make(text, made)) == text
    assert memory("key", lambda: make("other", made)) == text, "made once in a build"
    memory.save()
    return bool(made)


def store(folder: Path) -> Path:
    """The one file that is kept."""
    (only,) = folder.glob("texts*")
    return only


def test_what_was_made_is_known_the_next_time(tmp_path: Path) -> None:
    assert ask(tmp_path)
    assert not ask(tmp_path)


def test_another_generation_of_the_tool_knows_nothing(tmp_path: Path) -> None:
    assert ask(tmp_path)
    assert ask(tmp_path, generation="g2", text="better")


def test_a_text_that_was_tampered_with_is_made_anew(tmp_path: Path) -> None:
    ask(tmp_path)
    with sqlite3.connect(store(tmp_path)) as base:
        base.execute("UPDATE texts SET text = '<script>'")
    base.close()
    assert ask(tmp_path)


def test_a_damaged_store_is_no_obstacle(tmp_path: Path) -> None:
    ask(tmp_path)
    store(tmp_path).write_bytes(b"this is no database" * 1000)
    assert ask(tmp_path)
    assert ask(tmp_path), "it was thrown away"
    assert not ask(tmp_path)


def test_a_store_damaged_inside_is_no_obstacle(tmp_path: Path) -> None:
    ask(tmp_path)
    data = bytearray(store(tmp_path).read_bytes())
    data[2048:] = b"\xff" * len(data[2048:])
    store(tmp_path).write_bytes(data)
    assert ask(tmp_path)


def test_a_text_under_another_key_is_made_anew(tmp_path: Path) -> None:
    ask(tmp_path)
    with sqlite3.connect(store(tmp_path)) as base:
        base.execute("UPDATE texts SET key = 'other'")
    base.close()
    memory = Memory(tmp_path, generation="g1")
    assert memory("other", lambda: "new") == "new"
    memory.save()


def test_a_store_held_by_another_build_is_no_obstacle(tmp_path: Path) -> None:
    ask(tmp_path)
    mine = Memory(tmp_path, generation="g1")
    assert mine("fresh", lambda: "fresh") == "fresh"
    with sqlite3.connect(store(tmp_path)) as theirs:
        theirs.execute("BEGIN EXCLUSIVE")
        mine.save()
    theirs.close()
    assert not ask(tmp_path)


def test_stores_of_other_generations_go(tmp_path: Path) -> None:
    ask(tmp_path)
    ask(tmp_path, generation="g2")
    assert store(tmp_path).name == "texts-g2.sqlite"


def test_without_a_path_it_remembers_while_it_lives() -> None:
    assert ask(None)
    assert ask(None)


def test_a_long_text_is_not_held_once_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And is known all the same, in this build and in the next."""
    monkeypatch.setattr("inforce.storage.memory.MOST_WAITING", 3 * LONG)
    memory = Memory(tmp_path, generation="g1")
    texts = {f"key-{number}": f"{number}" * LONG for number in range(10)} | {"short": "text"}
    made: list[str] = []
    for _ in range(2):
        for key, text in texts.items():
            assert memory(key, partial(make, text, made)) == text
    assert len(made) == len(texts)
    held = sum(len(text) for texts in (memory._known, memory._fresh) for text in texts.values())
    assert held <= 4 * LONG
    memory.save()
    again = Memory(tmp_path, generation="g1")
    assert [again(key, lambda: "new") for key in texts] == [*texts.values()]
    again.save()


def test_a_store_that_cannot_be_written_loses_no_text_of_this_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inforce.storage.memory.MOST_WAITING", 1)
    ask(tmp_path)
    memory = Memory(tmp_path, generation="g1")
    with sqlite3.connect(store(tmp_path)) as theirs:
        theirs.execute("BEGIN EXCLUSIVE")
        assert memory("long", lambda: "x" * LONG) == "x" * LONG
        assert memory("long", lambda: "x" * LONG) == "x" * LONG
        memory.save()
    theirs.close()
