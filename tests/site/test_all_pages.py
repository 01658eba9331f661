"""All pages together: which there are, and what holds for every one of them."""

from __future__ import annotations

import re
from urllib.parse import urldefrag, urljoin

import pytest
from inforce.publication import PublishedSite
from inforce.site.all_pages import NAMES, site_feeds, site_pages
from inforce.site.page import Page
from inforce.site.resources import assets, catalogs, templates

from tests.site import making
from tests.site.reading import of_class, shown, tree

BASE = "https://legal.example.org/policies/"


def test_the_pages_there_are(pages: dict[str, Page]) -> None:
    english = {url for url in pages if url.startswith("en/")}
    assert english == {
        "en/privacy/",
        "en/privacy/v1/",
        "en/privacy/v2/",
        "en/privacy/v3/",
        "en/privacy/v1/r1/",
        "en/privacy/v2/r1/",
        "en/privacy/v3/r1/",
        "en/privacy/history/",
        "en/privacy/changes/1/",
        "en/privacy/changes/1-2/",
        "en/privacy/changes/2-3/",
        "en/privacy/changes/1-3/",
        "en/privacy/since/",
        *(f"en/{name}/" for name in NAMES),
    }
    for language in ("fr", "ar", "ja"):
        others = {language + url[2:] for url in english} - {f"{language}/privacy/v1/r1/"}
        assert {url for url in pages if url.startswith(f"{language}/")} == others, "no revision without an edition"
    assert set(pages) - {url for url in pages if url[2:3] == "/"} == {"", "404.html"}
    assert {page.path for page in pages.values()} >= {"index.html", "404.html", "en/privacy/index.html"}


def test_search_engines_may_list_what_is_its_own_address_and_in_force_or_to_come(pages: dict[str, Page]) -> None:
    listed = {url.removeprefix("en/") for url, page in pages.items() if page.listed}
    policies = {url for url in listed if url[2:3] != "/" and url.rstrip("/") not in NAMES}
    assert policies == {"privacy/", "privacy/v3/", "privacy/history/"}


def test_a_draft_shows_only_when_asked_for(pages: dict[str, Page], drafts: dict[str, Page]) -> None:
    assert set(drafts) - set(pages) == {
        f"{language}/privacy/{rest}/"
        for language in ("en", "fr", "ar", "ja")
        for rest in ("draft", "changes/2-draft", "changes/3-draft")
    }
    root = tree(drafts["en/privacy/draft/"].html)
    assert shown(of_class(root, "st-draft")[0]).startswith("Draft: a proposed text that is not in force")
    assert 'content="noindex"' in drafts["en/privacy/draft/"].html
    assert "Belgium (EU)" in shown(tree(drafts["en/privacy/draft/"].html))
    assert not [url for url, page in pages.items() if "draft" in page.html.lower()]


def test_every_page_is_sound(drafts: dict[str, Page]) -> None:
    for url, page in drafts.items():
        root = tree(page.html)
        assert len(list(root.iter("h1"))) == 1, url
        assert len(list(root.iter("main"))) == 1, url
        assert root.get("lang") == page.language, url
        assert root.get("dir") == ("rtl" if page.language == "ar" else "ltr"), url
        articles = list(root.iter("article"))
        policy = url == "" or re.search(r"/privacy/(v\d/(r\d/)?|draft/|changes/.*-.*/)?$", url)
        assert len(articles) == (1 if policy else 0), url
        ids = [each.get("id") for each in root.iter() if each.get("id")]
        assert len(ids) == len(set(ids)), url
        for each in root.iter():
            assert each.tag != "style", url
            assert "style" not in each.attrib, url
            assert not [name for name in each.attrib if name.startswith("on")], url
            if each.tag == "script":
                assert each.get("src"), url
                assert not each.text, url
        labels = {each.get("for") for each in root.iter("label")}
        assert None in labels or not labels


def test_every_link_leads_to_a_page_or_a_file(drafts: dict[str, Page]) -> None:
    published = making.northwind(draft=True)
    feeds = dict(site_feeds(published, catalogs=catalogs(), templates=templates(), memo=lambda _, compute: compute()))
    known = {*drafts, *assets(), *feeds}
    count = 0
    for url, page in drafts.items():
        root = tree(page.html)
        anchors = {each.get("id") for each in root.iter() if each.get("id")}
        for each in root.iter():
            address = each.get("href") or each.get("src")
            if each.tag not in ("a", "link", "script") or not address:
                continue
            count += 1
            if address.startswith("#"):
                assert address[1:] in anchors, (url, address)
                continue
            target, anchor = urldefrag(urljoin(BASE + url, address))
            there = target.removeprefix(BASE)
            if target.startswith(BASE) and not target.startswith(BASE + "api/"):
                assert there in known, (url, address)
                assert not anchor or f'id="{anchor}"' in drafts[there].html, (url, address)
    assert count > 1000


def test_titles_of_a_language_differ(drafts: dict[str, Page]) -> None:
    titles = [page.title for url, page in drafts.items() if url.startswith("fr/")]
    assert len(titles) == len(set(titles))


def links(page: Page, relation: str) -> list[tuple[str | None, str]]:
    found = (each for each in tree(page.html).iter("link") if each.get("rel") == relation)
    return [(each.get("hreflang"), each.get("href") or "") for each in found]


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("", "en/privacy/"),
        ("en/privacy/", "en/privacy/"),
        ("fr/privacy/", "fr/privacy/"),
        ("en/privacy/v1/", "en/privacy/v1/"),
        ("fr/privacy/v1/", "en/privacy/v1/"),
        ("en/privacy/v2/", "en/privacy/"),
        ("fr/privacy/v2/", "fr/privacy/"),
        ("en/privacy/v3/", "en/privacy/v3/"),
        ("ja/cookies/", "ja/cookies/"),
    ],
)
def test_each_page_names_the_address_that_it_is_known_by(pages: dict[str, Page], url: str, canonical: str) -> None:
    assert links(pages[url], "canonical") == [(None, BASE + canonical)]


def test_an_address_that_a_page_is_known_by_names_no_other(drafts: dict[str, Page]) -> None:
    names = {BASE + url: links(page, "canonical")[0][1] for url, page in drafts.items() if page.html}
    assert {url for url, named in names.items() if names[named] != named} == set()


def test_translations_of_a_page_name_one_another(pages: dict[str, Page]) -> None:
    for language in ("en", "fr", "ar", "ja"):
        found = links(pages[f"{language}/privacy/"], "alternate")
        assert [pair for pair in found if pair[0]] == [
            *((other, f"{BASE}{other}/privacy/") for other in ("en", "fr", "ar", "ja")),
            ("x-default", f"{BASE}en/privacy/"),
        ]


@pytest.mark.parametrize(("url", "noindex"), [("en/privacy/", False), ("en/privacy/v1/", True), ("404.html", True)])
def test_what_search_engines_keep(pages: dict[str, Page], url: str, noindex: bool) -> None:
    assert ('content="noindex"' in pages[url].html) == noindex


def test_the_missing_page_works_at_any_depth(pages: dict[str, Page]) -> None:
    root = tree(pages["404.html"].html)
    for each in [*root.iter("a"), *root.iter("script")]:
        address = each.get("href") or each.get("src") or ""
        assert address == "#main" or address.startswith("/policies/"), address


def test_hostile_texts_stay_texts() -> None:
    hostile = making.HOSTILE
    version = making.version(1, making.brussels(2020, 1, 1), {"en": making.TEXTS["en"]}, note=hostile)
    policy = making.policy(version)
    policy.config.title["en"] = hostile
    policy.config.title["fr"] = hostile
    site = making.site(policy)
    object.__setattr__(site.site, "name", hostile)
    object.__setattr__(version.editions["en"].edition, "title", hostile)
    contents = version.facts.cookies.get("lang")
    assert contents is not None
    assert contents.description is not None
    contents.description["en"] = hostile
    for url, page in making.made(site).items():
        root = tree(page.html)
        scripts = [each.get("src") or "" for each in root.iter("script")]
        assert scripts[:2] == [_root(url) + name for name in ("inforce.js", "inforce-reading.js")], url
        assert {name.removeprefix(_root(url)) for name in scripts} <= {
            name.removeprefix("assets/") for name in assets()
        }
        assert not list(root.iter("img")), url
        assert hostile in "".join(root.itertext()), url


def _root(url: str) -> str:
    return "/policies/assets/" if url == "404.html" else ("../" * url.count("/") or "./") + "assets/"


def test_nothing_is_made_twice(northwind: PublishedSite) -> None:
    known: dict[str, str] = {}
    asked: list[str] = []

    def memo(key: str, compute: making.Compute) -> str:
        asked.append(key)
        if key not in known:
            known[key] = compute()
        return known[key]

    def build() -> list[Page]:
        return list(site_pages(northwind, catalogs=catalogs(), templates=templates(), memo=memo))

    first = build()
    made = len(known)
    asked.clear()
    assert build() == first
    assert len(known) == made
    assert not [key for key in asked if key.startswith(("section-", "redline-"))]


def test_released_pages_change_only_with_their_own_state() -> None:
    """A fourth version is published: what is superseded already stays byte for byte as it was."""
    before = making.northwind()
    policy = before.policies[0]
    fourth = making.version(4, making.brussels(2028, 1, 1), making.TEXTS)
    after = making.site(making.policy(*policy.versions, fourth))
    old, new = making.made(before), making.made(after)
    kept = [url for url in old if re.search(r"/v[12]/(r1/)?$|/changes/1-2/$", url)]
    assert len(kept) == 17
    assert [url for url in kept if old[url].html != new[url].html] == []
    for url in ("en/privacy/v3/", "en/privacy/changes/2-3/"):
        assert old[url].html != new[url].html
    assert old["en/privacy/history/"].html != new["en/privacy/history/"].html


def test_a_day_passing_changes_nothing_but_the_day_that_is_told_where_no_script_runs() -> None:
    one, next_day = (making.made(making.northwind(as_of=making.brussels(2026, 6, day))) for day in (1, 2))
    told = re.compile("<noscript>.*?</noscript>")
    assert {url: told.sub("", page.html) for url, page in one.items()} == {
        url: told.sub("", page.html) for url, page in next_day.items()
    }
    for url in ("en/privacy/v1/", "en/privacy/v1/r1/", "404.html"):
        assert one[url] == next_day[url], "it says nothing of what is in force now"


def test_no_version_in_force_yet() -> None:
    pages = making.made(making.northwind(as_of=making.brussels(2020, 1, 1)))
    root = tree(pages["en/privacy/"].html)
    assert "No version of this policy is in force." in shown(root)
    assert "Version 1 takes effect on 10 November 2020." in shown(root)
    assert not list(root.iter("article"))
    assert "nothing to state" in pages["en/cookies/"].html


def test_what_is_to_come_comes_though_nobody_rebuilds() -> None:
    root = tree(making.made(making.northwind(as_of=making.brussels(2020, 1, 1)))["en/privacy/"].html)
    states = [(each.get("data-from"), each.get("data-until"), shown(each)) for each in of_class(root, "st")]
    first, second, third = "2020-11-10T00:00:00+01:00", "2026-01-15T00:00:00+01:00", "2027-02-01T00:00:00+01:00"
    assert states[0][:2] == (None, first)
    assert states[1:] == [
        (first, second, "In force since 10 November 2020 Read version 1"),
        (second, third, "In force since 15 January 2026 Read version 2"),
        (third, None, "In force since 1 February 2027 Read version 3"),
    ]
    assert ["hidden" in each.attrib for each in of_class(root, "st")] == [False, True, True, True]
