"""The units that are never cut, what they are worth, and what a cut between two of them costs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.redline import tokens as subject
from inforce.redline.tokens import CLAUSE, INSIDE, SPACE, TokenSequence, phrase_ends, weight


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We keep it.", ["We", "keep", "it", "."]),
        ("privacy-policy don't", ["privacy-policy", "don't"]),
        ("l’adresse d'un", ["l’", "adresse", "d'", "un"]),
        ("GDPR’s", ["GDPR’s"]),
        ("10,000.50 €", ["10,000.50", "€"]),
        ("dpo@a.example, or", ["dpo@a.example", ",", "or"]),
        ("U.S. law", ["U.S", ".", "law"]),
        ("e\u0301te\u0301", ["e\u0301te\u0301"]),
        ("Мы храним", ["Мы", "храним"]),
        ("كتَبَ الرسالة", ["كتَبَ", "الرسالة"]),
        ("می\u200cخواهم", ["می\u200cخواهم"]),
        ("שנה", ["שנה"]),
        ("हिन्दी में।", ["हिन्दी", "में", "।"]),
        ("3년간 보관", ["3년간", "보관"]),
        ("情報を。", ["情", "報", "を", "。"]),
        ("か\u3099", ["か\u3099"]),
        ("15日、3か月、第12条、10%", ["15日", "、", "3か月", "、", "第12条", "、", "10%"]),
        ("ข้อมูล", ["ข้", "อ", "มู", "ล"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert list(TokenSequence(text).tokens) == expected


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("a", 1),
        ("keep", 4),
        ("x" * 30, 12),
        ("보관", 4),
        ("الرسالة", 7),
        ("保", subject.HAN),
        ("は", subject.HAN),
        ("ข้", subject.SEA_LETTER),
        (".", 0.4),
        ("…\u200d", 1.0),
    ],
)
def test_a_token_is_worth_about_its_letters(token: str, expected: float) -> None:
    assert weight(token) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb", CLAUSE),
        ("a. b", CLAUSE),
        ("保。存", CLAUSE),
        ("لماذا؟ نعم", CLAUSE),
        ("a.%b", SPACE),
        ("a, b", CLAUSE),
        ("保、存", CLAUSE),
        ("أولا، ثانيا", CLAUSE),
        ("a b", SPACE),
        ("a (b", SPACE),
        ("l’eau", SPACE),
        ("個人", INSIDE),
        ("はい", INSIDE),
    ],
)
def test_the_price_of_a_cut_before_the_last_word(text: str, expected: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no model says that a phrase ends there."""
    monkeypatch.setattr(subject, "phrase_ends", lambda _: iter(()))
    assert TokenSequence(text).cuts[-2] == expected


@pytest.mark.parametrize("text", ["当社は個人情報を", "เราเก็บข้อมูล", "We keep it: 個人情報を保存"])
def test_where_a_phrase_ends_a_cut_is_cheaper(text: str) -> None:
    words = TokenSequence(text)
    assert {SPACE, INSIDE} <= set(words.cuts)
    assert SPACE < INSIDE


@pytest.mark.parametrize(("text", "free"), [("It ends.", 1), ("It (ends).", 2), ("終わり。", 1), ("Ends", 0), ("…", 0)])
def test_closing_signs_may_go_free(text: str, free: int) -> None:
    prices = list(TokenSequence(text).cuts)
    assert prices[-1 - free :] == [0.0] * (free + 1)
    assert prices[0] == 0
    assert all(price > 0 for price in prices[1 : -1 - free])


ANY = st.text(
    alphabet=st.sampled_from([*"aé’'-.,:3日か月保存は。กข้ำبَي \n\u00ad\u200d가()@“”", "\u0301", "\U00020000", "😀"])
)


@given(ANY)
def test_tokens_and_white_space_are_all_of_a_text(text: str) -> None:
    words = TokenSequence(text)
    assert [text[begin:end] for begin, end in words.spans] == list(words.tokens)
    rest, at = "", 0
    for begin, end in words.spans:
        rest, at = rest + text[at:begin], end
    assert not (rest + text[at:]).strip()


@given(ANY)
def test_every_token_has_a_weight_and_a_price(text: str) -> None:
    words = TokenSequence(text)
    count = len(words.tokens)
    assert len(words.weights) == count
    assert len(words.cuts) == count + 1
    assert all(one > 0 for one in words.weights)
    assert words.total == pytest.approx(sum(words.weights))


JAPANESE = "当社は個人情報を三年間保存します"
CHINESE = "我们会将您的个人信息保存三年"
THAI = "เราเก็บข้อมูลของคุณ"


def phrases(run: str) -> list[str]:
    """The stretch, cut where phrases end."""
    return [run[begin:end] for begin, end in pairwise([0, *phrase_ends(run), len(run)])]


@pytest.fixture
def _no_models(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As where BudouX is not installed."""
    subject._parser.cache_clear()
    monkeypatch.setattr(subject, "find_spec", lambda _: None)
    yield
    subject._parser.cache_clear()


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        (JAPANESE, ["当社は", "個人情報を", "三年間保存します"]),
        (THAI, ["เรา", "เก็บ", "ข้อมูล", "ของ", "คุณ"]),
    ],
)
def test_each_script_has_its_model(run: str, expected: list[str]) -> None:
    assert phrases(run) == expected


def test_chinese_is_cut_by_its_own_model() -> None:
    """It has no kana to end a phrase; what is sure of any model is that the pronoun stands apart from the rest."""
    assert phrases(CHINESE)[0] == "我们"
    assert "信息" in phrases(CHINESE)[-4:] or "个人" in phrases(CHINESE)


@pytest.mark.usefixtures("_no_models")
@pytest.mark.parametrize(
    ("run", "expected"),
    [
        (JAPANESE, ["当社は", "個人情報を", "三年間保存します"]),
        ("データを削除", ["データを", "削除"]),
        (CHINESE, [CHINESE]),
        (THAI, [THAI]),
    ],
)
def test_without_models_a_phrase_ends_where_kana_end(run: str, expected: list[str]) -> None:
    assert phrases(run) == expected


@given(st.text(alphabet="当社は個人データを保存我们เก็บข้มูล", max_size=60), st.integers(1, 9))
def test_ends_rise_and_lie_inside(run: str, most: int) -> None:
    """However long the stretch is: also where it had to be cut up first."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(subject, "_MOST", most)
        found = list(phrase_ends(run))
    assert found == sorted(set(found))
    assert all(0 < end < len(run) for end in found)


def test_a_long_stretch_is_cut_to_its_end() -> None:
    run = JAPANESE * 400
    assert phrases(run)[:2] == ["当社は", "個人情報を"]
    assert max(phrase_ends(run)) > len(run) - len(JAPANESE)
