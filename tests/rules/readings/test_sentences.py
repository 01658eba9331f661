"""Where sentences and clauses end, in every script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.rules.readings.bounds import Bound, bound_at, time_at
from inforce.rules.readings.foreign import foreign_sentences
from inforce.rules.readings.grown import closed
from inforce.rules.readings.keeping import periods_of_keeping
from inforce.rules.readings.sentences import (
    CLAUSE,
    CLAUSE_OR_LINE,
    CLOSERS,
    COMMAS,
    ENDS,
    PART,
    SENTENCE,
    SENTENCE_OR_LINE,
    around,
    sentences,
)
from inforce.rules.readings.starts import start_beside


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("Am 1. März 2027. Danach nicht.", ["Am 1. März 2027.", "Danach nicht."]),
        ("We keep it (GDPR). “Always.” It stays", ["We keep it (GDPR).", "“Always.”", "It stays"]),
        ("هل نحتفظ بها؟ نعم. لا", ["هل نحتفظ بها؟", "نعم.", "لا"]),
        ("保存します。消去しますか？はい｡以上", ["保存します。", "消去しますか？", "はい｡", "以上"]),
        ("One; two: three\nfour\n\nfive", ["One; two: three\nfour", "five"]),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert SENTENCE.split(text) == parts
    assert [said for _, said in sentences(text)] == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One; two: three. Four", ["One;", "two: three.", "Four"]),
        ("نحتفظ بها؛ ثم نحذفها", ["نحتفظ بها؛", "ثم نحذفها"]),
        ("保存します；消去します", ["保存します；", "消去します"]),
    ],
)
def test_clauses(text: str, parts: list[str]) -> None:
    assert CLAUSE.split(text) == parts


def test_a_colon_parts_and_a_line_may() -> None:
    assert PART.split("One: two；three：four") == ["One:", "two；", "three：", "four"]
    assert SENTENCE_OR_LINE.split("One; two\nthree") == ["One; two", "three"]
    assert CLAUSE_OR_LINE.split("One; two\nthree") == ["One;", "two", "three"]


def test_the_sentence_around_some_words() -> None:
    text = "One. Two is [here]. Three."
    start, end = text.index("["), text.index("]") + 1
    assert text[slice(*around(text, start, end))] == "Two is [here]."
    assert text[slice(*around(text, start, end, most=3))] == "is [here]. T"[: len("is [here].")]


@given(st.text(alphabet=f"{ENDS}{COMMAS}{CLOSERS} \nab1"))
def test_nothing_is_lost(text: str) -> None:
    assert "".join(text[at : at + len(said)] for at, said in sentences(text)) == "".join(SENTENCE.split(text))
    assert all(text[at : at + len(said)] == said for at, said in sentences(text))


def bound(text: str, said: str, language: str) -> Bound | None:
    at = text.index(said)
    found = bound_at(text, at, at + len(said), language)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "said", "language"),
    [
        ("Kept for more than 30 days. It is never sold.", "30 days", "en"),
        ("نحتفظ بها أكثر من 30 يوما؟ لا نبيعها", "30 يوما", "ar"),
    ],
)
def test_what_the_next_sentence_denies_is_no_matter(text: str, said: str, language: str) -> None:
    assert bound(text, said, language) is Bound.LEAST
    assert time_at("Answered within 30 days. It is never late.", 16, 23, "en")


@pytest.mark.parametrize("rest", ["؛ ثم", "؟", "｡", "; then", "：", "》 "])
def test_a_clause_ends_at_signs_of_every_script(rest: str) -> None:
    assert closed(rest) is (rest[0] in ENDS + CLOSERS)


def test_the_start_of_a_period_ends_with_its_sentence() -> None:
    assert start_beside("", " بعد انتهاء العقد؟ لا نحتفظ بها", "ar") == "بعد انتهاء العقد"


def test_periods_of_keeping_are_read_by_the_clause() -> None:
    assert not [*periods_of_keeping("نحتفظ بالبيانات؛ والرد خلال 30 يوما", "ar")]


def test_a_foreign_sentence_stands_behind_an_arabic_question() -> None:
    text = "هل تعرف ذلك؟ This is the text that you will find with all of the others."
    assert [said for said, _ in foreign_sentences(text, "ar", ["en"])] == [
        "This is the text that you will find with all of the others."
    ]
