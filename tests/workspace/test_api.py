"""The JSON of a site: what was frozen as it is, an alias for what is in force, schemas with their own address."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from inforce.cli.desk import open_project
from inforce.workspace.api import api_files, published_files
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


def test_what_a_release_froze_is_what_this_tool_would_make(desk: Desk) -> None:
    """Not a rule for later versions of the tool: frozen files stay as they are. It shows that a release writes them."""
    (released,) = desk.project.policies[0].released
    assert published_files(released.version, desk.reader) == dict(released.published())
