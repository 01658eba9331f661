"""Policies and handbook are one site: one look, one menu, one search."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from inforce.engines.engine import Navigation
from inforce.engines.one_site import SEARCH_INDEX, STYLE, with_policies
from inforce.problems import Severity
from inforce.site.resources import assets

from tests.release.living import SITE, run
from tests.site.making import northwind
from tests.sources import change, good, problems, project, snapshot

SITE_OF_PAGES = northwind()
SEARCHED = "  - search:\n      lang: [en, fr, ja]\n  - inforce"
AS_OF = "2024-04-01T00:00:00+00:00"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A site whose handbook has a search in three languages."""
    place = project(tmp_path_factory.mktemp("one"))
    change(place, {"mkdocs.yml": good("mkdocs.yml").replace("  - inforce", SEARCHED)})
    change(place, {SITE: f"{good(SITE)}handbook: handbook/\n"})
    run(place, "release", "--effective", "2024-03-01", "--yes")
    run(place, "build", "--no-cache", "--as-of", AS_OF)
    return snapshot(place / "site")


def test_the_handbook_wears_the_sheet_that_inforce_writes(built: dict[str, bytes]) -> None:
    assert f'href="../{STYLE}"' in built["handbook/index.html"].decode()
    assert STYLE in built


def test_the_policies_stand_in_its_menu(built: dict[str, bytes]) -> None:
    assert 'href="../en/privacy/"' in built["handbook/index.html"].decode()


def test_its_search_finds_the_texts_in_force_and_nothing_frozen(built: dict[str, bytes]) -> None:
    found = [entry["location"] for entry in json.loads(built[SEARCH_INDEX])["docs"]]
    assert {"handbook/", "en/privacy/#retention", "fr/privacy/#retention"} <= {*found}
    assert not [location for location in found if "/v1/" in location]
    assert len({*found}) == len(found)


def test_its_search_has_a_name_for_who_cannot_see_it(built: dict[str, bytes]) -> None:
    assert 'role="dialog" aria-label="Search"' in built["handbook/index.html"].decode()


def test_its_search_has_the_stemmers_of_its_languages_alone(built: dict[str, bytes]) -> None:
    folder = "assets/javascripts/lunr/"
    names = {path.rpartition("/")[2] for path in built if path.startswith(folder)}
    assert names == {
        "lunr.fr.min.js",
        "lunr.ja.min.js",
        "lunr.multi.min.js",
        "lunr.stemmer.support.min.js",
        "tinyseg.js",
    }


def test_every_page_of_a_policy_leads_to_it(built: dict[str, bytes]) -> None:
    for path in ("en/privacy/index.html", "fr/privacy/v1/index.html"):
        assert 'handbook/">' in built[path].decode()


def test_a_handbook_without_a_search_needs_no_stemmer_and_no_index(tmp_path: Path) -> None:
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    run(place, "build", "--no-cache", "--as-of", AS_OF)
    files = snapshot(place / "site")
    assert not [path for path in files if path.startswith(("search/", "assets/javascripts/lunr/"))]
    assert "handbook/" not in files["en/privacy/index.html"].decode()


def test_a_way_to_a_page_that_is_not_there_is_told(tmp_path: Path) -> None:
    place = project(tmp_path, {SITE: f"{good(SITE)}handbook: manual/\n"})
    told = run(place, "check", code=1)
    assert "L304 policy_src/site.yml" in told.output
    assert not [one for one in problems(place) if one.severity is Severity.ERROR], "only the built site tells"


def test_a_title_is_no_markup_in_the_menu() -> None:
    title = 'Terms & "conditions"'
    policy = replace(
        SITE_OF_PAGES.policies[0], config=SITE_OF_PAGES.policies[0].config.model_copy(update={"title": {"en": title}})
    )
    nav = with_policies(Navigation([], []), replace(SITE_OF_PAGES, policies=(policy,)), "en")
    assert [item.title for item in nav.items] == ["Terms &amp; &quot;conditions&quot;"]


def test_the_colours_of_the_handbook_are_those_of_the_policies() -> None:
    ours, theirs = (
        {colour.lower() for colour in re.findall(r"#[0-9a-fA-F]{3,8}\b", assets()[path].decode())}
        for path in (STYLE, "assets/inforce.css")
    )
    lighter = {"#1d44861a", "#a3c1f71a"}
    assert ours - lighter <= theirs
    assert {colour[:-2] for colour in lighter} <= theirs
