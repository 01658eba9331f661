"""With nothing but a keyboard: skip link first, everything reached, focus always seen."""

from __future__ import annotations

from contextlib import suppress

import pytest
from playwright.sync_api import TimeoutError, expect

from tests.browser.visiting import Served

REACHABLE = """() => [...document.querySelectorAll('a[href], button, input, select, summary, textarea')]
  .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled && e.tabIndex >= 0
    && !(e.type === 'radio' && !e.checked)).length"""
"""How many elements a reader can expect to reach; of radio buttons, only the chosen one."""
INSIDE = """() => {
  const box = document.activeElement.getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight && box.width > 0;
}"""
FOCUSED = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const style = getComputedStyle(e), box = e.getBoundingClientRect();
  const ringed = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
  const reach = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset);
  let whole = true;
  for (let up = e.parentElement; up !== document.body; up = up.parentElement) {
    const frame = up.getBoundingClientRect();
    const within = frame.left <= box.left - reach && box.right + reach <= frame.right;
    if (!within && getComputedStyle(up).overflowX !== 'visible') whole = false;
  }
  const still = e === window.__last, again = e.__seen === true && !still;
  e.__seen = true;
  window.__last = e;
  return {
    name: e.outerHTML.slice(0, 120), still, again, seen: ringed && whole,
    inside: box.bottom > 0 && box.top < innerHeight && box.width > 0,
  };
}"""


def test_the_skip_link_comes_first_and_leads_to_the_text(qualifio: Served) -> None:
    with qualifio.visit() as visit:
        page = visit.go("en/privacy/")
        page.keyboard.press("Tab")
        skip = page.locator("a.skip")
        expect(skip).to_be_focused()
        box = skip.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["y"] >= 0
        assert box["width"] > 20
        page.keyboard.press("Enter")
        expect(page.locator("#main")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("site", "kind", "language"),
    [
        ("qualifio", "in force", "en"),
        ("qualifio", "cookies", "en"),
        ("qualifio", "in force", "de"),
        ("example", "history", "en"),
        ("example", "changes", "en"),
        ("example", "superseded", "ar"),
    ],
    indirect=["site"],
)
def test_tab_reaches_all_and_focus_is_seen(site: Served, kind: str, language: str, scheme: str) -> None:
    with site.visit(color_scheme=scheme) as visit:
        page = visit.go(site.path(kind, language) or "")
        expected = page.evaluate(REACHABLE)
        reached, unseen = 0, []
        for _ in range(expected + 40):
            page.keyboard.press("Tab")
            focus = page.evaluate(FOCUSED)
            if focus is None or focus["again"]:
                break
            if focus["still"]:
                continue  # a field for a date has several stops in itself, and rings of its own
            reached += 1
            if not focus["inside"]:  # a busy browser scrolls to it a little later
                with suppress(TimeoutError):
                    page.wait_for_function(INSIDE)
                focus["inside"] = page.evaluate(INSIDE)
            if not (focus["seen"] and focus["inside"]):
                unseen.append(focus)
        assert not unseen, unseen[:5]
        assert reached >= expected > 5
