"""Facts: leaves and their short forms, paths, references, round trips."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.model.cookies import Cookie, Lifetime, LifetimeKind
from inforce.model.facts import (
    FILES,
    FactKind,
    Facts,
    Unknown,
    Wrong,
    all_facts,
    dangling,
    fact_at,
    labels,
    unknown_facts,
)
from inforce.model.leaf import Concept, Name, Value, Wording
from inforce.model.records import Retention, Retentions
from inforce.model.values import Duration, Email
from pydantic import ValidationError

DATA: dict[str, Any] = {
    "organisation": {
        "controller": {
            "name": "Example SA",
            "number": "BE 0123.456.789",
            "address": {"street": "High Street", "number": "1", "locality": {"en": "Town"}, "country": "BE"},
            "email": {"unknown": {"en": "it cannot be read"}},
            "note": "for legal",
        },
        "dpo": {"unknown": "not named"},
    },
    "data": {"categories": {"contact": {"label": {"en": "Contact"}, "items": {"email": {"en": "e-mail"}}}}},
    "purposes": {
        "contract": {
            "label": {"en": "The contract"},
            "legal_basis": "GDPR-6-1-b",
            "data": ["contact", "contact.email"],
            "recipients": ["mailer"],
            "retention": ["contract"],
        }
    },
    "retention": {
        "contract": {"keep": {"value": "10 years", "accept": {"de": {"Zehnjahresfrist": "10 years"}}}},
        "accounts": {"same_as": "contract"},
        "rest": {"criteria": {"en": "a reasonable period"}},
    },
    "recipients": {"mailer": {"name": "Mailer", "data": ["contact.email"]}},
    "rights": {"access": {"label": {"en": "Access"}, "by": ["organisation.controller.address"]}},
    "cookie_categories": {"x-games": {"label": {"en": "Games"}}},
    "cookies": {
        "sid": {
            "name": "sid",
            "type": "cookie",
            "category": "necessary",
            "party": "first",
            "lifetime": "session",
            "verified": "2024-02-29",
        }
    },
    "terms": {"children": {"age": "13"}},
}


@pytest.fixture(scope="module")
def facts() -> Facts:
    return Facts.model_validate(DATA)


@pytest.mark.parametrize(
    ("path", "kind", "value"),
    [
        ("organisation.controller", FactKind.NAME, "Example SA"),
        ("organisation.controller.name", FactKind.NAME, "Example SA"),
        ("organisation.controller.email", FactKind.VALUE, Unknown(reason={"en": "it cannot be read"})),
        ("organisation.dpo", FactKind.NAME, Unknown(reason="not named")),
        ("data.categories.contact", FactKind.CONCEPT, {"en": "Contact"}),
        ("data.categories.contact.items.email", FactKind.CONCEPT, {"en": "e-mail"}),
        ("retention.contract", FactKind.VALUE, Duration(years=10)),
        ("retention.contract.keep", FactKind.VALUE, Duration(years=10)),
        ("retention.accounts", FactKind.VALUE, Duration(years=10)),
        ("retention.rest", FactKind.CONCEPT, {"en": "a reasonable period"}),
        ("recipients.mailer", FactKind.NAME, "Mailer"),
        ("cookies.sid", FactKind.NAME, "sid"),
        ("terms.children", FactKind.VALUE, 13),
    ],
)
def test_a_path_leads_to_its_fact(facts: Facts, path: str, kind: FactKind, value: object) -> None:
    fact = fact_at(facts, path)
    assert fact is not None
    assert (fact.path, fact.kind, fact.value) == (path, kind, value)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "organisation",
        "nowhere.at.all",
        "data",
        "data.categories",
        "organisation.controller.note",
        "organisation.controller.phone",
        "organisation.controller.model_fields",
        "retention.root",
        "retention.contract.keep.value",
        "cookies.sid.lifetime",
        "retention.contract.",
    ],
)
def test_a_path_that_ends_at_no_fact_is_none(facts: Facts, path: str) -> None:
    assert fact_at(facts, path) is None


def test_all_facts_are_those_that_a_path_finds(facts: Facts) -> None:
    found = list(all_facts(facts))
    assert len(found) == len({fact.path for fact in found}) > 15
    assert all(fact_at(facts, fact.path) == fact for fact in found)


def test_an_unknown_fact_is_counted_once(facts: Facts) -> None:
    assert [fact.path for fact in unknown_facts(facts)] == ["organisation.controller.email", "organisation.dpo.name"]


def test_further_wordings_come_with_the_fact(facts: Facts) -> None:
    fact = fact_at(facts, "retention.contract")
    assert fact is not None
    assert fact.accept == {"de": {"Zehnjahresfrist": Wording[Duration](value=Duration(years=10))}}


def test_facts_come_back_from_their_json_and_leave_out_what_is_not_there(facts: Facts) -> None:
    plain = facts.model_dump(mode="json")
    assert Facts.model_validate(plain) == facts
    assert plain["retention"]["contract"] == {"keep": {"value": "P10Y", "accept": {"de": {"Zehnjahresfrist": "P10Y"}}}}
    assert plain["organisation"]["dpo"] == {"name": {"unknown": "not named"}}
    assert plain["cookies"]["sid"]["lifetime"] == {"kind": "session"}


def test_no_file_is_needed() -> None:
    assert list(all_facts(Facts())) == []
    assert Facts.model_validate({}) == Facts()
    assert tuple(FILES) == tuple(Facts.model_fields)


@pytest.mark.parametrize(
    ("change", "path", "reference"),
    [
        ({"purposes": {"contract": {"data": ["contcat"]}}}, ("purposes", "contract", "data", 0), "contcat"),
        ({"purposes": {"contract": {"part_of": "none"}}}, ("purposes", "contract", "part_of"), "none"),
        ({"purposes": {"contract": {"recipients": ["x"]}}}, ("purposes", "contract", "recipients", 0), "x"),
        ({"purposes": {"contract": {"retention": ["rest", "x"]}}}, ("purposes", "contract", "retention", 1), "x"),
        ({"retention": {"accounts": {"same_as": "x"}}}, ("retention", "accounts", "same_as"), "x"),
        ({"recipients": {"mailer": {"data": ["contact.x"]}}}, ("recipients", "mailer", "data", 0), "contact.x"),
        ({"rights": {"access": {"by": ["organisation.fax"]}}}, ("rights", "access", "by", 0), "organisation.fax"),
        ({"cookies": {"sid": {"provider": "x"}}}, ("cookies", "sid", "provider"), "x"),
        ({"cookies": {"sid": {"purposes": ["x"]}}}, ("cookies", "sid", "purposes", 0), "x"),
        ({"cookies": {"sid": {"data": ["x"]}}}, ("cookies", "sid", "data", 0), "x"),
        ({"cookies": {"sid": {"category": "x-toys"}}}, ("cookies", "sid", "category"), "x-toys"),
    ],
)
def test_a_reference_that_leads_nowhere_is_found(change: Any, path: tuple[str | int, ...], reference: str) -> None:
    data = {file: dict(entries) for file, entries in DATA.items()}
    for file, entries in change.items():
        for key, fields in entries.items():
            data[file][key] = {**data[file][key], **fields}
    (wrong,) = dangling(Facts.model_validate(data))
    assert (wrong.wrong, wrong.path, wrong.reference) == (Wrong.MISSING, path, reference)
    assert wrong.known


def test_good_references_are_no_problem(facts: Facts) -> None:
    assert dangling(facts) == ()


@pytest.mark.parametrize(
    ("following", "cycles"),
    [
        ({"a": "a"}, [("a", "a")]),
        ({"a": "b", "b": "a"}, [("a", "b", "a")]),
        ({"x": "a", "a": "b", "b": "c", "c": "a"}, [("a", "b", "c", "a")]),
        ({"a": "b", "b": "a", "c": "d", "d": "c"}, [("a", "b", "a"), ("c", "d", "c")]),
        ({"a": "b"}, []),
    ],
)
def test_a_cycle_of_facts_is_told_once_and_never_hangs(
    following: dict[str, str], cycles: list[tuple[str, ...]]
) -> None:
    retention = {name: {"same_as": following[name]} if name in following else {"keep": "1 year"} for name in "xabcd"}
    wider = {name: {"part_of": other} for name, other in following.items()}
    purposes = {name: {"label": "x", "legal_basis": "GDPR-6-1-a", **wider.get(name, {})} for name in "xabcd"}
    for data in ({"retention": retention}, {"purposes": purposes}):
        facts = Facts.model_validate(data)
        assert [wrong.cycle for wrong in dangling(facts)] == cycles
        list(all_facts(facts))
    looped = {name for cycle in cycles for name in cycle}
    kept = Facts.model_validate({"retention": retention})
    assert all((fact_at(kept, f"retention.{name}") is None) == (name in looped) for name in following if name != "x")


@pytest.mark.parametrize(
    "data",
    [{"value": "1 year", "unknown": "why"}, None, {}, {"unknown": None}, {"unknown": {}}, {"accept": {}}, [], ""],
)
def test_a_leaf_is_known_or_unknown(data: object) -> None:
    with pytest.raises(ValidationError):
        Value[Duration].model_validate(data)
    with pytest.raises(ValidationError):
        Name.model_validate(data)


@pytest.mark.parametrize("words", ["<b>bold</b>", "two\nlines", {"en": "<script>"}, {"en": "a\nb"}, {"english": "x"}])
def test_words_are_one_line_without_markup(words: object) -> None:
    for leaf in (Name, Concept):
        with pytest.raises(ValidationError):
            leaf.model_validate(words)
    with pytest.raises(ValidationError):
        Value[Email].model_validate({"unknown": words})


def test_a_concept_takes_no_further_wordings() -> None:
    with pytest.raises(ValidationError):
        Concept.model_validate({"value": "x", "accept": {"en": {"y": "x"}}})


def test_a_website_is_https() -> None:
    with pytest.raises(ValidationError, match="https"):
        Facts.model_validate({"organisation": {"contact": {"website": "http://example.org"}}})
    with pytest.raises(ValidationError):
        Facts.model_validate({"organisation": {"contact": {"website": "javascript:alert(1)"}}})


@pytest.mark.parametrize("given_", [{}, {"keep": "1 year", "criteria": "x"}, {"keep": "1 year", "same_as": "x"}])
def test_a_retention_says_one_thing(given_: object) -> None:
    with pytest.raises(ValidationError, match="exactly one"):
        Retention.model_validate(given_)


@pytest.mark.parametrize(
    ("written", "kind", "duration"),
    [
        ("session", LifetimeKind.SESSION, None),
        ("until_deleted", LifetimeKind.UNTIL_DELETED, None),
        ("13 months", LifetimeKind.DURATION, Duration(months=13)),
        ({"unknown": "not measured"}, None, None),
        ("none", None, None),
    ],
)
def test_a_lifetime_in_short(written: object, kind: LifetimeKind | None, duration: Duration | None) -> None:
    lifetime = Lifetime.model_validate(written)
    assert lifetime.kind is kind
    assert (lifetime.duration.value if lifetime.duration else None) == duration
    assert Lifetime.model_validate(lifetime.model_dump(mode="json")) == lifetime


@pytest.mark.parametrize(
    "written", ["for ever", "", {}, {"kind": "session", "duration": "1 year"}, {"duration": "1 year"}]
)
def test_a_lifetime_that_says_nothing_is_refused(written: object) -> None:
    with pytest.raises(ValidationError):
        Lifetime.model_validate(written)


@pytest.mark.parametrize(
    "change",
    [
        {"name": "*", "match": "glob"},
        {"name": "none", "label": None},
        {"name": "**", "match": "prefix"},
        {"category": "advertising"},
        {"domains": ["javascript:x"]},
        {"verified": "2023-02-29"},
        {"type": "script"},
        {"nmae": "sid"},
    ],
)
def test_a_cookie_that_cannot_be(change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Cookie.model_validate({**DATA["cookies"]["sid"], **change})
    cookie = Cookie.model_validate({**DATA["cookies"]["sid"], "category": "x-own", "domains": [".example.org"]})
    assert cookie.verified == date(2024, 2, 29)


@given(st.dictionaries(st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True), st.integers(1, 999), max_size=6))
def test_whatever_the_retentions_each_is_found_at_its_path(years: dict[str, int]) -> None:
    facts = Facts(retention=Retentions.model_validate({name: {"keep": f"{n} years"} for name, n in years.items()}))
    for name, amount in years.items():
        fact = fact_at(facts, f"retention.{name}")
        assert fact is not None
        assert fact.value == Duration(years=amount)


def test_what_is_called_something_in_each_language() -> None:
    facts = Facts.model_validate(
        {
            "retention": {"loans": {"label": {"en": "Loans", "fr": "Prêts"}, "keep": "7 years"}},
            "purposes": {
                "label": {"label": {"en": "Lending"}},
                "mail": {"label": "Mail"},
                "x": {"label": {"unknown": "Why."}},
            },
            "data": {
                "categories": {
                    "who": {"label": {"en": "Who"}, "items": {"name": {"en": "Name"}, "age": {"unknown": "Why."}}}
                }
            },
        }
    )
    assert dict(labels(facts)) == {
        "retention.loans": {"en": "Loans", "fr": "Prêts"},
        "purposes.label": {"en": "Lending"},
        "data.categories.who": {"en": "Who"},
        "data.categories.who.items.name": {"en": "Name"},
    }


@pytest.mark.parametrize("name", FILES)
def test_every_file_has_a_schema_that_takes_the_short_forms(name: str) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = FILES[name].model_json_schema()
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    written = DATA[name]
    if name == "terms":
        written = {"children": {"age": 13}}
    assert list(validator.iter_errors(written)) == []
    assert list(validator.iter_errors({"controller": 5, "categories": 5, "exercise": 5, "children": 5, "x": 5}))
