"""The handbook and the developers' pages, which Material renders: accessible, wide and narrow."""

from __future__ import annotations

import pytest

from tests.browser.test_pages import AWAY, findings
from tests.browser.visiting import Served
from tests.built.building import ROOT

PAGES = sorted(
    path.relative_to(ROOT / "docs").with_suffix("").as_posix().removesuffix("index").rstrip("/") + "/"
    for path in (ROOT / "docs").rglob("*.md")
)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_the_handbook_is_accessible(qualifio: Served, path: str) -> None:
    wrong: list[str] = []
    with qualifio.visit() as visit:
        for width in (1280, 320):
            visit.page.set_viewport_size({"width": width, "height": 900})
            for scheme in ("light", "dark"):
                visit.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
                page = visit.go(path)
                wrong += [f"{scheme}, {width} px: {finding}" for finding in findings(page)]
                if page.evaluate(AWAY) > 0:
                    wrong.append(f"{scheme}, {width} px: scrolls sideways")
        wrong += [f"asks elsewhere: {url}" for url in visit.elsewhere]
    assert not wrong, "\n".join(dict.fromkeys(wrong))


def test_a_colour_of_the_brand_is_left_to_it(qualifio: Served) -> None:
    """The masthead is that of the policies, unless mkdocs.yml names a colour for it."""
    colour = """name => {
      if (name) document.body.setAttribute('data-md-color-primary', name);
      return getComputedStyle(document.body).getPropertyValue('--md-primary-fg-color').trim();
    }"""
    with qualifio.visit(color_scheme="light") as visit:
        page = visit.go("handbook/")
        assert page.evaluate(colour, "") == "#fff"
        assert page.evaluate(colour, "red") not in ("", "#fff")
