"""Words become pieces, each with its place."""

import pytest
from inforce.model.text import Break, Code, Emphasis, Inline, Link, Paragraph, Text

from tests.reader.reading import leaves

CASES = {
    "a": "a@3:1",
    "_a_ __b__": "em@3:1(a@3:2) ' '@3:4 strong@3:5(b@3:7)",
    "***a.* b**, c": "strong@3:1(em@3:3(a.@3:4) ' b'@3:7) ', c'@3:11",
    "a `b *c*` d": "'a '@3:1 code@3:3(b *c*) ' d'@3:10",
    'a [b](https://c.de "e f")': "'a '@3:1 link@3:3(b@3:4 -> https://c.de 'e f')",
    "[a](mailto:b@c.de?subject=d%20e)": "link@3:1(a@3:2 -> mailto:b@c.de?subject=d%20e '')",
    "<https://a.be/b> <c@d.ef>": "<link@3:1(https://a.be/b@3:2 -> https://a.be/b '')> ' '@3:17 <link@3:18(c@d.ef@3:19"
    " -> mailto:c@d.ef '')>",
    "a\\\nb  \nc": "a@3:1 /@3:2 b@4:1 /@4:4 c@5:1",
    "a\n  *b\nc*": "'a '@3:1 em@4:3('b c'@4:4)",
    "个人\n信息\nand\n数据": "'个人信息 and 数据'@3:1",
    "**个人**\n*信息*": "strong@3:1(个人@3:3) em@4:1(信息@4:2)",
    "1 \\* 2 \\[a\\]": "'1 * 2 [a]'@3:1",
    "R&D; snake_case, _ga, __utma": "'R&D; snake_case, _ga, __utma'@3:1",
}


def told(pieces: tuple[Inline, ...]) -> str:
    return " ".join(map(_piece, pieces))


def _piece(piece: Inline) -> str:
    at = f"@{piece.at.line}:{piece.at.column}"
    match piece:
        case Text(text=text):
            return f"{text if text.isalnum() or ' ' not in text else repr(text)}{at}"
        case Break():
            return f"/{at}"
        case Code(text=text):
            return f"code{at}({text})"
        case Emphasis(children=children, strong=strong):
            return f"{'strong' if strong else 'em'}{at}({told(children)})"
        case Link(children=children, target=target, autolink=autolink):
            link = f"link{at}({told(children)} -> {target} {target.title!r})"
            return f"<{link}>" if autolink else link


@pytest.mark.parametrize("body", CASES)
def test_pieces(body: str) -> None:
    (leaf,) = leaves(body)
    assert isinstance(leaf, Paragraph)
    assert told(leaf.children) == CASES[body]
