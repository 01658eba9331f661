"""Which engine builds, and that it makes no difference to a byte."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.release.living import run
from tests.sources import change, good, project, snapshot

PROPERDOCS = "properdocs==1.6.7"
ENGINE = "from inforce.engines.engine import build; print(build.__module__)"
AS_OF = "2024-04-01T00:00:00+00:00"


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ProperDocs alone; what it needs MkDocs has brought. Material asks for MkDocs by name, so that the
    two are never one's replacement for the other where packages are installed."""
    folder = tmp_path_factory.mktemp("properdocs")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-deps"]
    done = subprocess.run([*pip, "--target", str(folder), PROPERDOCS], capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"ProperDocs can't be had: {done.stderr[-300:]}")
    return folder


def python(*arguments: str, cwd: Path | None = None, beside: Path | None = None) -> str:
    path = os.pathsep.join(filter(None, (str(beside or ""), os.environ.get("PYTHONPATH"))))
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1711929600", "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": path}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


def test_mkdocs_builds_where_there_is_no_other() -> None:
    assert python("-c", ENGINE) == "mkdocs.commands.build"


def test_properdocs_builds_where_it_is_installed_unless_mkdocs_has_begun(beside: Path) -> None:
    assert python("-c", ENGINE, beside=beside) == "properdocs.commands.build"
    assert python("-c", f"import mkdocs; {ENGINE}", beside=beside) == "mkdocs.commands.build"


def test_every_engine_makes_the_same_bytes(tmp_path: Path, beside: Path) -> None:
    place = project(tmp_path)
    change(place, {"mkdocs.yml": good("mkdocs.yml").replace("  - inforce", "  - search\n  - inforce")})
    run(place, "release", "--effective", "2024-03-01", "--yes")
    made = {}
    for engine, where in (("mkdocs", None), ("properdocs", beside)):
        python("-m", engine, "build", "--quiet", "--site-dir", f"../{engine}", cwd=place, beside=where)
        made[f"{engine} build"] = snapshot(tmp_path / engine)
        made[f"inforce build, {engine}"] = _ours(tmp_path, place, engine, where)
    whole = made.pop("mkdocs build")
    assert "search/search_index.json" in whole
    for name, files in made.items():
        assert files.keys() == whole.keys(), name
        assert [path for path in whole if files[path] != whole[path]] == [], name


def _ours(folder: Path, place: Path, engine: str, where: Path | None) -> dict[str, bytes]:
    output = folder / f"ours-{engine}"
    build = ("-m", "inforce", "--project", str(place), "build", "--no-cache", "--as-of", AS_OF, "--output", str(output))
    python(*build, beside=where)
    files = snapshot(output)
    files.pop(".inforce-site")
    return files
