"""Dates where clocks are hard: repeated and skipped hours, other zones, odd offsets, the past, the exact boundary."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from git import Actor, Repo

from tests.release.forging import forge_amendment, forge_manifest
from tests.release.living import EN, POLICY, SITE, V, data, note, run
from tests.sources import change, good, problems, project, snapshot

APRIL, SOON = "2024-04-01T09:00:00+00:00", "2024-04-01T09:00:10+00:00"


def released(tmp_path: Path, zone: str = "Europe/Brussels", effective: str = "2024-03-01") -> Path:
    place = project(tmp_path, {SITE: good(SITE).replace("Europe/Brussels", zone)})
    run(place, "release", "--effective", effective, "--yes")
    change(place, note())
    return place


def effective(place: Path, version: int) -> str:
    text: str = json.loads((place / V / str(version) / "manifest.json").read_text())["effective_from"]
    return text


@pytest.mark.parametrize(
    ("zone", "day", "instant"),
    [
        ("America/Havana", "2024-11-03", "2024-11-03T04:00:00Z"),  # midnight comes twice: the first one
        ("America/Santiago", "2024-09-08", "2024-09-08T04:00:00Z"),  # midnight is skipped: 1 o'clock is the day's first
        ("Africa/Monrovia", "1971-06-01", "1971-06-01T00:44:30Z"),  # 44 minutes and 30 seconds behind Greenwich
    ],
)
def test_a_day_ties_with_its_first_instant(tmp_path: Path, zone: str, day: str, instant: str) -> None:
    place = released(tmp_path, zone)
    arguments = () if day > "2024" else public(place)
    run(place, "release", "--effective", day, *arguments, "--yes", on=APRIL)
    change(place, note("material"))
    assert datetime.fromisoformat(effective(place, 2)) == datetime.fromisoformat(instant)
    refused = run(place, "release", "--effective", day, *arguments, "--yes", on=APRIL, code=1)
    assert "V402" in refused.stderr
    assert problems(place)[1:] == (), "and the record can be read again"


def public(place: Path) -> tuple[str, ...]:
    change(place, {"was.txt": "the page as it was"})
    return ("--as-published", "It was public.", "--published-source", str(place / "was.txt"))


@pytest.mark.parametrize("when", ["9999-12-31", "0001-01-01", "1899-12-31", "9000-01-01"])
def test_a_date_that_no_page_could_show_is_refused(tmp_path: Path, when: str) -> None:
    place = released(tmp_path)
    before = snapshot(place)
    for arguments in (
        ("release", "--effective", when),
        ("release", "--effective", "2024-09-01", "--announced", when),
        ("amend", "privacy", "1", "withdrawal", "--reason", "a slip", "--effective", when),
    ):
        assert "year" in run(place, *arguments, "--yes", on=APRIL, code=2).stderr
    assert snapshot(place) == before


def test_notice_is_counted_in_days_of_the_site(tmp_path: Path) -> None:
    """30 days from midnight on 15 March end at midnight on 14 April, though one of them has 23 hours."""
    place = released(tmp_path)
    change(place, note("material"))
    on = "2024-03-14T23:00:00+00:00"  # midnight in Brussels
    refused = run(place, "release", "--effective", "2024-04-13", "--yes", on=on, code=1)
    assert "The first day that would do is 2024-04-14" in refused.stderr
    run(place, "release", "--effective", "2024-04-14", "--yes", on=on)


def test_a_minute_later_it_is_the_next_day(tmp_path: Path) -> None:
    place = released(tmp_path)
    change(place, note("material"))
    refused = run(place, "release", "--effective", "2024-04-14", "--yes", on="2024-03-14T23:01:00+00:00", code=1)
    assert "The first day that would do is 2024-04-15" in refused.stderr


def test_no_notice_at_all_may_take_effect_with_the_next_day(tmp_path: Path) -> None:
    place = released(tmp_path)
    assert "V401" in run(place, "release", "--effective", "2024-04-01", "--dry-run", on=APRIL, code=1).stderr
    run(place, "release", "--effective", "2024-04-02", "--yes", on=APRIL)


def test_the_past_is_not_changed_by_a_release(tmp_path: Path) -> None:
    """`inforce at` calls an answer about the past settled."""
    place = released(tmp_path)
    (answer,) = data(run(place, "at", "2024-03-15", "--json", on=APRIL))["policies"]
    assert answer["settled"]
    arguments = ("release", "--effective", "2024-03-10", "--announced", "2024-01-01", "--yes")
    assert "V418" in run(place, *arguments, on=APRIL, code=1).stderr


def test_what_was_public_already_is_not_announced_in_the_future(tmp_path: Path) -> None:
    place = released(tmp_path)
    arguments = ("release", "--effective", "2025-01-01", "--announced", "2024-12-01", "--yes")
    assert "V418" in run(place, *arguments, *public(place), on=APRIL, code=1).stderr


def test_what_was_public_needs_no_notice_but_says_where_it_was_announced(tmp_path: Path) -> None:
    place = released(tmp_path)
    change(place, note("material"))
    arguments = ("release", "--effective", "2023-03-20", "--announced", "2023-03-19", "--yes")
    because = ("--announced-because", "On the old site.")
    assert "V422" in run(place, *arguments, *public(place), on=APRIL, code=1).stderr
    run(place, *arguments, *because, *public(place), on=APRIL)
    manifest = json.loads((place / V / "2/manifest.json").read_text())
    assert manifest["announced_because"] == "On the old site."


@pytest.mark.parametrize(
    ("effective", "said"),
    [
        ("2024-05-01", "after the policy's first record"),
        ("2024-01-15", "after the policy's first record"),
        ("2024-01-01", ""),
    ],
)
def test_what_was_public_already_lies_before_the_first_record(tmp_path: Path, effective: str, said: str) -> None:
    place = released(tmp_path)
    arguments = ("release", "--effective", effective, *public(place), "--dry-run")
    told = run(place, *arguments, on=APRIL, code=1 if said else 0).stderr
    assert said in told
    assert ("V418" in told) == bool(said)


def test_what_was_public_already_does_not_take_the_place_of_a_release(tmp_path: Path) -> None:
    place = project(tmp_path)
    before = ("--announced", "2023-02-01", "--announced-because", "By letter.")
    late = run(place, "release", "--effective", "2023-03-01", *before, "--dry-run", code=1).stderr
    assert "V418" in late, "no version takes effect before it is released, the first one neither"
    run(place, "release", "--effective", "2023-03-01", "--yes", on="2023-02-01T09:00:00+00:00")
    change(place, note())
    told = run(place, "release", "--effective", "2023-06-01", *public(place), "--dry-run", on=APRIL, code=1).stderr
    assert "after a version that Inforce released" in told


@pytest.mark.parametrize("minutes", [4, 6])
def test_an_announcement_in_the_past_says_where_it_could_be_seen(tmp_path: Path, minutes: int) -> None:
    place = released(tmp_path)
    arguments = ("release", "--effective", "2024-09-01", "--announced", f"2024-04-01T08:{60 - minutes}:00Z", "--yes")
    late = minutes > 5
    told = run(place, *arguments, "--dry-run", on=APRIL, code=1 if late else 0).stderr
    assert ("V422" in told) == late
    if late:
        run(place, *arguments, "--announced-because", "  ", on=APRIL, code=2)
        run(place, *arguments, "--announced-because", "By e-mail to all.", on=APRIL)
        assert json.loads((place / V / "2/manifest.json").read_text())["announced_because"] == "By e-mail to all."
        assert problems(place) == ()


def test_because_goes_with_a_date(tmp_path: Path) -> None:
    place = released(tmp_path)
    run(place, "release", "--effective", "2024-09-01", "--announced-because", "a slip", "--yes", on=APRIL, code=2)


BACKDATED = {
    "a release": ("release", "--effective", "2024-10-01", "--yes"),
    "an amendment of another version": ("amend", "privacy", "1", "withdrawal", "--reason", "a slip", "--yes"),
}


@pytest.mark.parametrize("arguments", BACKDATED.values(), ids=BACKDATED)
def test_nothing_is_recorded_before_the_newest_record(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """The newest may be of another version, and an amendment."""
    place = released(tmp_path)
    run(place, "release", "--effective", "2024-09-01", "--yes", on=APRIL)
    words = good(f"{EN}/retention.md").replace("after its end", "after it ends")
    change(place, {**note(), f"{EN}/retention.md": words})
    run(place, "sync", "privacy", "fr")
    run(place, "amend", "privacy", "2", "withdrawal", "--reason", "a slip", "--yes", on="2024-05-01T00:00:00Z")
    before = snapshot(place)
    assert "V408" in run(place, *arguments, on="2024-04-30T23:59:59Z", code=1).stderr
    assert snapshot(place) == before
    run(place, *arguments, "--dry-run", on="2024-05-01T00:00:00Z")


@pytest.mark.parametrize("arguments", BACKDATED.values(), ids=BACKDATED)
def test_nothing_is_recorded_before_the_newest_commit(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    place = released(tmp_path)
    commit(place, "2024-05-01T00:00:00 +0000")
    commit(place, "2024-02-01T00:00:00 +0000")  # by a clock that was behind
    refused = run(place, *arguments, on="2024-04-30T23:59:59Z", code=1).stderr
    assert "V408" in refused
    assert "before the newest commit, of 2024-05-01T00:00:00+00:00" in refused
    run(place, *arguments, "--dry-run", on="2024-05-01T00:00:00Z")


def test_a_commit_that_is_still_to_come_is_named_and_passed_over(tmp_path: Path) -> None:
    place = released(tmp_path)
    commit(place, "2024-03-20T00:00:00 +0000")
    commit(place, "2099-01-01T00:00:00 +0000")
    before = "2024-03-19T00:00:00+00:00"
    assert "of 2024-03-20" in run(place, "release", "--effective", "2024-10-01", "--yes", on=before, code=1).stderr
    # It counts as now for records, so this one is made now.
    now = datetime.now(UTC).isoformat(timespec="seconds")
    shown = run(place, "release", "--effective", "2098-09-01", "--yes", on=now).stderr
    assert "hint V423" in shown
    assert "2099-01-01" in shown


def commit(place: Path, at: str) -> None:
    with Repo.init(place) as repo:
        repo.git.add(".")
        someone = Actor("Someone", "someone@example.org")
        repo.index.commit("x", author=someone, committer=someone, author_date=at, commit_date=at)


def test_an_older_version_that_comes_after_a_newer_one_is_told(tmp_path: Path) -> None:
    place = released(tmp_path)
    run(place, "release", "--effective", "2024-09-01", "--yes", on=APRIL)
    change(place, note("material"))
    soon, reason = (
        ("release", "--effective", "2024-08-01", "--yes"),
        ("--accept=V419:versions/2", "--because=Until then."),
    )
    sooner = run(place, *soon, on=APRIL, code=1)
    assert "older version 2 takes effect after version 3, on 2024-09-01" in sooner.stderr
    assert "--accept V419:versions/2" in sooner.stderr
    run(place, *soon, *reason, on=APRIL)
    assert problems(place) == ()
    accepted = json.loads((place / V / "3/manifest.json").read_text())["accepted"]
    forge_manifest(place, 3, lambda record: record.pop("accepted"))
    assert [one.code for one in problems(place)] == ["D117"]
    forge_manifest(place, 3, lambda record: record.update(accepted=accepted))
    run(place, "amend", "privacy", "2", "withdrawal", "--reason", "a slip", "--yes", on=SOON)
    change(place, note())
    assert "V419" not in run(place, "release", "--effective", "2024-08-15", "--yes", on=SOON).stderr
    postponed = ("amend", "privacy", "3", "postponement", "--effective", "2024-10-01", "--reason", "a slip", "--yes")
    assert "older version 3 takes effect after version 4" in run(place, *postponed, on=SOON, code=1).stderr
    by_hand = {"type": "postponement", "recorded": SOON, "effective_from": "2024-10-01T00:00:00+02:00"}
    folder = place / V / "3" / forge_amendment(place, 3, by_hand, {})
    assert any(one.code == "D117" and "V419 versions/3" in one.message for one in problems(place))
    shutil.rmtree(folder)
    run(place, *postponed, "--accept=V419:versions/3", "--because=a slip", on=SOON)
    assert problems(place) == ()


@pytest.mark.parametrize("kind", ["translation", "correction"])
def test_what_changes_no_date_takes_none(tmp_path: Path, kind: str) -> None:
    place = released(tmp_path)
    arguments = ("amend", "privacy", "1", kind, "--language", "en", "--effective", "2025-01-01", "--reason", "a slip")
    run(place, *arguments, "--yes", on=APRIL, code=2)


@pytest.mark.parametrize("reason", ["", "  ", "a\x1b[31m", "a\nb", "a\u202eb", "x" * 501])
def test_a_reason_is_one_line_of_plain_words(tmp_path: Path, reason: str) -> None:
    place = released(tmp_path)
    before = snapshot(place)
    run(place, "amend", "privacy", "1", "withdrawal", "--reason", reason, "--yes", on=APRIL, code=2)
    source = ("--published-source", str(place / POLICY))
    run(place, "release", "--effective", "2024-03-10", "--as-published", reason, *source, "--yes", on=APRIL, code=2)
    assert snapshot(place) == before


def test_no_record_is_made_at_a_time_still_to_come(tmp_path: Path) -> None:
    place = released(tmp_path)
    ahead = ("release", "--effective", "9000-01-01", "--yes")
    assert "SOURCE_DATE_EPOCH" in run(place, *ahead, on="8000-01-01T00:00:00+00:00", code=2).stderr
