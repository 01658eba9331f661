"""The texts of a fact, language by language: the same amounts."""

from __future__ import annotations

import pytest
from inforce.model.facts import Facts
from inforce.problems import Location, Severity
from inforce.rules.fact_texts import check_fact_texts, check_one_text


def place(path: tuple[str | int, ...]) -> Location:
    return Location(file="/".join(map(str, path)), line=1)


def told(fee: dict[str, str]) -> list[str]:
    facts = Facts.model_validate({"rights": {"exercise": {"fee": fee}}})
    return [str(one.location.file) for one in check_fact_texts(facts, place) if one.code == "F115"]


@pytest.mark.parametrize(
    ("texts", "languages"),
    [
        ({"en": "Free of charge.", "fr": "Gratuitement."}, []),
        ({"en": "Within one month.", "fr": "Dans un délai de 1 mois.", "de": "Innerhalb eines Monats."}, []),
        ({"en": "Free of charge.", "fr": "Contre paiement de 25 EUR."}, ["fr"]),
        ({"en": "At any time.", "fr": "Dans les 3 jours.", "nl": "Op elk moment."}, ["fr"]),
        ({"en": "Within 3 days.", "fr": "À tout moment."}, ["fr"]),
        ({"en": "For 5%.", "fr": "Pour 6 %."}, ["fr"]),
        ({"en": "About someone else.", "fr": "Sur une autre personne."}, []),
        ({"en": "Free.", "fr": "Pour cinq euros."}, ["fr"]),
        ({"es": "3 días", "en": "Within 4 days."}, []),
    ],
)
def test_texts_state_the_same_amounts(texts: dict[str, str], languages: list[str]) -> None:
    assert told(texts) == [f"rights/exercise/fee/{language}" for language in languages]


def test_a_text_in_another_of_its_languages_is_told() -> None:
    texts = {"en": "You may ask us for it.", "fr": "You may ask us for it with a letter.", "de": "Ein Brief reicht."}
    facts = Facts.model_validate({"rights": {"exercise": {"fee": texts}}})
    assert [(one.code, one.location.file) for one in check_fact_texts(facts, place)] == [
        ("T109", "rights/exercise/fee/fr")
    ]


@pytest.mark.parametrize(
    ("purpose", "told_of"),
    [
        ({"label": "Payroll office"}, ["purposes/a/label"]),
        ({"label": {"unknown": "Nobody knows."}}, []),
        ({"label": {"en": "Payroll office"}}, []),
        ({"label": {"en": "Payroll office", "fr": "Secrétariat social"}}, []),
    ],
)
def test_words_that_stand_once_for_all_languages(purpose: dict[str, object], told_of: list[str]) -> None:
    facts = Facts.model_validate({
        "purposes": {"a": {"legal_basis": "GDPR-6-1-b", **purpose}},
        "recipients": {"b": {"name": "Partner, Inc.", "role": "processor"}},
    })  # fmt: skip
    found = list(check_one_text(facts, place, languages=("en", "fr", "pt-BR")))
    assert [one.location.file for one in found] == told_of
    assert all((one.code, one.severity) == ("F116", Severity.HINT) for one in found)
    assert all('{en: "…", fr: …, pt-BR: …}' in one.remedy for one in found)
    assert list(check_one_text(facts, place, languages=("en",))) == []


@pytest.mark.parametrize(
    ("text", "is_markup"),
    [
        ("Free of **charge**.", True),
        ("By [e-mail](mailto:a@b.example).", True),
        ("By letter &amp; e-mail.", True),
        ("10. November", True),
        ("Q&A; R&D", False),
        ("2 * 3 and snake_case", False),
        ("[our office]", False),
    ],
)
def test_texts_hold_no_markup(text: str, is_markup: bool) -> None:
    facts = Facts.model_validate({"rights": {"exercise": {"fee": {"en": text}}}})
    found = [(one.code, one.location.file) for one in check_fact_texts(facts, place)]
    assert found == ([("F126", "rights/exercise/fee/en")] if is_markup else [])


def test_a_label_for_all_languages_holds_none_either_and_a_name_may() -> None:
    facts = Facts.model_validate({
        "purposes": {"a": {"legal_basis": "GDPR-6-1-b", "label": "_Payroll_"}},
        "cookies": {"b": {"name": "_x_", "label": {"en": "Basket"}}},
    })  # fmt: skip
    found = [(one.code, one.location.file) for one in check_fact_texts(facts, place)]
    assert found == [("F126", "purposes/a/label")]
