"""A site that nobody rebuilt: once an instant has passed, no page speaks of what was in force before; and who has no
script is told of which day the page speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from inforce.publication import PublishedSite
from inforce.site.page import Page
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Window

from tests.site import making
from tests.site.reading import tree
from tests.site.test_script import BASE, window

THIRD, FOURTH = making.brussels(2027, 2, 1), making.brussels(2028, 2, 1)
WHILE_ANNOUNCED = re.compile(
    r"In force since 15 January 2026|version 2, which is in force|Not yet in force: takes effect on 1 February 2027"
    r"|Version 3 takes effect|Version 2 is in force|version 2 is in force"
)
"""What is said before the third version comes into force, and is wrong after."""
CLAIMS = re.compile(r"in force since|not yet in force|which is in force|is in force\b", re.IGNORECASE)
AS_OF = "(as of 1 June 2026)"


def site() -> PublishedSite:
    """Northwind's, with the draft, and a fourth version to come after the third."""
    made = making.northwind(draft=True)
    (policy,) = made.policies
    fourth = making.version(4, FOURTH, making.TEXTS)
    assert policy.draft is not None
    return making.site(making.policy(*policy.versions, fourth, draft=policy.draft), as_of=made.as_of)


@pytest.fixture(scope="module")
def old() -> dict[str, Page]:
    return making.made(site())


@pytest.fixture
def browser(chromium: Browser) -> Browser:
    return chromium


def english(pages: dict[str, Page]) -> Iterator[str]:
    """Each page in English but those that go on to another by themselves."""
    for url, page in pages.items():
        if page.language == "en" and 'http-equiv="refresh"' not in page.html:
            yield url


def said(page: Window, url: str) -> str:
    page.goto(BASE + url)
    return page.locator("main").inner_text()


def test_before_the_instant_pages_say_so(browser: Browser, old: dict[str, Page]) -> None:
    """What the next test looks for is there to be found, on each of the kinds that say where a version stands."""
    with window(browser, old) as page:
        page.clock.set_fixed_time(making.AS_OF)
        found = {url for url in english(old) if WHILE_ANNOUNCED.search(said(page, url))}
    assert found >= {
        *("", "en/privacy/", "en/privacy/v2/", "en/privacy/v2/r1/", "en/privacy/v3/", "en/cookies/", "en/contact/"),
        *("en/privacy/since/", "en/privacy/changes/1-2/", "en/privacy/changes/2-3/"),
    }


def test_after_it_none_does(browser: Browser, old: dict[str, Page]) -> None:
    with window(browser, old) as page:
        page.clock.set_fixed_time(THIRD)
        for url in english(old):
            assert not WHILE_ANNOUNCED.findall(said(page, url)), url
            badges = page.locator(".bd:visible").all_inner_texts()
            assert badges == [] or badges == ["Not yet in force", "In force", "Superseded", "Superseded"], url


@pytest.mark.parametrize(("now", "newest"), [(THIRD, "v3"), (FOURTH, "v4")])
@pytest.mark.parametrize("url", ["", "en/privacy/", "en/cookies/", "en/contact/"])
def test_pages_that_move_lead_to_what_is_in_force_by_then(
    browser: Browser, old: dict[str, Page], url: str, now: datetime, newest: str
) -> None:
    with window(browser, old) as page:
        page.clock.set_fixed_time(now)
        page.goto(BASE + url)
        notice = page.locator(".st:visible")
        expect(notice).to_have_count(1)
        notice.locator("a").last.click()
        page.wait_for_url(f"{BASE}en/privacy/{newest}/")
        expect(page.locator(".st:visible")).to_contain_text("In force since")


@pytest.mark.parametrize("url", ["en/privacy/v2/", "en/privacy/history/"])
def test_the_day_on_which_it_was_superseded_is_among_its_dates(
    browser: Browser, old: dict[str, Page], url: str
) -> None:
    ended = "Superseded 1 February 2027"
    with window(browser, old) as page:
        for now, expected in ((making.AS_OF, False), (THIRD, True)):
            page.clock.set_fixed_time(now)
            page.goto(BASE + url)
            dates = page.locator("#v2 .dates" if "history" in url else ".dates").inner_text()
            assert (ended in " ".join(dates.split())) is expected


def test_the_draft_is_no_longer_compared_with_what_was_in_force(browser: Browser, old: dict[str, Page]) -> None:
    with window(browser, old) as page:
        for now, count in ((making.AS_OF, 1), (THIRD, 0)):
            page.clock.set_fixed_time(now)
            page.goto(BASE + "en/privacy/changes/4-draft/")
            expect(page.locator(".acts a:visible", has_text="Compare with the version in force")).to_have_count(count)


def test_all_versions_offer_the_comparison_that_follows_the_clock(browser: Browser, old: dict[str, Page]) -> None:
    with window(browser, old) as page:
        page.clock.set_fixed_time(THIRD)
        page.goto(BASE + "en/privacy/history/")
        page.locator("#v1 .acts a", has_text="Compare with the version in force").click()
        page.wait_for_url(BASE + "en/privacy/changes/1-3/")


def test_without_a_script_what_is_in_force_has_the_day_of_making(browser: Browser, old: dict[str, Page]) -> None:
    """Each statement of what holds now, on every page, is followed by the day."""
    seen = set()
    with window(browser, old, java_script_enabled=False) as page:
        for url in english(old):
            text = said(page, url)
            claimed = [
                each
                for each in page.locator(".st:visible, .court:visible, .bd:visible, .how:visible").all_inner_texts()
                if CLAIMS.search(each)
            ]
            for claim in claimed:
                if "proposed text" not in claim and "Read the version in force" not in claim.split("\n")[0]:
                    assert AS_OF in claim, (url, claim)
                    seen.add(url)
            assert (AS_OF in text) == (url in seen), url
    assert seen >= {
        "",
        "en/privacy/",
        "en/privacy/v2/",
        "en/privacy/v3/",
        "en/cookies/",
        "en/contact/",
        "en/privacy/history/",
    }


def test_with_a_script_the_day_of_making_is_not_said(browser: Browser, old: dict[str, Page]) -> None:
    with window(browser, old) as page:
        page.clock.set_fixed_time(making.AS_OF)
        for url in ("en/privacy/", "en/privacy/history/", "en/cookies/"):
            assert AS_OF not in said(page, url)


def test_the_day_is_one_of_the_sites_zone() -> None:
    late = datetime.fromisoformat("2026-05-31T22:30:00+00:00")
    page = making.made(making.northwind(as_of=late))["fr/privacy/"]
    (day, *_) = tree(page.html).iter("noscript")
    assert " ".join("".join(day.itertext()).split()) == "(situation au 1er juin 2026)"


def test_facts_that_another_policy_takes_over(browser: Browser) -> None:
    """The facts of the whole site are those of the version that came into force last, whichever policy's it is."""
    (privacy,) = making.northwind().policies
    second = making.version(2, making.brussels(2026, 9, 1), making.TEXTS)
    terms = making.policy(making.version(1, making.brussels(2021, 1, 1), making.TEXTS), second)
    terms = replace(terms, id="terms", config=terms.config.model_copy(update={"title": {"en": "Lending terms"}}))
    pages = making.made(making.site(privacy, terms))
    with window(browser, pages) as page:
        for now, expected in (
            (making.AS_OF, []),
            (
                making.brussels(2026, 9, 1),
                ["Out of date since 1 September 2026: this page was made before Read Lending terms, version 2"],
            ),
            (
                THIRD,
                [
                    "Out of date since 1 February 2027: this page was made before "
                    "This page was made from Privacy policy, version 2, which was in force until then. "
                    "Read Privacy policy, version 3"
                ],
            ),
        ):
            page.clock.set_fixed_time(now)
            page.goto(BASE + "en/cookies/")
            assert [" ".join(each.split()) for each in page.locator(".st:visible").all_inner_texts()] == expected
            still = page.locator(".court", has_text="which is in force")
            expect(still).to_be_visible() if not expected else expect(still).to_be_hidden()


def test_facts_of_a_version_that_is_withdrawn_with_nothing_after_it(browser: Browser) -> None:
    only = making.version(1, making.brussels(2020, 1, 1), making.TEXTS, withdrawn=THIRD)
    with window(browser, making.made(making.site(making.policy(only)))) as page:
        page.clock.set_fixed_time(THIRD)
        page.goto(BASE + "en/contact/")
        expect(page.locator(".st:visible")).to_have_text(
            re.compile(r"Withdrawn: has not applied since 1 February 2027\s+No version of this policy is in force\.")
        )
