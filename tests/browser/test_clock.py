"""A scheduled version comes into force at its instant, though nobody rebuilds the site."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.visiting import Served, stop_the_clock


@pytest.fixture
def scheduled(example: Served) -> tuple[str, dict[str, Any], datetime]:
    """The policy, the version, and its instant."""
    found = example.version("announced")
    assert found is not None, "the example has no version that takes effect in the future"
    policy, version = found
    return policy, version, datetime.fromisoformat(version["effective_from"])


@pytest.mark.parametrize(("seconds", "state"), [(-1, "announced"), (0, "in_force"), (3600, "in_force")])
def test_its_own_page_says_so(
    example: Served, scheduled: tuple[str, dict[str, Any], datetime], seconds: int, state: str
) -> None:
    policy, version, instant = scheduled
    with example.visit() as visit:
        visit.page.clock.set_fixed_time(instant + timedelta(seconds=seconds))
        page = visit.go(f"en/{policy}/v{version['version']}/")
        expect(page.locator(".st:visible")).to_have_count(1)
        expect(page.locator(f".st-{state}:visible")).to_have_count(1)


def test_the_page_in_force_announces_it_and_then_offers_it(
    example: Served, scheduled: tuple[str, dict[str, Any], datetime]
) -> None:
    policy, version, instant = scheduled
    target = f"/en/{policy}/v{version['version']}/"
    with example.visit() as visit:
        visit.page.clock.set_fixed_time(instant - timedelta(seconds=1))
        page = visit.go(f"en/{policy}/")
        expect(page.locator(".st-in_force:visible")).to_have_count(1)
        visit.page.clock.set_fixed_time(instant)
        page = visit.go(f"en/{policy}/")
        expect(page.locator(".st-superseded:visible")).to_have_count(1)
        page.locator(".st:visible a").first.click()
        page.wait_for_url(lambda url: url.endswith((target, f"/en/{policy}/")))


def test_an_open_page_changes_at_the_instant(example: Served, scheduled: tuple[str, dict[str, Any], datetime]) -> None:
    policy, version, instant = scheduled
    with example.visit() as visit:
        stop_the_clock(visit.page, instant - timedelta(seconds=5))
        page = visit.go(f"en/{policy}/v{version['version']}/")
        expect(page.locator(".st-announced:visible")).to_have_count(1)
        page.clock.run_for(6_000)
        expect(page.locator(".st-in_force:visible")).to_have_count(1)


def test_the_history_follows_the_clock(example: Served, scheduled: tuple[str, dict[str, Any], datetime]) -> None:
    policy, version, instant = scheduled
    with example.visit() as visit:
        visit.page.clock.set_fixed_time(instant)
        page = visit.go(f"en/{policy}/history/")
        expect(page.locator(f"#v{version['version']} .bd:visible")).to_have_class("bd st-in_force")
        expect(page.locator(".bd.st-in_force:visible")).to_have_count(1)


def test_a_redline_follows_the_clock(example: Served, scheduled: tuple[str, dict[str, Any], datetime]) -> None:
    policy, version, instant = scheduled
    before = version["version"] - 1
    with example.visit() as visit:
        for seconds, expected in ((-1, ["in_force", "announced"]), (0, ["superseded", "in_force"])):
            visit.page.clock.set_fixed_time(instant + timedelta(seconds=seconds))
            page = visit.go(f"en/{policy}/changes/{before}-{version['version']}/")
            states = page.locator(".sides .st:visible")
            expect(states).to_have_class([f"st st-{each}" for each in expected])


def test_what_was_in_force_on_a_day(example: Served) -> None:
    policy = example.changed()
    versions = next(each["versions"] for each in example.policies if each["policy"] == policy)
    first = versions[0]
    with example.visit() as visit:
        page = visit.go(f"en/{policy}/history/")
        field = page.locator(".asof input[type=date]")
        day = datetime.fromisoformat(first["effective_from"])
        field.fill((day + timedelta(days=2)).date().isoformat())
        expect(page.locator(".asof [role=status] p:visible")).to_have_count(1)
        expect(page.locator(".asof [role=status] a:visible")).to_have_attribute("href", re.compile("v1/"))
        field.fill((day - timedelta(days=400)).date().isoformat())
        expect(page.locator(".asof [role=status] a:visible")).to_have_count(0)
        expect(page.locator(".asof [role=status] p:visible")).to_have_count(1)
