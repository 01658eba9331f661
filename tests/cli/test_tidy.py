"""`inforce tidy`: the diff, the question, what is written and what never is."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from inforce.cli import main
from inforce.cli.tidy import language_of

from tests.sources import good, problems, project, snapshot

SECTION = "policy_src/privacy/en/retention.md"
ODD = good(SECTION) + "\n* * *\n\n1. One. Two.\n1. Three.\n"


def run(place: Path, *arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, ["--project", str(place), "tidy", *arguments], input=typed)


def test_it_shows_what_changes_and_asks(tmp_path: Path) -> None:
    place = project(tmp_path, {SECTION: ODD})
    result = run(place, typed="n\n")
    assert result.exit_code == 0
    assert "-1. Three." in result.stdout
    assert "+2. Three." in result.stdout
    assert "removes lines across the page (lines-across)" in result.stderr
    assert "could be read before" not in result.stderr
    assert "Nothing was written." in result.stderr
    assert (place / SECTION).read_text("utf-8") == ODD
    assert run(place, typed="y\n").exit_code == 0
    assert (place / SECTION).read_text("utf-8").endswith("1. One. Two.\n2. Three.\n")
    assert "Nothing to mend in" in run(place).stderr


def test_one_sentence_on_a_line(tmp_path: Path) -> None:
    place = project(tmp_path, {SECTION: ODD})
    run(place, str(place / SECTION), "--write", "--sentences")
    assert (place / SECTION).read_text("utf-8").endswith("1. One.\n   Two.\n2. Three.\n")


def test_what_is_left_to_do_by_hand_is_told(tmp_path: Path) -> None:
    place = project(tmp_path, {SECTION: "# A\n\n![x](y.png)\n"})
    result = run(place)
    assert result.exit_code == 1
    assert "1 point to mend by hand" in result.stderr
    assert "M119" in result.stderr


def test_a_changed_digest_is_told(tmp_path: Path) -> None:
    place = project(tmp_path, {SECTION: "# A\n\n• x\n"})
    assert "its wording digest changes" in run(place, typed="n\n").stderr


def test_what_could_be_told_is_named(tmp_path: Path) -> None:
    text = tmp_path / "Privacy Policy.md"
    text.write_text("One [z](#gone).\n\n## Use [top](#use)\n\n![x](y.png)\n", "utf-8")
    result = run(tmp_path, str(text), "--write")
    assert result.exit_code == 1
    assert "1 of them would be mended with --title." in result.stderr
    assert "[z]" not in text.read_text("utf-8"), "no other section can be meant outside a project"


def test_a_whole_text_becomes_section_files(tmp_path: Path) -> None:
    text = tmp_path / "Privacy.md"
    text.write_text("Title\n===\n\n## Scope\n\nOne, see [2](#data).\n\n## Data\n\n### More\n\n![x](y)\n", "utf-8")
    folder = tmp_path / "policy_src/privacy/en"
    result = run(tmp_path, str(text), "--split", str(folder), typed="n\n")
    assert not folder.exists()
    assert result.stdout == 'title:\n  en: "Title"\nsections:\n  - {id: scope}  # Scope\n  - {id: data}  # Data\n'
    assert "M119" in result.stderr
    assert run(tmp_path, str(text), "--split", str(folder), "--write").exit_code == 1
    assert {path.name: path.read_text("utf-8") for path in folder.iterdir()} == {
        "scope.md": "# Scope\n\nOne, see [2](section:data).\n",
        "data.md": "# Data\n\n## More\n\n![x](y)\n",
    }
    result = run(tmp_path, str(text), "--split", str(folder), "--write")
    assert result.exit_code == 2
    assert "is there already" in result.stderr


def test_parts_have_one_sentence_on_a_line(tmp_path: Path) -> None:
    text = tmp_path / "old.md"
    text.write_text("# A\n\nOne. Two.\n\n# B\n\nThree.\n", "utf-8")
    run(tmp_path, str(text), "--split", str(tmp_path / "sp"), "--sentences", "--write")
    assert (tmp_path / "sp" / "a.md").read_text("utf-8") == "# A\n\nOne.\nTwo.\n"


@pytest.mark.parametrize(("folder", "language"), [("sp", "en"), ("fr", "fr"), ("sr-Latn", "sr-Latn"), ("Fr", "en")])
def test_only_the_name_of_a_language_names_one(tmp_path: Path, folder: str, language: str) -> None:
    assert language_of(tmp_path / folder / "a.md") == language


LINES = 'links:\n  terms-2dda5c:\n    url: "/terms"\n  terms-51d236:\n    url: "terms"\n'


@pytest.mark.parametrize("split", [(), ("--split", "new")])
def test_relative_links_get_names_and_the_lines_for_links_yml(tmp_path: Path, split: tuple[str, ...]) -> None:
    text = tmp_path / "a.md"
    text.write_text("# A\n\n## B\n\n[x](/terms), [y](terms), [z](/terms)\n", "utf-8")
    split = tuple(str(tmp_path / each) if each == "new" else each for each in split)
    result = run(tmp_path, str(text), *split, "--write")
    assert result.exit_code == 0, result.output
    assert result.stdout.endswith(LINES)
    assert "need their whole addresses in links.yml, or --address:" in result.stderr
    written = tmp_path / "new" / "b.md" if split else text
    assert written.read_text("utf-8").endswith(
        "[x](link:terms-2dda5c), [y](link:terms-51d236), [z](link:terms-2dda5c)\n"
    )


def test_one_relative_address_of_several_files_is_told_with_them(tmp_path: Path) -> None:
    files = [tmp_path / "a.md", tmp_path / "b.md"]
    for path in files:
        path.write_text("# A\n\n[y](terms)\n", "utf-8")
    result = run(tmp_path, *map(str, files), typed="n\n")
    assert result.stdout.endswith(f'links:\n  terms-51d236:\n    url: "terms"  # in {files[0]}, {files[1]}\n')


def test_a_name_that_links_yml_has_is_told_and_an_unfinished_entry_refused(tmp_path: Path) -> None:
    place = project(tmp_path, {SECTION: good(SECTION) + "\n[x](/terms) [y](terms)\n", "policy_src/links.yml": LINES})
    links = place / "policy_src/links.yml"
    assert [one.code for one in problems(place)] == ["Y104", "Y104", "L201", "L201"]
    whole = good("policy_src/links.yml") + "  terms-2dda5c:\n    url: https://a.example/terms\n"
    links.write_text(whole, "utf-8")
    result = run(place, "--write")
    assert "is in links.yml already: https://a.example/terms. See that it is meant." in result.stderr
    assert result.stdout.endswith('links:\n  terms-51d236:\n    url: "terms"\n')
    (found,) = [one for one in problems(place) if one.code == "L302"]
    assert found.remedy.endswith("Or add it there, with its whole address as `url`.")
    links.write_text(whole + "  terms-51d236:\n    url: https://a.example/en/terms\n", "utf-8")
    assert "L302" not in [one.code for one in problems(place)]
    assert "Nothing to mend in" in run(place).stderr


@pytest.mark.parametrize("texts", [("a.md", "b.md"), ("a.md",), ()])
def test_what_cannot_be_split(tmp_path: Path, texts: tuple[str, ...]) -> None:
    for name in texts:
        (tmp_path / name).write_text("# A\n\nx\n", "utf-8")
    files = [str(tmp_path / name) for name in texts]
    assert run(tmp_path, *files, "--split", str(tmp_path / "new")).exit_code == 2


def test_a_text_from_elsewhere(tmp_path: Path) -> None:
    text = tmp_path / "old.md"
    text.write_bytes(b"\xef\xbb\xbfOne [x](/y) [z](#gone).\r\n\r\nB\r\n=\r\n")
    run(tmp_path, str(text), "--adopt", "--title", "A", "--address", "https://example.org/p", "--write")
    assert text.read_bytes() == b"# A\n\nOne [x](https://example.org/y) z.\n\n## B\n"


def test_notes_are_no_sections(tmp_path: Path) -> None:
    notes = "policy_src/privacy/changes/x.md"
    place = project(tmp_path, {SECTION: ODD, notes: "## en\n\n[x](#en)\n"})
    result = run(place, str(place / notes), "--write")
    assert result.exit_code == 2
    assert "no section" in result.stderr
    assert (place / notes).read_text("utf-8") == "## en\n\n[x](#en)\n"


def test_what_was_released_is_never_written(tmp_path: Path) -> None:
    frozen = "policy_src/privacy/versions/1/en/retention.md"
    place = project(tmp_path, {SECTION: ODD, frozen: ODD})
    result = run(place, str(place / frozen), "--write")
    assert result.exit_code == 2
    assert "stays as it is" in result.stderr
    before = snapshot(place / "policy_src/privacy/versions")
    run(place, "--write")
    assert snapshot(place / "policy_src/privacy/versions") == before


@pytest.mark.parametrize("arguments", [("missing.md",), ("--address", "example.org")])
def test_what_is_not_understood(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert run(project(tmp_path), *arguments).exit_code == 2
