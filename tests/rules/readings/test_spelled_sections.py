"""Numbers of sections in words, and what is none."""

from __future__ import annotations

import pytest
from inforce.rules.readings.section_numbers import sections_said


@pytest.mark.parametrize(
    ("language", "words", "numbers"),
    [
        ("en", "As the ninth section says, we keep it longer.", "9"),
        ("en", "Section nine and section twenty-one.", "9 21"),
        ("en", "The twenty\nfirst section says so.", "21"),
        ("en", "Sections two, three and four change.", "2 3 4"),
        ("en-GB", "The twenty-first clause is new.", "21"),
        ("fr", "La neuvième section; la section neuf; la seconde section; le chapitre vingt et un.", "9 9 2 21"),
        ("nl", "De negende afdeling en hoofdstuk eenentwintig.", "9 21"),
        ("de", "Im zwölften Abschnitt, der neunte Abschnitt, in Abschnitt neun.", "12 9 9"),
        ("de", "Die Abschnitte zwei und drei.", "2 3"),
        ("ar", "ينص القسم التاسع على ذلك، وفي القسم الثالث والقسم الثاني عشر والقسم الحادي والعشرين.", "9 3 12 21"),
        ("ja", "第九節に裁判所を、第十二章に期間を記載しました。", "9 12"),
        ("en", "The third section of the Act, the second section of chapter 4.", ""),
        ("en", "The first section; the second point; a section one reads; ninety sections; each section.", ""),
        ("fr", "Une section neuve; la section a deux parties; le deuxième alinéa; un point neuf.", ""),
        ("nl", "De sectie een beetje korter; tien afdelingen; punt negen.", ""),
        ("de", "Der Abschnitt ein wenig kürzer; zwei Abschnitte; Punkt neun Uhr; der zweite Absatz.", ""),
        ("ar", "أضيف قسم واحد، وأضيف القسم الجديد.", ""),
        ("ja", "九つの節があります。法律第九条に従います。", ""),
        ("es", "La novena sección.", ""),
    ],
)
def test_numbers_of_sections_in_words(language: str, words: str, numbers: str) -> None:
    assert [number for number, _ in sections_said(words, language)] == numbers.split()
