"""GitHub's own renderer (cmark-gfm) reads what this package reads, for every text that it has no problem with."""

from __future__ import annotations

from collections.abc import Iterator

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import given
from hypothesis import strategies as st
from inforce.model.text import Break, Code, CodeBlock, Emphasis, Inline, Leaf, Link, inlines
from inforce.reader.section import read_section

from tests.built.building import ROOT
from tests.reader.outline import outline_of_html, outline_of_leaves
from tests.reader.test_wording import VECTORS

_WORDS = st.lists(
    st.sampled_from([
        "a", "we keep", "数据。", "10", "(a)", "i)", "- ", "1. ", "# ", "> ", "+ ", "_", ".", ",", "\\*", "\\|", " ",
        "\n", "\\\n", "  \n", "*b*", "**c**", "_d_", "__e__", "***f** g*", "`h *i*`", "[j](fact:k.l)",
        '[m *n*](https://o.pq/r_s "t")', "<https://u.vw/>",
    ]),
    min_size=1,
    max_size=6,
).map(lambda parts: "a" + "".join(parts))  # fmt: skip


def _indented(text: str, first: str, rest: str) -> str:
    return first + text.replace("\n", f"\n{rest}")


def _blocks(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=1, max_size=3).map("\n\n".join)
    marker = st.sampled_from(["- ", "* ", "1. ", "7. ", "1) ", "-   ", "10. "])
    return st.one_of(
        several,
        several.map(lambda text: _indented(text, "> ", "> ")),
        st.tuples(marker, several).map(lambda pair: _indented(pair[1], pair[0], " " * len(pair[0]))),
        st.tuples(st.sampled_from(["- ", "* "]), st.lists(several, min_size=2, max_size=3)).map(
            lambda pair: "\n".join(_indented(text, pair[0], "  ") for text in pair[1])
        ),
    )


_LEAVES = st.one_of(
    _WORDS,
    _WORDS.map(lambda words: f"```\n{words}\n```"),
    st.tuples(_WORDS, _WORDS).map(
        lambda pair: "| a | b |\n|---|:-:|\n| {} | {} |".format(*(one.replace("\n", "<br>") for one in pair))
    ),
)
TEXTS = st.lists(st.recursive(_LEAVES, _blocks, max_leaves=6), min_size=1, max_size=3).map("\n\n".join)


def github(source: str) -> str:
    html: str = cmarkgfm.cmark.markdown_to_html_with_extensions(
        source, Options.CMARK_OPT_UNSAFE, ["table", "strikethrough"]
    )
    return html


def same(source: str, language: str = "en") -> None:
    section, problems = read_section(source, id="t", file="t.md", language=language)
    if problems:
        return
    assert outline_of_leaves(section.leaves) == outline_of_html(github(section.source))
    lines = section.source.split("\n")
    for piece in (piece for leaf in section.leaves for piece in _pieces(leaf)):
        rest = lines[piece.at.line - 1][piece.at.column - 1 :].removeprefix("\\")
        match piece:
            case Emphasis():
                assert rest[0] in "*_"
            case Code():
                assert rest[0] == "`"
            case Link():
                assert rest[0] == ("<" if piece.autolink else "[")
            case Break():
                pass
            case _:
                assert piece.text.startswith(" ") or rest.startswith(piece.text[:1])  # a line end is a space


def _pieces(leaf: Leaf) -> Iterator[Inline]:
    if not isinstance(leaf, CodeBlock):
        for children in inlines(leaf):
            yield from _within(children)


def _within(children: tuple[Inline, ...]) -> Iterator[Inline]:
    for child in children:
        yield child
        if isinstance(child, Emphasis | Link):
            yield from _within(child.children)


@given(TEXTS)
def test_any_text(body: str) -> None:
    same(f"# T\n\n{body}\n")


@given(st.lists(st.sampled_from(list("ab 1.\n-#>*_`[]()\\|。日")), max_size=60).map("".join))
def test_any_signs(body: str) -> None:
    same(f"# T\n\n{body}\n")


@pytest.mark.parametrize("body", VECTORS)
def test_vectors(body: str) -> None:
    same(f"# T\n\n{body}\n")


SECTIONS = [
    path
    for pattern in ("policy_src/*/*/*.md", "policy_src/*/versions/**/??/*.md")
    for base in (ROOT, ROOT / "examples", *sorted((ROOT / "tests/bad_sources").iterdir()))
    for path in sorted(base.glob(pattern))
    if path.parent.name != "changes"
]


def test_every_section_of_the_repository() -> None:
    for path in SECTIONS:
        same(path.read_text("utf-8", errors="replace"), path.parent.name)
