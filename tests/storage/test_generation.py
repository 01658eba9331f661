"""The digest of the tool's own files."""

from __future__ import annotations

import re
from pathlib import Path

from inforce.storage import generation as generation_module
from inforce.storage.generation import _own_files, generation

from tests.sources import change


def test_it_is_one_digest_of_the_whole_tool() -> None:
    assert re.fullmatch("[0-9a-f]{64}", generation())
    assert generation() == generation()
    tool = Path(generation_module.__file__).parents[1]
    names = [name for name, _ in _own_files(tool, "")]
    assert {"/storage/generation.py", "/site/templates/base.html", "/contract/schemas/index.schema.json"} <= set(names)


def test_code_templates_and_catalogs_count_and_compiled_files_do_not(tmp_path: Path) -> None:
    change(
        tmp_path, {"a.py": "a", "b/c.html": "c", "__pycache__/a.pyc": "x", "b/__pycache__/t.cache": "y", "d.pyc": "z"}
    )
    assert _own_files(tmp_path, "") == [("/a.py", b"a"), ("/b/c.html", b"c")]
