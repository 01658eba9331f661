"""Which names read as a policy's title."""

from __future__ import annotations

import pytest
from inforce.rules.policy_names import as_it_looks, is_like_name_of, is_name_of, own_pages
from inforce.site.resources import catalogs

TITLES = ("Privacy Policy", "Politique de confidentialit\u00e9", "Datenschutzerkl\u00e4rung", "Lending Terms",
          "\u30d7\u30e9\u30a4\u30d0\u30b7\u30fc\u30dd\u30ea\u30b7\u30fc")  # fmt: skip
OWNERS = ("Qualifio SA", "Marram Seeds")


@pytest.mark.parametrize(
    "name",
    [
        "Privacy Policy", "PRIVACY  policy.", "Privacy policy of Qualifio", "The privacy policy of Qualifio SA",
        "Our Privacy Policy (2026)", "Privacy Policy \u2013 version 3", "Qualifio\u2019s Privacy Policy",
        "Privacy Policy | Qualifio", "La politique de confidentialit\u00e9 de Qualifio", "politique-de-confidentialite",
        "Politique de la confidentialit\u00e9", "Notre politique de confidentialit\u00e9",
        "Confidentialit\u00e9 : politique",
        "datenschutzerklaerung", "Datenschutzerklarung", "Die Datenschutzerkl\u00e4rung der Qualifio", "privacypolicy",
        "Terms for lending at Marram Seeds", "\u30d7\u30e9\u30a4\u30d0\u30b7\u30fc\u30dd\u30ea\u30b7\u30fc",
        "\uff30rivacy Policy", "Privacy policy, v2",
    ],
)  # fmt: skip
def test_what_reads_so(name: str) -> None:
    assert is_name_of(name, TITLES, OWNERS)


@pytest.mark.parametrize(
    "name",
    [
        "", "The", "2026", "Qualifio", "Of Qualifio SA", "Privacy", "Policy", "Privacy policy: how to edit it",
        "Writing the privacy policy", "Privacy policies", "Lending", "Our terms", "Privacy policy in the handbook",
        "Translating the Datenschutzerkl\u00e4rung", "Editing", "Confidentialit\u00e9",
    ],
)  # fmt: skip
def test_what_does_not(name: str) -> None:
    assert not is_name_of(name, TITLES, OWNERS)


ARABIC = "سياسة الخصوصية"


@pytest.mark.parametrize(
    "name",
    [
        "Qualifio Privacy Notice, in force", "Our privacy statement", "Avis de confidentialité", "Datenschutzhinweise",
        "Datenschutz-Hinweise von Qualifio", "Déclaration de confidentialité", "إشعار الخصوصية", "プライバシー通知",
    ],
)  # fmt: skip
def test_what_nearly_reads_so(name: str) -> None:
    assert is_like_name_of(name, (*TITLES, ARABIC), OWNERS)


@pytest.mark.parametrize(
    "name",
    [
        "Notice", "Statements", "Writing the privacy notice", "Notice periods", "Privacy", "Statement of accounts",
        "Richtlinien", "Confidentialité", "通知", "Hinweise zum Datenschutzrecht", "How a notice is made", "بيان",
    ],
)  # fmt: skip
def test_what_does_not_nearly(name: str) -> None:
    assert not is_like_name_of(name, (*TITLES, ARABIC, "Policy"), OWNERS)


def test_whose_it_is_has_to_be_known() -> None:
    assert not is_name_of("Privacy policy of Qualifio", TITLES)


def test_how_a_name_looks() -> None:
    assert as_it_looks("priv\u0430cy") == "privacy"
    assert as_it_looks("\u00ean\u8aac") == "\u00ean\u8aac"


def test_its_own_pages_are_called_as_the_catalogues_say() -> None:
    said = {each.translations.gettext(name) for each in catalogs().values() for name in ("Cookies", "Contact")}
    assert said == own_pages()


@pytest.mark.parametrize("name", ["Our Privacy Policy (in force)", "Politique de confidentialit\u00e9 en vigueur"])
def test_that_it_holds_says_nothing(name: str) -> None:
    assert is_name_of(name, TITLES, OWNERS)
