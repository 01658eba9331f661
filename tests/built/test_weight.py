"""A first view is light: the page with all that it needs to be shown, as it goes over the wire."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.built import reading

LIMIT = 16 * 1024
"""Design, §5: a policy of 24 KB, gzipped, with its style sheets and scripts. Translations run to 33 KB."""


def weight(page: Path) -> int:
    """Bytes of a page, its style sheets and its scripts, each gzipped."""
    root = reading.tree(page)
    parts = [page]
    parts += [page.parent / (each.get("href") or "") for each in root.iter("link") if each.get("rel") == "stylesheet"]
    parts += [page.parent / (each.get("src") or "") for each in root.iter("script")]
    assert len(parts) >= 3
    return sum(len(gzip.compress(part.read_bytes(), 9)) for part in parts)


@pytest.mark.parametrize("url", ["", "privacy/", "privacy/v1/"])
def test_the_first_view_is_light_in_every_language(qualifio_site: Path, url: str) -> None:
    languages = reading.index(qualifio_site)["languages"]
    assert {"en", "fr", "nl", "de"} <= set(languages)
    pages = (
        [qualifio_site / url / "index.html"]
        if not url
        else [qualifio_site / each / url / "index.html" for each in languages]
    )
    found = {str(page.relative_to(qualifio_site)): weight(page) for page in pages}
    assert {page: size for page, size in found.items() if size > LIMIT} == {}
    assert min(found.values()) > 12_000, "these pages hold a long text"
