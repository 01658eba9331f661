"""Accepted wordings in the facts: an error, at its line, where one reads otherwise and has no reason."""

from __future__ import annotations

from typing import Any

import pytest
from inforce.model.facts import Facts
from inforce.model.records import Retentions
from inforce.problems import Location, Severity
from inforce.rules.accepted import check_accepted_wordings


def place(path: tuple[str | int, ...]) -> Location:
    return Location(file="/".join(map(str, path)), line=1)


def kept(keep: Any) -> Retentions:
    return Retentions.model_validate({"a": {"keep": keep}})


def test_an_accepted_wording_that_reads_otherwise_is_an_error_at_its_line() -> None:
    def codes(meant: Any) -> list[tuple[str, str]]:
        facts = Facts(retention=kept({"value": "2 weeks", "accept": {"fr": {"quinze jours": meant}}}))
        return [(one.code, one.location.file) for one in check_accepted_wordings(facts, place)]

    assert codes("2 weeks") == [("F114", "retention/a/keep/accept/fr/quinze jours")]
    assert codes({"value": "2 weeks", "because": "the usual way to say it"}) == []
    assert codes({"value": "2 weeks", "because": "."}) == codes("2 weeks") != [], "no reason in words"


@pytest.mark.parametrize(
    ("keep", "language", "wording", "told"),
    [
        ("10 years", "en", "a few days", True),
        ("10 years", "en", "some weeks", True),
        ("10 years", "fr", "quelques jours", True),
        ("10 years", "de", "einige Tage", True),
        ("10 years", "nl", "enkele dagen", True),
        ("10 years", "ja", "数日", True),
        ("10 years", "ar", "بضعة أيام", True),
        ("10 years", "en", "a decade of years", False),
        ("12 months", "en", "a full year", False),
        ("7 days", "en", "the whole week", False),
    ],
)
def test_another_unit_needs_a_reason(keep: str, language: str, wording: str, told: bool) -> None:
    def codes(meant: Any) -> list[str]:
        facts = Facts(retention=kept({"value": keep, "accept": {language: {wording: meant}}}))
        return [one.code for one in check_accepted_wordings(facts, place)]

    assert codes(keep) == (["F114"] if told else [])
    assert codes({"value": keep, "because": "the usual way to say it"}) == []


@pytest.mark.parametrize(("languages", "told"), [(("en", "fr"), True), (("en", "de"), False), (("de-BE",), False)])
def test_a_language_that_the_site_does_not_have(languages: tuple[str, ...], told: bool) -> None:
    facts = Facts(retention=kept({"value": "10 years", "accept": {"de": {"Zehnjahresfrist": "10 years"}}}))
    found = list(check_accepted_wordings(facts, place, languages=languages))
    assert [(one.code, one.severity) for one in found] == ([("F114", Severity.HINT)] if told else [])


@pytest.mark.parametrize(
    ("keep", "language", "wording", "told"),
    [
        ("10 years", "en", "twelve years", True),
        ("10 years", "fr", "douze ans", True),
        ("1 week", "fr", "huit jours", False),
        ("1 week", "de", "acht Tage", False),
        ("10 years", "en", "for long", False),
        ("90 days", "en", "three months", False),
        ("180 days", "fr", "six mois", False),
    ],
)
def test_another_amount_is_wrong_whatever_the_reason(keep: str, language: str, wording: str, told: bool) -> None:
    accept = {language: {wording: {"value": keep, "because": "the usual way"}}}
    found = list(check_accepted_wordings(Facts(retention=kept({"value": keep, "accept": accept})), place))
    assert [(one.code, one.severity) for one in found] == ([("F114", Severity.ERROR)] if told else [])
    assert all("usual" in one.message for one in found)


@pytest.mark.parametrize(
    ("reason", "codes"),
    [({"en": "Nobody has told us."}, []), ({"en": "."}, ["F106"]), ({"en": "Nobody knows.", "fr": "-"}, ["F106"])],
)
def test_what_is_unknown_has_a_reason_in_words(reason: dict[str, str], codes: list[str]) -> None:
    facts = Facts.model_validate({"organisation": {"controller": {"name": "A", "email": {"unknown": reason}}}})
    found = [*check_accepted_wordings(facts, lambda path: Location(file="/".join(map(str, path))))]
    assert [one.code for one in found] == codes
    assert all(one.severity is Severity.ERROR for one in found)


ADDRESS = {
    "street": "Gorse Lane",
    "number": "12",
    "postal_code": "X99 MRM1",
    "locality": "Ballymarram",
    "country": "IE",
}


def sources(kind: str, leaf: Any) -> dict[str, Any]:
    return {
        "cookie": {"cookies": {"a": {"name": leaf, "type": "cookie"}}},
        "recipient": {"recipients": {"a": {"name": leaf}, "b": {"name": "Blue Heron Post"}}},
        "act": {"terms": {"acts": {"gdpr": {"name": "GDPR", "number": leaf}}}},
    }.get(kind, {"organisation": {"controller": {"name": "Q", kind: leaf}}})


@pytest.mark.parametrize(
    ("kind", "value", "wording", "told"),
    [
        ("email", "dpo@a.example", "dpo@b.example", True),
        ("email", "dpo@a.example", "schrijf naar x@a.example", True),
        ("email", "dpo@a.example", "our letter box", False),
        ("phone", "+353209123456", "+353 20 999 9999", True),
        ("phone", "+353209123456", "020 999 9999", True),
        ("phone", "+353209123456", "+٣٥٣ ٢٠ ٩٩٩ ٩٩٩٩", True),
        ("phone", "+353209123456", "ext. 5", False),
        ("website", "https://a.example/en/contact", "www.b.example", True),
        ("website", "https://a.example/en/contact", "a.example/en/shop", True),
        ("website", "https://a.example/en/contact", "a.example", False),
        ("number", "IE 7654321", "IE 9999999", True),
        ("number", "IE 7654321", "7654321", False),
        ("number", "IE 7654321", "our number", False),
        ("address", ADDRESS, "13 Gorse Lane, Ballymarram X99 MRM1", True),
        ("address", ADDRESS, "Unit 4, Gorse Lane 12, Ballymarram X99 MRM1", False),
        ("address", ADDRESS, "the library in Ballymarram", False),
        ("cookie", "_ms_visit_", "_ga_", True),
        ("cookie", "_ms_visit_", "_ms_visit_*", False),
        ("cookie", "_ms_visit_", "le cookie des visites", False),
        ("recipient", "Tidewire", "Blue Heron Post", True),
        ("recipient", "Tidewire", "our printers", False),
        ("recipient", "Blue Heron Ireland Limited", "Blue Heron Post", False),
        ("act", "2016/679", "2016/680", True),
        ("act", "2016/679", "32016R0679", False),
    ],
)
def test_another_value_of_the_kind_is_wrong_whatever_the_reason(
    kind: str, value: Any, wording: str, told: bool
) -> None:
    accept = {"en": {wording: {"value": value, "because": "the usual way to say it"}}}
    facts = Facts.model_validate(sources(kind, {"value": value, "accept": accept}))
    found = list(check_accepted_wordings(facts, place))
    assert [(one.code, one.severity) for one in found] == ([("F114", Severity.ERROR)] if told else [])
    assert all(one.remedy == "Correct or remove it." for one in found)


@pytest.mark.parametrize(
    ("language", "name", "wording", "told"),
    [
        ("fr", "Orla Fennimore", "Jean Dupont", True),
        ("en", "Orla Fennimore", "Орла Фенимор", True),
        ("ja", "オーラ・フェニモア", "ジャン・デュポン", True),
        ("ar", "أورلا فينيمور", "جان دوبون", True),
        ("en", "Tidewire SA", "Crow SA", True),
        ("nl", "Bank of the Sea", "Huis of Tuin", True),
        ("nl", "Q SA", "Q NV", False),
        ("en", "Marram Seed Library CLG", "Marram", False),
        ("de", "Saatgutbibliothek Marram", "die Bibliothek", False),
        ("ja", "情報権利庁", "権利庁", False),
        ("fr", "règlement général sur la protection des données", "RGPD", False),
        ("fr", "règlement général sur la protection des données", "règlement sur les données", False),
    ],
)
def test_a_name_that_has_nothing_of_the_name_needs_a_reason(language: str, name: str, wording: str, told: bool) -> None:
    def codes(meant: Any) -> list[str]:
        facts = Facts.model_validate(sources("name", {"value": name, "accept": {language: {wording: meant}}}))
        return [one.code for one in check_accepted_wordings(facts, place)]

    assert codes(name) == (["F114"] if told else [])
    assert codes({"value": name, "because": "the name before she married"}) == []
