"""Facts of two versions compared: entries that came or went, fields with another value, in the reader's language."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.model.config import LanguageStatus
from inforce.model.edition import ReadEdition
from inforce.model.facts import Facts
from inforce.model.version import Edition
from inforce.redline.changes import Redline
from inforce.redline.data import data
from inforce.redline.facts import FactChange, FactChangeKind, fact_changes, policy_fact_changes, title_changes
from inforce.redline.plain import text

from tests.redline.support import read

OPPOSITE = {
    FactChangeKind.ADDED: FactChangeKind.REMOVED,
    FactChangeKind.REMOVED: FactChangeKind.ADDED,
    FactChangeKind.CHANGED: FactChangeKind.CHANGED,
}
Files = dict[str, object]
COOKIE = {
    "name": "a",
    "label": {"en": "Beacon"},
    "type": "pixel",
    "category": "necessary",
    "party": "first",
    "lifetime": "session",
}


def facts(files: Files) -> Facts:
    """Facts as their files would give them."""
    return Facts.model_validate(files)


def told(change: FactChange) -> str:
    """A change in one line: its kind, its path, its values; a reason for an unknown one in brackets."""
    was = f"[{change.old}]" if change.old_unknown else str(change.old)
    now = f"[{change.new}]" if change.new_unknown else str(change.new)
    return f"{change.kind.value} {'.'.join(change.path)}" + ("" if change.is_entry else f": {was} → {now}")


CHANGES: list[tuple[str, Files, Files, list[str]]] = [
    ("an entry", {}, {"recipients": {"a": {"name": "A"}}}, ["added recipients.a"]),
    (
        "an item within an entry",
        {"data": {"categories": {"contact": {"label": {"en": "Contact"}}}}},
        {"data": {"categories": {"contact": {"label": {"en": "Contact"}}, "usage": {"label": {"en": "Usage"}}}}},
        ["added data.categories.usage"],
    ),
    (
        "a field",
        {"retention": {"a": {"keep": "3 years"}}},
        {"retention": {"a": {"keep": "2 years"}}},
        ["changed retention.a.keep: P3Y → P2Y"],
    ),
    (
        "a field that was not there",
        {"recipients": {"a": {"name": "A"}}},
        {"recipients": {"a": {"name": "A", "description": {"en": "Sends letters"}}}},
        ["added recipients.a.description: None → Sends letters"],
    ),
    (
        "a name in every language",
        {"recipients": {"a": {"name": "A"}}},
        {"recipients": {"a": {"name": "B"}}},
        ["changed recipients.a.name: A → B"],
    ),
    (
        "unknown before",
        {"retention": {"a": {"keep": {"unknown": {"en": "Nobody said"}}}}},
        {"retention": {"a": {"keep": "2 years"}}},
        ["changed retention.a.keep: [Nobody said] → P2Y"],
    ),
    (
        "unknown now, the reason in another language alone",
        {"retention": {"a": {"keep": "2 years"}}},
        {"retention": {"a": {"keep": {"unknown": {"ja": "不明"}}}}},
        ["changed retention.a.keep: P2Y → []"],
    ),
    (
        "none now: there is no such name, which is known",
        {"cookies": {"a": {**COOKIE, "name": {"unknown": {"en": "Nobody said"}}}}},
        {"cookies": {"a": {**COOKIE, "name": "none"}}},
        ["changed cookies.a.name: [Nobody said] → none"],
    ),
    (
        "none before",
        {"rights": {"exercise": {"fee": "none"}}},
        {"rights": {"exercise": {"fee": {"en": "10 euros"}}}},
        ["changed rights.exercise.fee: none → 10 euros"],
    ),
    (
        "nothing is kept",
        {"cookies": {"a": COOKIE}},
        {"cookies": {"a": {**COOKIE, "lifetime": "none"}}},
        ["changed cookies.a.lifetime: session → none"],
    ),
    (
        "the same value written otherwise",
        {"retention": {"a": {"keep": "2 years"}}},
        {"retention": {"a": {"keep": {"value": "2 years"}}}},
        [],
    ),
    (
        "a further right wording",
        {"retention": {"a": {"keep": "2 years"}}},
        {"retention": {"a": {"keep": {"value": "2 years", "accept": {"de": {"Zweijahresfrist": "2 years"}}}}}},
        [],
    ),
    (
        "a note, which is for the editors",
        {"retention": {"a": {"keep": "2 years"}}},
        {"retention": {"a": {"keep": "2 years", "note": "Ask legal"}}},
        [],
    ),
    (
        "another order",
        {"retention": {"a": {"keep": "2 years"}, "b": {"keep": "1 year"}}},
        {"retention": {"b": {"keep": "1 year"}, "a": {"keep": "2 years"}}},
        [],
    ),
]
_NAMES = [case[0] for case in CHANGES]


@pytest.mark.parametrize(("old", "new", "expected"), [case[1:] for case in CHANGES], ids=_NAMES)
def test_what_changed(old: Files, new: Files, expected: list[str]) -> None:
    assert [told(change) for change in fact_changes(facts(old), facts(new), "en")] == expected


@pytest.mark.parametrize(("old", "new"), [case[1:3] for case in CHANGES], ids=_NAMES)
def test_the_way_back_is_the_opposite(old: Files, new: Files) -> None:
    there = {(c.kind, c.path, c.old, c.new) for c in fact_changes(facts(old), facts(new), "en")}
    back = {(OPPOSITE[c.kind], c.path, c.new, c.old) for c in fact_changes(facts(new), facts(old), "en")}
    assert there == back


LABELS = {"en": "Prospects", "ar": "العملاء المحتملون", "ja": "見込み客", "th": "ผู้สนใจ"}


@pytest.mark.parametrize("language", LABELS)
def test_a_text_counts_in_its_own_language_alone(language: str) -> None:
    old, new = (
        facts({"retention": {"a": {"label": label, "keep": "1 year"}}}) for label in (LABELS, {**LABELS, language: "X"})
    )
    (found,) = fact_changes(old, new, language)
    assert (found.path, found.old, found.new) == (("retention", "a", "label"), LABELS[language], "X")
    assert all(fact_changes(old, new, other) == () for other in LABELS if other != language)


def test_the_order_is_the_new_files_and_what_went_comes_last() -> None:
    old = facts({"retention": {"z": {"keep": "1 year"}, "a": {"keep": "1 year"}}, "recipients": {"r": {"name": "R"}}})
    new = facts({"recipients": {"b": {"name": "B"}, "a": {"name": "A"}}, "retention": {"a": {"keep": "2 years"}}})
    assert [(change.kind.value, change.path[:2]) for change in fact_changes(old, new, "en")] == [
        ("changed", ("retention", "a")),
        ("added", ("recipients", "b")),
        ("added", ("recipients", "a")),
        ("removed", ("retention", "z")),
        ("removed", ("recipients", "r")),
    ]


KEPT = st.dictionaries(st.sampled_from("abcd"), st.integers(1, 3))


@given(KEPT, KEPT)
def test_every_entry_that_differs_is_told_once(old: dict[str, int], new: dict[str, int]) -> None:
    """By its id: it came, it went, or its value is another."""
    one, two = (
        facts({"retention": {name: {"keep": f"{years} years"} for name, years in found.items()}})
        for found in (old, new)
    )
    differ = sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))
    assert sorted(change.path[1] for change in fact_changes(one, two, "en")) == differ


def address(**places: str) -> Facts:
    """A controller in a town that has these names."""
    where = {"street": "Rue Haute", "number": "12", "postal_code": "1000", "locality": places, "country": "BE"}
    return facts({"organisation": {"controller": {"name": "N", "address": where}}})


def test_an_address_that_another_language_names_otherwise_has_not_changed() -> None:
    assert fact_changes(address(fr="Bruxelles"), address(fr="Bruxelles", ja="ブリュッセル"), "fr") == ()


def test_a_regions_language_reads_its_base_languages_texts() -> None:
    old, new = (facts({"retention": {"a": {"keep": "1 year", "label": {"pt": label}}}}) for label in "AB")
    (found,) = fact_changes(old, new, "pt-BR")
    assert (found.old, found.new) == ("A", "B")


def test_an_address_is_told_in_the_language_on_one_line() -> None:
    found = fact_changes(address(fr="Bruxelles"), address(fr="Anvers"), "fr")
    redline = Redline(sections=(), changes=(), facts=found)
    was, now = "Rue Haute 12, 1000 Bruxelles, Belgique", "Rue Haute 12, 1000 Anvers, Belgique"
    assert f"organisation.controller.address: [-{was}-] → {{+{now}+}}" in text(redline)
    (told,) = data(redline).facts
    assert (told.old, told.new) == (was, now)


def test_the_life_of_a_cookie_is_one_fact() -> None:
    cookie = {"name": "sid", "type": "cookie", "category": "necessary", "party": "first"}
    old, new = (facts({"cookies": {"sid": {**cookie, "lifetime": lifetime}}}) for lifetime in ("session", "13 months"))
    (found,) = fact_changes(old, new, "en")
    assert told(found) == "changed cookies.sid.lifetime: session → P13M"


def test_yes_and_no_are_told_as_words() -> None:
    change = FactChange(kind=FactChangeKind.CHANGED, path=("cookies", "a", "third_party_access"), old=False, new=True)
    assert "[-no-] → {+yes+}" in text(Redline(sections=(), changes=(), facts=(change,)))


# ---- the facts that a policy's readers are told

WERE: Files = {
    "cookies": {},
    "purposes": {"run": {"label": {"en": "Run"}, "legal_basis": "GDPR-6-1-c"}},
    "retention": {"a": {"same_as": "b"}, "b": {"keep": "1 year"}, "c": {"keep": "1 year"}},
    "terms": {"other": {"loan": {"duration": "9 months"}, "fee": {"money": "5 EUR"}}},
}
ARE: Files = {
    "cookies": {
        "sid": {
            "name": "sid",
            "type": "cookie",
            "category": "necessary",
            "party": "first",
            "lifetime": "session",
        }
    },
    "purposes": {"run": {"label": {"en": "Run"}, "legal_basis": "GDPR-6-1-f"}},
    "retention": {"a": {"same_as": "b"}, "b": {"keep": "2 years"}, "c": {"keep": "2 years"}},
    "terms": {"other": {"loan": {"duration": "10 months"}, "fee": {"money": "50 EUR"}}},
}


def edition(words: str, files: Files) -> ReadEdition:
    """An edition of one paragraph."""
    return ReadEdition(
        edition=Edition(
            policy="terms",
            version=1,
            language="en",
            title="Terms",
            status=LanguageStatus.AUTHORITATIVE,
            reviewed=True,
            revision=0,
            sections={},
            digests={},
            paths={},
        ),
        sections=(read(f"# Title\n\n{words}\n"),),
        order=(),
        numbers={},
        facts=facts(files),
        wording="w1:0",
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Loans of [ten months](fact:terms.other.loan.duration).", ["terms.other.loan.duration"]),
        ("**Loans of [ten months](fact:terms.other.loan).**", ["terms.other.loan.duration"]),
        ("Kept as [said](fact:retention.a).", ["retention.b.keep"]),
        ("From [1 May 2026](fact:version.effective).", []),
        ("We set [one](fact:cookies.sid).", ["cookies.sid"]),
        (
            "Why: [run](fact:purposes.run).",
            ["purposes.run.legal_basis", "retention.b.keep", "retention.c.keep", "cookies.sid"],
        ),
        (
            "Nothing is linked.",
            [
                "purposes.run.legal_basis",
                "retention.b.keep",
                "retention.c.keep",
                "cookies.sid",
                "terms.other.loan.duration",
                "terms.other.fee.money",
            ],
        ),
    ],
)
def test_a_policy_is_told_the_facts_that_are_its_own(words: str, expected: list[str]) -> None:
    linked, plain = edition(words, WERE), edition("[x](fact:version.effective)" if "fact:" in words else "x", ARE)
    assert [".".join(change.path) for change in policy_fact_changes(linked, plain)] == expected
    assert sorted(".".join(change.path) for change in policy_fact_changes(plain, linked)) == sorted(expected)


def test_a_circle_of_retentions_ends() -> None:
    old, new = (
        edition("[a](fact:retention.a)", {"retention": {"a": {"same_as": "b"}, "b": {"same_as": "a", **more}}})
        for more in ({}, {"label": {"en": "B"}})
    )
    assert [change.path for change in policy_fact_changes(old, new)] == [("retention", "b", "label")]


def test_another_title_of_the_policy_is_told() -> None:
    old = edition("Words.", {})
    new = replace(old, edition=replace(old.edition, title="Terms of use"))
    assert [told(change) for change in title_changes(old, new)] == ["changed title: Terms → Terms of use"]
    assert title_changes(old, old) == ()
