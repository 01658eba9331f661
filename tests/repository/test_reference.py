"""Code names the sections of `docs/reference/` that it follows, and they are there; so are codes that these name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from inforce.problems.catalog import rules

from tests.built.building import ROOT
from tests.repository.reference_page import FOLDER, headings, page

PAGES = sorted(path.name for path in FOLDER.glob("*.md"))
_CITED = re.compile(r'docs/reference/(\w+\.md)(?:,\s+"([^"]+)")?')
_BESIDE = "tests/repository/"
"""Where tests of the pages themselves name them as files."""

_NEVER_HERE = re.compile("SOURCE[-]FORMAT|[Dd]esign,? §|\\b[Ii]ssue [0-9]")


def citations() -> Iterator[tuple[str, str, str]]:
    """Each file that cites a page, with the page and the heading."""
    for folder in ("build_tools", "tests"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            if not name.startswith(_BESIDE):
                for found in _CITED.finditer(path.read_text("utf-8")):
                    yield name, found[1], " ".join((found[2] or "").split())


def test_every_citation_names_a_heading() -> None:
    found = list(citations())
    assert len(found) > 9
    assert [each for each in found if each[2] not in headings(page(each[1]))] == []


def test_code_cites_no_page_that_is_not_there() -> None:
    """The founders' drafts and the list of what is to do were never in the repository; decisions may tell of it."""
    there = [path for path in _texts() if "decisions" not in path.parts]
    assert [path for path in there if _NEVER_HERE.search(path.read_text("utf-8", "replace"))] == []


def _texts() -> Iterator[Path]:
    for folder in ("build_tools", "tests", "docs"):
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in (".py", ".md"):
                yield path


@pytest.mark.parametrize("name", PAGES)
def test_codes_that_a_page_names_are_there(name: str) -> None:
    assert set(re.findall(r"`([A-Z]\d{3})`", page(name))) <= set(rules())


@pytest.mark.parametrize("name", PAGES)
def test_a_page_leads_to_headings_that_are_there(name: str) -> None:
    for target, anchor in re.findall(r"\]\((\w+\.md)?#([\w-]+)\)", page(name)):
        anchors = {re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in headings(page(target or name))}
        assert anchor in anchors
