"""How to use a right: the page of contacts and ready HTML answer the same, each from what it is made from. So does the
page from JSON alone, in `tests/browser/test_from_json.py`."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import Any

import pytest
from inforce.contract.contact_html import ways_to_use as by_summary
from inforce.contract.models import Summary
from inforce.contract.summarise import summarise
from inforce.model.facts import Facts
from inforce.site.contact import ways_to_use
from inforce.site.resources import catalogs
from inforce.site.translator import words_for
from inforce.site.ways import WaysThatWork, first_rights

from tests.site import making

HIDDEN = {"unknown": "The copy hides it."}
OFFICER, AUTHORITY = (
    {"name": "The Officer", "email": HIDDEN},
    {"name": "The Authority", "website": "https://a.example/"},
)
PHONE, ADDRESS, EMAIL = (("controller", way) for way in ("phone", "address", "email"))
GENERAL = (ADDRESS, PHONE)
"""How to reach the controller of these cases, whose e-mail address nobody knows."""
CONTROLLER = {
    "name": "Northwind SA",
    "email": HIDDEN,
    "phone": "+3222744800",
    "address": {"street": "Rue Haute", "number": "12", "postal_code": "1000", "locality": "Brussels", "country": "BE"},
}
NAMED = {"name": "Northwind SA", "email": HIDDEN}
ASK = {"contact": {"email": "ask@example.org"}}


def general(*ways: tuple[str, str], named: bool) -> WaysThatWork:
    hidden = {"controller": (EMAIL,), "dpo": (("dpo", "email"),)}
    return WaysThatWork(ways=ways, unknown=hidden.get(ways[0][0], ()), in_general=ways[0][0], named=named)


WAYS: dict[str, tuple[str, dict[str, Any], dict[str, Any], WaysThatWork]] = {
    # what it is: which right, what is said of it, of the organisation and of all rights; what is answered
    "what it names": ("access", {"by": ["organisation.controller.phone"]}, {}, WaysThatWork(ways=(PHONE,))),
    "what is known first": (
        "access",
        {"by": ["organisation.controller.email", "organisation.controller.phone"]},
        {},
        WaysThatWork(ways=(PHONE,), unknown=(EMAIL,)),
    ),
    "nothing that is known": (
        "access",
        {"by": ["organisation.controller.email"]},
        {},
        general(*GENERAL, named=True),
    ),
    "of another": ("objection", {"by": ["organisation.dpo.email"]}, {"dpo": OFFICER}, general(*GENERAL, named=True)),
    "nothing": ("portability", {}, {}, general(*GENERAL, named=False)),
    "nothing but words": ("withdrawal", {"how": {"en": "By its link."}}, {}, general(*GENERAL, named=False)),
    "nothing, of its own": ("x-pause", {}, {}, general(*GENERAL, named=False)),
    "nothing, beside where questions go": ("restriction", {}, ASK, general(*GENERAL, named=False)),
    "nothing, and where questions go alone is known": (
        "restriction",
        {},
        {**ASK, "controller": NAMED},
        general(("contact", "email"), named=False),
    ),
    "nothing, and the officer alone is known": (
        "restriction",
        {},
        {"controller": NAMED, "contact": "none", "dpo": {**OFFICER, "phone": "+3222744801"}},
        general(("dpo", "phone"), named=False),
    ),
    "nothing of a complaint": (
        "complaint",
        {},
        {"authority": AUTHORITY},
        general(("authority", "website"), named=False),
    ),
    "a complaint without an authority": ("complaint", {}, {}, WaysThatWork()),
    "none": ("erasure", {"by": "none"}, {}, WaysThatWork()),
    "unknown": ("access", {"by": HIDDEN}, ASK, general(*GENERAL, named=True)),
    "a page": ("withdrawal", {"website": "https://a.example/"}, {}, WaysThatWork()),
    "a page, and what nobody knows": (
        "withdrawal",
        {"website": "https://a.example/", "by": HIDDEN},
        {},
        WaysThatWork(),
    ),
    "a page that nobody knows": ("withdrawal", {"website": HIDDEN}, {}, general(*GENERAL, named=False)),
    "a court": ("complaint", {"by": ["terms.courts.brussels"]}, {"authority": AUTHORITY}, WaysThatWork()),
    "a court, and what nobody knows": (
        "complaint",
        {"by": ["organisation.controller.email", "terms.courts.brussels"]},
        {},
        WaysThatWork(unknown=(EMAIL,)),
    ),
    "of all rights": ("access", {"every": ["organisation.controller.phone"]}, {}, WaysThatWork(ways=(PHONE,))),
    "of all rights, unknown": (
        "access",
        {"every": ["organisation.controller.email"]},
        {},
        general(*GENERAL, named=True),
    ),
    "nobody is known": (
        "access",
        {"by": ["organisation.controller.email"]},
        {"controller": NAMED},
        WaysThatWork(unknown=(EMAIL,)),
    ),
    "a way that there is none of": (
        "access",
        {"by": ["organisation.controller"]},
        {"controller": {**CONTROLLER, "fax": "none"}},
        WaysThatWork(ways=GENERAL, unknown=(EMAIL,)),
    ),
}


def facts_of(case: str) -> Facts:
    name, right, organisation, _ = WAYS[case]
    told = {"label": name, **{key: value for key, value in right.items() if key != "every"}}
    rights = {"other": {name: told}} if name.startswith("x-") else {name: told}
    every = {"exercise": {"by": right["every"]}} if "every" in right else {}
    return Facts.model_validate(
        {
            "organisation": {"controller": copy.deepcopy(CONTROLLER), **organisation},
            "rights": {**every, **rights},
            "terms": {"courts": {"elsewhere": {"label": "Elsewhere"}, "brussels": {"label": "Brussels"}}},
        }
    )


def summary_of(facts: Facts) -> Summary:
    version = making.version(1, making.brussels(2020, 1, 1), {"en": making.TEXTS["en"]})
    return summarise(replace(version, facts=facts), "en")


@pytest.mark.parametrize("case", WAYS)
def test_page_and_ready_html_answer_the_same(case: str) -> None:
    name, _, _, answer = WAYS[case]
    facts = facts_of(case)
    summary = summary_of(facts)
    assert ways_to_use(name, facts) == answer
    assert by_summary("/rights/0", summary.rights[0], summary) == answer


@pytest.mark.parametrize(("named", "before"), [(True, "No address is known"), (False, "The policy names no address")])
def test_what_the_policy_does_not_name_is_said_before_it(named: bool, before: str) -> None:
    words = words_for("en", catalogs())
    assert general(PHONE, named=named).sentence(words).startswith(before)
    assert WaysThatWork(ways=(PHONE,)).sentence(words) == ""


def test_of_several_it_is_said_whose_a_way_is() -> None:
    words = words_for("en", catalogs())
    one, two = WaysThatWork(ways=(PHONE, ADDRESS)), WaysThatWork(ways=(PHONE,), unknown=(("authority", "fax"),))
    assert one.called(*PHONE, words) == "Telephone"
    assert two.called("authority", "fax", words) == "Fax (Supervisory authority)"


def test_to_have_data_deleted_and_to_complain_stand_first() -> None:
    assert first_rights(["access", "complaint", "x-pause", "erasure"]) == ["erasure", "complaint", "access", "x-pause"]
