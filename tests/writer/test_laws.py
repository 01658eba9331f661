"""Laws over generated sections: words in = words out, blocks survive being written and read, nothing crashes."""

import re
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st
from inforce.model.text import Section
from inforce.reader.section import parse_section
from inforce.reader.wording import plain, wording
from inforce.writer import RenderContext, check_section, render_key, render_section
from inforce.writer.addresses import KnownAddresses
from inforce.writer.proof import html_wording

from tests.reader.serialising import serialise
from tests.reader.test_against_github import TEXTS

CONTEXT = RenderContext(
    language="en",
    numbers={"test": "4.", "access": "4.1", "rights": "6."},
    links={"dpa": "https://example.org/?a=1&b=2"},
    unknown={"organisation.email": "not known yet"},
    addresses=KnownAddresses(by_text={"a@b.org": "mailto:a@b.org", "+3222744800": "tel:+3222744800"}),
)
PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"


@dataclass(frozen=True)
class Piece:
    """Source, and the words that it must say."""

    source: str
    words: str


letters = st.text("abzAZ019éßдж中日あ한ע\u00a0\u00ad ", min_size=1, max_size=12)
signs = st.text(PUNCTUATION, min_size=1, max_size=3)
marks = st.sampled_from(
    [
        *("10. ", "1. ", "+ 32 ", "- ", "# ", "> ", "=", "---", "C#", "AT&T", "a < b", "x_y_z", "&amp;", "~~"),
        *("a@b.org", "+32 2 274 48 00"),
    ]
)


def escaped(text: str) -> Piece:
    return Piece("".join(f"\\{c}" if c in PUNCTUATION else c for c in text), text)


plain_words = letters.map(lambda text: Piece(text, text))
words = st.lists(st.one_of(plain_words, signs.map(escaped), marks.map(escaped)), min_size=1, max_size=4).map(
    lambda pieces: Piece("".join(p.source for p in pieces), "".join(p.words for p in pieces))
)
"""Words that begin and end with a letter, so that they may stand anywhere."""
solid = words.map(lambda piece: Piece(f"a{piece.source}z", f"a{piece.words}z"))
targets = st.sampled_from(
    ["fact:a.b", "fact:organisation.email", "section:rights", "link:dpa", "https://example.org/a_(b)*c*", "tel:+32-2"]
)


def around(left: str, right: str, piece: Piece) -> Piece:
    return Piece(f"{left}{piece.source}{right}", piece.words)


inner = st.one_of(
    solid,
    solid.map(lambda p: around("*", "*", p)),
    solid.map(lambda p: around("**", "**", p)),
    solid.map(lambda p: around("***", "***", p)),
)
linked = st.tuples(inner, targets).map(lambda both: around("[", f"]({both[1]})", both[0]))
bold_link = linked.map(lambda piece: around("**", "**", piece) if "*" not in piece.source else piece)
parts = st.one_of(inner, linked, bold_link)
lines = st.lists(parts, min_size=1, max_size=4).map(
    lambda pieces: Piece(" ".join(p.source for p in pieces), " ".join(p.words for p in pieces))
)


def several(joint: str) -> st.SearchStrategy[Piece]:
    return st.lists(lines, min_size=1, max_size=3).map(
        lambda pieces: Piece(joint.join(p.source for p in pieces), " ".join(p.words for p in pieces))
    )


Expected = list[tuple[str, str]]
Block = tuple[str, Expected]


def paragraph(piece: Piece) -> Block:
    return piece.source, [("p", piece.words)]


def bullets(pieces: list[tuple[Piece, int]], sign: str, gap: str) -> Block:
    depth, sources, expected = 0, [], []
    for piece, wanted in pieces:
        depth = min(wanted, depth + 1)
        sources.append(f"{'    ' * (depth - 1)}{sign} {piece.source}")
        expected.append((f"item{depth}", piece.words))
    return gap.join(sources), expected


def steps(pieces: list[Piece]) -> Block:
    return (
        "\n".join(f"{number}. {piece.source}" for number, piece in enumerate(pieces, 1)),
        [("step1", piece.words) for piece in pieces],
    )


def table(rows: list[list[Piece]]) -> Block:
    sources = [f"| {' | '.join(cell.source for cell in row)} |" for row in rows]
    sources.insert(1, "|---|:-:|")
    return "\n".join(sources), [("cell", cell.words) for row in rows for cell in row]


blocks = st.one_of(
    several(" ").map(paragraph),
    several("\\\n").map(paragraph),
    several("  \n").map(paragraph),
    st.tuples(st.sampled_from(["10\\. ", "\\+ 32 ", "1\\) ", "-x ", ": "]), lines).map(
        lambda both: paragraph(Piece(both[0] + both[1].source, both[0].replace("\\", "") + both[1].words))
    ),
    st.builds(
        bullets,
        st.lists(st.tuples(lines, st.integers(1, 4)), min_size=1, max_size=5),
        st.sampled_from(["-", "*", "-  "]),
        st.sampled_from(["\n", "\n\n"]),
    ),
    st.lists(lines, min_size=1, max_size=4).map(steps),
    st.lists(st.lists(lines, min_size=2, max_size=2), min_size=2, max_size=4).map(table),
    lines.map(lambda piece: (f"## {piece.source}", [("h2", piece.words)])),
)


def parted(made: list[Block]) -> tuple[str, Expected]:
    """A source with a plain paragraph after each block, so that lists do not run into one another."""
    source = "# Title\n\n## [Access](id:access)\n\n[**Clause.**](id:clause) words\n"
    expected = [("h1", "Title"), ("h2", "Access"), ("clause", "Clause. words")]
    for text, pairs in made:
        source += f"\n{text}\n\nand\n"
        expected += [(kind, plain(words)) for kind, words in pairs] + [("p", "and")]
    return source, expected


sections = st.lists(blocks, min_size=1, max_size=5).map(parted)


def read(source: str) -> Section:
    section, problems = parse_section(source, id="test", file="test.md")
    assert section is not None, f"{problems}\n{source}"
    return section


@given(sections)
@settings(max_examples=150, deadline=None)
def test_words_in_are_words_out(made: tuple[str, Expected]) -> None:
    source, expected = made
    section = read(source)
    assert list(wording(section.leaves)) == expected
    assert check_section(section, CONTEXT) == ()
    assert list(html_wording(render_section(section, CONTEXT))) == expected


@given(sections)
@settings(max_examples=150, deadline=None)
def test_written_blocks_read_the_same(made: tuple[str, Expected]) -> None:
    section = read(made[0])
    written = serialise(section.leaves)
    again = read(written)
    assert wording(again.leaves) == wording(section.leaves)
    assert re.sub(r"at=Position\(.*?\)|begins=\d+", "", repr(again.leaves)) == re.sub(
        r"at=Position\(.*?\)|begins=\d+", "", repr(section.leaves)
    )
    assert serialise(again.leaves) == written


@given(st.text("# \n-*[]()|\\`<>&~!_=+1.a:id", max_size=80), st.booleans())
@settings(max_examples=600, deadline=None)
def test_any_text_is_read_or_refused_and_what_is_read_is_rendered_or_refused(text: str, headed: bool) -> None:
    section, problems = parse_section(f"# T\n\n{text}" if headed else text, id="test", file="test.md")
    assert (section is None) == bool(problems)
    if section is not None:
        assert check_section(section, CONTEXT) == (), section.source
        assert wording(read(serialise(section.leaves)).leaves) == wording(section.leaves), section.source


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_no_text_makes_the_reader_fail(text: str) -> None:
    section, problems = parse_section(text, id="test", file="test.md")
    assert (section is None) == bool(problems)


@given(sections)
@settings(max_examples=30, deadline=None)
def test_rendering_is_a_function_of_its_key(made: tuple[str, Expected]) -> None:
    section = read(made[0])
    assert render_key(section, CONTEXT) == render_key(read(made[0]), CONTEXT)
    assert render_section(section, CONTEXT) == render_section(read(made[0]), CONTEXT)


@given(TEXTS)
@settings(deadline=None)
def test_all_that_can_be_nested_is_on_the_page(text: str) -> None:
    section, problems = parse_section(f"# T\n\n{text}\n", id="test", file="test.md")
    if section is None:
        assert problems
        return
    assert check_section(section, CONTEXT) == ()
    assert html_wording(render_section(section, CONTEXT)) == wording(section.leaves)
