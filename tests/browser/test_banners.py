"""The configurations of consent banners, loaded by the real packages in a real browser, by the code of
`docs/developers/banners.md`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.banners import KLARO, VANILLA, Config, Shop, shop
from tests.built import reading

SET = """
for (const cookie of ["_ms_visit_a=1", "_ms_visit_b=1; domain=marram.example.org", "marram_session=1", "own=1",
    "x_ms_visit_=1"]) document.cookie = `${cookie}; path=/`;
"""
KEPT = {"marram_session", "own", "x_ms_visit_"}
ISOLATES = "[\N{LEFT-TO-RIGHT ISOLATE}\N{POP DIRECTIONAL ISOLATE}]"
COUNTED = {"_ms_visit_a", "_ms_visit_b"}
"""What `_ms_visit_`, a prefix in the category `analytics`, means; one is set for the wider domain."""


@pytest.fixture
def vanilla(chromium: Browser, example_site: Path) -> Iterator[Shop]:
    with shop(chromium, example_site, VANILLA) as found:
        yield found


@pytest.fixture
def klaro(chromium: Browser, example_site: Path) -> Iterator[Shop]:
    with shop(chromium, example_site, KLARO) as found:
        yield found


def summary(site: Path, language: str = "en") -> dict[str, Any]:
    """What a banner is told of: what of a summary is on the website."""
    found: dict[str, Any] = json.loads((site / f"api/v1/privacy/current/{language}.json").read_bytes())
    found["cookies"] = [each for each in found["cookies"] if each.get("medium", "website") == "website"]
    told = {each["category"] for each in found["cookies"]}
    found["cookie_categories"] = [each for each in found["cookie_categories"] if each["id"] in told]
    return found


def categories(site: Path, *, free: bool) -> set[str]:
    return {each["id"] for each in summary(site)["cookie_categories"] if each["consent_required"] is not free}


def languages(site: Path) -> list[str]:
    found = reading.index(site)["languages"]
    assert len(found) > 2
    return list(found)


def asked_again(config: Config) -> None:
    """A version with a greater epoch, as it would be sent."""
    config["revision"] = config.get("revision", 0) + 1
    config["storageName"] = "klaro-privacy-99"


# ---- vanilla-cookieconsent


def button(page: Page, role: str) -> Locator:
    return page.locator(f"#cc-main button[data-role='{role}']").locator("visible=true")


def test_vanilla_speaks_every_language(vanilla: Shop, example_site: Path) -> None:
    for language in languages(example_site):
        page = vanilla.visit(language)
        said = vanilla.configuration()["language"]["translations"][language]
        banner, preferences = page.locator("#cc-main .cm"), page.locator("#cc-main .pm")
        expect(banner).to_be_visible()
        expect(banner.locator(".cm__title")).to_have_text(said["consentModal"]["title"])
        expect(banner.locator(".cm__footer a")).to_have_attribute(
            "href", f"https://legal.example.org/{summary(example_site, language)['path']}"
        )
        expect(banner.locator(".cm__desc")).to_have_css("direction", "rtl" if language == "ar" else "ltr")
        button(page, "show").click()
        expect(preferences).to_be_visible()
        facts = summary(example_site, language)
        heads = preferences.locator(".pm__section--toggle > .pm__section-title-wrapper > .pm__section-title")
        expect(heads).to_have_count(len(facts["cookie_categories"]))
        for category in facts["cookie_categories"]:
            if "label" in category:
                expect(heads.filter(has_text=category["label"]["text"])).to_have_count(1)
        expect(preferences.locator(".pm__table-tr")).to_have_count(len(facts["cookies"]))
        exempted = [each["exemption"]["text"] for each in facts["cookie_categories"] if "exemption" in each]
        said_there = preferences.evaluate("(node) => node.textContent")
        assert exempted
        assert all(why in said_there for why in exempted)
        captions = json.loads((example_site / f"api/v1/words/{language}.json").read_bytes())["captions"]
        expect(preferences.locator("thead").first.locator("th")).to_have_text(
            [captions[name] for name in ("name", "provider", "purpose", "lifetime", "type")]
        )


def test_vanilla_clears_by_pattern_what_was_rejected_and_nothing_else(vanilla: Shop, example_site: Path) -> None:
    page = vanilla.visit()
    page.evaluate(SET)
    button(page, "necessary").first.click()
    expect(page.locator("#cc-main .cm")).to_be_hidden()
    vanilla.comes_to_have(KEPT | {"cc_cookie"})
    assert accepted(page) == categories(example_site, free=True)
    vanilla.visit()
    expect(page.locator("#cc-main .cm")).to_have_count(0)


def test_vanilla_clears_when_a_consent_is_taken_back(vanilla: Shop, example_site: Path) -> None:
    page = vanilla.visit()
    page.evaluate(SET)
    button(page, "all").first.click()
    vanilla.comes_to_have(KEPT | COUNTED | {"cc_cookie"})
    assert accepted(page) == categories(example_site, free=True) | categories(example_site, free=False)
    page.evaluate("import('/vendor/cookieconsent.esm.js').then((it) => it.showPreferences())")
    switch = page.locator("#cc-main .section__toggle[value='analytics']:not([data-category])")
    expect(page.locator("#cc-main .section__toggle[value='necessary']")).to_be_disabled()
    switch.evaluate("(node) => node.click()")
    button(page, "save").click()
    expect(page.locator("#cc-main .pm")).to_be_hidden()
    vanilla.comes_to_have(KEPT | {"cc_cookie"})
    assert "analytics" not in accepted(page)


def test_vanilla_asks_again_when_the_epoch_grows_and_says_why(vanilla: Shop) -> None:
    page = vanilla.visit()
    why = vanilla.configuration()["language"]["translations"]["en"]["consentModal"]["revisionMessage"]
    expect(page.locator("#cc-main .cm__desc")).not_to_contain_text(why)
    button(page, "all").first.click()
    vanilla.change = asked_again
    vanilla.visit()
    expect(page.locator("#cc-main .cm__desc")).to_contain_text(why)


def test_vanilla_asks_nothing_where_nothing_needs_consent(vanilla: Shop) -> None:
    vanilla.change = lambda config: config.update(autoShow=False)
    page = vanilla.visit()
    expect(page.locator("#cc-main .cm")).to_be_hidden()


def accepted(page: Page) -> set[str]:
    found = page.evaluate(
        "import('/vendor/cookieconsent.esm.js').then((it) => it.getUserPreferences().acceptedCategories)"
    )
    return set(found)


# ---- Klaro


def test_klaro_speaks_every_language(klaro: Shop, example_site: Path) -> None:
    for language in languages(example_site):
        page = klaro.visit(language)
        said = klaro.configuration()["translations"][language]
        notice = page.locator("#klaro-cookie-notice")
        expect(notice).to_be_visible()
        expect(notice.locator(".cn-decline")).to_have_text(said["decline"])
        expect(notice.locator("p a").first).to_have_attribute(
            "href", f"https://legal.example.org/{summary(example_site, language)['path']}"
        )
        notice.locator(".cn-learn-more").click()
        modal = page.locator(".cm-modal")
        expect(modal).to_be_visible()
        facts = summary(example_site, language)
        purposes = modal.locator(".cm-purpose > label .cm-list-title")
        expect(purposes, "and the switch for all").to_have_count(len(facts["cookie_categories"]) + 1)
        told = re.sub(ISOLATES, "", modal.evaluate("(node) => node.textContent"))
        assert "missing translation" not in told
        for category in facts["cookie_categories"]:
            assert category.get("label", {"text": ""})["text"] in told
            assert category.get("exemption", {"text": ""})["text"] in told
        for cookie in facts["cookies"]:
            assert cookie["description"]["text"] in told
            assert cookie.get("name", "") in told


def test_klaro_clears_by_pattern_what_was_rejected_and_nothing_else(klaro: Shop, example_site: Path) -> None:
    page = klaro.visit()
    page.evaluate(SET)
    page.locator(".cn-decline").click()
    expect(page.locator("#klaro-cookie-notice")).to_have_count(0)
    klaro.comes_to_have(KEPT | {klaro_cookie(example_site)})
    assert consents(page) == categories(example_site, free=True)
    klaro.visit()
    expect(page.locator("#klaro-cookie-notice")).to_have_count(0)


def test_klaro_clears_when_a_consent_is_taken_back(klaro: Shop, example_site: Path) -> None:
    page = klaro.visit()
    page.evaluate(SET)
    page.locator("#klaro-cookie-notice .cm-btn-success").click()
    klaro.comes_to_have(KEPT | COUNTED | {klaro_cookie(example_site)})
    assert consents(page) == categories(example_site, free=True) | categories(example_site, free=False)
    page.evaluate("klaro.show()")
    expect(page.locator("#purpose-item-necessary")).to_be_disabled()
    page.locator("label[for='purpose-item-analytics']").click()
    page.locator(".cm-btn-accept").click()
    expect(page.locator(".cm-modal")).to_have_count(0)
    klaro.comes_to_have(KEPT | {klaro_cookie(example_site)})
    assert "analytics" not in consents(page)


def test_klaro_asks_again_when_the_epoch_grows(klaro: Shop) -> None:
    page = klaro.visit()
    page.locator("#klaro-cookie-notice .cm-btn-success").click()
    klaro.visit()
    expect(page.locator("#klaro-cookie-notice")).to_have_count(0)
    klaro.change = asked_again
    klaro.visit()
    expect(page.locator("#klaro-cookie-notice")).to_be_visible()


def test_klaro_asks_nothing_where_nothing_needs_consent(klaro: Shop) -> None:
    klaro.change = lambda config: config.update(noNotice=True)
    page = klaro.visit()
    expect(page.locator("#klaro-cookie-notice")).to_be_hidden()


def klaro_cookie(site: Path) -> str:
    """Where it keeps the answers."""
    return f"klaro-privacy-{summary(site)['consent_epoch']}"


def consents(page: Page) -> set[str]:
    """The categories of the services that are allowed."""
    found: dict[str, bool] = page.evaluate("klaro.getManager().consents")
    return {name.partition(".")[0] for name, allowed in found.items() if allowed}
