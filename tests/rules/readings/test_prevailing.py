"""Which language sentences say prevails, and in which they say that a text stands, in six languages."""

from __future__ import annotations

import pytest
from inforce.rules.readings.prevailing import languages_said, prevailing_said


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
        ("ar", "تسود النسخة الإنجليزية على النسخة العربية.", "en"),
        ("ja", "日本語版は参考訳であり、英語版が優先します。", "en"),
        ("en", "The French text does not prevail.", ""),
        ("es", "El texto francés prevalece.", ""),
    ],
)
def test_the_language_that_prevails(language: str, words: str, prevails: str) -> None:
    assert " ".join(code for code, _ in prevailing_said(words, language)) == prevails


@pytest.mark.parametrize(
    ("language", "words", "others"),
    [
        ("en", "This policy is available in English, French and Spanish.", "es"),
        ("en", "You can read these terms in English and Dutch.", "nl"),
        ("en", "We publish this notice in English, in French and in German.", "de"),
        ("fr", "La présente politique est disponible en français, en anglais et en néerlandais.", "nl"),
        ("fr", "Nous publions cette charte en allemand.", "de"),
        ("nl", "Dit beleid is beschikbaar in het Engels, het Frans en het Duits.", "de"),
        ("nl", "U kunt deze verklaring in het Spaans lezen.", "es"),
        ("de", "Diese Erklärung ist auf Englisch, Französisch und Italienisch verfügbar.", "it"),
        ("de", "Wir veröffentlichen diese Bedingungen auch in spanischer Sprache.", "es"),
        ("ar", "تتوفر هذه السياسة باللغات الإنجليزية والفرنسية والإسبانية.", "es"),
        ("ja", "このポリシーは英語、フランス語、ドイツ語で公開しています。", "de"),
        ("ja", "本規約はスペイン語でもご覧いただけます。", "es"),
        ("en", "This policy is available in English and French.", ""),
        ("en", "Our services are available in Spanish.", ""),
        ("en", "This policy explains how we answer letters in Dutch.", ""),
        ("en", "This policy is available in print. We answer in German.", ""),
        ("en", "This policy is not available in Spanish.", ""),
        ("en", "You can read this policy and write to us in German.", ""),
        ("en", "The French authority publishes its policy in French.", ""),
        ("fr", "La présente politique est disponible en anglais et en français.", ""),
        ("fr", "Cette politique s’applique en Espagne.", ""),
        ("nl", "Dit beleid is beschikbaar in het Engels en het Frans.", ""),
        ("nl", "Wij antwoorden in het Duits op vragen over dit beleid.", ""),
        ("de", "Diese Erklärung ist auf Englisch und Französisch verfügbar.", ""),
        ("de", "Wir beantworten Fragen zu dieser Erklärung auf Italienisch.", ""),
        ("ar", "تتوفر هذه السياسة باللغتين الإنجليزية والفرنسية.", ""),
        ("ja", "このポリシーは英語とフランス語で公開しています。", ""),
        ("ja", "このポリシーについてのお問い合わせにはドイツ語で回答します。", ""),
    ],
)
def test_the_languages_that_a_text_stands_in_beside_english_and_french(language: str, words: str, others: str) -> None:
    assert " ".join(code for code, _ in languages_said(words, language) if code not in ("en", "fr")) == others
