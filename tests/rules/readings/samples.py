"""What each language says, for the tests of every language: `languages/LANGUAGE.yml`. A new language brings its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Samples:
    """Of one language."""

    numbers: Mapping[str, int]
    """Numbers in words."""
    durations: Mapping[str, list[str]]
    """Words of durations other than figures and a unit."""
    kept: str
    """Something is kept for 30 days."""
    sentence: str | None
    """With four small words or more, and no other language's; None for a language that writes no Latin letters."""
    listed: str
    """[2 months] in a list with 30 days, "respectively"."""
    listed_beside_links: str
    """[2 months] between amounts that are linked, in braces."""


SAMPLES: Mapping[str, Samples] = {
    file.stem: Samples(**yaml.safe_load(file.read_text("utf-8")))
    for file in sorted(Path(__file__).with_name("languages").glob("*.yml"))
}
