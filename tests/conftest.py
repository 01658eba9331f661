"""Real builds of both sites, made once for a whole run of the tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.built.building import ROOT, built_once


@pytest.fixture(scope="session")
def qualifio_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of Qualifio's site, built as of AS_OF."""
    return built_once(tmp_path_factory, "qualifio", ROOT)


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the example company's site, built as of AS_OF."""
    return built_once(tmp_path_factory, "example", ROOT / "examples")


@pytest.fixture(scope="session", params=["qualifio", "example"])
def built_site(request: pytest.FixtureRequest) -> Path:
    """Each of the two sites in turn."""
    site = request.getfixturevalue(f"{request.param}_site")
    assert isinstance(site, Path)
    return site
