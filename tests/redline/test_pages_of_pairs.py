"""Whole pages of redlines of real texts in six languages, and of broken Markdown: valid, in one column and in two."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inforce.model.facts import Facts
from inforce.redline.folders import compare_folders
from inforce.redline.lenient import compare_markdown
from inforce.site.redline_file import Compared, FileMaker
from inforce.site.resources import assets, catalogs, templates
from inforce.site.translator import words_for
from inforce.writer import RenderContext

from build_tools.bench.redline_pairs import Pair, own_pairs
from tests.redline.validity import page_problems, problems

PAIRS = [pair for pair in own_pairs(Path(__file__).resolve().parents[2]) if " edited" not in pair.name]
MAKER = FileMaker(templates=templates(), assets=assets())


def pages(old: str, new: str, language: str = "en") -> list[str]:
    """The pages of both views, of the texts as files and as folders of one."""
    context = RenderContext(language=language, numbers={}, links={})
    out = []
    for redline in (compare_markdown(old, new), compare_folders({"a.md": old}, {"a.md": new})):
        compared = Compared(
            redline=redline,
            language=language,
            words=words_for(language, catalogs()),
            old=context,
            new=context,
            facts=(Facts(), Facts()),
        )
        out.append(MAKER.inline(compared, title="x"))
        out.append(MAKER.side_by_side(compared, ("<old>", '"new"'), title="x"))
    return out


def valid(old: str, new: str, language: str = "en") -> None:
    for page in pages(old, new, language):
        assert not page_problems(page)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_pages_of_real_texts(pair: Pair) -> None:
    valid(pair.old_source, pair.new_source, pair.script)


BITS = st.sampled_from(
    [
        *(
            "# A",
            "## B",
            "###### C",
            "- item",
            "    - below",
            "1. one",
            "| a | b |",
            "| --- | --- |",
            "| x | y |",
            "---",
        ),
        *(
            "<ul><li>x</li></ul>",
            "<del>",
            "</ins>",
            "<table><tr><td>q",
            "<b>bold",
            "**bold**",
            "*em",
            "[x](y)",
            "> quote",
        ),
        *(
            "",
            "",
            "plain words that stay",
            "plain words that go",
            "&amp; &lt;",
            "```",
            "[a](https://b.example/)",
            "法律文書",
        ),
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(BITS, max_size=12), st.lists(BITS, max_size=12))
def test_pages_of_any_markdown(old: list[str], new: list[str]) -> None:
    valid("\n".join(old), "\n".join(new))


@pytest.mark.parametrize(
    "bad",
    [
        "<ul><ins>x</ins></ul>",
        "<ins><p>x</p></ins>",
        "<p><ins>a<del>b</del></ins></p>",
        "<table><tbody><tr><ins><td>x</td></ins></tr></tbody></table>",
        "<p id='a'></p><p id='a'></p>",
        "<a href='#c_1'>x</a>",
        "<details>x<summary>y</summary></details><div><h2><p>x</p></h2></div>",
    ],
)
def test_the_validator_sees_what_is_wrong(bad: str) -> None:
    with suppress(html5lib.html5parser.ParseError):
        assert problems(bad)
