"""Pages where no text can stand."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from inforce.site.page import Page

from tests.site import making
from tests.site.reading import of_class, shown, tree

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


@pytest.mark.parametrize(("withdrawn", "told"), [((2026, 12, 1), False), ((2027, 3, 1), False), ((2028, 1, 1), True)])
def test_only_what_will_take_effect_is_told_to_come(withdrawn: tuple[int, int, int], told: bool) -> None:
    """Though it is to be withdrawn later."""
    coming = making.version(1, making.brussels(2027, 3, 1), making.TEXTS, withdrawn=making.brussels(*withdrawn))
    root = tree(making.made(making.site(making.policy(coming)))["en/privacy/"].html)
    assert ("Version 1 takes effect on 1 March 2027." in shown(root)) == told


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ((2026, 6, 1), "Will not take effect: withdrawn from 1 December 2026"),
        ((2026, 12, 1), "Withdrawn on 1 December 2026, before it took effect"),
    ],
)
def test_a_version_that_never_takes_effect_says_so(day: tuple[int, int, int], said: str) -> None:
    never = making.version(1, making.brussels(2027, 3, 1), making.TEXTS, withdrawn=making.brussels(2026, 12, 1))
    pages = making.made(making.site(making.policy(never), as_of=making.brussels(*day)))
    (now, *_) = of_class(tree(pages["en/privacy/v1/"].html), "st")
    assert shown(now) == f"{said} No version of this policy is in force."


def test_a_version_in_force_that_will_be_withdrawn_says_what_is_in_force_then() -> None:
    first = making.version(1, making.brussels(2020, 1, 1), making.TEXTS)
    second = making.version(2, making.brussels(2022, 1, 1), making.TEXTS, withdrawn=making.brussels(2030, 1, 1))
    now, then = of_class(tree(making.made(making.site(making.policy(first, second)))["en/privacy/"].html), "st")
    assert shown(now) == (
        "In force since 1 January 2022 It is withdrawn from 1 January 2030; version 1 is then in force again. "
        "Read version 1"
    )
    assert shown(then) == "Withdrawn: has not applied since 1 January 2030 Read the version in force"
    assert [each.get("href") for each in then.iter("a")] == ["v1/"], "though nobody built the site again"
