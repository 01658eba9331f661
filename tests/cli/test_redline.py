"""`inforce redline`: versions of a policy, the working text, two languages, any two files or folders; every output."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import html5lib
import jsonschema
import pytest
from click.testing import CliRunner, Result
from inforce.cli import main

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples"
SCHEMA = json.loads((ROOT / "build_tools/schemas/redline.schema.json").read_text("utf-8"))


def run(*arguments: str | Path, project: Path = ROOT) -> Result:
    return CliRunner().invoke(main, ["--project", str(project), "redline", *map(str, arguments)])


def pair(folder: Path, old: str, new: str) -> tuple[Path, Path]:
    sides = folder / "old.md", folder / "new.md"
    for path, text in zip(sides, (old, new), strict=True):
        path.write_text(text, encoding="utf-8")
    return sides


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    return pair(tmp_path, "# Keeping\n\nWe keep it for 3 years.\n", "# Keeping\n\nWe keep it for 2 years.\n")


def folder(root: Path, **texts: str) -> Path:
    for name, text in texts.items():
        path = root / f"{name.replace('__', '/')}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def valid_page(page: str) -> None:
    html5lib.HTMLParser(strict=True).parse(page)
    assert not re.search(r"<(script|link|img|iframe|form|object)\b| (src|style|on\w+)=", page)
    assert "default-src 'none'" in page


# ---- files and folders


def test_two_files(files: tuple[Path, Path]) -> None:
    shown = run(*files)
    assert shown.exit_code == 0
    assert "We keep it for [-3-]{+2+} years." in shown.stdout


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--color",), "for \x1b[31;9m3\x1b[0m\x1b[32;4m2\x1b[0m years."),
        (("--no-color",), "for [-3-]{+2+} years."),
        (("--markdown",), "for <del>3</del><ins>2</ins> years."),
        (("--json",), '"op": "+",'),
        (("--html",), ">2</ins> years.</p>"),
        (("--side-by-side",), 'aria-label="new.md"'),
        (("--html", "--lang", "ar"), '<html lang="ar" dir="rtl">'),
    ],
)
def test_the_same_redline_comes_in_each_form_that_is_asked_for(
    files: tuple[Path, Path], options: tuple[str, ...], expected: str
) -> None:
    shown = run(*files, *options)
    assert shown.exit_code == 0, shown.output
    assert expected in shown.stdout


@pytest.mark.parametrize("options", [("--html",), ("--side-by-side",), ("--html", "--lang", "ja")])
def test_a_page_needs_nothing_else(files: tuple[Path, Path], options: tuple[str, ...]) -> None:
    valid_page(run(*files, *options).stdout)


def test_json_of_files_and_folders_keeps_its_schema(files: tuple[Path, Path]) -> None:
    for sides in (files, (files[0].parent, files[1].parent)):
        jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(run(*sides, "--json").stdout))


def test_the_output_goes_to_a_file_by_its_name(files: tuple[Path, Path], tmp_path: Path) -> None:
    shown = run(*files, "--output", tmp_path / "made.html")
    assert (shown.exit_code, shown.stdout) == (0, "")
    valid_page((tmp_path / "made.html").read_text("utf-8"))
    for name, option in (("made.json", "--json"), ("made.md", "--markdown"), ("made.txt", "--no-color")):
        assert run(*files, "--output", tmp_path / name).exit_code == 0
        assert (tmp_path / name).read_text("utf-8") == run(*files, option).stdout
    assert run(*files, "--markdown", "--output", tmp_path / "made.json").exit_code == 0
    assert (tmp_path / "made.json").read_text("utf-8") == run(*files, "--markdown").stdout
    assert run(*files, "--output", tmp_path / "no/such/folder.html").exit_code == 1


def test_two_folders(tmp_path: Path) -> None:
    old = folder(tmp_path / "old", a="# One\n\nsame", b__c="# Two\n\nWe keep it for 3 years.")
    new = folder(tmp_path / "new", a="# One\n\nsame", b__c="# Two\n\nWe keep it for 2 years.")
    (new / "data.csv").write_bytes(b"\xff\xff")
    (new / ".git").mkdir()
    (new / ".git" / "bad.md").write_bytes(b"\xff")
    shown = run(old, new)
    assert shown.exit_code == 0, shown.output
    assert shown.stdout.startswith("1 change in 1 section\n\nb/c.md Two\n")
    assert "1 file that is not Markdown" in shown.stderr
    for option in ("--html", "--side-by-side"):
        page = run(old, new, option).stdout
        valid_page(page)
        assert '<a class="n" href="#f-b-c">b/c.md</a> Two</h2>' in page


def test_all_that_is_wrong_in_a_folder_is_told_at_once(tmp_path: Path) -> None:
    old = folder(tmp_path / "old", a="# One")
    new = folder(tmp_path / "new", a="# One", big="x" * 1_000_001)
    (new / "binary.md").write_bytes(b"# \xff\xfe")
    (new / "away.md").symlink_to("/etc/hostname")
    (new / "tree").symlink_to("/")
    (new / "line\nbreak.md").write_text("# Two", encoding="utf-8")
    (new / os.fsdecode(b"no\xff.md")).write_text("# Three", encoding="utf-8")
    os.mkfifo(new / "pipe.md")
    shown = run(old, new)
    assert (shown.exit_code, shown.stdout) == (1, "")
    told = sorted(line.split()[0] for line in shown.stderr.splitlines() if line[:1] == "S")
    assert told == ["S102", "S103", "S104", "S104", "S105", "S105", "S105"]
    assert "line\\nbreak.md" in shown.stderr
    assert "Blocks" not in shown.stderr


def test_what_could_steer_a_terminal_is_shown(tmp_path: Path) -> None:
    shown = run(*pair(tmp_path, "# One\n\nold", "# One\n\n\x1b[2Jnew\x00\x9b"))
    assert "␛[2Jnew␀" in shown.stdout
    assert "\x1b" not in shown.stdout
    assert "<U+202E>gnp.exe<U+2069>" in run(*pair(tmp_path, "# One\n\nold", "# One\n\n\u202egnp.exe\u2069")).stdout
    valid_page(run(tmp_path / "old.md", tmp_path / "new.md", "--html").stdout)


def test_hostile_names_are_shown_plainly(tmp_path: Path) -> None:
    sides = pair(tmp_path, "# One\n\nold", "# One\n\nnew")
    steering = sides[1].rename(tmp_path / "\x1b[2J<b>\u202e.md")
    nameless = sides[0].rename(tmp_path / os.fsdecode(b"\xff.md"))
    for options in (("--html",), ("--side-by-side",)):
        page = run(nameless, steering, *options).stdout
        valid_page(page)
        assert "\x1b" not in page
        assert "J<b>" not in page
    assert run(nameless, steering, "--json").exit_code == 0


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    links = '[x](javascript:alert(1)) [y](data:text/html,x) ""><b>'
    bad = f"# <script>alert(1)</script>\n\n<img src=x onerror=alert(1)> {links}"
    page = run(*pair(tmp_path, "# One\n\nold", bad), "--html").stdout
    valid_page(page)
    assert "javascript:" not in page


@pytest.mark.parametrize(
    "sides", [("a", "a.md"), ("a.md", "a"), ("none", "a"), ("a.md", "none.md"), ("x" * 300, "a.md")]
)
def test_sides_that_do_not_fit_are_told(tmp_path: Path, sides: tuple[str, str]) -> None:
    folder(tmp_path / "a", b="# One")
    folder(tmp_path, a="# One")
    shown = run(*(tmp_path / name for name in sides))
    assert shown.exit_code == 2
    assert "Error:" in shown.stderr


def test_folders_without_a_text(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    assert run(tmp_path / "a", tmp_path / "b").exit_code == 2


def test_a_file_that_is_not_text_is_a_message(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xff\xfe")
    shown = run(tmp_path / "a.md", tmp_path / "a.md")
    assert shown.exit_code == 1
    assert "S102" in shown.stderr
    problems = json.loads(run(tmp_path / "a.md", tmp_path / "a.md", "--json").stdout)["problems"]
    assert problems[0]["code"] == "S102"


# ---- policies


def test_the_working_text_against_the_version_in_force() -> None:
    shown = run("privacy")
    assert shown.exit_code == 0
    assert shown.stdout == run("privacy", "current", "draft").stdout == run("privacy", "1", "draft").stdout


def test_a_version_and_the_working_text_in_a_language() -> None:
    shown = run("privacy", "1", "draft", "--lang", "nl")
    assert shown.exit_code == 0
    assert "{+Verwerker+}" in shown.stdout


def test_a_language_beside_another() -> None:
    page = run("privacy", "1", "4", "--lang", "ar", "--beside", "en", "--html", project=EXAMPLE).stdout
    valid_page(page)
    assert 'aria-label="English" lang="en" dir="ltr"' in page
    assert 'aria-label="العربية" lang="ar" dir="rtl"' in page
    shown = run("privacy", "1", "4", "--lang", "fr", "--beside", "en", project=EXAMPLE).stdout
    assert shown.index("\nen\n" if shown.startswith("\n") else "en\n") < shown.index("\nfr\n")


@pytest.mark.parametrize(
    "arguments",
    [("privacy", "1", "draft"), ("privacy", "1", "4", "--lang", "ar"), ("privacy", "2", "3", "--beside", "fr")],
)
def test_json_keeps_its_schema(arguments: tuple[str, ...]) -> None:
    shown = run(*arguments, "--json", project=EXAMPLE)
    made = json.loads(shown.stdout)
    jsonschema.Draft202012Validator(SCHEMA).validate(made)
    assert made["sides"]["policy"] == "privacy"
    assert ("beside" in made) == ("--beside" in arguments)


@pytest.mark.parametrize("side", [(), ("--side-by-side",)])
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_pages_of_a_policy(language: str, side: tuple[str, ...]) -> None:
    valid_page(run("privacy", "1", "4", "--lang", language, "--html", *side, project=EXAMPLE).stdout)


@pytest.mark.parametrize(
    "arguments",
    [
        ("privacy", "1", "7"),
        ("terms", "1", "2"),
        ("missing.md", "too.md"),
        ("nothing",),
        ("privacy", "1", "draft", "--lang", "xx"),
        ("privacy", "1", "draft", "--json", "--html"),
        ("README.md", "README.md", "--beside", "en"),
        ("README.md", "README.md", "--lang", "xx"),
    ],
)
def test_what_is_not_there_is_told(arguments: tuple[str, ...]) -> None:
    shown = run(*arguments)
    assert shown.exit_code == 2
    assert "Error:" in shown.stderr


@pytest.mark.parametrize(
    ("arguments", "lacking"),
    [
        (("privacy", "1"), "name both versions to compare, such as: inforce redline privacy 1 current"),
        (("privacy", "current"), "such as: inforce redline privacy current draft"),
        (("README.md",), "name what to compare it with: inforce redline README.md NEW"),
        (("missing.md",), "name what to compare it with"),
    ],
)
def test_a_side_that_was_not_named_is_asked_for(arguments: tuple[str, ...], lacking: str) -> None:
    shown = run(*arguments)
    assert shown.exit_code == 2
    assert lacking in " ".join(shown.stderr.split())
