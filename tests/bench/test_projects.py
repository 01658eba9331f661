"""The projects that are measured are such as anybody may have: nothing is wrong in them."""

from __future__ import annotations

from pathlib import Path

from build_tools.bench import builds
from build_tools.bench.projects import LANGUAGES, generate
from tests.release.living import run


def test_a_project_checks_clean(tmp_path: Path) -> None:
    editions = generate(tmp_path, 2, LANGUAGES[:2], 3)
    assert len(editions) == 2 * 2 * 3
    run(tmp_path, "check", on=builds.AS_OF)


def test_what_is_measured_can_be_built(tmp_path: Path) -> None:
    generate(tmp_path, 1, LANGUAGES[:1], 2)
    run(tmp_path, "build", "--as-of", builds.AS_OF)
    assert (tmp_path / "site/en/policy-1/changes/1-2/index.html").is_file()
