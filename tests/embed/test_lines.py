"""The lines to paste: those of the pages for developers, and of the page `embed`, are these."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import pytest
from inforce.contract.index import integrity
from inforce.embed import lines, scripts

from tests.built.building import ROOT

HANDBOOK = (ROOT / "docs/developers/index.md").read_text("utf-8")
BASE = "https://legal.example.org/"
DIGEST = integrity(scripts()[f"{lines.NEWEST}/inforce.js"])


INSIDE = "<!-- the text of /api/v1/privacy/current/en/cookies.html, put here by your server or your build -->"


def blocks() -> Iterator[str]:
    """Every block of code in the pages for developers."""
    return (found[1] for found in re.finditer(r"^```[a-z]*\n(.*?)\n```$", HANDBOOK, re.DOTALL | re.MULTILINE))


@pytest.mark.parametrize(
    "expected",
    [
        f"{lines.moving_script(BASE)}\n{lines.element('privacy')}",
        lines.element("privacy", inside=INSIDE),
        lines.pinned_script(BASE, DIGEST),
        lines.pull(BASE, "privacy", "en", "fr"),
        lines.from_the_copy("privacy", "en"),
    ],
)
def test_the_pages_for_developers_have_these_very_lines(expected: str) -> None:
    assert expected in list(blocks())


def test_the_newest_release_is_named_and_is_what_the_moving_address_has() -> None:
    versions = {
        tuple(map(int, found[1].split(".")))
        for path in scripts()
        if (found := re.match(r"embed/(\d+\.\d+\.\d+)/", path))
    }
    newest = max(versions)
    assert (f"embed/{'.'.join(map(str, newest))}", f"embed/{newest[0]}") == (lines.NEWEST, lines.MOVING)
    assert scripts()[f"{lines.NEWEST}/inforce.js"] == scripts()[f"{lines.MOVING}/inforce.js"]


def test_there_is_an_element_of_each_kind() -> None:
    script = scripts()[f"{lines.MOVING}/inforce.js"].decode()
    (names,) = re.findall(r"for \(const name of \[([^\]]*)\]\) customElements", script)
    assert tuple(re.findall(r'"(\w+)"', names)) == lines.KINDS


def test_a_link_shows_its_words_as_they_are() -> None:
    made = lines.a_link(BASE, "fr", "<b>Cookies & co</b>")
    assert made == f'<a href="{BASE}fr/cookies/">&lt;b&gt;Cookies &amp; co&lt;/b&gt;</a>'
    assert html.unescape(re.sub("<[^>]*>", "", made)) == "<b>Cookies & co</b>"
