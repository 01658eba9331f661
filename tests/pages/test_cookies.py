"""The page of cookies, where no fact is: what else it must say is tested with the page of contacts."""

from __future__ import annotations

import copy
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from inforce.model.facts import Facts

from tests.pages import making
from tests.pages.reading import of_class, shown, tree


def page(cookies: dict[str, Any], language: str = "en", **published: Any) -> str:
    """The words of the page where these are the cookies."""
    categories = {"x-games": {"label": {"en": "Games", "fr": "Jeux"}, "description": {"en": "Keep your score."}}}
    told = {"cookies": cookies, "cookie_categories": categories}
    facts = Facts.model_validate({**copy.deepcopy(making.FACTS), **told})
    version = replace(making.version(1, making.brussels(2020, 1, 1), {"en": making.TEXTS["en"]}), facts=facts)
    return making.made(making.site(making.policy(version), **published))[f"{language}/cookies/"].html


COOKIE: dict[str, Any] = {
    "name": "a",
    "type": "cookie",
    "category": "x-games",
    "party": "first",
    "lifetime": "90 seconds",
    "verified": "2026-01-10",
}


def test_a_category_of_ones_own_comes_last_under_its_own_name() -> None:
    html = page({"a": COOKIE, "b": {**COOKIE, "category": "marketing"}}, "fr")
    groups = of_class(tree(html), "ck")
    assert [each.get("aria-labelledby") for each in groups] == ["marketing", "x-games"]
    assert "Jeux" in shown(groups[1])
    assert "Keep your score." in shown(groups[1])


@pytest.mark.parametrize(
    ("lifetime", "words"),
    [
        ("90 seconds", "90 seconds"),
        ("13 months", "13 months"),
        ("session", "until you close the browser"),
        ("until_deleted", "until you delete it"),
        ({"unknown": {"en": "nobody has looked"}}, "nobody has looked"),
        ("none", "none"),
    ],
)
def test_a_lifetime_is_told_in_words(lifetime: object, words: str) -> None:
    assert words in shown(tree(page({"a": {**COOKIE, "lifetime": lifetime}})))


@pytest.mark.parametrize(("language", "words"), [("en", "no technical name"), ("fr", "sans nom technique")])
def test_a_pixel_has_no_name(language: str, words: str) -> None:
    pixel = {**COOKIE, "type": "pixel", "name": "none", "label": {"en": "Beacon", "fr": "Balise"}}
    (row,) = (each for each in tree(page({"a": pixel}, language)).iter("tr") if each.get("id") == "cookie-a")
    assert words in shown(row)
    assert not list(row.iter("code"))
    assert "not known" not in shown(row)


def test_whether_somebody_has_looked() -> None:
    assert "verified on 10 January 2026" in shown(tree(page({"a": COOKIE})))
    unseen = shown(tree(page({"a": {**COOKIE, "verified": None}})))
    assert "verified" not in unseen, "that nobody has looked is for the company's own list, inforce status"


@pytest.mark.parametrize("as_of", [making.AS_OF, datetime(2019, 1, 1, tzinfo=UTC)])
def test_without_any_it_has_no_table(as_of: datetime) -> None:
    root = tree(page({}, as_of=as_of))
    assert not list(root.iter("table"))
    assert len(shown(next(iter(root.iter("main"))))) > 20
