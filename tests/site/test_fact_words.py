"""What fields, entries and codes of the facts are called. That none is forgotten: `test_every_fact.py`."""

from __future__ import annotations

from enum import StrEnum

import pytest
from inforce.model.cookies import COMMON_CATEGORIES, CookieType, LifetimeKind, Match, Party
from inforce.model.data import Role
from inforce.model.fact_table import TABLE
from inforce.model.facts import Facts
from inforce.model.records import LegalBasis, RecipientRole, Safeguard
from inforce.site.fact_words import (
    category_words,
    code_words,
    field_words,
    heading,
    legal_basis,
    lifetime_words,
)
from inforce.site.resources import catalogs
from inforce.site.translator import words_for

LANGUAGES = tuple(catalogs())
WORDS = {language: words_for(language, catalogs()) for language in LANGUAGES}


@pytest.mark.parametrize(
    ("code", "english", "french"),
    [
        (LegalBasis.CONSENT, "consent", "consentement"),
        (Safeguard.STANDARD_CLAUSES, "standard contractual clauses", "clauses contractuelles types"),
        (RecipientRole.PROCESSOR, "processor", "sous-traitant"),
        (Role.CONTROLLER, "controller", "responsable du traitement"),
        (Match.PREFIX, "the beginning of the name", "début du nom"),
        (CookieType.PIXEL, "tracking pixel", "pixel de suivi"),
        (Party.FIRST, "this site", "ce site"),
        (LifetimeKind.SESSION, "until the session ends", "jusqu’à la fin de la session"),
    ],
)
def test_a_code_is_told_in_the_words_of_the_page(code: StrEnum, english: str, french: str) -> None:
    assert [code_words(code, WORDS[language]) for language in ("en", "fr")] == [english, french]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_ends_a_session_is_told_of_each_type(language: str) -> None:
    said = {each: lifetime_words(LifetimeKind.SESSION, each, WORDS[language]) for each in CookieType}
    assert len({said[CookieType.COOKIE], said[CookieType.SESSION_STORAGE], said[CookieType.OTHER]}) == 3
    others = set(CookieType) - {CookieType.COOKIE, CookieType.SESSION_STORAGE}
    assert {said[each] for each in others} == {code_words(LifetimeKind.SESSION, WORDS[language])}


@pytest.mark.parametrize("language", sorted({*LANGUAGES} - {"en", "fr", "nl"}))
def test_fields_and_entries_are_called_in_the_language_of_the_page(language: str) -> None:
    """A few words are the same in two languages (“Name” in German); most are not."""
    paths = [tuple(row.path.split(".")) for row in TABLE if row.label]
    called = {(field_words(path, WORDS[language]), field_words(path, WORDS["en"])) for path in paths}
    assert len(called) > 40
    same = [one for one, other in called if one == other]
    assert len(same) <= len(called) // 8, same


def test_a_heading_begins_with_a_capital() -> None:
    path = ("organisation", "dpo", "email")
    assert [heading(path, WORDS[language]) for language in ("en", "fr", "ja")] == ["E-mail", "E-mail", "メール"]
    assert heading(("organisation", "nothing", "such"), WORDS["en"]) == ""


def test_the_legal_bases_are_told_apart_and_an_own_one_goes_by_its_code() -> None:
    for words in WORDS.values():
        assert len({legal_basis(basis, words) for basis in LegalBasis}) == len(LegalBasis)
    assert legal_basis("x-will-of-the-heirs", WORDS["fr"]) == "will of the heirs"


def test_categories_of_cookies_have_words_and_own_ones_their_label() -> None:
    assert not any(category_words(name, Facts(), WORDS["ja"]).isascii() for name in COMMON_CATEGORIES)
    own = Facts.model_validate({"cookie_categories": {"x-fun": {"label": {"en": "Fun", "ja": "娯楽"}}}})
    assert category_words("x-fun", own, WORDS["ja"]) == "娯楽"
    assert category_words("x-fun", Facts(), WORDS["ja"]) == "fun"
