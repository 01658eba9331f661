"""Python-Markdown, cut down: it sees our blocks and nothing else."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest
from inforce.render.structure import block_tree


def outline(element: Element) -> str:
    inner = " ".join(outline(child) for child in element)
    words = " ".join((element.text or "").split())
    return f"{element.tag}({' '.join(part for part in (words, inner) if part)})"


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("# A\n\nb\n", ["h1(A)", "p(b)"]),
        ("- a\n- b\n", ["ul(li(a) li(b))"]),
        ("- a\n    - b\n", ["ul(li(a ul(li(b))))"]),
        ("1. a\n2. b\n", ["ol(li(a) li(b))"]),
        ("- a\n\n1. b\n", ["ul(li(a))", "ol(li(b))"]),
        ("10. November 2020\n", ["p(10. November 2020)"]),
        ("+ 32 2 274\n", ["p(+ 32 2 274)"]),
        ("> a\n", ["p(> a)"]),
        ("---\n", ["p(---)"]),
        ("a\n===\n", ["p(a ===)"]),
        ("[a]: https://example.org\n", ["p([a]: https://example.org)"]),
        ("**a** <b>c</b> [d](e)\n", ["p(**a** <b>c</b> [d](e))"]),
        ("a\n\n   \n\nb\n", ["p(a)", "p(b)"]),
        ("| a |\n|---|\n| b |\n", ["table(thead(tr(th(a))) tbody(tr(td(b))))"]),
    ],
)
def test_python_markdown_sees_the_blocks_that_the_grammar_has(source: str, blocks: list[str]) -> None:
    assert [outline(element) for element in block_tree(source)] == blocks


def test_nothing_is_kept_from_one_section_to_the_next() -> None:
    block_tree("[a]: https://example.org\n\n1. x\n")
    assert [outline(element) for element in block_tree("2. y\n")] == ["p(2. y)"]
