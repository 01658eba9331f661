"""Whether words say that something costs nothing."""

from __future__ import annotations

import re

from inforce.rules.readings.plain import plain

_FREE = {
    "en": r"(?<!not )\bfree(?: of (?:any )?(?:charge|cost))?\b(?!-| (?:to|from|will)\b)"
    r"|\b(?:no|without(?: any| a)?|zero) (?:extra |additional )?(?:charges?|costs?|fees?)\b|\bgratis\b",
    "fr": r"(?<!pas )(?<!non )\bgratuit(?:e?s?|ement)\b|\bsans (?:aucuns? )?(?:frais|coûts?)\b|\bsans contrepartie\b",
    "nl": r"(?<!niet )\b(?:gratis|kosteloo?s|kosteloze)\b|\b(?:zonder|geen) (?:extra )?kosten\b",
    "de": r"(?<!nicht )\b(?:kostenlos|kostenfrei|unentgeltlich|gebührenfrei|gratis)(?:e[nmrs]?)?\b"
    r"|\b(?:ohne|keine) (?:kosten|gebühr(?:en)?|entgelt)\b",
    "ar": r"(?<!غير )\bمجان(?:ي|ية|ا|ًا|اً)|(?:دون|بلا|بدون) (?:أي )?(?:مقابل|رسوم|رسم|تكلفة)",
    "ja": r"無料|無償|(?:費用|料金|手数料)は(?:かかりません|不要|いただきません)",
}
"""In words as `plain` leaves them."""


def says_free(words: str, language: str) -> bool:
    """Whether words say so; never in a language that can't be read."""
    pattern = _FREE.get(language.partition("-")[0])
    return pattern is not None and re.search(pattern, plain(words)) is not None
