"""Days from which texts say that they hold, and days that are of something else."""

from __future__ import annotations

import pytest
from inforce.rules.readings.own_day import own_day_said


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "These terms take effect on 1 March 2027."),
        ("en", "This policy applies from March 1, 2027."),
        ("en", "Effective date: 1 March 2027"),
        ("en", "This version is effective as of 2027-03-01."),
        ("fr", "La présente politique entre en vigueur le 1er mars 2027."),
        ("fr", "Les présentes conditions s’appliquent à partir du 1er mars 2027."),
        ("nl", "Deze voorwaarden gelden vanaf 1 maart 2027."),
        ("nl", "Dit beleid treedt in werking op 1 maart 2027."),
        ("de", "Diese Erklärung gilt ab dem 1. März 2027."),
        ("de", "Gültig ab 1. März 2027"),
        ("ar", "تسري هذه السياسة ابتداءً من 1 مارس 2027."),
        ("ja", "このポリシーは2027年3月1日から適用されます。"),
        ("ja", "発効日：2027年3月1日"),
        ("en", "Last updated on 3 March 2024."),
        ("en", "This policy was last changed on 3 March 2024."),
        ("fr", "Dernière mise à jour : le 3 mars 2024"),
        ("nl", "Laatst bijgewerkt op 3 maart 2024"),
        ("de", "Stand: 3. März 2024"),
        ("de", "Zuletzt aktualisiert am 3. März 2024"),
        ("ar", "آخر تحديث في 3 مارس 2024"),
        ("ja", "最終更新日：2024年3月3日"),
    ],
)
def test_the_day_of_the_text_itself(language: str, words: str) -> None:
    assert len([*own_day_said(words, language)]) == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "This Policy was created and brought into force on November 10, 2020."),
        ("en", "The GDPR applies from 25 May 2018."),
        ("en", "The Act was last changed on 3 March 2024."),
        ("en", "We last changed our host on 3 March 2024."),
        ("en", "This law takes effect on 1 March 2027."),
        ("en", "This policy follows the Act, which took effect on 1 March 2024."),
        ("en", "Prices apply from 1 March 2027."),
        ("en", "This version applies from \ufffc."),
        ("en", "This policy applies to data collected since 1 March 2020."),
        ("fr", "La présente politique est entrée en vigueur le 10 novembre 2020."),
        ("fr", "Le règlement s’applique à partir du 25 mai 2018."),
        ("nl", "De vorige versie gold tot 1 maart 2020."),
        ("nl", "Deze versie geldt vanaf \ufffc."),
        ("de", "Diese Erklärung ersetzt die Fassung vom 1. März 2020."),
        ("de", "Die DSGVO gilt ab dem 25. Mai 2018."),
        ("ar", "يسري القانون ابتداءً من 1 مارس 2024."),
        ("ja", "改正法は2024年3月1日から適用されます。"),
        ("es", "Esta política se aplica a partir del 1 de marzo de 2027."),
    ],
)
def test_a_day_of_something_else(language: str, words: str) -> None:
    assert [*own_day_said(words, language)] == []
