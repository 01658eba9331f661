"""What a record asks of the working text: a correction merged block by block, and edits in the order of writing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.project.editions import SectionReader
from inforce.release.working_text import WorkingPolicy, corrected, dated, merge_blocks

MERGES = [
    ("the working text is as it was", "a\n\nb\n", "a\n\nB\n", "a\n\nb\n", "a\n\nB\n"),
    ("another paragraph has changed", "a\n\nb\n", "a\n\nB\n", "A\n\nb\n", "A\n\nB\n"),
    ("a paragraph was added before", "a\n\nb\n", "a\n\nB\n", "new\n\na\n\nb\n", "new\n\na\n\nB\n"),
    ("two paragraphs are mended", "a\n\nb\n\nc\n", "A\n\nb\n\nC\n", "a\n\nnew\n\nb\n\nc\n", "A\n\nnew\n\nb\n\nC\n"),
    ("it is mended there already, and more", "a\n\nb\n", "a\n\nB\n", "new\n\na\n\nB\n", "new\n\na\n\nB\n"),
    ("the same paragraph has changed", "a\n\nb\n", "a\n\nB\n", "a\n\nbeta\n", None),
    ("the paragraph was taken out", "a\n\nb\n", "a\n\nB\n", "a\n", None),
    ("the paragraph is there twice", "a\n\nb\n", "a\n\nB\n", "b\n\na\n\nb\n", None),
    ("the correction adds a paragraph", "a\n\nb\n", "a\n\nb\n\nc\n", "A\n\nb\n", None),
]


@pytest.mark.parametrize(
    ("before", "corrected", "working", "merged"), [case[1:] for case in MERGES], ids=[case[0] for case in MERGES]
)
def test_a_correction_is_merged_block_by_block_or_not_at_all(
    before: str, corrected: str, working: str, merged: str | None
) -> None:
    assert merge_blocks(before, corrected, working) == merged


BLOCKS = st.lists(st.sampled_from(["a", "b", "c", "d e"]), min_size=1, max_size=5, unique=True)


@given(blocks=BLOCKS, at=st.integers(0, 4), added=st.integers(0, 5))
def test_a_merge_keeps_what_legal_added_and_what_was_mended(blocks: list[str], at: int, added: int) -> None:
    mended = [block.upper() if index == at % len(blocks) else block for index, block in enumerate(blocks)]
    place = added % (len(blocks) + 1)
    working = [*blocks[:place], "new", *blocks[place:]]
    expected = [*mended[:place], "new", *mended[place:]]
    assert merge_blocks(*("\n\n".join(part) + "\n" for part in (blocks, mended, working))) == (
        "\n\n".join(expected) + "\n"
    )


def test_a_text_that_needs_no_merge_stays_to_the_byte() -> None:
    assert merge_blocks("a\n\nb\n", "a\n\nB\n", "A\n\nB\n\n\n") == "A\n\nB\n\n\n"


WORKING = WorkingPolicy(
    folder="p",
    leading="en",
    texts={"en": {"a": "# A\n\nOne.\n"}, "fr": {"a": "# A\n\nUn.\n"}},
    synced={"fr": {"a": "w1:of-another-text"}},
)


def test_sync_files_are_written_before_the_words_they_tell_of() -> None:
    mended = {"en": {"a": "# A\n\nOnce.\n"}, "fr": {"a": "# A\n\nUne fois.\n"}}
    edits, missed = corrected(WORKING, WORKING.texts, mended, SectionReader().section)
    assert list(edits) == ["p/fr/sync.json", "p/en/a.md", "p/fr/a.md"]
    assert missed == ()
    now = WORKING.after(edits)
    assert now.texts == mended
    assert corrected(now, WORKING.texts, mended, SectionReader().section) == ({}, ()), "done once, nothing is left"
    assert dated(now, now.texts, SectionReader().section) == {}
