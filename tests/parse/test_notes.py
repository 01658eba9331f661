"""Change notes: kind, languages, paragraphs; whatever cannot be read is said, with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.model.config import Kind
from inforce.parse.notes import MAX_WORDS, parse_change_note

GOOD = "# material\n\n## en\n\nWe keep it\nfor ten years.\n\n\nThe table is new.\n\n## fr\n\nDix ans.\n"


def codes(text: str, slug: str = "note") -> list[str]:
    note, problems = parse_change_note(text, slug=slug, file="changes/note.md")
    assert (note is None) == bool(problems)
    return [f"{each.code}:{each.location.line}" for each in problems]


def test_a_note_is_read() -> None:
    note, problems = parse_change_note(GOOD, slug="ten-years", file="x")
    assert problems == ()
    assert note is not None
    assert (note.slug, note.kind) == ("ten-years", Kind.MATERIAL)
    assert note.text == {"en": "We keep it for ten years.\n\nThe table is new.", "fr": "Dix ans."}


@pytest.mark.parametrize("kind", list(Kind))
def test_a_note_may_be_of_any_kind(kind: Kind) -> None:
    note, _ = parse_change_note(GOOD.replace("material", kind), slug="a", file="x")
    assert note is not None
    assert note.kind is kind


def test_a_language_that_says_nothing_is_left_out() -> None:
    note, _ = parse_change_note(GOOD + "\n## de\n\n", slug="a", file="x")
    assert note is not None
    assert set(note.text) == {"en", "fr"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["S110:1", "S110:None"]),
        (GOOD.replace("# material", "# Material"), ["S110:1"]),
        (GOOD.replace("# material", "material"), ["S110:1"]),
        (GOOD.replace("# material", "# big"), ["S110:1"]),
        (GOOD.replace("## fr", "## en"), ["S110:11"]),
        (GOOD.replace("## en", ""), ["S110:5"]),
        (GOOD.replace("# material\n\n", ""), ["S110:1"]),
        ("# material\n\n## en\n", ["S110:None"]),
        (GOOD.replace("Dix", "x" * (MAX_WORDS + 1)), ["S110:None"]),
        (GOOD.replace("Dix", "D\x00ix"), ["X302:13"]),
        (GOOD.replace("Dix", "D\u202eix"), ["X303:13"]),
    ],
)
def test_what_cannot_be_read(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize("slug", ["Note", "a b", "", "1", "../x"])
def test_names_that_are_no_ids(slug: str) -> None:
    assert codes(GOOD, slug) == ["S110:None"]


@given(st.text(max_size=60))
def test_any_text_gives_a_note_or_a_problem(text: str) -> None:
    codes("# material\n" + text)
    codes(text)


def test_a_language_that_the_policy_does_not_have() -> None:
    _, (problem,) = parse_change_note(GOOD.replace("## fr", "## rf"), slug="a", file="a.md", languages=["en", "fr"])
    assert problem.location.line == 11
    assert '"## rf" is no language of this policy' in problem.message
    assert "en, fr" in problem.remedy
    assert parse_change_note(GOOD, slug="a", file="a.md", languages=["en", "fr"])[1] == ()


def test_a_name_that_would_do_is_proposed() -> None:
    _, (problem,) = parse_change_note(GOOD, slug="durée de conservation", file="a.md")
    assert "duree-de-conservation.md" in problem.remedy
