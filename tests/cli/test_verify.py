"""`inforce verify`, as sentences and as data."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

import pytest
from inforce.embed import as_kept, scripts

from tests.release.living import V, data, note, run
from tests.sources import change, good, project

EN = "policy_src/privacy/en/retention.md"
NOW = "2024-10-01T00:00:00+00:00"
SUMMARY = f"{V}/1/published/en/r1.json"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Version 1, and version 2 since 1 September 2024."""
    place = project(tmp_path_factory.mktemp("verify"))
    run(place, "release", "--effective", "2024-03-01", "--yes")
    change(place, {EN: good(EN).replace("after its end", "after it ends"), **note()})
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", "2024-09-01", "--yes", on="2024-04-01T09:00:00+00:00")
    return place


def test_a_digest_of_words_says_which_version_and_when_and_leads_to_it(place: Path) -> None:
    digest = json.loads((place / SUMMARY).read_bytes())["text_digest"]
    assert run(place, "verify", digest, on=NOW).stdout.splitlines() == [
        f"{digest}: this digest is known.",
        "  privacy, version 1, en, revision 1: its words",
        "    in force from 2024-03-01 until 2024-09-01",
        "    page: https://legal.northwind.example/en/privacy/v1/r1/",
        "    data: https://legal.northwind.example/api/v1/privacy/1/en/r1.json",
    ]


def test_a_later_version_leads_to_its_redline_and_has_no_end(place: Path) -> None:
    told = run(place, "verify", str(place / f"{V}/2/published/fr/r1.json"), on=NOW).stdout
    assert "privacy, version 2, fr, revision 1: its data (JSON)" in told
    assert "    in force from 2024-09-01\n" in told
    assert "    redline: https://legal.northwind.example/fr/privacy/changes/1-2/\n" in told


def test_a_script_as_a_copy_keeps_it_is_named_in_a_sentence(place: Path, tmp_path: Path) -> None:
    base = "https://legal.northwind.example/"
    for path, data_ in as_kept(scripts(), base).items():
        kept = tmp_path / path.replace("/", "-")
        kept.write_bytes(data_)
        lines = run(place, "verify", str(kept), on=NOW).stdout.splitlines()
        assert "  a script for other sites as pull.mjs keeps it, with the address of this site in it" in lines


@pytest.mark.parametrize("form", ["hex", "HEX", "sha256:hex", "base64", "sha256-base64", "a line of sha256sum"])
def test_every_form_of_a_digest_will_do(place: Path, form: str) -> None:
    raw = hashlib.sha256((place / SUMMARY).read_bytes()).digest()
    base = base64.b64encode(raw).decode()
    written = {
        "hex": raw.hex(),
        "HEX": raw.hex().upper(),
        "sha256:hex": f"sha256:{raw.hex()}",
        "base64": base,
        "sha256-base64": f"sha256-{base}",
        "a line of sha256sum": f"{raw.hex()}  r1.json",
    }[form]
    assert "privacy, version 1, en, revision 1: its data (JSON)" in run(place, "verify", written, on=NOW).stdout


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (f"{V}/1/manifest.json", "privacy, version 1: a file"),
        (f"{V}/2/en/retention.md", "privacy, version 2: a file"),
        (f"{V}/1/facts.json", "privacy, version 1: a file"),
    ],
)
def test_a_file_of_a_release_is_told_with_its_place(place: Path, file: str, said: str) -> None:
    told = run(place, "verify", str(place / file), on=NOW).stdout
    assert said in told
    assert f"file: {file}" in told


def test_what_was_changed_is_not_proven_and_the_command_ends_with_1(place: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.json"
    copy.write_bytes((place / SUMMARY).read_bytes().replace(b'"version":1', b'"version":9'))
    told = run(place, "verify", str(copy), on=NOW, code=1).stdout
    assert "this is no file of these policies" in told
    assert "which alone proves nothing" in told


def test_data_for_programs(place: Path) -> None:
    unknown = hashlib.sha256(b"x").hexdigest()
    answers = data(run(place, "verify", "--json", str(place / SUMMARY), unknown, on=NOW, code=1))["answers"]
    assert [(each["how"], each["proven"]) for each in answers] == [("bytes", True), ("unknown", False)]
    (found,) = answers[0]["found"]
    assert found == {
        "what": "summary",
        "policy": "privacy",
        "version": 1,
        "language": "en",
        "revision": 1,
        "section": None,
        "file": "api/v1/privacy/1/en/r1.json",
        "page": "en/privacy/v1/r1/",
        "redline": None,
        "data": "api/v1/privacy/1/en/r1.json",
        "in_force": [{"from": "2024-03-01T00:00:00+01:00", "until": "2024-09-01T00:00:00+02:00"}],
    }


def test_evidence_as_an_element_gives_it_will_do(place: Path) -> None:
    integrity = "sha256-" + base64.b64encode(hashlib.sha256((place / SUMMARY).read_bytes()).digest()).decode()
    evidence = json.dumps({"policy": "privacy", "version": 1, "integrity": integrity, "padding": "x" * 300})
    assert "version 1, en, revision 1" in run(place, "verify", evidence, on=NOW).stdout


@pytest.mark.parametrize("asked", ["w1:5f2c", "no/such/file.json", "x" * 5_000, ""])
def test_what_is_neither_a_file_nor_a_digest_is_a_question_it_cannot_understand(place: Path, asked: str) -> None:
    assert "neither a file here nor a digest" in run(place, "verify", asked, on=NOW, code=2).stderr


def test_a_version_that_never_took_effect_says_so(tmp_path: Path) -> None:
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    run(
        place, "amend", "privacy", "1", "withdrawal", "--effective", "2024-02-01", "--reason", "In error.", "--yes",
        on="2024-01-15T09:00:00+00:00",
    )  # fmt: skip
    told = run(place, "verify", str(place / SUMMARY), on="2024-01-16T09:00:00+00:00").stdout
    assert "never in force: withdrawn before it took effect" in told


def test_where_records_are_not_as_they_were_released_it_says_so_and_ends_with_1(tmp_path: Path) -> None:
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    text = place / f"{V}/1/en/retention.md"
    text.write_text(text.read_text("utf-8").replace("years", "weeks"))
    done = run(place, "verify", str(place / f"{V}/1/manifest.json"), on=NOW, code=1)
    assert "D101" in done.stderr
