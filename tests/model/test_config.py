"""What site.yml, policy.yml and links.yml may say."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from inforce.model.config import (
    BaseUrl,
    Frozen,
    HttpsUrl,
    Id,
    Language,
    LanguageTerms,
    Line,
    ListStyle,
    Notice,
    PolicyConfig,
    SectionPlace,
    Site,
    Style,
)
from pydantic import TypeAdapter, ValidationError

SITE: dict[str, Any] = {
    "name": "Example",
    "languages": ["en"],
    "default_language": "en",
    "base_url": "https://legal.example.org/",
    "time_zone": "Europe/Brussels",
    "policies": ["privacy"],
}


def accepts(kind: Any, text: str) -> bool:
    try:
        TypeAdapter(Annotated[kind, "as it is"]).validate_python(text)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (Id, ["a", "right-of-access", "a" * 64], ["", "A", "1a", "-a", "a_b", "a b", "a" * 65, "a\n"]),
        (Language, ["en", "pt-BR", "zh-Hant", "zh-Hant-TW", "es-419"], ["EN", "english", "e", "pt_BR", "pt-br", "en-"]),
        (Line, ["Qualifio SA", "a & b", "x" * 500], ["", "a\nb", "a\r", "<b>", "x" * 501]),
        (ListStyle, ["1.", "(a)", "a)", "I.", "(i)", "§ 1"], ["", "?.", "*", "1.1", "a.1", "b)", "1" * 21, "<b>1"]),
        (Style, ["1.", "A.", "(i)", "Article 1.1", "§ 1"], ["", "Article", "?.", "b)", "x", "1" * 21, "<b>1"]),
        (
            HttpsUrl,
            ["https://example.org", "https://example.org:8443/a?b=c#d"],
            ["http://example.org", "https://", "https://a b", 'https://example.org/"', "https://example.org/<x>"],
        ),
        (
            BaseUrl,
            ["https://example.org/", "https://example.org/legal/v1/", "https://localhost:8000/"],
            [
                "https://example.org",
                "https://example.org/a",
                "https://example.org//",
                "https://example.org/?a/",
                "https://./",
                "https://a../",
                "https://a/../",
            ],
        ),
    ],
)
def test_each_kind_of_text_takes_its_own_form_and_no_other(kind: Any, good: list[str], bad: list[str]) -> None:
    assert [text for text in good if not accepts(kind, text)] == []
    assert [text for text in bad if accepts(kind, text)] == []


def test_a_site_says_all_it_must() -> None:
    Site.model_validate(SITE)
    for key in SITE:
        with pytest.raises(ValidationError):
            Site.model_validate({name: value for name, value in SITE.items() if name != key})
    for key in ("languages", "policies"):
        with pytest.raises(ValidationError):
            Site.model_validate({**SITE, key: []})


def test_unknown_entries_are_refused_and_models_stay_as_they_are() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        Site.model_validate({**SITE, "langages": ["en"]})
    site = Site.model_validate(SITE)
    with pytest.raises(ValidationError, match="frozen"):
        site.name = "Other"  # type: ignore[misc]
    assert issubclass(Site, Frozen)


def test_notice_is_thirty_days_for_material_changes_unless_said_otherwise() -> None:
    assert (Notice().material, Notice().clarification) == (30, 0)
    with pytest.raises(ValidationError):
        Notice(material=-1)


def policy(**languages: str) -> PolicyConfig:
    return PolicyConfig(
        title={"en": "Privacy"},
        languages={name: LanguageTerms.model_validate({"status": status}) for name, status in languages.items()},
        sections=(
            SectionPlace(id="a"),
            SectionPlace(
                id="b", sections=(SectionPlace(id="c", sections=(SectionPlace(id="d"),)), SectionPlace(id="e"))
            ),
            SectionPlace(id="f"),
        ),
    )


def test_sections_in_reading_order() -> None:
    assert policy(en="authoritative").section_ids() == ("a", "b", "c", "d", "e", "f")


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        ({"fr": "courtesy", "en": "authoritative"}, "en"),
        ({"fr": "official", "en": "courtesy"}, "fr"),
        ({"fr": "authoritative", "en": "authoritative"}, "fr"),
    ],
)
def test_the_language_that_prevails(languages: dict[str, str], expected: str) -> None:
    assert policy(**languages).authoritative_language == expected


def test_nobody_has_reviewed_a_text_unless_it_is_said() -> None:
    assert not LanguageTerms.model_validate({"status": "official"}).reviewed
