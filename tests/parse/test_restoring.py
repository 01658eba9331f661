"""What to do about a released file that is not as it was: the command that reaches what was meant."""

from __future__ import annotations

import pytest
from inforce.parse.restoring import cure

V = "policy_src/privacy/versions/2"


@pytest.mark.parametrize(
    ("path", "command"),
    [
        (f"{V}/manifest.json", "inforce amend privacy 2 postponement --effective DATE"),
        (f"{V}/amendments/0001/amendment.json", "inforce amend privacy 2 withdrawal"),
        (V, "inforce amend privacy 2 postponement"),
        (f"{V}/en/retention.md", "change the working text and run: inforce amend privacy 2 correction --language en"),
        (f"{V}/amendments/0001/fr/retention.md", "inforce amend privacy 2 correction --language fr"),
        (f"{V}/facts.json", "inforce amend privacy 2 correction"),
    ],
)
def test_names_the_command_for_what_was_meant(path: str, command: str) -> None:
    assert command in cure("D101", path)
    assert cure("D101", path).startswith("Restore it: put the text that the base branch has in its place")


@pytest.mark.parametrize(
    ("code", "start"),
    [
        ("D102", "Bring it back"),
        ("D103", "Take it away"),
        ("D105", "Restore its records and those of the version before"),
        ("D106", "Bring the missing one back"),
        ("D107", "One of the two was changed"),
    ],
)
def test_what_is_gone_or_too_much_is_not_restored_but_brought_back_or_taken_away(code: str, start: str) -> None:
    assert cure(code, f"{V}/published/en/r1.json").startswith(start)


def test_a_file_elsewhere_is_restored() -> None:
    assert "inforce amend" not in cure("D109", "elsewhere.md")
