"""What notes are held to: the sections whose prevailing words are others, by more than a day or slip; the version that
readers held to; and what a correction makes of a note that is frozen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from inforce.cli.opening import open_here
from inforce.model.config import ChangeNote, Kind
from inforce.model.version import AsPublished, ReleasedVersion
from inforce.rules.notes_told import changed_sections, check_notes_still_true, version_held

from tests.release.living import EN, FR, run
from tests.rules.test_reasons import parse, version
from tests.sources import good, project

DATED = good(f"{EN}/general.md") + "\nFrom [1 May 2023](fact:version.effective).\n"
DATED_FR = good(f"{FR}/general.md") + "\nDès le [1er mai 2023](fact:version.effective).\n"


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = project(tmp_path_factory.mktemp("notes"), {f"{EN}/general.md": DATED, f"{FR}/general.md": DATED_FR})
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", "2024-03-01", "--yes")
    return place


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        (DATED, []),
        (DATED.replace("1 May 2023", "5 June 2025"), []),
        (DATED.replace("From ", "Only from "), ["general"]),
        (DATED + "\nWe sell everything.\n", ["general"]),
    ],
)
def test_which_sections_have_changed(released: Path, text: str, changed: list[str]) -> None:
    opened = open_here(released)
    last = opened.project.policies[0].released[-1].version
    texts = {"general": text, "new": "# New\n\nWords.\n"}
    assert [*changed_sections(last, texts, leading="en", parse=opened.reader.section)] == changed


def of(number: int, kept: str, said: str = "", **more: Any) -> ReleasedVersion:
    """A version whose section 1 says how long, and whose one note says this."""
    notes = (ChangeNote(slug="n", kind=Kind.MATERIAL, text={"en": said}),) if said else ()
    return replace(version(kept), number=number, changes=notes, **more)


@pytest.mark.parametrize(
    ("versions", "held"),
    [
        ([], None),
        ([of(1, "x"), of(2, "x")], 2),
        ([of(1, "x"), of(2, "x", withdrawn=datetime(2026, 1, 1, tzinfo=UTC))], 1),
        ([of(1, "x"), of(2, "x", withdrawn=datetime(2028, 1, 1, tzinfo=UTC))], 2),
        ([of(1, "x"), of(2, "x", as_published=AsPublished(reason="old", source="sha256:" + 64 * "0"))], 1),
        ([of(1, "x", withdrawn=datetime(2026, 1, 1, tzinfo=UTC))], 1),
    ],
)
def test_beside_which_version_readers_see_what_changes(versions: list[ReleasedVersion], held: int | None) -> None:
    found = version_held(versions, datetime(2027, 1, 1, tzinfo=UTC))
    assert (found.number if found else None) == held


THEIRS = "We keep logs for 3 months instead of 6 months."
OFTEN = "It comes six times a year instead of four times a year."


@pytest.mark.parametrize(
    ("number", "now", "others", "told"),
    [
        (2, "6 months", [of(1, "6 months")], ["T111"]),
        (2, "4 months", [of(1, "6 months")], ["T111"]),
        (2, "3 months, or 6 months", [of(1, "6 months")], []),
        (1, "3 months", [of(2, "3 months", THEIRS)], ["T111"]),
        (1, "6 months", [of(2, "3 months", THEIRS)], []),
        (1, "9 months", [of(2, "3 months", OFTEN)], []),
        (1, "six months", [of(2, "3 months", THEIRS)], []),
    ],
)
def test_a_correction_may_not_make_a_frozen_note_false(
    number: int, now: str, others: list[ReleasedVersion], told: list[str]
) -> None:
    old = of(number, "3 months" if number == 2 else "6 months", THEIRS if number == 2 else "")
    new = replace(of(number, now), changes=old.changes)
    found = list(check_notes_still_true(old, new, others, parse=parse, folder="p"))
    assert [one.code for one in found] == told
    assert all("of version 2 says" in one.message and one.location.file == "p/changes/n.md" for one in found)


def test_what_a_notes_own_version_took_out_elsewhere_is_what_it_was() -> None:
    """ "4 months" of the note is that of section 1 before; a correction of another section takes out its own."""
    first, second = of(1, "4 months"), of(2, "3 months", "We keep logs for 3 months instead of 4 months.")
    old = with_general(second, "Backups: 4 months.")
    new = with_general(old, "Backups: 9 months.")
    assert [*check_notes_still_true(old, new, [first], parse=parse, folder="p")] == []
    assert [*check_notes_still_true(old, new, [], parse=parse, folder="p")], "nothing tells what it was"


def test_a_translation_that_comes_into_step_makes_no_note_false() -> None:
    """The French said the old amount; the prevailing English didn't any more, and the note tells of both."""
    note = ChangeNote(slug="n", kind=Kind.MATERIAL, text={"fr": "Nous gardons 3 mois au lieu de 6 mois."})
    old = with_french(replace(of(2, "3 months"), changes=(note,)), "6 mois")
    new = with_french(old, "3 mois")
    assert [*check_notes_still_true(old, new, [], parse=parse, folder="p")] == []
    assert [*check_notes_still_true(new, with_french(new, "9 mois"), [], parse=parse, folder="p")]


def with_general(version: ReleasedVersion, text: str) -> ReleasedVersion:
    edition = version.editions["en"]
    sections = {**edition.sections, "general": f"# General\n\n{text}\n"}
    return replace(version, editions={**version.editions, "en": replace(edition, sections=sections)})


def with_french(version: ReleasedVersion, kept: str) -> ReleasedVersion:
    edition = version.editions["en"]
    name = next(iter(edition.sections))
    sections = {name: f"# Durée\n\nNous gardons les journaux {kept}.\n"}
    return replace(version, editions={**version.editions, "fr": replace(edition, sections=sections)})
