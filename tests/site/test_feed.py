"""What feeds tell: one entry for each record, from the record alone, under an id that stays."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from inforce.model.version import Amendment, AmendmentType, AsPublished
from inforce.publication import PublishedSite
from inforce.site.feed import MOST, Feed, FeedEntry, feeds
from inforce.site.frame import SiteContext
from inforce.site.renderer import maker
from inforce.site.resources import catalogs, templates
from inforce.site.translator import words_for

from tests.site import making


def made(published: PublishedSite) -> dict[str, Feed]:
    """Every feed by its address below the site's root, without the file's name."""
    context = SiteContext(
        published=published,
        words={language: words_for(language, catalogs()) for language in published.site.languages},
        maker=maker(templates(), lambda _, compute: compute()),
    )
    base = published.site.base_url
    return {each.atom.removeprefix(base).removesuffix("feed.xml"): each for each in feeds(context)}


def record(type: AmendmentType, month: int, reason: str = "Because.", **what: Any) -> Amendment:
    digest = hashlib.sha256(f"{type} {month}".encode()).hexdigest()
    return Amendment(
        made_by="inforce 0.1.0",
        type=type,
        recorded=making.brussels(2020, month, 2),
        reason=reason,
        previous=f"sha256:{digest}",
        **what,
    )


ENGLISH = {"en": making.TEXTS["en"]}
TERMS = {"fr": {"title": "Politique", "status": "courtesy", "reviewed": False}}
AMENDED = (
    record(AmendmentType.POSTPONEMENT, 2, "Too early.", effective_from=making.brussels(2020, 5, 1)),
    record(AmendmentType.TRANSLATION, 3, "Asked for.", languages=TERMS),
    record(AmendmentType.CORRECTION, 4, "A slip.", digests={"en": {}}),
    record(AmendmentType.WITHDRAWAL, 6, "Wrong.", effective_from=making.brussels(2020, 7, 1)),
)


@pytest.fixture(scope="module")
def amended() -> dict[str, Feed]:
    """Of a version that was postponed, translated, corrected and withdrawn."""
    version = making.version(
        1,
        making.brussels(2020, 5, 1),
        making.TEXTS,
        amendments=AMENDED,
        first_effective=making.brussels(2020, 3, 1),
        withdrawn=making.brussels(2020, 7, 1),
    )
    return made(making.site(making.policy(version)))


def every(found: dict[str, Feed]) -> Iterator[FeedEntry]:
    return (entry for feed in found.values() for entry in feed.entries)


def test_a_feed_for_each_policy_and_for_all_in_each_language(northwind: PublishedSite) -> None:
    found = made(northwind)
    assert set(found) == {
        f"{language}/{policy}" for language in ("en", "fr", "ar", "ja") for policy in ("", "privacy/")
    }
    assert found["fr/privacy/"].title == "Politique de confidentialité\u00a0: toutes les modifications"
    assert found["en/"].title == "Northwind: all changes of policies"
    assert found["en/privacy/"].home == "https://legal.example.org/policies/en/privacy/history/"


def test_each_record_is_an_entry_the_newest_first(amended: dict[str, Feed]) -> None:
    feed = amended["en/privacy/"]
    assert [(each.kind, each.updated) for each in feed.entries] == [
        ("withdrawal", making.brussels(2020, 6, 2)),
        ("", making.brussels(2020, 5, 1)),
        ("correction", making.brussels(2020, 4, 2)),
        ("translation", making.brussels(2020, 3, 2)),
        ("postponement", making.brussels(2020, 2, 2)),
    ]
    assert feed.updated == making.brussels(2020, 6, 2)
    assert [each.title for each in feed.entries] == [
        "Privacy policy, version 1: Withdrawal recorded",
        "Privacy policy, version 1",
        "Privacy policy, version 1: Text corrected: English",
        "Privacy policy, version 1: Translation added: French",
        "Privacy policy, version 1: Postponed",
    ]


@pytest.mark.parametrize(
    ("kind", "language", "told"),
    [
        ("postponement", "en", "<p>Postponed from 1 March 2020 to 1 May 2020.</p>\n<p>Too early.</p>"),
        ("postponement", "fr", 'au 1er\u00a0mai\u00a02020.</p>\n<p lang="en" dir="ltr">Too early.</p>'),
        ("translation", "en", "<p>Translation added: French.</p>"),
        ("correction", "en", "<p>Text corrected: English.</p>"),
        ("withdrawal", "en", "<p>Withdrawn with effect from 1 July 2020.</p>"),
        ("", "en", '<dt>Effective</dt> <dd><time datetime="2020-03-01T00:00:00+01:00">1 March 2020</time>'),
    ],
)
def test_what_an_entry_tells(amended: dict[str, Feed], kind: str, language: str, told: str) -> None:
    (entry,) = [each for each in amended[f"{language}/privacy/"].entries if each.kind == kind]
    assert told in entry.html


def test_a_release_tells_its_kind_its_notes_and_where_the_redline_is(northwind: PublishedSite) -> None:
    third, translated, second, first = made(northwind)["en/privacy/"].entries
    assert (third.title, first.title) == ("Privacy policy, version 3", "Privacy policy, version 1")
    assert second.redline == "https://legal.example.org/policies/en/privacy/changes/1-2/"
    assert f'<a href="{second.redline}">Compare with version 1</a>' in second.html
    assert "<dd>Material</dd>" in second.html
    assert "Contracts are kept for ten years." in second.html
    assert first.redline == ""
    assert "Kind of change" not in first.html, "there was nothing to change"
    assert translated.kind == "translation"
    assert (second.kind, first.kind) == ("material", "")


def test_no_two_entries_share_an_id_and_the_feed_of_all_has_those_of_each_policy(northwind: PublishedSite) -> None:
    found = made(northwind)
    own = [entry for folder, feed in found.items() if folder.endswith("privacy/") for entry in feed.entries]
    assert len({entry.id for entry in own}) == len(own) > 8
    assert {entry.id for entry in every(found)} == {entry.id for entry in own}
    assert len({feed.id for feed in found.values()}) == len(found)
    assert not {feed.id for feed in found.values()} & {entry.id for entry in own}


def test_another_company_with_the_same_policy_and_versions_has_other_ids(amended: dict[str, Feed]) -> None:
    digest = "sha256:" + "1" * 64
    others = tuple(each.model_copy(update={"previous": digest}) for each in AMENDED)
    version = making.version(1, making.brussels(2020, 5, 1), making.TEXTS, amendments=others)
    version = replace(version, version=replace(version.version, head=digest))
    found = made(making.site(making.policy(version)))
    assert not {entry.id for entry in every(found)} & {entry.id for entry in every(amended)}
    assert not {feed.id for feed in found.values()} & {feed.id for feed in amended.values()}


def test_ids_stay_when_the_site_moves(northwind: PublishedSite) -> None:
    moved = replace(northwind, site=northwind.site.model_copy(update={"base_url": "https://elsewhere.example/"}))
    before, after = made(northwind), made(moved)
    assert [entry.id for entry in every(before)] == [entry.id for entry in every(after)]
    assert [feed.id for feed in before.values()] == [feed.id for feed in after.values()]
    assert all(entry.url.startswith("https://elsewhere.example/") for entry in every(after))


def test_no_clock_has_a_part_in_it(northwind: PublishedSite) -> None:
    later = replace(northwind, as_of=northwind.as_of + timedelta(days=4000))
    assert made(later) == made(northwind)


def test_a_later_release_leaves_every_entry_as_it_is() -> None:
    first = making.version(1, making.brussels(2020, 11, 10), making.TEXTS)
    second = making.version(2, making.brussels(2026, 1, 15), making.TEXTS, note="More.")
    before = made(making.site(making.policy(first)))
    after = made(making.site(making.policy(first, second)))
    for folder, feed in before.items():
        assert after[folder].entries[1:] == feed.entries
        assert after[folder].id == feed.id
        assert after[folder].updated > feed.updated


def test_a_draft_is_no_news() -> None:
    assert made(making.northwind(draft=True)) == made(making.northwind())


def test_a_version_kept_as_it_was_published_has_the_day_on_which_it_was() -> None:
    version = making.version(1, making.brussels(2020, 11, 10), making.TEXTS)
    recorded = datetime(2026, 1, 1, tzinfo=UTC)
    kept = {"reason": "Public before.", "source": "sha256:" + "0" * 64}
    old = replace(version.version, released=recorded, announced=None, as_published=AsPublished.model_validate(kept))
    (entry,) = made(making.site(making.policy(replace(version, version=old))))["en/"].entries
    assert (entry.published, entry.updated) == (making.brussels(2020, 11, 10), recorded)


def test_where_nothing_was_released_there_is_no_feed() -> None:
    assert made(making.site(making.policy())) == {}


def test_the_newest_alone_stand_in_a_feed() -> None:
    many = tuple(
        making.version(n, making.brussels(2020, 1, 1) + timedelta(days=n), ENGLISH) for n in range(1, MOST + 3)
    )
    entries = made(making.site(making.policy(*many)))["en/privacy/"].entries
    assert len(entries) == MOST
    assert entries[0].title.endswith(f"version {MOST + 2}")
