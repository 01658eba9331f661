"""A policy's life through the commands: released, translated, corrected, postponed, withdrawn, asked about."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from git import Actor, Repo
from inforce.problems import Severity

from tests.release.living import EN, FR, GERMAN, POLICY, SITE, V, amended, data, frozen, note, revisions, run
from tests.sources import change, good, problems, project, snapshot, told


def test_the_whole_life_of_a_version(released: Path) -> None:
    """Each step adds files and changes none, and raises the revisions that docs/reference/records.md, "Amendments",
    says."""
    kept = frozen(released)
    assert revisions(released) == {"en": 1, "fr": 1}

    change(released, GERMAN)
    run(released, "sync", "privacy", "de")
    amended(released, "translation", "--language", "de", on="2024-01-10T09:00:00+00:00")
    assert revisions(released) == {"en": 1, "fr": 1, "de": 1}, "a translation leaves the others as they are"
    overlay = json.loads((released / V / "1/amendments/0001/facts.json").read_text())
    assert overlay == {"retention": {"contract": {"label": {"de": "Verträge"}}}}

    text = (released / EN / "retention.md").read_text()
    change(released, {f"{EN}/retention.md": text.replace("after its end", "after it ends")})
    amended(released, "correction", "--language", "en", "--section", "retention", on="2024-01-11T09:00:00+00:00")
    assert revisions(released) == {"en": 2, "fr": 1, "de": 1}, "a correction raises the language it mends"
    assert (released / V / "1/amendments/0002/en/retention.md").read_text().count("after it ends") == 1

    amended(released, "postponement", "--effective", "2024-04-01", on="2024-01-12T09:00:00+00:00")
    assert revisions(released) == {"en": 3, "fr": 2, "de": 2}, "a postponement raises all"

    amended(released, "withdrawal", "--effective", "2024-06-01", on="2024-01-13T09:00:00+00:00")
    assert revisions(released) == {"en": 3, "fr": 2, "de": 2}, "a withdrawal raises none"

    now = frozen(released)
    assert {path: now[path] for path in kept} == kept, "what was released is as it was"
    assert {path.split("/")[1] for path in now.keys() - kept.keys()} == {"amendments"}
    assert [one for one in problems(released) if one.severity == "error"] == []
    published = sorted(
        path.partition("published/")[2] for path in now if path.endswith(".json") and "published/" in path
    )
    assert published == [
        "de/r1.json",
        "de/r2.json",
        "en/r1.json",
        "en/r2.json",
        "en/r3.json",
        "fr/r1.json",
        "fr/r2.json",
    ]

    def at(when: str) -> int | None:
        answer = data(run(released, "at", when, "--json"))["policies"][0]["in_force"]
        return int(answer["version"]) if answer else None

    assert [at(day) for day in ("2024-03-31", "2024-04-01", "2024-05-31", "2024-06-01")] == [None, 1, 1, None]


def test_at_says_what_the_design_promises(released: Path) -> None:
    answer = data(run(released, "at", "2024-03-01", "--json"))
    assert list(answer) == ["at", "policies"]
    (policy,) = answer["policies"]
    assert (policy["policy"], policy["exact"], policy["in_force"]["version"]) == ("privacy", True, 1)
    assert policy["in_force"]["effective_from"] == "2024-03-01T00:00:00+01:00"
    assert policy["announced"] is None
    (policy,) = data(run(released, "at", "2024-02-29", "--json"))["policies"]
    assert (policy["in_force"], policy["announced"]["version"]) == (None, 1)
    (policy,) = data(run(released, "at", "2024-02-29T22:59:59Z", "--json"))["policies"]
    assert policy["in_force"] is None, "one second before midnight in Brussels"
    (policy,) = data(run(released, "at", "2024-02-29T23:00:00Z", "--json"))["policies"]
    assert policy["in_force"]["version"] == 1
    (policy,) = data(run(released, "at", "9999-12-31", "--json"))["policies"]
    assert (policy["in_force"]["version"], policy["exact"], policy["settled"]) == (1, True, False)
    (policy,) = data(run(released, "at", "0001-01-01", "--json"))["policies"]
    assert policy["in_force"] is None


def test_a_day_on_which_the_version_changes_is_not_exact(released: Path) -> None:
    """A withdrawal holds from the second in which it is recorded, not from a day."""
    amended(released, "withdrawal", on="2024-05-01T10:00:00+00:00")
    (policy,) = data(run(released, "at", "2024-05-01", "--json"))["policies"]
    assert (policy["exact"], policy["in_force"]["version"]) == (False, 1)
    assert policy["changes_at"] == "2024-05-01T10:00:00+00:00"
    (policy,) = data(run(released, "at", "2024-05-01T12:00:00+02:00", "--json"))["policies"]
    assert (policy["exact"], policy["in_force"]) == (True, None)


@pytest.mark.parametrize(
    "command",
    [
        ("release", "--effective", "2024-09-01"),
        ("amend", "privacy", "1", "withdrawal", "--reason", "a slip"),
        ("amend", "privacy", "1", "postponement", "--effective", "2024-09-01", "--reason", "a slip"),
        ("amend", "privacy", "1", "correction", "--language", "en", "--section", "retention", "--reason", "a slip"),
    ],
)
@pytest.mark.parametrize("asked", [("--dry-run",), ("--dry-run", "--json")])
def test_a_dry_run_writes_nothing(released: Path, command: tuple[str, ...], asked: tuple[str, ...]) -> None:
    change(released, note())
    change(released, {f"{EN}/retention.md": good(f"{EN}/retention.md").replace("after its end", "after it ends")})
    run(released, "sync", "privacy", "fr")
    before = snapshot(released)
    result = run(released, *command, *asked, on="2024-01-01T09:00:01+00:00")
    assert snapshot(released) == before
    assert "amendments/0001" in result.stdout or "versions/2" in result.stdout, "it says what it would write"


def test_too_little_notice_is_refused_with_the_first_date_that_would_do(released: Path) -> None:
    change(released, note("material"))
    before = snapshot(released)
    refused = run(released, "release", "--effective", "2024-05-01", "--yes", on="2024-04-10T09:00:00+00:00", code=1)
    assert "V404" in refused.stderr
    assert "The first day that would do is 2024-05-11" in refused.stderr
    assert snapshot(released) == before
    arguments = ("release", "--yes", "--effective")
    run(released, *arguments, "2024-05-10", on="2024-04-10T09:00:00+00:00", code=1)
    run(released, *arguments, "2024-05-11", on="2024-04-10T09:00:00+00:00")


def test_a_correction_from_a_folder_is_carried_into_the_working_text(released: Path, tmp_path: Path) -> None:
    text = good(f"{EN}/general.md")
    corrected = text.replace("why and how", "how and why")
    change(released, {f"{EN}/general.md": text + "\nA new paragraph of the next version.\n"})
    change(tmp_path, {"mended/en/general.md": corrected})
    named = ("--language", "en", "--section", "general", "--from", str(tmp_path / "mended"))
    amended(released, "correction", *named, on="2024-01-11T09:00:00+00:00")
    assert (released / EN / "general.md").read_text() == corrected + "\nA new paragraph of the next version.\n"


def test_a_correction_in_conflict_with_the_working_text_is_told_and_not_carried_over(
    released: Path, tmp_path: Path
) -> None:
    text = good(f"{EN}/general.md")
    working = text.replace("decides why and how", "alone decides how")
    change(released, {f"{EN}/general.md": working})
    change(tmp_path, {"mended/en/general.md": text.replace("why and how", "how and why")})
    result = amended(
        released,
        *("correction", "--language", "en", "--section", "general", "--from", str(tmp_path / "mended")),
        on="2024-01-11T09:00:00+00:00",
    )
    assert "V416" in result.stderr
    assert (released / EN / "general.md").read_text() == working
    assert revisions(released) == {"en": 2, "fr": 1}, "the correction itself stands"


def _correct(place: Path, language: str, old: str, new: str, on: str) -> str:
    """Correct a section from the working text; the words from before are given back."""
    path = place / f"policy_src/privacy/{language}/retention.md"
    before = path.read_text()
    assert old in before
    path.write_text(before.replace(old, new))
    amended(place, "correction", "--language", language, "--section", "retention", on=on)
    return before


@pytest.mark.parametrize("undone", [0, 1])
def test_a_release_that_undoes_a_correction_is_refused(released: Path, undone: int) -> None:
    """Whether it goes back before the first correction of a section, or only before the last one."""
    states = [
        _correct(released, "en", "after its end", "after it ends", "2024-01-11T09:00:00+00:00"),
        _correct(released, "en", "after it ends", "once it has ended", "2024-01-12T09:00:00+00:00"),
    ]
    change(released, {f"{EN}/retention.md": states[undone], **note()})
    run(released, "sync", "privacy", "fr")
    refused = run(released, "release", "--effective", "2024-09-01", "--yes", on="2024-04-01T00:00:00+00:00", code=1)
    assert "V407" in refused.stderr


def test_a_release_that_undoes_the_correction_of_a_later_translation_is_refused(released: Path) -> None:
    change(released, GERMAN)
    run(released, "sync", "privacy", "de")
    amended(released, "translation", "--language", "de", on="2024-01-10T09:00:00+00:00")
    before = _correct(released, "de", "Wir behalten", "Wir bewahren", "2024-01-11T09:00:00+00:00")
    change(released, {"policy_src/privacy/de/retention.md": before, **note()})
    refused = run(released, "release", "--effective", "2024-09-01", "--yes", on="2024-04-01T00:00:00+00:00", code=1)
    assert "V407" in refused.stderr


def test_what_came_into_force_is_not_postponed(released: Path) -> None:
    refused = amended(released, "postponement", "--effective", "2024-09-01", on="2024-03-01T00:00:00+01:00", code=1)
    assert "V411" in refused.stderr


def test_a_postponement_onto_another_version_is_refused(released: Path) -> None:
    """It could never be taken back, and no site could be built with it."""
    change(released, note())
    run(released, "release", "--effective", "2024-09-01", "--yes")
    before = snapshot(released)
    refused = amended(released, "postponement", "--effective", "2024-09-01", on="2024-02-01T00:00:00+00:00", code=1)
    assert "V402" in refused.stderr
    assert snapshot(released) == before


def test_a_date_in_the_words_is_written_by_release_and_by_postponement(tmp_path: Path) -> None:
    place = project(tmp_path)
    for language, words in (
        ("en", "In force since [some day](fact:version.effective)."),
        ("fr", "Depuis le [x](fact:version.effective)."),
    ):
        path = f"policy_src/privacy/{language}/retention.md"
        change(place, {path: good(path) + f"\n{words}\n"})
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", "2024-03-01", "--yes")
    assert "[1 March 2024](fact:version.effective)" in (place / V / "1/en/retention.md").read_text()
    assert "[1er mars 2024](fact:version.effective)" in (place / V / "1/fr/retention.md").read_text()
    amended(place, "postponement", "--effective", "2024-04-15", on="2024-02-01T00:00:00+00:00")
    assert "[15 April 2024](fact:version.effective)" in (place / V / "1/amendments/0001/en/retention.md").read_text()
    assert "[15 avril 2024](fact:version.effective)" in (place / V / "1/amendments/0001/fr/retention.md").read_text()


def test_every_tampering_with_a_frozen_file_is_told(released: Path) -> None:
    _correct(released, "en", "after its end", "after it ends", "2024-01-11T09:00:00+00:00")
    amended(released, "postponement", "--effective", "2024-04-01", on="2024-01-12T09:00:00+00:00")
    change(released, note())
    run(released, "sync", "privacy", "fr")
    run(released, "release", "--effective", "2024-09-01", "--yes", on="2024-04-01T09:00:00+00:00")
    assert problems(released) == ()
    files = frozen(released)
    assert len(files) > 20
    last = ("2/manifest.json", "1/amendments/0002/amendment.json")
    for path, was in files.items():
        place = released / V / path
        place.write_bytes(was + b" ")
        codes = {one.code for one in problems(released)}
        if path != last[0]:
            assert codes & {"D101", "D105", "D107"}, f"{path} changed: {codes}"
        place.unlink()
        assert {one.code for one in problems(released)} & {"D102", "D105", "D106"}, f"{path} gone"
        place.write_bytes(was)
    assert problems(released) == ()
    change(released, {f"{V}/1/en/more.md": "# More\n"})
    assert told(problems(released)) == [f"D103 {V}/1/en/more.md"]


def test_tampering_with_words_and_their_digest_together_breaks_the_chain(released: Path) -> None:
    change(released, note())
    run(released, "release", "--effective", "2024-09-01", "--yes", on="2024-04-01T09:00:00+00:00")
    path = released / V / "1/manifest.json"
    path.write_text(path.read_text().replace("2024-03-01T00:00:00+01:00", "2024-02-01T00:00:00+01:00"))
    assert f"D105 {V}/2/manifest.json" in told(problems(released))
    answered = run(released, "at", "2024-02-15", "--json", code=1)
    assert "D105" in answered.stderr, "an answer from records that were changed says so"
    assert data(answered)["policies"]


def test_versions_that_tie_are_told_by_every_command(released: Path) -> None:
    change(released, note())
    run(released, "release", "--effective", "2024-09-01", "--yes", on="2024-04-01T09:00:00+00:00")
    path = released / V / "2/manifest.json"
    path.write_text(path.read_text().replace("2024-09-01T00:00:00+02:00", "2024-03-01T00:00:00+01:00"))
    for command in (("check",), ("at", "2024-05-01"), ("status",), ("build",)):
        assert "V402" in run(released, *command, code=1).stderr


def test_a_title_missing_in_a_language_is_told_by_a_release(tmp_path: Path) -> None:
    place = project(tmp_path, {POLICY: good(POLICY).replace("  fr: Politique de confidentialité\n", "")})
    assert "S113" in run(place, "release", "--effective", "2024-09-01", "--yes", code=1).stderr


@pytest.mark.parametrize("gone", [f"{EN}/general.md", f"{FR}/general.md"])
def test_a_missing_section_is_told_by_a_release(tmp_path: Path, gone: str) -> None:
    place = project(tmp_path, {gone: None})
    result = run(place, "release", "--effective", "2024-09-01", "--yes", code=1)
    assert "S107" in result.stderr or "T101" in result.stderr
    assert not (place / V).exists()


@pytest.mark.parametrize(
    "command",
    [
        ("at", "2024-01-01"),
        ("build", "--as-of", "2024-01-01"),
        ("status", "--as-of", "2024-01-01"),
        ("release", "--effective", "2024-09-01", "--yes"),
    ],
)
def test_an_unknown_time_zone_is_told_by_every_command(tmp_path: Path, command: tuple[str, ...]) -> None:
    place = project(tmp_path, {SITE: good(SITE).replace("Brussels", "Brusels")})
    assert "S113" in run(place, *command, code=1).stderr


def test_git_shows_what_the_chain_cannot(released: Path) -> None:
    """A last amendment taken away, or a version rewritten with its whole chain, differs from the base branch."""
    amended(released, "withdrawal", "--effective", "2024-06-01", on="2024-01-13T09:00:00+00:00")
    with Repo.init(released, initial_branch="main") as repo:
        repo.git.add(".")
        someone = Actor("Someone", "someone@example.org")
        then = "2024-01-14T00:00:00 +0000"
        repo.index.commit("Release", author=someone, committer=someone, commit_date=then)
        assert problems(released) == ()
        record = released / V / "1/amendments/0001/amendment.json"
        was = record.read_bytes()
        record.unlink()
        record.parent.rmdir()
        assert f"D109 {V}/1/amendments/0001" in told(problems(released))
        repo.git.checkout("-b", "away")
        repo.git.add("-A")
        repo.index.commit("Take it away", author=someone, committer=someone, commit_date=then)
        assert f"D109 {V}/1/amendments/0001" in told(problems(released)), "committed on another branch"
        record.parent.mkdir()
        record.write_bytes(was)
        assert problems(released) == ()
        change(released, note())
        run(released, "release", "--effective", "2024-09-01", "--yes", on="2024-04-01T09:00:00+00:00")
        new = {(one.code, one.severity, one.location.file) for one in problems(released)}
        hint = (Severity.HINT, f"{V}/2/manifest.json")
        assert new == {("D120", *hint), ("V426", *hint)}, "a new version is no change of what there is"
