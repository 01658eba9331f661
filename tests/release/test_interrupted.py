"""Commands that are cut off, run twice or at once, or given words that a version could not be read with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from inforce.cli import main
from inforce.release.edits import Plan
from inforce.storage import apply as applying
from inforce.storage.leftovers import is_passing

from tests.release.living import EN, FR, V, amended, data, note, run
from tests.sources import change, good, problems, snapshot, told

JUNE = "2024-06-01T09:00:00+00:00"
CLEARER = good(f"{EN}/retention.md").replace("after its end", "after it ends")


def test_a_release_cut_off_after_its_version_stood_is_not_made_twice(released: Path) -> None:
    """Its change notes still wait: the same words and notes make no second version."""
    notes = note()
    change(released, {**notes, f"{EN}/retention.md": CLEARER})
    run(released, "sync", "privacy", "fr")
    run(released, "release", "--effective", "2024-09-01", "--yes", on=JUNE)
    change(released, notes)
    refused = run(released, "release", "--effective", "2024-09-02", "--yes", on=JUNE, code=1)
    assert "V420 policy_src/privacy/changes/plainer.md" in refused.stderr
    change(released, {f"{EN}/retention.md": good(f"{EN}/retention.md")})
    run(released, "sync", "privacy", "fr")
    run(released, "release", "--effective", "2024-09-02", "--yes", on=JUNE)


KILLED = """
import os, pathlib, signal, sys

left = int(sys.argv.pop(1))

def counted(name):
    done = getattr(pathlib.Path, name)
    def step(*arguments, **options):
        global left
        if any("policy_src" in str(each) for each in arguments):
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return done(*arguments, **options)
    setattr(pathlib.Path, name, step)

for name in ("write_bytes", "rename", "replace", "unlink", "chmod"):
    counted(name)
from inforce.cli import main
main()
"""
"""A command that is killed before its nth change to the project."""


def killed_after(steps: int, place: Path, *arguments: str, on: str) -> int:
    """Run a command that lives for so many changes. What it ended with: -9 where it was killed."""
    epoch = str(int(datetime.fromisoformat(on).timestamp()))
    command = [sys.executable, "-c", KILLED, str(steps), "--project", str(place), *arguments]
    return subprocess.run(command, env={**os.environ, "SOURCE_DATE_EPOCH": epoch}, capture_output=True).returncode


@pytest.mark.parametrize("steps", [0, 1, 3, 5, 8, 9, 10, 11])
def test_a_release_that_was_killed_blocks_nothing_and_the_next_one_says_what_is_left(
    released: Path, steps: int
) -> None:
    change(released, {**note(), f"{EN}/retention.md": CLEARER})
    run(released, "sync", "privacy", "fr")
    asked = ("release", "--effective", "2024-09-01", "--yes")
    ended = killed_after(steps, released, *asked, on=JUNE)
    assert ended in (-9, 0)
    assert [one for one in problems(released) if one.code in ("D103", "S105")] == [], "what is left blocks nothing"
    again = CliRunner().invoke(main, ["--project", str(released), *asked], env={"SOURCE_DATE_EPOCH": "1717232400"})
    if (released / "policy_src/privacy/changes/plainer.md").exists():
        assert "V420 policy_src/privacy/changes/plainer.md" in again.stderr
    change(released, {"policy_src/privacy/changes/plainer.md": None} if "V420" in again.stderr else {})
    assert json.loads((released / V / "2/manifest.json").read_text())["version"] == 2
    assert not (released / V / "3").exists()
    change(released, {"policy_src/privacy/changes/more.md": "# clarification\n\n## en\n\nMore.\n\n## fr\n\nPlus.\n"})
    change(released, {f"{EN}/retention.md": good(f"{EN}/retention.md")})
    run(released, "sync", "privacy", "fr")
    run(released, "release", "--effective", "2024-10-01", "--yes", on="2024-07-01T09:00:00+00:00")
    assert [path.name for path in released.rglob(".*") if is_passing(path.name)] == []


KILLED_BUILD = """
import os, signal, sys
import inforce.cli.build as building, inforce.engines.conduct as plugin

moment, put = sys.argv.pop(1), building.replace_folder

def dead(*arguments, **options):
    if moment == "after":
        put(*arguments, **options)
    os.kill(os.getpid(), signal.SIGKILL)

if moment == "first":
    plugin.build_handbook = dead
else:
    building.replace_folder = dead
from inforce.cli import main
main()
"""


@pytest.mark.parametrize("moment", ["first", "before", "after"])
def test_a_build_that_was_killed_leaves_nothing_for_long(released: Path, moment: str) -> None:
    command = [sys.executable, "-c", KILLED_BUILD, moment, "--project", str(released), "build"]
    done = subprocess.run(command, env={**os.environ, "SOURCE_DATE_EPOCH": "1717232400"}, capture_output=True)
    assert done.returncode == -9
    assert any(is_passing(path.name) for path in released.iterdir()) is (moment != "after")
    run(released, "build", on=JUNE)
    assert [path.name for path in released.iterdir() if is_passing(path.name)] == []
    assert (released / "site/index.html").is_file()


@pytest.mark.parametrize("asked", [("--yes",), ("--json",)])
def test_of_two_commands_at_once_one_is_refused(
    released: Path, asked: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other's folder appears between the look and the rename."""
    change(released, note())
    look = Path.exists
    folder = released / V / "2"

    def too_early(path: Path) -> bool:
        if path == folder and not look(path):
            path.mkdir()
            (path / "manifest.json").write_text("of the other")
            return False
        return look(path)

    monkeypatch.setattr(Path, "exists", too_early)
    refused = run(released, "release", "--effective", "2024-09-01", *asked, on=JUNE, code=1)
    monkeypatch.undo()
    assert "is there already; nothing was written" in refused.stderr
    assert refused.stdout.find('"done": true') == -1
    assert snapshot(folder) == {"manifest.json": b"of the other"}
    assert [path.name for path in (released / V).iterdir() if path.name.startswith(".")] == []


def test_a_full_disk_is_told(released: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(released, note())
    before = snapshot(released)

    def full(path: Path, plan: Plan) -> None:
        raise OSError(28, "No space left on device", "versions/2")

    monkeypatch.setattr("inforce.cli.plans.apply", full)
    refused = run(released, "release", "--effective", "2024-09-01", "--yes", on=JUNE, code=1)
    assert "No space left on device; nothing was written" in refused.stderr
    assert snapshot(released) == before


def test_a_folder_takes_another_s_place_in_one_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system can exchange two names, there is no instant without a site."""
    for name in ("new", "site"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name)
    applying.replace_folder(tmp_path / "new", tmp_path / "site")
    assert snapshot(tmp_path) == {"site/index.html": b"new"}
    monkeypatch.setattr(applying, "_exchanged", lambda one, other: False)
    (tmp_path / "new").mkdir()
    applying.replace_folder(tmp_path / "new", tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert snapshot(tmp_path / "site") == {}


@pytest.mark.parametrize("target", ["elsewhere", "nowhere"])
def test_an_output_that_is_a_link_is_replaced_and_not_followed(tmp_path: Path, target: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/letter.txt").write_text("dear")
    (tmp_path / "new").mkdir()
    (tmp_path / "site").symlink_to(target)
    applying.replace_folder(tmp_path / "new", tmp_path / "site")
    assert not (tmp_path / "site").is_symlink()
    assert snapshot(tmp_path / "elsewhere") == {"letter.txt": b"dear"}


WRONG = {
    "ids that others do not have": ("# How\n\n## [x](id:zz)\n\nWe [10 years](fact:retention.contract).\n", "V417"),
    "a link that leads nowhere": ("# How\n\n[see](section:no) [10 years](fact:retention.contract).\n", "L301"),
    "markup": ("# How\n\n<b>x</b>\n", "X301"),
}


@pytest.mark.parametrize(("text", "code"), WRONG.values(), ids=WRONG)
def test_a_correction_that_the_check_would_refuse_is_refused_first(released: Path, text: str, code: str) -> None:
    change(released, {"from/en/retention.md": text})
    before = snapshot(released)
    arguments = ("correction", "--language", "en", "--section", "retention", "--from", str(released / "from"))
    assert code in amended(released, *arguments, on=JUNE, code=1).stderr
    assert snapshot(released) == before


def test_a_correction_that_contradicts_a_fact_is_refused(released: Path) -> None:
    change(released, {"from/en/retention.md": good(f"{EN}/retention.md").replace("10 years", "5 years")})
    arguments = ("correction", "--language", "en", "--section", "retention", "--from", str(released / "from"))
    assert "F102" in amended(released, *arguments, on=JUNE, code=1).stderr


def test_a_correction_tells_which_translations_it_leaves_behind(released: Path) -> None:
    change(released, {"from/en/retention.md": CLEARER})
    arguments = ("correction", "--language", "en", "--section", "retention", "--from", str(released / "from"))
    assert f"T102 {FR}/retention.md" in amended(released, *arguments, on=JUNE).stderr
    assert told(problems(released)) == [f"T102 {FR}/retention.md"]


@pytest.mark.parametrize("edited_first", [True, False])
def test_a_translation_mended_by_the_same_correction_stays_in_step(released: Path, edited_first: bool) -> None:
    french = good(f"{FR}/retention.md").replace("\n\n", "\n\nOui. ", 1)
    words = {f"{EN}/retention.md": CLEARER, f"{FR}/retention.md": french}
    folder = () if edited_first else ("--from", str(released / "from/policy_src/privacy"))
    change(released, words if edited_first else {f"from/{path}": text for path, text in words.items()})
    amended(released, "correction", "--language", "en", "--language", "fr", "--section", "retention", *folder, on=JUNE)
    assert problems(released) == ()
    assert (released / FR / "retention.md").read_text() == french


def test_a_json_plan_that_was_carried_out_says_so(released: Path) -> None:
    change(released, note())
    done = data(run(released, "release", "--effective", "2024-09-01", "--json", on=JUNE))
    assert (done["done"], done["refused"]) == (True, False)
    assert json.loads((released / V / "2/manifest.json").read_text())["version"] == 2
