"""Measures the redline engine beside public ones, on any folder of pairs: `make bench-redline PAIRS=folder`.

    python -m build_tools.bench redline                 pairs of this repository's own texts
    python -m build_tools.bench redline FOLDER          pairs of your own: NAME.old.md beside NAME.new.md
    options: --part learning|held-back · --seed N · --limit N · --no-large · --json FILE

Settings may be chosen by the figures of `--part learning` alone. `--part held-back` gives those of the other third of
the pairs, by a hash of their names; edits are planted there by another seed.

Public engines that are not in .venv are looked for in .cache/bench-redline, where `make bench-redline` puts them.
A pair is two versions of a text in Markdown. The public engines get the words that ours reads from them, one line a
block. Times are CPU seconds, of child processes too; they mean something only as ratios within one run.

What the columns say (in brackets: what is better):
  rebuilt     pairs of which both sides came back word for word [all]
  runs/line   separate changes, over lines that changed [low]
  weak        kept islands of under three letters or of the commonest words alone, over separate changes [low]
  salad       changed lines cut in three or more though less than half of them stays, over changed lines [low]
  cut         changes that begin or end inside a word [0]
  marked      characters marked, over the least that a longest common subsequence of words marks [low; 1 is no virtue]
  F1, edits   planted edits: characters rightly marked; separate changes over edits planted [1, 1]
  median, p95 time, as a ratio to the first engine that is there [low]
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / ".cache" / "bench-redline"))

from build_tools.bench.redline_engines import ENGINES, OURS, Engine, Op, Words, cpu  # noqa: E402
from build_tools.bench.redline_operations import moved_sections, operations, prepare  # noqa: E402
from build_tools.bench.redline_pairs import Pair, Planted, large, moved, own_pairs, pairs_in, part_of, planted  # noqa: E402


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What one engine did on all pairs."""

    pairs: int
    rebuilt: int
    runs_line: float
    weak: float
    salad: float
    cut: int
    marked: float
    f1: float
    edits: float
    median: float
    p95: float
    milliseconds: float
    """Of the median pair."""


_SEAMS = frozenset("'’.,@-")
"""Signs inside a word at which it may be cut: example.org, e-mail."""


def squeezed(text: str) -> str:
    """Without white space: engines differ in what they do to it, and it is nothing to read."""
    return "".join(text.split())


def side(ops: Sequence[Op], other: str) -> str:
    """The words without those of the `other` side."""
    return "".join(text for kind, text in ops if kind != other)


# ---- reading one comparison


@dataclass(slots=True)
class Tally:
    """Sums over all pairs of an engine."""

    runs: int = 0
    lines: int = 0
    weak: int = 0
    salad: int = 0
    shown: int = 0
    """Lines of the result that hold a change and have words in the new text."""
    cut: int = 0
    marked: int = 0
    least: int = 0


def runs_and_islands(ops: Sequence[Op]) -> tuple[int, list[str]]:
    """How many separate changes, and the kept words between two of them in the same line."""
    runs, islands, gap = 0, list[str](), None
    for kind, text in ops:
        if kind == "=":
            gap = gap + text if gap is not None else None
            continue
        if gap is None or squeezed(gap) or (gap and "\n" not in gap):
            runs += 1
            if gap and "\n" not in gap:
                islands.append(gap)
        gap = ""
    return runs, islands


def cuts(ops: Sequence[Op]) -> int:
    """Borders of changes that stand inside a word, on either side."""
    found = 0
    for other in "+-":
        kept = [op for op in ops if op[0] != other]
        text = "".join(part for _, part in kept)
        inside = {
            at
            for begin, end in Words.spans(text)
            for at in range(begin + 1, end)
            if not {text[at - 1], text[at]} & _SEAMS and text[begin].isalnum()
        }
        at = 0
        for (kind, part), (following, _) in pairwise(kept):
            at += len(part)
            found += kind != following and at in inside
    return found


def salad(ops: Sequence[Op]) -> tuple[int, int]:
    """Lines of the result cut in three or more though less than half stays; all lines with a change."""
    bad = total = 0
    line: list[tuple[str, int]] = []
    for kind, text in [*ops, ("=", "\n")]:
        for index, part in enumerate(text.split("\n")):
            if index and kind != "-":
                kept = sum(size for op, size in line if op == "=")
                now = sum(size for op, size in line if op != "-")
                pieces = sum(op != "=" and (i == 0 or line[i - 1][0] == "=") for i, (op, _) in enumerate(line))
                if now and pieces:
                    total, bad = total + 1, bad + (pieces >= 3 and kept * 2 < now)
                line = []
            if letters := len(squeezed(part)):
                line.append((kind, letters))
    return bad, total


def changed_lines(old: str, new: str) -> int:
    """Lines that differ, as many as the side that has more."""
    was, now = (Counter(" ".join(line.split()) for line in text.split("\n") if line.strip()) for text in (old, new))
    return max(sum((was - now).values()), sum((now - was).values()), 1)


@cache
def least_marked(old: str, new: str) -> int:
    """The characters that any comparison by words must mark."""
    from rapidfuzz.distance import LCSseq

    was, now = ([word for word in Words.tokens(text) if word.strip()] for text in (old, new))
    kept = sum(
        len("".join(was[step.src_start : step.src_end])) for step in LCSseq.opcodes(was, now) if step.tag == "equal"
    )
    return len("".join(was)) + len("".join(now)) - 2 * kept


def note(tally: Tally, ops: Sequence[Op], pair: Pair, common: frozenset[str]) -> bool:
    """Add a comparison; whether it gave both sides back."""
    whole = squeezed(side(ops, "+")) == squeezed(pair.old) and squeezed(side(ops, "-")) == squeezed(pair.new)
    runs, islands = runs_and_islands(ops)
    tally.runs += runs
    tally.lines += changed_lines(pair.old, pair.new)
    tally.weak += sum(is_weak(gap, common) for gap in islands)
    bad, total = salad(ops)
    tally.salad, tally.shown = tally.salad + bad, tally.shown + total
    tally.cut += cuts(ops)
    tally.marked += sum(len(squeezed(text)) for kind, text in ops if kind != "=")
    tally.least += least_marked(pair.old, pair.new)
    return whole


def is_weak(gap: str, common: frozenset[str]) -> bool:
    """Kept words that hold nothing together."""
    words = [word for word in Words.tokens(gap) if word.strip()]
    letters = sum(len(word) for word in words if word[0].isalnum())
    return letters < 3 or (len(words) <= 3 and all(word.lower() in common or not word[0].isalnum() for word in words))


def planted_score(engine: Engine, cases: Sequence[Planted]) -> tuple[float, float]:
    """F1 of the characters marked, and separate changes over edits."""
    right = wrong = missed = runs = edits = 0
    for case in cases:
        ops = engine.compare(*engine.ready(case.pair))
        if squeezed(side(ops, "+")) != squeezed(case.pair.old) or squeezed(side(ops, "-")) != squeezed(case.pair.new):
            continue
        for other, truth in (("+", case.old_flags), ("-", case.new_flags)):
            said = [kind != "=" for kind, text in ops if kind != other for _ in squeezed(text)]
            for mark, true in zip(said, truth, strict=True):
                right, wrong, missed = (
                    right + (mark and true),
                    wrong + (mark and not true),
                    missed + (true and not mark),
                )
        runs += runs_and_islands(ops)[0]
        edits += case.edits
    return 2 * right / max(1, 2 * right + wrong + missed), runs / max(1, edits)


# ---- all engines


def measured(pairs: Sequence[Pair], cases: Sequence[Planted]) -> dict[str, Figures]:
    """Every engine on every pair, each line printed as it is known."""
    common = frozenset(
        word
        for script in {pair.script for pair in pairs}
        for word, _ in Counter(
            word.lower()
            for pair in pairs
            if pair.script == script
            for word in Words.tokens(pair.new)
            if word[0].isalpha()
        ).most_common(40)
    )
    found: dict[str, Figures] = {}
    base: list[float] = []
    for engine in ENGINES:
        if not engine.there():
            print(f"{engine.name:18} is not installed: {engine.package}")
            continue
        tally, times, rebuilt = Tally(), list[float](), 0
        for pair in pairs:
            sides = engine.ready(pair)
            ops, seconds = cpu(lambda sides=sides, engine=engine: engine.compare(*sides), least_of=3)  # type: ignore[misc]
            times.append(seconds)
            rebuilt += note(tally, ops, pair, common)
        base = base or times
        f1, edits = planted_score(engine, cases)
        ratios = sorted(mine / theirs for mine, theirs in zip(times, base, strict=True))
        at = min(len(times) - 1, int(len(times) * 0.95))
        found[engine.name] = figures = Figures(
            pairs=len(pairs),
            rebuilt=rebuilt,
            runs_line=tally.runs / tally.lines,
            weak=tally.weak / max(1, tally.runs),
            salad=tally.salad / max(1, tally.shown),
            cut=tally.cut,
            marked=tally.marked / max(1, tally.least),
            f1=f1,
            edits=edits,
            median=statistics.median(ratios),
            p95=sorted(times)[at] / sorted(base)[at],
            milliseconds=statistics.median(times) * 1000,
        )
        print(
            f"{engine.name:18}{figures.rebuilt:6}/{figures.pairs}{figures.runs_line:10.2f}{figures.weak:8.3f}"
            f"{figures.salad:8.3f}{figures.cut:6}{figures.marked:8.2f}{figures.f1:8.3f}{figures.edits:7.2f}"
            f"{figures.median:8.2f}{figures.p95:8.2f}{figures.milliseconds:9.1f} ms",
            flush=True,
        )
    return found


def moves(pairs: Sequence[Pair]) -> dict[str, float]:
    """Sections moved, renamed and altered by 5 %: how many are found, how many others told, how much is marked."""
    cases = moved(pairs)
    found = wrong = marked = size = 0
    for case in cases:
        old, new = prepare(case.old), prepare(case.new)
        names = moved_sections(old, new)
        found += case.heading in [name for _, name in names]
        wrong += sum(name != case.heading for _, name in names)
        size += case.size
        marked += sum(len(squeezed(text)) for kind, text in operations(old, new, moves=True) if kind == "-")
    figures = {
        "sections": len(cases),
        "found": found / max(1, len(cases)),
        "false": wrong,
        "red": marked / max(1, size),
    }
    print(
        f"\nOne section moved, renamed, 5 % of its words altered: {len(cases)} times. Found {figures['found']:.1%}, "
        f"false {wrong}, red characters over moved {figures['red']:.3f}"
    )
    return figures


def sizes(pairs: Sequence[Pair]) -> dict[str, dict[str, float]]:
    """CPU seconds at 0.3 and 0.9 MB, by engine."""
    print(f"\n{'':18}{'0.3 MB':>10}{'0.9 MB':>10}{'growth':>9}")
    texts = {0.3: large(pairs, 300_000), 0.9: large(pairs, 900_000)}
    found: dict[str, dict[str, float]] = {}
    for engine in ENGINES:
        if engine.there() and engine.bears_large:
            times = {}
            for size, pair in texts.items():
                sides = engine.ready(pair)
                times[size] = cpu(lambda sides=sides, engine=engine: engine.compare(*sides), least_of=2)[1]  # type: ignore[misc]
            found[engine.name] = {"0.3": times[0.3], "0.9": times[0.9]}
            growth = times[0.9] / times[0.3]
            print(f"{engine.name:18}{times[0.3]:9.2f}s{times[0.9]:9.2f}s{growth:8.1f}×", flush=True)
    making = cpu(lambda: (prepare(texts[0.9].old_source), prepare(texts[0.9].new_source)), least_of=1)[1]
    mine = found[OURS]["0.9"]
    print("At 0.9 MB ours takes " + ", ".join(f"{mine / t['0.9']:.3f} × {n}" for n, t in found.items() if n != OURS))
    print(f"Reading both Markdown texts of 0.9 MB, once an edition and not counted above, took {making:.2f}s.")
    return found


def main(arguments: Sequence[str]) -> int:
    """Measure, print, and write the figures as JSON if asked."""
    parser = argparse.ArgumentParser(
        prog=f"python -m build_tools.bench {Path(__file__).stem}",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", nargs="?", type=Path, help="the pairs; this repository's own, if not given")
    parser.add_argument("--part", choices=("learning", "held-back"), help="only two thirds of the pairs, or the others")
    parser.add_argument("--seed", type=int, help="by which edits are planted: 11, held back 12")
    parser.add_argument("--limit", type=int, help="only so many pairs")
    parser.add_argument("--no-large", action="store_true", help="without the texts of 0.3 and 0.9 MB")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    asked = parser.parse_args(arguments)
    held_back = asked.part == "held-back"
    pairs = pairs_in(asked.folder) if asked.folder else own_pairs(ROOT)
    pairs = (part_of(pairs, held_back=held_back) if asked.part else pairs)[: asked.limit]
    if not pairs:
        print("There is no pair: name a folder that holds NAME.old.md beside NAME.new.md.", file=sys.stderr)
        return 2
    cases = planted(pairs, random.Random(asked.seed or (12 if held_back else 11)))
    print(f"{len(pairs)} pairs, {sum(case.edits for case in cases)} planted edits\n")
    print(
        f"{'':18}{'rebuilt':>8}{'runs/line':>11}{'weak':>8}{'salad':>8}{'cut':>6}{'marked':>8}{'F1':>8}{'edits':>7}"
        f"{'median':>8}{'p95':>8}{'median':>9}"
    )
    with tempfile.TemporaryDirectory(prefix="inforce-bench-") as tempfile.tempdir:
        result: dict[str, object] = {name: asdict(each) for name, each in measured(pairs, cases).items()}
        result["moves"] = moves(pairs)
        if not asked.no_large:
            result["sizes"] = sizes(pairs)
    if asked.json:
        asked.json.write_text(json.dumps(result, indent=1), encoding="utf-8")
    mine = result[OURS]
    assert isinstance(mine, dict)
    if mine["rebuilt"] != mine["pairs"]:
        print(f"\n{mine['pairs'] - mine['rebuilt']} pairs did not come back word for word.", file=sys.stderr)
        return 1
    return 0
