"""What touches the words of a link to a value; the link stands in square brackets."""

from __future__ import annotations

import pytest
from inforce.rules.touching import touching


def seen(marked: str, *, contact: bool = False) -> str | None:
    start, end = marked.index("["), marked.index("]") - 1
    return touching(marked.replace("[", "", 1).replace("]", "", 1), start, end, contact=contact)


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("for a period of 1[10 years] or so", "110 years"),
        ("[10 years]000", "10 years000"),
        ("1,[10 years]", "1,10 years"),
        ("1'[000 EUR]", "1'000 EUR"),
        ("1\u00a0[000 EUR]", "1 000 EUR"),
        ("[13].5", "13.5"),
        ("[10 years]½", "10 years½"),
        ("6–[10 years]", "6–10 years"),
        ("٣[10 سنوات]", "٣10 سنوات"),
        ("二[十年]", "二十年"),
        ("[10年]x", "10年x"),
        ("x[10 years]", "x10 years"),
        ("[10 years]ish", "10 yearsish"),
        ("[10 years].evil", "10 years.evil"),
        ("non[10 ans]", "non10 ans"),
    ],
)
def test_told_with_what_readers_see(marked: str, shown: str) -> None:
    assert seen(marked) == shown


@pytest.mark.parametrize(
    "marked",
    [
        "[+32 2 274 48 00]99",
        "00[+32 2 274 48 00]",
        "[+32 2 274 48 00]-99",
        "[+32 2 274 48 00]\u00a099",
        "[https://www.apd.be].evil.example",
        "[https://www.apd.be]@evil.example",
        "[https://www.apd.be]:8443",
        "[https://www.apd.be]-evil.example",
        "[https://www.apd.be]/evil",
        "[https://www.apd.be]?evil",
        "[https://www.apd.be] .evil.example",
        "[https://www.apd.be]\n.evil.example",
        "[https://www.apd.be]\u00a0.evil.example",
        "[a@b.example] @evil.example",
        "[https://www.apd.be][.]evil.example",
        "[https://www.apd.be] (.) evil.example",
        "not.[a@b.example]",
        "not(.)[a@b.example]",
        "x-[a@b.example]",
        "連絡先evil.[a@b.example]",
    ],
)
def test_addresses_and_numbers_are_continued_by_more_signs(marked: str) -> None:
    assert seen(marked, contact=True)


@pytest.mark.parametrize("contact", [False, True])
@pytest.mark.parametrize(
    "marked",
    [
        "[10 years]",
        "for [10 years], and",
        "for [10 years].",
        "for\n[10 years]\nand",
        "(for [10 years])(1)",
        "evil. [10 years] . In",
        "for [10 years] (a) or",
        "“[10 years]”",
        "d’[un mois]",
        "l'[âge]",
        "tel:[10]",
        "保存期間は[10年]です",
        "เป็นเวลา[10 ปี]นับ",
        "ل[عشر سنوات]",
        "و[10 سنوات]",
        "[10年]一律",
        "[10 years]…",
        "[10 years]: and",
        "1 [10]",
        "Article 5\u00a0[ten years]",
        "[10 years]—and",
    ],
)
def test_quiet(marked: str, contact: bool) -> None:
    assert seen(marked, contact=contact) is None


@pytest.mark.parametrize(
    "marked", ["[13]-jährig", "Directive [95/46]/EC", "dix ans/[10 years]", "[10-Jahres]-Frist", "Post-[10 years]"]
)
def test_a_hyphen_or_a_slash_adds_a_word_to_a_value_and_continues_an_address(marked: str) -> None:
    assert seen(marked) is None
    assert seen(marked, contact=True)
