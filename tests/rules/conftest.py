"""Two released versions, to forge the records of."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.release.living import EN, note, run
from tests.sources import change, good, project


@pytest.fixture
def two_versions(tmp_path: Path) -> Path:
    """Version 1 in force from 1 March 2024, version 2 (a clarification) from 1 May 2024; no problem in either."""
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    words = good(f"{EN}/retention.md").replace("after its end", "after it ends")
    change(place, {**note(), f"{EN}/retention.md": words})
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", "2024-05-01", "--yes", on="2024-01-20T09:00:00+00:00")
    return place
