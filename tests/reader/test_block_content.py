"""What a section says block by block."""

from __future__ import annotations

from inforce.reader.block_content import content_by_block
from inforce.reader.section import parse_section

TEXT = """# Title

We keep [it](fact:retention.contract).

- one
- two

| A | B |
| - | - |
| 1 | 2 |
"""


def test_each_block_item_and_row_is_told_apart() -> None:
    section, _ = parse_section(TEXT, id="x", file="x.md", language="en")
    assert section is not None
    assert content_by_block(section) == (
        ((("h1", "Title"),), ()),
        ((("p", "We keep it."),), ("fact:retention.contract",)),
        ((("item1", "one"),), ()),
        ((("item1", "two"),), ()),
        ((("cell", "A"), ("cell", "B")), ()),
        ((("cell", "1"), ("cell", "2")), ()),
    )
