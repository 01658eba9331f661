"""Where consent was needed and is not now: by an exemption of its category, or by another category."""

from __future__ import annotations

from typing import Any

import pytest
from inforce.model.facts import Facts
from inforce.rules.consent import check_consent
from inforce.rules.states import in_facts
from inforce.rules.unlinked import check_unlinked

EXEMPT = {"exemption": {"en": "An opinion", "fr": "Un avis"}}


def facts(category: str, **categories: Any) -> Facts:
    cookie = {"name": "_a", "type": "cookie", "category": category, "party": "first", "lifetime": "session"}
    return Facts.model_validate({"cookies": {"a": cookie}, "cookie_categories": categories})


OWN = {"label": {"en": "Maps"}}


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        (facts("marketing"), facts("marketing", marketing=EXEMPT), ["cookie_categories.marketing"]),
        (facts("x-map", **{"x-map": OWN}), facts("x-map", **{"x-map": OWN | EXEMPT}), ["cookie_categories.x-map"]),
        (facts("analytics"), facts("necessary"), ["cookies.a"]),
        (facts("marketing", analytics=EXEMPT), facts("analytics", analytics=EXEMPT), ["cookies.a"]),
        (facts("marketing", marketing=EXEMPT), facts("marketing"), []),
        (facts("necessary"), facts("marketing"), []),
        (facts("analytics"), facts("marketing"), []),
        (facts("analytics"), facts("analytics", **{"x-map": OWN | EXEMPT}), []),
    ],
)
def test_consent_that_is_asked_no_more(before: Facts, now: Facts, told: list[str]) -> None:
    problems = list(check_consent(before, now, in_facts))
    assert [one.about for one in problems] == told
    assert all(one.code == "F118" and str(one).startswith("hint F118") for one in problems)
    beside = {"language": "en", "folder": "p", "places": in_facts}
    assert {*problems} <= {*check_unlinked({}, {}, known=before, facts=now, **beside)}  # type: ignore[arg-type]
