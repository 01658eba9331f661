"""The catalog of codes: what the program reports is explained there, and nothing besides."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import inforce
import pytest
from inforce.problems import catalog, catalog_facts, catalog_handbook, catalog_source, catalog_versions
from inforce.problems.catalog import Rule, rules

PROGRAM = Path(inforce.__file__).parent
PARTS = {
    part.__name__.rsplit(".", 1)[-1]: part.RULES
    for part in (catalog_facts, catalog_handbook, catalog_source, catalog_versions)
}


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_every_code_is_reported_somewhere_and_every_reported_one_is_explained(part: Mapping[str, Rule]) -> None:
    sources = [path.read_text("utf-8") for path in PROGRAM.rglob("*.py") if not path.name.startswith("catalog")]
    reported = {code for source in sources for code in re.findall(r'"([A-Z][0-9]{3})"', source)}
    families = {code[:2] for code in part}
    assert {code for code in reported if code[:2] in families} == set(part)


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_each_says_what_it_is_and_why(part: Mapping[str, Rule]) -> None:
    assert part
    assert all(len(rule.title) > 5 and len(rule.why) > 20 for rule in part.values())


def test_codes_are_in_order_and_well_formed() -> None:
    codes = list(rules())
    assert codes == sorted(codes)
    assert len(codes) > 80
    for code in codes:
        assert len(code) == 4
        assert code[0] in "DFHILMSTVXY"
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
