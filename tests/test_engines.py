"""Inforce in a MkDocs build: `mkdocs build` alone makes the site too, and stops where the source is wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from inforce.engines.pages import strangers
from inforce.rules.handbook import Neighbours

from tests.release.living import run
from tests.sources import change, good, project, snapshot


def mkdocs(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", *arguments],
        cwd=place,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1711929600", "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A project with version 1 in force on 1 April 2024."""
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    return place


def test_mkdocs_alone_makes_the_same_site(place: Path) -> None:
    done = mkdocs(place)
    assert done.returncode == 0, done.stderr
    by_mkdocs = snapshot(place / "site")
    run(place, "build", "--output", str(place / "ours"), on="2024-04-01T00:00:00+00:00")
    ours = snapshot(place / "ours")
    ours.pop(".inforce-site")
    assert by_mkdocs.keys() == ours.keys()
    assert [path for path in ours if by_mkdocs[path] != ours[path]] == []


def test_the_site_map_is_ours_and_names_the_handbook_too_and_no_policy_is_in_the_search(place: Path) -> None:
    assert mkdocs(place).returncode == 0
    sitemap = (place / "site/sitemap.xml").read_text("utf-8")
    for path in ("en/privacy/", "fr/privacy/history/", "handbook/"):
        assert f"<loc>https://legal.northwind.example/{path}</loc>" in sitemap
    assert not (place / "site/sitemap.xml.gz").exists()
    search = place / "site/search/search_index.json"
    assert not search.exists() or "How long we keep" not in search.read_text("utf-8")


def test_a_page_among_the_policies_stops_mkdocs_too(place: Path) -> None:
    change(place, {"docs/en/privacy/v1.md": "# Version 1\n"})
    done = mkdocs(place)
    assert done.returncode != 0
    assert "H101 docs/en/privacy/v1.md" in done.stderr + done.stdout
    assert not (place / "site/en").exists()


@pytest.mark.parametrize(
    "path", ["en/privacy/v1/index.html", "EN/x.html", "sitemap.xml", "assets/inforce.css", "sw.js"]
)
def test_what_a_theme_or_plugin_writes_among_ours_is_refused(tmp_path: Path, path: str) -> None:
    change(tmp_path, {path: "x", "assets/stylesheets/main.css": "x", "search/search_index.json": "{}"})
    found = strangers(tmp_path, Neighbours(languages=("en", "fr")))
    assert [(one.code, f"/{path}" in one.message) for one in found] == [("H101", True)]


def test_old_pages_are_never_left_among_new_ones(place: Path) -> None:
    done = mkdocs(place, "--dirty")
    assert done.returncode != 0
    assert "a dirty build" in done.stderr + done.stdout


def test_a_problem_stops_the_build_and_is_told(place: Path) -> None:
    path = "policy_src/privacy/en/retention.md"
    change(place, {path: good(path) + "\n***\n"})
    done = mkdocs(place)
    assert done.returncode != 0
    assert f"M113 {path}:5" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr
    assert not (place / "site/en").exists()


@pytest.mark.parametrize(
    ("as_of", "in_force"), [("2024-02-29", False), ("2024-03-01", True), ("2024-02-29T23:30:00+00:00", True)]
)
def test_a_date_in_mkdocs_yml_begins_in_the_zone_of_the_site(place: Path, as_of: str, in_force: bool) -> None:
    configured(place, as_of)
    done = mkdocs(place)
    assert done.returncode == 0, done.stderr
    index = json.loads((place / "site/api/v1/index.json").read_text("utf-8"))
    assert index["policies"][0].get("in_force") == (1 if in_force else None)


def test_a_date_in_mkdocs_yml_that_is_none_is_told(place: Path) -> None:
    configured(place, "the first of March")
    done = mkdocs(place)
    assert done.returncode != 0
    assert '"the first of March" is not written as a date' in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


PAGE = "docs/handbook/index.md"
HOSTILE = {
    "a page with a script": ({PAGE: "# A\n\n<script>alert(1)</script>\n"}, (), f"H109 {PAGE}:3"),
    "a picture of another host": ({PAGE: "# A\n\n![b](//evil.example/x.png)\n"}, (), f"H105 {PAGE}:3"),
    "a script that nobody named": ({"docs/handbook/x.js": "x"}, (), "H108 docs/handbook/x.js"),
    "programs of its own": ({"mkdocs.yml": "hooks: [hook.py]\n", "hook.py": "x = 1\n"}, (), "H103 mkdocs.yml:9"),
    "the environment": ({"mkdocs.yml": "copyright: !ENV HOME\n"}, (), "Y103 mkdocs.yml:9"),
    "another theme": ({}, ("--theme", "readthedocs"), "the theme is another"),
    "other addresses": ({}, ("--no-directory-urls",), "use_directory_urls is another"),
    "another configuration": ({"other.yml": ""}, ("-f", "other.yml"), "the configuration is not in mkdocs.yml"),
}


@pytest.mark.parametrize(("changes", "options", "said"), HOSTILE.values(), ids=HOSTILE)
def test_mkdocs_alone_refuses_what_the_check_refuses(
    place: Path, changes: dict[str, str], options: tuple[str, ...], said: str
) -> None:
    config = good("mkdocs.yml")
    change(place, {path: config + text if path.endswith(".yml") else text for path, text in changes.items()})
    done = mkdocs(place, *options)
    assert done.returncode != 0
    assert said in done.stderr + done.stdout
    assert "Traceback" not in done.stderr
    assert not list((place / "site").rglob("*.html")), "nothing of it is left to be published"


def test_what_mkdocs_only_warns_of_hides_nothing(place: Path) -> None:
    change(place, {PAGE: "# A\n\n[b](b.md)\n\n<script>alert(1)</script>\n"})
    said = run(place, "check", code=1).stderr
    assert f"hint H106 {PAGE}" in said
    assert f"error H109 {PAGE}:5" in said
    assert f"error H109 {PAGE}:5" in run(place, "build", code=1).stderr


SIGN = "# A\n\nHid\u200bden.\n"
HIDING = {
    "a hidden sign": ({PAGE: SIGN}, f"X302 {PAGE}:3"),
    "a file of another kind": ({"docs/handbook/x.html": "x"}, "H108 docs/handbook/x.html"),
    "a file among the policies": ({"docs/en/x.md": "# X\n"}, "H101 docs/en/x.md"),
    "a stylesheet": (
        {"docs/handbook/x.css": "a { background: url(https://evil.example/x) }\n"},
        "H105 docs/handbook/x.css",
    ),
    "the words of mkdocs.yml": ({"mkdocs.yml": "copyright: Qu\u0430lifio\n"}, "X305 mkdocs.yml:9"),
    "what MkDocs says": ({"mkdocs.yml": "strict: true\n", PAGE: "# A\n\n[c](c.md)\n"}, f"H106 {PAGE}:3"),
    "front matter": ({PAGE: "---\nauthor: <b>\n---\n# A\n"}, f"H109 {PAGE}"),
}


@pytest.mark.parametrize(("changes", "said"), HIDING.values(), ids=HIDING)
def test_one_problem_hides_no_other(tmp_path: Path, changes: dict[str, str], said: str) -> None:
    place = project(tmp_path, {"docs/handbook/b.md": "# B\n\n[https://northwind.example](https://evil.example/)\n"})
    config = good("mkdocs.yml")
    change(place, {path: config + text if path.endswith(".yml") else text for path, text in changes.items()})
    found = run(place, "check", code=1).stderr
    assert f"error {said}" in found
    assert "error L303 docs/handbook/b.md:3" in found
    assert found.count(said) == 1


def configured(place: Path, as_of: str) -> None:
    """Have mkdocs.yml name the instant to build for."""
    text = (place / "mkdocs.yml").read_text("utf-8")
    assert "  - inforce\n" in text
    change(place, {"mkdocs.yml": text.replace("  - inforce\n", f'  - inforce:\n      as_of: "{as_of}"\n')})
