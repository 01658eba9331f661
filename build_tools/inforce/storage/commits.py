"""When the commits that a project stands on were made: no record is made before the newest of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from git.exc import GitError, ODBError

from inforce.storage.checkout import opened

DAY = timedelta(days=1)
MOST_COMMITS = 1000
"""So many are asked for their dates: a commit with a wrong clock is soon followed by others with right ones."""
MOST_TOLD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """A commit and when it was made, by its committer."""

    name: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Committed:
    """When the newest commit was made, None where nobody knows; and those dated too far ahead to be true."""

    at: datetime | None = None
    ahead: tuple[Commitment, ...] = ()


def committed(project: Path, *, clock: datetime) -> Committed:
    """When the newest commit that HEAD stands on was made, by its committer; `clock` is the machine's own time."""
    try:
        with opened(project) as repo:
            if not repo.head.is_valid():
                return Committed()
            lines = str(repo.git.log(f"-{MOST_COMMITS}", pretty="%ct %h")).splitlines()
    except (GitError, ODBError, OSError, ValueError):
        return Committed()
    told = [line.split() for line in lines]
    commits = [Commitment(name=name, at=datetime.fromtimestamp(int(seconds), UTC)) for seconds, name in told]
    ahead = tuple(one for one in commits if one.at > clock + DAY)
    return Committed(at=max((one.at for one in commits if one not in ahead), default=None), ahead=ahead[:MOST_TOLD])
