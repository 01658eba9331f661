"""The library, as it is set up: where each piece of words begins, and what it is not asked to know."""

import pytest
from inforce.reader.commonmark import DEEPEST, block_tokens, inline_tokens

CASES = {
    "a **b** c": [("text", 0), ("strong_open", 3), ("text", 4), ("strong_close", 5), ("text", 7)],
    "[a *b*](id:c) d": [
        ("link_open", 0), ("text", 1), ("em_open", 3), ("text", 4), ("em_close", 5), ("link_close", 6), ("text", 13)
    ],
    "a\\*b `c` <d>": [
        ("text", 0), ("text_special", 1), ("text", 3), ("code_inline", 5), ("text", 8), ("html_inline", 9)
    ],
    "a ] [b": [("text", 0)],
}  # fmt: skip


@pytest.mark.parametrize("words", CASES)
def test_where_pieces_begin(words: str) -> None:
    found = [(token.type, token.meta["at"]) for token in inline_tokens(words) if token.type != "text" or token.content]
    assert found == CASES[words]


def test_a_definition_is_words() -> None:
    assert [token.content for token in block_tokens("[a]: https://b.cd") if token.type == "inline"] == [
        "[a]: https://b.cd"
    ]


def test_nothing_is_smartened_or_mended() -> None:
    (link, *_) = inline_tokens("[a](HTTPS://É.example/%zz)")
    assert link.attrs["href"] == "HTTPS://É.example/%zz"
    assert [token.content for token in inline_tokens('"a" -- (c)... www.b.cd')] == ['"a" -- (c)... www.b.cd']


def test_what_is_too_deep_is_words() -> None:
    words = f"{'*a **b ' * DEEPEST}c{'** *' * DEEPEST}"
    assert "".join(token.content for token in inline_tokens(words)).count("c") == 1
