"""A project with one version released."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.release.living import run
from tests.sources import project


@pytest.fixture
def released(tmp_path: Path) -> Path:
    """Version 1 in English and French, announced on 1 January 2024, in force from 1 March 2024 in Brussels."""
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    return place
