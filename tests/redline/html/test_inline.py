"""Pieces of words to HTML: marked, linked, properly nested, escaped."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.model.text import Target
from inforce.redline.changes import PLAIN, Marks, Op, Piece, Run
from inforce.redline.html.inline import PieceWriter, marked
from inforce.writer import RenderContext

from tests.redline.support import WORDS
from tests.redline.validity import problems

CONTEXT = RenderContext(language="en", numbers={"a": "3."}, links={"authority": "https://a.example/?x=1&y=2"})
WRITER = PieceWriter(labels=WORDS, context=CONTEXT)
STRONG = Marks(strong=True)


def to(scheme: str, value: str) -> Marks:
    return Marks(target=Target(scheme=scheme, value=value))


def kept(text: str, marks: Marks = PLAIN) -> Piece:
    return Piece(Op.KEPT, (Run(text, marks),))


def removed(text: str, marks: Marks = PLAIN) -> Piece:
    return Piece(Op.REMOVED, (Run(text, marks),))


def added(text: str, marks: Marks = PLAIN) -> Piece:
    return Piece(Op.ADDED, (Run(text, marks),))


def short(html: str) -> str:
    """The HTML without what is read aloud."""
    return re.sub(r' (?:data-[be]|rel)="[^"]*"', "", html)


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([], ""),
        ([kept("if a < b & c")], "if a &lt; b &amp; c"),
        ([kept("one\ntwo")], "one<br>two"),
        ([kept("keep "), removed("3"), added("2")], "keep <del>3</del><ins>2</ins>"),
        ([kept("لمدة "), removed("سنة"), added("سنتين")], "لمدة <del>سنة</del><ins>سنتين</ins>"),
        ([kept("保存期間は"), removed("3か月"), added("6か月")], "保存期間は<del>3か月</del><ins>6か月</ins>"),
        ([kept("เป็นเวลา"), added("สอง"), kept("ปี")], "เป็นเวลา<ins>สอง</ins>ปี"),
        ([added("All new.")], '<ins class="w">All new.</ins>'),
        ([removed("All gone.")], '<del class="w">All gone.</del>'),
        ([kept("a", STRONG), added("b", STRONG), kept("c", STRONG)], "<strong>a<ins>b</ins>c</strong>"),
        ([added("a", STRONG), kept("b")], "<ins><strong>a</strong></ins>b"),
        ([kept("a", Marks(strong=True, emphasis=True)), kept("b", STRONG)], "<strong><em>a</em>b</strong>"),
        ([removed("a"), removed("b")], "<del>a</del><del>b</del>"),
        ([kept("our ", to("section", "a")), added("new ", to("section", "a")), kept("list", to("section", "a"))],
         '<a href="#a">our <ins>new </ins>list<span class="ref"> 3</span></a>'),
    ],
)  # fmt: skip
def test_words_and_their_marks(pieces: list[Piece], expected: str) -> None:
    assert short(WRITER.write(pieces)) == expected


@pytest.mark.parametrize(
    ("marks", "linked", "plain"),
    [
        (to("section", "a"), '<a href="#a">it<span class="ref"> 3</span></a>', 'it<span class="ref"> 3</span>'),
        (to("section", "other"), '<a href="#other">it</a>', "it"),
        (to("link", "authority"), '<a href="https://a.example/?x=1&amp;y=2">it</a>', "it"),
        (to("link", "nowhere"), "it", "it"),
        (to("https", "https://b.example/"), '<a href="https://b.example/">it</a>', "it"),
        (to("mailto", "mailto:a@b.example"), '<a href="mailto:a@b.example">it</a>', "it"),
        (to("fact", "organisation.name"), "it", "it"),
        (to("javascript", "javascript:alert(1)"), "it", "it"),
    ],
)
def test_links(marks: Marks, linked: str, plain: str) -> None:
    """In a column of what was they lead nowhere; a fact is marked as one all the same."""
    assert short(WRITER.write([kept("it", marks)])) == linked
    assert short(replace(WRITER, context=replace(CONTEXT, linked=False)).write([kept("it", marks)])) == plain


def test_a_link_out_of_the_page_tells_nothing_of_it() -> None:
    assert 'rel="noopener noreferrer"' in WRITER.write([kept("it", to("https", "https://b.example/"))])


def test_a_link_of_removed_words_is_gone_with_them_unless_it_stays_beside_them() -> None:
    old, new = to("https", "https://old.example/"), to("https", "https://new.example/")
    assert short(WRITER.write([removed("was", old), kept(" here")])) == "<del>was</del> here"
    assert short(WRITER.write([removed("was", old), added("is", new)])) == (
        '<del>was</del><a href="https://new.example/"><ins>is</ins></a>'
    )
    assert short(WRITER.write([removed("was ", old), kept("here", old)])) == (
        '<a href="https://old.example/"><del>was </del>here</a>'
    )


def test_what_is_read_aloud_stands_on_the_mark() -> None:
    words = replace(WORDS, added=('"new"', "end"), removed=("<gone>", "end"))
    assert marked(Op.ADDED, "a", words) == '<ins data-b="&quot;new&quot;" data-e="end">a</ins>'
    assert marked(Op.REMOVED, "a", words) == '<del data-b="&lt;gone&gt;" data-e="end">a</del>'
    assert marked(Op.ADDED, "a", words, whole=True).startswith('<ins class="w" ')


TARGETS = st.sampled_from(
    [None, Target(scheme="section", value="a"), Target(scheme="https", value="https://b.example/")]
)
RUNS = st.builds(
    Run, st.sampled_from(["keep ", "a<b&", "保存", "بيانات", "ข้", "\n", ""]),
    st.builds(Marks, strong=st.booleans(), emphasis=st.booleans(), target=TARGETS),
)  # fmt: skip
PIECES = st.lists(st.builds(Piece, st.sampled_from(Op), st.lists(RUNS, max_size=3).map(tuple)), max_size=6)


@given(PIECES)
def test_any_pieces_nest_and_say_every_word(pieces: list[Piece]) -> None:
    html = WRITER.write(pieces)
    assert problems(f"<p>{html}</p>") == [] or not "".join(piece.text for piece in pieces).strip()
    bare = re.sub(r"<[^>]*>", "", re.sub(r'<span class="ref">[^<]*</span>', "", html).replace("<br>", "\n"))
    said = bare.replace("&lt;", "<").replace("&amp;", "&")
    assert said == "".join(piece.text for piece in pieces)
    for tag, op in (("del", Op.REMOVED), ("ins", Op.ADDED)):
        assert html.count(f"<{tag} ") >= sum(bool(piece.text) for piece in pieces if piece.op is op)
