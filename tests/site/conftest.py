from __future__ import annotations

import pytest
from inforce.publication import PublishedSite
from inforce.site.page import Page

from tests.site import making


@pytest.fixture(scope="session")
def northwind() -> PublishedSite:
    """The site as of 1 June 2026, without drafts."""
    return making.northwind()


@pytest.fixture(scope="session")
def pages(northwind: PublishedSite) -> dict[str, Page]:
    """Its pages by URL."""
    return making.made(northwind)


@pytest.fixture(scope="session")
def drafts() -> dict[str, Page]:
    """The pages of the same site with its draft."""
    return making.made(making.northwind(draft=True))
