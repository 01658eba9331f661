"""A first view is light: the page with all that it needs to be shown, as it goes over the wire."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from inforce.site.entry import MISSING

from tests.built import reading

LIMIT = 16 * 1024
"""A policy of 24 KB, gzipped, with its style sheets and scripts. Translations run to 33 KB."""
IN_ALL = 17 * 1024
"""With what no view waits for: the sheet for print, the script for whoever reads on."""


BESIDE = 13 * 1024
"""Style sheets and scripts of any page, gzipped; the page for developers has the elements at work, and 12.4 KB."""


def weight(page: Path, *, in_all: bool) -> int:
    """Bytes of a page, its style sheets and its scripts, each gzipped: of those that are waited for, or of all."""
    return sum(len(gzip.compress(part.read_bytes(), 9)) for part in (page, *beside(page, in_all=in_all)))


def beside(page: Path, *, in_all: bool) -> list[Path]:
    """The style sheets and scripts of a page."""
    root = reading.tree(page)
    sheets = [each for each in root.iter("link") if each.get("rel") == "stylesheet"]
    scripts = list(root.iter("script"))
    parts = [page.parent / (each.get("href") or "") for each in sheets if in_all or each.get("media") != "print"]
    parts += [page.parent / (each.get("src") or "") for each in scripts if in_all or "defer" not in each.attrib]
    assert len(parts) >= 2
    return parts


@pytest.mark.parametrize("url", ["", "privacy/", "privacy/v1/"])
def test_the_first_view_is_light_in_every_language(qualifio_site: Path, url: str) -> None:
    languages = reading.index(qualifio_site)["languages"]
    assert {"en", "fr", "nl", "de"} <= set(languages)
    pages = (
        [qualifio_site / url / "index.html"]
        if not url
        else [qualifio_site / each / url / "index.html" for each in languages]
    )
    for limit, in_all in ((LIMIT, False), (IN_ALL, True)):
        found = {str(page.relative_to(qualifio_site)): weight(page, in_all=in_all) for page in pages}
        assert {page: size for page, size in found.items() if size > limit} == {}
        assert min(found.values()) > 12_000, "these pages hold a long text"


def test_no_kind_of_page_needs_much_beside_itself(built_site: Path) -> None:
    pages = {reading.kind_of(page.relative_to(built_site).as_posix()): page for page in reading.our_pages(built_site)}
    del pages[MISSING.name]  # its ways begin at the host's root
    found = {
        kind: sum(len(gzip.compress(part.read_bytes(), 9)) for part in beside(page, in_all=True))
        for kind, page in pages.items()
    }
    assert {kind: size for kind, size in found.items() if size > BESIDE} == {}
