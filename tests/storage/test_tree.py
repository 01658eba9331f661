"""A folder read into memory: bounded, no link followed, every refusal told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from inforce.storage import tree
from inforce.storage.tree import MAX_FILE_BYTES, MAX_SECTION_BYTES, decode, read_tree

from tests.sources import change, told


def read(place: Path) -> tuple[list[str], list[str]]:
    found, problems = read_tree(place, "policy_src")
    assert found.root == "policy_src"
    return list(found.files), [f"{one.code} {one.location.file}" for one in problems]


def test_all_files_in_the_order_of_their_paths(tmp_path: Path) -> None:
    change(tmp_path, {f"policy_src/{name}": name for name in ("b/2.md", "a.yml", "b/1.md", "b/.gitkeep", ".DS_Store")})
    change(tmp_path, {"other/x.md": "x"})
    assert read(tmp_path) == (["policy_src/a.yml", "policy_src/b/1.md", "policy_src/b/2.md"], [])


def test_a_missing_folder(tmp_path: Path) -> None:
    assert read(tmp_path) == ([], ["S101 policy_src"])
    (tmp_path / "real").mkdir()
    (tmp_path / "policy_src").symlink_to("real")
    assert read(tmp_path) == ([], ["S104 policy_src"])


def test_no_link_is_followed(tmp_path: Path) -> None:
    change(tmp_path, {"policy_src/a.md": "a", "secret/b.md": "b"})
    (tmp_path / "policy_src" / "file.md").symlink_to(tmp_path / "secret" / "b.md")
    (tmp_path / "policy_src" / "folder").symlink_to(tmp_path / "secret")
    (tmp_path / "policy_src" / "inside.md").symlink_to("a.md")
    files, problems = read(tmp_path)
    assert files == ["policy_src/a.md"]
    assert sorted(problems) == [f"S104 policy_src/{name}" for name in ("file.md", "folder", "inside.md")]


def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    change(tmp_path, {"policy_src/a.md": "a"})
    os.mkfifo(tmp_path / "policy_src" / "pipe.md")
    assert read(tmp_path) == (["policy_src/a.md"], ["S105 policy_src/pipe.md"])


def test_a_big_file_is_not_read(tmp_path: Path) -> None:
    for ending, most in (("md", MAX_SECTION_BYTES), ("yml", MAX_FILE_BYTES)):
        change(tmp_path, {f"{ending}/a.{ending}": "x" * most, f"{ending}/b.{ending}": "x" * (most + 1)})
        found, refused = read_tree(tmp_path, ending)
        assert (list(found.files), told(refused)) == ([f"{ending}/a.{ending}"], [f"S103 {ending}/b.{ending}"])
        assert found.stands(f"{ending}/b.{ending}"), "it is there all the same"


def test_too_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MAX_FILES", 2)
    change(tmp_path, {f"policy_src/{name}.md": "x" for name in "abc"})
    files, problems = read(tmp_path)
    assert len(files) == 2
    assert problems == ["S103 policy_src"]


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    change(tmp_path, {"policy_src/a.md": "a", "policy_src/b\n.md": "b"})
    assert read(tmp_path) == (["policy_src/a.md"], ["S105 policy_src/b\\n.md"])


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\n", "a\n"),
        (b"\xef\xbb\xbfa", "a"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        ("é".encode(), "é"),
        (b"", ""),
    ],
)
def test_bytes_become_text_without_mark_and_with_one_kind_of_line_end(data: bytes, text: str) -> None:
    assert decode(data, "a.md") == (text, ())


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "behind a byte order mark"])
def test_what_is_not_utf_8_is_told_with_its_line(mark: bytes) -> None:
    text, (problem,) = decode(mark + "a\nb\né n".encode("latin-1"), "a.md")
    assert text is None
    assert (problem.code, str(problem.location)) == ("S102", "a.md:3")
    assert "0xe9" in problem.message


def test_files_of_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    change(tmp_path, {"policy_src/a/x.md": "é", "policy_src/ab/y.md": "y"})
    found, _ = read_tree(tmp_path, "policy_src")
    assert list(found.below("policy_src/a")) == ["policy_src/a/x.md"]
    assert list(found.below("policy_src/a/")) == ["policy_src/a/x.md"]
    assert found.text("policy_src/a/x.md") == ("é", ())
    text, (problem,) = found.text("policy_src/none.md")
    assert (text, problem.code) == (None, "S101")


def test_files_below_a_folder_are_those_and_in_order() -> None:
    files = dict.fromkeys(("a-b/x", "a/z", "a", "a/b/c", "b/a/x", "a.md", "a/b"), b"")
    made = tree.Tree(root="", files=files)
    for folder in ("a", "a/", "a/b", "b", "c"):
        start = folder.rstrip("/") + "/"
        assert list(made.below(folder)) == sorted(path for path in files if path.startswith(start)), folder


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> main\n", 2, "lines 2 to 6 hold two changes"),
        ("a\n<<<<<<< HEAD\nb\n||||||| base\nd\n=======\nc\n>>>>>>> main\n", 2, "lines 2 to 8"),
        ("a\n\nb\n>>>>>>> main\n", 4, "line 4 is a mark"),
        ("<<<<<<<\na\n", 1, "line 1 is a mark"),
    ],
)
def test_a_merge_conflict_is_told_and_the_file_is_read_no_further(text: str, line: int, says: str) -> None:
    found, (problem,) = tree.Tree(root="x", files={"x/a.md": text.encode()}).text("x/a.md")
    assert found is None
    assert (problem.code, problem.location.line) == ("S114", line)
    assert says in problem.message
    assert "<<<<<<<" in problem.remedy


def test_a_file_that_a_program_wrote_is_not_to_be_joined_by_hand() -> None:
    _, (problem,) = tree.Tree(root="x", files={"x/sync.json": b"{\n<<<<<<< a\n"}).text("x/sync.json")
    assert "keep either side" in problem.remedy


@pytest.mark.parametrize("text", ["a <<<<<<< b\n", "<<<<<<<<< a\n", "=======\n", "<<<<<<<a\n", ">>>>>> a\n"])
def test_what_only_looks_like_a_conflict_is_read(text: str) -> None:
    assert tree.Tree(root="x", files={"x/a.md": text.encode()}).text("x/a.md") == (text, ())
