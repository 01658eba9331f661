"""An older version that would come into force after a newer one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from inforce.problems import Location, Severity
from inforce.project.project import understand
from inforce.rules.overtaken import Coming, check_overtaken, check_put_back, put_back_by
from inforce.storage.tree import SOURCE, read_tree

from tests.release.forging import forge_amendment
from tests.release.living import run


def of(number: int, month: int) -> Coming:
    return Coming(number=number, effective_from=datetime(2024, month, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("new", "others", "since", "older"),
    [
        (of(2, 6), [of(1, 5)], None, []),
        (of(2, 6), [of(1, 7)], None, ["versions/1"]),
        (of(3, 6), [of(1, 8), of(2, 7)], None, ["versions/1", "versions/2"]),
        (of(1, 6), [of(2, 5)], 4, ["versions/1"]),
        (of(1, 6), [of(2, 7)], 4, []),
        (of(1, 6), [of(2, 3)], 4, []),  # it came after that one before, too
        (of(2, 6), [of(1, 5)], 4, []),
    ],
)
def test_who_takes_whose_place(new: Coming, others: list[Coming], since: int | None, older: list[str]) -> None:
    at = datetime(2024, since, 1, tzinfo=UTC) if since else None
    assert [one.about for one in check_overtaken(new, others, folder="p", since=at)] == older


@pytest.mark.parametrize(
    ("gone", "ends", "others", "back"),
    [
        (of(2, 4), 6, [of(1, 3)], [1]),
        (of(3, 4), 6, [of(1, 2), of(2, 3)], [2]),
        (of(2, 4), 6, [of(1, 3), of(3, 9)], [1]),
    ],
)
def test_which_older_version_a_withdrawal_puts_back(
    gone: Coming, ends: int, others: list[Coming], back: list[int]
) -> None:
    at = datetime(2024, ends, 1, tzinfo=UTC)
    found = [*check_put_back(gone, at, others, where=Location(file="p"))]
    assert [one.severity for one in found] == [Severity.HINT] * len(back)
    assert all(
        f"the words of version {number} hold again" in one.message for one, number in zip(found, back, strict=True)
    )


@pytest.mark.parametrize(
    ("gone", "ends", "others", "said"),
    [
        (of(1, 3), 6, [of(2, 4)], "which version 2 has followed since 2024-04-01"),
        (of(2, 4), 10, [of(1, 3), of(3, 9)], "which version 3 has followed since 2024-09-01"),
        (of(1, 3), 6, [], "no version is in force"),
        (of(1, 3), 6, [of(2, 9)], "no version is in force"),
    ],
)
def test_a_withdrawal_that_puts_nothing_back(gone: Coming, ends: int, others: list[Coming], said: str) -> None:
    (found,) = check_put_back(gone, datetime(2024, ends, 1, tzinfo=UTC), others, where=Location(file="p"))
    assert (found.code, found.severity) == ("V428", Severity.HINT)
    assert said in found.message


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ([of(1, 3)], "the words of version 1 hold then"),
        ([of(1, 3), of(3, 7)], "the words of version 3 hold then"),
        ([of(3, 9)], "no version is in force then"),
    ],
)
def test_a_withdrawal_of_what_was_announced_and_is_still_to_come(others: list[Coming], said: str) -> None:
    at = datetime(2024, 6, 1, tzinfo=UTC)
    (found,) = check_put_back(of(2, 8), at, others, where=Location(file="p"))
    assert (found.code, found.severity) == ("V428", Severity.HINT)
    assert said in found.message
    assert "withdraws version 2, which was to take effect on 2024-08-01" in found.message


def test_a_record_that_puts_an_older_version_back(two_versions: Path) -> None:
    forge_amendment(two_versions, 1, {"type": "withdrawal", "recorded": "2024-06-01T00:00:00Z"}, {})
    forge_amendment(two_versions, 2, {"type": "withdrawal", "recorded": "2024-05-20T00:00:00Z"}, {})
    project, _ = understand(*read_tree(two_versions, SOURCE))
    assert project is not None
    first, second = project.policies[0].released
    (found,) = put_back_by(second, 1, [first])
    assert "from 2024-05-20T00:00:00+00:00 on the words of version 1 hold again" in found.message
    assert found.location.file.endswith("versions/2/amendments/0001/amendment.json")
    assert not [*put_back_by(second, 0, [first])], "a release"
    (last,) = put_back_by(first, 1, [second])
    assert "no version is in force" in last.message, "what followed it is gone already, and nothing is older"


def test_the_command_says_what_holds_again(two_versions: Path) -> None:
    arguments = ("amend", "privacy", "2", "withdrawal", "--reason", "a slip", "--dry-run")
    assert "V428" in run(two_versions, *arguments, on="2024-06-01T09:00:00+00:00").stderr
    early = run(two_versions, *arguments, on="2024-04-01T09:00:00+00:00").stderr
    assert "V428" in early
    assert "the words of version 1 hold then" in early
