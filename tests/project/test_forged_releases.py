"""Releases and amendments that somebody wrote by hand, every digest right and the JSON made again to fit: what a pull
request could bring. In a full clone, in a shallow one and without git each is told; where a hand can only have chosen
otherwise than the source, a reviewer is given a hint."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from git import Repo
from inforce.problems import Severity
from inforce.project.editions import SectionReader
from inforce.project.summaries import summary_files
from inforce.reader.records.record_json import record as written
from inforce.reader.records.version import read_version, version_after

from tests.release.forging import forge_amendment, forge_file, forge_manifest, rewrite
from tests.release.living import EN, FR, V, amended, note, run
from tests.sources import change, good, problems, project, snapshot

Record = dict[str, Any]
Lie = Callable[[Path], None]
KEEP, GARDE = "[10 years](fact:retention.contract)", "[10 ans](fact:retention.contract)"


def commit(place: Path) -> None:
    with Repo(place) as repository:
        repository.git.add(A=True)
        repository.git.commit(m="So far")


@pytest.fixture(scope="module")
def proposed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Version 1, a correction of it and a note in the base branch; version 2 is new, on a branch of its own."""
    place = project(tmp_path_factory.mktemp("proposed"))
    run(place, "release", "--effective", "2024-03-01", "--yes")
    change(place, {f"{EN}/retention.md": good(f"{EN}/retention.md").replace("after its end", "after it ends")})
    amended(place, "correction", "--language", "en", "--section", "retention", on="2024-01-10T09:00:00+00:00")
    run(place, "sync", "privacy", "fr")
    Repo.init(place, initial_branch="main").close()
    change(place, note("material"))
    commit(place)
    with Repo(place) as repository:
        repository.create_head("work").checkout()
    change(place, {f"{folder}/general.md": good(f"{folder}/general.md") + "\nMore.\n" for folder in (EN, FR)})
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", "2024-05-01", "--yes", on="2024-01-20T09:00:00+00:00")
    commit(place)
    assert problems(place) == ()
    return place


def found_in(place: Path, kind: str, scratch: Path) -> set[str]:
    """The codes that are told in a kind of clone: of errors and D118, and of hints with a "?"."""
    match kind:
        case "shallow clone":
            commit(place)
            bare, clone = scratch / "bare.git", scratch / "clone"
            with Repo(place) as repository:
                repository.clone(str(bare), bare=True).close()
            with Repo(bare) as repository:
                repository.git.symbolic_ref("HEAD", "refs/heads/main")
            Repo.clone_from(bare.as_uri(), str(clone), branch="work", depth=1, no_single_branch=True).close()
            place = clone
        case "no git":
            shutil.rmtree(place / ".git")
    found = [
        one
        for one in problems(place)
        if one.code != "D112" and (one.severity is not Severity.OPEN or one.code == "D118")
    ]
    return {one.code + ("?" if one.severity is Severity.HINT else "") for one in found}


def json_again(place: Path, version: int = 2) -> None:
    """Make what a version publishes again from its words and facts, as it would if its source had said so."""
    folder = place / V / str(version)
    released, _ = read_version(snapshot(folder), policy="privacy", number=version, folder="f")
    first = version_after(released, 0) if released else None
    if first is None:
        return
    for path, data in summary_files(first, SectionReader()).items():
        forge_file(place, version, f"published/{path}", data)


def facts(lie: Callable[[Record], object]) -> Lie:
    def forge(place: Path) -> None:
        data = json.loads((place / V / "2/facts.json").read_text("utf-8"))
        lie(data)
        forge_file(place, 2, "facts.json", written(data))
        json_again(place)

    return forge


def words(*changes: tuple[str, str, str]) -> Lie:
    def forge(place: Path) -> None:
        for path, old, new in changes:
            text = (place / V / "2" / path).read_text("utf-8")
            assert old in text
            rewrite(place, 2, path, text.replace(old, new))
        json_again(place)

    return forge


def says(lie: Callable[[Record], object]) -> Lie:
    def forge(place: Path) -> None:
        forge_manifest(place, 2, lie)
        json_again(place)

    return forge


def accepts(code: str, place: str) -> Lie:
    point = {"code": code, "place": place, "message": "x", "because": "And so."}
    return says(lambda record: record.setdefault("accepted", []).append(point))


def summary(lie: Callable[[Record], object]) -> Lie:
    def forge(place: Path) -> None:
        path = "published/en/r1.json"
        data = json.loads((place / V / "2" / path).read_text("utf-8"))
        lie(data)
        text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        forge_file(place, 2, path, text.encode())

    return forge


def amends(version: int, record: Record, *, nameless: bool = False) -> Lie:
    over = written({"recipients": {"partner": {"name": "none"}}})
    whole = {"recorded": "2024-02-01T09:00:00+00:00", **record}

    def forge(place: Path) -> None:
        forge_amendment(place, version, whole, {"facts.json": over} if nameless else {})

    return forge


def bom(place: Path) -> None:
    rewrite(place, 2, "en/general.md", "\ufeff" + (place / V / "2/en/general.md").read_text("utf-8"))


def same_bytes(place: Path) -> None:
    record = {"type": "postponement", "effective_from": "2024-06-01T00:00:00+02:00", "recorded": "2024-02-01T09:00:00Z"}
    forge_amendment(place, 2, record, {"en/general.md": (place / V / "2/en/general.md").read_bytes()})


def turned(name: str) -> Lie:
    """Another order in one of the objects of the manifest, which JSON readers may show."""
    return says(lambda record: record.update({name: dict(reversed(record[name].items()))}))


def one_section_more(record: Record) -> None:
    record["sections"] = [{"id": "sell", "numbered": True, "sections": []}, *reversed(record["sections"])]


EVERYWHERE: dict[str, tuple[Lie, str]] = {
    "a name is none": (facts(lambda d: d["recipients"]["partner"].update(name="none")), "D117"),
    "the controller is none": (facts(lambda d: d["organisation"]["controller"].update(name="none")), "D117"),
    "another period": (facts(lambda d: d["retention"]["contract"].update(keep="7 years")), "F102"),
    "a number without its link": (
        words(("en/retention.md", KEEP, "7 years"), ("fr/retention.md", GARDE, "7 ans")),
        "D117",
    ),
    "a correction undone": (words(("en/retention.md", "after it ends", "after its end")), "D117"),
    "a correction undone beside other words": (
        words(("en/retention.md", "after it ends", "after its end"), ("en/retention.md", "# ", "# More on ")),
        "D117",
    ),
    "another number in a translation": (words(("fr/retention.md", "10 ans", "5 ans")), "D117"),
    "a reason for nothing": (accepts("F106", "organisation.dpo"), "D117"),
    "a reason for no unlinked fact": (accepts("F109", "en/retention"), "D117"),
    "a reason for no order": (accepts("V419", "versions/1"), "D117"),
    "a writer that there never was": (says(lambda r: r.update(made_by="inforce 0.0.9")), "D116"),
    "a writer to come": (says(lambda r: r.update(made_by="inforce 99.0.0")), "D116"),
    "another controller in the JSON": (summary(lambda d: d["controller"]["name"].update(text="Evil")), "D115"),
    "another country in the JSON": (summary(lambda d: d["controller"]["address"]["lines"].append("France")), "D115"),
    "before the notice is over": (says(lambda r: r.update(effective_from="2024-01-25T00:00:00+01:00")), "D110"),
    "a version postponed past the next": (
        amends(1, {"type": "postponement", "effective_from": "2024-06-01T00:00:00+02:00"}),
        "D117",
    ),
    "a correction to no name": (
        amends(2, {"type": "correction", "facts": ["recipients.partner.name"]}, nameless=True),
        "D117",
    ),
    "a day that is told in UTC": (says(lambda r: r.update(effective_from="2024-04-30T22:00:00+00:00")), "D110"),
    "words that begin with a mark": (bom, "D110"),
    "a postponement of the same words": (same_bytes, "D110"),
    "another order of languages": (turned("languages"), "D110"),
    "another order of digests": (turned("digests"), "D110"),
    "another order of files": (turned("files"), "D110"),
    "a withdrawal that a release should have known": (
        amends(1, {"type": "withdrawal", "recorded": "2024-01-12T09:00:00+00:00"}),
        "D110",
    ),
}
NO_AMOUNT = {"en": "We keep it for 9 years.", "fr": "Nous le gardons pendant 9 ans."}
NO_SECTION = {"en": "Section 9 is plainer.", "fr": "La section 9 est plus simple."}
NO_ADDRESS = {"en": "Write to evil@evil.example.", "fr": "Écrivez à evil@evil.example."}
ANOTHER_DAY = {"en": "This version applies from 1 June 2024.", "fr": "Elle s’applique à partir du 1er juin 2024."}
OF_A_LAW = {
    "en": "The new law applies from 1 June 2024.",
    "fr": "La nouvelle loi s’applique à partir du 1er juin 2024.",
}


def noted(text: dict[str, str]) -> Lie:
    return says(lambda record: record["changes"][0].update(text=text))


WHERE_GIT_KNOWS: dict[str, tuple[Lie, str]] = {
    "another order beside a section more": (says(one_section_more), "D110"),
    "another title": (says(lambda r: r["languages"]["en"].update(title="Nothing")), "D110"),
    "another weight": (says(lambda r: r["languages"]["fr"].update(status="official")), "D110"),
    "a review that was none": (says(lambda r: r["languages"]["fr"].update(reviewed=True)), "D110"),
    "another order": (says(lambda r: r["sections"].reverse()), "D110"),
    "a translation behind that was not": (accepts("T102", "fr/retention"), "D117"),
    "a recipient that nobody proposed": (
        facts(lambda d: d["recipients"].update(evil={"name": "Evil", "role": "processor"})),
        "D118",
    ),
    "a recipient less": (
        facts(lambda d: (d.pop("recipients"), d["purposes"]["contract"].pop("recipients"))),
        "D118",
    ),
    "no cookies": (facts(lambda d: d.pop("cookies")), "D118"),
    "a wording that is accepted": (
        facts(
            lambda d: d["retention"]["contract"].update(
                keep={"value": "7 years", "accept": {"en": {"10 years": "7 years"}, "fr": {"10 ans": "7 years"}}}
            )
        ),
        "D118",
    ),
    "a note that nobody proposed": (
        says(lambda r: r["changes"][0]["text"].update(fr="Nous ne gardons rien.")),
        "D120?",
    ),
    "a note of an amount that is nowhere": (noted(NO_AMOUNT), "D117"),
    "a note of a section that is nowhere": (noted(NO_SECTION), "D117"),
    "a note of an address that is nowhere": (noted(NO_ADDRESS), "D117"),
    "a note of another day": (noted(ANOTHER_DAY), "D117"),
    "a note of the day of a law": (noted(OF_A_LAW), "T106?"),
    "a note that is lighter": (
        says(lambda r: (r["changes"][0].update(kind="clarification"), r.update(kind="clarification"))),
        "D120?",
    ),
    "a lighter note, and notice as for it": (
        says(
            lambda r: (
                r["changes"][0].update(kind="clarification"),
                r.update(kind="clarification", effective_from="2024-01-25T00:00:00+01:00"),
            )
        ),
        "V404",
    ),
    "a record of long ago": (
        says(lambda r: r.update(released="2023-12-20T09:00:00+01:00", announced="2023-12-20T09:00:00+01:00")),
        "D110",
    ),
    "an amount of each language": (
        words(("en/general.md", "More.", "Six times a year."), ("fr/general.md", "More.", "Huit fois par an.")),
        "D117",
    ),
    "a day that no link binds": (words(("en/general.md", "More.", "This policy applies from 1 May 2025.")), "D117"),
    "a sentence that nobody proposed": (words(("en/general.md", "More.", "We sell everything.")), "D118"),
}
CASES = [
    *((name, kind) for name in EVERYWHERE for kind in ("full clone", "shallow clone", "no git")),
    *((name, kind) for name in WHERE_GIT_KNOWS for kind in ("full clone", "shallow clone")),
]


@pytest.mark.parametrize(("name", "kind"), CASES)
def test_it_is_told(proposed: Path, tmp_path: Path, name: str, kind: str) -> None:
    place = tmp_path / "project"
    shutil.copytree(proposed, place)
    lie, code = {**EVERYWHERE, **WHERE_GIT_KNOWS}[name]
    lie(place)
    assert code in found_in(place, kind, tmp_path)


@pytest.mark.parametrize("kind", ["full clone", "shallow clone", "no git"])
def test_what_the_commands_made_is_sound(proposed: Path, tmp_path: Path, kind: str) -> None:
    place = tmp_path / "project"
    shutil.copytree(proposed, place)
    change(place, {"notes.txt": "a commit of its own"})
    assert found_in(place, kind, tmp_path) == set()


def test_facts_that_cannot_be_read_make_no_reason_false(proposed: Path, tmp_path: Path) -> None:
    place = tmp_path / "project"
    shutil.copytree(proposed, place)
    accepts("F106", "organisation.dpo")(place)
    data = json.loads((place / V / "2/facts.json").read_text("utf-8"))
    data["retention"]["contract"]["keep"] = "for ever and ever"
    forge_file(place, 2, "facts.json", written(data))
    found = found_in(place, "full clone", tmp_path)
    assert "D104" in found
    assert "D117" not in found
