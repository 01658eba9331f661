"""The shipped scripts pass `docs/developers/vectors.json`, as whoever runs them meets them: the element shows the
version and the language that the vectors name, and the copy has that version under `current/`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from inforce.contract.index import integrity
from inforce.embed import scripts
from playwright.sync_api import Browser, expect

from tests.browser.embedding import Embedder, Publisher, embedding, heard, publishing, shows
from tests.node import node
from tests.vectors import LANGUAGES, TIMELINES, about

KINDS = ("cookies", "contact", "status")
INSTANTS = [
    pytest.param(case["versions"], at["instant"], at["in_force"], id=f"{about(case)}, at {at['instant']}")
    for case in TIMELINES
    for at in case["at"]
]
ONE_WISH = [case for case in LANGUAGES if len(case["wanted"]) <= 1]
"""A page states one language, so an element has one wish. Of several wishes, `test_developers.py` tells."""
PREVAILING = "tlh"
"""A language that no case offers or wants."""


@pytest.fixture
def publisher(tmp_path: Path) -> Iterator[Publisher]:
    with publishing(tmp_path / "site") as found:
        yield found


@pytest.fixture(scope="module")
def embedder(chromium: Browser) -> Iterator[Embedder]:
    with embedding(chromium) as found:
        yield found


def publish(publisher: Publisher, versions: Iterable[Mapping[str, Any]], languages: Iterable[str] = ()) -> None:
    """The least site that has these versions, each in these languages and in the one that prevails."""
    files: dict[str, bytes] = {"embed/1/inforce.js": scripts()["embed/1/inforce.js"]}
    listed = [
        {**version, "consent_epoch": 1, "editions": [*editions(version["version"], languages, files)]}
        for version in versions
    ]
    index = {
        "format": "inforce-index-1",
        "base_url": publisher.root,
        "sequence": 1,
        "made_at": "2026-01-01T00:00:00Z",
        "languages": [*languages, PREVAILING],
        "policies": [{"policy": "privacy", "versions": listed}],
        "embed": [named(path, files) for path in files if path.startswith("embed/")],
        "words": {Path(path).stem: named(path, files) for path in files if "/words/" in path},
    }
    files["api/v1/current.json"] = json.dumps(index).encode()
    for path, data in files.items():
        (publisher.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (publisher.folder / path).write_bytes(data)


def named(path: str, files: Mapping[str, bytes]) -> dict[str, str]:
    return {"path": path, "integrity": integrity(files[path])}


def editions(version: int, languages: Iterable[str], files: dict[str, bytes]) -> Iterator[dict[str, Any]]:
    for language, status in (*((each, "official") for each in languages), (PREVAILING, "authoritative")):
        folder = f"api/v1/privacy/{version}/{language}"
        summary = f"{folder}/r1.json"
        which = {"policy": "privacy", "version": version, "revision": 1, "consent_epoch": 1}
        files[summary] = json.dumps({"format": "inforce-summary-1", "language": language, **which}).encode()
        files[f"api/v1/words/{language}.json"] = json.dumps(
            {"format": "inforce-words-1", "language": language}
        ).encode()
        stamp = " ".join(f'data-{name.replace("_", "-")}="{value}"' for name, value in which.items())
        vouched = integrity(files[summary])
        html = {}
        for kind in KINDS:
            path = f"{folder}/{kind}.html"
            files[path] = (
                f'<div class="inforce-{kind}" lang="{language}" {stamp} data-integrity="{vouched}"><p>x</p></div>'
            ).encode()
            html[kind] = named(path, files)
        of_it = {"revision": 1, "summary": named(summary, files)}
        yield {"language": language, "language_status": status, **of_it, "html": html, "revisions": [of_it]}


@pytest.mark.parametrize(("versions", "instant", "in_force"), INSTANTS)
def test_an_element_shows_the_version_in_force(
    publisher: Publisher, embedder: Embedder, versions: list[dict[str, Any]], instant: str, in_force: int | None
) -> None:
    publish(publisher, versions)
    with embedder.page(f'<inforce-status base="{publisher.root}"></inforce-status>', at=instant) as page:
        if in_force is None:
            assert heard(page, "stale")[0][2] == "not-in-force"
            expect(page.locator("inforce-status > *")).to_have_count(0)
        else:
            shows(page, in_force, "inforce-status")


@pytest.mark.parametrize(("versions", "instant", "in_force"), INSTANTS)
def test_a_copy_has_the_version_in_force_as_the_current_one(
    publisher: Publisher,
    tmp_path: Path,
    versions: list[dict[str, Any]],
    instant: str,
    in_force: int | None,
) -> None:
    publish(publisher, versions)
    script = tmp_path / "pull.mjs"
    script.write_bytes(scripts()["embed/1/pull.mjs"])
    done = node(script, publisher.root, "copy", cwd=tmp_path, at=instant)
    assert done.returncode == 0, done.stderr
    current = tmp_path / f"copy/api/v1/privacy/current/{PREVAILING}/status.html"
    if in_force is None:
        assert not current.exists()
    else:
        assert f'data-version="{in_force}"' in current.read_text("utf-8")


@pytest.mark.parametrize("case", ONE_WISH, ids=about)
def test_an_element_takes_the_language_of_its_page(
    publisher: Publisher, embedder: Embedder, case: dict[str, Any]
) -> None:
    publish(publisher, [{"version": 1, "effective_from": "2026-01-01T00:00:00Z"}], case["offered"])
    body = f'<inforce-status base="{publisher.root}"></inforce-status>'
    with embedder.page(body, language="".join(case["wanted"]), at="2026-11-30T12:00:00Z") as page:
        expect(page.locator("inforce-status > div")).to_have_attribute("lang", case["found"] or PREVAILING)
