"""Change notes in the reader's language, or the nearest that there is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from inforce.model.config import ChangeNote, Kind
from inforce.publication import PublishedVersion
from inforce.site.frame import SiteContext
from inforce.site.notes import Note, notes
from inforce.site.renderer import maker

from tests.site import making

HERE = "fr/privacy/history/"


def note(text: dict[str, str], marked: dict[str, str] | None = None) -> ChangeNote:
    return ChangeNote(slug="a", kind=Kind.MATERIAL, text=text, marked=marked)


def shown(*changes: ChangeNote, language: str, here: str = HERE) -> tuple[Note, ...]:
    site = making.northwind()
    published = site.policies[0].version(2)
    held: PublishedVersion = replace(published, version=replace(published.version, changes=changes))
    return notes(SiteContext(published=site, words={}, maker=maker({}, lambda _, make: make())), held, language, here)


@pytest.mark.parametrize(
    ("text", "language", "spoken"),
    [
        ({"en": "E", "fr": "F", "de": "D"}, "fr", "fr"),
        ({"en": "E", "de": "D"}, "fr", "en"),
        ({"de": "D", "nl": "N"}, "fr", "de"),
    ],
)
def test_the_language_of_a_note(text: dict[str, str], language: str, spoken: str) -> None:
    (one,) = shown(note(text), language=language)
    assert (one.kind, one.language, one.html) == (Kind.MATERIAL, spoken, f"<p>{text[spoken]}</p>")


def test_paragraphs_are_parted_by_empty_lines_and_a_note_without_words_is_left_out() -> None:
    (one,) = shown(note({"en": "One\nline.\n\n\n\nTwo & <b>."}), note({}), language="en")
    assert one.html == "<p>One line.</p>\n<p>Two &amp; &lt;b&gt;.</p>"


MARKED = note(
    {"en": "See Retention 3:\n\nnow"},
    {"en": "See [*Retention*](section:retention):\n\n- [now](link:hubspot-cookies)"},
)


def test_links_and_lists_are_shown_and_lead_to_the_version() -> None:
    (one,) = shown(MARKED, language="en", here="en/privacy/history/")
    number = making.northwind().policies[0].version(2).editions["en"].numbers["retention"].rstrip(".")
    ref = f'<span class="ref"> {number}</span>'
    assert f'<p>See <a href="../v2/#retention"><em>Retention</em>{ref}</a>:</p>' in one.html
    assert '<li><a href="https://www.example.com/cookies" rel="noopener noreferrer">now</a></li>' in one.html


def test_in_a_feed_links_are_whole() -> None:
    (one,) = shown(MARKED, language="en", here="")
    assert 'href="https://legal.example.org/policies/en/privacy/v2/#retention"' in one.html
