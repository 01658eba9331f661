"""Tags, and words between angle brackets."""

from __future__ import annotations

import pytest
from inforce.tidy.elements import is_element, is_stray, name_of, named, names_in


@pytest.mark.parametrize("tag", ["<b>", "</B>", "<br/>", "<!-- x -->", "<my-banner>", '<a href="x">', "<data value=1>"])
def test_tags(tag: str) -> None:
    assert is_element(tag)


@pytest.mark.parametrize("tag", ["<Data Protection Officer>", "<EU>", "<name>", "</company>"])
def test_words(tag: str) -> None:
    assert not is_element(tag)


def test_ends_of_what_begins_nowhere() -> None:
    assert is_stray("</content>", "x </content>")
    assert not is_stray("</content>", "<Content> x </content>")
    assert not is_stray("<content>", "<content>")


def test_what_links_may_lead_to() -> None:
    assert names_in('<a name="x" id="y"></a><p id=z name="n">') == ("x", "y", "z")
    assert named("x") == '<a id="x"></a>'
    assert not named('"')


def test_names() -> None:
    assert [name_of(tag) for tag in ("<BR/>", "</p>", "<!-- b -->")] == ["br", "p", ""]
