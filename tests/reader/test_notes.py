"""Change notes: kind, languages, and what they say, read as sections are; whatever is wrong is said, with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.model.config import Kind
from inforce.reader.notes import MAX_WORDS, note_leaves, numbered, read_change_note

GOOD = "# material\n\n## en\n\nWe keep it\nfor ten years.\n\n\nThe table is new.\n\n## fr\n\nDix ans.\n"


def codes(text: str, slug: str = "note") -> list[str]:
    note, problems = read_change_note(text, slug=slug, file="changes/note.md")
    assert (note is None) == bool(problems)
    return [f"{each.code}:{each.location.line}" for each in problems]


def test_a_note_is_read() -> None:
    note, problems = read_change_note(GOOD, slug="ten-years", file="x")
    assert problems == ()
    assert note is not None
    assert (note.slug, note.kind) == ("ten-years", Kind.MATERIAL)
    assert note.text == {"en": "We keep it for ten years.\n\nThe table is new.", "fr": "Dix ans."}


@pytest.mark.parametrize("kind", list(Kind))
def test_a_note_may_be_of_any_kind(kind: Kind) -> None:
    note, _ = read_change_note(GOOD.replace("material", kind), slug="a", file="x")
    assert note is not None
    assert note.kind is kind


def test_a_language_that_says_nothing_is_left_out() -> None:
    note, _ = read_change_note(GOOD + "\n## de\n\n", slug="a", file="x")
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


MARKED = """# clarification

## en

The **new** address stands in:

1. [Contact](section:contact);
2. [Your rights](section:rights), `as` _before_;
   - in [the table](link:table).

## fr

Des mots.
"""


def test_markup_is_kept_beside_the_words() -> None:
    note, problems = read_change_note(MARKED, slug="a", file="a.md")
    assert problems == ()
    assert note is not None
    assert note.text == {
        "en": "The new address stands in:\n\nContact;\n\nYour rights, as before;\n\nin the table.",
        "fr": "Des mots.",
    }
    assert note.marked == {"en": MARKED.partition("## en")[2].partition("## fr")[0].strip()}
    assert len(note_leaves(note, "en")) == 4
    assert len(note_leaves(note, "fr")) == 1


def test_a_link_to_a_section_says_its_number() -> None:
    note, _ = read_change_note(MARKED, slug="a", file="a.md")
    assert note is not None
    whole = numbered(note, {"contact": "12.", "other": "1"})
    assert whole.text["en"].split("\n\n")[1:3] == ["Contact 12;", "Your rights, as before;"]
    assert whole != note
    assert whole.is_same(note)
    assert not whole.is_same(note.model_copy(update={"text": {**note.text, "fr": "D’autres mots."}}))


@pytest.mark.parametrize(
    ("words", "text", "is_marked"),
    [
        ("Now 2 \\* 3", "Now 2 * 3", True),
        ("Now 2 * 3", "", None),
        ("Q&A; R&D, snake_case and [no link]{", "", None),
        ("Q&A; R&D and snake_case", "Q&A; R&D and snake_case", False),
        ("one\\\ntwo", "one two", True),
        ("日本\n語", "日本語", False),
        ("> as before", "as before", True),
        ("<https://example.org/>", "https://example.org/", True),
    ],
)
def test_what_is_words(words: str, text: str, is_marked: bool | None) -> None:
    note, problems = read_change_note(f"# material\n\n## en\n\n{words}\n", slug="a", file="a.md")
    if is_marked is None:
        assert problems
        return
    assert note is not None, problems
    assert note.text == {"en": text}
    assert bool(note.marked) is is_marked


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("### News", "S116"),
        ("| a | b |\n|---|---|\n| c | d |", "S116"),
        ("```\na\n```", "S116"),
        ("[Words](id:words) and more", "S116"),
        ("1. [Words](id:words) and more\n2. a", "S116"),
        ("1. [Words](id:words) and more\n2. others", "S116"),
        ("For [7 years](fact:retention.contract)", "S116"),
        ("- for [7 years](fact:retention.contract)", "S116"),
        ("It is **new*", "M121"),
        ("A <b>word</b>", "X301"),
        ("![seal](https://alder.example/seal.png)", "M119"),
        ("[a](javascript:alert(1))", "X304"),
        ("[a](http://alder.example/)", "L201"),
        ("p**а**ypal", "X305"),
    ],
)
def test_what_a_note_holds_not_is_told_in_its_line(words: str, code: str) -> None:
    note, problems = read_change_note(f"# material\n\n## en\n\nAs before.\n\n{words}\n", slug="a", file="c/a.md")
    assert note is None
    assert {(one.code, one.location.file, one.location.line) for one in problems} == {(code, "c/a.md", 7)}


def test_a_language_that_the_policy_does_not_have() -> None:
    _, (problem,) = read_change_note(GOOD.replace("## fr", "## rf"), slug="a", file="a.md", languages=["en", "fr"])
    assert problem.location.line == 11
    assert '"## rf" is no language of this policy' in problem.message
    assert "en, fr" in problem.remedy
    assert read_change_note(GOOD, slug="a", file="a.md", languages=["en", "fr"])[1] == ()


def test_a_name_that_would_do_is_proposed() -> None:
    _, (problem,) = read_change_note(GOOD, slug="durée de conservation", file="a.md")
    assert "duree-de-conservation.md" in problem.remedy
