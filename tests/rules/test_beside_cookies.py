"""Words beside a linked cookie: what ends it, and others that no fact has."""

from __future__ import annotations

import pytest
from inforce.model.facts import Facts
from inforce.problems import Severity
from inforce.rules.beside_cookies import check_beside_cookies, check_hosts

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
        ("ar", f"{VISITS} (\\_ms\\_track\\_، 25 شهرًا)، وهي تعدّ الزيارات", 1),
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


def hosts(before: str, now: str, domains: tuple[str, str] = ("we.example", "we.example")) -> list[str]:
    """What is told where the text and the domain of a cookie were, and are."""
    other = {**COOKIE, "name": "other", "domains": ["we.example"]}
    known, facts = (
        Facts.model_validate({"cookies": {"sid": {**COOKIE, "name": "sid", "domains": [one]}, "other": other}})
        for one in domains
    )
    texts = [{"a": section("a", each)} for each in (before, now)]
    found = list(check_hosts(*texts, known=known, facts=facts, folder="p/en"))
    assert all(one.code == "F102" and one.severity is Severity.OPEN for one in found)
    return [f"{one.location.file}:{one.location.line} {one.about}" for one in found]


HERE = "[sid](fact:cookies.sid) and [other](fact:cookies.other).\n\n"
HERE += "All of it is kept for %s alone, and nobody else reads it."
MOVED = "p/en/a.md:5 cookies.sid.domains"
JA = "[sid](fact:cookies.sid)です。\n\nこれらはすべて%sのためだけに保存し、当館以外の者が読み取ることはありません。"


@pytest.mark.parametrize("text", [HERE, JA, "| Name | Where |\n| --- | --- |\n| [sid](fact:cookies.sid) | %s |"])
def test_another_host_than_that_of_the_cookies(text: str) -> None:
    (found,) = hosts(text % "we.example", text % "they.example")
    assert found.startswith("p/en/a.md:")


@pytest.mark.parametrize(
    ("before", "now", "domains", "told"),
    [
        (HERE % "we.example", HERE % "we.example", ("we.example", "they.example"), ["p/en/a.md:5 cookies.sid.domains"]),
        (
            HERE % "we.example",
            HERE % "we.example",
            (".we.example", "they.example"),
            ["p/en/a.md:5 cookies.sid.domains"],
        ),
        (HERE % "we.example", HERE % "we.example and they.example", ("we.example", "they.example"), []),
        (HERE % "we.example", HERE % "we.example", ("we.example", "shop.we.example"), []),
        (HERE % "we.example", HERE % "we.example", ("x.example", "they.example"), []),
        (HERE % "we.example", HERE % "shop.we.example", ("we.example", "we.example"), []),
        (HERE % "we.example", HERE % "our site", ("we.example", "we.example"), []),
        (HERE % "we.example", HERE % "our site" + "\n\nSee cookies.example.", ("we.example", "we.example"), []),
        ("Kept for we.example alone.", "Kept for they.example alone.", ("we.example", "we.example"), []),
        (HERE % "a.example", HERE % "b.example", ("we.example", "we.example"), []),
    ],
)
def test_hosts_that_are_those_of_the_cookies(before: str, now: str, domains: tuple[str, str], told: list[str]) -> None:
    assert hosts(before, now, domains) == told
