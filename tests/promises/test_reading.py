"""A copy, a site and a project say the same; what isn't whole, or isn't what the index names, is refused."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from inforce.promises.errors import CannotRead
from inforce.promises.reading import read_policy

from tests.built.building import AS_OF, ROOT
from tests.promises.summaries import published, version
from tests.sources import change, good, project

AT = datetime.fromisoformat(AS_OF)
NOW = datetime(2026, 6, 1, tzinfo=UTC)
FIRST = version(1, "2024-01-01T00:00:00+01:00")
R1 = "api/v1/privacy/1/en/r1.json"


def test_a_site_a_copy_and_a_project_say_the_same(example_site: Path, tmp_path: Path) -> None:
    copy, flat = tmp_path / "copy", tmp_path / "flat"
    shutil.copytree(example_site / "api", copy / "api")
    shutil.copytree(example_site / "api" / "v1", flat)
    places = [example_site, copy, flat, ROOT / "examples", ROOT / "examples" / "policy_src"]
    found = [read_policy(place, "privacy", at=AT) for place in places]
    for day in (AT, "2020-01-01", "2027-03-01"):
        bodies = [policy.on(day).body for policy in found]
        assert all(body == bodies[0] for body in bodies)
    assert len({policy.sequence for policy in found}) == 1


def test_what_is_being_worked_on_promises_nothing(tmp_path: Path) -> None:
    place = project(tmp_path)
    with pytest.raises(CannotRead, match="names no policy"):
        _ = read_policy(place, "absent", at=NOW)
    assert read_policy(place, None, at=NOW).index["policies"][0]["versions"] == []


def test_a_project_with_an_error_promises_nothing_yet(tmp_path: Path) -> None:
    place = project(tmp_path, {"policy_src/site.yml": good("policy_src/site.yml") + "unheard_of: 1\n"})
    with pytest.raises(CannotRead, match=r"cannot be published, so it promises nothing yet:\n.*unheard_of"):
        read_policy(place, None, at=NOW)


def test_a_changed_byte_is_refused(tmp_path: Path) -> None:
    files = published(FIRST)
    change(tmp_path, {**files, R1: files[R1].replace(b"P1Y", b"P9Y")})
    with pytest.raises(CannotRead, match=f"{R1} isn't the file that the index names"):
        _ = read_policy(tmp_path, None, at=NOW).now


def test_a_lacking_file_is_named(tmp_path: Path) -> None:
    change(tmp_path, published(FIRST))
    (tmp_path / R1).unlink()
    with pytest.raises(CannotRead, match=f"This copy lacks the summary of privacy, version 1: {R1}"):
        _ = read_policy(tmp_path, None, at=NOW).now


def test_a_language_that_is_not_there(tmp_path: Path) -> None:
    change(tmp_path, published(FIRST))
    with pytest.raises(CannotRead, match="isn't there in the language 'de'"):
        _ = read_policy(tmp_path, None, at=NOW, language="de").now


@pytest.mark.parametrize(
    "summary", ["../secret.json", "api/v1/../../secret.json", "/etc/passwd", "en/privacy/index.html"]
)
def test_nothing_outside_the_api_is_read(tmp_path: Path, summary: str) -> None:
    files = published(FIRST)
    index = json.loads(files["api/v1/index.json"])
    index["policies"][0]["versions"][0]["editions"][0]["revisions"][0]["summary"]["path"] = summary
    change(tmp_path, {"copy/api/v1/index.json": json.dumps(index), "secret.json": files[R1]})
    with pytest.raises(CannotRead, match="names a file outside"):
        _ = read_policy(tmp_path / "copy", None, at=NOW).now


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "holds no copy of a policy"),
        ({"index.json": "[]"}, "is no JSON object"),
        ({"index.json": "{"}, "is no JSON object"),
        ({"index.json": b"\xff\xfe\x00"}, "is no JSON object"),
        ({"index.json": '{"format": "inforce-index-9"}'}, "none of the format"),
        ({"index.json": '{"format": "inforce-index-1", "policies": []}'}, "names no policy"),
    ],
)
def test_what_is_no_copy(tmp_path: Path, files: dict[str, str | bytes], message: str) -> None:
    change(tmp_path, files)
    with pytest.raises(CannotRead, match=message):
        read_policy(tmp_path, None, at=NOW)


def test_one_of_several_policies_must_be_named(example_site: Path) -> None:
    with pytest.raises(CannotRead, match=r"several policies: privacy, terms\. Say which is meant: inforce_policy_id"):
        read_policy(example_site, None, at=AT)
    assert read_policy(example_site, "terms", at=AT).now.policy == "terms"
    with pytest.raises(CannotRead, match=r'names no policy "cookies"\. It names: privacy, terms'):
        read_policy(example_site, "cookies", at=AT)
