"""Real builds of both sites and a real Chromium, made once for a whole run of the tests."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from inforce.problems import Problem
from inforce.problems.catalog import rules

from build_tools import chromium as chromium_finder
from tests.browser.fonts import font_configuration, has_fontconfig
from tests.built.building import ROOT, built_once
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    Starter = Callable[[Path | None], Browser]

# A law is a law on a busy machine too; `test_linear.py` holds what must be fast.
settings.register_profile("inforce", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("inforce")

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session", autouse=True)
def somebody() -> Iterator[None]:
    """Whoever git takes for the author of a test's commits: a fresh machine has no one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("CI", raising=False)  # a person's machine; what CI sees otherwise says so
        for role in ("AUTHOR", "COMMITTER"):
            patch.setenv(f"GIT_{role}_NAME", "Somebody")
            patch.setenv(f"GIT_{role}_EMAIL", "somebody@example.org")
            patch.setenv(f"GIT_{role}_DATE", "2024-01-01T09:00:00 +0000")  # when most of them make their first release
        yield


@pytest.fixture(scope="session", autouse=True)
def _levels_of_the_catalogue() -> Iterator[None]:
    """Wherever a test makes the program find a problem, its level is one that the catalogue gives to its code."""
    made = Problem.__post_init__

    def checked(problem: Problem) -> None:
        made(problem)
        if rule := rules().get(problem.code):
            allowed = [level for level, _ in rule.levels]
            assert problem.severity in allowed, f"{problem.code} is {problem.severity}; its catalogue says {allowed}"

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Problem, "__post_init__", checked)
        yield


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What is remembered between builds is remembered for this run alone, away from the user's own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("INFORCE_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def started_by() -> Iterator[Starter]:
    """Starts the Chromium of this machine under a font configuration, or under the machine's own for None; one
    Playwright for all, since a process can hold only one. What a test waits for in it may take as long as it takes."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE * 1000)
    path = chromium_finder.find()
    if path is None:
        pytest.fail(chromium_finder.NONE_FOUND, pytrace=False)
    with sync_playwright() as playwright:

        def start(fonts: Path | None) -> Browser:
            environment = {**os.environ, **({"FONTCONFIG_FILE": str(fonts)} if fonts else {})}
            browser = playwright.chromium.launch(
                executable_path=path, args=QUIET, env=dict(environment), timeout=PATIENCE * 1000
            )
            browser.on("context", lambda context: context.set_default_timeout(PATIENCE * 1000))
            return browser

        yield start


@pytest.fixture(scope="session")
def chromium(started_by: Starter, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """The Chromium of this machine, which on Linux sees the fonts of a bare Debian only: tests then see the same page
    everywhere."""
    browser = started_by(font_configuration(tmp_path_factory.mktemp("fonts")) if has_fontconfig() else None)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def qualifio_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of Qualifio's site, built as of AS_OF."""
    return built_once(tmp_path_factory, "qualifio", ROOT)


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the example company's site, built as of AS_OF."""
    return built_once(tmp_path_factory, "example", ROOT / "examples")


@pytest.fixture(scope="session")
def qualifio_preview(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of Qualifio's site with the proposed text, built as of AS_OF."""
    return built_once(tmp_path_factory, "qualifio-preview", ROOT, "--drafts")


@pytest.fixture(scope="session", params=["qualifio", "example"])
def built_site(request: pytest.FixtureRequest) -> Path:
    """Each of the two sites in turn."""
    site = request.getfixturevalue(f"{request.param}_site")
    assert isinstance(site, Path)
    return site
