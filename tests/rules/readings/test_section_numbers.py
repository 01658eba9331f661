"""Numbers of sections in words: as each language calls them, and not the articles of laws."""

from __future__ import annotations

import pytest
from inforce.rules.readings.section_numbers import articles_said, sections_said


@pytest.mark.parametrize(
    ("language", "words", "numbers"),
    [
        ("en", "Sections 1, 6.1, 6.2, 6.5 and 11) are clearer; section 14.", "1 6.1 6.2 6.5 11 14"),
        ("en", "In section 5, 3 years are enough.", "5"),
        ("en", "Sections 3 to 5 moved.", "3 4 5"),
        ("en", "Article 13 is shorter.", "13"),
        ("en-GB", "Section ４.", "4"),
        ("fr", "La section 12 l’indique, comme les sections 1 et 6.", "12 1 6"),
        ("fr", "Au point 2.1, un mot.", "2.1"),
        ("nl", "Punt 12 vermeldt het, net als de punten 1 en 6.", "12 1 6"),
        ("nl", "Hoofdstuk 3 en afdeling 4.", "3 4"),
        ("de", "Abschnitt 12 nennt ihn, wie die Abschnitte 1 und 6.", "12 1 6"),
        ("de", "Ziffer 2.1 ist ergänzt.", "2.1"),
        ("de", "In Ziffer 3 und 4 stand es anders.", "3 4"),
        ("ja", "第4節と第 11 条を明確にしました。第2版です。", "4 11"),
        ("ar", "يوضح القسم 4 ذلك، ويبين القسم ١١ متى. كالأقسام 1 و6.", "4 11 1 6"),
        ("en", "Article 13 GDPR, Article 12(3) of the GDPR, section 5 of the Data Protection Act.", ""),
        ("fr", "L’article 5, paragraphe 3, du RGPD; l’article 6 de la loi.", ""),
        ("de", "Artikel 6 Absatz 1 DSGVO.", ""),
        ("nl", "Artikel 13, punt 2, AVG.", ""),
        ("ja", "GDPR第13条に基づきます。", ""),
        ("ar", "المادة 13 من اللائحة.", ""),
        ("en", "Section 4 explains the GDPR.", "4"),
        ("es", "La sección 4.", ""),
    ],
)
def test_numbers_of_sections(language: str, words: str, numbers: str) -> None:
    assert [number for number, _ in sections_said(words, language)] == numbers.split()


@pytest.mark.parametrize(
    ("language", "words", "numbers"),
    [
        ("en", "Articles 13 and 14 GDPR, Art. 6(1)(f), section 5", ["13", "14", "6"]),
        ("fr", "l’article 6, paragraphe 1, point f), du RGPD", ["6"]),
        ("de", "§ 5 TMG, Artikel 6 DSGVO", ["6"]),
        ("ja", "GDPR第17条と第4節", ["17"]),
        ("ar", "المادة 17 من اللائحة", ["17"]),
        ("xx", "Article 17", []),
    ],
)
def test_articles_of_laws_too(language: str, words: str, numbers: list[str]) -> None:
    assert [number for number, _ in articles_said(words, language)] == numbers
