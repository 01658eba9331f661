"""How readable redlines of the real policy are: edits planted at known places, sections moved. Figures, with floors."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools.bench.redline_operations import moved_sections, operations, prepare, wording

POLICY = Path(__file__).parents[2] / "policy_src" / "privacy"
LANGUAGES = sorted(folder.name for folder in POLICY.iterdir() if (folder / "general.md").exists())
Flagged = tuple[str, bool]
"""A word, and whether an edit made it differ."""


def _source(language: str) -> list[str]:
    return [path.read_text("utf8") for path in sorted((POLICY / language).glob("*.md"))]


def _paragraphs(language: str) -> Iterator[list[str]]:
    for source in _source(language):
        for line in wording(source).split("\n"):
            if len(line.split()) > 14 and not set(line) & set("*_`#|<>[]\\~"):
                yield line.split()


def _planted(words: list[str], pool: list[str], rng: random.Random) -> tuple[list[Flagged], list[Flagged], int]:
    old: list[Flagged] = []
    new: list[Flagged] = []
    done = edits = 0
    for at in sorted(rng.sample(range(2, len(words) - 4), rng.choice((1, 1, 2)))):
        if at < done + 4:
            continue
        gone = words[at : at + rng.choice((0, 1, 3))]
        start = rng.randrange(len(pool) - 3)
        come = pool[start : start + rng.choice((1, 2, 3))] if not gone or rng.random() < 0.7 else []
        same = [(word, False) for word in words[done:at]]
        old += same + [(word, True) for word in gone]
        new += same + [(word, True) for word in come]
        done, edits = at + len(gone), edits + 1
    rest = [(word, False) for word in words[done:]]
    return old + rest, new + rest, edits


def _marked(made: list[tuple[str, str]], other: str) -> list[bool]:
    return [op != "=" for op, text in made if op != other for char in text if not char.isspace()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_planted_edits_are_found_and_stay_whole(language: str) -> None:
    rng = random.Random(5)
    paragraphs = list(_paragraphs(language))
    assert len(paragraphs) > 30
    pool = [word for paragraph in paragraphs for word in paragraph]
    right = wrong = missed = runs = edits = 0
    for paragraph in paragraphs:
        old, new, count = _planted(paragraph, pool, rng)
        made = operations(*(" ".join(word for word, _ in side) for side in (old, new)))
        edits += count
        runs += sum(op != "=" and (i == 0 or made[i - 1][0] == "=") for i, (op, _) in enumerate(made))
        for side, other in ((old, "+"), (new, "-")):
            truth = [flag for word, flag in side for _ in word]
            for said, true in zip(_marked(made, other), truth, strict=True):
                right, wrong, missed = (
                    right + (said and true),
                    wrong + (said and not true),
                    missed + (true and not said),
                )
    score = 2 * right / (2 * right + wrong + missed)
    assert score >= 0.98, score
    assert 0.97 <= runs / edits <= 1.03, runs / edits


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_section_moved_renamed_and_altered_is_found(language: str) -> None:
    rng = random.Random(7)
    sections = [section for source in _source(language) if len(section := wording(source)) > 600]
    pool = [word for section in sections for word in section.split() if len(word) > 3]

    def text(parts: list[str]) -> str:
        heads = (part.split("\n", 1) for part in parts)
        return "\n\n".join(f"## {head}\n\n" + body.replace("\n", "\n\n") for head, body in heads)

    size = red = 0
    for at, section in enumerate(sections):
        _, body = section.split("\n", 1)
        lines = (
            [rng.choice(pool) if rng.random() < 0.05 else word for word in line.split()] for line in body.split("\n")
        )
        moved = "\n".join(["A new name altogether", *map(" ".join, lines)])
        rest = sections[:at] + sections[at + 1 :]
        to = (at + len(rest) // 2) % (len(rest) + 1)
        old, new = prepare(text(sections)), prepare(text([*rest[:to], moved, *rest[to:]]))
        found = moved_sections(old, new)
        assert found == [(section.split("\n", 1)[0], "A new name altogether")]
        size += len(section)
        red += sum(len(part) for op, part in operations(old, new, moves=True) if op == "-")
    assert red / size <= 0.09
