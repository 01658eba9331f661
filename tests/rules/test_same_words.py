"""A paragraph that stands word for word in two languages was not translated."""

from __future__ import annotations

import pytest
from inforce.model.text import Section
from inforce.problems import Problem, Severity
from inforce.reader.section import parse_section
from inforce.rules.same_words import check_same_words

GERMAN = "Wir treffen geeignete technische und organisatorische Maßnahmen, um ein angemessenes Sicherheitsniveau im "
GERMAN += "Hinblick auf die Verarbeitung Ihrer personenbezogenen Daten zu gewährleisten."
JAPANESE = "当社は、お客様の個人データの処理について適切な安全性の水準を確保するため、"
JAPANESE += "適切な技術的および組織的な措置を講じます。"
ARABIC = "نتخذ التدابير التقنية والتنظيمية المناسبة لضمان مستوى أمان ملائم لمعالجة بياناتكم الشخصية في جميع خدماتنا."
ADDRESS = "Northwind SA, Rue Emile Francqui 6, 1435 Mont-Saint-Guibert, BE 0822.741.924, privacy@northwind.example"


def section(body: str) -> Section:
    read, problems = parse_section(f"# Title\n\n{body}\n", id="security", file="a.md")
    assert read is not None, problems
    return read


def told(leading: str = "en", **bodies: str) -> list[Problem]:
    texts = {language.replace("_", "-"): {"security": section(body)} for language, body in bodies.items()}
    return list(check_same_words(texts, leading=leading, folder="p"))


@pytest.mark.parametrize("words", [GERMAN, JAPANESE, ARABIC, f"- {GERMAN}", f"Autre.\n\n{GERMAN}"])
def test_words_of_another_language(words: str) -> None:
    (one,) = told(en="We take measures.", fr=words, de=words)
    assert (one.code, one.severity, one.location.file) == ("T109", Severity.OPEN, "p/de/security.md")
    assert "this German text" in one.message
    assert "in the French one" in one.message


ENGLISH = "We keep your data for as long as you are our client."


def test_a_sentence_of_the_prevailing_language_is_told_however_short() -> None:
    french = "Nous gardons vos données tant que vous êtes client."
    (one,) = told(en="Other words.", fr=f"{french} {ENGLISH}", de=f"- {GERMAN}\n- Kurz.")
    assert (one.code, one.severity, one.location.file) == ("T109", Severity.OPEN, "p/fr/security.md")
    assert "are English" in one.message
    assert told("fr", fr=f"{french} {ENGLISH}") == [], "the prevailing text may cite what it likes"
    assert len(told(en=ENGLISH, fr=ENGLISH)) == 1


def test_the_text_that_prevails_is_not_the_copy() -> None:
    assert [one.location.file for one in told("de", fr=GERMAN, de=GERMAN)] == ["p/fr/security.md"]
    assert [one.location.file for one in told("de", fr=GERMAN, de=GERMAN, nl=GERMAN)] == [
        "p/fr/security.md",
        "p/nl/security.md",
    ]


@pytest.mark.parametrize(
    "bodies",
    [
        {"en": "We take measures.", "fr": "Nous prenons des mesures."},
        {"en": ADDRESS, "fr": ADDRESS},
        {"de": GERMAN, "de_CH": GERMAN},
    ],
)
def test_words_that_may_be_shared(bodies: dict[str, str]) -> None:
    assert told("de", **bodies) == []


def test_a_section_that_one_language_lacks() -> None:
    assert list(check_same_words({"en": {"security": section(GERMAN)}, "fr": {}}, leading="en", folder="p")) == []
