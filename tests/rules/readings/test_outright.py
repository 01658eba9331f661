"""What an accepted wording states outright (tests/rules/test_accepted.py has the table of kinds)."""

from __future__ import annotations

import pytest
from inforce.model.values import Duration, FactValue, Identifier, Phone, Url
from inforce.rules.readings.outright import other_value


@pytest.mark.parametrize(
    ("wording", "value", "found"),
    [
        ("twelve years", Duration(years=10), "12 years"),
        ("three months", Duration(days=90), None),
        ("call +353 20 999 9999", Phone(number="+353209123456"), "+353 20 999 9999"),
        ("our site b.example", Url.parse("https://a.example/"), "b.example"),
        ("679/2016", Identifier.parse("2016/679"), None),
        ("_ga", "_gid", "_ga"),
        ("Meta", "Facebook", None),
    ],
)
def test_what_is_stated_outright(wording: str, value: FactValue, found: str | None) -> None:
    assert other_value(wording, value, "en") == found
