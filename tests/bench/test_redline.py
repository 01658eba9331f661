"""The bench of redlines counts what it says it counts."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from build_tools.bench.redline import changed_lines, cuts, is_weak, least_marked, runs_and_islands, salad, squeezed
from build_tools.bench.redline_engines import ENGINES, Op, Words
from build_tools.bench.redline_pairs import Pair, moved, own_pairs, pairs_in, part_of, planted

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("ops", "runs", "islands"),
    [
        ([("=", "a "), ("-", "b"), ("+", "c"), ("=", " d")], 1, []),
        ([("-", "a"), ("=", " the "), ("+", "c")], 2, [" the "]),
        ([("-", "a"), ("=", "\n"), ("+", "c")], 1, []),
        ([("-", "a"), ("=", " "), ("+", "c")], 2, [" "]),
        ([("-", "a"), ("=", " b\n"), ("+", "c")], 2, []),
    ],
)
def test_separate_changes(ops: list[Op], runs: int, islands: list[str]) -> None:
    assert runs_and_islands(ops) == (runs, islands)


@pytest.mark.parametrize(
    ("ops", "count"),
    [
        ([("=", "co"), ("+", "op"), ("=", "erate")], 2),
        ([("=", "we "), ("+", "co"), ("=", " are")], 0),
        ([("=", "d’"), ("-", "autres "), ("=", "mots")], 0),
        ([("=", "个人"), ("+", "信息"), ("=", "保护")], 0),
        ([("=", "ends"), ("+", ", and"), ("=", ".")], 0),
    ],
)
def test_cuts_inside_words(ops: list[Op], count: int) -> None:
    assert cuts(ops) == count


def test_salad_is_a_line_in_pieces_of_which_little_stays() -> None:
    pieces = [("=", "it "), ("+", "really "), ("=", "is "), ("+", "truly "), ("=", "a "), ("+", "mixture")]
    assert salad([*pieces, ("=", "\n")]) == (1, 1)
    assert salad([("=", "a whole line that stays for the most part "), ("+", "now"), ("=", "\n")]) == (0, 1)
    assert salad([("=", "nothing\n")]) == (0, 0)


def test_the_least_that_must_be_marked() -> None:
    assert least_marked("a b c", "a x c") == 2
    assert changed_lines("one\ntwo\nthree", "one\n2\nthree\nfour") == 2
    assert is_weak(" of ", frozenset())
    assert not is_weak(" personal data ", frozenset({"data"}))


def test_a_third_of_the_pairs_is_held_back() -> None:
    """Always the same ones, and never one on both sides."""
    pairs = [Pair(name=f"{number:03}", script="", old_source="", new_source="") for number in range(300)]
    held, learning = part_of(pairs, held_back=True), part_of(pairs, held_back=False)
    assert sorted(pair.name for pair in (*held, *learning)) == [pair.name for pair in pairs]
    assert 80 < len(held) < 120
    assert [pair.name for pair in held[:4]] == ["000", "004", "005", "006"]


def test_pairs_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.old.md").write_text("---\nx: y\n---\n# One\n\nold", encoding="utf-8")
    (tmp_path / "a.new.md").write_text("# One\n\nnew", encoding="utf-8")
    (tmp_path / "b.old.md").write_text("alone", encoding="utf-8")
    (pair,) = pairs_in(tmp_path)
    assert (pair.name, pair.script, pair.old, pair.new) == ("a", "LATIN", "One\nold", "One\nnew")


def test_pairs_of_our_own_in_many_scripts() -> None:
    pairs = own_pairs(ROOT)
    assert {pair.script for pair in pairs} == {"en", "fr", "nl", "de", "ar", "ja"}
    cases = planted(pairs[:6], random.Random(11))
    for case in cases:
        assert len(case.old_flags) == len(squeezed(case.pair.old))
        assert len(case.new_flags) == len(squeezed(case.pair.new))
    assert sum(case.edits for case in cases) > 20
    for move in moved(pairs[:2]):
        assert move.heading in move.new
        assert move.heading not in move.old


def test_no_section_moves_in_a_text_without_words_to_name_it() -> None:
    text = "\n\n".join(f"## {number}\n\n{'個人情報を三年間保存します。' * 40}" for number in range(5))
    assert moved([Pair(name="a", script="ja", old_source=text, new_source=text)]) == []


@pytest.mark.parametrize("engine", [engine for engine in ENGINES if engine.there()], ids=lambda engine: engine.name)
def test_every_engine_gives_both_sides_back(engine: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from build_tools.bench.redline_engines import Engine

    assert isinstance(engine, Engine)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    old, new = "# One\n\nWe keep it for 3 years.\n\nGone & <b>", "# One\n\nWe keep it for 2 years.\n\nNew"
    pair = Pair(name="x", script="en", old_source=old, new_source=new)
    ops = engine.compare(*engine.ready(pair))
    assert squeezed("".join(text for kind, text in ops if kind != "+")) == squeezed(pair.old)
    assert squeezed("".join(text for kind, text in ops if kind != "-")) == squeezed(pair.new)


def test_words() -> None:
    assert Words.tokens("l’été, e-mail") == ["l", "’", "été", ",", " ", "e-mail"]
