"""Every JSON file of both sites: canonical bytes, valid by its schema, and consistent with the index and the pages."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

import jsonschema
import rfc8785
from inforce.contract.index import Banners

from tests.built import reading
from tests.built.building import ROOT
from tests.contract.test_interface import Embedder, lines


def schema(site: Path, name: str) -> jsonschema.Draft202012Validator:
    text = (site / f"api/v1/schema/{name}.schema.json").read_text(encoding="utf-8")
    contents = json.loads(text)
    jsonschema.Draft202012Validator.check_schema(contents)
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    return jsonschema.Draft202012Validator(contents, format_checker=checker)


INDEXES = ("index.json", "current.json")
BANNERS = {f"{name}.json" for name in Banners.model_fields}


def editions(site: Path) -> list[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]]:
    """(policy, version, edition) of the index."""
    return [
        (policy, version, edition)
        for policy in reading.index(site)["policies"]
        for version in policy["versions"]
        for edition in version["editions"]
    ]


def summaries(site: Path) -> list[Path]:
    every = sorted((site / "api/v1").rglob("*.json"))
    others = {*INDEXES, *BANNERS}
    return [path for path in every if path.parent.name not in ("schema", "words") and path.name not in others]


def test_the_words_of_each_language_validate_and_tell_every_duration(built_site: Path) -> None:
    validator = schema(built_site, "words")
    told: dict[str, set[str]] = {}
    for path in (built_site / "api/v1/words").glob("*.json"):
        words = json.loads(path.read_bytes())
        validator.validate(words)
        told[words["language"]] = set(words["durations"])
    assert set(told) == set(reading.index(built_site)["languages"])
    for path in summaries(built_site):
        summary = json.loads(path.read_bytes())
        assert {kept["duration"] for kept in summary["retention"] if "duration" in kept} <= told[summary["language"]]


def test_from_a_summary_and_the_words_of_its_language_all_can_be_said_that_the_ready_html_says(
    built_site: Path,
) -> None:
    for _, version, edition in editions(built_site):
        summary = json.loads((built_site / edition["summary"]["path"]).read_bytes())
        words = json.loads((built_site / f"api/v1/words/{edition['language']}.json").read_bytes())
        embedder = Embedder(summary, words)
        embedder.known.add(str(version["version"] + 1))
        for file in edition["html"].values():
            for line in lines((built_site / file["path"]).read_text("utf-8")):
                assert embedder.can_say(line), (file["path"], line)


def test_the_index_has_the_digests_of_the_records_in_the_repository(built_site: Path) -> None:
    for policy in reading.index(built_site)["policies"]:
        for version in policy["versions"]:
            folders = (
                root / "policy_src" / policy["policy"] / "versions" / str(version["version"])
                for root in (ROOT, ROOT / "examples")
            )
            assert version["records"] in [
                ["sha256:" + hashlib.sha256(path.read_bytes()).hexdigest() for path in records]
                for folder in folders
                for records in [[*folder.glob("manifest.json"), *sorted(folder.glob("amendments/*/amendment.json"))]]
            ]


def test_the_index_validates(built_site: Path) -> None:
    schema(built_site, "index").validate(reading.index(built_site))


def test_the_small_index_validates_and_is_part_of_the_whole(built_site: Path) -> None:
    small = json.loads((built_site / "api/v1/current.json").read_bytes())
    schema(built_site, "index").validate(small)
    whole = reading.index(built_site)
    for policy, all_of_it in zip(small["policies"], whole["policies"], strict=True):
        versions = {each["version"]: each for each in all_of_it["versions"]}
        assert policy["in_force"] in {each["version"] for each in policy["versions"]}
        for version in policy["versions"]:
            assert version["status"] == versions[version["version"]]["status"] in ("in_force", "announced")


def test_no_host_stands_in_the_json_but_in_base_url(built_site: Path) -> None:
    base = reading.index(built_site)["base_url"]
    for path in [*(built_site / "api/v1" / name for name in INDEXES), *summaries(built_site)]:
        assert path.read_text("utf-8").count(base) == (path.name in INDEXES), path


def test_every_summary_validates(built_site: Path) -> None:
    validator = schema(built_site, "summary")
    found = summaries(built_site)
    assert len(found) >= len(editions(built_site)) > 0
    for path in found:
        errors = list(validator.iter_errors(json.loads(path.read_text(encoding="utf-8"))))
        assert not errors, (path, errors[0].message)


def test_the_schema_refuses_an_empty_summary(built_site: Path) -> None:
    assert not schema(built_site, "summary").is_valid({})
    assert not schema(built_site, "index").is_valid({})


def test_json_is_canonical(built_site: Path) -> None:
    """RFC 8785: the same content is the same bytes."""
    for path in [*(built_site / "api/v1" / name for name in INDEXES), *summaries(built_site)]:
        data = path.read_bytes()
        assert rfc8785.dumps(json.loads(data)) == data, path


def test_the_integrity_of_the_index_is_that_of_the_file(built_site: Path) -> None:
    for _, _, edition in editions(built_site):
        data = (built_site / edition["summary"]["path"]).read_bytes()
        assert edition["summary"]["integrity"] == "sha256-" + base64.b64encode(hashlib.sha256(data).digest()).decode()


def test_index_summaries_and_pages_agree(built_site: Path) -> None:
    for policy, version, edition in editions(built_site):
        summary = json.loads((built_site / edition["summary"]["path"]).read_text(encoding="utf-8"))
        assert summary["policy"] == policy["policy"]
        assert summary["version"] == version["version"]
        assert summary["language"] == edition["language"]
        page = built_site / edition["path"] / "index.html"
        root = reading.tree(page)
        assert root.get("lang") == edition["language"]
        ids = {each.get("id") for each in next(iter(root.iter("article"))).iter()}
        for section in summary["sections"]:
            assert section["id"] in ids, (page, section)
            assert section["title"], (page, section)


def test_the_alias_is_the_summary_of_the_version_in_force(built_site: Path) -> None:
    seen = 0
    for policy, version, edition in editions(built_site):
        if version["version"] != policy["in_force"]:
            continue
        alias = built_site / f"api/v1/{policy['policy']}/current/{edition['language']}.json"
        assert alias.read_bytes() == (built_site / edition["summary"]["path"]).read_bytes()
        seen += 1
    assert seen


def test_ready_html_of_each_edition_stands_where_the_index_says(built_site: Path) -> None:
    base = reading.index(built_site)["base_url"]
    for _, _, edition in editions(built_site):
        for each in edition["html"].values():
            data = (built_site / each["path"]).read_bytes()
            assert f'href="{base}{edition["path"]}"'.encode() in data, each
            assert each["integrity"] == "sha256-" + base64.b64encode(hashlib.sha256(data).digest()).decode()


def test_the_banners_of_each_version_stand_where_the_index_says(built_site: Path) -> None:
    for policy in reading.index(built_site)["policies"]:
        for version in policy["versions"]:
            assert len(version.get("banners", ())) == (len(BANNERS) if "cookies" in version["states"] else 0)
            for name, each in version.get("banners", {}).items():
                data = (built_site / each["path"]).read_bytes()
                assert each["integrity"] == "sha256-" + base64.b64encode(hashlib.sha256(data).digest()).decode()
                made = json.loads(data)
                assert rfc8785.dumps(made) == data
                assert made["inforce"]["version"] == version["version"]
                if version["version"] == policy["in_force"]:
                    alias = built_site / f"api/v1/{policy['policy']}/current/{name}.json"
                    assert alias.read_bytes() == data


def test_exactly_one_version_of_a_policy_is_in_force(built_site: Path) -> None:
    for policy in reading.index(built_site)["policies"]:
        states = [version["status"] for version in policy["versions"]]
        assert states.count("in_force") == 1, policy["policy"]
        assert "draft" not in states
