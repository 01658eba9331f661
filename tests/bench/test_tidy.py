"""The count of texts that are read: as they are, after tidy, and with answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.bench.tidy import WAYS, main, tried

TEXTS = {
    "de/a.md": "# A\n\nEins.\n",
    "de/b.md": "A\n=\n\n10. November 2020.\n",
    "b.md": "# A\n\n# B\n",
    "c.md": "One [x](/y).\n",
    "d.md": "# A\n\n![x](y.png)\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_what_becomes_of_a_text(folder: Path) -> None:
    found = {name: tried(folder / name) for name in TEXTS}
    assert [one.how for one in found.values()] == list(WAYS)
    assert found["c.md"].answers == ("title",), "a place without a host gets a name"
    assert [problem.code for problem in found["d.md"].left] == ["M119"]
    assert all(one.keeps_words for one in found.values())


def test_the_figures(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(folder), "--each"])
    told = capsys.readouterr().out
    assert "4 of 5 are read; in 0 a word was lost" in told
    assert "d.md: refused M119 1" in " ".join(told.split())
