"""Typed labels: runs of them, gaps in them, and words that are none."""

import pytest
from inforce.reader.labels import follows, gaps, runs, typed_label

from tests.reader.reading import leaves

RUNS = {
    "(a) x\n\n(b) y\n\n(c) z": ["(a): 1 2 3"],
    "- a. x\n- b. y": ["a.: 1 2"],
    "- i) x\n- ii) y\n- iv) z": ["i): 1 2 4"],
    "(i) x\n\n(ii) y\n\n(iii) z": ["(i): 1 2 3"],
    "(h) x\n\n(i) y\n\n(j) z": ["(a): 8 9 10"],
    "A) x\n\nB) y": ["A): 1 2"],
    "(1) x\n\n(2) y": ["(1): 1 2"],
    "(a) x\n\n- p\n- q\n\n(b) y": ["(a): 1 2"],
    "(a) x\n\n(b) y\n\nz\n\n(a) x\n\n(b) y": ["(a): 1 2", "(a): 1 2"],
    "- (a) x\n  - (i) p\n  - (ii) q\n- (b) y": ["(a): 1 2", "(i): 1 2"],
    "- *(a)* x\n- *(b)* y": ["(a): 1 2"],
    "- x\n\n  (a) y\n\n  (b) z": ["(a): 1 2"],
    "(a) x": [],
    "(a) x\n\n## Z\n\n(b) y": [],
    "A. Smith wrote.\n\nZ. Miller read.": [],
    "(we) x\n\n(you) y": [],
}


@pytest.mark.parametrize("body", RUNS)
def test_runs(body: str) -> None:
    found = [f"{run.style}: {' '.join(map(str, run.numbers))}" for run in runs(leaves(body))]
    assert found == RUNS[body]


def test_a_gap() -> None:
    (run,) = runs(leaves("(a) x\n\n(b) y\n\n(d) z"))
    assert [(leaf.at.line, label, before) for leaf, label, before in gaps(run)] == [(7, "(d)", "(b)")]


@pytest.mark.parametrize(
    ("before", "label", "is_next"),
    [
        ("(a)", "(b)", True),
        ("i.", "ii.", True),
        ("(h)", "(i)", True),
        ("a)", "c)", False),
        ("(a)", "b)", False),
        ("1.", "a.", False),
    ],
)
def test_what_follows(before: str, label: str, is_next: bool) -> None:
    assert follows(before, label) is is_next


def test_a_label_at_the_start_of_a_line() -> None:
    assert [typed_label(line) for line in ("  (a) x", "b. y", "(a)", "e.g. x", "etc.) x")] == [
        "(a)",
        "b.",
        None,
        None,
        None,
    ]
