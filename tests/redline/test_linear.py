"""A redline takes steps in proportion to the texts, whatever stands in them: no input makes a comparison hang.

Steps are lines of its own code (`tests.steps`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from inforce.cli import main
from inforce.redline import headings

from tests.steps import grown, steps

SMALL, LARGE = 60, 180
"""Where small gaps are no longer looked at pair by pair."""
LONG = 8
"""In one block the bound on pairs of equal words is reached later by so much."""
Texts = Callable[[int], str]


def each(line: str) -> Texts:
    """Lines told apart by their number, "{i}"."""
    return lambda n: "".join(line.replace("{i}", str(i)) for i in range(n))


PAIRS: dict[str, tuple[Texts, Texts]] = {
    "equal headings": (lambda n: "# Purpose\n\nOld words.\n\n" * n, lambda n: "# Purpose\n\nNew words.\n\n" * n),
    "equal headings over other words": (each("# Purpose\n\nold{i} words\n\n"), each("# Purpose\n\nnew{i} words\n\n")),
    "names that are taken": (lambda n: each("# P {i}\n\n")(n) + "# P\n\n" * n, lambda n: "# P\n\n" * n),
    "other headings": (each("# Old{i}\n\nThing{i} here.\n\n"), each("# New{i}\n\nMatter{i} there.\n\n")),
    "renamed headings": (each("# Old{i}\n\nThing{i} stays here.\n\n"), each("# New{i}\n\nThing{i} stays here.\n\n")),
    "sections split": (
        each("# H{i}\n\na{i} b{i} c{i} d{i} e{i} f{i}.\n\ng{i} h{i} i{i} j{i} k{i} l{i}.\n\n"),
        each("# H{i}\n\na{i} b{i} c{i} d{i} e{i} f{i}.\n\n# K{i}\n\ng{i} h{i} i{i} j{i} k{i} l{i}.\n\n"),
    ),
    "headings that came while the text stayed": (
        lambda n: "# T\n\n" + each("a{i} b{i} c{i} d{i}.\n\n")(n),
        lambda n: "# T\n\n" + each("## H{i}\n\na{i} b{i} c{i} d{i}.\n\n")(n),
    ),
    "headings of the same words that came": (
        lambda n: "# T\n\n" + "Same words.\n\n" * n,
        lambda n: "# T\n\n" + "## H\n\nSame words.\n\n" * n,
    ),
    "short paragraphs": (each("a{i} b{i}.\n\n"), each("c{i} d{i}.\n\n")),
    "short paragraphs reworded by their letters": (
        each("Stays {i} as it was and is.\n\nmittlere{i} katze{i}\n\n"),
        each("Stays {i} as it was and is.\n\nmittlerer{i} kater{i}\n\n"),
    ),
    "short paragraphs the other way round": (
        each("a{i}.\n\n"),
        lambda n: "".join(f"a{i}.\n\n" for i in reversed(range(n))),
    ),
    "a list of contents numbered anew": (
        lambda n: "".join(f"- [{i % 80}. Head{i}](#{i % 80}-head{i})\n" for i in range(n)),
        lambda n: "".join(f"- [{i % 80 + 1}. Head{i}](#{i % 80 + 1}-head{i})\n" for i in range(n)),
    ),
    "equal paragraphs": (lambda n: "The same words.\n\n" * n, lambda n: "The same words.\n\n" * (n + 3)),
    "equal paragraphs reworded": (lambda n: "The same words here.\n\n" * n, lambda n: "The same words there.\n\n" * n),
    "paragraphs reworded": (
        each("alpha{i} beta{i} gamma{i} once.\n\n"),
        lambda n: "One more.\n\n" + each("alpha{i} beta{i} gamma{i} twice.\n\n")(n),
    ),
    "paragraphs split": (
        each("alpha{i} beta{i} gamma{i} delta{i}. eps{i} zeta{i} eta{i} theta{i}.\n\n"),
        each("alpha{i} beta{i} gamma{i} delta{i}.\n\neps{i} zeta{i} eta{i} theta{i}.\n\n"),
    ),
    "paragraphs the other way round": (
        each("alpha{i} beta{i} gamma{i} delta{i} once.\n\n"),
        lambda n: "".join(f"alpha{i} beta{i} gamma{i} delta{i} once.\n\n" for i in reversed(range(n))),
    ),
    "rows": (lambda n: "| a | b |\n|-|-|\n" + "| c | d |\n" * n, lambda n: "| a | b |\n|-|-|\n" + "| c | e |\n" * n),
    "columns": (
        lambda n: f"|{'a |' * n}\n|{'-|' * n}\n|{'b |' * n}\n",
        lambda n: f"|{'c |' * (n + 1)}\n|{'-|' * (n + 1)}\n|{'b |' * (n + 1)}\n",
    ),
    "one wide row": (
        lambda n: f"|{'a |' * n}\n|{'-|' * n}\n" + "| b |\n" * n,
        lambda n: f"|{'a |' * n}\n|{'-|' * n}\n" + "| c |\n" * n,
    ),
    "items of a cell": (
        lambda n: "| a |\n|-|\n| " + "<br>".join(f"- item {i} is kept" for i in range(n)) + " |\n",
        lambda n: "| a |\n|-|\n| " + "<br>".join(f"- item {i} is kept" for i in range(2, n)) + " |\n",
    ),
    "equal items of a cell": (
        lambda n: "| a |\n|-|\n| " + "<br>".join(["- same"] * n) + " |\n",
        lambda n: "| a |\n|-|\n| " + "<br>".join(["- some"] * n) + " |\n",
    ),
    "tables": (lambda n: "| a |\n|-|\n| c |\n\nx\n\n" * n, lambda n: "| a |\n|-|\n| d |\n\nx\n\n" * n),
    "items": (lambda n: "- same item\n" * n, lambda n: "- some item\n" * n + "- more\n"),
    "steps with other numbers": (each("{i}. step words{i}\n"), each("1{i}. step words{i}\n")),
    "lists that begin elsewhere": (lambda n: "1. a step\n\npara\n\n" * n, lambda n: "2. a step\n\npara\n\n" * n),
    "a step below a long list": (
        lambda n: "1. a\n" + "   - b\n" * n + "2. c\n",
        lambda n: "3. a\n" + "   - b\n" * n + "5. c\n",
    ),
    "deep items": (
        lambda n: "".join(f"{'  ' * (i % 40)}- item {i}\n" for i in range(n)),
        lambda n: "".join(f"{'  ' * (i % 40)}- thing {i}\n" for i in range(n)),
    ),
    "quotations": (lambda n: "> " * n + "a", lambda n: "> " * n + "b"),
    "links": (lambda n: "[a](https://x.org/1)\n\n" * n, lambda n: "[a](https://x.org/2)\n\n" * n),
    "bold": (lambda n: "plain words\n\n" * n, lambda n: "plain **words**\n\n" * n),
    "code": (lambda n: "```\n" + "a\n" * n + "```", lambda n: "```\n" + "b\n" * n + "```"),
}


WORDS: dict[str, tuple[Texts, Texts]] = {
    "one letter": (lambda n: "a" * n, lambda n: "a" * (n + 1)),
    "one word": (lambda n: "a " * n, lambda n: "a " * n + "b"),
    "han": (lambda n: "日" * n, lambda n: "日" * n + "月" * n),
    "stars": (lambda n: "*a " * n, lambda n: "*b " * n),
    "words": (each("w{i} "), lambda n: "".join(f"w{i if i % 3 else n + i} " for i in range(n))),
    "a sentence": (lambda n: "The same again and again. " * n, lambda n: "The same again and yet again. " * n),
}


def counted(folder: Path, old: str, new: str) -> Counter[str]:
    """How many lines each function of the redline runs to compare two files and to show them as text and as a page."""
    files = [folder / "old.md", folder / "new.md"]
    for file, words in zip(files, (old, new), strict=True):
        file.write_text(words, encoding="utf-8")

    def work() -> None:
        for form in ([], ["--html", "--side-by-side"]):
            result = CliRunner().invoke(main, ["redline", *map(str, files), *form])
            assert result.exit_code == 0, result.output

    return steps(work, "/inforce/redline/")


def too_many(folder: Path, old: Texts, new: Texts, times: int = 1) -> dict[str, tuple[int, int]]:
    """The functions whose steps grew by more than the text did."""
    few, many = (counted(folder, old(size * times), new(size * times)) for size in (SMALL, LARGE))
    return grown(few, many, LARGE / SMALL)


@pytest.mark.parametrize(("old", "new"), PAIRS.values(), ids=PAIRS)
def test_steps_grow_as_the_blocks_do(tmp_path: Path, old: Texts, new: Texts) -> None:
    assert not too_many(tmp_path, old, new)


@pytest.mark.parametrize(("old", "new"), WORDS.values(), ids=WORDS)
def test_steps_grow_as_the_words_of_a_block_do(tmp_path: Path, old: Texts, new: Texts) -> None:
    assert not too_many(tmp_path, old, new, LONG)


def test_square_time_would_be_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first way in which names were made counted up from 2 each time."""

    def counting_up(base: str, taken: dict[str, int]) -> str:
        name, number = base, 1
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        taken[name] = 1
        return name

    counting_up.__code__ = counting_up.__code__.replace(co_filename="/inforce/redline/headings.py")
    monkeypatch.setattr(headings, "_free", counting_up)
    assert any("counting_up" in name for name in too_many(tmp_path, *PAIRS["equal headings"]))
