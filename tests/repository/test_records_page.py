"""`docs/reference/records.md` says what the code does: its files are made by the commands that it shows."""

from __future__ import annotations

import json
import re
import shlex
from datetime import datetime
from typing import Any

import pytest
import rfc8785
from inforce.model.config import ChangeNote, Frozen, Kind, LanguageStatus
from inforce.model.version import (
    Accepted,
    Amendment,
    AmendmentType,
    AsPublished,
    EditionTerms,
    Manifest,
    SectionDigests,
)
from inforce.model.writer import WRITER
from inforce.reader.records.state import revision_after
from inforce.reader.records.version import sha256

from tests.release.living import run
from tests.repository.reference_page import fenced, files, page, part, samples, table, write
from tests.sources import change, snapshot

PAGE = page("records.md")
DAYS = ("2024-01-10T09:00:00+00:00", "2024-01-20T09:00:00+00:00")
FRENCH = "policy_src/privacy/fr/retention.md"


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What stands below `versions/` after the commands that the page shows."""
    shown = {**files(page("format.md")), **files(page("facts.md"))}
    place = write(tmp_path_factory.mktemp("records"), shown)
    story = part(PAGE, "A version and its amendments")
    slip, mended = samples(story.split("French\ntext,")[1])[:2]
    release, amend = (shlex.split(line)[1:] for line in re.findall(r"^inforce .+$", story, re.MULTILINE))
    run(place, *release, "--yes", on=DAYS[0])
    change(place, {FRENCH: shown[FRENCH].replace(slip, mended)})
    run(place, *amend, "--yes", on=DAYS[1])
    assert run(place, "check", on=DAYS[1]).exit_code == 0
    return snapshot(place / "policy_src/privacy/versions")


def test_what_stands_in_a_version(versions: dict[str, bytes]) -> None:
    (listed,) = fenced(part(PAGE, "A version and its amendments"))
    assert listed.split() == sorted(versions)


@pytest.mark.parametrize(
    ("heading", "path"), [("The manifest", "1/manifest.json"), ("Amendments", "1/amendments/0001/amendment.json")]
)
def test_records_are_as_they_are_shown(versions: dict[str, bytes], heading: str, path: str) -> None:
    (text,) = fenced(part(PAGE, heading), "json")
    shown, made = json.loads(text), json.loads(versions[path])
    assert list(shown) == list(made), "the members and their order"
    assert shown["made_by"] == WRITER
    for name in made:
        if name in ("digests", "files"):
            assert cut(shown[name], made[name]) == shown[name]
        elif name != "previous":
            assert shown[name] == made[name]


def test_records_are_written_and_chained_as_told(versions: dict[str, bytes]) -> None:
    folder = "1/amendments/0001/"
    records = {
        place: json.loads(versions[name])
        for place, name in (("1/", "1/manifest.json"), (folder, f"{folder}amendment.json"))
    }
    assert versions["1/manifest.json"].decode() == json.dumps(records["1/"], ensure_ascii=False, indent=2) + "\n"
    assert records[folder]["previous"] == sha256(versions["1/manifest.json"])
    named = {"1/manifest.json", f"{folder}amendment.json"}
    for place, said in records.items():
        listed = dict(said["files"])
        for language, sections in said["digests"].items():
            listed |= {f"{language}/{name}.md": digests["bytes"] for name, digests in sections.items()}
        assert {path: sha256(versions[place + path]) for path in listed} == listed
        named |= {place + path for path in listed}
    assert named == set(versions)
    for path, data in versions.items():
        if "published/" in path:
            assert rfc8785.dumps(json.loads(data)) == data


def cut(shown: Any, made: Any) -> Any:
    """What was made, with as much of it as is shown."""
    if isinstance(shown, dict):
        return {name: cut(inner, made[name]) for name, inner in shown.items()}
    start = shown.removesuffix("…")
    return shown if shown.endswith("…") and made.startswith(start) else made


@pytest.mark.parametrize(("heading", "model"), [("The manifest", Manifest), ("Amendments", Amendment)])
def test_every_member_of_a_record_is_told(heading: str, model: type[Frozen]) -> None:
    told = [name for row in table(PAGE, heading, "Member") for name in samples(row[0])]
    assert sorted(told) == sorted(model.model_fields)


INSIDE: dict[str, type[Frozen]] = {
    "`languages`": EditionTerms,
    "`digests`": SectionDigests,
    "`changes`": ChangeNote,
    "`as_published`": AsPublished,
    "`accepted`": Accepted,
}


@pytest.mark.parametrize("member", INSIDE)
def test_what_is_inside_a_member_is_told(member: str) -> None:
    (said,) = (row[1] for row in table(PAGE, "The manifest", "Member") if row[0] == member)
    assert set(INSIDE[member].model_fields) == set(samples(said))


TYPES = table(PAGE, "Amendments", "Type")
AFTER = {"first": 1, "next": 2, "stay": 1}


@pytest.mark.parametrize("row", TYPES, ids=lambda row: row[0])
def test_whose_revision_an_amendment_raises(row: list[str]) -> None:
    type_ = AmendmentType(samples(row[0])[0])
    brings = type_ is AmendmentType.TRANSLATION
    amendment = Amendment(
        made_by=WRITER,
        type=type_,
        recorded=datetime.fromisoformat(DAYS[1]),
        reason="A test of revisions",
        previous="sha256:" + "0" * 64,
        languages={"de": EditionTerms(title="T", status=LanguageStatus.COURTESY)} if brings else {},
        digests={"de": {}},
        facts=("retention.orders.keep",) if row[0].endswith("facts") else (),
    )
    assert revision_after(0 if row[2] == "first" else 1, "de", amendment) == AFTER[row[2]]
    assert revision_after(1, "en", amendment) == AFTER[row[3]]


def test_every_type_of_amendment_is_told() -> None:
    assert {samples(row[0])[0] for row in TYPES} == set(AmendmentType)
    (said,) = (row[1] for row in table(PAGE, "Amendments", "Member") if row[0] == "`type`")
    assert samples(said) == list(AmendmentType)


def test_the_kinds_of_a_version_are_told() -> None:
    (said,) = (row[1] for row in table(PAGE, "The manifest", "Member") if row[0] == "`kind`")
    assert set(samples(said)) == set(Kind) - {Kind.CORRECTION}
