"""The policy's words on the built page are those that were in force, one by one."""

from __future__ import annotations

import re
from difflib import unified_diff
from pathlib import Path
from xml.etree.ElementTree import Element

from tests.built import reading

SEED = Path(__file__).parents[1] / "seed" / "qualifio-privacy-policy.txt"
NUMBER = re.compile(r"(\d+(?:\.\d+)*)\.?")


def tokens(text: str) -> list[str]:
    """Words without bullets; a full stop after a number is decoration (docs/reference/format.md, "Numbers")."""
    found = [word for word in text.split() if word != "•"]
    return [match.group(1) if (match := NUMBER.fullmatch(word)) else word for word in found]


def article(page: Path) -> Element:
    found = list(reading.tree(page).iter("article"))
    assert len(found) == 1, page
    return found[0]


def difference(expected: list[str], found: list[str]) -> str:
    return "\n".join(line for line in unified_diff(expected, found, "the seed", "the page", lineterm="", n=4))


def test_version_1_in_english_is_word_for_word_what_was_published(qualifio_site: Path) -> None:
    expected = tokens(SEED.read_text(encoding="utf-8"))
    for url in ("en/privacy/", "en/privacy/v1/"):
        found = tokens(reading.words(article(qualifio_site / url / "index.html")))
        assert found == expected, difference(expected, found)
    assert len(expected) > 3000


def test_translations_are_whole(qualifio_site: Path) -> None:
    """Every section, sub-heading and clause of the English text is in each translation, at about its length."""
    english = article(qualifio_site / "en/privacy/v1/index.html")
    ids = [each.get("id") for each in english.iter() if each.get("id")]
    length = len(reading.words(english))
    for language in ("fr", "nl", "de"):
        other = article(qualifio_site / language / "privacy/v1/index.html")
        assert [each.get("id") for each in other.iter() if each.get("id")] == ids, language
        assert 0.9 < len(reading.words(other)) / length < 1.5, language


def test_a_courtesy_translation_says_so(qualifio_site: Path) -> None:
    said = {"fr": "courtoisie", "nl": "", "de": ""}
    for language in said:
        root = reading.tree(qualifio_site / language / "privacy/index.html")
        notes = [each for each in root.iter("p") if "court" in each.get("class", "").split()]
        assert notes, language
        links = [each.get("hreflang") for note in notes for each in note.iter("a")]
        assert "en" in links, language
    assert not [
        each
        for each in reading.tree(qualifio_site / "en/privacy/index.html").iter("p")
        if "court" in each.get("class", "").split()
    ]


def test_no_draft_is_published_unasked(built_site: Path) -> None:
    assert not [path for path in built_site.rglob("*") if "draft" in path.name]
    for page in reading.our_pages(built_site):
        assert "st-draft" not in page.read_text(encoding="utf-8"), page
