"""Domains, and the signs of addresses, that can be taken for others."""

from __future__ import annotations

import pytest
from inforce.reader.characters.lookalike_hosts import check_host, check_hosts


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("qualifio\ua4f8com", "holds U+A4F8, which looks like “.” and is none."),
        ("see https\ua789//qualifio.com", "holds U+A789, which looks like “:” and is none."),
        ("https:\u2044\u2044qualifio.com", "holds U+2044, which looks like “/” and is none."),
        ("请看（https：//qualifio.com）", "holds U+FF1A, which looks like “:” and is none."),
        ("quali\u00adfio.com", "“qualifio.com” holds a soft hyphen (U+00AD), which nobody sees"),
        ("at quali\u00adfio.com.", "holds a soft hyphen (U+00AD), which nobody sees"),
        ("詳細はquali\u00adfio.comしま", "holds a soft hyphen (U+00AD), which nobody sees"),
        ("xn--80ak6aa92e.com", "can be taken for another"),
        ("\u0262oogle.com", "can be taken for another"),
    ],
)
def test_says_what_is_wrong(words: str, message: str) -> None:
    assert any(message in one.message and one.remedy for one in check_hosts(words))


@pytest.mark.parametrize(
    "words",
    [
        "bücher.de",
        "例え.jp",
        "例え。jp",
        "xn--bcher-kva.de",
        "Daten\u00adschutz",
        "and⁄or",
        "10∶30",
        "Google۔Facebook ہے",
        "a.b",
        "api.alder.example（Alder：ECB 数据）",
        "「api.alder.example」、Alder：ECB",
    ],
)
def test_what_texts_need(words: str) -> None:
    assert list(check_hosts(words)) == []


def test_a_domain_in_letters_or_in_code() -> None:
    assert list(check_host("xn--bcher-kva.de")) == []
    assert len(list(check_host("xn--80ak6aa92e.com"))) == 1
