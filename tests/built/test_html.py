"""The markup of both sites: valid by the HTML standard, ids unique, languages and headings right."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

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


def test_all_titles_of_a_language_differ(built_site: Path) -> None:
    """A reader with many tabs open, or a list of results, can tell the pages apart (WCAG 2.4.2)."""
    for language in reading.index(built_site)["languages"]:
        titles = Counter(
            reading.words(next(iter(reading.tree(page).iter("title"))))
            for page in (built_site / language).rglob("index.html")
            if page.parent.parent.name != language or page.parent.name in ("cookies", "contact")
        )
        assert titles
        assert not [title for title, count in titles.items() if count > 1]
