"""Both sites, served to a real Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from build_tools import fonts
from tests.browser.fonts import has_fontconfig
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


@pytest.fixture(scope="session")
def preview(qualifio_preview: Path, chromium: Browser) -> Iterator[Served]:
    """Qualifio's site with the proposed text, served."""
    with served(qualifio_preview) as root:
        yield Served(folder=qualifio_preview, root=root, browser=chromium)


@pytest.fixture(scope="session", params=["the fonts of a bare Debian", "the fonts of this machine"])
def set_in(request: pytest.FixtureRequest, chromium: Browser, started_by: Callable[[Path | None], Browser]) -> Browser:
    """A browser with few fonts, and one with all that this machine has."""
    if request.param == "the fonts of a bare Debian":
        if not has_fontconfig():
            pytest.skip("a font configuration has no effect here: the system chooses; see the tests with its fonts")
        return chromium
    if has_fontconfig() and not fonts.others():
        pytest.skip("this machine has no other fonts than a bare Debian")
    return started_by(None)  # closed with Playwright


@pytest.fixture
def site(request: pytest.FixtureRequest) -> Served:
    """The site that a test's parameter names."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Served)
    return found
