"""Two new versions at once: the earlier one stands in its record alone, and no language of it may run ahead."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from git import Repo
from inforce.problems import Severity
from inforce.reader.records.record_json import record as written

from tests.release.forging import forge_file, forge_manifest, rewrite
from tests.release.living import EN, FR, V, note, run
from tests.sources import change, good, problems, project

Lie = Callable[[Path], None]
FACTS = "policy_src/facts/retention.yml"
MORE = {EN: "We sell them to anybody.", FR: "Nous les vendons à tous."}


def release(place: Path, effective: str, on: str, *accepted: str) -> None:
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", effective, "--yes", *accepted, on=on)


def commit(place: Path) -> None:
    with Repo.init(place, initial_branch="main") as repository:
        repository.git.add(A=True)
        repository.git.commit(m="So far")


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Version 1 in the base branch; version 2 adds a sentence to a section, version 3 one to another, with a label."""
    place = project(tmp_path_factory.mktemp("two"))
    release(place, "2024-03-01", "2024-01-01T09:00:00+00:00")
    commit(place)
    change(place, {**note(), **{f"{each}/general.md": good(f"{each}/general.md") + "\nMore.\n" for each in (EN, FR)}})
    release(place, "2024-05-01", "2024-01-20T09:00:00+00:00")
    change(
        place, {**note(), **{f"{one}/retention.md": good(f"{one}/retention.md") + f"\n{MORE[one]}\n" for one in MORE}}
    )
    change(
        place, {FACTS: good(FACTS).replace("en: Contracts", "en: The contracts").replace("Contrats", "Les contrats")}
    )
    release(place, "2024-06-01", "2024-01-22T09:00:00+00:00")
    return place


@pytest.fixture
def place(two: Path, tmp_path: Path) -> Path:
    shutil.copytree(two, tmp_path / "project")
    return tmp_path / "project"


def told(place: Path, code: str = "D122") -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in problems(place):
        if one.code == code:
            assert one.severity is Severity.HINT
            found.setdefault(one.location.file.removeprefix(f"{V}/"), []).append(one.message)
    return found


def says(version: int, path: str, old: str, new: str) -> Lie:
    def forge(place: Path) -> None:
        text = (place / V / str(version) / path).read_text("utf-8")
        assert old in text
        rewrite(place, version, path, text.replace(old, new))

    return forge


def label(place: Path) -> None:
    facts = json.loads((place / V / "2/facts.json").read_text("utf-8"))
    facts["retention"]["contract"]["label"]["fr"] = "Les contrats"
    forge_file(place, 2, "facts.json", written(facts))


AHEAD = says(2, "fr/retention.md", "fin.", f"fin.\n\n{MORE[FR]}")
ALONE = "the French words change, and the English ones, which prevail, do not"
LATER = "the English words change, and the French ones do not"
FORGED: dict[str, tuple[Lie, tuple[str, str], tuple[str, str]]] = {
    "French ahead": (AHEAD, (ALONE, "retention."), (LATER, "retention.")),
    "English ahead": (
        says(2, "en/retention.md", "end.", f"end.\n\n{MORE[EN]}"), (LATER, "retention."), (ALONE, "retention."),
    ),
    "French too late": (says(2, "fr/general.md", "\nMore.\n", ""), (LATER, "general."), (ALONE, "general.")),
    "a label ahead": (
        label, (ALONE, "facts retention.contract.label."), (LATER, "facts retention.contract.label."),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("lie", "second", "third"), FORGED.values(), ids=FORGED)
def test_a_language_that_runs_ahead_or_lags(
    place: Path, lie: Lie, second: tuple[str, str], third: tuple[str, str]
) -> None:
    lie(place)
    found = told(place)
    for number, (what, where) in ((2, second), (3, third)):
        assert any(what in one and one.endswith(where) for one in found[f"{number}/manifest.json"]), found


def test_what_the_commands_made_is_in_step(place: Path) -> None:
    assert told(place) == {}
    assert told(place, "D123") == {
        "2/manifest.json": [
            "it is new, and so is version 3 after it: what this one changes, no source beside it shows: en/general, "
            "fr/general."
        ]
    }
    commit(place)
    assert told(place, "D123") == {}, "the base branch has them"


def test_all_languages_ahead_are_listed(place: Path) -> None:
    AHEAD(place)
    says(2, "en/retention.md", "end.", f"end.\n\n{MORE[EN]}")(place)
    assert told(place) == {}
    assert "en/retention" in told(place, "D123")["2/manifest.json"][0]


def test_a_translation_that_is_named_as_behind_may_follow_later(tmp_path: Path) -> None:
    place = project(tmp_path)
    release(place, "2024-03-01", "2024-01-01T09:00:00+00:00")
    commit(place)
    accept = ("--accept=T102:fr/general", "--because=The translator is ill.")
    change(place, {**note(), f"{EN}/general.md": good(f"{EN}/general.md") + "\nMore.\n"})
    run(place, "release", "--effective=2024-05-01", "--yes", *accept, on="2024-01-20T09:00:00+00:00")
    change(place, {**note("material"), f"{FR}/general.md": good(f"{FR}/general.md") + "\nPlus.\n"})
    release(place, "2024-06-01", "2024-01-22T09:00:00+00:00")
    assert told(place) == {}
    forge_manifest(place, 2, lambda record: record.pop("accepted"))
    assert set(told(place)) == {"2/manifest.json", "3/manifest.json"}


def test_the_first_two_versions_at_once(tmp_path: Path) -> None:
    place = project(tmp_path)
    commit(place)
    release(place, "2024-03-01", "2024-01-01T09:00:00+00:00")
    change(
        place, {**note(), **{f"{one}/retention.md": good(f"{one}/retention.md") + f"\n{MORE[one]}\n" for one in MORE}}
    )
    release(place, "2024-06-01", "2024-01-22T09:00:00+00:00")
    assert told(place) == {}
    says(1, "fr/retention.md", "fin.", f"fin.\n\n{MORE[FR]}")(place)
    assert any(LATER in one for one in told(place)["2/manifest.json"])
