"""Folders compared: a file is a section, pairs by path, then by likeness."""

from __future__ import annotations

from inforce.redline.changes import ChangeKind, numbered_title
from inforce.redline.folders import compare_folders, file_section
from inforce.redline.plain import text

LONG = "We keep a record of every loan for ten years after the seeds come back to the library."


def test_files_pair_by_path_and_are_named_by_it() -> None:
    found = compare_folders({"a.md": f"# One\n\n{LONG}"}, {"a.md": f"# One\n\n{LONG[:-1]} again."})
    assert [change.kind for change in found.changes] == [ChangeKind.REWORDED]
    assert numbered_title(found.sections[0]) == "a.md One"


def test_a_renamed_file_is_found_by_its_words() -> None:
    found = compare_folders({"a.md": f"# One\n\n{LONG}"}, {"sub/b.md": f"# One\n\n{LONG}"})
    (section,) = found.sections
    assert (section.old_number, section.new_number) == ("a.md", "sub/b.md")


def test_a_file_that_was_renamed_has_not_moved_and_its_former_name_is_told() -> None:
    other = "Seeds are lent for a year, and come back as seeds of the same kind, dry and clean."
    found = compare_folders(
        {"a.md": f"# One\n\n{LONG}", "b.md": f"# Two\n\n{other}"},
        {"b.md": f"# Two\n\n{other}", "c.md": f"# One\n\n{LONG}"},
    )
    assert not found.changes
    assert text(found) == (
        "No words changed; links, numbers or formatting did.\n\nNumbers and names\n\n  c.md One (formerly a.md)\n"
    )


def test_files_that_came_and_went() -> None:
    found = compare_folders({"a.md": "# One\n\nhere"}, {"b.md": f"# Two\n\n{LONG}"})
    assert {change.kind for change in found.changes} == {ChangeKind.SECTION_ADDED, ChangeKind.SECTION_REMOVED}


def test_names_that_look_alike_stay_apart() -> None:
    files = {"a b.md": "# One", "a-b.md": "# Two", "A_b.MD": "# Three", "a/b.md": "# Four", "🜁.md": "# Five"}
    found = compare_folders(files, files)
    ids = [section.id for section in found.sections]
    assert len(set(ids)) == len(files)
    assert not any(char.isspace() or char in "\"'<>&" for name in ids for char in name)
    assert not found.changes


def test_a_file_without_a_heading_is_called_by_its_first_words() -> None:
    assert file_section("x", "words alone").heading.children == ()
    found = compare_folders({"a.md": "words alone"}, {"a.md": "words alone\n\n# late"})
    assert numbered_title(found.sections[0]) == "a.md words alone"


def test_only_the_first_heading_is_the_sections_own() -> None:
    levels = [block.level for block in file_section("x", "### a\n\n# b\n\n###### c").leaves]  # type: ignore[union-attr]
    assert levels == [1, 2, 6]


def test_empty_files() -> None:
    assert not compare_folders({"a.md": ""}, {"a.md": "\n"}).changes
