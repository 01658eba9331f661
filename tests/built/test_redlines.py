"""Every redline of both built sites: its list of changes and its text tell the same."""

from __future__ import annotations

from pathlib import Path

from tests.built import reading
from tests.redline.reached import unreached_on


def redlines(site: Path) -> list[Path]:
    """Every page with a redline: from version to version, from revision to revision."""
    return [page for page in reading.our_pages(site) if 'class="red"' in page.read_text("utf-8")]


def test_every_change_is_listed_and_every_number_leads_there(example_site: Path, qualifio_preview: Path) -> None:
    pages = [page for site in (example_site, qualifio_preview) for page in redlines(site)]
    assert len(pages) > 20
    assert {str(page): found for page in pages if (found := unreached_on(reading.tree(page)))} == {}
