"""Qualifio's facts: what the policy states is all there, in four languages, and nothing is invented."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from inforce.model.facts import FILES, Facts, Unknown, dangling, fact_at, unknown_facts
from inforce.model.leaf import listed, told
from inforce.model.records import LegalBasis
from inforce.model.values import Duration, Identifier, Phone, Url
from inforce.reader.yaml.document import load_yaml

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "policy_src" / "facts"
POLICY = ROOT / "policy_src" / "privacy"
LANGUAGES = {"en", "fr", "nl", "de"}


@pytest.fixture(scope="module")
def facts() -> Facts:
    data = {}
    for name, model in FILES.items():
        data[name], _, problems = load_yaml(model, (SOURCE / f"{name}.yml").read_text(encoding="utf-8"), f"{name}.yml")
        assert problems == ()
    return Facts.model_validate(data)


def _texts(node: object) -> Iterator[dict[str, str]]:
    if isinstance(node, dict):
        if "en" in node:
            yield node
        for child in node.values():
            yield from _texts(child)


def test_every_text_is_in_every_language(facts: Facts) -> None:
    found = list(_texts(facts.model_dump(mode="json")))
    assert len(found) > 100
    assert [texts for texts in found if texts.keys() != LANGUAGES] == []


def test_references_lead_somewhere(facts: Facts) -> None:
    assert dangling(facts) == ()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("organisation.controller", "Qualifio SA"),
        ("organisation.controller.number", Identifier(text="BE 0822.741.924")),
        ("organisation.authority.phone", Phone(number="+3222744800")),
        ("organisation.authority.fax", Phone(number="+3222744835")),
        ("organisation.authority.website", Url(address="https://www.autoriteprotectiondonnees.be")),
        ("retention.contract", Duration(years=10)),
        ("retention.prospects", Duration(years=3)),
        ("rights.exercise.reply", Duration(months=1)),
        ("rights.exercise.extended", Duration(months=2)),
        ("terms.children", 13),
        ("terms.settlement", Duration(months=1)),
        ("terms.acts.gdpr.date", date(2016, 4, 27)),
        ("terms.acts.privacy-law.date", date(2018, 7, 30)),
    ],
)
def test_a_fact_is_as_the_policy_states_it(facts: Facts, path: str, value: object) -> None:
    fact = fact_at(facts, path)
    assert fact is not None
    assert fact.value == value


@pytest.mark.parametrize("path", ["organisation.controller.email", "organisation.authority.email"])
def test_an_address_that_cannot_be_read_is_unknown(facts: Facts, path: str) -> None:
    fact = fact_at(facts, path)
    assert fact is not None
    assert isinstance(fact.value, Unknown)
    assert path in {unknown.path for unknown in unknown_facts(facts)}


def test_every_purpose_stands_under_its_legal_basis(facts: Facts) -> None:
    counted = dict.fromkeys(LegalBasis, 0)
    for _, purpose in facts.purposes.items():
        for basis in listed(purpose.legal_basis):
            counted[LegalBasis(basis)] += 1
    assert {basis.value: count for basis, count in counted.items() if count} == {
        "GDPR-6-1-c": 1,
        "GDPR-6-1-b": 4,
        "GDPR-6-1-f": 8,
        "GDPR-6-1-a": 2,
    }


def test_no_cookie_is_said_to_be_verified(facts: Facts) -> None:
    cookies = dict(facts.cookies.items())
    assert {told(cookie.type) for cookie in cookies.values()} == {"pixel", "other"}
    assert all(cookie.verified is None for cookie in cookies.values())
    consent = {facts.cookie_categories.consent_required(told(cookie.category)) for cookie in cookies.values()}
    assert consent == {None}, "the text does not say whether consent is asked for them"


def test_names_of_facts_take_the_words_of_each_text(facts: Facts) -> None:
    """Whoever reads a page made of facts finds the words of the policy there. A label may bend a word that the text has
    in another form, so two in a hundred of the long words may be missing."""
    for language in sorted(LANGUAGES):
        text = " ".join(path.read_text("utf-8") for path in sorted((POLICY / language).glob("*.md"))).casefold()
        words = [word for label in _labels(facts.model_dump(mode="json"), language) for word in _long(label)]
        strange = [word for word in words if word not in text]
        assert len(words) > 150, language
        assert len(strange) < len(words) / 50, f"{language}: {strange}"


def _labels(node: object, language: str) -> Iterator[str]:
    for path, texts in _named(node):
        if path not in ("unknown", "description", "opt_out", "when", "how", "criteria", "identification"):
            yield texts[language]


def _named(node: object, name: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    if isinstance(node, dict) and "en" in node:
        yield name, node
    elif isinstance(node, dict):
        for key, child in node.items():
            yield from _named(child, name if key in ("value",) else key)


def _long(label: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", label.casefold()) if len(word) > 4]
