"""Changes of fact as a reader would say them."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from inforce.model.facts import Facts
from inforce.model.records import LegalBasis
from inforce.redline.changes import ChangeKind
from inforce.redline.facts import TITLE, FactChange, FactChangeKind, fact_changes
from inforce.site.fact_words import legal_basis
from inforce.site.redline_wording import fact_line, redline_words
from inforce.site.resources import catalogs
from inforce.site.translator import words_for

from tests.site import making

EN, FR = (words_for(language, catalogs()) for language in ("en", "fr"))
SHORT = "https://a.example.org"


def told(change: dict[tuple[str, ...], Any], language: str = "en") -> list[str]:
    """The lines for facts in which these paths have other values (None takes one away)."""
    data = copy.deepcopy(making.FACTS)
    for path, value in change.items():
        node = data
        for key in path[:-1]:
            node = node.setdefault(key, {})
        if value is None:
            del node[path[-1]]
        else:
            node[path[-1]] = value
    old, new = Facts.model_validate(making.FACTS), Facts.model_validate(data)
    words = words_for(language, catalogs())
    lines = [fact_line(each, words, old, new) for each in fact_changes(old, new, language)]
    return [f"{line.label} {line.old} → {line.new}" for line in lines if line is not None]


@pytest.mark.parametrize(
    ("change", "language", "expected"),
    [
        ({("rights", "exercise", "reply"): "2 months"}, "en", []),
        (
            {("cookies", "lang", "lifetime"): "13 months"},
            "en",
            ["lang, kept for: 12 months → 13 months"],
        ),
        (
            {("cookies", "lang", "verified"): "2026-02-01"},
            "en",
            ["lang, last checked: 10 January 2026 → 1 February 2026"],
        ),
        ({("cookies", "lang", "type"): "pixel"}, "en", ["lang, type: cookie → tracking pixel"]),
        ({("cookies", "lang", "third_party_access"): "true"}, "en", ["lang, access by third parties: None → yes"]),
        ({("cookies", "lang", "party"): "third"}, "fr", ["lang, déposé par\u00a0: ce site → tiers"]),
        ({("cookies", "lang", "category"): "marketing"}, "fr", ["lang, catégorie\u00a0: Nécessaires → Marketing"]),
        (
            {("cookies", "hs", "lifetime"): "13 months"},
            "en",
            ["__hs, kept for: until you close the browser → 13 months"],
        ),
        (
            {("cookies", "hs", "type"): "session_storage", ("cookies", "hs", "lifetime"): "13 months"},
            "en",
            ["__hs, type: cookie → session storage", "__hs, kept for: until you close the browser → 13 months"],
        ),
        ({("cookies", "lang", "provider"): "hubspot"}, "en", ["lang, provider: None → HubSpot, Inc."]),
        (
            {("recipients", "hubspot", "country"): "US"},
            "fr",
            ["HubSpot, Inc., pays\u00a0: None → États-Unis"],
        ),
        (
            {("rights", "access", "by"): ["organisation.authority.email"]},
            "en",
            [
                "Right of access, where to write: Northwind SA, e-mail and +32 2 274 48 00 → "
                "contact@authority.example.org"
            ],
        ),
        ({("organisation", "authority"): None}, "en", ["Supervisory authority: Data Protection Authority → None"]),
        ({("terms", "other", "late-fee", "money"): "50 EUR"}, "en", ["Other terms: None → amount: €50.00"]),
        (
            {("organisation", "controller", "phone"): "+3222744801"},
            "en",
            ["Northwind SA, telephone: +32 2 274 48 00 → +32 2 274 48 01"],
        ),
        (
            {("organisation", "controller", "email"): "a@example.org"},
            "en",
            ["Northwind SA, e-mail: not known: the copy supplied hides the address → a@example.org"],
        ),
        ({("recipients", "acme"): {"name": "Acme"}}, "en", ["New recipient: None → Acme"]),
        ({("cookies", "theme"): None}, "en", ["Cookie or similar technique removed: theme → None"]),
        (
            {("purposes", "mail", "legal_basis"): "GDPR-6-1-f"},
            "en",
            ["Newsletter, legal basis: consent → legitimate interests"],
        ),
    ],
)
def test_a_change_of_fact_is_told_in_words(
    change: dict[tuple[str, ...], Any], language: str, expected: list[str]
) -> None:
    assert [line for line in told(change, language) if "time to answer" not in line] == expected


def test_an_item_whose_id_is_a_fields_name_is_told_as_an_item() -> None:
    old, new = (
        Facts.model_validate(
            {"data": {"categories": {"who": {"label": {"en": "Who"}, "items": {"email": {"en": item}}}}}}
        )
        for item in ("E-mail address", "Health")
    )
    (line,) = (fact_line(change, EN, old, new) for change in fact_changes(old, new, "en"))
    assert (line.label, line.old, line.new) == ("Who, data:", "E-mail address", "Health")


def test_items_of_one_category_are_told_apart() -> None:
    items = {"email": {"en": "E-mail address"}, "postal": {"en": "Postal address"}}
    old, new = (
        Facts.model_validate(
            {
                "data": {"categories": {"who": {"label": {"en": "Who"}, "items": items}}},
                "purposes": {"mail": {"label": {"en": "Mail"}, "legal_basis": "GDPR-6-1-a", "data": [item]}},
            }
        )
        for item in ("who.email", "who.postal")
    )
    (line,) = (fact_line(change, EN, old, new) for change in fact_changes(old, new, "en"))
    assert (line.label, line.old, line.new) == ("Mail, data:", "E-mail address", "Postal address")


def test_a_retention_period_without_a_name_goes_by_its_purposes() -> None:
    mail = {"label": {"en": "Mail"}, "legal_basis": "GDPR-6-1-a", "retention": ["a"]}
    old, new = (
        Facts.model_validate({"purposes": {"mail": mail}, "retention": {"a": kept, "b": kept}})
        for kept in ({"criteria": {"en": "Until you leave"}}, {"criteria": {"en": "Until we meet"}})
    )
    found = [fact_line(change, EN, old, new) for change in fact_changes(old, new, "en")]
    assert [line.label for line in found] == ["Mail, kept for:", "kept for:"]
    assert {(line.old, line.new) for line in found} == {("Until you leave", "Until we meet")}


def test_what_words_tell_alike_is_told_as_it_is_written() -> None:
    old, new = (Facts.model_validate({"organisation": {"contact": {"website": url}}}) for url in (SHORT, f"{SHORT}/"))
    (line,) = (fact_line(change, EN, old, new) for change in fact_changes(old, new, "en"))
    assert (line.old, line.new) == (f"a.example.org ({SHORT})", f"a.example.org ({SHORT}/)")


def test_another_title_of_the_policy_has_words() -> None:
    change = FactChange(kind=FactChangeKind.CHANGED, path=TITLE, old="Privacy notice", new="Privacy policy")
    line = fact_line(change, EN, Facts(), Facts())
    assert (line.label, line.old, line.new) == ("Title of the policy:", "Privacy notice", "Privacy policy")


def test_lines_in_french() -> None:
    (line,) = told({("cookies", "lang", "lifetime"): "13 months"}, "fr")
    assert "12\xa0mois" in line
    assert "13\xa0mois" in line
    assert "kept for" not in line


def test_every_kind_of_change_and_every_legal_basis_has_words_of_its_own() -> None:
    facts = Facts.model_validate(making.FACTS)
    for words in (EN, FR):
        kinds = redline_words(words, facts, facts).kinds
        assert set(kinds) == set(ChangeKind)
        assert len(set(kinds.values())) == len(kinds)
        assert len({legal_basis(basis, words) for basis in LegalBasis}) == len(LegalBasis)


def test_counts_are_in_the_singular_and_the_plural() -> None:
    facts = Facts.model_validate(making.FACTS)
    words = redline_words(EN, facts, facts)
    assert words.counts(1, 1) == "1 change in 1 section"
    assert words.counts(2, 3) == "2 changes in 3 sections"
