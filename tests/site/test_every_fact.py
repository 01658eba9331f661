"""Every change between two valid facts is told in words of the page's language: whatever field it is in.

`OLD` and `NEW` set every field of the model, each to another value; a field that is new in the model fails here until
it stands in both, and until it has words.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inforce.model.facts import Facts
from inforce.model.leaf import Leaf
from inforce.redline.facts import entry_path, fact_changes
from inforce.site.fact_words import code_words
from inforce.site.redline_wording import fact_line
from inforce.site.resources import catalogs
from inforce.site.translator import words_for
from pydantic import BaseModel, RootModel, ValidationError

LANGUAGES = tuple(catalogs())
WORDS = {language: words_for(language, catalogs()) for language in LANGUAGES}
NOT_SHOWN = {"note", "accept"}
"""Fields that no page and no summary shows: notes for editors, and further right wordings of the same value."""
Path = tuple[str, ...]


def texts(name: str) -> dict[str, str]:
    """Words in each language."""
    return {language: f"{name}_{language}" for language in LANGUAGES}


def body(sign: str, side: int) -> dict[str, Any]:
    """A body with everything set. `sign` sets it apart from others, `side` is 0 (old) or 1 (new)."""
    return {
        "name": texts(f"Body{sign}{side}"),
        "number": f"BE 012{side}",
        "register_name": texts(f"Register{sign}{side}"),
        "in_person": texts(f"OpenProject{sign}{side}"),
        **contact(sign, side),
    }


def contact(sign: str, side: int) -> dict[str, Any]:
    """Every way to reach someone."""
    return {
        "address": {
            "street": f"Street {side}",
            "number": f"1{side}",
            "postal_code": f"10{side}0",
            "locality": texts(f"Town{side}"),
            "country": ("BE", "FR")[side],
        },
        "email": f"{sign.lower()}{side}@example.org",
        "phone": f"+322274480{side}",
        "fax": f"+322274481{side}",
        "website": f"https://{sign.lower()}{side}.example.org/",
    }


def whole(side: int) -> dict[str, Any]:
    """Facts with every field set."""

    def one(*values: Any) -> Any:
        return values[side]

    def words(name: str) -> dict[str, str]:
        return texts(f"{name}{side}")

    def labelled(name: str) -> dict[str, Any]:
        return {"label": words(name), "description": words(f"About {name}")}

    cookie = {
        "name": one("sid", "tid"),
        "label": words("Mark"),
        "match": one("exact", "prefix"),
        "type": "cookie",
        "category": one("necessary", "x-own"),
        "provider": one("id-hosting", "id-mailer"),
        "party": one("first", "third"),
        "medium": one("website", "email"),
        "domains": one(["a.example.org"], ["b.example.org", "c.example.org"]),
        "lifetime": one("session", "13 months"),
        "host_only": one("true", "false"),
        "path": one("/", "/shop"),
        "http_only": one("true", "false"),
        "data": one(["id-who"], ["id-who.email"]),
        "legal_basis": one("GDPR-6-1-a", "GDPR-6-1-f"),
        "purposes": one(["id-mail"], ["id-mail", "id-run"]),
        "third_party_access": one("false", "true"),
        "description": words("Tells"),
        "opt_out": words("Log off"),
        "policy": one("https://h.example.org/", "https://i.example.org/"),
        "verified": one("2026-01-10", "2026-02-10"),
    }
    store = {**cookie, "type": one("local_storage", "indexeddb")}
    store = {name: value for name, value in store.items() if name not in ("host_only", "path", "http_only")}
    own = {name: value for name, value in store.items() if name != "provider"}
    right = {
        **labelled("Right"),
        "when": words("Always"),
        "how": words("Write"),
        "by": one(
            ["organisation.dpo.email", "terms.courts.id-court"], ["organisation.contact", "terms.courts.id-court"]
        ),
        "fee": words("Ten euros"),
        "website": one("https://f.example.org/", "https://g.example.org/"),
    }
    purpose = {
        **labelled("Mail"),
        "legal_basis": one("GDPR-6-1-a", "GDPR-6-1-b"),
        "providing": {"duty": one("statutory", "voluntary"), "otherwise": words("Else")},
        "part_of": one("id-run", "id-wide"),
        "data": one(["id-who"], ["id-who.id-mailbox"]),
        "recipients": one(["id-hosting"], ["id-mailer"]),
        "retention": one(["id-kept"], ["id-until", "id-alike"]),
    }
    consent = one("true", {"unknown": words("Unsaid")})
    return {
        "organisation": {
            **{name: body(name, side) for name in ("controller", "representative", "dpo", "authority")},
            "contact": contact("contact", side),
            "roles": {"id-role": labelled("Role")},
        },
        "data": {
            "categories": {
                "id-who": {
                    **labelled("Who"),
                    "role": one("controller", "processor"),
                    "items": {"email": words("Mailbox"), "id-mailbox": {"unknown": words("Unsure")}},
                }
            },
            "sources": {"id-source": {**labelled("Source"), "role": one("controller", "processor")}},
        },
        "purposes": {
            "id-mail": purpose,
            "id-run": {"label": words("Run"), "legal_basis": one("GDPR-6-1-c", "GDPR-6-1-d")},
            "id-wide": {"label": words("Wide"), "legal_basis": "GDPR-6-1-f", "interest": words("Interest")},
        },
        "retention": {
            "id-kept": {"label": words("Kept"), "keep": one("1 year", "12 months"), "after": words("After")},
            "id-until": {"criteria": words("Until")},
            "id-alike": {"same_as": one("id-kept", "id-until")},
        },
        "recipients": {
            "id-hosting": {
                "name": words("Hosting"),
                "label": words("Host"),
                "description": words("Hosts"),
                "role": one("processor", "joint-controller"),
                "data": one(["id-who.email"], ["id-who"]),
                "country": one("IE", "US"),
                "privacy": one("https://d.example.org/", "https://e.example.org/"),
                "transfers": {
                    "id-there": {
                        **labelled("There"),
                        "country": one("IN", "CA"),
                        "safeguard": one("adequacy", "standard-clauses"),
                        "website": one("https://b.example.org/", "https://c.example.org/"),
                    }
                },
            },
            "id-mailer": {"name": one("Mailer", "Post")},
            "id-kind": {"label": words("Couriers")},
        },
        "rights": {
            "exercise": {
                "reply": one("1 month", "2 months"),
                "extended": one("3 months", "4 months"),
                "how": words("By letter"),
                "by": one(["organisation.dpo.address"], ["organisation.dpo.email"]),
                "identification": words("Passport"),
                "fee": words("Free"),
            },
            "access": right,
            **{name: {**right, "label": words(name)} for name in ("correction", "erasure", "restriction")},
            **{name: {**right, "label": words(name)} for name in ("portability", "objection", "decisions")},
            **{name: {**right, "label": words(name)} for name in ("withdrawal", "complaint")},
            "other": {"x-right": {**right, "label": words("Other right")}},
        },
        "cookie_categories": {
            "functional": {"description": words("Handy"), "exemption": words("Excused")},
            "x-own": {"label": words("Own category"), "description": words("Ours"), "consent_required": consent},
        },
        "cookies": {
            "id-mark": cookie,
            "id-second": {**cookie, "lifetime": {"unknown": words("Nobody looked")}},
            "id-store": {**store, "provider": "id-kind", "lifetime": one("1 month", "2 months")},
            "id-own": {**own, "category": "x-own", "data": one(["id-who.email"], ["id-who"])},
            "id-handy": {**own, "category": "functional", "lifetime": one("session", "until_deleted")},
        },
        "terms": {
            "children": {"age": one(13, 16)},
            "automated_decisions": {
                "label": words("Credit score"),
                "logic": words("Counts"),
                "consequences": words("No credit"),
            },
            "liability": {**labelled("Liability"), "excluded": {"age": words("Profits")}},
            "law": labelled("Law"),
            "courts": {"id-court": labelled("Court")},
            "settlement": one("1 month", "2 months"),
            "acts": {
                "id-act": {
                    "name": words("Act"),
                    "label": words("The act"),
                    "number": one("2016/679", "2016/680"),
                    "date": one("2016-04-27", "2016-04-28"),
                    "website": one("https://a.example.org/", "https://a.example.org"),
                }
            },
            "other": {
                "id-term": {
                    "label": words("Term"),
                    "name": words("Named"),
                    "duration": one("P7D", "P1W"),
                    "date": one("2016-04-27", "2016-04-28"),
                    "number": one(12, 10),
                    "percentage": one("5%", "2.5%"),
                    "money": one("5 EUR", "5.50 EUR"),
                }
            },
        },
    }


OLD, NEW = whole(0), whole(1)


def leaves(node: Any, path: Path = ()) -> Iterator[Path]:
    """The paths of all that is set: texts per language are one thing."""
    if isinstance(node, dict) and not set(node) <= set(LANGUAGES):
        for key, child in node.items():
            yield from leaves(child, (*path, key))
    else:
        yield path


LEAVES = tuple(leaves(OLD))
FIXED = {
    ("purposes", "id-wide", "legal_basis"),  # an interest is what this basis alone has
    *(("cookies", name, "type") for name in ("id-mark", "id-second")),  # a path is what a cookie alone has
    ("cookies", "id-store", "provider"),
    ("cookies", "id-own", "category"),
    ("cookies", "id-handy", "category"),
}
"""What cannot change while the rest stays."""


@cache
def alone(path: Path, other: bool) -> Facts | None:
    """The old facts with one value changed or taken away."""
    return altered({path: other})


def altered(changes: dict[Path, bool]) -> Facts | None:
    """The old facts with these values as in the new ones (True) or taken away (False); None where that isn't valid."""
    data = copy.deepcopy(OLD)
    for path, other in changes.items():
        node, source = data, NEW
        for key in path[:-1]:
            node, source = node[key], source[key]
        if other:
            node[path[-1]] = source[path[-1]]
        else:
            del node[path[-1]]
    try:
        return Facts.model_validate(data)
    except ValidationError:
        return None


def lines(old: Facts, new: Facts, language: str) -> list[str]:
    """The lines told, each proven whole."""
    result = []
    for change in fact_changes(old, new, language):
        line = fact_line(change, WORDS[language], old, new)
        assert line.label.strip(" :：\N{NO-BREAK SPACE}"), change
        assert line.old or line.new, change
        assert line.old != line.new, change
        result.append(f"{line.label} {line.old} → {line.new}")
    return result


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("other", [True, False], ids=["another value", "taken away"])
def test_each_field_that_changes_is_told_without_code_words(other: bool, language: str) -> None:
    old = Facts.model_validate(OLD)
    told = 0
    for path in LEAVES:
        new = alone(path, other)
        if new is None or new == old:
            assert not other or path in FIXED, path
            continue
        for one, two in ((old, new), (new, old)):
            found = lines(one, two, language)
            assert found, path
            for line in found:
                written_alike = "(" in line  # the last resort, where words tell two things alike
                assert written_alike or "id-" not in line, line
                assert "GDPR-" not in line, line
                assert "None → None" not in line, line
            told += 1
    assert told > (200 if other else 100)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(LEAVES), st.booleans(), max_size=12), st.sampled_from(LANGUAGES))
def test_any_two_facts_that_differ_are_told_to_differ(changes: dict[Path, bool], language: str) -> None:
    old, new = Facts.model_validate(OLD), altered(changes)
    if new is not None:
        assert bool(lines(old, new, language)) == (old != new)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_entry_that_comes_or_goes_is_told(language: str) -> None:
    old = Facts.model_validate(OLD)
    entries = {entry_path(path) for path in LEAVES}
    assert len(entries) > 35
    for path in entries:
        new = alone(path, False)
        assert new is not None
        assert lines(old, new, language), path
        assert lines(new, old, language), path


def models(found: Any) -> Iterator[type[BaseModel]]:
    """Every model that a type is made of."""
    if isinstance(found, type) and issubclass(found, BaseModel) and not issubclass(found, Leaf):
        if not issubclass(found, RootModel):
            yield found
        for field in found.model_fields.values():
            yield from models(field.annotation)
    for inner in get_args(found):
        yield from models(inner)


def instances(node: Any) -> Iterator[BaseModel]:
    """Every model that these facts hold."""
    if isinstance(node, BaseModel) and not isinstance(node, Leaf):
        yield node
        for name in type(node).model_fields:
            yield from instances(getattr(node, name))
    elif isinstance(node, dict):
        for child in node.values():
            yield from instances(child)


def fields() -> set[tuple[str, str]]:
    """Every (model, field) of the facts."""
    return {(model.__name__, name) for model in models(Facts) for name in model.model_fields if name not in NOT_SHOWN}


def test_the_samples_set_every_field_of_the_model() -> None:
    there = {
        (type(node).__name__, name)
        for side in (OLD, NEW)
        for node in instances(Facts.model_validate(side))
        for name in node.model_fields_set
    }
    assert fields() - there == set()


def codes(found: Any) -> Iterator[type[StrEnum]]:
    """Every list of codes that a type is made of."""
    if isinstance(found, type) and issubclass(found, StrEnum):
        yield found
    if isinstance(found, type) and issubclass(found, Leaf):
        yield from codes(found.model_fields["value"].annotation)
    for inner in get_args(found):
        yield from codes(inner)


def test_every_code_has_words_of_its_own() -> None:
    found = {
        each for model in models(Facts) for field in model.model_fields.values() for each in codes(field.annotation)
    }
    assert len(found) >= 8
    for kind in found:
        for language in ("ar", "ja"):
            told = [code_words(code, WORDS[language]) for code in kind if code.value != "duration"]
            assert not {code.value for code in kind} & set(told), told
            assert len(set(told)) == len(told)
