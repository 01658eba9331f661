"""`inforce sync`: which text a translation was made from, recorded."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.release.living import run
from tests.sources import change, good, problems, project, told

EN = "policy_src/privacy/en"
FR = "policy_src/privacy/fr"
SYNC = "policy_src/privacy/fr/sync.json"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Both English sections have moved on."""
    return project(
        tmp_path,
        {
            f"{EN}/general.md": good(f"{EN}/general.md").replace("helps us", "helps"),
            f"{EN}/retention.md": good(f"{EN}/retention.md").replace("after its end", "after it ends"),
        },
    )


def record(place: Path) -> dict[str, str]:
    found: dict[str, str] = json.loads((place / SYNC).read_text("utf-8"))
    return found


def test_one_section(place: Path) -> None:
    before = record(place)
    assert run(place, "sync", "privacy", "fr", "retention").stdout == f"{SYNC}: 1 section is up to date with en.\n"
    assert record(place)["general"] == before["general"]
    assert record(place)["retention"] != before["retention"]
    assert told(problems(place)) == ["T102 policy_src/privacy/fr/general.md"]


def test_all_sections(place: Path) -> None:
    run(place, "sync", "privacy", "fr")
    assert problems(place) == ()


def test_a_section_that_is_gone_leaves_the_record(place: Path) -> None:
    change(place, {SYNC: json.dumps({**record(place), "gone": record(place)["general"]})})
    run(place, "sync", "privacy", "fr", "retention")
    assert set(record(place)) == {"general", "retention"}


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("fr/retention.md", "[10 ans]", "[5 ans]", f'{FR}/retention.md still says "5 ans" (F102). Mend that first.'),
        (
            "fr/retention.md",
            "[10 ans]",
            "[un certain temps]",
            f'{FR}/retention.md says what can\'t be read: "un certain temps" (F103). Mend that first.',
        ),
        ("en/retention.md", "[10 years]", "[5 years]", f'{EN}/retention.md still says "5 years" (F102). Mend'),
        ("fr/retention.md", "[10 ans]", "**[10 ans]", f"{FR}/retention.md:3:"),
    ],
)
def test_what_is_visibly_not_current_is_not_recorded_as_current(
    place: Path, file: str, old: str, new: str, said: str
) -> None:
    path = place / "policy_src/privacy" / file
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    before = record(place)
    for sections in ((), ("retention",)):
        refused = run(place, "sync", "privacy", "fr", *sections, code=1)
        assert said in refused.stderr
        assert record(place) == before
    run(place, "sync", "privacy", "fr", "general")
    assert record(place) != before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("privacy", "en"), '"en" is not a translation of privacy'),
        (("privacy", "de"), '"de" is not a translation of privacy'),
        (("privacy", "fr", "retetnion"), "there is no section retetnion"),
        (("terms", "fr"), '"terms" is not a policy'),
    ],
)
def test_what_it_cannot_do(place: Path, arguments: tuple[str, ...], said: str) -> None:
    before = record(place)
    assert said in run(place, "sync", *arguments, code=2).stderr
    assert record(place) == before
