"""One entry for all benches."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools import bench
from build_tools.bench.__main__ import BENCHES, main


def test_no_name_is_told_which_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == main(["nothing"]) == 2
    told = capsys.readouterr().err
    assert all(name in told for name in BENCHES)


@pytest.mark.parametrize("name", BENCHES)
def test_each_tells_its_options(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    assert f"python -m build_tools.bench {name}" in capsys.readouterr().out


def test_none_is_forgotten() -> None:
    folder = Path(next(iter(bench.__path__)))
    assert set(BENCHES) == {path.stem for path in folder.glob("*.py") if "\ndef main(" in path.read_text("utf-8")} - {
        "__main__"
    }
