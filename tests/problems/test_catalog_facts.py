"""The catalog of codes for facts: what the program reports there is explained, and nothing besides."""

from __future__ import annotations

import re
from pathlib import Path

import inforce
from inforce.problems.catalog_facts import RULES

PROGRAM = Path(inforce.__file__).parent


def test_every_code_is_reported_somewhere_and_every_reported_one_is_explained() -> None:
    sources = [path.read_text("utf-8") for path in PROGRAM.rglob("*.py") if not path.name.startswith("catalog")]
    reported = {code for source in sources for code in re.findall(r'"([A-Z][0-9]{3})"', source)}
    families = {code[:2] for code in RULES}
    assert {code for code in reported if code[:2] in families} == set(RULES)


def test_each_says_what_it_is_and_why() -> None:
    assert RULES
    assert all(len(rule.title) > 5 and len(rule.why) > 20 for rule in RULES.values())
