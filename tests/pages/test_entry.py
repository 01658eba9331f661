"""Pages where no text can stand."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from inforce.pages.page import Page

from tests.pages import making
from tests.pages.reading import shown, tree

BEFORE = datetime(2019, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def early() -> dict[str, Page]:
    """The site before any version is in force."""
    return making.made(making.northwind(as_of=BEFORE))


@pytest.mark.parametrize("url", ["", "en/privacy/", "fr/privacy/", "ar/privacy/"])
def test_a_policy_of_which_nothing_is_in_force_says_what_comes(early: dict[str, Page], url: str) -> None:
    page = early[url]
    root = tree(page.html)
    assert page.listed is (url != "")
    assert not list(root.iter("article"))
    ways = {link.get("href", "") for link in root.iter("a")}
    for number in (1, 2, 3):
        assert any(way.endswith(f"v{number}/") for way in ways), number


def test_it_tells_the_dates(early: dict[str, Page]) -> None:
    text = shown(tree(early["en/privacy/"].html))
    assert "10 November 2020" in text
    assert "15 January 2026" in text


def test_a_missing_page_offers_every_policy_from_the_root(pages: dict[str, Page]) -> None:
    page = pages["404.html"]
    root = tree(page.html)
    ways = [link.get("href", "") for link in root.iter("a")]
    assert {f"/policies/{language}/privacy/" for language in ("en", "fr", "ar", "ja")} <= set(ways)
    assert all(way.startswith(("/policies/", "#", "https:")) for way in ways), "served at any depth"
    robots = [each.get("content", "") for each in root.iter("meta") if each.get("name") == "robots"]
    assert robots
    assert "noindex" in robots[0]
    assert not page.listed
