"""The examples of `docs/developers/frameworks.md`: built as they say, from a copy that `pull.mjs` made, and visited."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from inforce.embed import scripts
from playwright.sync_api import Browser, expect

from build_tools.npm import MODULES, NODE
from tests.browser.embedding import Embedder, Publisher, embedding, heard, publishing, shows
from tests.browser.test_embed import INDEX, NEXT, NOW, tree
from tests.built.building import ROOT
from tests.node import node
from tests.sources import snapshot

PAGE = (ROOT / "docs/developers/frameworks.md").read_text("utf-8")
FILE = re.compile(r"^```\w+\n(?:// |<!-- )([\w./]+)(?: -->)?\n(.*?)^```", re.DOTALL | re.MULTILINE)
CSP = "default-src 'none'; connect-src *; script-src 'self'; style-src 'self'"
"""As strict as React lets a page be."""


def test_the_page_says_what_they_were_built_with() -> None:
    react, vite = (json.loads((MODULES / name / "package.json").read_bytes())["version"] for name in ("react", "vite"))
    ours = subprocess.run([NODE, "--version"], capture_output=True, text=True, check=True).stdout
    majors = [found.lstrip("v").partition(".")[0] for found in (react, vite, ours)]
    assert "with React {}, Vite {} and Node {}.".format(*majors) in PAGE


@pytest.fixture(scope="module")
def publisher(example_site: Path) -> Iterator[Publisher]:
    with publishing(example_site) as found:
        yield found


@pytest.fixture(autouse=True)
def unspoilt(publisher: Publisher) -> None:
    publisher.missing.clear()


@pytest.fixture(scope="module")
def built(publisher: Publisher, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both examples, built: `dist/`."""
    place = tmp_path_factory.mktemp("app")
    files = dict(FILE.findall(PAGE))
    assert {"cookies.html", "build.mjs", "src/Cookies.jsx", "src/main.jsx", "index.html", "vite.config.js"} == set(
        files
    )
    for name, text in files.items():
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_text(text, encoding="utf-8")
    (place / "package.json").write_text('{"private": true, "type": "module"}')
    (place / "pull.mjs").write_bytes(scripts()["embed/1/pull.mjs"])
    os.symlink(MODULES, place / "node_modules", target_is_directory=True)
    (pull,) = re.findall(r"^node (pull\.mjs .*)$", PAGE, re.MULTILINE)
    run(place, *pull.replace("https://legal.example.org/", publisher.root).split())
    said = run(place, MODULES / "vite/bin/vite.js", "build").stderr
    assert "warn" not in said.lower(), said
    run(place, "build.mjs")
    return place / "dist"


def run(place: Path, script: str | Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    done = node(Path(script), *arguments, cwd=place)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture
def embedder(chromium: Browser, built: Path) -> Iterator[Embedder]:
    """Whatever address of the application is asked for, its one page answers."""
    with embedding(chromium, policy=CSP) as found:
        found.files |= {f"/{path}": data for path, data in snapshot(built).items()}
        page = (built / "index.html").read_bytes()
        found.files |= dict.fromkeys(("/", "/cookies", "/aside"), page)
        found.files["/again.js"] = scripts()["embed/1/inforce.js"]
        yield found


def test_the_table_is_there_without_javascript_and_untouched_where_it_is_current(
    publisher: Publisher, embedder: Embedder
) -> None:
    with embedder.visit("cookies.html", js=False) as page:
        expect(page.locator("inforce-cookies table").first).to_be_visible()
        shows(page, 4)
    with embedder.visit("cookies.html", at=NOW) as page:
        heard(page, "shown")
        assert tree(page.locator("inforce-cookies").inner_html()) == tree(publisher.fragment(4, "en"))


def test_an_application_goes_from_page_to_page_and_the_table_goes_along(embedder: Embedder) -> None:
    with embedder.visit("", at=NOW) as page:
        expect(page.locator("inforce-cookies")).to_have_count(0)
        page.get_by_role("link", name="Cookies", exact=True).click()
        shows(page, 4)
        heard(page, "shown")
        expect(page.locator("inforce-cookies h2").first).to_be_visible()
        table = page.locator("inforce-cookies > div").element_handle()
        page.get_by_role("link", name="Cookies at the side").click()
        expect(page.locator("main > :last-child")).to_have_attribute("policy", "privacy")
        assert table.evaluate("(node) => node.isConnected"), "React has moved it"
        page.get_by_role("link", name="Seeds").click()
        expect(page.locator("inforce-cookies")).to_have_count(0)
        for where in ("aside", "cookies"):
            page.go_back()
            page.wait_for_url(f"**/{where}")
        expect(page.locator("main > :first-child")).to_have_attribute("policy", "privacy")
        shows(page, 4)
        assert page.evaluate("inforce.evidence(document.querySelector('inforce-cookies')).version") == 4


def test_what_react_draws_again_leaves_the_newer_table_alone(embedder: Embedder) -> None:
    start = datetime.fromisoformat(NEXT) - timedelta(seconds=10)
    with embedder.visit("cookies", at=start.isoformat()) as page:
        shows(page, 4)
        heard(page, "shown")
        page.clock.run_for(10_000)
        shows(page, 5)
        page.get_by_role("button").click()
        expect(page.get_by_text("Drawn 1 times")).to_be_visible()
        page.get_by_role("link", name="Cookies at the side").click()
        shows(page, 5)


def test_a_table_that_is_put_back_after_a_while_is_the_newer_one(embedder: Embedder) -> None:
    start = datetime.fromisoformat(NEXT) - timedelta(seconds=10)
    with embedder.visit("cookies", at=start.isoformat()) as page:
        shows(page, 4)
        page.get_by_role("link", name="Seeds").click()
        page.clock.run_for(60_000)
        page.go_back()
        shows(page, 5)


def test_a_second_script_is_passed_over_and_the_language_of_the_page_is_followed(embedder: Embedder) -> None:
    with embedder.visit("cookies", at=NOW) as page:
        shows(page, 4)
        page.evaluate("import('/again.js')")
        page.evaluate("document.documentElement.lang = 'fr-BE'")
        expect(page.locator("inforce-cookies > div")).to_have_attribute("lang", "fr")


def test_the_table_stays_where_the_host_is_down(publisher: Publisher, embedder: Embedder) -> None:
    publisher.missing.add(INDEX)
    with embedder.visit("cookies", at=NOW) as page:
        heard(page, "stale")
        shows(page, 4)
