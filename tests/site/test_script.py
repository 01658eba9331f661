"""What the small script does, in a real browser, under the strictest policy; the site is served from memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from inforce.site.page import Page
from inforce.site.resources import assets
from playwright.sync_api import Browser, Route, expect
from playwright.sync_api import Page as Window

from tests.browser.visiting import stop_the_clock
from tests.site import making

BASE = "https://legal.example.org/policies/"
STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'"
)
NOTE_LEAVING = "navigation.addEventListener('navigate', (event) => { window.leftFor = event.destination.url; });"
TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml", "html": "text/html; charset=utf-8"}


@pytest.fixture
def browser(chromium: Browser) -> Browser:
    return chromium


@contextmanager
def window(browser: Browser, pages: dict[str, Page], **options: Any) -> Iterator[Window]:
    """A window on the site. What goes wrong in it fails the test. The reader's clock has the instant that the site was
    made as of, until the test sets it."""
    files = {page.path: page.html.encode() for page in pages.values()} | assets()
    wrong: list[str] = []

    def answer(route: Route) -> None:
        url = route.request.url.split("?")[0].split("#")[0]
        path = url.removeprefix(BASE)
        path = f"{path}index.html" if path in ("", *pages) and not path.endswith(".html") else path
        if not url.startswith(BASE) or path not in files:
            wrong.append(f"asked for {url}")
            route.fulfill(status=404)
            return
        headers = {"Content-Security-Policy": STRICT, "Content-Type": TYPES[path.rsplit(".", 1)[1]]}
        route.fulfill(status=200, body=files[path], headers=headers)

    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "locale": "en-GB", **options})
    context.route("**/*", answer)
    if options.get("java_script_enabled", True):
        context.add_init_script(NOTE_LEAVING)
        context.clock.set_fixed_time(making.AS_OF)
    page = context.new_page()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert wrong == []


def left_for(page: Window) -> str | None:
    """Where a script of the page has sent the reader, if anywhere: it is known at once, before anything is loaded."""
    found: str | None = page.evaluate("window.leftFor ?? null")
    return found


@pytest.mark.parametrize(
    ("locale", "expected"),
    [("fr-BE", "fr/privacy/"), ("ja-JP", "ja/privacy/"), ("ar", "ar/privacy/"), ("en-GB", ""), ("sv-SE", "")],
)
def test_the_way_in_goes_to_the_reader_s_language(
    browser: Browser, pages: dict[str, Page], locale: str, expected: str
) -> None:
    with window(browser, pages, locale=locale) as page:
        page.goto(BASE)
        page.wait_for_url(BASE + expected)
        expect(page.locator("article")).to_be_visible()
        assert left_for(page) is None


def test_only_the_way_in_chooses_a_language(browser: Browser, pages: dict[str, Page]) -> None:
    with window(browser, pages, locale="fr-BE") as page:
        page.goto(BASE + "en/privacy/")
        assert left_for(page) is None


def test_another_language_opens_at_the_same_section(browser: Browser, pages: dict[str, Page]) -> None:
    with window(browser, pages, viewport={"width": 1280, "height": 400}) as page:
        page.clock.install()
        page.goto(BASE + "en/privacy/v2/#exercise")
        page.wait_for_function("() => scrollY > 0")
        page.evaluate("dispatchEvent(new Event('scroll'))")  # which the browser does too, sooner or later
        page.clock.run_for(1_000)
        page.locator(".langs a[lang=ar]").click()
        page.wait_for_url(BASE + "ar/privacy/v2/#exercise")


def test_what_is_being_read_is_marked(browser: Browser, pages: dict[str, Page]) -> None:
    with window(browser, pages, viewport={"width": 1280, "height": 300}) as page:
        page.goto(BASE + "en/privacy/")
        marked = page.locator(".toc a[aria-current]")
        expect(marked).to_have_count(1)
        expect(marked).to_have_attribute("href", "#introduction")
        page.locator("#retention").scroll_into_view_if_needed()
        page.evaluate("document.getElementById('retention').scrollIntoView()")
        expect(marked).to_have_attribute("href", "#retention")


def test_the_last_section_is_marked_at_the_foot_of_a_page(browser: Browser, pages: dict[str, Page]) -> None:
    with window(browser, pages, viewport={"width": 1280, "height": 1000}) as page:
        page.goto(BASE + "en/privacy/")
        marked = page.locator(".toc a[aria-current]")
        expect(marked).to_have_attribute("href", "#introduction")
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        expect(marked).to_have_attribute("href", "#exercise")


@pytest.mark.parametrize(("width", "opened"), [(1280, True), (390, False)])
def test_contents_are_closed_where_room_is_scarce(
    browser: Browser, pages: dict[str, Page], width: int, opened: bool
) -> None:
    with window(browser, pages, viewport={"width": width, "height": 800}) as page:
        page.goto(BASE + "en/privacy/")
        expect(page.locator(".toc details")).to_have_js_property("open", opened)


def test_the_colours_chosen_stay(browser: Browser, pages: dict[str, Page]) -> None:
    with window(browser, pages, color_scheme="light") as page:
        page.goto(BASE + "en/privacy/")
        background = "getComputedStyle(document.documentElement).backgroundColor"
        light = page.evaluate(background)
        page.locator(".theme input[value=dark]").check()
        dark = page.evaluate(background)
        assert dark != light
        page.goto(BASE + "fr/cookies/")
        assert page.evaluate(background) == dark
        expect(page.locator(".theme input[value=dark]")).to_be_checked()
        page.locator(".theme input[value=auto]").check()
        page.reload()
        assert page.evaluate(background) == light


def test_at_its_instant_a_version_comes_into_force(browser: Browser, pages: dict[str, Page]) -> None:
    instant = making.brussels(2027, 2, 1)
    with window(browser, pages) as page:
        stop_the_clock(page, instant - timedelta(seconds=30))
        page.goto(BASE + "en/privacy/")
        expect(page.locator(".st:visible")).to_contain_text("In force since 15 January 2026")
        page.clock.run_for(40_000)
        expect(page.locator(".st:visible")).to_have_count(1)
        expect(page.locator(".st:visible")).to_contain_text("Superseded on 1 February 2027")
        page.locator(".st:visible a").click()
        page.wait_for_url(BASE + "en/privacy/v3/")
        expect(page.locator(".st:visible")).to_contain_text("In force since 1 February 2027")
        page.goto(BASE + "en/cookies/")
        expect(page.locator(".st:visible")).to_contain_text("Out of date since 1 February 2027")
        expect(page.locator(".court", has_text="which is in force")).to_be_hidden()


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2020-11-09", "No version was in force on that day."),
        ("2020-11-10", "In force on that day: version 1"),
        ("2026-01-14", "In force on that day: version 1"),
        ("2026-01-15", "In force on that day: version 2"),
        ("2030-01-01", "In force on that day: version 3"),
    ],
)
def test_what_was_in_force(browser: Browser, pages: dict[str, Page], day: str, answer: str) -> None:
    with window(browser, pages) as page:
        page.goto(f"{BASE}en/privacy/history/?on={day}")
        shown = page.locator(".asof [role=status] p:visible")
        expect(shown).to_have_text(answer)
        page.locator(".asof input").fill("2024-03-03")
        expect(shown).to_have_text("In force on that day: version 1")
