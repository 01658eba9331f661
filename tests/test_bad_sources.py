"""Minimal bad sources, one or more for each rule: `bad_sources/CODE-slug/` holds only what differs from the good one.

`removed.txt` lists what is taken away, `expected.txt` every problem that has to be told, as `level CODE file:line`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from inforce.problems.catalog import rules

from tests.sources import problems, project, told

FOLDER = Path(__file__).with_name("bad_sources")
SOURCES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())

IN_REFUSALS = "one section is enough: tests/reader/test_refusals.py and tests/reader/characters/test_hidden.py"
IN_HOSTILE = "no file in a repository can be so: tests/test_hostile_input.py"
IN_LIFE = "it takes released versions: tests/release/test_versions_end_to_end.py, test_plan.py and test_amend.py"
ELSEWHERE = {
    **{
        f"M{number}": IN_REFUSALS
        for number in (*range(101, 105), 106, 107, *range(109, 112), *range(113, 126), 127, 128, 130, 190, 199)
    },
    **{f"L{number}": IN_REFUSALS for number in (*range(201, 206), 208)},
    **{f"X{number}": IN_REFUSALS for number in (301, 304)},
    "L206": "told as L302 for a whole project",
    "L207": "told as L301 for a whole project",
    "S103": IN_HOSTILE,
    "S104": IN_HOSTILE,
    **{f"D{number}": IN_LIFE for number in (101, 102, 103, 104, 105, 106, 107, 109)},
    "D110": "tests/rules/test_records.py",
    "D111": "tests/rules/test_published.py",
    "D115": "tests/project/test_summaries.py",
    "D116": "tests/project/test_summaries.py",
    "D112": "tests/storage/test_shallow.py and test_rewritten.py",
    "D119": "tests/project/test_beside_source.py",
    "D118": "tests/project/test_beside_source.py",
    "D120": "tests/rules/test_notes_beside_base.py",
    "D121": "tests/rules/test_record_dates.py",
    "D124": "tests/rules/test_corrected.py",
    "D125": "it takes a released version: tests/rules/test_consent.py",
    **dict.fromkeys(("D122", "D123"), "it takes several releases: tests/rules/test_in_step.py"),
    "V428": "it takes released versions: tests/rules/test_overtaken.py",
    "V427": "it takes a released version: tests/rules/test_unnoted.py",
    "V426": "it takes a released version: tests/rules/test_unnoted.py",
    "D117": "tests/project/test_states.py",
    **{f"S{number}": "it takes a base branch: tests/project/test_settings.py" for number in range(120, 125)},
    "T106": "it takes a released version: tests/rules/test_change_notes.py",
    **dict.fromkeys(("T107", "T108"), "it takes a base branch: tests/project/test_translated.py"),
    "T114": "it takes a released version: tests/rules/test_untold.py",
    "F128": "it takes a released version: tests/rules/test_past_days.py",
    "T112": "it takes a base branch: tests/rules/test_notes_beside_base.py",
    "S125": "it takes a base branch: tests/storage/test_history.py",
    "D113": "tests/storage/test_line_ends.py",
    "D108": "tests/release/test_plan.py",
    **{f"V{number}": IN_LIFE for number in range(401, 425) if number != 421},
    "V425": "it takes commands that are killed: tests/release/test_unfinished.py",
    **dict.fromkeys(("F109", "F110"), "it takes a released version: tests/rules/test_unlinked.py"),
    "F120": "it takes a released version: tests/rules/test_unstated.py",
    **dict.fromkeys(("L305", "L306"), "it takes a released version: tests/rules/test_kept_ids.py"),
    "F118": "it takes a released version: tests/rules/test_consent.py",
    "H106": "MkDocs is asked by the command: tests/cli/test_handbook.py",
    "H109": "MkDocs builds the pages first: tests/engines/test_pages.py",
    "L304": "the site is made first: tests/project/test_own_links.py",
    "H116": "it takes a built site: tests/project/test_built_site.py",
    "H115": "MkDocs builds the pages first: tests/engines/test_links.py",
    "H114": "MkDocs builds the pages first: tests/engines/test_pages.py",
    "H113": "MkDocs builds the pages first: tests/engines/test_pages.py",
    "I901": "a fault of the tool, not of a source: tests/redline",
}


def overlay(name: str) -> dict[str, str | bytes | None]:
    folder = FOLDER / name
    changes: dict[str, str | bytes | None] = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path not in (folder / "expected.txt", folder / "removed.txt")
    }
    removed = folder / "removed.txt"
    return {**changes, **dict.fromkeys(removed.read_text("utf-8").split() if removed.exists() else ())}


@pytest.mark.parametrize("name", SOURCES)
def test_exactly_the_expected_problems_are_told(tmp_path: Path, name: str) -> None:
    found = problems(project(tmp_path, overlay(name)))
    assert [f"{one.severity} {said}" for one, said in zip(found, told(found), strict=True)] == (
        FOLDER / name / "expected.txt"
    ).read_text("utf-8").splitlines()
    assert name.partition("-")[0] in {one.code for one in found}
    assert {one.code for one in found} <= rules().keys()
    assert all(one.message.strip() and one.remedy.strip() for one in found), "each says what is wrong and what to do"


def test_every_code_has_a_bad_source_or_a_reason_why_not() -> None:
    shown = {name.partition("-")[0] for name in SOURCES}
    assert rules().keys() - shown - ELSEWHERE.keys() == set()
    assert ELSEWHERE.keys() - rules().keys() == set(), "a code that is no more"
    assert shown & ELSEWHERE.keys() == set(), "shown here after all"
