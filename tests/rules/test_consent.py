"""Where consent was needed and is not now: by an exemption of its category, or by another category."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from inforce.model.facts import Facts
from inforce.rules.consent import check_consent, check_looked_at, unasked_consent
from inforce.rules.states import in_facts
from inforce.rules.unlinked import check_unlinked

from tests.release.living import V, note, run
from tests.rules.test_notes_beside_base import NOTE, on_main
from tests.sources import change, good, problems, project

EXEMPT = {"exemption": {"en": "An opinion", "fr": "Un avis"}}


def facts(category: str, medium: Any = None, **categories: Any) -> Facts:
    cookie = {"name": "_a", "type": "cookie", "category": category, "party": "first", "lifetime": "session"}
    cookie |= {"medium": medium} if medium else {}
    return Facts.model_validate({"cookies": {"a": cookie}, "cookie_categories": categories})


OWN = {"label": {"en": "Maps"}}


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        (facts("marketing"), facts("marketing", marketing=EXEMPT), ["cookie_categories.marketing"]),
        (facts("x-map", **{"x-map": OWN}), facts("x-map", **{"x-map": OWN | EXEMPT}), ["cookie_categories.x-map"]),
        (facts("analytics"), facts("necessary"), ["cookies.a"]),
        (facts("analytics"), facts("analytics", "email"), ["cookies.a"]),
        (facts("analytics", "website"), facts("analytics", "other"), ["cookies.a"]),
        (facts("necessary"), facts("necessary", "email"), []),
        (facts("analytics", "email"), facts("analytics", "app"), []),
        (facts("analytics"), facts("analytics", "website"), []),
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


RECIPIENTS = "policy_src/facts/recipients.yml"
MORE = {RECIPIENTS: good(RECIPIENTS) + "mailer:\n  name: Mailer\n  role: processor\n"}


@pytest.mark.parametrize(
    ("again", "also", "told"),
    [
        (False, MORE, []),
        (True, {}, ["no cookie, purpose or recipient has changed."]),
        (True, MORE, ["the facts of recipients have changed."]),
    ],
    ids=["no", "yes", "for a reason"],
)
def test_consent_that_is_asked_again(tmp_path: Path, again: bool, also: dict[str, str], told: list[str]) -> None:
    place = project(tmp_path)
    on_main(place, note()[NOTE])
    change(place, also)
    flags = ["--ask-consent-again"] if again else []
    run(place, "release", "--effective", "2024-06-01", "--yes", *flags, on="2024-01-02T09:00:00+00:00")
    found = [one for one in problems(place) if one.code == "D125"]
    assert all(str(one).startswith(f"hint D125 {V}/2/manifest.json") and "(epoch 2)" in one.message for one in found)
    assert [one.message.partition("Since version 1 ")[2] for one in found] == told


def cookies(**found: Any) -> Facts:
    each = {"name": "_a", "type": "cookie", "party": "first", "lifetime": "session"}
    return Facts.model_validate({"cookies": {name: each | fields for name, fields in found.items()}})


ADS = {"category": "marketing", "provider": "adtrack", "purposes": ["ads"]}


@pytest.mark.parametrize(
    ("before", "now", "unasked"),
    [
        (cookies(), cookies(a=ADS), ["a"]),
        (cookies(), cookies(a={}), ["a"]),
        (cookies(a=ADS), cookies(a=ADS, b=ADS), ["b"]),
        (cookies(a={"category": "necessary"}), cookies(a=ADS), ["a"]),
        (cookies(a=ADS | {"medium": "email"}), cookies(a=ADS), ["a"]),
        (cookies(a=ADS), cookies(a=ADS | {"provider": "other"}), ["a"]),
        (cookies(a=ADS), cookies(a=ADS | {"purposes": ["ads", "more"]}), ["a"]),
        (cookies(a=ADS), cookies(a=ADS), []),
        (cookies(a=ADS), cookies(), []),
        (cookies(a=ADS), cookies(a=ADS | {"purposes": "none", "lifetime": "2 days"}), []),
        (cookies(), cookies(a={"category": "necessary"}), []),
        (cookies(), cookies(a=ADS | {"medium": "email"}), []),
    ],
)
def test_what_visitors_were_not_asked_about(before: Facts, now: Facts, unasked: list[str]) -> None:
    assert list(unasked_consent(before, now)) == unasked


LOOKED = ADS | {"verified": "2021-02-01"}


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        (cookies(a=LOOKED), cookies(a=LOOKED | {"provider": "other"}), 1),
        (cookies(a=LOOKED), cookies(a=LOOKED | {"provider": "other", "verified": "2024-02-01"}), 0),
        (cookies(a=LOOKED), cookies(a=ADS | {"provider": "other"}), 0),
        (cookies(a=LOOKED), cookies(a=LOOKED | {"lifetime": "2 days"}), 0),
        (cookies(), cookies(a=LOOKED), 0),
    ],
)
def test_nobody_has_looked_since_another_sets_it(before: Facts, now: Facts, told: int) -> None:
    found = [*check_looked_at(before, now, in_facts)]
    assert [one.code for one in found] == ["F113"] * told
    beside = {"language": "en", "folder": "p", "places": in_facts}
    assert {*found} <= {*check_unlinked({}, {}, known=before, facts=now, **beside)}  # type: ignore[arg-type]
