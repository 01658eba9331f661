"""Which language sentences say prevails, in six languages."""

from __future__ import annotations

import pytest
from inforce.rules.readings.prevailing import prevailing_said


@pytest.mark.parametrize(
    ("language", "words", "prevails"),
    [
        ("en", "If the texts differ, the French text prevails.", "fr"),
        ("en", "The Spanish version is authoritative.", "es"),
        (
            "en",
            "In case of conflict between the English and the French version, the French version shall prevail.",
            "fr",
        ),
        ("fr", "En cas de divergence, la version française fait foi.", "fr"),
        ("fr", "La version néerlandaise prévaut sur la version anglaise.", "nl"),
        ("nl", "Bij verschillen tussen de Engelse en de Nederlandse tekst prevaleert de Nederlandse.", "nl"),
        ("nl", "De Duitse tekst is doorslaggevend.", "de"),
        ("de", "Maßgeblich ist die deutsche Fassung.", "de"),
        ("de", "Bei Widersprüchen geht die französische Fassung vor.", "fr"),
        ("ar", "في حال الاختلاف تسود النسخة الفرنسية.", "fr"),
        ("ja", "日本語版が優先します。", "ja"),
        ("ja", "相違がある場合は、フランス語版を正とします。", "fr"),
        ("en", "If the texts differ, the English text prevails over the French one.", "en"),
        ("en", "The French text is a courtesy; the English one prevails.", "en"),
        ("en", "The law of the French courts prevails.", ""),
        ("en", "Your wishes prevail. We also answer in French.", ""),
        (
            "fr",
            "En cas de divergence entre la version française et la version anglaise, la version anglaise prévaut.",
            "en",
        ),
        ("fr", "La version anglaise fait foi.", "en"),
        ("nl", "Bij verschillen tussen de Engelse en de Franse versie prevaleert de Engelse.", "en"),
        ("nl", "De Engelse tekst gaat voor.", "en"),
        (
            "de",
            "Bei Abweichungen zwischen der deutschen und der englischen Fassung ist die englische Fassung maßgeblich.",
            "en",
        ),
        ("de", "Die englische Fassung hat Vorrang vor der deutschen.", "en"),
        ("ar", "تسود النسخة الإنجليزية على النسخة العربية.", ""),
        ("ja", "日本語版は参考訳であり、英語版が優先します。", "en"),
        ("en", "The French text does not prevail.", ""),
        ("es", "El texto francés prevalece.", ""),
    ],
)
def test_the_language_that_prevails(language: str, words: str, prevails: str) -> None:
    assert " ".join(code for code, _ in prevailing_said(words, language)) == prevails
