"""Ready HTML for other sites: read in its own direction, addresses in theirs, names as far as they are known."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest
from inforce.pages.shipped import catalogs
from inforce.pages.words import words_for
from inforce.summary.contract import Summary
from inforce.summary.fragments import fragments

EXAMPLE = Path(__file__).parents[2] / "examples/policy_src/privacy/versions/5/published"


def made(language: str) -> dict[str, str]:
    summary = Summary.model_validate_json((EXAMPLE / language / "r1.json").read_bytes())
    return fragments(summary, words_for(language, catalogs()))


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_a_fragment_says_its_language_and_direction(language: str, direction: str) -> None:
    for html in made(language).values():
        assert f' lang="{language}" dir="{direction}">' in html


def test_addresses_and_numbers_are_read_from_left_to_right() -> None:
    root = html5lib.parseFragment(made("ar")["contact.html"], namespaceHTMLElements=False)
    ways = [each for each in root.iter("a") if (each.get("href") or "").startswith(("mailto:", "tel:"))]
    assert len(ways) > 3
    assert {each.get("dir") for each in ways} == {"ltr"}
    assert "IE 7654321" in [each.text for each in root.iter("bdi") if each.get("dir") == "ltr"]


def test_a_name_of_which_only_the_beginning_is_known_is_left_open() -> None:
    root = html5lib.parseFragment(made("en")["cookies.html"], namespaceHTMLElements=False)
    names = [each.text or "" for each in root.iter("code")]
    assert "marram_session" in names
    assert [name for name in names if name.endswith("…")]
