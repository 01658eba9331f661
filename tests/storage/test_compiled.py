"""What is compiled once and kept beside the code: the same as if compiled now, whatever is found there."""

from __future__ import annotations

from pathlib import Path

import pytest
from inforce.storage import compiled
from jinja2 import DictLoader, Environment


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(compiled, "PLACE", tmp_path / "kept")
    return tmp_path / "kept"


def environment(source: str) -> Environment:
    return Environment(loader=DictLoader({"page": source}), bytecode_cache=compiled.compiled_templates("test"))


def say(source: str) -> str:
    return environment(source).get_template("page").render()


def compiling(made: list[str], source: str) -> bytes:
    """The catalog of a source, as it is asked for; `made` tells what had to be compiled."""

    def compile_(text: str) -> bytes:
        made.append(text)
        return f"compiled {text}".encode()

    return compiled.compiled_catalog(source, compile_)


def test_a_template_is_compiled_once(place: Path) -> None:
    assert say("one") == "one"
    (kept,) = place.iterdir()
    before = kept.stat().st_mtime_ns
    assert say("one") == "one"
    assert kept.stat().st_mtime_ns == before


def test_another_source_under_the_same_name_is_compiled_anew(place: Path) -> None:
    assert [say("one"), say("two"), say("one")] == ["one", "two", "one"]


def test_a_damaged_template_is_compiled_anew(place: Path) -> None:
    say("one")
    for kept in place.iterdir():
        kept.write_bytes(b"this is no bytecode")
    assert say("one") == "one"


def test_a_catalog_is_compiled_once(place: Path) -> None:
    made: list[str] = []
    assert [compiling(made, "a"), compiling(made, "a"), compiling(made, "b")] == [
        b"compiled a",
        b"compiled a",
        b"compiled b",
    ]
    assert made == ["a", "b"]


def test_a_damaged_catalog_is_compiled_anew(place: Path) -> None:
    made: list[str] = []
    compiling(made, "a")
    for kept in place.iterdir():
        kept.write_bytes(kept.read_bytes()[:-1])
    assert compiling(made, "a") == b"compiled a"
    assert made == ["a", "a"]


def test_where_nothing_can_be_kept_everything_is_compiled(place: Path) -> None:
    place.parent.joinpath("kept").write_text("a file, no folder", "utf-8")
    made: list[str] = []
    assert compiled.compiled_templates("test") is None
    assert [compiling(made, "a"), compiling(made, "a")] == [b"compiled a", b"compiled a"]
    assert made == ["a", "a"]


def test_a_full_disk_stops_nothing(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("jinja2.bccache.tempfile.NamedTemporaryFile", full)  # Jinja's own and ours
    made: list[str] = []
    assert say("one") == "one"
    assert compiling(made, "a") == b"compiled a"
    assert list(place.iterdir()) == []
