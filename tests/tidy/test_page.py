"""The places of blocks and of the words in them."""

from __future__ import annotations

from inforce.tidy.page import Edit, Page

TEXT = "# A b\n\n- one\n  two\n\n  > three\n\n| c | d |\n| --- | --- |\n| e\\|f | g |\n\nHead\n----\n"


def test_every_block_and_where_its_words_stand() -> None:
    page = Page(TEXT)
    found = [(block.kind, TEXT[page.at(block.words, 0) :][:3], len(block.inside)) for block in page.blocks]
    assert found == [
        ("heading", "A b", 0),
        ("paragraph", "one", 2),
        ("paragraph", "thr", 3),
        *[("cell", start, 0) for start in ("c |", "d |", "e\\|", "g |")],
        ("heading", "Hea", 0),
    ]
    assert [block.level for block in page.headings()] == [1, 2]


def test_an_edit_across_lines() -> None:
    page = Page(TEXT)
    item = page.blocks[1]
    assert page.span(item.words, 2, 5, "") == Edit(start=11, end=16, text="")
    assert page.margin(item.begin, item.inside) == "  "
    assert page.margin(page.blocks[2].begin, page.blocks[2].inside) == "  > "


def test_a_line_is_cleared_but_for_what_it_stands_in() -> None:
    page = Page("> ***\n")
    (hr,) = (number for number, token in enumerate(page.tokens) if token.type == "hr")
    assert page.cleared(0, page.inside[hr]) == Edit(start=2, end=5, text="")


def test_lines_of_code() -> None:
    assert Page("a\n\n```\nb\n```\n\n    c\n").code == {2, 3, 4, 6}
