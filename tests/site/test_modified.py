"""When what a page shows last changed: dates of the records, whenever the site is built."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from inforce.model.version import AsPublished
from inforce.publication import PublishedPolicy, PublishedSite
from inforce.site import modified
from inforce.site.frame import SiteContext
from inforce.site.renderer import maker

from tests.site import making

LATER = datetime(2027, 6, 1, tzinfo=UTC)


def context(site: PublishedSite) -> SiteContext:
    return SiteContext(published=site, words={}, maker=maker({}, lambda _, make: make()))


def in_force(site: PublishedSite, language: str) -> datetime | None:
    policy = site.policies[0]
    term = policy.timeline.in_force_at(site.as_of)
    assert term is not None
    return modified.of_in_force(context(site), policy, policy.version(term.version), language)


def test_the_page_in_force_changed_when_its_version_took_effect_or_its_edition_came() -> None:
    site = making.northwind()
    policy = site.policies[0]
    start = policy.timeline.term(2).effective_from
    added = next(each.recorded for each in policy.version(2).version.amendments)
    assert in_force(site, "en") == start
    assert in_force(site, "fr") == max(start, added)


def test_the_page_in_force_changed_when_it_began_to_say_what_follows() -> None:
    first, second = (making.version(n, making.brussels(2019 + 4 * n, 1, 1), making.TEXTS) for n in (1, 2))
    announced = making.brussels(2026, 5, 1)
    second = replace(second, version=replace(second.version, announced=announced))
    site = making.site(making.policy(first, second))
    start, follows = (term.effective_from for term in site.policies[0].timeline.terms)
    assert start < announced <= site.as_of < follows
    assert in_force(site, "en") == announced
    assert in_force(replace(site, as_of=announced - timedelta(seconds=1)), "en") == start
    assert in_force(replace(site, as_of=follows), "en") == follows


def test_it_changes_when_the_next_version_takes_effect_and_not_with_a_build() -> None:
    now = making.northwind()
    assert in_force(now, "en") == in_force(replace(now, as_of=now.as_of.replace(day=20)), "en")
    assert in_force(replace(now, as_of=LATER), "en") == now.policies[0].timeline.term(3).effective_from


def test_a_version_that_was_public_before_it_was_recorded_is_as_old_as_it_says() -> None:
    made = making.version(1, making.brussels(2020, 1, 1), {"en": making.TEXTS["en"]})
    recorded = making.brussels(2026, 1, 1)
    old = AsPublished(reason="Public before", source="sha256:" + "0" * 64)
    earlier = replace(made, version=replace(made.version, released=recorded, as_published=old), revisions={})
    site = making.site(making.policy(earlier))
    assert modified.of_version(context(site), earlier, "en") == making.brussels(2020, 1, 1)
    later = replace(earlier, version=replace(earlier.version, as_published=None))
    assert modified.of_version(context(site), later, "en") == recorded


def test_a_draft_has_no_date() -> None:
    policy: PublishedPolicy = making.policy(draft=making.working_text({"en": making.TEXTS["en"]}))
    (page,) = [each for each in making.made(making.site(policy)).values() if each.url == "en/privacy/draft/"]
    assert page.changed is None
    assert modified.of_history(context(making.site(policy)), policy) is None


def test_the_history_changed_with_the_last_record_or_change_of_what_is_in_force() -> None:
    site = making.northwind()
    found = modified.of_history(context(site), site.policies[0])
    assert found is not None
    assert found <= site.as_of
    versions = [each.version for each in site.policies[0].versions]
    recorded = [each.released for each in versions] + [a.recorded for each in versions for a in each.amendments]
    took = [term.effective_from for term in site.policies[0].timeline.terms]
    assert found == max(at for at in (*recorded, *took) if at is not None and at <= site.as_of)
