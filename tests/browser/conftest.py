"""Both sites, served to a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.serving import served
from tests.browser.visiting import Served


@pytest.fixture(scope="session")
def qualifio(qualifio_site: Path, chromium: Browser) -> Iterator[Served]:
    """Qualifio's site, served."""
    with served(qualifio_site) as root:
        yield Served(folder=qualifio_site, root=root, browser=chromium)


@pytest.fixture(scope="session")
def example(example_site: Path, chromium: Browser) -> Iterator[Served]:
    """The example company's site, served."""
    with served(example_site) as root:
        yield Served(folder=example_site, root=root, browser=chromium)


@pytest.fixture
def site(request: pytest.FixtureRequest) -> Served:
    """The site that a test's parameter names."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Served)
    return found
