"""A whole site in memory: every page and file, and what a second build need not make."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from inforce.cli.opening import open_here
from inforce.contract.index import Banners
from inforce.embed import scripts
from inforce.project.publish import Publication, publish
from inforce.project.site_files import site_files, write_site
from inforce.site.page import Page
from inforce.site.renderer import Renderer
from inforce.site.translator import Translator

from tests.release.living import run
from tests.sources import project, snapshot


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    place = project(tmp_path_factory.mktemp("site"))
    run(place, "release", "--effective", "2024-03-01", "--yes")
    opened = open_here(place)
    return publish(opened.project, opened.reader, as_of=datetime(2025, 1, 1, tzinfo=UTC), drafts=False)


def test_pages_and_files_of_a_small_site(publication: Publication) -> None:
    made = site_files(publication, cache=None)
    assert {page.url for page in made.pages} == {
        "", "404.html",
        *(f"{language}/{rest}" for language in ("en", "fr")
          for rest in (
              "privacy/", "privacy/v1/", "privacy/v1/r1/", "privacy/history/", "privacy/since/",
              "cookies/", "contact/", "embed/", "verify/",
          )),
    }  # fmt: skip
    assert {path for path in made.files if "/1/" not in path} == {
        "api/v1/index.json",
        "api/v1/current.json",
        *(
            f"api/v1/privacy/current/{language}{rest}"
            for language in ("en", "fr")
            for rest in (".json", "/contact.html", "/cookies.html", "/status.html", "/cookies.csv", "/purposes.csv")
        ),
        *(f"api/v1/privacy/current/{name}.json" for name in Banners.model_fields),
        "api/v1/schema/index.schema.json",
        "api/v1/schema/summary.schema.json",
        "api/v1/schema/words.schema.json",
        "api/v1/types.d.ts",
        "api/v1/words/en.json",
        "api/v1/words/fr.json",
        *(path for path in scripts() if "/1/" not in path),
    }


def test_feeds_of_a_small_site_and_what_hosts_need(publication: Publication) -> None:
    folders = ("en/", "en/privacy/", "fr/", "fr/privacy/")
    feeds = {f"{folder}{name}" for folder in folders for name in ("feed.xml", "feed.json")}
    assert {path for path, _ in site_files(publication, cache=None).feeds} == feeds
    paths = [path for path, _ in site_files(publication, cache=None).all_files(())]
    assert len(set(paths)) == len(paths)
    hosts = {"_headers", *(f"hosting/{name}" for name in ("nginx-http.conf", "nginx-server.conf", "apache.conf"))}
    assert {*feeds, *hosts, "hosting/inforce.caddy", "favicon.ico", "sitemap.xml"} <= set(paths)
    assert "favicon.ico" not in [path for path, _ in site_files(publication, cache=None).all_files((), has_icon=True)]


def test_a_build_from_memory_is_the_same_and_makes_nothing(
    publication: Publication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = [*site_files(publication, cache=tmp_path).all_files(())]

    def never(*_: object, **__: object) -> str:
        raise AssertionError("it was known already")

    monkeypatch.setattr("inforce.site.renderer.Renderer._render", never)
    monkeypatch.setattr("inforce.site.article.render_section", never)
    assert [*site_files(publication, cache=tmp_path).all_files(())] == first


def test_each_page_is_written_before_the_next_one_is_made(publication: Publication, tmp_path: Path) -> None:
    """So none need be held: a site may be larger than memory."""
    written: list[str] = []

    def watch(pages: Iterable[Page]) -> Iterable[Page]:
        before = len(written)
        for number, page in enumerate(pages):
            assert len(written) == before + number
            yield page

    for path, _ in site_files(publication, cache=tmp_path, watch=watch).all_files(()):
        written.append(path)
    assert "sitemap.xml" in written
    assert len(written) == len(set(written)) > 14


def test_whoever_watches_sees_every_page_go_by(publication: Publication) -> None:
    seen: list[str] = []

    def watch(pages: Iterable[Page]) -> Iterable[Page]:
        for page in pages:
            seen.append(page.url)
            yield page

    made = site_files(publication, cache=None, watch=watch)
    assert seen == []
    assert [page.url for page in made.pages] == seen
    assert len(seen) > 14


def test_what_was_made_before_a_failure_is_remembered(
    publication: Publication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the store is closed."""

    def stop(pages: Iterable[Page]) -> Iterable[Page]:
        for number, page in enumerate(pages):
            if number == 3:
                raise ZeroDivisionError
            yield page

    with pytest.raises(ZeroDivisionError):
        [*site_files(publication, cache=tmp_path, watch=stop).pages]
    rendered: list[str] = []
    whole = Renderer._render

    def counting(self: Renderer, template: str, view: object, words: Translator) -> str:
        rendered.append(template)
        return whole(self, template, view, words)

    monkeypatch.setattr(Renderer, "_render", counting)
    assert len(rendered) < len(tuple(site_files(publication, cache=tmp_path).pages))


def test_a_site_is_written_whole_and_none_of_it_is_held(publication: Publication, tmp_path: Path) -> None:
    made = site_files(publication, cache=None)
    count = write_site(publication, tmp_path / "site", cache=None, handbook=("about/",), has_icon=False)
    assert count == len(made.files)
    assert snapshot(tmp_path / "site") == dict(made.all_files(("about/",)))
