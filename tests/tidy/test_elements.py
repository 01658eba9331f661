"""Tags, and words between angle brackets."""

from __future__ import annotations

import pytest
from inforce.tidy.elements import is_element, name_of


@pytest.mark.parametrize("tag", ["<b>", "</B>", "<br/>", "<!-- x -->", "<my-banner>", '<a href="x">', "<data value=1>"])
def test_tags(tag: str) -> None:
    assert is_element(tag)


@pytest.mark.parametrize("tag", ["<Data Protection Officer>", "<EU>", "<name>", "</company>"])
def test_words(tag: str) -> None:
    assert not is_element(tag)


def test_names() -> None:
    assert [name_of(tag) for tag in ("<BR/>", "</p>", "<!-- b -->")] == ["br", "p", ""]
