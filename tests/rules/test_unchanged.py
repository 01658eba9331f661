"""A version that says what the one before it says is told, by the command and by the check."""

from __future__ import annotations

from pathlib import Path

import pytest
from git import Repo
from inforce.problems import Severity

from tests.release.living import EN, FR, POLICY, V, note, run
from tests.sources import Changes, change, good, problems, project

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
    change(place, {**note(), **changed})
    shown = run(place, "release", "--effective", "2024-06-01", "--yes", *accept, on="2024-01-02T09:00:00+00:00")
    assert ("V426" in shown.stderr) is same, shown.stderr
    found = [one for one in problems(place) if one.code == "V426"]
    assert [(one.severity, one.location.file) for one in found] == (
        [(Severity.HINT, f"{V}/2/manifest.json")] if same else []
    )
