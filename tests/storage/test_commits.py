"""When the newest commit was made, as a release asks: by the committer, wherever in the history it stands."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from git import Actor, Repo
from inforce.storage.commits import Committed, committed

CLOCK = datetime(2024, 6, 1, tzinfo=UTC)
SOMEONE = Actor("Someone", "someone@example.org")


def commit(place: Path, made: str, authored: str = "2020-01-01T00:00:00 +0000") -> None:
    with Repo.init(place) as repo:
        repo.index.commit("x", author=SOMEONE, committer=SOMEONE, author_date=authored, commit_date=made)


def test_the_newest_counts_though_it_is_not_the_last(tmp_path: Path) -> None:
    for made in ("2024-01-01T00:00:00 +0000", "2024-03-01T11:00:00 +0000", "2024-02-01T00:00:00 +0000"):
        commit(tmp_path, made, authored="2024-05-01T00:00:00 +0000")
    assert committed(tmp_path, clock=CLOCK) == Committed(at=datetime(2024, 3, 1, 11, tzinfo=UTC))
    (tmp_path / "below").mkdir()
    assert committed(tmp_path / "below", clock=CLOCK).at is not None, "the project may be a folder of the repository"


def test_what_is_dated_a_day_ahead_is_named_and_passed_over(tmp_path: Path) -> None:
    commit(tmp_path, "2024-06-01T23:00:00 +0000")
    commit(tmp_path, "2024-06-03T00:00:00 +0000")
    found = committed(tmp_path, clock=CLOCK)
    assert found.at == datetime(2024, 6, 1, 23, tzinfo=UTC), "clocks of two machines may differ by hours"
    assert [one.at for one in found.ahead] == [datetime(2024, 6, 3, tzinfo=UTC)]


def test_without_a_commit_nothing_is_known(tmp_path: Path) -> None:
    assert committed(tmp_path, clock=CLOCK) == Committed()
    Repo.init(tmp_path).close()
    assert committed(tmp_path, clock=CLOCK) == Committed()
