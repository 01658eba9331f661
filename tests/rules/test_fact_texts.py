"""The texts of a fact, language by language: the same amounts."""

from __future__ import annotations

import pytest
from inforce.model.facts import Facts
from inforce.problems import Location
from inforce.rules.fact_texts import check_fact_texts


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
