"""Each module of the program has its test file: `rules/dates.py` has `tests/rules/test_dates.py`.

A package whose modules make one concept together (`model/values/`) may have one file for all of it instead
(`tests/model/test_values.py`). A module that only names what others hold needs none.
"""

from __future__ import annotations

import ast
from pathlib import Path, PurePosixPath

import pytest

from tests.built.building import ROOT

PROGRAM = ROOT / "build_tools" / "inforce"
TESTS = ROOT / "tests"
ELSEWHERE = {
    "cli/sides.py": "tests/cli/test_redline.py: which two texts the one command compares",
    "cli/texts.py": "tests/cli/test_redline.py: the texts that the one command reads",
    "cli/__init__.py": "tests/cli/test_commands.py: the commands as they are met",
    "model/edition.py": "fields only",
    "site/course_file.py": "tests/cli/test_try_out.py: the file that the one command writes",
    "site/redline_file.py": "tests/cli/test_redline.py: the file that the one command writes",
    "promises/errors.py": "names only; tests/promises/test_*.py tell when each is raised",
    "reader/html/elements.py": "lists only; tests/reader/test_others.py reads pages with them",
    "reader/html/leaves.py": "tests/reader/test_others.py: every text of others goes through it",
    "release/release_checks.py": "tests/release/test_plan.py: what speaks against a release, as its plan tells it",
    "release/amend_checks.py": "tests/release/test_amend.py: what speaks against an amendment, as its plan tells it",
    "release/edits.py": "fields only; carried out in tests/storage/test_apply.py",
    "rules/readings/agrees.py": "tests/rules/readings/test_*.py: every reading goes through it",
    "rules/readings/agreement.py": "fields only; tests/rules/readings/test_*.py tell each of them apart",
    "tidy/options.py": "fields only; tests/tidy/test_*.py tell what each of them changes",
    "rules/readings/whole.py": "tests/rules/readings/test_*.py: every reading goes through it",
}


def modules() -> list[str]:
    """Every module that holds code, by its path."""
    found = []
    for path in sorted(PROGRAM.rglob("*.py")):
        body = ast.parse(path.read_text("utf-8")).body
        if any(not isinstance(node, ast.Import | ast.ImportFrom | ast.Expr | ast.Assign) for node in body):
            found.append(path.relative_to(PROGRAM).as_posix())
    return found


def own_files(module: str) -> list[Path]:
    """The files that may be a module's own."""
    path = PurePosixPath(module)
    folder = path.parent
    own = [TESTS / folder / f"test_{path.name}"] if path.stem != "__init__" else []
    return [*own, TESTS / folder.parent / f"test_{folder.name}.py"]


@pytest.mark.parametrize("module", modules())
def test_a_module_has_its_test_file(module: str) -> None:
    if module in ELSEWHERE:
        return
    found = [path for path in own_files(module) if path.is_file()]
    assert found, f"write {own_files(module)[0].relative_to(ROOT)}"
    assert "def test_" in found[0].read_text("utf-8")


def test_what_is_tested_elsewhere_is() -> None:
    for module, where in ELSEWHERE.items():
        assert (PROGRAM / module).is_file(), module
        named = where.partition(":")[0]
        if named.startswith("tests/"):
            assert list(ROOT.glob(named)), where


def test_every_test_file_is_of_something_that_is_there() -> None:
    """No test file is left behind when its module goes: each imports the program, runs it, or looks at what it made."""
    for path in sorted(TESTS.rglob("test_*.py")):
        text = path.read_text("utf-8")
        assert "inforce" in text or "from tests." in text or "from build_tools" in text, path
        assert "assert" in text or "pytest.raises" in text, path
