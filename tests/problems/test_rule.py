"""What a code stands for: its own message, and others by name."""

from __future__ import annotations

import pytest
from inforce.problems.rule import HINT, MESSAGE, REMEDY, Rule, Variant


def test_a_rule_has_a_message_of_its_own_and_others_by_name() -> None:
    other = Variant("{name} is here twice.")
    rule = Rule(title="Twice", why="One is lost.", levels=HINT, remedy="Keep one.", variants={"twice": other})
    assert rule.variant("") == Variant(MESSAGE)
    assert rule.variant("twice") is other
    assert Rule(title="x", why="x").remedy == REMEDY
    with pytest.raises(KeyError):
        rule.variant("thrice")
