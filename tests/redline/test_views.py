"""The redline as text, as Markdown, as JSON."""

from __future__ import annotations

from html import escape

import html5lib
import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inforce.model.facts import Facts
from inforce.model.text import Paragraph, Position
from inforce.redline.changes import Op, Redline, RowKind
from inforce.redline.data import RedlineData, SidesData, data
from inforce.redline.facts import FactChangeKind, fact_changes
from inforce.redline.lenient import compare_markdown
from inforce.redline.numbering import number_changes
from inforce.redline.plain import Brackets, Colours, Markdown, Style, text
from markdown_it import MarkdownIt

from tests.redline.support import redline
from tests.redline.test_compare import BODIES

SCHEMA = jsonschema.Draft202012Validator(RedlineData.model_json_schema())

OLD = {"a": "# One\n\nWe keep *it* for 3 years.\n\n| A | B |\n| --- | --- |\n| x | y |", "b": "# Two\n\nGone."}
NEW = {"a": "# One\n\nWe keep *it* for 2 years.\n\n| A | B |\n| --- | --- |\n| x | z |"}


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (Brackets(), "We keep it for [-3-]{+2+} years."),
        (Colours(), "We keep it for \x1b[31;9m3\x1b[0m\x1b[32;4m2\x1b[0m years."),
        (Markdown(), "We keep it for <del>3</del><ins>2</ins> years."),
    ],
)
def test_text(style: Style, expected: str) -> None:
    shown = text(redline(OLD, NEW), style)
    assert expected in shown
    assert shown.startswith("3 changes in 2 sections\n")
    assert "section removed" in shown


def test_text_without_a_change() -> None:
    assert text(redline(OLD, OLD)) == "No words changed.\n"


HOSTILE = st.text(st.sampled_from("ab .,*_~`#-+=1)(<>&@!|[]\\\"'\n數データ"), max_size=30)


def _plain(html: str, unseen: str) -> str:
    """The words of a page, one side's left out."""
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    for element in tree.iter(unseen):
        tail = element.tail
        element.clear()
        element.tail = tail
    return "".join("".join(tree.itertext()).split())


@settings(max_examples=200, deadline=None)
@given(HOSTILE, HOSTILE)
def test_markdown_says_both_sides_word_for_word(old: str, new: str) -> None:
    sections = compare_markdown(f"# One\n\n\\{old}", f"# One\n\n\\{new}").sections
    rows = [row for row in sections[0].rows if row.kind is not RowKind.SAME]
    shown = Redline(sections=sections, changes=tuple(number_changes(sections)))
    html = MarkdownIt("commonmark", {"html": True}).render(text(shown, Markdown()))
    for unseen, op in (("ins", Op.REMOVED), ("del", Op.ADDED)):
        said = _plain(html, unseen)
        for row in rows:
            for piece in row.pieces():
                if piece.op in (Op.KEPT, op):
                    assert "".join(piece.text.split()) in said, html


@pytest.mark.parametrize("start", ["1. one", "12) one", "- one", "+ 32", "= one", "# one", "> one", "| one"])
def test_words_that_look_like_markup_begin_nothing(start: str) -> None:
    shown = Markdown().block(Paragraph(children=(), at=Position(line=1, column=1)), Markdown().words(Op.KEPT, start))
    html = MarkdownIt("commonmark").render("before\n\n" + shown)
    assert html == f"<p>before</p>\n<p>{escape(start)}</p>\n"


def test_markdown_mentions_nobody() -> None:
    shown = text(redline({"a": "# One\n\nask @all now"}, {"a": "# One\n\nask @all or a@b.example"}), Markdown())
    assert "ask @<!-- -->all" in shown
    assert "a@b.example" in shown


def test_json_keeps_its_schema_and_every_change() -> None:
    made = data(redline(OLD, NEW)).model_dump(mode="json", exclude_none=True)
    SCHEMA.validate(made)
    assert [change["kind"] for change in made["changes"]] == ["reworded", "reworded", "section-removed"]
    assert [piece["op"] + piece["text"] for piece in made["sections"][0]["changed"][0]["blocks"][0]] == [
        "=We keep it for ",
        "-3",
        "+2",
        "= years.",
    ]


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from("abc"), BODIES), st.dictionaries(st.sampled_from("abd"), BODIES))
def test_json_of_any_two_texts_keeps_its_schema(old: dict[str, str], new: dict[str, str]) -> None:
    made = data(redline(old, new), SidesData(old="1", new="2"), redline(new, old))
    SCHEMA.validate(made.model_dump(mode="json", exclude_none=True))
    SCHEMA.validate(made.model_dump(mode="json"))


def _facts(**files: object) -> Facts:
    return Facts.model_validate(files)


def test_facts_are_compared_as_data() -> None:
    old = _facts(
        retention={"prospects": {"keep": "3 years"}},
        recipients={"hubspot": {"name": "HubSpot"}, "gone": {"name": "Gone"}},
        organisation={"controller": {"name": "Q", "email": {"unknown": {"en": "unreadable"}}}},
    )
    new = _facts(
        retention={"prospects": {"keep": "2 years"}},
        recipients={"hubspot": {"name": "HubSpot", "description": {"fr": "neuf"}}, "brevo": {"name": "Brevo"}},
        organisation={"controller": {"name": "Q", "email": "a@example.org"}},
    )
    found = fact_changes(old, new, "en")
    assert [(change.kind, change.path) for change in found] == [
        (FactChangeKind.CHANGED, ("organisation", "controller", "email")),
        (FactChangeKind.CHANGED, ("retention", "prospects", "keep")),
        (FactChangeKind.ADDED, ("recipients", "brevo")),
        (FactChangeKind.REMOVED, ("recipients", "gone")),
    ]
    assert (str(found[1].old), str(found[1].new)) == ("P3Y", "P2Y")
    assert (found[0].old_unknown, str(found[0].new)) == (True, "a@example.org")
    shown = text(Redline(sections=(), changes=(), facts=found))
    assert "retention.prospects.keep: [-3 years-] → {+2 years+}" in shown
    assert "recipients.brevo: new" in shown
    assert [change.path for change in fact_changes(old, new, "fr")][2] == ("recipients", "hubspot", "description")
    assert data(Redline(sections=(), changes=(), facts=found)).facts[1].new == "P2Y"


def test_equal_facts_have_no_change() -> None:
    facts = _facts(retention={"a": {"keep": "3 years"}})
    assert fact_changes(facts, _facts(retention={"a": {"keep": "3 years"}}), "en") == ()
