"""The cases of `docs/developers/vectors.json`, which code of any language must pass."""

from __future__ import annotations

import json
from typing import Any

from tests.built.building import ROOT

_FILE: dict[str, Any] = json.loads((ROOT / "docs/developers/vectors.json").read_text("utf-8"))
LANGUAGES: list[dict[str, Any]] = _FILE["languages"]
TIMELINES: list[dict[str, Any]] = _FILE["timelines"]


def about(case: dict[str, Any]) -> str:
    """What a case is about, for its name."""
    return str(case["about"])
