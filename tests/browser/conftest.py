"""A real Chromium, and both sites served to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from build_tools import chromium as chromium_finder
from tests.browser.serving import served
from tests.browser.visiting import Served

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The Chromium of this machine."""
    path = chromium_finder.find()
    if path is None:
        pytest.fail(chromium_finder.NONE_FOUND, pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


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
