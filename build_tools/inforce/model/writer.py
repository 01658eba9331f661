"""Who wrote a record: Inforce, and in which version. Manifests and amendments keep it as `made_by`, "inforce 0.1.0"."""

from __future__ import annotations

import re

VERSION = "0.1.0"
"""This version of Inforce: three numbers; pyproject.toml takes it from here."""
WRITER = f"inforce {VERSION}"
"""What this version writes as `made_by`."""

_MADE_BY = re.compile(r"inforce (0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})")


def version_of(made_by: str) -> tuple[int, int, int] | None:
    """The version that a writer names, for comparing: (0, 1, 0). None where that is no writer known to Inforce."""
    found = _MADE_BY.fullmatch(made_by)
    return (int(found[1]), int(found[2]), int(found[3])) if found else None
