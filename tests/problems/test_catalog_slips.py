"""The catalog of codes for slips: what the rules report there is explained, and nothing besides."""

from __future__ import annotations

import re
from pathlib import Path

import inforce.rules.slips
from inforce.problems.catalog_slips import RULES


def test_every_code_is_reported_and_every_reported_one_is_explained() -> None:
    source = Path(inforce.rules.slips.__file__).read_text("utf-8")
    assert set(re.findall(r'"(M2[0-9]{2})"', source)) == set(RULES)
    assert all(len(rule.title) > 5 and len(rule.why) > 20 for rule in RULES.values())
