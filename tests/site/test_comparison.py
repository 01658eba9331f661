"""Two editions compared on a page: known by a key of all they are made from, made once."""

from __future__ import annotations

import pytest
from inforce.publication import PublishedSite
from inforce.site.comparison import Comparison, comparison
from inforce.site.frame import SiteContext
from inforce.site.renderer import maker
from inforce.site.resources import catalogs
from inforce.site.translator import words_for

from tests.site import making
from tests.site.test_article import Memory


def context(published: PublishedSite, memory: Memory) -> SiteContext:
    words = {language: words_for(language, catalogs()) for language in published.site.languages}
    return SiteContext(published=published, words=words, maker=maker({}, memory))


def of(old: int, new: int, *, page: str = "en", memory: Memory | None = None) -> Comparison:
    the_scene = context(making.northwind(), memory or Memory())
    policy = the_scene.published.policies[0]
    return comparison(the_scene, policy.version(old), policy.version(new), "en", the_scene.words[page])


def test_it_lists_the_changes_and_shows_them_in_the_text() -> None:
    listed, text = of(1, 2).html()
    assert "1 change" in listed
    assert "<del>" in text or "<del " in text
    assert "5" in text
    assert "10" in text


@pytest.mark.parametrize(("old", "new", "page"), [(2, 3, "en"), (1, 3, "en"), (2, 1, "en")])
def test_its_key_is_of_both_editions(old: int, new: int, page: str) -> None:
    assert of(old, new, page=page).key != of(1, 2).key
    assert of(1, 2).key == of(1, 2).key


def test_it_is_told_in_the_language_of_the_text_not_of_the_page() -> None:
    on_french = of(1, 2, page="fr")
    assert on_french.foreign
    assert on_french.html() == of(1, 2).html()
    assert on_french.key == of(1, 2).key


def test_it_is_made_once() -> None:
    memory = Memory()
    first = of(1, 2, memory=memory).html()
    made = list(memory.made)
    assert of(1, 2, memory=memory).html() == first
    assert memory.made == made
