"""Words that say that something costs nothing, and others."""

from __future__ import annotations

import pytest
from inforce.rules.readings.free import says_free


@pytest.mark.parametrize(
    ("language", "words", "free"),
    [
        *(("en", words, True) for words in ("free of charge", "Free", "at no cost", "without charge", "no fee")),
        *(("fr", words, True) for words in ("gratuit", "gratuites", "Gratuitement", "sans frais")),
        *(("nl", words, True) for words in ("gratis", "kosteloos", "zonder kosten")),
        *(("de", words, True) for words in ("kostenlos", "unentgeltliche", "ohne Gebühren")),
        *(("ar", words, True) for words in ("مجاني", "مجانًا", "من دون مقابل")),
        *(("ja", words, True) for words in ("無料", "費用はかかりません")),
        ("en", "not free of charge", False),
        ("en", "you are free to ask", False),
        ("en", "a reasonable fee", False),
        ("fr", "contre paiement", False),
        ("de", "nicht kostenlos", False),
        ("nl", "25 euro", False),
        ("it", "gratuito", False),
    ],
)
def test_free(language: str, words: str, free: bool) -> None:
    assert says_free(words, language) is free
