"""An older version that would come into force after a newer one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from inforce.rules.overtaken import Coming, check_overtaken


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
