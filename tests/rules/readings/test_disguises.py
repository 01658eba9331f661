"""What an eye reads as an address, as one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.rules.readings.disguises import undisguised, visible


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("ｑｕａｌｉｆｉｏ．ｃｏｍ", "qualifio.com"),
        ("例え。jp", "例え.jp"),
        ("quali\u00adfio\u200b.com", "qualifio.com"),
        ("a\u00a0\n b", "a b"),
        ("a\x00b", "ab"),
    ],
)
def test_words_as_they_are_seen(words: str, seen: str) -> None:
    assert visible(words) == seen


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("qualifio[.]com", "qualifio.com"),
        ("qualifio [dot] com", "qualifio.com"),
        ("qualifio (Punkt) com", "qualifio.com"),
        ("privacy(at)qualifio(dot)com", "privacy@qualifio.com"),
        ("privacy at qualifio dot com", "privacy@qualifio.com"),
        ("https[:]//qualifio.com", "https://qualifio.com"),
        ("“qualifio”.com", "“qualifio.com"),
        ("qualifio.“com”", "qualifio.com”"),
        ("qualifio·com", "qualifio.com"),
        ("qualifio\ua4f8com", "qualifio.com"),
        ("qualifi%6f%2ecom", "qualifio.com"),
        ("(qualifio .com)", "qualifio.com"),
        ("privacy @ qualifio.com", "privacy@qualifio.com"),
        ("q u a l i f i o . c o m", "qualifio.com"),
        ("www qualifio com", "www.qualifio.com"),
    ],
)
def test_a_disguise_is_seen_through(words: str, address: str) -> None:
    assert any(address in reading for reading in undisguised(words))


@pytest.mark.parametrize(
    "words",
    ["our site", "qualifio.com", "No. one", "S. A.", "e. g. this", "paral-lel", "100 %", "“Terms”, and more", ""],
)
def test_plain_words_have_no_other_reading(words: str) -> None:
    assert list(undisguised(words)) == []


@given(st.text(max_size=80))
def test_whatever_is_written_the_words_themselves_are_no_disguise(words: str) -> None:
    assert visible(words) not in list(undisguised(visible(words)))
