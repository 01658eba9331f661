"""Every page at the width of a small screen, or of a page enlarged to 400 % (WCAG 2.2, 1.4.10): nothing is cut off and
nothing scrolls sideways, however long its words; with the wide fonts of a bare Debian, and with the machine's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

from tests.browser.visiting import Served
from tests.built.building import ROOT

NARROW = {"width": 320, "height": 900}
WHOLE = 20
"""Letters of the longest word that nothing breaks at 320 px; as many has the longest title, Datenschutzerklärung."""
LONGEST = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
AWAY = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
CUT = """() => [...document.querySelectorAll('main *, header *, footer *')]
  .filter(e => e.clientWidth && e.scrollWidth > e.clientWidth + 1 && !e.closest('thead') &&
    getComputedStyle(e).display !== 'inline')
  // Code and tables of data may scroll in a box of their own (1.4.10), if the keyboard reaches it (2.1.1).
  .filter(e => {
    const box = e.closest('[tabindex="0"]');
    return !box || getComputedStyle(box).overflowX !== 'auto' || !(box.matches('pre') || box.querySelector('table'));
  })
  .map(e => `${e.tagName}: ${e.scrollWidth} in ${e.clientWidth} px: ${e.textContent.trim().slice(0, 60)}`)"""
SMALL = """() => [...document.querySelectorAll('a, summary, label, input:not([type=radio])')]
  .filter(e => getComputedStyle(e).display !== 'inline')
  .map(e => [e.getBoundingClientRect(), e.outerHTML.slice(0, 80)])
  .filter(([box]) => box.width && (box.width < 24 || box.height < 24))
  .map(([box, what]) => `${box.width} × ${box.height}: ${what}`)"""
TEXTS = """
const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), texts = [];
while (walk.nextNode()) texts.push(walk.currentNode);
const shown = texts.filter(t => t.data.trim() && !t.parentElement.closest('script, style'));
"""
BROKEN = (
    "whole => {"
    + TEXTS
    + r"""
  const found = [];
  for (const text of shown)
    // Words that spaces part: an address may break anywhere, and Japanese has no spaces.
    for (const word of text.data.matchAll(/(?<!\S)[\p{L}\p{M}’']+(?=[.,;:!?)]*(\s|$))/gu)) {
      if (word[0].length > whole || /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(word[0])) continue;
      const range = document.createRange();
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].filter(r => r.width > 1).map(r => Math.round(r.top)));
      if (lines.size > 1) found.push(`broken: ${word[0]} in ${text.parentElement.tagName}`);
    }
  return found;
}"""
)
LENGTHEN = "long => {" + TEXTS + r"shown.forEach(t => t.data = t.data.replace(/[\p{L}\p{M}]+/u, long)); }"
NEXT_FRAME = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
LINES = """e => {
  const all = document.createRange();
  all.selectNodeContents(e);
  return all.getClientRects().length;
}"""


def languages(project: Path) -> list[str]:
    """The languages of a project's site."""
    found: list[str] = yaml.safe_load((project / "policy_src/site.yml").read_text("utf-8"))["languages"]
    return found


SITES = [("preview", each) for each in languages(ROOT)] + [("example", each) for each in languages(ROOT / "examples")]


def pages(site: Served, language: str) -> list[str]:
    """The paths of all pages in a language that don't lead on to another; the first one has the way in and the missing
    page too."""
    found = (
        path.relative_to(site.folder)
        for path in site.folder.rglob("*.html")
        if 'http-equiv="refresh"' not in path.read_text("utf-8")
    )
    apart = {"index.html", "404.html"} if language == languages(ROOT)[0] else set()
    return sorted(str(path) for path in found if path.parts[0] == language or str(path) in apart)


def visited(site: Served, browser: Browser, language: str) -> Iterator[tuple[str, Page]]:
    """Each page in a language, one after another, on a narrow screen."""
    with replace(site, browser=browser).visit(viewport=NARROW) as visit:
        paths = pages(site, language)
        assert len(paths) > 5
        for path in paths:
            yield path, visit.go(path)


def over(page: Page) -> list[str]:
    """What is wider than its place."""
    away = page.evaluate(AWAY)
    return [*page.evaluate(CUT), *([f"scrolls sideways by {away} px"] if away > 0 else [])]


@pytest.mark.parametrize(("site", "language"), SITES, indirect=["site"])
def test_every_page_holds_on_a_narrow_screen(site: Served, language: str, set_in: Browser) -> None:
    """As it is, and again with a word of eighty letters wherever a word stands."""
    wrong: list[str] = []
    for path, page in visited(site, set_in, language):
        wrong += [f"{path}: {each}" for each in (*over(page), *page.evaluate(SMALL), *page.evaluate(BROKEN, WHOLE))]
        page.evaluate(LENGTHEN, LONGEST)
        assert LONGEST in page.inner_text("main")
        wrong += [f"{path}: with a long word: {each}" for each in over(page)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("site", "language"), SITES, indirect=["site"])
def test_no_word_breaks_on_wider_screens(site: Served, language: str, set_in: Browser) -> None:
    """Where rows stand beside each other, each has the room that its words need."""
    wrong: list[str] = []
    with replace(site, browser=set_in).visit() as visit:
        for kind in ("in force", "history", "changes", "cookies", "contact"):
            page = visit.go(site.path(kind, language) or f"{language}/contact/")
            for width in (660, 800, 1000, 1280):
                page.set_viewport_size({"width": width, "height": 900})
                page.evaluate(NEXT_FRAME)  # by then a script has opened or closed the contents
                wrong += [f"{kind}, {width} px: {each}" for each in (*over(page), *page.evaluate(BROKEN, WHOLE))]
    assert not wrong, "\n".join(wrong)


def test_what_is_broken_or_cut_is_found(preview: Served) -> None:
    """Without this, the tests above would prove nothing."""
    with preview.visit(viewport=NARROW) as visit:
        page = visit.go("de/privacy/")
        assert page.evaluate(BROKEN, WHOLE) == []
        page.evaluate("document.querySelector('h1').style.fontSize = '40px'")
        assert page.evaluate(BROKEN, WHOLE) == ["broken: Datenschutzerklärung in H1"]
        page.evaluate("document.querySelector('h1').style.overflowWrap = 'normal'")
        cut = over(page)
        assert any(each.startswith("H1: ") for each in cut)
        assert cut[-1].startswith("scrolls sideways")


@pytest.mark.parametrize("width", [1000, 1280])
def test_the_longest_entry_of_the_contents_stands_on_one_line(qualifio: Served, set_in: Browser, width: int) -> None:
    with replace(qualifio, browser=set_in).visit(viewport={"width": width, "height": 900}) as visit:
        page = visit.go("de/privacy/")
        assert page.evaluate(CUT) == []
        assert page.evaluate(SMALL) == []
        assert page.get_by_role("link", name="Haftungsbeschränkungsklausel").locator("b").evaluate(LINES) == 1


@pytest.mark.parametrize("language", languages(ROOT / "examples"))
def test_the_languages_stand_beside_the_pages(example: Served, set_in: Browser, language: str) -> None:
    """Two policies make a long masthead: at 1200 px it has two rows, and never a third."""
    with replace(example, browser=set_in).visit(viewport={"width": 1200, "height": 900}) as visit:
        page = visit.go(example.path("in force", language) or "")
        tops = {page.locator(each).bounding_box()["y"] for each in (".brand + nav", ".langs")}  # type: ignore[index]
        assert len(tops) == 1
        assert page.locator(".mast").bounding_box()["height"] < 110  # type: ignore[index]
