"""The sizes that the pages for developers state are those that are measured."""

from __future__ import annotations

import re

import pytest

from build_tools import sizes
from tests.built.building import ROOT

PAGE = ROOT / "docs/developers/banners.md"
ROW = re.compile(r"^\| (.+) \| (.+) \| ([0-9]+\.[0-9]) \|$", re.MULTILINE)


ROUNDING = 0.05 + 0.01
"""In kB: of one decimal, and a little, since not every gzip is the same to the byte."""


def test_the_page_states_what_is_measured() -> None:
    stated = ROW.findall(PAGE.read_text("utf-8"))
    measured = [*sizes.rows()]
    assert len(measured) > 5
    advice = "python -m build_tools.sizes tells it anew"
    assert [row[:2] for row in stated] == [row[:2] for row in measured], advice
    for (what, _, said), (_, _, found) in zip(stated, measured, strict=True):
        assert float(said) == pytest.approx(found / 1000, abs=ROUNDING), f"{what}: {advice}"
