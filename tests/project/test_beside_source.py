"""What a new version says otherwise than the working text and the facts beside it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from git import Repo
from inforce.problems import Severity
from inforce.reader.records.record_json import record as written

from tests.release.forging import forge_amendment, forge_file, forge_manifest, rewrite
from tests.release.living import EN, V, note, run
from tests.sources import change, good, problems, project

RECIPIENTS = "policy_src/facts/recipients.yml"


def commit(place: Path) -> None:
    with Repo.init(place, initial_branch="main") as repository:
        repository.git.add(A=True)
        repository.git.commit(m="So far")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A release that is new."""
    found = project(
        tmp_path, {f"{EN}/general.md": good(f"{EN}/general.md") + "\nFrom [1 May 2020](fact:version.effective).\n"}
    )
    commit(found)
    run(found, "sync", "privacy", "fr")
    reason = ("--accept=F104:fr/general", "--because=Soon so.")
    run(found, "release", "--effective", "2024-03-01", "--yes", *reason)
    return found


def hints(place: Path, level: Severity = Severity.HINT) -> list[str]:
    found = [one for one in problems(place) if one.code == "D118"]
    assert all(one.severity is level and one.location.file == f"{V}/1/manifest.json" for one in found)
    return [one.message.partition(": ")[2] for one in found]


def test_a_release_is_its_source(place: Path) -> None:
    assert hints(place) == []


def test_words_that_went_on(place: Path) -> None:
    change(place, {f"{EN}/retention.md": good(f"{EN}/retention.md") + "\nMore.\n"})
    assert hints(place) == ["the words of en/retention."]
    commit(place)
    assert hints(place) == [], "the base branch has it"


@pytest.mark.parametrize(
    ("old", "new"), [("decides why", "may sell it, and decides why"), ("Our [partner](link:partner) helps us.", "")]
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_words_that_neither_source_has_are_open(place: Path, language: str, old: str, new: str) -> None:
    text = (place / V / f"1/{language}/general.md").read_text("utf-8")
    old = old if language == "en" else text.strip().splitlines()[-1]
    assert old in text
    rewrite(place, 1, f"{language}/general.md", text.replace(old, new or "Rien."))
    assert hints(place, Severity.OPEN) == [f"the words of {language}/general."]


def test_a_release_from_which_work_goes_on_twice(standing: Path) -> None:
    """The base branch has other words than either: nobody can tell it from a record changed by hand."""
    release(standing, on="2024-01-10T09:00:00+00:00", effective="2024-04-01", said="More.")
    words = (standing / EN / "general.md").read_text("utf-8")
    change(standing, {f"{EN}/general.md": f"{words}\nAnd more.\n"})
    (one,) = [one for one in problems(standing) if one.code == "D118"]
    assert one.severity is Severity.HINT, "the record's words still stand in the source"
    change(standing, {f"{EN}/general.md": words.replace("More.", "Much more.")})
    (one,) = [one for one in problems(standing) if one.code == "D118"]
    assert one.severity is Severity.OPEN


def test_facts_that_nobody_proposed(place: Path) -> None:
    facts = json.loads((place / V / "1/facts.json").read_text("utf-8"))
    facts["recipients"]["evil"] = {"name": "Evil Corp", "role": "processor"}
    facts["organisation"]["controller"]["address"]["country"] = "FR"
    forge_file(place, 1, "facts.json", written(facts))
    assert hints(place, Severity.OPEN) == ["the facts organisation.controller.address.country, recipients.evil."]


def test_only_some_are_named(place: Path) -> None:
    more = "".join(f"r{number}:\n  name: R{number}\n  role: processor\n" for number in range(7))
    change(place, {RECIPIENTS: good(RECIPIENTS) + more, **note()})
    assert hints(place) == [f"the facts {', '.join(f'recipients.r{number}' for number in range(5))} and 2 more."]


def test_without_git_nobody_knows_what_is_new(tmp_path: Path) -> None:
    bare = project(tmp_path)
    run(bare, "release", "--effective", "2024-03-01", "--yes")
    change(bare, {f"{EN}/retention.md": good(f"{EN}/retention.md") + "\nMore.\n"})
    assert hints(bare) == []


@pytest.fixture
def standing(tmp_path: Path) -> Path:
    """Version 1 is in the base branch."""
    found = project(tmp_path)
    run(found, "release", "--effective", "2024-03-01", "--yes")
    commit(found)
    with Repo(found) as repository:
        repository.create_head("work").checkout()
    return found


def release(place: Path, *, on: str, effective: str, said: str) -> None:
    more = {f"{EN}/general.md": (place / EN / "general.md").read_text("utf-8") + f"\n{said}\n"}
    change(place, {**note("material"), **more})
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", effective, "--yes", on=on)


def told(place: Path) -> dict[str, str]:
    return {
        one.location.file.removeprefix(f"{V}/"): one.message.partition(": ")[2]
        for one in problems(place)
        if one.code == "D118"
    }


def test_a_version_between_that_says_what_nobody_proposed(standing: Path) -> None:
    release(standing, on="2024-01-10T09:00:00+00:00", effective="2024-04-01", said="More.")
    release(standing, on="2024-01-20T09:00:00+00:00", effective="2024-06-01", said="Still more.")
    assert told(standing) == {}, "what the next version has too was the source"
    text = (standing / V / "2/en/general.md").read_text("utf-8")
    rewrite(standing, 2, "en/general.md", text + "\nWe sell everything.\n")
    said = {"2/manifest.json": "the words of en/general. Version 1 or 3 does not say so either."}
    assert told(standing) == said


def test_a_correction_of_an_older_version_that_applies_now(standing: Path) -> None:
    release(standing, on="2024-01-10T09:00:00+00:00", effective="2024-04-01", said="More.")
    text = (standing / V / "1/en/general.md").read_text("utf-8") + "\nWe sell everything.\n"
    forge_amendment(standing, 1, {"type": "correction"}, {"en/general.md": text.encode()})
    assert told(standing) == {
        "1/amendments/0001/amendment.json": "the words of en/general. Version 2 does not say so either."
    }


def test_a_correction_that_the_next_version_has_beside_other_words(standing: Path) -> None:
    release(standing, on="2024-01-10T09:00:00+00:00", effective="2024-04-01", said="More.")
    commit(standing)
    with Repo(standing) as repository:
        repository.git.branch("-f", "main", "HEAD")
    now = (standing / EN / "general.md").read_text("utf-8")
    change(standing, {f"{EN}/general.md": now.replace("decides why", "says why")})
    run(
        standing, "amend", "privacy", "1", "correction", "--language", "en", "--section", "general",
        "--reason", "because of it", "--yes", on="2024-01-12T09:00:00+00:00", code=None,
    )  # fmt: skip
    assert taken_over(standing) == ["it is new, and takes over from version 2: en/general."], "it brings “More.” too"
    assert len(told(standing)) == 1, "the source says it"


def test_a_correction_whose_words_no_source_has_is_read_and_merged(standing: Path, tmp_path: Path) -> None:
    """The working text has moved on in the very block that the correction mends."""
    text = good(f"{EN}/general.md")
    change(standing, {f"{EN}/general.md": text.replace("decides why", "alone decides why")})
    change(tmp_path / "slip", {"en/general.md": text.replace("decides why", "determines why")})
    arguments = ("correction", "--language=en", "--section=general", "--reason=A wrong word.", "--yes")
    shown = run(
        standing, "amend", "privacy", "1", *arguments, "--from", str(tmp_path / "slip"), on="2024-01-03T09:00:00+00:00"
    )
    assert "V416" in shown.stderr
    (found,) = (one for one in problems(standing) if one.code == "D118")
    assert found.severity is Severity.OPEN
    assert "Who merges it accepts it." in found.remedy
    assert "make it again" not in found.remedy


def test_a_correction_and_one_back(standing: Path) -> None:
    text = (standing / V / "1/en/general.md").read_text("utf-8")
    forge_amendment(standing, 1, {"type": "correction"}, {"en/general.md": f"{text}\nWe sell everything.\n".encode()})
    back = {"type": "correction", "recorded": "2024-02-02T00:00:00+00:00"}
    forge_amendment(standing, 1, back, {"en/general.md": text.encode()})
    assert told(standing) == {"1/amendments/0001/amendment.json": "the words of en/general."}


def test_a_forged_correction_that_looks_unfinished(standing: Path) -> None:
    text = (standing / V / "1/en/general.md").read_text("utf-8").replace("decides why", "sells it")
    forge_amendment(standing, 1, {"type": "correction"}, {"en/general.md": text.encode()})
    assert told(standing) == {"1/amendments/0001/amendment.json": "the words of en/general."}
    unfinished = [one.remedy for one in problems(standing) if one.code == "V425"]
    assert unfinished
    assert all("by hand: take it away" in remedy for remedy in unfinished)


def test_a_fact_that_only_a_correction_has(standing: Path) -> None:
    over = written({"recipients": {"partner": {"name": "Evil"}}})
    forge_amendment(standing, 1, {"type": "correction", "facts": ["recipients.partner.name"]}, {"facts.json": over})
    assert told(standing) == {"1/amendments/0001/amendment.json": "the facts recipients.partner.name."}


def test_another_order_of_facts(place: Path) -> None:
    facts = json.loads((place / V / "1/facts.json").read_text("utf-8"))
    facts["organisation"]["controller"] = dict(reversed(facts["organisation"]["controller"].items()))
    forge_file(place, 1, "facts.json", written(facts))
    assert hints(place, Severity.OPEN) == ["the order of the facts organisation.controller."]


def test_sections_that_either_lacks(place: Path) -> None:
    def otherwise(record: dict[str, Any]) -> None:
        record["sections"] = [one for one in record["sections"] if one["id"] != "general"]
        record["sections"].append({"id": "sell", "numbered": True, "sections": []})

    forge_manifest(place, 1, otherwise)
    assert hints(place, Severity.OPEN) == ["it lacks the section general; it has a section of its own, sell."]


def test_a_language_that_was_left_out(place: Path) -> None:
    forge_manifest(place, 1, lambda record: (record["languages"].pop("fr"), record["digests"].pop("fr")))
    assert hints(place, Severity.OPEN) == ["it leaves out the language fr."]


BETWEEN = "2/manifest.json"


def released_twice(place: Path) -> None:
    """Versions 2 and 3, both new."""
    release(place, on="2024-01-03T09:00:00+00:00", effective="2024-04-01", said="More.")
    release(place, on="2024-01-04T09:00:00+00:00", effective="2024-06-01", said="Still more.")


def test_a_version_between_that_lacks_a_section(standing: Path) -> None:
    released_twice(standing)

    def less(record: dict[str, Any]) -> None:
        record["sections"] = [one for one in record["sections"] if one["id"] != "general"]
        record["sections"].append({"id": "sell", "numbered": True, "sections": []})
        for sections in record["digests"].values():
            del sections["general"]

    forge_manifest(standing, 2, less)
    assert told(standing) == {
        BETWEEN: "unlike the versions beside it, it lacks the section general; "
        "unlike the versions beside it, it has a section of its own, sell."
    }


def test_a_version_between_that_lacks_a_language(standing: Path) -> None:
    released_twice(standing)
    forge_manifest(standing, 2, lambda record: (record["languages"].pop("fr"), record["digests"].pop("fr")))
    assert told(standing) == {BETWEEN: "unlike the versions beside it, it leaves out the language fr."}


def test_the_first_of_two_versions_of_a_new_policy(tmp_path: Path) -> None:
    new = project(tmp_path)
    change(new, {"README.md": "x"})
    with Repo.init(new, initial_branch="main") as repository:
        repository.git.add("README.md")
        repository.git.commit(m="So far")
        repository.create_head("work").checkout()
    run(new, "release", "--effective", "2024-03-01", "--yes")
    release(new, on="2024-01-03T09:00:00+00:00", effective="2024-04-01", said="More.")
    assert told(new) == {}
    forge_manifest(new, 1, lambda record: (record["languages"].pop("fr"), record["digests"].pop("fr")))
    assert told(new) == {"1/manifest.json": "unlike the versions beside it, it leaves out the language fr."}


def test_a_release_and_a_correction_of_it_in_one_pull_request(standing: Path) -> None:
    release(standing, on="2024-01-03T09:00:00+00:00", effective="2024-04-01", said="More.")
    mended = (standing / EN / "general.md").read_text("utf-8").replace("decides why", "says why")
    change(standing, {f"{EN}/general.md": mended})
    correction = ("correction", "--language", "en", "--section", "general", "--reason", "because of it", "--yes")
    run(standing, "amend", "privacy", "2", *correction, on="2024-01-04T09:00:00+00:00")
    assert told(standing) == {}, "the amendment explains it"
    run(standing, "sync", "privacy", "fr")
    release(standing, on="2024-01-05T09:00:00+00:00", effective="2024-06-01", said="Still more.")
    assert told(standing) == {}, "also where another version follows"


def test_a_language_that_follows_in_the_same_pull_request(standing: Path) -> None:
    more = {f"{EN}/general.md": (standing / EN / "general.md").read_text("utf-8") + "\nMore.\n"}
    change(standing, {**note("material"), **more})
    run(standing, "sync", "privacy", "fr")
    on = "2024-01-03T09:00:00+00:00"
    run(standing, "release", "--effective", "2024-04-01", "--language", "en", "--yes", on=on)
    assert told(standing) == {}, "the manifest says that it follows, which V427 tells"
    translation = ("translation", "--language", "fr", "--reason", "because of it", "--yes")
    run(standing, "amend", "privacy", "2", *translation, on="2024-01-04T09:00:00+00:00")
    assert told(standing) == {}


def taken_over(place: Path) -> list[str]:
    return [one.message for one in problems(place) if one.code == "D118" and "takes over" in one.message]


def test_a_correction_that_takes_the_words_of_another_version(standing: Path) -> None:
    """A change, called a slip: without notice, though the source says it and so does a version to come."""
    release(standing, on="2024-01-03T09:00:00+00:00", effective="2024-04-01", said="More.")
    later = (standing / V / "2/en/general.md").read_bytes()
    forge_amendment(
        standing, 1, {"type": "correction", "recorded": "2024-01-04T09:00:00+00:00"}, {"en/general.md": later}
    )
    takes = ["it is new, and takes over from version 2: en/general."]
    assert taken_over(standing) == takes, "version 2 is new too, and was released before"
    commit(standing)
    with Repo(standing) as repository:
        repository.git.branch("-f", "main", "HEAD")
    back = (standing / V / "1/en/general.md").read_bytes()
    shutil.rmtree(standing / V / "1/amendments")
    commit(standing)
    with Repo(standing) as repository:
        repository.git.branch("-f", "main", "HEAD")
    forge_amendment(
        standing, 1, {"type": "correction", "recorded": "2024-01-04T09:00:00+00:00"}, {"en/general.md": later}
    )
    assert taken_over(standing) == takes
    forge_amendment(
        standing, 2, {"type": "correction", "recorded": "2024-01-05T09:00:00+00:00"}, {"en/general.md": back}
    )
    assert len(taken_over(standing)) == 2, "version 2 says what version 1 says again"


def test_a_version_that_was_public_before(standing: Path) -> None:
    (standing / "was.txt").write_text("What was public.", "utf-8")
    release(standing, on="2024-01-10T09:00:00+00:00", effective="2024-04-01", said="More.")

    def published(record: dict[str, Any]) -> None:
        record["as_published"] = {"reason": "It was public.", "source": "sha256:" + "a" * 64}
        record["effective_from"] = "2023-01-01T00:00:00+01:00"

    forge_manifest(standing, 2, published)
    found = [one for one in problems(standing) if one.code == "D119"]
    assert [(one.severity, one.location.file) for one in found] == [(Severity.HINT, f"{V}/2/manifest.json")]
    period = "from 2023-01-01T00:00:00+01:00 until 2024-03-01T00:00:00+01:00"
    assert found[0].message == f"it is new, and says of the past that its text applied {period}."
    assert found[0].remedy.endswith("a" * 64 + ".")
    forge_manifest(standing, 2, lambda record: record.update(effective_from="2024-03-02T00:00:00+01:00"))
    known = [one.message for one in problems(standing) if one.code == "D119"]
    assert [one.endswith(" until now. The base branch says that version 1 did.") for one in known] == [True]
    commit(standing)
    with Repo(standing) as repository:
        repository.git.branch("-f", "main", "HEAD")
    assert [one for one in problems(standing) if one.code == "D119"] == [], "the base branch has it"


def test_a_correction_that_takes_a_change_back(standing: Path) -> None:
    """Its version then says what the one before it says, with a note of a change that is none."""
    release(standing, on="2024-01-03T09:00:00+00:00", effective="2024-04-01", said="More.")
    before = (standing / V / "1/en/general.md").read_bytes()
    record = {"type": "correction", "recorded": "2024-01-04T09:00:00+00:00"}
    forge_amendment(standing, 2, record, {"en/general.md": before})
    assert taken_over(standing) == ["it is new, and takes over from version 1: en/general."]
