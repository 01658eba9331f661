"""Every kind of page, in light and dark, wide and narrow: accessible, within its column, asking nothing elsewhere."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from inforce.site.all_pages import OF_SITE
from inforce.site.entry import MISSING
from inforce.site.history import HISTORY
from inforce.site.policy import IN_FORCE, WAY_IN
from playwright.sync_api import Page

from tests.browser.visiting import KINDS, Served

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VISITS = [
    *[("example", kind, "en") for kind in KINDS],
    *[("example", kind, "ar") for kind in KINDS if kind not in (WAY_IN.name, MISSING.name)],
    *[("example", kind, "ja") for kind in ("in force", "changes", "history")],
    *[
        ("qualifio", kind, "en")
        for kind in (WAY_IN.name, IN_FORCE.name, HISTORY.name, *(each.name for each in OF_SITE))
    ],
    *[("qualifio", kind, "fr") for kind in ("in force", "cookies")],
]
AWAY = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@cache
def axe() -> str:
    """The source of axe-core."""
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def findings(page: Page) -> list[str]:
    """What axe finds: rule, what is wrong, and where."""
    page.evaluate(axe())
    options: dict[str, Any] = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    result = page.evaluate("options => axe.run(document, options)", options)
    assert result["testEngine"]["name"] == "axe-core"
    return [
        f"{found['id']}: {found['help']}\n    {node['html'][:200]}\n    {node['failureSummary']}"
        for found in result["violations"]
        for node in found["nodes"][:3]
    ]


@pytest.mark.parametrize(("site", "kind", "language"), VISITS, indirect=["site"])
def test_a_page_is_accessible_and_keeps_to_itself(site: Served, kind: str, language: str) -> None:
    path = site.path(kind, language)
    assert path is not None, f"the site has no page of the kind {kind!r} in {language}"
    wrong: list[str] = []
    with site.visit() as visit:
        for width in (1280, 320):
            visit.page.set_viewport_size({"width": width, "height": 900})
            for scheme in ("light", "dark"):
                visit.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
                page = visit.go(path)
                assert len(page.inner_text("main")) > 40
                wrong += [f"{scheme}, {width} px: {finding}" for finding in findings(page)]
                over = page.evaluate(AWAY)
                if over > 0:
                    wrong.append(f"{scheme}, {width} px: scrolls sideways by {over} px")
                wrong += [f"blocked by the policy: {each}" for each in visit.violations()]
        wrong += [f"asks elsewhere: {url}" for url in visit.elsewhere]
        wrong += [f"script error: {error}" for error in visit.errors]
    assert not wrong, f"{path}\n" + "\n".join(dict.fromkeys(wrong))


@pytest.mark.parametrize(
    ("rule", "markup"), [("image-alt", '<img src="/x.png">'), ("heading-order", "<h2>a</h2><h4>b</h4>")]
)
def test_axe_finds_what_is_wrong(qualifio: Served, rule: str, markup: str) -> None:
    with qualifio.visit() as visit:
        page = visit.go("en/privacy/")
        page.evaluate("markup => document.querySelector('main').insertAdjacentHTML('beforeend', markup)", markup)
        assert any(finding.startswith(rule) for finding in findings(page))


def test_the_server_enforces_the_policy(qualifio: Served) -> None:
    """Without this, the tests above would prove nothing."""
    with qualifio.visit() as visit:
        page = visit.go("en/privacy/")
        page.evaluate("document.head.insertAdjacentHTML('beforeend', '<style>p { color: red }</style>')")
        page.wait_for_function("window.__violations.length > 0")


def test_the_colours_of_light_and_dark_differ(qualifio: Served) -> None:
    with qualifio.visit() as visit:
        page = visit.go("en/privacy/")
        seen = set()
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            seen.add(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
        assert len(seen) == 2


@pytest.mark.parametrize("path", ["handbook/", "developers/"])
def test_the_handbook_asks_nothing_elsewhere(qualifio: Served, path: str) -> None:
    with qualifio.visit() as visit:
        page = visit.go(path)
        page.wait_for_function("window.component$")  # what Material's script sets last
        page.evaluate("fetch(location.href)")  # so whatever was asked for before has been noted
        assert len(page.inner_text("article")) > 200
        assert not visit.elsewhere


def test_arabic_pages_run_from_right_to_left(example: Served) -> None:
    path = example.path("in force", "ar")
    with example.visit() as visit:
        page = visit.go(path or "")
        assert page.evaluate("getComputedStyle(document.querySelector('article')).direction") == "rtl"
        assert page.evaluate("getComputedStyle(document.querySelector('article p')).textAlign") in ("start", "right")


def test_in_print_the_masthead_goes_and_the_text_is_black_on_white(qualifio: Served) -> None:
    with qualifio.visit(color_scheme="dark") as visit:
        page = visit.go("en/privacy/")
        page.emulate_media(media="print", color_scheme="dark")
        colours = page.evaluate(
            "() => [getComputedStyle(document.querySelector('article p')).color,"
            " getComputedStyle(document.documentElement).backgroundColor]"
        )
        assert colours[0] in ("rgb(0, 0, 0)", "rgb(17, 17, 17)"), colours
        assert colours[1] in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"), colours
        assert not page.locator("nav.langs").is_visible()


@pytest.mark.parametrize(("kind", "what"), [("history", ".hist > li"), ("contact", ".card")])
def test_in_print_what_belongs_together_stays_together(example: Served, kind: str, what: str) -> None:
    with example.visit() as visit:
        page = visit.go(example.path(kind, "en") or "")
        page.emulate_media(media="print")
        assert page.locator(what).first.evaluate("e => getComputedStyle(e).breakInside") == "avoid"


def test_each_standing_has_a_mark_of_its_own_shape(example: Served) -> None:
    """Never colour alone (WCAG 1.4.1): full, half, ring."""
    drawn = """e => {
      const style = getComputedStyle(e, '::before');
      return [style.borderWidth, style.borderStyle, style.borderRadius, style.inlineSize].join(' | ');
    }"""
    notices, badges = set(), set()
    with example.visit() as visit:
        for status in ("in_force", "superseded", "announced", "withdrawn"):
            policy, version = example.version(status) or ("", {})
            page = visit.go(f"en/{policy}/v{version['version']}/")
            notices.add(page.locator(f".st-{status}:visible p:first-child strong").evaluate(drawn))
            page = visit.go(f"en/{policy}/history/")
            badges.add(page.locator(f".bd.st-{status}:visible").first.evaluate(drawn))
    assert len(notices) == len(badges) == 4, (notices, badges)
