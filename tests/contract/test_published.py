"""The JSON of a small site: valid by its own schema, canonical, tied together by digests, and said in its language."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.contract.index import Banners, integrity
from inforce.project.api import api_files
from inforce.project.open import open_project
from inforce.project.publish import publish
from inforce.storage.tree import SOURCE, read_tree

from tests.contract.mutating import WRONG, places, with_value
from tests.release.living import EN, amended, note, run
from tests.sources import change, good, project

ORGANISATION = "policy_src/facts/organisation.yml"
Files = dict[str, bytes]


def published(place: Path, when: str) -> Files:
    opened = open_project(place, read_tree(place, SOURCE))
    assert not opened.errors
    return dict(api_files(publish(opened.project, opened.reader, as_of=datetime.fromisoformat(when), drafts=False)))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two versions, the first one corrected; one fact unknown, one label missing in French."""
    unknown = good(ORGANISATION) + "  phone:\n    unknown: {en: Nobody knows.}\n"
    place = project(tmp_path_factory.mktemp("summary"), {ORGANISATION: unknown, "was.txt": "as it was"})
    run(place, "release", "--effective", "2024-01-01", "--yes", *published_already(place))
    change(place, {f"{EN}/retention.md": good(f"{EN}/retention.md").replace("after its end", "after it ends")})
    amended(place, "correction", "--language", "en", "--section", "retention", on="2024-01-11T09:00:00+00:00")
    run(place, "sync", "privacy", "fr")
    change(place, {ORGANISATION: good(ORGANISATION), **note()})
    run(place, "release", "--effective", "2024-09-01", "--yes", on="2024-04-01T09:00:00+00:00")
    return place


def published_already(place: Path) -> tuple[str, ...]:
    return ("--as-published", "It was public.", "--published-source", str(place / "was.txt"))


@pytest.fixture(scope="module")
def files(place: Path) -> Files:
    return published(place, "2025-01-01T00:00:00+00:00")


def load(files: Files, path: str) -> Any:
    return json.loads(files[f"api/v1/{path}"])


def test_every_file_validates_by_its_own_schema(files: Files) -> None:
    checked = 0
    for path, data in files.items():
        if not path.endswith(".json") or "/schema/" in path or Path(path).stem in Banners.model_fields:
            continue
        names = {"api/v1/index.json": "index", "api/v1/current.json": "index", "api/v1/words/": "words"}
        name = next((name for begin, name in names.items() if path.startswith(begin)), "summary")
        schema = load(files, f"schema/{name}.schema.json")
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.Draft202012Validator(schema).validate(json.loads(data))
        checked += 1
    assert checked == 2 + 5 + 2 + 2, "two indexes, five summaries (three of version 1), two aliases, words"


def test_the_schema_refuses_what_is_not_a_summary(files: Files) -> None:
    validator = jsonschema.Draft202012Validator(load(files, "schema/summary.schema.json"))
    summary = load(files, "privacy/1/en/r1.json")
    for field in ("policy", "version", "effective_from", "text_digest"):
        assert not validator.is_valid({name: value for name, value in summary.items() if name != field}), field
    assert not validator.is_valid({**summary, "version": "one"})


def test_the_schema_refuses_each_value_in_a_wrong_form(files: Files) -> None:
    """Of every kind of place in a summary, an index and the words: nothing but what its form allows."""
    kinds: set[str] = set()
    for path, name in (("privacy/1/en/r1.json", "summary"), ("index.json", "index"), ("words/en.json", "words")):
        schema, file = load(files, f"schema/{name}.schema.json"), load(files, path)
        validator = jsonschema.Draft202012Validator(schema)
        once: set[tuple[str | int, ...]] = set()
        for steps, kind in places(file, schema, schema["$defs"]):
            alike = tuple("*" if isinstance(step, int) else step for step in steps)
            if alike in once:
                continue
            once.add(alike)
            kinds.add(kind)
            for position, wrong in enumerate(WRONG[kind]):
                if position == len(once) % len(WRONG[kind]) or len(alike) < 3:
                    assert not validator.is_valid(with_value(file, steps, wrong)), (name, steps, wrong)
    assert {"Instant", "Duration", "Language", "Country", "Email", "SitePath", "Pointer", "Integrity", "code"} <= kinds


def test_every_json_file_is_in_canonical_form(files: Files) -> None:
    """RFC 8785, reckoned in another way: sorted keys, no white space, as few escapes as JSON allows."""
    for path, data in files.items():
        if path.endswith(".json"):
            plain = json.dumps(json.loads(data), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            assert data == plain.encode(), path


def test_the_index_names_the_newest_revision_with_its_integrity(files: Files) -> None:
    (policy,) = load(files, "index.json")["policies"]
    found = {}
    for version in policy["versions"]:
        for edition in version["editions"]:
            path = edition["summary"]["path"]
            digest = base64.b64encode(hashlib.sha256(files[path]).digest()).decode()
            assert edition["summary"]["integrity"] == f"sha256-{digest}", path
            assert json.loads(files[path])["text_digest"] == edition["text_digest"]
            found[(version["version"], edition["language"])] = edition["revision"]
    assert found == {(1, "en"): 2, (1, "fr"): 1, (2, "en"): 1, (2, "fr"): 1}


@given(data=st.binary())
def test_integrity_is_the_digest_of_the_bytes(data: bytes) -> None:
    kind, _, digest = integrity(data).partition("-")
    assert (kind, base64.b64decode(digest, validate=True)) == ("sha256", hashlib.sha256(data).digest())


def test_status_stands_only_in_the_index_and_moves_with_time(place: Path) -> None:
    expected = {
        "2024-05-01T00:00:00+00:00": (1, ["in_force", "announced"], "2024-09-01T00:00:00+02:00"),
        "2025-01-01T00:00:00+00:00": (2, ["superseded", "in_force"], None),
    }
    kept: list[Files] = []
    for when, (current, statuses, change_at) in expected.items():
        files = published(place, when)
        index = load(files, "index.json")
        (policy,) = index["policies"]
        assert (policy["in_force"], [one["status"] for one in policy["versions"]]) == (current, statuses)
        assert index.get("next_change_at") == change_at
        assert load(files, "privacy/current/en.json")["version"] == current
        kept.append({path: data for path, data in files.items() if "index" not in path and "current" not in path})
    assert kept[0] == kept[1], "every other file is the same, byte for byte"
    assert not {"status", "effective_until", "successor"} & load(kept[0], "privacy/1/en/r1.json").keys()


def test_a_version_is_not_shown_before_it_is_announced(place: Path) -> None:
    files = published(place, "2024-02-01T00:00:00+00:00")
    assert not [path for path in files if path.startswith("api/v1/privacy/2/")]
    assert [path for path in files if path.startswith("api/v1/privacy/1/")]


def test_every_instant_of_the_index_and_of_each_summary_is_told_in_words(files: Files) -> None:
    """All but when it was made."""
    found: set[str] = set()

    def walk(node: Any) -> None:
        if isinstance(node, dict | list):
            for each in node.values() if isinstance(node, dict) else node:
                walk(each)
        elif isinstance(node, str) and re.fullmatch(r"\d{4}-\d\d-\d\d(T[\d:]+([+-][\d:]+|Z))?", node):
            found.add(node)

    for path in files:
        if path.endswith(".json") and "/schema/" not in path and "/words/" not in path:
            walk(json.loads(files[path]))
    told = load(files, "words/en.json")["dates"]
    assert "2024-01-11T09:00:00+00:00" in told, "when the correction was recorded"
    assert found - told.keys() == {load(files, "index.json")["made_at"]}


def test_a_label_in_another_language_says_which(files: Files) -> None:
    description = {language: load(files, f"privacy/1/{language}/r1.json")["cookies"][0] for language in ("en", "fr")}
    assert description["en"]["description"] == {"text": "Remembers your language"}
    assert description["fr"]["description"] == {"text": "Remembers your language", "lang": "en"}
    purposes = load(files, "privacy/1/fr/r1.json")["purposes"]
    assert purposes[0]["label"] == {"text": "Exécuter le contrat"}


def test_what_nobody_knows_is_left_out_and_told(files: Files) -> None:
    first, second = (load(files, f"privacy/{number}/en/r1.json") for number in (1, 2))
    assert "phone" not in first["controller"]
    assert "Nobody knows." in json.dumps(first["unknown"])
    assert not second.get("unknown")


def test_a_correction_changes_the_text_digest_of_its_language_only(files: Files) -> None:
    before, after = (load(files, f"privacy/1/en/r{number}.json") for number in (1, 2))
    assert (before["revision"], after["revision"]) == (1, 2)
    assert before["text_digest"] != after["text_digest"]
    assert "api/v1/privacy/1/fr/r2.json" not in files


def test_the_same_publication_twice_gives_the_same_bytes(place: Path, files: Files) -> None:
    assert published(place, "2025-01-01T00:00:00+00:00") == files
    later = published(place, "2025-06-01T00:00:00+00:00")
    moved = {path for path, data in later.items() if data != files[path]}
    assert moved == {"api/v1/index.json", "api/v1/current.json"}
    for path in moved:
        assert {**json.loads(later[path]), "made_at": ""} == {**json.loads(files[path]), "made_at": ""}
