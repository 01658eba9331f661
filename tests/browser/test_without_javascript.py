"""All that matters can be read and reached with JavaScript off."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.visiting import Served


@pytest.mark.parametrize(
    ("site", "kind", "mark"),
    [
        ("qualifio", "in force", "st-in_force"),
        ("example", "in force", "st-in_force"),
        ("example", "version in force", "st-in_force"),
        ("example", "superseded", "st-superseded"),
        ("example", "announced", "st-announced"),
    ],
    indirect=["site"],
)
def test_status_text_and_languages_show(site: Served, kind: str, mark: str) -> None:
    with site.visit(java_script_enabled=False) as visit:
        page = visit.go(site.path(kind, "en") or "")
        shown = page.locator(".st:visible")
        assert shown.count() == 1
        assert mark in (shown.get_attribute("class") or "").split()
        assert len(page.inner_text("article")) > 300
        assert page.locator("nav.langs a:visible").count() > 2
        assert page.locator("dl.dates time:visible").count() >= 1
        if kind in ("superseded", "announced"):
            page.locator(".st:visible a").click()
            expect(page.locator(".st-in_force:visible")).to_have_count(1)


def test_contents_lead_to_their_sections(qualifio: Served) -> None:
    with qualifio.visit(java_script_enabled=False) as visit:
        page = visit.go("en/privacy/")
        page.locator("nav.toc a[href='#retention']").click()
        page.wait_for_url(f"{qualifio.root}en/privacy/#retention")
        expect(page.locator("article #retention")).to_be_in_viewport()


def test_the_language_switch_keeps_policy_and_version(example: Served) -> None:
    path = example.path("superseded", "en") or ""
    with example.visit(java_script_enabled=False) as visit:
        page = visit.go(path)
        page.locator("nav.langs a[lang=ar]").click()
        page.wait_for_url(example.root + path.replace("en/", "ar/", 1))
        expect(page.locator("html")).to_have_attribute("lang", "ar")


def test_the_history_names_every_version_and_span(example: Served) -> None:
    policy = example.changed()
    versions = next(each["versions"] for each in example.policies if each["policy"] == policy)
    with example.visit(java_script_enabled=False) as visit:
        page = visit.go(f"en/{policy}/history/")
        assert page.locator(".hist > li:visible").count() == len(versions)
        assert page.locator(".when tbody tr:visible").count() >= len(versions) - 1
        assert page.locator(".asof:visible").count() == 0, "a control that needs a script shows without one"
        for version in versions:
            assert page.locator(f".hist #v{version['version']} h2 a").is_visible()


def test_changes_can_be_read(example: Served) -> None:
    with example.visit(java_script_enabled=False) as visit:
        page = visit.go(example.path("changes", "en") or "")
        assert page.locator("main ins:visible").count() + page.locator("main del:visible").count() > 0


def test_a_replaced_revision_leads_to_the_newest_and_to_what_was_corrected(example: Served) -> None:
    path = example.path("replaced", "en") or ""
    with example.visit(java_script_enabled=False) as visit:
        page = visit.go(path)
        assert page.locator(".st:visible").count() == 1
        page.locator(".st:visible a").click()
        version = path.split("r1/")[0]
        page.wait_for_url(example.root + version)
        page.locator(".court a", has_text="See what it changed").click()
        page.wait_for_url(f"{example.root}{version}r2/changes/")
        expect(page.locator("article ins:visible").first).to_be_visible()


def test_a_superseded_version_leads_on_to_its_comparison_with_the_one_in_force(example: Served) -> None:
    with example.visit(java_script_enabled=False) as visit:
        page = visit.go("en/privacy/v1/")
        page.locator("a", has_text="Compare with the version in force").click()
        page.wait_for_url(f"{example.root}en/privacy/changes/1-4/")
        expect(page.locator("article ins:visible").first).to_be_visible()


def test_the_way_in_offers_every_language(qualifio: Served) -> None:
    with qualifio.visit(java_script_enabled=False) as visit:
        page = visit.go("")
        for language in ("en", "fr", "nl", "de"):
            assert page.locator(f"a[hreflang={language}]:visible").count() >= 1


def test_cookies_and_contacts_can_be_read(qualifio: Served) -> None:
    with qualifio.visit(java_script_enabled=False) as visit:
        assert "HubSpot" in visit.go("en/cookies/").inner_text("main")
        contact = visit.go("en/contact/").inner_text("main")
        assert "Qualifio" in contact
        assert "1348" in contact
