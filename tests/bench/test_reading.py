"""`make bench` counts what is read, and compares what it should."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner
from inforce.cli import main
from inforce.reader.section import parse_section
from inforce.storage.cache import forget

from build_tools.bench.reading import AS_OF, LIMITS, counted, works_of
from tests.release.living import run
from tests.sources import GOOD, project


def test_it_counts_each_reading() -> None:
    with counted() as count:
        for text in ("# A\n", "# B\n", "# A\n"):
            parse_section(text, id="a", file="a.md")
    assert count == {("en", "# A\n"): 2, ("en", "# B\n"): 1}
    parse_section("# A\n", id="a", file="a.md")
    assert count.total() == 3, "nothing is counted afterwards"


def test_a_check_and_a_build_read_each_text_once(tmp_path: Path) -> None:
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    forget(place)
    for command in (("check",), ("build", "--as-of", AS_OF)):
        with counted() as count:
            assert CliRunner().invoke(main, ["--project", str(place), *command]).exit_code == 0
        assert count
        assert set(count.values()) == {1}
    with counted() as count:
        assert CliRunner().invoke(main, ["--project", str(place), "build", "--as-of", AS_OF]).exit_code == 0
    assert not count, "a build in which nothing changed reads nothing"


def test_a_check_reads_a_text_with_a_slip_once_too(tmp_path: Path) -> None:
    place = project(tmp_path)
    path = next(iter(sorted((place / "policy_src").glob("*/en/*.md"))))
    path.write_text(path.read_text("utf-8") + "\nA **slip.\n", "utf-8")
    with counted() as count:
        assert CliRunner().invoke(main, ["--project", str(place), "check"]).exit_code == 1
    assert set(count.values()) == {1}


def test_a_build_after_one_edit_reads_each_text_once(tmp_path: Path) -> None:
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    build = ["--project", str(place), "build", "--as-of", AS_OF, "--drafts"]
    assert CliRunner().invoke(main, build).exit_code == 0
    path = next(iter(sorted((place / "policy_src").glob("*/en/*.md"))))
    path.write_text(path.read_text("utf-8") + "\nOne more sentence.\n", "utf-8")
    with counted() as count:
        assert CliRunner().invoke(main, build).exit_code == 0
    assert set(count.values()) == {1}
    forget(place)


def test_what_is_measured() -> None:
    texts, works = works_of(GOOD)
    assert set(works) == {*LIMITS, "Python-Markdown"}
    for work in works.values():
        made = work()
        assert isinstance(made, list)
        assert len(made) == len(texts)
