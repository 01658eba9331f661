"""What has changed since a day or a version: the table, and where the script leads, by days of the site's zone."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from inforce.publication import PublishedSite
from inforce.site.page import Page
from playwright.sync_api import Browser, expect

from tests.site import making
from tests.site.reading import of_class, shown, tree
from tests.site.test_script import BASE, window

SINCE = "en/privacy/since/"
NOW = making.brussels(2026, 6, 1)
EARLY = "No version of this policy was in force yet."
LATER = making.brussels(2027, 2, 1)
"""When version 3 comes into force, though the site was made at NOW."""


@pytest.fixture
def browser(chromium: Browser) -> Browser:
    return chromium


def withdrawn() -> PublishedSite:
    """Version 2 was in force for a year, from a noon on; then it was withdrawn, and version 1 applies again."""
    second = making.version(
        2, making.brussels(2024, 1, 1) + timedelta(hours=12), making.TEXTS, withdrawn=making.brussels(2025, 1, 1)
    )
    return making.site(making.policy(making.version(1, making.brussels(2020, 1, 1), making.TEXTS), second))


def lines(html: str) -> list[list[tuple[str, ...]]]:
    """The cells of each table's rows, the last with where it leads."""
    return [
        [(*(shown(cell) for cell in row.iter("td")), *(str(a.get("href")) for a in row.iter("a"))) for row in body]
        for body in tree(html).iter("tbody")
    ]


def test_without_a_script_it_is_a_table_of_all_that_was_in_force(pages: dict[str, Page]) -> None:
    """For the site's instant, and for each later one at which another version comes into force."""
    first, second = lines(pages[SINCE].html)
    changes = "Changes from version 1 to version"
    assert first == [
        (
            *("15 January 2026", "31 January 2027", "Version 2"),
            *("Nothing has changed since then: version 2 is in force.", "../v2/"),
        ),
        ("10 November 2020", "14 January 2026", "Version 1", f"{changes} 2", "../v1/", "../changes/1-2/"),
    ]
    assert [line[3] for line in second] == [
        "Nothing has changed since then: version 3 is in force.",
        "Changes from version 2 to version 3",
        f"{changes} 3",
    ]
    tables = of_class(tree(pages[SINCE].html), "rows")
    assert [each.get("hidden") for each in tables] == [None, ""]


def test_every_way_has_its_page(pages: dict[str, Page]) -> None:
    for made in (pages, making.made(withdrawn())):
        for url in [each for each in made if each.endswith("/since/")]:
            ways = [line[-1] for table in lines(made[url].html) for line in table]
            assert ways
            folder = url.removesuffix("since/")
            assert [way for way in ways if folder + way.removeprefix("../") not in made] == []


def test_it_is_offered_where_days_are_asked_for(pages: dict[str, Page]) -> None:
    (when,) = [
        each
        for each in of_class(tree(pages["fr/privacy/history/"].html), "when")
        if each.get("aria-labelledby") == "when"
    ]
    assert [shown(each) for each in when.iter("a")][-1] == "Ce qui a changé depuis un jour donné"
    assert 'content="noindex"' in pages["fr/privacy/since/"].html


def test_a_policy_without_a_version_says_so() -> None:
    made = making.made(making.site(making.policy()))
    assert "No version of this policy has been published yet." in shown(tree(made[SINCE].html))


@pytest.mark.parametrize(
    ("now", "asked", "leads_to"),
    [
        (NOW, "on=2020-11-10", "changes/1-2/"),
        (NOW, "on=2026-01-14", "changes/1-2/"),
        (NOW, "v=1", "changes/1-2/"),
        (NOW, "v=1&on=2026-05-01", "changes/1-2/"),
        (NOW, "on=2026-01-14#rights", "changes/1-2/#rights"),
        (LATER, "on=2026-01-14", "changes/1-3/"),
        (LATER, "on=2027-01-31", "changes/2-3/"),
        (LATER, "v=2", "changes/2-3/"),
    ],
)
def test_it_leads_to_the_redline_from_then_to_what_is_in_force_by_the_readers_clock(
    browser: Browser, pages: dict[str, Page], now: datetime, asked: str, leads_to: str
) -> None:
    with window(browser, pages) as page:
        page.clock.set_fixed_time(now)
        page.goto(f"{BASE}{SINCE}?{asked}")
        page.wait_for_url(f"{BASE}en/privacy/{leads_to}")


@pytest.mark.parametrize(
    ("now", "asked", "said"),
    [
        (NOW, "on=2020-11-09", f"{EARLY} The first one took effect on 10 November 2020."),
        (NOW, "on=2026-01-15", "Nothing has changed since then: version 2 is in force."),
        (NOW, "on=2026-06-01", "Nothing has changed since then: version 2 is in force."),
        (NOW, "on=2026-06-02", "That day is still to come. Below is what has changed up to now."),
        (NOW, "on=2026-02-30", "That is not a date. Write the year, the month and the day, such as 2024-03-03."),
        (NOW, "on=%3Cimg%20src=x%3E", "That is not a date. Write the year, the month and the day, such as 2024-03-03."),
        (NOW, "on=", "That is not a date. Write the year, the month and the day, such as 2024-03-03."),
        (NOW, "v=2", "Nothing has changed since then: version 2 is in force."),
        (NOW, "v=3", "No version with that number has been in force yet."),
        (NOW, "v=two", "No version with that number has been in force yet."),
        (NOW, "v=", "No version with that number has been in force yet."),
        (LATER, "v=3", "Nothing has changed since then: version 3 is in force."),
    ],
)  # fmt: skip
def test_where_there_is_no_redline_it_says_why(
    browser: Browser, pages: dict[str, Page], now: datetime, asked: str, said: str
) -> None:
    with window(browser, pages) as page:
        page.clock.set_fixed_time(now)
        page.goto(f"{BASE}{SINCE}?{asked}")
        expect(page.locator("[role=status] p:visible")).to_have_text(said)
        assert page.url == f"{BASE}{SINCE}?{asked}"
        page.locator(".langs a[lang=fr]").click()
        page.wait_for_url(f"{BASE}fr/privacy/since/?{asked}")
        expect(page.locator("[role=status] p:visible")).to_have_count(1)


def test_today_is_today_in_the_sites_zone(browser: Browser, pages: dict[str, Page]) -> None:
    """Brussels is two hours ahead of UTC in summer; the reader is far behind."""
    with window(browser, pages, timezone_id="America/Los_Angeles") as page:
        page.clock.set_fixed_time(datetime.fromisoformat("2026-06-01T22:30:00Z"))
        page.goto(f"{BASE}{SINCE}?on=2026-06-02")
        expect(page.locator("[role=status] p:visible")).to_contain_text("Nothing has changed")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("on=2023-12-31", "Nothing has changed since then: version 1 is in force."),
        ("on=2024-01-01", "Nothing has changed since then: version 1 is in force."),
        ("on=2024-01-02", "Version 2 was withdrawn, and version 1 is in force again. What version 2 changes"),
        ("v=2", "Version 2 was withdrawn, and version 1 is in force again. What version 2 changes"),
    ],
)
def test_what_was_withdrawn_since(browser: Browser, asked: str, said: str) -> None:
    """Of two versions on one day it takes the one of the morning: a reader of then may have read that."""
    with window(browser, making.made(withdrawn())) as page:
        page.clock.set_fixed_time(NOW)
        page.goto(f"{BASE}{SINCE}?{asked}")
        expect(page.locator("[role=status] p:visible")).to_have_text(said)


def test_a_day_that_is_typed_is_answered_in_place(browser: Browser, pages: dict[str, Page]) -> None:
    with window(browser, pages) as page:
        page.clock.set_fixed_time(NOW)
        page.goto(BASE + SINCE)
        expect(page.locator("[role=status] p:visible")).to_have_count(0)
        page.locator(".asof input").fill("2021-01-01")
        said = page.locator("[role=status] p:visible")
        expect(said).to_have_text("Changes from version 1 to version 2")
        assert page.url == BASE + SINCE
        said.locator("a").click()
        page.wait_for_url(BASE + "en/privacy/changes/1-2/")


def test_the_way_to_the_version_in_force_follows_the_clock(browser: Browser, pages: dict[str, Page]) -> None:
    """A superseded page links to it, which nobody may have made again since."""
    with window(browser, pages) as page:
        for now, new in ((NOW, 2), (LATER, 3)):
            page.clock.set_fixed_time(now)
            page.goto(BASE + "en/privacy/changes/1/#rights")
            page.wait_for_url(f"{BASE}en/privacy/changes/1-{new}/#rights")


def test_without_a_script_that_way_goes_on_too(browser: Browser, pages: dict[str, Page]) -> None:
    with window(browser, pages, java_script_enabled=False) as page:
        page.goto(BASE + "en/privacy/changes/1/")
        page.wait_for_url(f"{BASE}en/privacy/changes/1-2/")
