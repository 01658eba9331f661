"""What sources are read as: tables of (source, blocks)."""

import pytest
from inforce.model.text import Block, Break, Clause, Emphasis, Heading, Inline, Item, Link, Paragraph, Table, Text
from inforce.parse.markdown import normalise, parse_section

Shown = list[object]


def shown(children: tuple[Inline, ...]) -> str:
    """Inline pieces as a short text: {strong}, /emphasis/, <target|words>, ¶ for a break."""
    parts = []
    for child in children:
        match child:
            case Text(text=text):
                parts.append(text)
            case Break():
                parts.append("¶")
            case Emphasis(children=inner, strong=strong):
                parts.append(f"{{{shown(inner)}}}" if strong else f"/{shown(inner)}/")
            case Link(children=inner, target=target):
                parts.append(f"<{target}|{shown(inner)}>")
    return "".join(parts)


def show_block(block: Block) -> str:
    match block:
        case Heading(level=level, id=name, children=children):
            return f"h{level} {f'({name}) ' if name else ''}{shown(children)}"
        case Paragraph(children=children):
            return f"p {shown(children)}"
        case Clause(id=name, children=children, label=label):
            return f"clause ({name}) {shown(children[:label])} | {shown(children[label:])}"
        case Item(children=children, depth=depth, step=step):
            return f"{'-' if step is None else step}{depth} {shown(children)}"
        case Table(rows=rows, alignments=alignments):
            cells = " / ".join(" , ".join(shown(cell.children) for cell in row) for row in rows)
            return f"table [{' '.join(alignment or '.' for alignment in alignments)}] {cells}"


READ = [
    ("plain words\n", ["p plain words"]),
    ("no line end", ["p no line end"]),
    ("a line\nwraps \nhere\n", ["p a line wraps here"]),
    ("two\n\n\n   \n\nparagraphs\n", ["p two", "p paragraphs"]),
    ("a\\\nb  \nc\n", ["p a¶b¶c"]),
    ("spaces at the end   \n\nnext\n", ["p spaces at the end", "p next"]),
    ("**a** *b* ***c***\n", ["p {a} /b/ /{c}/"]),
    ("**a *b* c** *a **b** c*\n", ["p {a /b/ c} /a {b} c/"]),
    ("***a** b* **a *b***\n", ["p /{a} b/ {a /b/}"]),
    ("a**b**c*d*e\n", ["p a{b}c/d/e"]),
    ("**one\ntwo**\n", ["p {one two}"]),
    ("snake_case __init__ _x_\n", ["p snake_case __init__ _x_"]),
    (r"\*a\* \[b\] \`c\` \\ \# \< \& \| \_ \!\[" + "\n", ["p *a* [b] `c` \\ # < & | _ !["]),
    ("[10 years](fact:retention.contract)\n", ["p <fact:retention.contract|10 years>"]),
    ("[*x*](section:rights) **[y](link:dpa)**\n", ["p <section:rights|/x/> {<link:dpa|y>}"]),
    ("[a](https://example.org/b_(c)?d=e*f*#g)\n", ["p <https://example.org/b_(c)?d=e*f*#g|a>"]),
    ("[a](mailto:a.b@example.org) [b](tel:+32-2-2744800)\n", ["p <mailto:a.b@example.org|a> <tel:+32-2-2744800|b>"]),
    ("[\\[email\u00a0protected\\]](fact:organisation.email)\n", ["p <fact:organisation.email|[email\u00a0protected]>"]),
    ("Yes! (See [a](tel:112).)\n", ["p Yes! (See <tel:112|a>.)"]),
    ("10. November 2020\n", ["p 10. November 2020"]),
    ("on\n10. November\n", ["p on 10. November"]),
    ("10\\. November\n", ["p 10. November"]),
    ("+ 32 2 274 48 00\n", ["p + 32 2 274 48 00"]),
    ("Phone\\\n+ 32 2 274\n", ["p Phone¶+ 32 2 274"]),
    ("\\# 1 and \\- 2\n", ["p # 1 and - 2"]),
    ("1) words, 1.5 and -2\n", ["p 1) words, 1.5 and -2"]),
    ("AT&T, a < b > c & d ~ e\n", ["p AT&T, a < b > c & d ~ e"]),
    ("{: .class } {{ x }}\n", ["p {: .class } {{ x }}"]),
    ("## Our C\\#\n", ["h2 Our C#"]),
    ("## [Right *of*](id:access)\n\n### Deep  \n", ["h2 (access) Right /of/", "h3 Deep"]),
    ("##   Two spaces\n", ["h2 Two spaces"]),
    (
        "[**Identification.**](id:identification) In order [to](tel:112)\n",
        ["clause (identification) {Identification.} |  In order <tel:112|to>"],
    ),
    ("[When we](id:as-controller), we strive\n", ["clause (as-controller) When we | , we strive"]),
    ("- a\n- b\n", ["-1 a", "-1 b"]),
    ("- a\n\n- b\n", ["-1 a", "-1 b"]),
    ("* a\n* *b*\n", ["-1 a", "-1 /b/"]),
    ("- a\n  more\n   yet\n- b\n", ["-1 a more yet", "-1 b"]),
    ("- a\n    - b\n        - c\n    - d\n- e\n", ["-1 a", "-2 b", "-3 c", "-2 d", "-1 e"]),
    ("1. a\n    - b\n2. c\n\n3. d\n", ["11 a", "-2 b", "21 c", "31 d"]),
    ("- a\n    1. b\n    2. c\n- d\n    1. e\n", ["-1 a", "12 b", "22 c", "-1 d", "12 e"]),
    ("1. a\n\nwords\n\n1. b\n", ["11 a", "p words", "11 b"]),
    ("- a\n\n1. b\n2. c\n\n- d\n\n10. November\n", ["-1 a", "11 b", "21 c", "-1 d", "p 10. November"]),
    ("- a\n    - b\n\n    1. c\n    2. d\n", ["-1 a", "-2 b", "12 c", "22 d"]),
    ("- 10. November\n- + 32\n", ["-1 10. November", "-1 + 32"]),
    ("- a\\\n  b\n", ["-1 a¶b"]),
    ("| a | b |\n|---|:-:|\n| c | d |\n", ["table [. center] a , b / c , d"]),
    ("|a|\n|:--|\n||\n", ["table [left] a / "]),
    ("| a \\| b | **c** |\n| --: | - |\n| | [d](tel:112) |\n", ["table [right .] a | b , {c} /  , <tel:112|d>"]),
    ("日本\n語\n", ["p 日本語"]),
    ("日本、\n**語**\n", ["p 日本、{語}"]),
    ("**日本**\n[語](tel:112)\nand more\n", ["p {日本}<tel:112|語> and more"]),
    ("日本  \n語\n", ["p 日本¶語"]),
    ("한국\n어\n", ["p 한국 어"]),
]


@pytest.mark.parametrize(("source", "blocks"), READ)
def test_a_source_is_read_as_these_blocks(source: str, blocks: list[str]) -> None:
    section, problems = parse_section(f"# Title\n\n{source}", id="test", file="test.md")
    assert problems == ()
    assert section is not None
    assert [show_block(block) for block in section.blocks] == ["h1 Title", *blocks]


def test_accepts_a_byte_order_mark_and_crlf() -> None:
    source = "\ufeff# Title\r\n\r\na  \r\nb\r"
    section, problems = parse_section(source, id="test", file="test.md")
    assert problems == ()
    assert section is not None
    assert section.source == "# Title\n\na  \nb\n" == normalise(source)
    assert [show_block(block) for block in section.blocks] == ["h1 Title", "p a¶b"]


def test_says_where_each_piece_stands() -> None:
    source = "# Title\n\nsee **the\nlong [list](tel:112)**\n\n- a\n    - *b*\n\n| c | d |\n|---|---|\n|  e | f |\n"
    section, _ = parse_section(source, id="test", file="test.md")
    assert section is not None
    heading, paragraph, first, second, table = section.blocks
    assert (heading.at.line, heading.at.column) == (1, 1)
    assert isinstance(paragraph, Paragraph)
    words, strong = paragraph.children
    assert (words.at.line, words.at.column) == (3, 1)
    assert isinstance(strong, Emphasis)
    assert (strong.at.line, strong.at.column) == (3, 5)
    link = strong.children[1]
    assert isinstance(link, Link)
    assert (link.at.line, link.at.column) == (4, 6)
    assert (link.children[0].at.line, link.children[0].at.column) == (4, 7)
    assert (first.at.line, first.at.column, second.at.line, second.at.column) == (6, 1, 7, 5)
    assert isinstance(second, Item)
    assert (second.children[0].at.line, second.children[0].at.column) == (7, 7)
    assert isinstance(table, Table)
    assert [(cell.at.line, cell.at.column) for row in table.rows for cell in row] == [(9, 3), (9, 7), (11, 4), (11, 8)]


def test_ids_come_in_order_with_their_level() -> None:
    source = "# T\n\n## [A](id:a)\n\n[B](id:b) c\n\n### [D](id:d)\n"
    section, _ = parse_section(source, id="test", file="test.md")
    assert section is not None
    assert [(name, level) for name, level, _ in section.ids()] == [("a", 2), ("b", 0), ("d", 3)]
