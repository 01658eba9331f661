"""A fact that the version before stated, that no text states any more, and that is still published."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from inforce.model.facts import Facts
from inforce.problems import Location
from inforce.rules.states import in_facts
from inforce.rules.unlinked import check_unlinked
from inforce.rules.unstated import check_unspoken

from tests.rules.test_unlinked import FACTS, KEEP, TEXT, read

TERM = {**FACTS, "retention": {**FACTS["retention"], "mine": {"label": {"en": "Mine"}, "keep": "10 years"}}}
MAIL = "[privacy@northwind.example](fact:organisation.controller.email)"


def found(
    before: Mapping[str, str] | str,
    now: Mapping[str, str] | str,
    *,
    known: Mapping[str, Any] = TERM,
    facts: Mapping[str, Any] = TERM,
    code: str = "F120",
) -> list[str]:
    """Each as `place:line fact`."""
    texts = [
        {name: read(text, "en", name) for name, text in ({"a": side} if isinstance(side, str) else side).items()}
        for side in (before, now)
    ]
    problems = check_unlinked(
        *texts,
        known=Facts.model_validate(known),
        facts=Facts.model_validate(facts),
        language="en",
        folder="p",
        places=in_facts,
    )
    return [
        f"{one.location.file.rpartition('/')[2]}:{one.location.line} {one.about}"
        for one in problems
        if one.code == code
    ]


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (TEXT, TEXT.replace("retention.contract", "retention.mine"), "a.md:3 retention.contract"),
        (TEXT, TEXT.replace(KEEP, "[1 month](fact:retention.logs)"), "a.md:1 retention.contract"),
        (TEXT, "We keep your contract after its end.", "a.md:1 retention.contract"),
        (f"Write to {MAIL}.", "Write to us.", "a.md:1 organisation.controller.email"),
        ("[Partner, Inc.](fact:recipients.partner) sees it.", "Nobody sees it.", "a.md:1 recipients.partner"),
        ({"a": TEXT, "b": "Else."}, {"b": "Else."}, "retention.yml:None retention.contract"),
        (f"| A | B |\n| --- | --- |\n| x | {KEEP} |", "Nothing.", "a.md:1 retention.contract"),
    ],
    ids=["bound to another", "another value", "gone", "an address", "a name", "its section is gone", "from a table"],
)
def test_it_is_told_where_it_stood(before: Any, now: Any, expected: str) -> None:
    assert found(before, now) == [expected]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (TEXT, TEXT),
        (TEXT, f"Kept {KEEP}."),
        ({"a": TEXT, "b": "Else."}, {"a": "Else.", "b": TEXT}),
        (f"{TEXT} {KEEP}", TEXT),
        (TEXT.replace("retention.contract", "retention.contract.keep"), TEXT),
        (TEXT.replace("10 years", "as needed").replace("contract", "prose"), "We keep your contract."),
        ("In force since [1 March 2024](fact:version.effective).", "In force."),
        (TEXT, TEXT.replace(KEEP, "10 years")),
    ],
    ids=["as it was", "reworded", "moved", "once less", "by its entry", "a concept", "its date", "told as F109"],
)
def test_what_is_stated_or_told_elsewhere_is_quiet(before: Any, now: Any) -> None:
    assert found(before, now) == []


def test_what_is_not_published_is_quiet() -> None:
    """A fact that is gone, renamed, none or unknown."""
    others = {key: one for key, one in TERM["retention"].items() if key != "contract"}
    moved = TEXT.replace("retention.contract", "retention.mine")
    assert found(TEXT, moved, facts={**TERM, "retention": others}) == []
    for keep in ("none", {"unknown": {"en": "To be found out."}}):
        facts = {**TERM, "retention": {**others, "contract": {"label": {"en": "Contracts"}, "keep": keep}}}
        assert found(TEXT, moved, facts=facts) == []


def test_the_same_as_another_is_stated_by_either() -> None:
    same = {**TERM, "retention": {**TERM["retention"], "mine": {"label": {"en": "Mine"}, "same_as": "contract"}}}
    assert found(TEXT, TEXT.replace("retention.contract", "retention.mine"), known=same, facts=same) == []


def test_each_is_told_once() -> None:
    assert found({"a": TEXT, "b": TEXT}, {"a": "Gone.", "b": "Gone."}) == ["a.md:1 retention.contract"]


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
