"""A section that comes or goes as a whole is named by a note, or told: by the release and by the check."""

from __future__ import annotations

from pathlib import Path

import pytest
from git import Repo
from inforce.problems import Severity

from tests.release.forging import forge_manifest
from tests.release.living import EN, FR, POLICY, V, run
from tests.release.living import note as plain_note
from tests.sources import Changes, change, good, problems, project

NOTE = "policy_src/privacy/changes/plainer.md"
SHARING = {
    f"{EN}/sharing.md": "# Whom we share your data with\n\nNobody at all.\n\nNot even our friends.\n",
    f"{FR}/sharing.md": "# Avec qui nous les partageons\n\nPersonne.\n\nMême pas nos amis.\n",
    POLICY: good(POLICY).replace("roles:", "  - id: sharing\nroles:"),
}


def note(words: str) -> dict[str, str]:
    return {NOTE: f"# material\n\n## en\n\n{words}\n\n## fr\n\nDes mots plus simples.\n"}


def base(place: Path) -> Path:
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", "2024-03-01", "--yes")
    with Repo.init(place, initial_branch="main") as repository:
        repository.git.add(A=True)
        repository.git.commit(m="So far")
    return place


def told(place: Path, *options: str) -> list[str]:
    """What the release says, which the check says of its record too."""
    run(place, "sync", "privacy", "fr", code=None)
    shown = run(place, "release", "--effective", "2024-06-01", "--yes", *options, on="2024-01-02T09:00:00+00:00")
    found = [one for one in problems(place) if one.code == "V427"]
    assert all((one.severity, one.location.file) == (Severity.HINT, f"{V}/2/manifest.json") for one in found)
    assert ("V427" in shown.stderr) is bool(found), shown.stderr
    return [one.message for one in found]


def dropped(place: Path) -> None:
    change(place, {f"{EN}/sharing.md": None, f"{FR}/sharing.md": None, POLICY: good(POLICY)})


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Plainer words.", False),
        ("The year is right now.", False),
        ("We took out the section on whom we share data with.", True),
        ("We no longer say WHOM WE SHARE YOUR DATA WITH.", True),
    ],
)
def test_a_section_that_leaves(tmp_path: Path, words: str, named: bool) -> None:
    place = base(project(tmp_path, SHARING))
    dropped(place)
    change(place, note(words))
    assert any(one.code == "S121" and "sharing is dropped" in one.message for one in problems(place))
    assert told(place) == (
        []
        if named
        else [
            'the section "Whom we share your data with" (sharing) leaves this version as a whole, and no note names it.'
        ]
    )


@pytest.mark.parametrize(("words", "named"), [("Plainer words.", False), ("New: with whom we share.", True)])
def test_a_section_that_comes(tmp_path: Path, words: str, named: bool) -> None:
    place = base(project(tmp_path))
    change(place, {**SHARING, **note(words)})
    found = told(place)
    assert ("comes into this version" in "".join(found)) is not named


def test_a_section_that_moves_into_another_does_not_leave(tmp_path: Path) -> None:
    place = base(project(tmp_path, SHARING))
    dropped(place)
    moved = {
        f"{one}/general.md": good(f"{one}/general.md") + SHARING[f"{one}/sharing.md"][1:].partition("\n")[2]
        for one in (EN, FR)
    }
    change(place, {**note("Plainer words."), **moved})
    assert told(place) == []


def test_a_section_with_another_id_does_not_leave(tmp_path: Path) -> None:
    place = base(project(tmp_path, SHARING))
    dropped(place)
    change(place, {f"{one}/recipients.md": SHARING[f"{one}/sharing.md"] for one in (EN, FR)})
    change(place, {POLICY: good(POLICY).replace("roles:", "  - id: recipients\nroles:"), **note("Plainer words.")})
    reason = "It has a plainer name now."
    assert told(place, "--accept", "L305:en/recipients", "--because", reason) == []


def in_english(place: Path) -> None:
    change(place, {**note("Plainer words."), f"{EN}/general.md": good(f"{EN}/general.md") + "\nMore.\n"})
    release = ("release", "--effective", "2024-06-01", "--language", "en", "--yes")
    shown = run(place, *release, on="2024-01-02T09:00:00+00:00")
    assert "released without French, which version 1 has, and says that they follow" in shown.stderr


def of_version_2(place: Path) -> list[str]:
    return [one.code for one in problems(place) if one.location.file == f"{V}/2/manifest.json" and one.code != "D120"]


def test_a_language_that_follows(tmp_path: Path) -> None:
    place = base(project(tmp_path))
    in_english(place)
    assert of_version_2(place) == ["V427"]
    translation = ("translation", "--language", "fr", "--reason", "It follows now.", "--yes")
    run(place, "sync", "privacy", "fr")
    run(place, "amend", "privacy", "2", *translation, on="2024-01-03T09:00:00+00:00")
    assert of_version_2(place) == [], "it has followed"


def test_a_language_that_leaves(tmp_path: Path) -> None:
    place = base(project(tmp_path))
    in_english(place)
    forge_manifest(place, 2, lambda record: record.pop("to_follow"))
    assert of_version_2(place) == ["D118", "V427"]
    (told,) = (one for one in problems(place) if one.code == "V427")
    assert "the French text leaves with this version, which version 1 has" in told.message


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_language_that_cannot_follow(tmp_path: Path, language: str) -> None:
    place = base(project(tmp_path))
    in_english(place)
    forge_manifest(place, 2, lambda record: record["to_follow"].append(language))
    assert "D110" in of_version_2(place)


FACTS = "policy_src/facts/recipients.yml"
OTHERWISE: dict[str, tuple[Changes, bool]] = {
    "nothing": ({}, True),
    "a word": ({f"{FR}/general.md": good(f"{FR}/general.md") + "\nPlus.\n"}, False),
    "a fact": ({FACTS: good(FACTS) + "other:\n  name: Other\n  role: processor\n"}, False),
    "a title": ({POLICY: good(POLICY).replace("  en: ", "  en: Our ", 1)}, False),
    "a review": ({POLICY: good(POLICY).replace("courtesy}", "courtesy, reviewed: true}")}, False),
}


@pytest.mark.parametrize(("changed", "same"), OTHERWISE.values(), ids=OTHERWISE)
def test_whether_anything_changes(tmp_path: Path, changed: Changes, same: bool) -> None:
    dated = f"{EN}/general.md"
    place = project(tmp_path, {dated: good(dated) + "\nFrom [1 May 2020](fact:version.effective).\n"})
    run(place, "sync", "privacy", "fr")
    accept = ("--accept=F104:fr/general", "--because=Soon so.")
    run(place, "release", "--effective", "2024-03-01", "--yes", *accept)
    with Repo.init(place, initial_branch="main") as repository:
        repository.git.add(A=True)
        repository.git.commit(m="So far")
    before = {path: (place / path).read_bytes() for path in changed}
    assert all(before[path] != str(text).encode() for path, text in changed.items())
    change(place, {**plain_note(), **changed})
    shown = run(place, "release", "--effective", "2024-06-01", "--yes", *accept, on="2024-01-02T09:00:00+00:00")
    assert ("V426" in shown.stderr) is same, shown.stderr
    found = [one for one in problems(place) if one.code == "V426"]
    assert [(one.severity, one.location.file) for one in found] == (
        [(Severity.HINT, f"{V}/2/manifest.json")] if same else []
    )
