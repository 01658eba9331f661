"""What the handbook is made from is read before MkDocs sees it, and nothing is followed out of the project."""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from inforce.storage.handbook import read_handbook

from tests.sources import Changes, change, project, told

PAGE = "docs/handbook/index.md"


def found(place: Path) -> list[str]:
    return told(read_handbook(place).problems)


@pytest.mark.parametrize(
    ("files", "speaks"),
    [
        ({}, False),
        ({"docs/handbook/a.md": "[10 years](fact:retention.contract)\n"}, True),
        ({"docs/handbook/a.md": "[rights](section:rights)\n"}, True),
        ({"docs/handbook/a.txt": "[rights](section:rights)\n"}, False),
    ],
)
def test_it_speaks_where_a_page_names_a_fact_or_a_section(tmp_path: Path, files: Changes, speaks: bool) -> None:
    assert read_handbook(project(tmp_path, files)).speaks() is speaks


def test_all_that_it_is_made_from_is_read(tmp_path: Path) -> None:
    handbook = read_handbook(project(tmp_path, {"docs/handbook/x.png": b"\x89PNG", "docs/.hidden": "x"}))
    assert handbook.problems == ()
    assert handbook.pages() == ["docs/.hidden", PAGE, "docs/handbook/x.png"]
    assert set(handbook.files) == {"mkdocs.yml", *handbook.pages()}


@pytest.mark.parametrize("path", ["mkdocs.yml", PAGE, "docs/handbook/new.png"])
def test_its_digest_is_of_every_file(tmp_path: Path, path: str) -> None:
    place = project(tmp_path)
    before = read_handbook(place).digest()
    change(place, {path: "site_name: x\n"})
    assert read_handbook(place).digest() != before


LINKS: dict[str, tuple[str, str]] = {
    "out of the project": ("docs/a.txt", "../.git/config"),
    "to anywhere": ("docs/handbook/passwd.md", "/etc/passwd"),
    "to a folder": ("docs/more", "../.git"),
    "to a folder inside": ("docs/more", "handbook"),
    "to a file inside": ("docs/handbook/b.md", "index.md"),
    "to nothing": ("docs/b.md", "nowhere.md"),
    "to itself": ("docs/b.md", "b.md"),
    "under the name of what passes": ("docs/handbook/.inforce-work-0123456789abcdef", "/etc"),
    "in a folder of such a name": ("docs/.inforce-work-0123456789abcdef/a.txt", "../../.git/config"),
    "deep inside": ("docs/handbook/a/b/c", "../../../../policy_src"),
}


@pytest.mark.parametrize(("path", "target"), LINKS.values(), ids=LINKS)
def test_no_symbolic_link_is_followed(tmp_path: Path, path: str, target: str) -> None:
    place = project(tmp_path, {".git/config": "secret"})
    (place / path).parent.mkdir(parents=True, exist_ok=True)
    (place / path).symlink_to(target)
    assert found(place) == [f"S104 {path}"]


@pytest.mark.parametrize(("path", "target"), [("mkdocs.yml", "other.yml"), ("docs", "elsewhere")])
def test_not_even_the_first_one(tmp_path: Path, path: str, target: str) -> None:
    place = project(tmp_path)
    (place / path).rename(place / target)
    (place / path).symlink_to(target)
    assert found(place) == [f"S104 {path}"]


def test_nor_one_on_the_way_to_the_folder(tmp_path: Path) -> None:
    place = project(tmp_path)
    change(place, {"mkdocs.yml": (place / "mkdocs.yml").read_text().replace("docs_dir: docs", "docs_dir: to/docs")})
    (place / "to").symlink_to(".")
    assert found(place) == ["S104 to"]


def pipe(path: Path) -> None:
    os.mkfifo(path)


STRANGE: dict[str, tuple[str, Callable[[Path], None], str]] = {
    "a pipe": ("docs/pipe.md", pipe, "S105"),
    "mkdocs.yml as a pipe": ("mkdocs.yml", pipe, "S105"),
    "mkdocs.yml as a folder": ("mkdocs.yml", Path.mkdir, "S105"),
    "a page that is no text": (PAGE, lambda path: change(path.parent, {path.name: b"\xff\xfe"}), "S102"),
    "a configuration that is no text": ("mkdocs.yml", lambda path: change(path.parent, {path.name: b"\xff"}), "S102"),
    "a merge left in it": (
        "mkdocs.yml",
        lambda path: change(path.parent, {path.name: "<<<<<<< a\nx: 1\n=======\nx: 2\n>>>>>>> b\n"}),
        "S114",
    ),
    "YAML that breaks off": ("mkdocs.yml", lambda path: change(path.parent, {path.name: "a: [\n"}), "Y101"),
    "a program in YAML": (
        "mkdocs.yml",
        lambda path: change(path.parent, {path.name: "a: !!python/object/apply:os.system [touch x]\n"}),
        "Y103",
    ),
    "the environment in YAML": (
        "mkdocs.yml",
        lambda path: change(path.parent, {path.name: "site_name: !ENV SECRET\n"}),
        "Y103",
    ),
    "a page of megabytes": (PAGE, lambda path: change(path.parent, {path.name: b"x" * 2_000_000}), "S103"),
    "a page that is one long run": (PAGE, lambda path: change(path.parent, {path.name: "[" * 25_000}), "S103"),
    "a long page": (PAGE, lambda path: change(path.parent, {path.name: "word\n\n" * 20_000}), "S103"),
    "a picture of many megabytes": (
        "docs/handbook/x.png",
        lambda path: change(path.parent, {path.name: b"x" * 26_000_000}),
        "S103",
    ),
    "no configuration": ("mkdocs.yml", lambda path: None, "S101"),
    "no folder": ("docs", lambda path: None, "S101"),
    "a folder that is a file": ("docs", lambda path: change(path.parent, {path.name: "x"}), "S105"),
}


@pytest.mark.parametrize(("path", "make", "code"), STRANGE.values(), ids=STRANGE)
def test_what_cannot_be_read_is_told(tmp_path: Path, path: str, make: Callable[[Path], None], code: str) -> None:
    place = project(tmp_path)
    if (place / path).exists():
        change(place, {path: None})
    make(place / path)
    assert [one.partition(":")[0] for one in found(place)] == [f"{code} {path}"]


BOMB = "a: &a [x, x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}]\n" for a, b in pairwise("abcdefghijklmnopqrs")
)
FRONT = {
    "a bomb": (BOMB, "Y103", 2),
    "an alias": ("title: A\nb: &b x\n", "Y103", 3),
    "a tag": ("title: !!python/name:os.system\n", "Y103", 2),
    "a name twice": ("title: A\ntitle: B\n", "Y102", 3),
    "what breaks off": ("title: [\n", "Y101", 2),
}


@pytest.mark.parametrize(("front", "code", "line"), FRONT.values(), ids=FRONT)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_front_matter_is_read_strictly(tmp_path: Path, front: str, code: str, line: int, end: str) -> None:
    text = f"\ufeff---\n{front}---\n\n# A\n".replace("\n", end)
    assert found(project(tmp_path, {PAGE: text.encode()})) == [f"{code} {PAGE}:{line}"]


def test_front_matter_that_holds_words_is_fine(tmp_path: Path) -> None:
    front = "title: Words & “more”\ndescription:\nhide: [toc]\ndate: 2024-01-01\nstatus: new\n"
    assert found(project(tmp_path, {PAGE: f"---\n{front}---\n\n# A\n\n---\n\na: *b*\n---\n"})) == []


def test_a_hard_link_is_a_file_like_any_other(tmp_path: Path) -> None:
    """Git makes none, so no pull request can bring one; tools that save space make them of whole folders."""
    place = project(tmp_path)
    os.link(place / PAGE, place / "docs/handbook/same.md")
    assert found(place) == []


@pytest.mark.parametrize(("char", "code"), [("\u202e", "X303"), ("\u200b", "X302"), ("\u2066", "X303")])
def test_what_nobody_sees_is_told_at_its_line_in_code_too(tmp_path: Path, char: str, code: str) -> None:
    place = project(tmp_path, {PAGE: f"# A\n\n~~~\n\tb{char}c\n~~~\n"})
    (problem,) = read_handbook(place).problems
    assert (problem.code, problem.location.file, problem.location.line) == (code, PAGE, 4)


def test_a_mark_at_the_start_of_a_file_and_other_letters_are_fine(tmp_path: Path) -> None:
    assert found(project(tmp_path, {PAGE: "\ufeff# Ä\n\n日本語\t→ ✓\r\n"})) == []
