"""A sentence of another language is told from one that only names something of it."""

from __future__ import annotations

import pytest
from inforce.rules.readings.foreign import foreign_sentences
from inforce.rules.readings.tables import TABLES

from tests.rules.readings.samples import SAMPLES

SENTENCES = {language: each.sentence for language, each in SAMPLES.items() if each.sentence}


@pytest.mark.parametrize("language", TABLES)
@pytest.mark.parametrize("other", SENTENCES)
def test_a_sentence_of_another_language(language: str, other: str) -> None:
    said = [(SENTENCES[other], other)] if other != language else []
    assert list(foreign_sentences(SENTENCES[other], language, tuple(SENTENCES))) == said
    with_own = f"{SENTENCES.get(language, '')} {SENTENCES[other]}".strip()
    assert list(foreign_sentences(with_own, language, tuple(SENTENCES))) == said


HONEST = [
    ("fr", "Northwind SA, 12 rue de la Croix de Fer, 1000 Bruxelles"),
    ("en", "12 rue de la croix de fer"),
    ("en", "Loi du 30 juillet 2018 relative à la protection des personnes physiques à l'égard des traitements"),
    ("fr", "Act on the Protection of Personal Information"),
    ("fr", "Regulation on the Protection of Natural Persons with Regard to the Processing of Their Data"),
    ("fr", "Le logiciel « Keep it to your own and be with us » est le nôtre."),
    ("fr", "Out of the box, cookies, analytics"),
    ("ja", "「Terms of use and the rights of your data with us」を読んでください。"),
    ("nl", "We bewaren die data in de cloud."),
    ("pt", "We keep your data for as long as you are our client."),
]


@pytest.mark.parametrize(("language", "text"), HONEST)
def test_names_titles_and_languages_without_a_table_are_quiet(language: str, text: str) -> None:
    assert list(foreign_sentences(text, language, ("en", "fr", "de", "nl"))) == []


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_small_words_are_written_as_they_are_compared(table: object) -> None:
    words = getattr(table, "small_words")  # noqa: B009
    assert all(word.isalpha() and word == word.lower() for word in words)
