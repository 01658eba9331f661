"""What a reviewer is told of a change of facts: texts, a legal basis, accepted wordings; no value of a sentence."""

from __future__ import annotations

from typing import Any

import pytest
from inforce.model.facts import FILES
from inforce.model.records import Purposes, Retentions
from inforce.rules.fact_changes import fact_changes


def kept(keep: Any) -> Retentions:
    return Retentions.model_validate({"a": {"keep": keep}})


def purpose(**data: Any) -> Purposes:
    return Purposes.model_validate({"a": {"label": {"en": "A"}, "legal_basis": "GDPR-6-1-a", **data}})


def test_a_reviewer_is_told_of_new_and_changed_wordings() -> None:
    accepting = kept({"value": "7 years", "accept": {"en": {"a while": "7 years"}}})
    (one,) = fact_changes("retention", kept("7 years"), accepting)
    assert (one.code, one.path, one.old, one.new) == ("S124", ("a", "keep", "accept", "en", "a while"), "", "P7Y")
    (one,) = fact_changes("retention", kept({"value": "7 years", "accept": {"en": {"a while": "8 years"}}}), accepting)
    assert (one.old, one.new) == ("P8Y", "P7Y")
    assert not list(fact_changes("retention", accepting, accepting))
    assert not list(fact_changes("retention", kept("6 years"), kept("7 years")))  # the text is held to it


def test_a_reviewer_is_told_of_texts_and_of_a_legal_basis() -> None:
    (label,) = fact_changes(
        "retention",
        Retentions.model_validate({"a": {"label": {"en": "A"}, "keep": "1 year"}}),
        Retentions.model_validate({"a": {"label": {"en": "B"}, "keep": "2 years"}}),
    )
    assert (label.path, label.old, label.new) == (("a", "label", "en"), "A", "B")
    changes = list(fact_changes("purposes", purpose(), purpose(label={"en": "B"}, legal_basis="GDPR-6-1-b", note="x")))
    assert {(one.path, one.old, one.new) for one in changes} == {
        (("a", "label", "en"), "A", "B"),
        (("a", "legal_basis"), "GDPR-6-1-a", "GDPR-6-1-b"),
    }


COOKIE: dict[str, Any] = {
    "name": "_id",
    "label": {"en": "An id", "fr": "Un id"},
    "type": "cookie",
    "category": "x-ours",
    "party": "first",
}
COOKIE |= {"lifetime": "session", "domains": ["a.example"], "legal_basis": "GDPR-6-1-a", "third_party_access": True}
FILES_THAT_CHANGE: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "cookies": ({"a": COOKIE | {"provider": "mailer"}}, {}),
    "cookie_categories": ({"marketing": {"exemption": {"en": "An opinion", "fr": "Un avis"}}}, {}),
    "recipients": (
        {
            "r": {
                "name": "R",
                "country": "CA",
                "transfers": {"ca": {"label": {"en": "C"}, "country": "CA", "safeguard": "adequacy"}},
            }
        },
        {"r": {"name": "R"}},
    ),
}


def told(name: str, old: dict[str, Any], new: dict[str, Any], **options: Any) -> set[tuple[str, str, str]]:
    model = FILES[name]
    found = fact_changes(name, model.model_validate(old), model.model_validate(new), **options)
    return {(one.what.partition(".")[2], one.old, one.new) for one in found}


@pytest.mark.parametrize("name", FILES_THAT_CHANGE)
def test_what_comes_and_what_goes_are_told_alike(name: str) -> None:
    old, new = FILES_THAT_CHANGE[name]
    gone, come = told(name, old, new), told(name, new, old)
    assert gone
    assert {(what, now, was) for what, was, now in come} == gone


@pytest.mark.parametrize(
    "field", [field for field in COOKIE if field not in ("name", "type", "category", "party", "lifetime", "label")]
)
def test_a_field_that_goes_or_comes_is_told(field: str) -> None:
    without = {key: value for key, value in COOKIE.items() if key != field}
    (gone,) = told("cookies", {"a": COOKIE}, {"a": without})
    assert (gone[0], gone[2]) == (f"a.{field}", "")
    (come,) = told("cookies", {"a": without}, {"a": COOKIE})
    assert come == (gone[0], "", gone[1])


def test_an_entry_is_told_once_with_its_fields() -> None:
    (entry,) = told("cookies", {"a": COOKIE}, {})
    assert entry[1].startswith("name: _id; label: An id; match: exact")
    assert told("cookie_categories", {}, FILES_THAT_CHANGE["cookie_categories"][0]) == {
        ("marketing", "", "exemption: An opinion")
    }
    recipient, bare = FILES_THAT_CHANGE["recipients"]
    assert {what for what, _, _ in told("recipients", recipient, bare)} == {"r.country", "r.transfers"}


def test_what_a_text_links_to_is_seen_there() -> None:
    assert told("cookies", {}, {"a": COOKIE})
    assert not told("cookies", {}, {"a": COOKIE}, linked={"cookies.a"})
    assert not told("cookies", {}, {"a": COOKIE}, linked={"cookies.a.lifetime"})
    assert told("cookies", {"a": COOKIE}, {}, linked={"cookies.a"})
    assert told("cookies", {}, {"a": COOKIE}, linked={"cookies.b"})


def test_a_new_language_is_no_new_fact() -> None:
    alone = {"a": COOKIE | {"label": {"en": "An id"}}}
    assert not told("cookies", alone, {"a": COOKIE})
    assert not told("cookies", {"a": COOKIE}, alone)
    two = {"b": COOKIE}
    assert told("cookies", alone | two, {"a": COOKIE} | two) == {("a.label.fr", "", "Un id")}
    assert told("cookies", {"a": COOKIE} | two, alone | two) == {("a.label.fr", "Un id", "")}


def test_days_on_which_cookies_were_looked_at_are_told_in_a_line() -> None:
    def seen(*days: str) -> dict[str, Any]:
        return {f"c{at}": COOKIE | {"verified": day, "name": f"_{at}"} for at, day in enumerate(days)}

    before = seen("2020-01-01", "2021-01-01", "2022-01-01")
    assert told("cookies", before, seen("2026-11-30", "2026-11-30", "2026-11-30")) == {
        ("c0.verified and 2 more", "2020-01-01, 2021-01-01, 2022-01-01", "2026-11-30")
    }
    assert told("cookies", before, seen("2020-01-01", "2026-11-30", "2022-01-01")) == {
        ("c1.verified", "2021-01-01", "2026-11-30")
    }
    assert told("cookies", before, before) == set()
