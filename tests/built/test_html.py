"""The markup of both sites: valid by the HTML standard, ids unique, languages and headings right."""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from inforce.site.all_pages import KINDS
from inforce.site.policy import IN_FORCE

from tests.built import reading

RIGHT_TO_LEFT = {"ar", "fa", "he", "ur"}


def test_markup_is_valid(built_site: Path) -> None:
    wrong, seen = [], 0
    for page in reading.our_pages(built_site):
        seen += 1
        text = page.read_text(encoding="utf-8")
        assert text.startswith("<!DOCTYPE html>"), page
        wrong += [f"{page.relative_to(built_site)} {error}" for error in reading.parse(text)[1]]
    assert not wrong, "\n".join(wrong)
    assert seen > 10


def test_fragments_are_valid(built_site: Path) -> None:
    fragments = sorted((built_site / "api").rglob("*.html"))
    assert fragments
    for path in fragments:
        text = path.read_text(encoding="utf-8")
        tree, errors = reading.parse(f"<!DOCTYPE html>\n<title>x</title>\n{text}")
        assert not errors, (path, errors)
        for each in tree.iter("a"):
            assert re.match(r"(https:|mailto:|tel:)", each.get("href", "")), (path, each.get("href"))
        assert not [each.tag for each in tree.iter() if each.tag in ("script", "style", "link", "iframe", "form")], path


@pytest.mark.parametrize(
    "markup",
    ["<p><div>a</div></p></p>", "<ul><li>a</ul></li>", "<p>a<b>b</p>", "<p id=a id=b>x", "<table><p>x</table>"],
)
def test_the_check_of_markup_finds_errors(markup: str) -> None:
    assert reading.parse(f"<!DOCTYPE html><title>x</title>{markup}")[1]


def test_ids_are_unique_and_references_resolve(built_site: Path) -> None:
    for page in reading.our_pages(built_site):
        every = list(reading.tree(page).iter())
        ids = Counter(each.get("id") for each in every if each.get("id"))
        assert not [name for name, count in ids.items() if count > 1], page
        for each in every:
            for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
                assert all(name in ids for name in each.get(attribute, "").split()), (page, each.attrib)


def test_a_page_says_its_language_and_direction(built_site: Path) -> None:
    languages = reading.index(built_site)["languages"]
    for page in reading.our_pages(built_site):
        root = reading.tree(page)
        language = root.get("lang", "")
        assert language, page
        folder = page.relative_to(built_site).parts[0]
        if folder in languages:
            assert language == folder, page
        assert root.get("dir") == ("rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr"), page


def test_a_page_has_one_title_one_main_one_first_heading(built_site: Path) -> None:
    for page in reading.our_pages(built_site):
        root = reading.tree(page)
        for tag in ("title", "main", "h1"):
            assert len(list(root.iter(tag))) == 1, (page, tag)
        assert len(list(root.iter("article"))) <= 1, page
        levels = [int(each.tag[1]) for each in root.iter() if each.tag in ("h1", "h2", "h3", "h4")]
        assert all(after <= before + 1 for before, after in pairwise(levels)), (page, levels)


def test_no_page_holds_script_or_style_in_itself(built_site: Path) -> None:
    for page in reading.our_pages(built_site):
        for each in reading.tree(page).iter():
            assert each.tag != "style", page
            assert each.get("style") is None, (page, each.attrib)
            assert each.tag != "script" or each.get("src") or each.get("type") == "application/json", page
            assert not [name for name in each.attrib if name.startswith("on")], (page, each.attrib)


def test_each_page_is_of_a_kind_and_each_kind_has_pages(example_site: Path) -> None:
    """So the tests in a browser, which visit every kind, visit every kind of page that there is."""
    found = {reading.kind_of(page.relative_to(example_site).as_posix()) for page in reading.our_pages(example_site)}
    assert found == {kind.name for kind in KINDS}


def test_all_titles_of_a_language_differ(built_site: Path) -> None:
    """A reader with many tabs open, or a list of results, can tell the pages apart (WCAG 2.4.2)."""
    for language in reading.index(built_site)["languages"]:
        titles = Counter(
            reading.words(next(iter(reading.tree(page).iter("title"))))
            for page in (built_site / language).rglob("index.html")
            if reading.kind_of(page.relative_to(built_site).as_posix()) != IN_FORCE.name
        )
        assert titles
        assert not [title for title, count in titles.items() if count > 1]


def test_a_page_says_in_a_sentence_what_it_is(built_site: Path) -> None:
    """For whoever sees no more of it: a list of results, a link in a message (ogp.me). No image of another host."""
    for page in reading.our_pages(built_site):
        root = reading.tree(page)
        said = [(each.get("name") or each.get("property"), each.get("content") or "") for each in root.iter("meta")]
        by_name = {name: content for name, content in said if name}
        assert [name for name, _ in said].count("description") == 1, page
        description, title = by_name["description"], next(iter(root.iter("title"))).text or ""
        assert 15 < len(description) <= 250, (page, description)
        assert "{" not in description, (page, description)
        assert by_name["og:site_name"] in description, page
        assert by_name["og:description"] == description, page
        assert title.startswith(by_name["og:title"]), page
        whole_text = bool(list(root.iter("article"))) and page.parent.parent.name != "changes" != page.parent.name
        assert by_name["og:type"] == ("article" if whole_text else "website"), page
        (canonical,) = (each.get("href") for each in root.iter("link") if each.get("rel") == "canonical")
        assert by_name["og:url"] == canonical, page
        assert by_name["og:locale"].split("_")[0] == root.get("lang", "").split("-")[0], page
        others = [content for name, content in said if name == "og:locale:alternate"]
        spoken = {each.get("hreflang") for each in root.iter("link") if each.get("hreflang")}
        assert len(others) == len(spoken - {"x-default", root.get("lang")}), page
        assert not [name for name in by_name if name and name.startswith(("og:image", "og:video", "twitter:"))], page


def test_pages_that_may_be_listed_are_told_apart_by_their_sentences(built_site: Path) -> None:
    for language in reading.index(built_site)["languages"]:
        sentences = Counter(
            each.get("content")
            for page in (built_site / language).rglob("index.html")
            if "noindex" not in page.read_text("utf-8")
            for each in reading.tree(page).iter("meta")
            if each.get("name") == "description"
        )
        assert sentences
        assert not [said for said, count in sentences.items() if count > 1]


def test_the_site_map_has_each_listed_page_with_its_date_and_its_translations(built_site: Path) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    base, made_at = (reading.index(built_site)[name] for name in ("base_url", "made_at"))
    found = 0
    for url in ElementTree.parse(built_site / "sitemap.xml").getroot().findall("s:url", names):
        path = (url.findtext("s:loc", "", names)).removeprefix(base)
        page = built_site / path / "index.html"
        if page not in set(reading.our_pages(built_site)):
            continue
        found += 1
        changed = url.findtext("s:lastmod", "", names)
        assert datetime.fromisoformat(changed) < datetime.fromisoformat(made_at), path
        links = [each for each in reading.tree(page).iter("link") if each.get("hreflang")]
        assert [(each.get("hreflang"), each.get("href")) for each in url.findall("x:link", names)] == [
            (each.get("hreflang"), each.get("href")) for each in links
        ], path
    assert found > 10
