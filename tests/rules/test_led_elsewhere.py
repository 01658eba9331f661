"""Links that lead elsewhere in the same words, beside the base branch."""

from __future__ import annotations

import pytest
from inforce.problems import Severity
from inforce.rules.led_elsewhere import check_led_elsewhere

from tests.rules.test_same_amounts import section

TARGETS = frozenset({"section:retention", "section:newsletter", "fact:a.b", "fact:a.c", "link:x", "link:y"})


def told(before: str, after: str) -> list[str]:
    found = [*check_led_elsewhere(section(before), section(after), targets=TARGETS, folder="p/en")]
    assert all((one.code, one.severity, one.location.line) == ("T114", Severity.HINT, 3) for one in found)
    return [one.message for one in found]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("See how long, [section](section:retention).", "See how long, [section](section:newsletter)."),
        ("For [10 years](fact:a.b).", "For [10 years](fact:a.c)."),
        ("Ask [them](link:x).", "Ask [them](link:y)."),
        ("Ask [them](link:x).", "Ask [them](section:retention)."),
        ("- [One](link:x)\n- Two [One](link:y)", "- [One](link:y)\n- Two [One](link:y)"),
    ],
)
def test_the_same_words_that_lead_elsewhere_are_a_hint(before: str, after: str) -> None:
    (message,) = told(before, after)
    assert "leads to" in message


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("See [section](section:retention).", "See [section](section:retention)."),
        ("See [section](section:retention).", "See the letters, [section](section:newsletter)."),
        ("See [section](section:gone).", "See [section](section:retention)."),
        ("For [10 years](fact:a.b).", "For [9 years](fact:a.c)."),
        ("Ask [them](https://a.example).", "Ask [them](link:x)."),
        ("See [a](link:x).\n\nSee [b](link:y).", "See [b](link:y).\n\nSee [a](link:x)."),
    ],
)
def test_other_words_and_targets_that_are_gone_are_quiet(before: str, after: str) -> None:
    assert not told(before, after)
