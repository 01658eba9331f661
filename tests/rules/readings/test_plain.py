"""Words made plain for comparison."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.rules.readings.plain import plain


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("  Ten\n Years ", "ten years"),
        ("10\u00a0ans", "10 ans"),
        ("10\u202fans", "10 ans"),
        ("１０年", "10年"),
        ("١٠", "10"),
        ("१०", "10"),
        ("Straße", "strasse"),
        ("l’an", "l'an"),
        ("2\u20112", "2-2"),
        ("soft\u00adhyphen", "softhyphen"),
        ("\u200f10\u200e", "10"),
        ("e\u0301", "é"),
        ("10²", "10²"),
        ("1½", "1½"),
        ("十年\n間", "十年間"),
        ("ｶ月", "カ月"),
    ],
)
def test_spellings_of_the_same_become_one(words: str, made: str) -> None:
    assert plain(words) == made


@given(st.text())
def test_plain_words_stay_as_they_are(words: str) -> None:
    assert plain(plain(words)) == plain(words)
