"""Words of a page of the handbook that were linked to a fact, and are no longer."""

from __future__ import annotations

import pytest
from inforce.model.facts import Facts
from inforce.rules.page_unlinked import check_pages_unlinked

FACTS = Facts.model_validate({
    "organisation": {"dpo": {"name": "Ana Roe", "email": "dpo@a.example"}},
    "retention": {"loans": {"label": {"en": "Loans"}, "keep": "7 years"}},
})  # fmt: skip
PATH = "docs/handbook/a.md"
KEEP = "[7 years](fact:retention.loans)"
OLD = f"# Words\n\nWe keep them for\n{KEEP} (see [section](section:keep)), and then no longer.\n"


def told(old: str, new: str) -> list[tuple[str, int | None]]:
    found = check_pages_unlinked({PATH: old.encode()}, {PATH: new.encode()}, FACTS, ("fr", "en"))
    return [(one.code, one.location.line) for one in found]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (OLD, OLD.replace(KEEP, "9 years")),
        (OLD, OLD.replace(KEEP, "7 years")),
        (OLD, OLD.replace("(fact:retention.loans)", "(https://a.example)")),
        (OLD, OLD.replace(KEEP, "`[7 years](fact:retention.loans)`, 9 years")),
        (
            "# A\n\n- x\n- She writes to [dpo@a.example](fact:organisation.dpo.email).\n",
            "# A\n\nMore.\n\n- x\n- She writes to help@b.example.\n",
        ),
        (
            "| Who keeps it | [7 years][r] | and why |\n\n[r]: fact:retention.loans\n",
            "| Who keeps it | nine years | and why |\n",
        ),
    ],
)
def test_a_link_that_was_taken_away(old: str, new: str) -> None:
    assert [code for code, _ in told(old, new)] == ["F109"]


def test_where_it_stood() -> None:
    assert told(OLD, OLD.replace(KEEP, "9 years")) == [("F109", 4)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (OLD, OLD.replace("[7 years]", "[9 years]")),
        (OLD, OLD.replace("retention.loans", "retention.other")),
        (OLD, OLD.replace(KEEP, "[7 years][r]") + "\n[r]: fact:retention.loans\n"),
        (OLD, "# Words\n\nAsk the desk.\n"),
        (OLD, OLD.replace("We keep them for", "It stays with us for")),
        (OLD, OLD.replace("for\n[7 years](fact:retention.loans) (see", "as it is set there (see")),
        (OLD, OLD.replace(KEEP, "a while")),
        (OLD.replace(KEEP, "7 years"), OLD.replace(KEEP, "9 years")),
        (OLD, f"{OLD}\nWe keep them for 9 years (see [section](section:keep)), and then no longer.\n"),
    ],
)
def test_what_is_no_loss(old: str, new: str) -> None:
    assert told(old, new) == []
