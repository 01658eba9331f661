"""Words beside a linked cookie: what ends it, and others that no fact has."""

from __future__ import annotations

import pytest
from inforce.model.facts import Facts
from inforce.problems import Severity
from inforce.rules.beside_cookies import check_beside_cookies

from tests.rules.test_references import section

COOKIE = {"type": "cookie", "category": "necessary", "party": "first"}
FACTS = Facts.model_validate(
    {
        "cookies": {
            "session": {**COOKIE, "name": "sid", "lifetime": "session"},
            "basket": {**COOKIE, "name": "basket", "type": "local_storage", "lifetime": "until_deleted"},
            "visits": {**COOKIE, "name": "_ga", "match": "prefix", "lifetime": "13 months"},
            "pixel": {**COOKIE, "type": "pixel", "label": {"en": "Pixel"}},
        }
    }
)
SESSION, BASKET, VISITS = "[sid](fact:cookies.session)", "[basket](fact:cookies.basket)", "[_ga](fact:cookies.visits)"


def told(body: str, language: str = "en") -> list[str]:
    found = list(check_beside_cookies({language: {"a": section("a", body)}}, facts=FACTS, folder="p"))
    assert all(one.code == "F102" and one.severity is Severity.OPEN for one in found)
    return [one.message for one in found]


@pytest.mark.parametrize(
    ("language", "body", "count"),
    [
        ("en", f"- {SESSION}, which stays until you delete it;", 1),
        ("en", f"- {BASKET}, until you close your browser;", 1),
        ("en", f"- {VISITS}, until you close your browser;", 1),
        ("fr", f"- {SESSION}, jusqu’à ce que vous le supprimiez ;", 1),
        ("de", f"{BASKET} bleibt, bis Sie den Browser schließen.", 1),
        ("nl", f"{BASKET} blijft tot u uw browser sluit.", 1),
        ("ar", f"{SESSION}، إلى أن تحذفها؛", 1),
        ("ja", f"- {SESSION}（お客様が削除するまで）", 1),
        ("en", f"| Name | How long |\n| --- | --- |\n| {BASKET} | until you close your browser |", 1),
        ("en", f"- {SESSION}, until you close your browser;", 0),
        ("en", f"- {SESSION}, until you close your browser or delete it;", 0),
        ("en", f"- {BASKET}, until you delete it;", 0),
        ("en", f"- {VISITS}, for [13 months](fact:cookies.visits.lifetime) or until you delete it;", 0),
        ("en", f"- {VISITS}, for 13 months, or until you close your browser;", 0),
        ("en", f"{SESSION} keeps you signed in. Others stay until you delete them.", 0),
        ("en", f"{SESSION} and {BASKET} stay until you delete them.", 0),
        ("en", "The [pixel](fact:cookies.pixel) stays until you delete it.", 0),
        ("en", "A thing stays until you delete it.", 0),
    ],
)
def test_another_end(language: str, body: str, count: int) -> None:
    assert len(told(body, language)) == count


@pytest.mark.parametrize(
    ("language", "body", "count"),
    [
        ("en", f"{VISITS} (\\_ms\\_track\\_, 25 months) counts visits.", 1),
        ("en", f"{VISITS} and `_ms_track` (two years) count visits.", 1),
        ("fr", f"{VISITS} et \\_ms\\_track (25 mois)", 1),
        ("ja", f"{VISITS}（\\_ms\\_track、25か月）", 1),
        ("en", f"{VISITS} and \\_ga\\_ABC (13 months)", 0),
        ("en", f"{VISITS} reads utm\\_source.", 0),
        ("en", f"{VISITS} is kept in local\\_storage for 13 months.", 0),
        ("en", "Some keep \\_ms\\_track for 13 months.", 0),
        ("en", f"{VISITS}, see https://example.org/a_b_c, for 13 months.", 0),
        ("en", f"{VISITS} reads utm\\_source. It lasts 13 months.", 0),
        ("en", f"{VISITS} reads utm\\_source for [13 months](fact:cookies.visits.lifetime).", 0),
    ],
)
def test_another_cookie(language: str, body: str, count: int) -> None:
    assert len(told(body, language)) == count
