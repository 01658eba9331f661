"""Commands that are killed after their record stands: the check names each file that was left undone and no other, and
`inforce finish` makes the project what it would have been, byte for byte.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from tests.release.living import EN, FR, amended, note, run
from tests.sources import change, good, problems, project, snapshot

JUNE, JULY = "2024-06-01T09:00:00+00:00", "2024-07-01T09:00:00+00:00"
DATES = {"en": "In force since [some day](fact:version.effective).", "fr": "Depuis le [x](fact:version.effective)."}
FINISH = ("finish", "privacy", "--yes")
CORRECTION = ("amend", "privacy", "1", "correction", "--language", "en", "--language", "fr", "--section", "retention")
BECAUSE = ("--reason", "because of it", "--yes")
CLEARER = {
    f"{EN}/retention.md": ("after its end", "after it ends"),
    f"{FR}/retention.md": ("après sa fin", "une fois fini"),
}

KILLED = """
import os, pathlib, signal, sys

left = int(sys.argv.pop(1))

def counted(name, counts):
    done = getattr(pathlib.Path, name)
    def step(path, *arguments, **options):
        global left
        if counts(path):
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return done(path, *arguments, **options)
    setattr(pathlib.Path, name, step)

counted("replace", lambda path: "policy_src" in path.parts)
counted("unlink", lambda path: path.parent.name == "changes")
from inforce.cli import main
main()
"""
"""A command that is killed before its nth edit of a file that stood before it."""


def killed_before(edit: int, place: Path, *arguments: str, on: str) -> bool:
    """Run a command that lives for so many edits; whether it was killed."""
    epoch = str(int(datetime.fromisoformat(on).timestamp()))
    command = [sys.executable, "-c", KILLED, str(edit), "--project", str(place), *arguments]
    ended = subprocess.run(command, env={**os.environ, "SOURCE_DATE_EPOCH": epoch}, capture_output=True)
    assert ended.returncode in (-9, 0), ended.stderr
    return ended.returncode != 0


def with_dates(place: Path) -> Path:
    """Every section states the version's date, and the translation is up to date."""
    for language, words in DATES.items():
        for name in ("general", "retention"):
            path = f"policy_src/privacy/{language}/{name}.md"
            change(place, {path: f"{good(path)}\n{words}\n"})
    run(place, "sync", "privacy", "fr")
    return place


def released(place: Path) -> Path:
    run(with_dates(place), "release", "--effective", "2024-03-01", "--yes")
    return place


def before_a_second_release(place: Path) -> Path:
    change(
        released(place),
        {
            **note(),
            "policy_src/privacy/changes/other.md": "# clarification\n\n## en\n\nAnother one.\n\n## fr\n\nUne autre.\n",
        },
    )
    return place


def mended(place: Path, folder: str = "from/") -> None:
    """The released words with a slip mended, in both languages."""
    for path, (slip, right) in CLEARER.items():
        words = (place / path).read_text("utf-8").replace(slip, right)
        change(place, {f"{folder}{path.removeprefix('policy_src/privacy/') if folder else path}": words})


def moved_on(place: Path) -> None:
    """Legal has added a paragraph to both languages since."""
    for path in CLEARER:
        change(place, {path: (place / path).read_text("utf-8").replace("\n\n", "\n\nOui.\n\n", 1)})
    run(place, "sync", "privacy", "fr", on=JUNE)


def corrected_from_a_folder(place: Path) -> Path:
    mended(released(place))
    return place


def corrected_beside_other_changes(place: Path) -> Path:
    moved_on(corrected_from_a_folder(place))
    return place


def corrected_in_the_working_text(place: Path) -> Path:
    mended(released(place), "")
    return place


def corrected_after_a_postponement(place: Path) -> Path:
    amended(released(place), "postponement", "--effective", "2024-09-01", on="2024-02-01T09:00:00+00:00")
    folder = place / "policy_src/privacy/versions/1/amendments/0001"
    for language in DATES:
        path = f"from/{language}/retention.md"
        slip, right = CLEARER[f"policy_src/privacy/{language}/retention.md"]
        words = (folder / language / "retention.md").read_text("utf-8").replace(slip, right)
        change(place, {path: words})
    return place


FROM = "--from={}/from"
LIVES: dict[str, tuple[Callable[[Path], Path], tuple[str, ...], int]] = {
    "the first release, which has no notes": (
        with_dates, ("release", "--effective", "2024-09-01", "--announced", "2024-06-02", "--yes"), 5
    ),
    "the next release": (before_a_second_release, ("release", "--effective", "2024-09-01", "--yes"), 7),
    "a correction of the words as they were": (corrected_from_a_folder, (*CORRECTION, FROM, *BECAUSE), 3),
    "a correction beside other changes": (corrected_beside_other_changes, (*CORRECTION, FROM, *BECAUSE), 3),
    "a correction made in the working text": (corrected_in_the_working_text, (*CORRECTION, *BECAUSE), 1),
    "a correction after a postponement": (corrected_after_a_postponement, (*CORRECTION, FROM, *BECAUSE), 3),
}  # fmt: skip


@pytest.mark.parametrize(("prepare", "arguments", "edits"), LIVES.values(), ids=LIVES)
def test_what_a_killed_command_left_is_named_and_finished(
    tmp_path: Path, prepare: Callable[[Path], Path], arguments: tuple[str, ...], edits: int
) -> None:
    start = prepare(project(tmp_path))

    def copied(name: str) -> tuple[Path, tuple[str, ...]]:
        place = tmp_path / name
        shutil.copytree(start, place)
        return place, tuple(one.format(place) for one in arguments)

    place, command = copied("whole")
    run(place, *command, on=JUNE)
    whole, said = snapshot(place), problems(place)
    assert undone(place) == set()
    assert "Nothing was left undone" in run(place, *FINISH, on=JULY).stdout
    for edit in range(edits + 1):
        place, command = copied(str(edit))
        assert killed_before(edit, place, *command, on=JUNE) is (edit < edits)
        assert undone(place) == differing(place, whole)
        assert [one for one in problems(place) if one.code == "D117"] == [], "the record is sound"
        if edit < edits - 1:
            assert killed_before(1, place, *FINISH, on=JULY), "it may be killed as well"
            assert undone(place) == differing(place, whole) != set()
        run(place, *FINISH, on=JULY)
        assert snapshot(place) == whole
        assert problems(place) == said


def undone(place: Path) -> set[str]:
    """The files that the check names."""
    return {one.location.file for one in problems(place) if one.code == "V425"}


def differing(place: Path, whole: dict[str, bytes]) -> set[str]:
    """The files that are not as in a project where nothing was interrupted; what a command works in is none."""
    now = {path: data for path, data in snapshot(place).items() if "/.inforce-work-" not in path}
    return {path for path in now.keys() | whole.keys() if now.get(path) != whole.get(path)}


def test_of_two_corrections_that_were_cut_off_both_are_carried_over(tmp_path: Path) -> None:
    start = corrected_from_a_folder(project(tmp_path))
    place, other = tmp_path / "killed", tmp_path / "whole"
    for copy in (place, other):
        shutil.copytree(start, copy)
    english = (start / f"{EN}/general.md").read_text("utf-8").replace("helps us", "helps")
    more = ("amend", "privacy", "1", "correction", "--language", "en", "--section", "general")
    for copy in (place, other):
        change(copy, {"more/en/general.md": english})
    run(other, *CORRECTION, f"--from={other}/from", *BECAUSE, on=JUNE)
    run(other, *more, f"--from={other}/more", *BECAUSE, on=JULY)
    assert killed_before(0, place, *CORRECTION, f"--from={place}/from", *BECAUSE, on=JUNE)
    assert killed_before(0, place, *more, f"--from={place}/more", *BECAUSE, on=JULY)
    run(place, *FINISH, on=JULY)
    assert snapshot(place) == snapshot(other)


def test_what_was_undone_and_written_again_on_purpose_is_left(tmp_path: Path) -> None:
    """A correction that takes an earlier one back; the translation was looked at since."""
    place = corrected_from_a_folder(project(tmp_path))
    before = (place / f"{EN}/retention.md").read_text("utf-8")
    run(place, *CORRECTION, f"--from={place}/from", *BECAUSE, on=JUNE)
    change(place, {"back/en/retention.md": before})
    amended(place, "correction", "--language", "en", "--section", "retention", "--from", f"{place}/back", on=JULY)
    run(place, "sync", "privacy", "fr", on=JULY)
    assert undone(place) == set()


def test_work_after_a_release_is_not_taken_for_what_it_left(tmp_path: Path) -> None:
    place = before_a_second_release(project(tmp_path))
    run(place, "release", "--effective", "2024-09-01", "--yes", on=JUNE)
    words = (place / f"{EN}/general.md").read_text("utf-8")
    change(place, {f"{EN}/general.md": words.replace("1 September 2024", "a day to come")})
    assert words != (place / f"{EN}/general.md").read_text("utf-8")
    assert undone(place) == set()
    change(place, {"policy_src/privacy/changes/plainer.md": "# clarification\n\n## en\n\nOther.\n\n## fr\n\nAutre.\n"})
    assert undone(place) == set(), "a note with other words is another note"


def test_a_release_once_more_names_the_command_that_finishes(tmp_path: Path) -> None:
    place = before_a_second_release(project(tmp_path))
    asked = ("release", "--effective", "2024-09-01", "--yes")
    assert killed_before(0, place, *asked, on=JUNE)
    refused = run(place, *asked, on=JULY, code=1)
    assert "V420" in refused.stderr
    assert "inforce finish privacy" in refused.stderr
