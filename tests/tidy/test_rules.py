"""Every rule has a case that shows what it makes and one that it leaves, or says in a word why not."""

from __future__ import annotations

from inforce.tidy.rules import RULES

from tests.tidy import test_anchors, test_html, test_layout, test_links, test_outline, test_signs

CASES = [
    case
    for module in (test_anchors, test_html, test_layout, test_links, test_outline, test_signs)
    for case in module.CASES
]


def test_names_are_unique_and_plain() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert all(name.replace("-", "").isalpha() and rule.does for name, rule in zip(names, RULES, strict=True))


def test_every_rule_is_shown_before_and_after() -> None:
    assert {case.rule for case in CASES if case.after is not None} == {rule.name for rule in RULES}
