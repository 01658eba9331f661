"""Where a clause ends, and which words beside a value grow together with it; `test_multiplied.py` has the tables."""

from __future__ import annotations

import pytest
from inforce.model.values import Duration, FactValue
from inforce.rules.readings.grown import ANOTHER, Beside, closed, grown, last_words, words_after
from inforce.rules.readings.tables import TABLES

TEN = Duration(years=10)


@pytest.mark.parametrize(
    ("rest", "ends"),
    [("", True), (". Then", True), (", and then", True), (", 3 days", False), (" for", False), (f"{ANOTHER}", False)],
)
def test_where_a_clause_ends(rest: str, ends: bool) -> None:
    assert closed(rest) is ends


@pytest.mark.parametrize(
    ("before", "said", "after", "value", "seen"),
    [
        ("for ", "10 years", " and 6 months.", TEN, Beside("10 years and 6 months")),
        ("for ", "10 years", " and 6 months for", TEN, Beside("10 years and 6 months", sure=False)),
        (f"{ANOTHER}, ", "10 years", " and 6 months.", TEN, None),
        ("for ", "10 years", f" and {ANOTHER}", TEN, None),
        ("one hundred and ", "13", "", 13, Beside("one hundred and 13")),
        ("one, ", "13", "", 13, None),
    ],
)
def test_words_that_grow_together(before: str, said: str, after: str, value: FactValue, seen: Beside | None) -> None:
    assert grown(before, said, after, value, TABLES["en"]) == seen


@pytest.mark.parametrize(
    ("language", "said", "after", "sure"),
    [
        ("en", "10 years", " and six months after its end", True),
        ("en", "10 years", " plus six months from the end", True),
        ("en", "10 years", " and six months for backups", False),
        ("fr", "10 ans", " et six mois après la fin", True),
        ("fr", "10 ans", " et six mois pour les copies", False),
        ("de", "10 Jahre", " und sechs Monate nach Vertragsende", True),
        ("de", "10 Jahre", " und sechs Monate für Kopien", False),
        ("nl", "10 jaar", " en zes maanden na afloop", True),
        ("nl", "10 jaar", " en zes maanden voor kopieën", False),
        ("ja", "10年", "と6か月保管します", True),
        ("ja", "10年", "と6か月の写し", False),
        ("ar", "10 سنوات", " وستة أشهر بعد ذلك", True),
        ("ar", "10 سنوات", " زائد ستة أشهر بعد ذلك", True),
        ("ar", "10 سنوات", " وستة أشهر للنسخ", False),
    ],
)
def test_from_when_they_run_parts_nothing(language: str, said: str, after: str, sure: bool) -> None:
    found = grown("", said, after, TEN, TABLES[language])
    assert found is not None
    assert found.sure is sure


def test_the_words_at_an_edge() -> None:
    assert last_words("a  b c ", 2) == "b c "
    assert list(words_after(" times ten years on", "times")) == ["ten", "ten years"]
    assert not list(words_after(" timesten", "times"))
