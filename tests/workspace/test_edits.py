"""What is told from the edited sections alone is what a check of everything would say."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from inforce.source.tree import SOURCE, read_tree
from inforce.workspace.desk import open_desk
from inforce.workspace.edits import outlines, words_alone

from tests.release.living import run
from tests.sources import change, good, project

SECTIONS = [
    f"policy_src/privacy/{language}/{name}.md" for language in ("en", "fr") for name in ("general", "retention")
]
EN = SECTIONS[1]
PIECES = [
    "# ", "## ", "- ", "\n", "\n\n", "[", "](", ")", "fact:retention.contract", "fact:no.fact", "section:general",
    "section:nowhere", "link:nowhere", "id:new", "https://example.org/", "javascript:alert(1)", "<b>", "**", "\\", "|",
    "\u202e", "\u200b", "word", "10 years", "5 years", "&amp;", "é", "#",
]  # fmt: skip


@pytest.fixture(scope="module")
def known() -> dict[str, str]:
    """The outlines of the good source."""
    with tempfile.TemporaryDirectory() as folder:
        place = project(Path(folder))
        return outlines(open_desk(place, read_tree(place, SOURCE)))


def blocked(path: str, text: str) -> bool:
    """Whether the whole check finds an error."""
    with tempfile.TemporaryDirectory() as folder:
        place = project(Path(folder), {path: text})
        return bool(open_desk(place, read_tree(place, SOURCE)).errors)


def test_every_section_of_the_working_text_has_an_outline(known: dict[str, str]) -> None:
    assert sorted(known) == sorted(SECTIONS)


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, str]:
    """A section and an edit of it: a stretch replaced by pieces of markup, links, words and traps."""
    path = draw(st.sampled_from(SECTIONS))
    text = good(path)
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(len(text), start + 30)))
    return path, text[:start] + "".join(draw(st.lists(st.sampled_from(PIECES), max_size=4))) + text[end:]


@given(edit=edits())
@example(edit=(EN, good(EN) + "\nA sentence more.\n"))
@example(edit=(EN, good(EN) + "\nSee [there](section:nowhere).\n"))
@example(edit=(EN, good(EN).replace("10 years", "5 years")))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_an_edit_taken_for_words_alone_never_blocks(known: dict[str, str], edit: tuple[str, str]) -> None:
    path, text = edit
    if words_alone({path: text.encode()}, known):
        assert not blocked(path, text)


def test_words_alone_are_taken_for_that(known: dict[str, str]) -> None:
    assert words_alone({EN: (good(EN) + "\nA sentence more.\n").encode()}, known)


@pytest.mark.parametrize(
    "data",
    [
        b"\xff",
        b"",
        b"no heading\n",
        good(EN).encode() + b"\n<b>bold</b>\n",
        good(EN).encode() + b"\n[a](fact:no.fact)\n",
    ],
    ids=["no text", "nothing", "no heading", "markup", "another fact"],
)
def test_anything_else_is_not(known: dict[str, str], data: bytes) -> None:
    assert not words_alone({EN: data}, known)


def test_an_unknown_section_is_not(known: dict[str, str]) -> None:
    assert not words_alone({"policy_src/privacy/en/new.md": b"# New\n"}, known)


def published_already(place: Path) -> tuple[str, ...]:
    (place / "was.txt").write_text("as it was", "utf-8")
    return ("--as-published", "It was public.", "--published-source", str(place / "was.txt"))


BUILDS = [
    ("a sentence more", {EN: good(EN) + "\nA sentence more.\n"}, 0, "not published yet"),
    ("a link that leads nowhere", {EN: good(EN) + "\nSee [there](section:nowhere).\n"}, 1, "L301"),
    ("markup", {EN: good(EN) + "\n<script>\n"}, 1, EN),
    ("a section gone", {EN: None}, 1, "S107"),
    ("a broken policy.yml", {"policy_src/privacy/policy.yml": "title: ["}, 1, "policy.yml"),
]


@pytest.mark.parametrize(("changes", "code", "said"), [case[1:] for case in BUILDS], ids=[case[0] for case in BUILDS])
def test_a_build_after_an_edit_says_what_a_first_build_would(
    tmp_path: Path, changes: dict[str, str | None], code: int, said: str
) -> None:
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes", *published_already(place))
    run(place, "build")
    change(place, changes)
    for _ in range(1 + code):  # an error stays one
        warm = run(place, "build", code=code)
        assert said in warm.output + warm.stderr
    anew = run(place, "build", "--no-cache", code=code)
    assert (said in anew.output + anew.stderr) is bool(code)


def test_two_edits_after_one_another_are_both_looked_at(tmp_path: Path) -> None:
    place = project(tmp_path)
    run(place, "build")
    change(place, {EN: good(EN) + "\nA sentence more.\n"})
    run(place, "build")
    change(place, {SECTIONS[3]: good(SECTIONS[3]) + "\n<b>\n"})
    assert SECTIONS[3] in run(place, "build", code=1).stderr
    change(place, {SECTIONS[3]: good(SECTIONS[3])})
    run(place, "build")


def test_reading_an_edit_needs_neither_the_models_nor_what_they_are_made_with() -> None:
    """Loading them costs more than all the reading (decision 0005), and came back unseen once."""
    loaded = (
        "import sys, inforce.workspace.edits; print(*(sys.modules.keys() & {'pydantic', 'babel', 'mkdocs', 'jinja2'}))"
    )
    assert (
        subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout.split() == []
    )
