"""The sizes that the pages for developers state are those that are measured."""

from __future__ import annotations

import re

import pytest

from build_tools import sizes
from tests.built.building import ROOT

PAGE = ROOT / "docs/developers/banners.md"
ROW = re.compile(r"^\| (.+) \| (.+) \| ([0-9]+\.[0-9]) \|$", re.MULTILINE)


def test_the_page_states_what_is_measured() -> None:
    """Within a tenth: not every gzip is the same to the byte, and the example grows."""
    stated = ROW.findall(PAGE.read_text("utf-8"))
    measured = ROW.findall(sizes.table())
    assert len(measured) > 5
    assert [row[:2] for row in stated] == [row[:2] for row in measured], "python -m build_tools.sizes tells it anew"
    for (what, _, said), (_, _, found) in zip(stated, measured, strict=True):
        assert float(said) == pytest.approx(float(found), rel=0.1), what
