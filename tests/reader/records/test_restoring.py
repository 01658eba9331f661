"""What to do about a released file that is not as it was: the command that reaches what was meant."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from inforce.problems import Location, Problem, Severity
from inforce.reader.records.restoring import cure, made_again, without_consequences

from tests.release.living import V as VERSIONS
from tests.release.living import run
from tests.sources import change, good, problems, project, told

V = "policy_src/privacy/versions/2"


@pytest.mark.parametrize(
    ("path", "command"),
    [
        (f"{V}/manifest.json", "inforce amend privacy 2 postponement --effective DATE"),
        (f"{V}/amendments/0001/amendment.json", "inforce amend privacy 2 withdrawal"),
        (
            f"{V}/en/retention.md",
            "To mend its words, change the working text and run: "
            'inforce amend privacy 2 correction --language en --section retention --reason "…"',
        ),
        (
            f"{V}/amendments/0001/fr/retention.md",
            'inforce amend privacy 2 correction --language fr --section retention --reason "…"',
        ),
        (f"{V}/facts.json", 'inforce amend privacy 2 correction --fact PATH --reason "…"'),
    ],
)
def test_names_the_command_for_what_was_meant(path: str, command: str) -> None:
    assert command in cure("D101", path)
    assert cure("D101", path).startswith("Restore it: put the text that the base branch has in its place")


@pytest.mark.parametrize(
    ("code", "start"),
    [
        ("D102", "Bring it back"),
        ("D103", "Take it away"),
        ("D105", "Restore its records and those of the version before"),
        ("D106", "Bring the missing one back"),
        ("D107", "One of the two was changed"),
    ],
)
def test_what_is_gone_or_too_much_is_not_restored_but_brought_back_or_taken_away(code: str, start: str) -> None:
    assert cure(code, f"{V}/published/en/r1.json").startswith(start)


def test_a_file_elsewhere_is_restored() -> None:
    assert "inforce amend" not in cure("D109", "elsewhere.md")


@pytest.mark.parametrize("file", ["manifest.json", "en/general.md", "fr/retention.md", "facts.json"])
def test_every_command_that_a_cure_names_can_be_typed(tmp_path: Path, file: str) -> None:
    """Whatever else speaks against it, it lacks nothing: a usage error exits with 2."""
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    facts, words = "policy_src/facts/retention.yml", ("en/general", "en/retention", "fr/general", "fr/retention")
    shorter = {f"policy_src/privacy/{name}.md": good(f"policy_src/privacy/{name}.md") + "\nMore.\n" for name in words}
    change(place, {**shorter, facts: good(facts).replace("10 years", "7 years")})
    for name in ("en/retention", "fr/retention"):
        path = place / f"policy_src/privacy/{name}.md"
        path.write_text(path.read_text("utf-8").replace("10 ", "7 "), "utf-8")
    commands = re.findall(r'inforce (amend [^;]*?--reason "…")', cure("D101", f"{VERSIONS}/1/{file}"))
    assert commands
    for command in commands:
        typed = (
            command.replace("…", "It was wrong.")
            .replace("DATE", "2024-06-01")
            .replace("PATH", "retention.contract.keep")
        )
        done = run(place, *shlex.split(typed), "--dry-run", on="2024-01-11T09:00:00+00:00", code=None)
        assert done.exit_code in (0, 1), done.stderr
        assert "Usage" not in done.stderr


@pytest.mark.parametrize("code", ["D102", "D103", "D106"])
@pytest.mark.parametrize("file", ["manifest.json", "en/general.md", "facts.json", "amendments/0001/amendment.json", ""])
def test_nobody_withdraws_a_version_because_a_file_was_lost(code: str, file: str) -> None:
    assert "inforce amend" not in cure(code, f"{V}/{file}".rstrip("/"))
    assert "inforce amend" not in cure("D104", V)


def test_a_version_taken_away_may_have_been_meant_to_be_withdrawn() -> None:
    assert "inforce amend privacy 2 withdrawal" in cure("D109", V)


@pytest.mark.parametrize("cause", ["D101", "D102"])
def test_of_one_file_the_cause_is_told_and_not_what_follows_from_it(cause: str) -> None:
    def one(code: str, file: str) -> Problem:
        return Problem(
            code=code, severity=Severity.ERROR, location=Location(file=file), message="Wrong.", remedy="Mend it."
        )

    found = [one("D108", "a"), one("D109", "a"), one("D104", "a"), one(cause, "a"), one("D109", "b"), one("D107", "a")]
    assert [(each.code, each.location.file) for each in without_consequences(found)] == [
        (cause, "a"),
        ("D109", "b"),
        ("D107", "a"),
    ]


def remedies(found: Iterable[Problem], code: str) -> list[str]:
    return [each.remedy for each in found if each.code == code]


@pytest.mark.parametrize(
    ("folder", "cure_of_new"),
    [
        (V, f"delete {V}/ and run inforce release privacy again"),
        (f"{V}/amendments/0001", f"delete {V}/amendments/0001/ and run inforce amend privacy 2 again"),
    ],
)
def test_what_the_base_branch_does_not_have_is_made_again(folder: str, cure_of_new: str) -> None:
    def one(code: str, file: str) -> Problem:
        return Problem(
            code=code, severity=Severity.ERROR, location=Location(file=file), message="Wrong.", remedy="Mend it."
        )

    inside = f"{folder}/en/general.md"
    found = tuple(made_again([one("D101", inside), one("F103", inside), one("D101", f"{V}2/x")], [folder]))
    assert cure_of_new in found[0].remedy
    assert [each.remedy for each in found[1:]] == ["Mend it.", "Mend it."]


def test_git_tells_which_versions_and_amendments_are_new(tmp_path: Path) -> None:
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    commit(place)
    subprocess.run(["git", "-C", str(place), "checkout", "-q", "-b", "change"], check=True)
    later = "2024-01-11T09:00:00+00:00"
    postpone = ("amend", "privacy", "1", "postponement", "--effective", "2024-04-01", "--reason", "More time.", "--yes")
    run(place, *postpone, on=later)
    old, new = place / VERSIONS / "1/en/general.md", place / VERSIONS / "1/amendments/0001/amendment.json"
    for path in (old, new):
        path.write_bytes(path.read_bytes().replace(b"e", b"E", 1))
    found = problems(place)
    assert all("put the text that the base branch has" in each for each in remedies(found, "D101"))
    assert all("run inforce amend privacy 1 again" in each for each in remedies(found, "D104"))
    assert remedies(found, "D101")
    assert remedies(found, "D104")


def commit(place: Path) -> None:
    for arguments in (
        ("init", "-q", "-b", "main"),
        ("add", "-A"),
        ("-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-q", "-m", "x"),
    ):
        subprocess.run(["git", "-C", str(place), *arguments], check=True)


@pytest.mark.parametrize(
    ("file", "gone", "code"),
    [
        ("en/general.md", False, "D101"),
        ("en/general.md", True, "D102"),
        ("facts.json", True, "D102"),
        ("manifest.json", True, "D102"),
        ("published/en/r1.json", False, "D101"),
    ],
)
def test_one_slip_in_a_released_file_is_told_once(tmp_path: Path, file: str, gone: bool, code: str) -> None:
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    commit(place)
    path = place / VERSIONS / "1" / file
    if gone:
        path.unlink()
    else:
        path.write_bytes(path.read_bytes().replace(b"Northwind", b"Northwynd", 1))
    told_of = [each for each in told(problems(place)) if each.startswith("D1")]
    assert told_of == [f"{code} {VERSIONS}/1/{file}"]
