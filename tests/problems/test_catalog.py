"""The catalog of codes as a whole."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from inforce.problems import catalog, catalog_facts
from inforce.problems.catalog import Rule, rules


def test_codes_are_in_order_and_well_formed() -> None:
    codes = list(rules())
    assert codes == sorted(codes)
    assert len(codes) > 80
    for code in codes:
        assert len(code) == 4
        assert code[0] in "DFILMSTVXY"
        assert code[1:].isdigit()


def test_each_part_is_in_it() -> None:
    assert {"M101", "F101", "Y101", "D101"} <= rules().keys()


def test_a_code_claimed_twice_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    twice = MappingProxyType({"M101": Rule(title="x", why="x")})
    monkeypatch.setattr(catalog_facts, "RULES", twice)
    catalog.rules.cache_clear()
    try:
        with pytest.raises(ValueError, match="M101"):
            rules()
    finally:
        catalog.rules.cache_clear()


def test_titles_are_no_sentences_and_reasons_are() -> None:
    for code, rule in rules().items():
        assert not rule.title.endswith("."), code
        assert rule.why.endswith("."), code
