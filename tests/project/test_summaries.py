"""The frozen summaries of records that the base branch does not have are made again: nothing false passes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import pytest
from inforce.cli.opening import open_here
from inforce.contract import models, summarise
from inforce.contract.models import Summary
from inforce.contract.published import said
from inforce.errors import CannotContinue
from inforce.model import writer
from inforce.model.writer import WRITER
from inforce.problems import Problem
from inforce.project.summaries import check_summaries, read_summary, summary_files
from inforce.reader.records.record_json import record as written
from inforce.reader.records.version import sha256

from tests.release.forging import forge_file, forge_manifest
from tests.release.living import EN, FR, GERMAN, V, amended, run
from tests.sources import change, good, problems, project

R1 = "published/en/r1.json"
RECORDS = frozenset({f"{V}/1/manifest.json", f"{V}/1/amendments/0001/amendment.json"})


@pytest.fixture
def released(tmp_path: Path) -> Path:
    """Version 1 in English and French, with nothing wrong."""
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    return place


def forge(place: Path, lie: Callable[[dict[str, Any]], None], path: str = R1) -> None:
    """Put a lie into a frozen summary, with every digest right."""
    summary = json.loads((place / V / "1" / path).read_text("utf-8"))
    lie(summary)
    data = json.dumps(summary, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    forge_file(place, 1, path, data)


def checked(place: Path, *, settled: frozenset[str] = frozenset(), writer: str = WRITER) -> list[Problem]:
    opened = open_here(place)
    (released,) = opened.project.policies[0].released
    return list(check_summaries(released, opened.reader, settled=settled, writer=writer))


def sets(**values: Any) -> Callable[[dict[str, Any]], None]:
    return lambda summary: summary.update(values)


LIES: dict[str, tuple[Callable[[dict[str, Any]], None], str]] = {
    "another controller": (lambda s: s["controller"]["name"].update(text="Evil SA"), "/controller/name/text"),
    "no recipients": (sets(recipients=[]), "/recipients/0"),
    "a link that runs": (lambda s: s["controller"].update(website="javascript:alert(1)"), "/controller/website"),
    "another duration": (lambda s: s["retention"][0].update(duration="P99Y"), "/retention/0/duration"),
    "consent": (lambda s: s["cookies"][0].update(consent_required=True), "/cookies/0/consent_required"),
    "a cookie more": (lambda s: s["cookies"].append(s["cookies"][0]), "/cookies/1"),
    "a section elsewhere": (lambda s: s["sections"][0].update(path="https://evil.example/"), "/sections/0/path"),
    "another title of a section": (lambda s: s["sections"][0].update(title="Nothing"), "/sections/0/title"),
    "another policy": (sets(policy="terms"), "/policy"),
    "another version": (sets(version=2), "/version"),
    "another revision": (sets(revision=2), "/revision"),
    "another language": (sets(language="fr"), "/language"),
    "other words": (sets(text_digest="w1:" + "0" * 64), "/text_digest"),
    "another day": (sets(effective_from="2024-04-01T00:00:00+02:00"), "/effective_from"),
    "another kind": (lambda s: s["change"].update(kind="clarification"), "/change/kind"),
    "another epoch": (sets(consent_epoch=2), "/consent_epoch"),
    "another weight": (sets(language_status="courtesy"), "/language_status"),
    "a caption": (sets(caption="x"), "/caption"),
    "a member less": (lambda s: s.pop("unknown"), "/unknown"),
}


@pytest.mark.parametrize(("lie", "pointer"), LIES.values(), ids=LIES)
def test_a_lie_with_right_digests_is_found(released: Path, lie: Callable[[dict[str, Any]], None], pointer: str) -> None:
    assert not checked(released)
    forge(released, lie)
    (found,) = [one for one in problems(released) if one.code == "D115"]
    assert found.location.file == f"{V}/1/{R1}"
    assert f" {pointer} " in found.message
    assert f"Take {V}/1 away and make it again with inforce release" in found.remedy


@pytest.mark.parametrize("data", [b"junk", b"[" * 100_000, b"{}", b""])
def test_a_file_that_is_no_summary(released: Path, data: bytes) -> None:
    forge_file(released, 1, R1, data)
    assert [one.code for one in checked(released)] == ["D115"]
    assert {one.code for one in checked(released, settled=RECORDS)} == {"D111"}, "a build could not go on with it"


def test_a_summary_is_not_made_of_what_the_digests_have_told_already(released: Path) -> None:
    (released / V / "1" / R1).write_bytes(b"{}")
    assert [one.code for one in problems(released)] == ["D101"]


def test_of_what_the_base_branch_has_nothing_is_said(released: Path) -> None:
    forge(released, LIES["another controller"][0])
    assert checked(released)
    assert not checked(released, settled=RECORDS)


def test_the_state_of_each_record_is_made_again(released: Path) -> None:
    """A later amendment changes what the version says now, never what its first summary said."""
    change(released, GERMAN)
    run(released, "sync", "privacy", "de")
    amended(released, "translation", "--language", "de", on="2024-01-10T09:00:00+00:00")
    amended(released, "postponement", "--effective", "2024-05-01", on="2024-01-11T09:00:00+00:00")
    assert not checked(released)
    opened = open_here(released)
    (version,) = opened.project.policies[0].released
    assert sorted(version.published()) == [
        "de/r1.json",
        "de/r2.json",
        "en/r1.json",
        "en/r2.json",
        "fr/r1.json",
        "fr/r2.json",
    ]
    folder = released / V / "1" / "amendments/0002"
    record = json.loads((folder / "amendment.json").read_text("utf-8"))
    lying = (folder / "published/de/r2.json").read_bytes().replace(b"2024-05-01", b"2024-06-01")
    (folder / "published/de/r2.json").write_bytes(lying)
    record["files"]["published/de/r2.json"] = sha256(lying)
    (folder / "amendment.json").write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n", "utf-8")
    settled = frozenset({f"{V}/1/manifest.json", f"{V}/1/amendments/0001/amendment.json"})
    (found,) = checked(released, settled=settled)
    assert found.location.file == f"{V}/1/amendments/0002/published/de/r2.json"
    assert "inforce amend" in found.remedy


@pytest.mark.parametrize(
    ("made_by", "said", "cure"),
    [
        ("inforce 9.0.0", "a later version", "Upgrade Inforce"),
        ("by hand", 'the writer "by hand"', "make it again"),
        ("inforce 0.1", 'the writer "inforce 0.1"', "make it again"),
    ],
)
def test_a_writer_that_cannot_be_followed(released: Path, made_by: str, said: str, cure: str) -> None:
    forge_manifest(released, 1, lambda record: record.update(made_by=made_by))
    (found,) = [one for one in problems(released) if one.code.startswith("D1")]
    assert (found.code, found.location.file) == ("D116", f"{V}/1/manifest.json")
    assert said in found.message
    assert cure in found.remedy
    assert not checked(released, settled=RECORDS)


def test_an_earlier_writer_gains_nothing(released: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "EARLIER", ("inforce 0.0.1",))
    forge(released, LIES["another controller"][0])
    forge_manifest(released, 1, lambda record: record.update(made_by="inforce 0.0.1"))
    assert [one.code for one in checked(released)] == ["D115"]


def test_an_upgrade_alone_causes_no_error(released: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Version 0.2.0 writes a member more; what 0.1.0 froze lacks it and is right all the same."""

    def later(since: str) -> type[Summary]:
        class Later(Summary):
            audience: Annotated[str, said("Whom it is for.", since=since)] = "everybody"

        return Later

    of_today = summarise.summarise

    def made(*each: Any) -> Summary:
        return models.Summary(**dict(of_today(*each)) | {"contract": "1.1"})

    monkeypatch.setattr(summarise, "summarise", made)
    monkeypatch.setattr(models, "Summary", later("1.0"))
    with_it = checked(released, writer="inforce 0.2.0")
    assert with_it
    assert all("/audience is missing" in one.message for one in with_it), "it has to be named as one that came later"
    monkeypatch.setattr(models, "Summary", later("1.1"))
    assert not checked(released, writer="inforce 0.2.0")
    forge(released, LIES["another controller"][0])
    assert checked(released, writer="inforce 0.2.0")


def test_a_summary_of_a_later_version_can_be_read_for_its_view(released: Path) -> None:
    forge(released, sets(audience="everybody"))
    assert read_summary((released / V / "1" / R1).read_bytes(), "file").policy == "privacy"


@pytest.mark.parametrize(
    "facts",
    [
        {"retention": {"a": {"same_as": "b"}, "b": {"same_as": "a"}}},
        {"retention": {"a": {"same_as": "gone"}}},
    ],
)
def test_frozen_facts_that_lead_nowhere_stop_nothing_else(released: Path, facts: dict[str, Any]) -> None:
    forge_file(released, 1, "facts.json", written(facts))
    assert "D104" in {one.code for one in problems(released)}


def test_a_release_freezes_what_this_tool_makes(released: Path) -> None:
    opened = open_here(released)
    (version,) = opened.project.policies[0].released
    assert summary_files(version.version, opened.reader) == dict(version.published())
    with pytest.raises(CannotContinue):
        read_summary(b"{}", "file")


def test_words_that_a_later_record_replaced_are_read_too(released: Path) -> None:
    """Else what was published of them could say anything."""
    change(released, {f"{EN}/general.md": good(f"{EN}/general.md").replace("helps us", "helps")})
    amended(released, "correction", "--language", "en", "--section", "general", on="2024-01-10T09:00:00+00:00")
    assert not checked(released)
    folder = released / V / "1"
    broken = (folder / "en/general.md").read_bytes() + b"\xff\n"
    (folder / "en/general.md").write_bytes(broken)

    def digest(record: dict[str, Any]) -> None:
        record["digests"]["en"]["general"]["bytes"] = sha256(broken)

    forge_manifest(released, 1, digest)
    (found,) = checked(released)
    assert (found.code, found.location.file) == ("D104", f"{V}/1/manifest.json")


def test_words_that_are_gone_are_told_once(released: Path) -> None:
    (released / V / "1/fr/general.md").unlink()
    assert good(f"{FR}/general.md")
    assert {one.code for one in problems(released)} <= {"D102", "D104"}
