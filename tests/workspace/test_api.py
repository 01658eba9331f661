"""The JSON of a site: what was frozen as it is, an alias for what is in force, schemas with their own address."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from inforce.cli.desk import open_project
from inforce.workspace.api import api_files
from inforce.workspace.desk import Desk
from inforce.workspace.publish import publish

from tests.release.living import run
from tests.sources import project


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    place: Path = project(tmp_path_factory.mktemp("api"))
    run(place, "release", "--effective", "2024-03-01", "--yes")
    return open_project(place)


def files(desk: Desk, year: int, month: int) -> dict[str, bytes]:
    return api_files(publish(desk.project, desk.reader, as_of=datetime(year, month, 1, tzinfo=UTC), drafts=False))


def test_the_alias_is_there_only_while_something_is_in_force(desk: Desk) -> None:
    assert not [path for path in files(desk, 2024, 2) if "/current/" in path]
    made = files(desk, 2024, 4)
    for language in ("en", "fr"):
        assert made[f"api/v1/privacy/current/{language}.json"] == made[f"api/v1/privacy/1/{language}/r1.json"]


def test_schemas_name_their_own_address(desk: Desk) -> None:
    made = files(desk, 2024, 4)
    for name in ("index", "summary"):
        path = f"api/v1/schema/{name}.schema.json"
        assert json.loads(made[path])["$id"] == f"https://legal.northwind.example/{path}"


def test_ready_html_is_made_with_each_build_for_every_version_and_for_the_one_in_force(desk: Desk) -> None:
    before, after = files(desk, 2024, 2), files(desk, 2024, 4)
    for language in ("en", "fr"):
        for name in ("cookies.html", "contact.html"):
            html = after[f"api/v1/privacy/1/{language}/{name}"]
            assert f'href="https://legal.northwind.example/{language}/privacy/v1/"'.encode() in html
            assert after[f"api/v1/privacy/current/{language}/{name}"] == html
            assert before[f"api/v1/privacy/1/{language}/{name}"] == html
    assert not any(path.endswith(".html") for path in desk.project.tree.files)


def test_the_links_of_ready_html_follow_the_site_when_it_moves(desk: Desk) -> None:
    moved = replace(desk.project, site=desk.project.site.model_copy(update={"base_url": "https://new.example/"}))
    at = datetime(2024, 4, 1, tzinfo=UTC)
    made = api_files(publish(moved, desk.reader, as_of=at, drafts=False))
    assert b'href="https://new.example/en/privacy/v1/"' in made["api/v1/privacy/1/en/cookies.html"]
    assert made["api/v1/privacy/1/en/r1.json"] == files(desk, 2024, 4)["api/v1/privacy/1/en/r1.json"]


def test_every_file_that_the_index_names_is_there(desk: Desk) -> None:
    made = files(desk, 2024, 4)
    index = json.loads(made["api/v1/index.json"])
    for edition in index["policies"][0]["versions"][0]["editions"]:
        for url in (edition["summary"], *(each["url"] for each in edition["html"].values())):
            assert url in made


def test_a_host_stands_in_no_frozen_file(desk: Desk) -> None:
    (released,) = desk.project.policies[0].released
    assert not [path for path, data in released.files.items() if b"legal.northwind.example" in data]
