"""Reasons are words: at least two of them where spaces part words."""

from __future__ import annotations

import pytest
from inforce.reader.reasons import says_something, says_why

REASONS = (
    "A slip.", "Not ready", "By letter.", "Adopted by mistake", "The court's own words.", "Eine Zahl war falsch",
    "Une erreur d’accord", "翻訳中です", "监管机构尚未答复", "في انتظار الترجمة", "המתרגם חולה", "ยังไม่พร้อม", 
    "Ошибка в числе",
    "खो गया शब्द", "It stood on https://example.org/old", "Art. 12 says so", "번역이 늦어요 조금",
)  # fmt: skip
NOTHING = (
    "", " ", ".", "…", "— — —", "x", "-x-", "x x x x", "aaaa aaaa", "aaaa b", "12345 67890", "because", 
    "Because because",
    "👍👍 👍👍",
    "? ? ?", "\u3164\u3164 \u3164\u3164", "\u00a0a", "n/a", "_ _ _", "ー ー", "ああ", "tbd tbd TBD", "a b c d",
    "\u0301\u0301 \u0301",
)  # fmt: skip


@pytest.mark.parametrize("text", REASONS)
def test_words_say_why(text: str) -> None:
    assert says_why(text)


@pytest.mark.parametrize("text", NOTHING)
def test_signs_and_single_words_say_nothing(text: str) -> None:
    assert not says_why(text)


@pytest.mark.parametrize(
    "text", ["See <b>our site</b>", "See [our site](https://example.org)", "It was **so**", "By letter &amp; mail"]
)
def test_markup_is_no_reason(text: str) -> None:
    assert not says_why(text)


@pytest.mark.parametrize(
    ("text", "something"), [("Neu.", True), ("新", True), ("x", False), ("— …", False), ("12", False)]
)
def test_a_word_says_something(text: str, something: bool) -> None:
    assert says_something(text) is something
