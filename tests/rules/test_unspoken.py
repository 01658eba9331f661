"""F124: facts that no policy speaks of are told, each family once."""

from __future__ import annotations

from typing import Any

import pytest
from inforce.problems import Location
from inforce.rules.unspoken import check_unspoken

COOKIES = {"cookies": {"sid": {"name": "sid"}}}
LAW = {"terms": {"law": {"label": "Irish law"}, "other": {"loans": {"keep": "7 years"}, "limit": {"number": 12}}}}


def unspoken(facts: dict[str, Any], *spoken: dict[str, Any]) -> list[str | None]:
    return [each.about for each in check_unspoken(facts, spoken, lambda _: Location(file="facts.yml"))]


@pytest.mark.parametrize(
    ("facts", "spoken", "told"),
    [
        (COOKIES, [COOKIES], []),
        (COOKIES, [{}], ["cookies"]),
        (COOKIES, [], ["cookies"]),
        (COOKIES, [{}, COOKIES], []),
        ({**COOKIES, "cookie_categories": {"x-own": {}}}, [{}], ["cookies"]),
        (LAW, [{"terms": {"law": LAW["terms"]["law"]}}], ["terms.other.loans", "terms.other.limit"]),
        (LAW, [{"terms": {"other": LAW["terms"]["other"]}}], ["terms.law"]),
        ({"organisation": {"note": "For legal."}}, [{}], []),
    ],
)
def test_what_no_policy_speaks_of(facts: dict[str, Any], spoken: list[dict[str, Any]], told: list[str]) -> None:
    assert unspoken(facts, *spoken) == told
