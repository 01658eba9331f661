"""The JSON of a site: what was frozen as it is, an alias for what is in force, schemas with their own address."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from inforce.cli.opening import open_here
from inforce.contract.index import integrity
from inforce.embed import scripts
from inforce.project.api import api_files
from inforce.project.open import OpenProject
from inforce.project.publish import publish

from tests.release.living import EN, note, run
from tests.sources import change, good, project


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> OpenProject:
    place: Path = project(tmp_path_factory.mktemp("api"))
    run(place, "release", "--effective", "2024-03-01", "--yes")
    return open_here(place)


def files(opened: OpenProject, year: int, month: int) -> dict[str, bytes]:
    return dict(
        api_files(publish(opened.project, opened.reader, as_of=datetime(year, month, 1, tzinfo=UTC), drafts=False))
    )


def test_the_alias_is_there_only_while_something_is_in_force(opened: OpenProject) -> None:
    assert not [path for path in files(opened, 2024, 2) if "/current/" in path]
    made = files(opened, 2024, 4)
    for language in ("en", "fr"):
        assert made[f"api/v1/privacy/current/{language}.json"] == made[f"api/v1/privacy/1/{language}/r1.json"]


def test_schemas_name_their_own_address(opened: OpenProject) -> None:
    made = files(opened, 2024, 4)
    for name in ("index", "summary"):
        path = f"api/v1/schema/{name}.schema.json"
        assert json.loads(made[path])["$id"] == f"https://legal.northwind.example/{path}"


def test_ready_html_is_made_with_each_build_for_every_version_and_for_the_one_in_force(opened: OpenProject) -> None:
    before, after = files(opened, 2024, 2), files(opened, 2024, 4)
    for language in ("en", "fr"):
        for name in ("cookies.html", "contact.html", "status.html"):
            html = after[f"api/v1/privacy/1/{language}/{name}"]
            assert f'href="https://legal.northwind.example/{language}/privacy/v1/"'.encode() in html
            assert after[f"api/v1/privacy/current/{language}/{name}"] == html
            assert before[f"api/v1/privacy/1/{language}/{name}"] == html
            summary = integrity(after[f"api/v1/privacy/1/{language}/r1.json"])
            assert f'data-integrity="{summary}" data-consent-epoch="1" data-sequence="1"'.encode() in html
    assert not any(path.endswith(".html") for path in opened.project.tree.files)


def test_the_links_of_ready_html_follow_the_site_when_it_moves(opened: OpenProject) -> None:
    moved = replace(opened.project, site=opened.project.site.model_copy(update={"base_url": "https://new.example/"}))
    at = datetime(2024, 4, 1, tzinfo=UTC)
    made = api_files(publish(moved, opened.reader, as_of=at, drafts=False))
    assert b'href="https://new.example/en/privacy/v1/"' in made["api/v1/privacy/1/en/cookies.html"]
    assert made["api/v1/privacy/1/en/r1.json"] == files(opened, 2024, 4)["api/v1/privacy/1/en/r1.json"]


def test_every_file_that_the_index_names_is_there(opened: OpenProject) -> None:
    made = files(opened, 2024, 4)
    index = json.loads(made["api/v1/index.json"])
    for edition in index["policies"][0]["versions"][0]["editions"]:
        for file in (edition["summary"], *edition["html"].values()):
            assert integrity(made[file["path"]]) == file["integrity"]


def test_a_host_stands_in_no_frozen_file(opened: OpenProject) -> None:
    (released,) = opened.project.policies[0].released
    assert not [path for path, data in released.files.items() if b"legal.northwind.example" in data]


def test_the_scripts_for_other_sites_are_published_and_vouched_for(opened: OpenProject) -> None:
    made = files(opened, 2024, 4)
    assert scripts().items() <= made.items()
    for name in ("index", "current"):
        embed = json.loads(made[f"api/v1/{name}.json"])["embed"]
        assert {each["path"]: each["integrity"] for each in embed} == {
            path: integrity(data) for path, data in scripts().items()
        }


def test_a_status_announces_the_next_version_in_its_language(tmp_path: Path) -> None:
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    plainer = good(f"{EN}/retention.md").replace("after its end", "after it ends")
    change(place, {f"{EN}/retention.md": plainer, **note()})
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", "2024-09-01", "--yes", on="2024-04-01T09:00:00+00:00")
    both = open_here(place)
    made = {when: files(both, *when) for when in ((2024, 3), (2024, 5), (2025, 1))}
    for language in ("en", "fr"):
        link = f'href="https://legal.northwind.example/{language}/privacy/v2/"'.encode()
        status = f"api/v1/privacy/1/{language}/status.html"
        assert link not in made[2024, 3][status], "not announced yet"
        assert link in made[2024, 5][status]
        assert made[2025, 1][status] == made[2024, 5][status], "it does not change as time goes by"
        sentences = made[2024, 5][f"api/v1/privacy/2/{language}/status.html"].count(b"<p>")
        assert sentences == (1 if language == "en" else 2), "a translation says which text prevails, too"
